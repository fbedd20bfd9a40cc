// Found and gold spans with a kind -> counts of exact agreement, one for each kind.
import type { Span } from "../../src/model/span.ts";
import type { Count } from "./segments.ts";

export type KindSpan = Span & { readonly kind: string };

/** Counts by kind: a span is right where its ends and its kind are those of a gold one. */
export const countKinds = (
  found: readonly KindSpan[],
  gold: readonly KindSpan[],
  kinds: readonly string[],
): { [kind: string]: Count } => {
  const key = ({ start, end, kind }: KindSpan) => `${start}-${end}-${kind}`;
  const counts: { [kind: string]: Count } = {};
  for (const kind of kinds) {
    const own = (spans: readonly KindSpan[]) => new Set(spans.filter((span) => span.kind === kind).map(key));
    const right = own(gold);
    const mine = own(found);
    counts[kind] = {
      found: mine.size,
      gold: right.size,
      right: [...mine].filter((one) => right.has(one)).length,
    };
  }
  return counts;
};
