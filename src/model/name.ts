// Named entities as the language engine finds them, before anyone asks who they are.
import type { Span } from "./span.ts";

/** `nationality` covers demonyms and adjectives of states ("Czech", "U.S."-"Czech"). */
export type NameKind = "person" | "organization" | "place" | "nationality" | "other";

/** A name of neighbouring words `first`..`last` (inclusive indexes into `words`). */
export type Name = Span & { readonly kind: NameKind; readonly first: number; readonly last: number };
