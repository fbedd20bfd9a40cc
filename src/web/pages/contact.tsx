// One contact as each side tells it: what they say against each other, in other words, alike, and what one of them leaves out.

import { nameOf, Told } from "../contact/account.tsx";
import { aloneOf } from "../contact/alone.ts";
import { Balance, Headline } from "../contact/balance.tsx";
import { SourcesProvider, useSources } from "../contact/context.ts";
import { Evidence, Facts } from "../contact/facts.tsx";
import { leadOf, onlyOf, type Relation, type Row, rowsOf } from "../contact/rows.ts";
import { citationOf, Share } from "../contact/share.tsx";
import { copy, Day, Shown } from "../parts/said.tsx";
import { choose, hrefOf, useAddress } from "../state/address.ts";
import { useData } from "../state/data.ts";
import { useKeys } from "../state/keys.ts";
import type { PageProps } from "../state/page.ts";
import type { Comparison, Page, Contact as Telling } from "../state/shapes.ts";
import { listed, sideInSentence, sideName } from "../state/words.ts";

/** The page. */
export const Contact = ({ id }: PageProps) => {
  const tellings = useData<Page<Telling>>(`/api${hrefOf(["contacts", id, "tellings"])}`);
  const sides = new Set(tellings.data?.items.flatMap(({ accounts }) => accounts.map(({ side }) => side)));
  const comparison = useData<Comparison>(
    sides.size < 2 ? undefined : `/api${hrefOf(["contacts", id, "comparison"])}`,
  );
  return (
    <Shown answer={tellings}>
      {({ items }) => {
        if (comparison.data) return <Accounts comparison={comparison.data} tellings={items} alone={false} />;
        if (sides.size < 2 || comparison.trouble?.status === 404)
          return <Accounts comparison={aloneOf(items)} tellings={items} alone={true} />;
        return <Shown answer={comparison}>{() => null}</Shown>;
      }}
    </Shown>
  );
};

type AccountsProps = {
  readonly comparison: Comparison;
  readonly tellings: readonly Telling[];
  readonly alone: boolean;
};

const kinds: readonly {
  readonly relation: Relation;
  readonly title: string;
  readonly sign: string;
  readonly says: string;
}[] = [
  { relation: "contrary", title: "They contradict each other", sign: "≠", says: "contradicts" },
  { relation: "reworded", title: "In other words", sign: "≈", says: "in other words" },
  { relation: "same", title: "Both say it", sign: "=", says: "both" },
];

const choices = [
  ["contrary", "contradictions"],
  ["reworded", "other words"],
  ["same", "what both say"],
  ["only", "one-sided points"],
] as const;

const Accounts = ({ comparison, tellings, alone }: AccountsProps) => {
  const show = useAddress().query.get("show") ?? "all";
  const people = comparison.contact.participants
    .map(({ actor }) => nameOf(actor, comparison))
    .filter(Boolean);
  const headline = people.length === 0 ? "A contact" : listed([...new Set(people)]);
  const filter = (name: string) => choose({ show: show === name ? undefined : name });
  const link = `${location.origin}${hrefOf(["contacts", comparison.contact.id])}`;
  useKeys("Contact", [
    ...choices.map(([name, says], at) => ({
      keys: String(at + 1),
      says: `only ${says}`,
      run: () => filter(name),
    })),
    { keys: "0", says: "everything", run: () => choose({ show: undefined }) },
    {
      keys: "c",
      says: "copy a citation",
      run: () => void copy(citationOf(comparison, headline), "Citation"),
    },
    { keys: "l", says: "copy the permalink", run: () => void copy(link, "Link") },
  ]);
  const sources = useSources(comparison.documents.map((one) => one.id));
  return (
    <article class={`contact sides-${Math.min(comparison.sides.length, 4)}`}>
      <Headline comparison={comparison} headline={headline} alone={alone} />
      {!alone && <Balance comparison={comparison} show={show} filter={filter} />}
      <Share comparison={comparison} headline={headline} alone={alone} />
      <SourcesProvider value={sources}>
        <SideBySide comparison={comparison} alone={alone} shown={(name) => show === "all" || show === name} />
      </SourcesProvider>
      <Facts comparison={comparison} />
      <Press comparison={comparison} />
      <Evidence tellings={tellings} />
    </article>
  );
};

type SideBySideProps = {
  readonly comparison: Comparison;
  readonly alone: boolean;
  readonly shown: (name: string) => boolean;
};

