// A first tree -> the same sentence from right to left, with that tree as a hint for the parser's second run.
import { type Columns, margin } from "./encode.ts";
import type { State } from "./state.ts";

/** Fills `mirrored` with the words of `columns` in reverse, and with the heads and relations found for them. */
export const mirror = (
  columns: Columns,
  { head, relation }: Pick<State, "head" | "relation">,
  mirrored: Columns,
): void => {
  const { length } = columns;
  mirrored.length = length;
  for (const name of copied) {
    const from = columns[name];
    const to = mirrored[name];
    for (let at = 0; at < length + 2 * margin; at += 1) to[at] = from[length + 2 * margin - 1 - at]!;
  }
  mirrored.hintLast.fill(-1, 0, length + 2 * margin);
  mirrored.hintHead.fill(-1, 0, length + 2 * margin);
  mirrored.hintRelation.fill(-1, 0, length + 2 * margin);
  for (let index = 0; index < length; index += 1) {
    const at = length - 1 - index;
    const above = mirroredHead(head[index]!, length);
    mirrored.hintHead[at + margin] = above;
    mirrored.hintRelation[at + margin] = relation[index]!;
    mirrored.hintLast[above + margin] = Math.max(mirrored.hintLast[above + margin]!, at);
  }
};

/** A head's number in the other direction; the root stands after the last word in both. */
export const mirroredHead = (head: number, length: number): number =>
  head === length ? length : length - 1 - head;

const copied = ["form", "lower", "ending2", "ending3", "lexical", "tag", "upos", "quoted"] as const;
