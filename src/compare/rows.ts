// A comparison -> rows to lay side by side: what every way of showing one (terminal, page, Markdown) goes through.
import { bareName } from "../link/identity.ts";
import { joined, wordsOf } from "../record/look-up.ts";
import type { ComparedPoint, Comparison, FactRow } from "./schema.ts";

/** One row: a cell a side, with the points that the side makes there; empty where it is silent. */
export type Row = {
  readonly topic: string;
  readonly relation: "same" | "reworded" | "contrary" | "only";
  readonly cells: readonly (readonly ComparedPoint[])[];
  readonly differences: readonly string[];
};

/** How each relation reads. */
export const relationWords: { readonly [relation in Row["relation"]]: string } = {
  same: "both",
  reworded: "both, in other words",
  contrary: "contradicts",
  only: "only here",
};

/** Rows in order: contradictions, what both say, what one says, side after side. */
export const rowsOf = (comparison: Comparison): Row[] => {
  const sides = comparison.sides.map(({ side }) => side);
  const points = new Map(comparison.sides.flatMap((one) => one.points.map((point) => [point.id, point])));
  const order = ["contrary", "reworded", "same"];
  const shared = [...comparison.shared].sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation));
  return [
    ...shared.map(({ topic, relation, points: cells, differences }) => ({
      topic,
      relation,
      differences,
      cells: sides.map((side) =>
        cells.filter((cell) => cell.side === side).flatMap((cell) => points.get(cell.point) ?? []),
      ),
    })),
    ...comparison.only.flatMap(({ side, points: ids }) =>
      ids.flatMap((id) => {
        const point = points.get(id);
        if (!point) return [];
        return [
          {
            topic: point.topic,
            relation: "only" as const,
            differences: [],
            cells: sides.map((one) => (one === side ? [point] : [])),
          },
        ];
      }),
    ),
  ];
};

/** Facts that someone states, differing ones first. */
export const statedFacts = ({ facts }: Comparison): FactRow[] =>
  facts
    .filter(({ values }) => values.some(({ value }) => value !== null))
    .sort((a, b) => Number(a.agree) - Number(b.agree));

/** `State Department › Rubio`, `stress`, `…` of a point. */
export const pointWords = (
  point: ComparedPoint,
  { actors }: Comparison,
): { who: string; act: string; words: string } => ({
  who: [
    ...point.via,
    point.speakers
      .map((id) => bareName(actors.find((actor) => actor.id === id)?.name ?? ""))
      .filter(Boolean)
      .join(", "),
  ]
    .filter((name, at, all) => name !== "" && name !== all[at - 1])
    .join(" › "),
  act: point.act.replaceAll("-", " "),
  words: wordsOf(point.content).replace(/\s+/g, " "),
});

/** `Call on 3 March 2025: Jan Lipavsky (Czechia) and Marco Rubio (United States)` */
export const headline = ({ contact, actors, sides }: Comparison): string => {
  const people = contact.participants.map(({ actor, side }) => {
    const name = bareName(actors.find((one) => one.id === actor)?.name ?? actor);
    const of = sides.find((one) => one.side === side)?.name ?? side;
    return of === undefined || of === name ? name : `${name} (${of})`;
  });
  const channel = contact.channel === "other" ? "contact" : contact.channel;
  const what = `${channel[0]!.toUpperCase()}${channel.slice(1)}`;
  return `${what}${contact.date === undefined ? ", undated" : ` on ${dayWords(contact.date)}`}: ${joined(people)}`;
};

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** `3 March 2025`, `March 2025`; another form as it stands. */
const dayWords = (date: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(date) ?? [];
  if (year === undefined) return date;
  return `${day === undefined ? "" : `${Number(day)} `}${months[Number(month) - 1] ?? month} ${year}`;
};

/** How the accounts stand to each other, in a sentence: `2 matters told by both, 1 contradicted, 4 by France only.` */
export const balance = (comparison: Comparison): string => {
  const count = (relation: Row["relation"]) =>
    comparison.shared.filter((row) => row.relation === relation).length;
  const both = count("same") + count("reworded");
  const told = comparison.sides.length > 2 ? "by several sides" : "by both";
  const others = count("reworded");
  const reworded = others === 0 ? "" : others === both ? ", in other words" : ` (${others} in other words)`;
  const differ = comparison.facts.filter(({ agree }) => !agree).map(({ field }) => field);
  return `${[
    `${both === 0 ? "No" : both} ${both === 1 ? "matter" : "matters"} told ${told}${reworded}`,
    ...(count("contrary") > 0 ? [`${count("contrary")} contradicted`] : []),
    ...comparison.only.map(
      ({ side, points }) =>
        `${points.length} by ${inSentence(comparison.sides.find((one) => one.side === side)?.name ?? side)} only`,
    ),
    ...(differ.length > 0 ? [`they differ on the ${joined(differ)}`] : []),
  ].join("; ")}.`;
};

/** `the United States`, as it stands within a sentence. */
const inSentence = (name: string): string =>
  /^(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives|European|African|Holy|Czech Republic)/.test(
    name,
  )
    ? `the ${name}`
    : name;

/** What a fact's row shows: whether the sides agree, differ, or only one of them speaks of it. */
export const factWord = ({ agree, values }: FactRow): "agree" | "differ" | "one side says" =>
  !agree ? "differ" : values.some(({ value }) => value === null) ? "one side says" : "agree";

/** A fact's value in words: a side by its name, what nobody says as `not said`. */
export const factValue = (value: string | null, { sides }: Comparison): string =>
  value === null ? "not said" : (sides.find(({ side }) => side === value)?.name ?? value);

/** A document by its title, publisher, day and address, and whose text it is again; its id where nothing else names it. */
export const sourceWords = (
  { id, title, publisher, published, url, copyOf }: Comparison["documents"][number],
  documents: Comparison["documents"],
): string[] => {
  const original = documents.find((one) => one.id === copyOf);
  return [
    title ?? (publisher === undefined ? id : undefined),
    publisher,
    published,
    url,
    original && `the text of ${original.title ?? original.publisher ?? original.id} again`,
  ].filter((part) => part !== undefined);
};
