// A comparison -> rows to lay side by side: what every way of showing one (terminal, page, Markdown) goes through.
import { wordsOf } from "../record/look-up.ts";
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
      .map((id) => actors.find((actor) => actor.id === id)?.name ?? "")
      .filter(Boolean)
      .join(", "),
  ]
    .filter((name, at, all) => name !== "" && name !== all[at - 1])
    .join(" › "),
  act: point.act.replaceAll("-", " "),
  words: wordsOf(point.content).replace(/\s+/g, " "),
});

/** `call, 2025-03-03: Jan Lipavsky (CZE), Marco Rubio (USA)` */
export const headline = ({ contact, actors }: Comparison): string => {
  const people = contact.participants.map(({ actor, side }) => {
    const found = actors.find((one) => one.id === actor);
    return `${found?.name ?? actor}${side === undefined ? "" : ` (${side})`}`;
  });
  return `${contact.channel}, ${contact.date ?? "undated"}: ${people.join(", ")}`;
};
