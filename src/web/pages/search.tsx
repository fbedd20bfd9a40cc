// A query -> texts with the sentences that answer it; what was chosen stands above as chips, what may be chosen beside.
import { useEffect, useRef, useState } from "preact/hooks";
import { Period } from "../parts/period.tsx";
import { Day, Shown } from "../parts/said.tsx";
import { Heading } from "../parts/shell.tsx";
import { choose, go, hrefOf, hrefWith, useAddress } from "../state/address.ts";
import { ask, useData } from "../state/data.ts";
import { useKeys } from "../state/keys.ts";
import type { Count, Facets, Found, Identity, Page } from "../state/shapes.ts";
import { counted, sideName } from "../state/words.ts";

const filters = ["side", "publisher", "since", "until"] as const;

/** The page. */
export const Search = () => {
  const { query } = useAddress();
  const q = query.get("q")?.trim() ?? "";
  const chosen: { [name: string]: string } = {};
  for (const name of filters) {
    const value = query.get(name);
    if (value) chosen[name] = value;
  }
  const asked = { ...(q !== "" && { q }), ...chosen };
  useKeys("Search", [
    {
      keys: "o",
      says: "newest or oldest first",
      run: () => choose({ sort: query.get("sort") === "oldest" ? undefined : "oldest" }),
    },
  ]);
  return (
    <>
      <header class="front">
        <Heading title={q === "" ? "Search" : `Search: ${q}`}>Search</Heading>
        <Box q={q} />
        <Chips q={q} chosen={chosen} />
      </header>
      {q === "" ? (
        <Hints />
      ) : (
        <Results q={q} asked={asked} sort={query.get("sort") === "oldest" ? "oldest" : "newest"} />
      )}
    </>
  );
};

const Box = ({ q }: { q: string }) => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.value = q;
  }, [q]);
  return (
    <form
      class="search-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        choose({ q: input.current?.value.trim() }, false);
      }}
    >
      <input
        ref={input}
        type="search"
        aria-label="Search the texts"
        placeholder="words, “a phrase”, Lavrov NEAR/5 call"
        defaultValue={q}
      />
      <button type="submit" class="button strong">
        Search
      </button>
    </form>
  );
};

