// Known names by kind, in the form in which they are looked up: lower-case words parted as the tokens stage parts them.
import type { Body, Organization, State } from "./register.ts";

/** Kinds of known names, one bit each; a name may be of several. */
export const kinds = {
  state: 1,
  demonym: 2,
  place: 4,
  given: 8,
  organization: 16,
  title: 32,
  family: 64,
  person: 128,
  region: 256,
} as const;

/** Bits by key, and by first word the number of words of the longest name that begins with it. */
export type Gazetteer = {
  readonly bits: ReadonlyMap<string, number>;
  readonly longest: ReadonlyMap<string, number>;
};

type Names = { readonly [kind in keyof typeof kinds]: readonly string[] };

/** Makes a gazetteer of names as they are written. */
export const toGazetteer = (names: Names): Gazetteer => {
  const bits = new Map<string, number>();
  const longest = new Map<string, number>();
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[])
    for (const name of names[kind]) {
      const words = partsOf(name);
      const key = words.join(" ");
      bits.set(key, (bits.get(key) ?? 0) | kinds[kind]);
      longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length));
    }
  return { bits, longest };
};

const partsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/('s)(?= |$)/g, " $1")
    .replace(/[-,/()]/g, " $& ")
    .split(/ +/)
    .filter((part) => part !== "");

/** What the actors tables know: states with their adjectives, people and capitals, organizations and bodies. */
export const registerNames = (
  states: readonly State[],
  organizations: readonly Organization[],
  bodies: readonly Body[],
): Pick<Names, "state" | "demonym" | "place" | "organization"> => ({
  state: states.flatMap((state) => [state.name, ...state.names]),
  demonym: states.flatMap((state) => [
    ...state.adjectives,
    ...state.people,
    ...state.people.map((one) => (one.endsWith("man") ? `${one.slice(0, -3)}men` : `${one}s`)),
  ]),
  place: states.flatMap((state) => state.capitals),
  organization: [
    ...organizations.flatMap((one) => [one.name, ...one.names]),
    ...bodies.flatMap((one) => [one.name, ...one.names]),
    ...states.flatMap((state) => state.seats),
  ],
});

/** Bits beside the kinds: the name has several words; the word stands inside one. */
export const many = 1 << 24;
export const inside = 1 << 25;
const weakKinds = kinds.state | kinds.demonym | kinds.place | kinds.organization;

/**
 * Marks each word with the kinds of the known names that cover it: the lowest byte where one begins, the next one
 * inside of one, the third where one begins in small letters, which is weak evidence and none for people.
 */
export const lookUp = (
  words: readonly { readonly text: string }[],
  { bits, longest }: Gazetteer,
): Int32Array => {
  const found = new Int32Array(words.length);
  for (let at = 0; at < words.length; at += 1) {
    const first = keyOf(words[at]!.text);
    const most = longest.get(first);
    if (most === undefined) continue;
    const capital = isCapital(words[at]!.text);
    let key = first;
    for (let size = 1; ; size += 1) {
      const kind = (bits.get(key) ?? 0) & 0xff;
      if (kind !== 0) {
        found[at]! |= (capital ? kind : (kind & weakKinds) << 16) | (size > 1 ? many : 0);
        for (let next = at + 1; next < at + size; next += 1)
          found[next]! |= (capital ? kind << 8 : 0) | inside;
      }
      const next = words[at + size];
      if (size === most || !next) break;
      key += ` ${keyOf(next.text)}`;
    }
  }
  return found;
};

const keyOf = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.includes("’") ? lower.replaceAll("’", "'") : lower;
};

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);
