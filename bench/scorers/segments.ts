// Found and gold segments -> precision, recall and F1, as the CoNLL 2018 evaluation counts them: a segment is right
// where both its ends agree with a gold one once white space is left out of the text.
import type { Span } from "../../src/model/span.ts";

/** Counts that can be added up over documents. */
export type Count = { found: number; gold: number; right: number };

/** How many of the found spans are gold ones, white space left out. Equal spans are matched one to one. */
export const countSegments = (text: string, found: readonly Span[], gold: readonly Span[]): Count => {
  const rank = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) rank[at + 1] = rank[at]! + (/\S/.test(text[at]!) ? 1 : 0);
  const key = ({ start, end }: Span) => `${rank[start]}-${rank[end]}`;
  const open = new Map<string, number>();
  for (const span of gold) open.set(key(span), (open.get(key(span)) ?? 0) + 1);
  let right = 0;
  for (const span of found) {
    const left = open.get(key(span)) ?? 0;
    if (left === 0) continue;
    open.set(key(span), left - 1);
    right += 1;
  }
  return { found: found.length, gold: gold.length, right };
};

/** Sum of counts. */
export const addCounts = (counts: readonly Count[]): Count =>
  counts.reduce(
    (sum, one) => ({
      found: sum.found + one.found,
      gold: sum.gold + one.gold,
      right: sum.right + one.right,
    }),
    { found: 0, gold: 0, right: 0 },
  );

/** F1 in per cent; 0 where nothing is right. */
export const f1 = ({ found, gold, right }: Count): number =>
  right === 0 ? 0 : (200 * right) / (found + gold);
