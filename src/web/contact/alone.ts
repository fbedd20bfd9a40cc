// Tellings of a contact of which fewer than two sides have an account -> the same shape, with nothing to set against it.

import type { Comparison, Contact } from "../state/shapes.ts";
import { sideName } from "../state/words.ts";

/** A comparison of what there is. */
export const aloneOf = (tellings: readonly Contact[]): Comparison => {
  const [first] = tellings;
  const sides = [...new Set(tellings.flatMap(({ accounts }) => accounts.map(({ side }) => side)))].map(
    (side) => {
      const telling = tellings.filter(({ accounts }) => accounts.some((one) => one.side === side));
      return {
        side,
        name: sideName(side),
        documents: telling.map(({ document }) => document.id),
        points: telling.flatMap(({ document, accounts }) =>
          accounts
            .filter((one) => one.side === side)
            .flatMap(({ points }) => points.map((point) => ({ ...point, document: document.id, via: [] }))),
        ),
      };
    },
  );
  const names = new Map(tellings.flatMap((one) => Object.entries(one.names)));
  return {
    contact: { ...first!, documents: tellings.map(({ document }) => document.id) },
    actors: [...names].map(([id, name]) => ({ id, name })),
    documents: tellings.map(({ document }) => document),
    sides,
    shared: [],
    only: sides.map(({ side, points }) => ({ side, points: points.map(({ id }) => id) })),
    facts: [],
  };
};
