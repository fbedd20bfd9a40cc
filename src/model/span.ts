// The stretch of text that every finding points to, and what is asked of one.

/** A half-open stretch of `document.text`, in UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

/** True where `outer` holds all of `inner`. */
export const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** True where the two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
