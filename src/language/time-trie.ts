// Rules of one class -> a trie: sequences that begin alike share their way.
import type { TimeElement, TimeGuard } from "./time-pattern.ts";
import type { TimeRule } from "./time-rules.ts";

/** Classes of digits: the least and the greatest value, how many digits. `yyyy` is a year, `yy` one without its century. */
export const digitClasses = {
  digits: { least: 0, greatest: 999999999, widths: [1, 9] },
  yyyy: { least: 1000, greatest: 2199, widths: [4, 4] },
  yy: { least: 0, greatest: 99, widths: [2, 2] },
  mm: { least: 1, greatest: 12, widths: [1, 2] },
  dd: { least: 1, greatest: 31, widths: [1, 2] },
  hour: { least: 0, greatest: 24, widths: [1, 2] },
  minute: { least: 0, greatest: 59, widths: [2, 2] },
  /** A decade by its first year, `1990`, worth `199`; `yy0` without its century. */
  yyy0: { least: 1000, greatest: 2190, widths: [4, 4] },
  yy0: { least: 0, greatest: 90, widths: [2, 2] },
} as const;

/** Classes that code reads, since no list can hold them: numbers, ordinals and years in digits or words. */
export const codeClasses = [
  "number",
  "ordinal",
  /** An ordinal up to 31, with two digits. */
  "ordinal-day",
  /** The century of an ordinal: `20th` is `19`. */
  "century",
  "year-words",
  /** Any atom; useful with tags. */
  "word",
  ...(Object.keys(digitClasses) as (keyof typeof digitClasses)[]),
] as const;

/** One class. A code class has no trie; a union has members. `first` holds the words that may open it. */
export type TimeClass = {
  readonly name: string;
  readonly node?: TimeNode;
  readonly members: readonly TimeClass[];
  readonly code?: (typeof codeClasses)[number];
  readonly first: ReadonlySet<string>;
  /** True where digits may open it. */
  readonly digits: boolean;
};

/** A guard with its classes looked up. */
export type GuardCheck = {
  readonly not: boolean;
  readonly any: readonly (readonly (TimeElement & { readonly of?: TimeClass })[])[];
};

/** A rule that ends at a node. */
export type TimeEnd = {
  readonly rule: TimeRule;
  readonly before: readonly GuardCheck[];
  readonly after: readonly GuardCheck[];
};

/** A step by a word or by a class. */
export type TimeEdge = { readonly element: TimeElement; readonly of?: TimeClass; readonly to: TimeNode };

/** A place in the trie. `words` are steps by a lower-case word, `classes` steps by a class. */
export type TimeNode = {
  readonly words: Map<string, TimeEdge[]>;
  readonly classes: TimeEdge[];
  readonly ends: TimeEnd[];
};

export const emptyNode = (): TimeNode => ({ words: new Map(), classes: [], ends: [] });

/** Adds all sequences of a rule; `classes` must hold all that it names. */
export const addRule = (root: TimeNode, rule: TimeRule, classes: ReadonlyMap<string, TimeClass>): void => {
  for (const { elements, before, after } of rule.sequences) {
    let node = root;
    for (const element of elements) node = step(node, element, classes);
    const check = ({ not, any }: TimeGuard): GuardCheck => ({
      not,
      any: any.map((run) =>
        run.map((one) => {
          const of = one.class === undefined ? undefined : classes.get(one.class);
          return of ? { ...one, of } : one;
        }),
      ),
    });
    node.ends.push({ rule, before: before.map(check), after: after.map(check) });
  }
};

const step = (node: TimeNode, element: TimeElement, classes: ReadonlyMap<string, TimeClass>): TimeNode => {
  const edges = element.literal === undefined ? node.classes : (node.words.get(element.literal) ?? []);
  const old = edges.find((edge) => same(edge.element, element));
  if (old) return old.to;
  const of = element.class === undefined ? undefined : classes.get(element.class);
  const edge: TimeEdge = { element, to: emptyNode(), ...(of ? { of } : {}) };
  edges.push(edge);
  if (element.literal !== undefined) node.words.set(element.literal, edges);
  return edge.to;
};

const same = (a: TimeElement, b: TimeElement): boolean =>
  a.literal === b.literal &&
  a.class === b.class &&
  a.name === b.name &&
  a.glued === b.glued &&
  (a.cased ?? false) === (b.cased ?? false) &&
  [...(a.tags?.any ?? [])].join() === [...(b.tags?.any ?? [])].join() &&
  a.tags?.not === b.tags?.not;