/** Words and phrases that a query joins; undefined where its parts can't be taken away one by one. */
const partsOf = (q: string): string[] | undefined => {
  if (/[()]|(?:^|\s)(?:OR|NOT|NEAR(?:\/\d+)?|SENTENCE)(?:\s|$)/.test(q)) return undefined;
  const parts = (q.match(/(?:[a-z]+:)?"[^"]*"|\S+/g) ?? []).filter((part) => part !== "AND");
  return parts.length > 1 ? parts : undefined;
};

const Chips = ({ q, chosen }: { q: string; chosen: { readonly [name: string]: string } }) => {
  const names = Object.keys(chosen);
  const parts = partsOf(q) ?? [];
  if (names.length + parts.length === 0) return null;
  return (
    <ul class="chips" aria-label="Chosen">
      {parts.map((part, at) => (
        <li key={part}>
          <a
            class="chip"
            href={hrefWith({ q: parts.filter((_, other) => other !== at).join(" ") })}
            aria-label={`Take away: ${part}`}
          >
            <bdi>{part}</bdi> <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      {names.map((name) => (
        <li key={name}>
          <a
            class="chip"
            href={hrefWith({ [name]: undefined })}
            aria-label={`Take away: ${name} ${chosen[name]}`}
          >
            <span class="soft">{name}</span>{" "}
            <bdi>{name === "side" ? sideName(chosen[name]) : chosen[name]}</bdi>{" "}
            <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
    </ul>
  );
};

type ResultsProps = { q: string; asked: { readonly [name: string]: string }; sort: "newest" | "oldest" };

const Results = ({ q, asked, sort }: ResultsProps) => {
  const url = `/api${hrefOf(["search"], { ...asked, ...(sort === "oldest" && { sort }) })}`;
  const answer = useData<Page<Found>>(url);
  const facets = useData<Facets>(`/api${hrefOf(["facets"], asked)}`);
  const actors = useData<Page<Identity>>(
    /^[\p{L}\s.'’-]+$/u.test(q) ? `/api${hrefOf(["actors"], { q, limit: "5" })}` : undefined,
  );
  return (
    <div class="search-grid">
      <aside aria-label="Narrow it down">
        {facets.data && <Narrow facets={facets.data} />}
        <section>
          <h2 class="label">Period</h2>
          <Period />
        </section>
        <section>
          <h2 class="label">Keep it</h2>
          <p>
            <a href={`/api${hrefOf(["search", "feed"], asked)}`}>Feed of this search</a>
            <span class="soft"> (Atom): any feed reader then tells you of new texts</span>
          </p>
        </section>
      </aside>
      <div>
        {(actors.data?.items.length ?? 0) > 0 && (
          <p class="people">
            <span class="label">Actors</span>{" "}
            {actors.data!.items.map(({ key, name, country }) => (
              <a key={key} class="chip" href={hrefOf(["actors", key])}>
                <bdi>{name}</bdi>
                {country && sideName(country) !== name && <span class="soft"> {sideName(country)}</span>}
              </a>
            ))}
          </p>
        )}
        <Shown answer={answer}>
          {(page) => (
            <>
              <p class="soft result-head" role="status">
                {facets.data
                  ? `${facets.data.exact ? "" : "more than "}${counted(facets.data.documents, "text")}`
                  : counted(page.items.length, "text")}
                ,{" "}
                <a href={hrefWith({ sort: sort === "newest" ? "oldest" : undefined })}>
                  {sort === "newest" ? "newest first" : "oldest first"}
                </a>
              </p>
              <Hits key={url} first={page} url={url} />
            </>
          )}
        </Shown>
      </div>
    </div>
  );
};

/** The first page and those that were asked for after it. */
const Hits = ({ first, url }: { first: Page<Found>; url: string }) => {
  const [more, setMore] = useState<readonly Page<Found>[]>([]);
  const pages = [first, ...more];
  const next = pages.at(-1)?.next;
  const items = pages.flatMap((page) => page.items);
  if (items.length === 0)
    return <p>Nothing answers. Fewer words, or one word with a star at its end (negotiat*), find more.</p>;
  return (
    <>
      <ol class="hits">
        {items.map((one) => (
          <Hit key={one.id} found={one} />
        ))}
      </ol>
      {next && (
        <p>
          <button
            type="button"
            class="button"
            data-item
            onClick={async () => {
              const page = await ask<Page<Found>>(`${url}&cursor=${encodeURIComponent(next)}`);
              setMore([...more, page]);
            }}
          >
            More
          </button>
        </p>
      )}
    </>
  );
};

const Hit = ({ found }: { found: Found }) => (
  <li class="hit">
    <p class="kicker">
      <bdi>{found.publisher ?? "Text"}</bdi>
      {found.side && ` · account of ${sideName(found.side)}`} · <Day date={found.published} brief />
      {found.version > 1 && ` · version ${found.version}`}
    </p>
    <h3>
      <a href={hrefOf(["documents", found.id])} data-item>
        <bdi>{found.title ?? found.address}</bdi>
      </a>
    </h3>
    {found.hits.slice(0, 3).map((hit) => (
      <p class="said" key={hit.start}>
        <bdi>{markedHit(hit)}</bdi>
        {"\u00a0"}
        <a
          class="to-text"
          href={hrefOf(["documents", found.id], { span: `${hit.start}-${hit.end}` })}
          aria-label={`In the text: ${hit.text.slice(0, 60)}`}
        >
          ¶
        </a>
      </p>
    ))}
  </li>
);

const markedHit = ({ start, text, marks }: Found["hits"][number]) => {
  const points = [...text];
  const parts: preact.ComponentChild[] = [];
  let at = 0;
  for (const mark of marks) {
    parts.push(points.slice(at, mark.start - start).join(""));
    parts.push(<mark class="hit-mark">{points.slice(mark.start - start, mark.end - start).join("")}</mark>);
    at = mark.end - start;
  }
  parts.push(points.slice(at).join(""));
  return parts;
};

const Narrow = ({ facets }: { facets: Facets }) => (
  <>
    <Facet title="Side" name="side" counts={facets.side} says={sideName} />
    <Facet title="Publisher" name="publisher" counts={facets.publisher} says={(name) => name} />
    <Facet title="Year" name="year" counts={facets.year} says={(name) => name} />
  </>
);

type FacetProps = { title: string; name: string; counts: readonly Count[]; says: (name: string) => string };
const Facet = ({ title, name, counts, says }: FacetProps) =>
  counts.length === 0 ? null : (
    <section>
      <h2 class="label">{title}</h2>
      <ul class="facet">
        {counts.slice(0, 8).map((one) => (
          <li key={one.name}>
            <a href={hrefWith(name === "year" ? { since: one.name, until: one.name } : { [name]: one.name })}>
              <bdi>{says(one.name)}</bdi>
            </a>{" "}
            <span class="soft number">{one.count.toLocaleString("en")}</span>
          </li>
        ))}
      </ul>
    </section>
  );

const examples = [
  ["grain deal", "both words, anywhere in a text"],
  ['"red line"', "a phrase"],
  ["Lavrov NEAR/5 Rubio", "at most five words apart"],
  ["oil SENTENCE sanctions", "in one sentence"],
  ["negotiat*", "beginnings of words"],
  ["ceasefire AND (Kyiv OR Kiev) NOT Minsk", "as you would think"],
  ["title:summit since:2025 side:USA", "in the title, from a day on, accounts of one side"],
] as const;

const Hints = () => (
  <dl class="hints">
    {examples.map(([query, says]) => (
      <div key={query}>
        <dt>
          <button type="button" class="link" data-item onClick={() => go(hrefOf(["search"], { q: query }))}>
            <code>{query}</code>
          </button>
        </dt>
        <dd class="soft">{says}</dd>
      </div>
    ))}
  </dl>
);
