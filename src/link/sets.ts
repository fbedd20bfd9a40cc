// Pairs that belong together -> sets: each id leads to the smallest id of its set.

export type Sets = {
  /** The id that stands for the whole set. */
  readonly rootOf: (id: string) => string;
  readonly join: (a: string, b: string) => void;
};

/** Sets of one id each, to be joined. */
export const makeSets = (): Sets => {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let above = parents.get(at); above !== undefined; above = parents.get(at)) {
      const next = parents.get(above);
      if (next !== undefined) parents.set(at, next);
      at = above;
    }
    return at;
  };
  return {
    rootOf,
    join: (a, b) => {
      const [root = a, leaf = b] = [rootOf(a), rootOf(b)].sort();
      if (root !== leaf) parents.set(leaf, root);
    },
  };
};