/** The accounts: relation after relation, then what only one side says. */
const SideBySide = ({ comparison, alone, shown }: SideBySideProps) => {
  const only = onlyOf(comparison);
  return (
    <div class="accounts">
      {!alone && <Heads comparison={comparison} />}
      {kinds.map(({ relation, title, sign, says }) => {
        const rows = shown(relation) ? rowsOf(comparison, relation) : [];
        if (rows.length === 0) return null;
        return (
          <section key={relation} class={`relation ${relation}`} aria-labelledby={`title-${relation}`}>
            <h2 id={`title-${relation}`}>
              <span class="sign" aria-hidden="true">
                {sign}
              </span>
              {title}
            </h2>
            {rows.map((row, at) => (
              <Aligned key={at} row={row} says={says} comparison={comparison} />
            ))}
          </section>
        );
      })}
      {shown("only") && only.some(({ points }) => points.length > 0) && (
        <section class="relation only" aria-labelledby="title-only">
          <h2 id="title-only">{alone ? "What is told" : "Only one of them says it"}</h2>
          <div class="columns">
            {only.map(({ side, at, points }) => (
              <Only key={side} side={side} at={at} points={points} comparison={comparison} />
            ))}
          </div>
        </section>
      )}
      {comparison.sides.length === 0 && (
        <p class="soft">No side's account of it is known: the texts only say that it took place.</p>
      )}
    </div>
  );
};

/** The sides, above their columns: who speaks for them, and in which documents. */
const Heads = ({ comparison }: { comparison: Comparison }) => (
  <div class="columns heads">
    {comparison.sides.map(({ side }, at) => {
      const lead = leadOf(comparison, side);
      const office = comparison.actors.find(({ name, office }) => name === lead && office)?.office;
      const own = comparison.documents.filter((one) => one.side === side);
      return (
        <div key={side} class={`head side-${at}`}>
          <p class="side-name">{sideName(side)}</p>
          {lead && lead !== sideName(side) && (
            <p>
              <bdi>
                {lead}
                {office && <span class="soft">, {office}</span>}
              </bdi>
            </p>
          )}
          {own.map(({ id, publisher, title }) => (
            <p key={id} class="soft">
              <a href={hrefOf(["documents", id])}>
                <bdi>{title ?? publisher ?? "its account"}</bdi>
              </a>
            </p>
          ))}
          {own.length === 0 && <p class="soft">known through the press only</p>}
        </div>
      );
    })}
  </div>
);

const Aligned = ({ row, says, comparison }: { row: Row; says: string; comparison: Comparison }) => (
  <div class="row">
    <h3>
      <bdi>{row.topic}</bdi>
      <span class="unseen">, {says}</span>
    </h3>
    <div class="columns">
      {row.cells.map((points, at) => {
        const { side } = comparison.sides[at]!;
        return (
          <div key={side} class={`cell side-${at}`}>
            <p class="side-name cell-side">{sideName(side)}</p>
            {points.length === 0 ? (
              <p class="soft">does not speak of it</p>
            ) : (
              points.map((point) => (
                <Told
                  key={point.id}
                  point={point}
                  side={side}
                  lead={leadOf(comparison, side)}
                  own={row.relation === "same" ? new Set() : row.own[at]!}
                  comparison={comparison}
                />
              ))
            )}
          </div>
        );
      })}
    </div>
  </div>
);

type OnlyProps = {
  side: string;
  at: number;
  points: Comparison["sides"][number]["points"];
  comparison: Comparison;
};
const Only = ({ side, at, points, comparison }: OnlyProps) => (
  <div class={`cell side-${at}`}>
    <h3 class="side-name">{comparison.sides.length > 1 ? `Only ${sideInSentence(side)}` : sideName(side)}</h3>
    {points.length === 0 && <p class="soft">nothing that the other does not say too</p>}
    {points.map((point) => (
      <Told
        key={point.id}
        point={point}
        side={side}
        lead={leadOf(comparison, side)}
        comparison={comparison}
      />
    ))}
  </div>
);

/** Documents of no side. */
const Press = ({ comparison }: { comparison: Comparison }) => {
  const reports = comparison.documents.filter(
    (one) => one.side === undefined || !comparison.sides.some(({ side }) => side === one.side),
  );
  if (reports.length === 0) return null;
  return (
    <section class="press" aria-labelledby="press-title">
      <h2 id="press-title">Reported by</h2>
      <ul>
        {reports.map(({ id, title, publisher, published }) => (
          <li key={id}>
            <a href={hrefOf(["documents", id])} data-item>
              <bdi>{title ?? "A text without a title"}</bdi>
            </a>
            <p class="soft">
              <bdi>{publisher ?? "unknown publisher"}</bdi>, <Day date={published} brief />
              {comparison.sides.map(({ side, points }) => {
                const count = points.filter((point) => point.document === id).length;
                return count === 0 ? null : ` · ${count} of ${sideName(side)}’s points`;
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
