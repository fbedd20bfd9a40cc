// A comparison -> what the page lays side by side: for each relation its rows, a cell a side, differing words marked.
import type { Comparison, Point } from "../state/shapes.ts";

export type Relation = "contrary" | "reworded" | "same";
/** A topic that two sides or more speak of; a cell a side, in the order of the sides. */
export type Row = {
  readonly topic: string;
  readonly relation: Relation;
  readonly cells: readonly (readonly Point[])[];
  /** For each side the words that only it uses, folded. */
  readonly own: readonly ReadonlySet<string>[];
  /** How strongly each side puts it, where they differ. */
  readonly strength: string | undefined;
};

/** The rows of one relation. */
export const rowsOf = (comparison: Comparison, relation: Relation): Row[] => {
  const sides = comparison.sides.map(({ side }) => side);
  const points = new Map(comparison.sides.flatMap((one) => one.points.map((point) => [point.id, point])));
  return comparison.shared
    .filter((row) => row.relation === relation)
    .map(({ topic, points: told, differences }) => ({
      topic,
      relation,
      cells: sides.map((side) =>
        told.filter((one) => one.side === side).flatMap(({ point }) => points.get(point) ?? []),
      ),
      own: sides.map(
        (side) =>
          new Set(
            differences
              .filter((line) => line.startsWith(`${side} only: `))
              .flatMap((line) => line.slice(line.indexOf(": ") + 2).split(", "))
              .map(fold),
          ),
      ),
      strength: differences.find((line) => line.startsWith("strength: "))?.slice("strength: ".length),
    }));
};

/** What only one side says, with its side's place among the sides. */
export const onlyOf = (comparison: Comparison): { side: string; at: number; points: Point[] }[] =>
  comparison.sides.map(({ side, points }, at) => {
    const ids = new Set(comparison.only.find((one) => one.side === side)?.points);
    return { side, at, points: points.filter(({ id }) => ids.has(id)) };
  });

const fold = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A piece of what a side says; `own` where the other side has no such words. */
export type Piece = { readonly text: string; readonly own: boolean };

/** Cuts words into what both sides use and what only this one does; small words between two such belong to them. */
export const piecesOf = (text: string, own: ReadonlySet<string>): Piece[] => {
  const parts = text.split(/([\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*)/u);
  const marked = parts.map((part, at) => at % 2 === 1 && has(own, part));
  for (let at = 1; at < parts.length; at += 2) {
    if (!marked[at]) continue;
    // A gap of at most two short words, none of them shared by both, is no common ground.
    const next = marked.findIndex((one, later) => one && later > at && later <= at + 6);
    if (next < 0) continue;
    const between = parts.slice(at + 1, next);
    if (between.every((part, turn) => (turn % 2 === 1 ? part.length <= 3 : /^[\s,]*$/.test(part))))
      marked.fill(true, at, next);
  }
  const pieces: { text: string; own: boolean }[] = [];
  parts.forEach((part, at) => {
    const last = pieces.at(-1);
    if (part === "") return;
    if (last && last.own === marked[at]) last.text += part;
    else pieces.push({ text: part, own: marked[at]! });
  });
  return pieces;
};

const has = (own: ReadonlySet<string>, word: string): boolean =>
  own.has(fold(word)) || word.split(/[’'-]/).some((part) => part.length > 2 && own.has(fold(part)));

/** Who of a side speaks most for it: named once above the column, not at every point. A state's own name says nothing there. */
export const leadOf = ({ actors, sides }: Comparison, side: string): string | undefined => {
  const own = new Map(actors.filter(({ country }) => country === side).map(({ id, name }) => [id, name]));
  const counts = new Map<string, number>();
  for (const { speakers } of sides.find((one) => one.side === side)?.points ?? []) {
    const name = speakers.length === 1 ? own.get(speakers[0]!) : undefined;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};
