// The stretch of text that every finding points to, and what is asked of one.

/** A half-open stretch of `document.text`, in UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

/** True where `outer` holds all of `inner`. */
export const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Position of the first span that starts at or after `offset`, by halving; their count where none does. `spans` are sorted by start. */
export const firstFrom = (spans: readonly Span[], offset: number): number => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Position of the last span that starts at or before `offset`, -1 where none does. `spans` are sorted by start. */
export const lastBefore = (spans: readonly Span[], offset: number): number =>
  firstFrom(spans, offset + 1) - 1;

/** True where the two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
