// One actor through all texts: its names, offices with their dates, whom it talks to, when, what it says and what is said.

import { Calendar } from "../parts/calendar.tsx";
import { Quote } from "../parts/quote.tsx";
import { Day, Shown } from "../parts/said.tsx";
import { Heading } from "../parts/shell.tsx";
import { choose, hrefOf, useAddress } from "../state/address.ts";
import { useData } from "../state/data.ts";
import { useKeys } from "../state/keys.ts";
import type { PageProps } from "../state/page.ts";
import type { ActorFile, Page, Statement } from "../state/shapes.ts";
import { counted, sideName } from "../state/words.ts";

/** The page. */
export const Actor = ({ id }: PageProps) => {
  const answer = useData<ActorFile>(`/api${hrefOf(["actors", id])}`);
  return <Shown answer={answer}>{(actor) => <File actor={actor} />}</Shown>;
};

const File = ({ actor }: { actor: ActorFile }) => {
  const tab = useAddress().query.get("tab") === "about" ? "about" : "said";
  useKeys("Actor", [
    { keys: "1", says: "what it says", run: () => choose({ tab: undefined }) },
    { keys: "2", says: "what is said about it", run: () => choose({ tab: "about" }) },
  ]);
  const others = actor.names.filter(({ name }) => name !== actor.name);
  return (
    <>
      <header>
        <p class="label">
          {[actor.kind, actor.country && actor.kind !== "state" && sideName(actor.country)]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <Heading title={actor.name}>
          <bdi>{actor.name}</bdi>
        </Heading>
        <p class="dateline">
          <span>
            {counted(actor.mentions, "mention")} in {counted(actor.documents, "document")}
          </span>
          <a href={hrefOf(["timeline"], { actor: `key:${actor.key}` })}>timeline</a>
          {actor.wikidata && <span>Wikidata {actor.wikidata}</span>}
        </p>
        {others.length > 0 && (
          <p class="soft">
            Also as <bdi>{others.map(({ name }) => name).join(", ")}</bdi>
          </p>
        )}
      </header>
      <div class="actor-grid">
        <div>
          <Offices actor={actor} />
          <section aria-labelledby="calendar-title">
            <h2 id="calendar-title">Contacts by date</h2>
            <Calendar days={actor.calendar} actor={actor.key} />
          </section>
        </div>
        <Counterparts actor={actor} />
      </div>
      <Tabs actor={actor} tab={tab} />
    </>
  );
};

/** What it says and what is said about it. */
const Tabs = ({ actor, tab }: { actor: ActorFile; tab: "said" | "about" }) => {
  const show = (name: string) => choose({ tab: name === "said" ? undefined : name });
  return (
    <section class="tabs" aria-label="Statements">
      <div role="tablist" aria-label="Statements">
        {(
          [
            ["said", `What ${actor.kind === "person" ? "is said by" : "comes from"} ${actor.name}`],
            ["about", "What others say"],
          ] as const
        ).map(([name, says]) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab === name}
            aria-controls="statements"
            tabIndex={tab === name ? 0 : -1}
            onClick={() => show(name)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
              const other = name === "said" ? "about" : "said";
              show(other);
              document.getElementById(`tab-${other}`)?.focus();
            }}
          >
            <bdi>{says}</bdi>
          </button>
        ))}
      </div>
      <div role="tabpanel" id="statements" aria-labelledby={`tab-${tab}`}>
        <Statements url={`/api${hrefOf(["actors", actor.key, tab])}`} />
      </div>
    </section>
  );
};

const Offices = ({ actor: { offices } }: { actor: ActorFile }) =>
  offices.length === 0 ? null : (
    <section aria-labelledby="offices-title">
      <h2 id="offices-title">Offices</h2>
      <ul class="offices">
        {offices.map(({ title, of, from, to, basis, documents }) => (
          <li key={`${title} ${of} ${from}`}>
            <p>
              <bdi>{title}</bdi>
              {of && <span class="soft">, {sideName(of)}</span>}
            </p>
            <p class="soft">
              {from || to ? (
                <>
                  {from ? <Day date={from} brief /> : "…"} – {to ? <Day date={to} brief /> : "…"} ·{" "}
                </>
              ) : null}
              {basis === "text"
                ? `named so in ${counted(documents.length, "document")}`
                : "from the register"}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );

const Counterparts = ({ actor }: { actor: ActorFile }) => {
  const most = Math.max(1, ...actor.counterparts.map(({ contacts }) => contacts));
  return (
    <section aria-labelledby="counterparts-title">
      <h2 id="counterparts-title">Talks to</h2>
      {actor.counterparts.length === 0 && <p class="soft">No contact of it is known.</p>}
      <ul class="counterparts">
        {actor.counterparts.slice(0, 25).map((one) => (
          <li key={one.key}>
            <p>
              <a href={hrefOf(["actors", one.key])} data-item>
                <bdi>{one.name}</bdi>
              </a>
              {one.country && one.kind !== "state" && <span class="soft">, {sideName(one.country)}</span>}
            </p>
            <p class="soft">
              <meter min={0} max={most} value={one.contacts} aria-hidden="true" />{" "}
              <a href={hrefOf(["timeline"], { actor: [`key:${actor.key}`, `key:${one.key}`] })}>
                {counted(one.contacts, "contact")}
              </a>
              , last <Day date={one.last} brief />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Statements = ({ url }: { url: string }) => {
  const answer = useData<Page<Statement>>(url);
  return (
    <Shown answer={answer}>
      {({ items, next }) => (
        <>
          {items.length === 0 && <p class="soft">Nothing so far.</p>}
          <ol class="quotes">
            {items.map((one) => (
              <Quote key={one.id} statement={one} />
            ))}
          </ol>
          {next && <p class="soft">Older statements are in the API and on the timeline.</p>}
        </>
      )}
    </Shown>
  );
};
