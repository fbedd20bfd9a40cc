// Documents -> groups that tell of one event.
import type { Record } from "../record/schema.ts";
import { fold } from "./identity.ts";

/** A document as weighted terms of unit length. */
export type Story = {
  readonly id: string;
  readonly terms: ReadonlyMap<string, number>;
};

/** In how many of `size` documents each term stands. */
export type Background = { readonly size: number; readonly counts: ReadonlyMap<string, number> };

type Text = Pick<Record["document"], "id" | "text">;

const nameWeight = 2;
const numberWeight = 1.5;
/** News leads with its event: what the first words say counts more often. */
const lead = { words: 60, times: 3 } as const;
/** From this mean likeness on, two groups of documents tell of one event. */
const sameStory = 0.06;

/** Counts the terms of a whole library, against which those of a few documents are weighed. */
export const countLibrary = (documents: readonly Text[]): Background => {
  const counts = new Map<string, number>();
  for (const { text } of documents)
    for (const term of termsOf(text).keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { size: documents.length, counts };
};

/**
 * Weighs the terms of documents that may belong together (one topic, one pair of states): what is rare in the library
 * and rare among these documents tells most, names and numbers more than other words.
 */
export const storiesOf = (
  documents: readonly Text[],
  library: Background = countLibrary(documents),
): Story[] => {
  const here = countLibrary(documents);
  return documents.map(({ id, text }) => {
    const counts = termsOf(text);
    const terms = new Map<string, number>();
    let square = 0;
    for (const [term, count] of counts) {
      const weight = (1 + Math.log(count)) * rarity(term, library) * rarity(term, here) * kindWeight(term);
      terms.set(term, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [term, weight] of terms) terms.set(term, weight / length);
    return { id, terms };
  });
};

const rarity = (term: string, { size, counts }: Background): number =>
  Math.log(1 + size / (counts.get(term) ?? 1));

const kindWeight = (term: string): number =>
  term.startsWith("@") ? nameWeight : term.startsWith("#") ? numberWeight : 1;

/** Cosine of two documents, 0 to 1. */
export const likeness = (a: Story, b: Story): number => {
  const [small, large] = a.terms.size < b.terms.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small.terms) sum += weight * (large.terms.get(term) ?? 0);
  return sum;
};

/** Groups documents by mean likeness (average linkage), in about quadratic time: give it one block, not a library. */
export const groupStories = (stories: readonly Story[]): Story[][] => {
  const groups: (Story[] | undefined)[] = stories.map((story) => [story]);
  const like = stories.map((a) => Float64Array.from(stories, (b) => (a === b ? -1 : likeness(a, b))));
  const best = stories.map((_, at) => nearest(like[at]!, groups));
  for (;;) {
    let at = -1;
    for (const row of groups.keys())
      if (groups[row] && best[row]! >= 0 && (at < 0 || like[row]![best[row]!]! > like[at]![best[at]!]!))
        at = row;
    if (at < 0 || like[at]![best[at]!]! < sameStory) break;
    const other = best[at]!;
    mergeRows(like, groups, at, other);
    for (const row of groups.keys())
      if (row === at || best[row] === at || best[row] === other) best[row] = nearest(like[row]!, groups);
  }
  return groups.filter((group) => group !== undefined);
};

const nearest = (row: Float64Array, groups: readonly (Story[] | undefined)[]): number => {
  let best = -1;
  for (const other of groups.keys())
    if (groups[other] && row[other]! >= 0 && (best < 0 || row[other]! > row[best]!)) best = other;
  return best;
};

/** Puts group `other` into group `at`; the likeness of the whole is the mean of its members'. */
const mergeRows = (
  like: Float64Array[],
  groups: (Story[] | undefined)[],
  at: number,
  other: number,
): void => {
  const [a, b] = [groups[at]!, groups[other]!];
  for (const row of groups.keys()) {
    if (!groups[row] || row === at || row === other) continue;
    const mean = (like[at]![row]! * a.length + like[other]![row]! * b.length) / (a.length + b.length);
    like[at]![row] = mean;
    like[row]![at] = mean;
  }
  groups[at] = [...a, ...b];
  groups[other] = undefined;
};

const termsOf = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  let at = 0;
  for (const match of text.matchAll(/\p{L}+|\p{N}+(?:[.,]\p{N}+)*/gu)) {
    const word = fold(match[0]);
    const stem = word.length > 4 ? word.replace(/(?:ing|ed|es|s|e|li)$/, "") : word;
    const term = /^\p{N}/u.test(word) ? `#${word}` : /^\p{Lu}/u.test(match[0]) ? `@${stem}` : stem;
    if (term.length > 1) counts.set(term, (counts.get(term) ?? 0) + (at < lead.words ? lead.times : 1));
    at += 1;
  }
  return counts;
};
