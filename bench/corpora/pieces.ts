// Finds the quoted pieces of gold lines in their text: `words`, `first words ... last words`, `words~2`.
import { holds, overlaps, type Span } from "../../src/model/span.ts";

/** All places in `text` where `words` stand between word borders. */
const places = (text: string, words: string): Span[] => {
  const found: Span[] = [];
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(words); at >= 0 && words !== ""; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const cut = (a: string | undefined, b: string | undefined) =>
      letter.test(a ?? " ") && letter.test(b ?? " ");
    if (!cut(text[at - 1], words[0]) && !cut(words.at(-1), text[end])) found.push({ start: at, end });
  }
  return found;
};

/** Every stretch that a piece may mean; `A ... B` runs from an A to the first B after it. */
const readings = (text: string, piece: string): Span[] => {
  const [first = "", last, ...more] = piece.split(" ... ");
  if (more.length > 0) return [];
  if (last === undefined) return places(text, first);
  return places(text, first).flatMap((head) => {
    const tail = places(text, last).find((place) => place.start >= head.end);
    return tail ? [{ start: head.start, end: tail.end }] : [];
  });
};

/** Distance in characters between two spans, 0 where they touch or overlap. */
const gap = (a: Span, b: Span): number => (overlaps(a, b) ? 0 : Math.max(a.start - b.end, b.start - a.end));

/**
 * The span that a piece means inside one of `ranges`. Where it stands several times: the one that `~n` counts,
 * or the nearest to `near`, the one before it first; a string is the reason why there is none.
 */
export const locate = (
  text: string,
  piece: string,
  ranges: readonly Span[],
  near?: readonly Span[],
): Span | string => {
  const count = /^(.*)~(\d+)$/s.exec(piece);
  const words = (count?.[1] ?? piece).trim();
  const all = readings(text, words).filter((span) => ranges.some((range) => holds(range, span)));
  if (all.length === 0) return `"${words}" does not stand in its text`;
  if (count) return all[Number(count[2]) - 1] ?? `"${words}" stands only ${all.length} times in its text`;
  if (all.length === 1) return all[0]!;
  if (!near) return `"${words}" stands ${all.length} times; say which with ~1, ~2 …`;
  const free = all.filter((span) => !near.some((other) => overlaps(other, span)));
  const distance = (span: Span) => Math.min(...near.map((other) => gap(span, other)));
  return free.reduce((best, span) => (distance(span) < distance(best) ? span : best), free[0] ?? all[0]!);
};
