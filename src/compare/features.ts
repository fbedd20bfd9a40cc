// A point -> what it can be compared by: stems, word classes, names, polarity.
import type { ComparisonLanguage } from "../language/comparison.ts";
import { wordsOf } from "../record/look-up.ts";
import type { ComparedPoint } from "./schema.ts";
import { stemOf } from "./stem.ts";

/** What a point says, as comparable features with weights. */
export type Features = {
  readonly weights: ReadonlyMap<string, number>;
  /** The content words as they stand, by stem, in text order. */
  readonly words: ReadonlyMap<string, string>;
  /** Topics of the taxonomy, most telling first. */
  readonly topics: readonly string[];
  readonly negated: boolean;
  /** How the point is made: `say`, `demand` … */
  readonly act: string;
  /** Stems of names and numbers other than the parties'. */
  readonly names: ReadonlySet<string>;
  /** Stems by which the parties are named. */
  readonly parties: ReadonlySet<string>;
  /** Where in its account it stands: 0 the first words, 1 the last. */
  readonly place: number;
};

/** A point with its side and its features. */
export type SidedPoint = {
  readonly side: string;
  readonly point: ComparedPoint;
  readonly features: Features;
};

const topicWeight = 1.2;
const classWeight = 1.2;
const nameWeight = 1.3;
const partyWeight = 0.3;

/**
 * Reads a point's words. Titles and offices count for nothing, and the names of the parties (stems in `parties`) little:
 * both sides name the same people and states whatever they speak of. `place`: how far into its account it stands, 0 to 1.
 */
export const featuresOf = (
  point: Pick<ComparedPoint, "act" | "content">,
  language: ComparisonLanguage,
  parties: ReadonlySet<string> = new Set(),
  place = 0.5,
): Features => {
  const text = `${wordsOf(point.content)}`;
  const weights = new Map<string, number>();
  const words = new Map<string, string>();
  const stems: string[] = [];
  const names = new Set<string>();
  for (const word of comparedWords(text)) {
    const lower = word.toLowerCase().replaceAll(".", "");
    if (lower.length < 2 || language.stopwords.has(lower)) continue;
    const stem = /\p{N}/u.test(lower) ? lower : stemOf(lower);
    stems.push(stem);
    if (!words.has(stem)) words.set(stem, word);
    if (!parties.has(stem) && /^[\p{Lu}\p{N}]/u.test(word)) names.add(stem);
    const weight = parties.has(stem) ? partyWeight : /^[\p{Lu}\p{N}]/u.test(word) ? nameWeight : 1;
    weights.set(stem, Math.max(weights.get(stem) ?? 0, weight));
  }
  // "[congratulated] him on his return", "[thanked] Türkiye": what such a point tells is the deed.
  const deed = language.deeds.get(point.act);
  if (deed !== undefined && !words.has(stemOf(deed))) {
    stems.push(stemOf(deed));
    words.set(stemOf(deed), deed);
    weights.set(stemOf(deed), 1);
  }
  const classes = classesOf(new Set(stems.filter((stem) => !parties.has(stem))), language);
  const topics = [...classes.keys()].filter((name) => name.startsWith("<"));
  for (const name of classes.keys()) weights.set(name, name.startsWith("<") ? topicWeight : classWeight);
  topics.sort((a, b) => classes.get(b)! - classes.get(a)!);
  const negated = negative.test(text.replace(halfNegative, " "));
  return {
    weights,
    words,
    topics: topics.map((name) => name.slice(1, -1)),
    negated,
    act: point.act,
    names,
    parties,
    place,
  };
};

/** How far into its account a point stands, 0 to 1: both sides often go from one matter to the next in one order. */
export const placesIn = <One extends Pick<ComparedPoint, "document" | "content">>(
  points: readonly One[],
): ((point: One) => number) => {
  const ends = new Map<string, [number, number]>();
  for (const { document, content } of points) {
    const at = content[0]?.start ?? 0;
    const [first, last] = ends.get(document) ?? [at, at];
    ends.set(document, [Math.min(first, at), Math.max(last, at)]);
  }
  return ({ document, content }) => {
    const [first, last] = ends.get(document) ?? [0, 0];
    return last === first ? 0.5 : ((content[0]?.start ?? 0) - first) / (last - first);
  };
};

/** What denies or turns down, by its own meaning too: "does not want", "opposes". */
const negative =
  /\b(?:not|no|never|nor|without|neither|none|nobody|refus\w+|den(?:y|ied|ies)|reject\w*|oppos\w+|inadmissible|unacceptable|impermissible)\b|n[’']t\b/i;
/** "Not only", "no later than", "has not changed": nothing is denied. */
const halfNegative =
  /\b(?:not only|no (?:later|less|more|fewer|sooner|longer than|doubt|one|winners?|losers?)|not (?:just|merely|least|a time|changed?|amount)|never (?:left|stopped|ceased|wavered|abandoned))\b/gi;

/** Words and numbers; a hyphened compound in its parts, but for names of things ("F-35", "COVID-19"). */
const comparedWords = (text: string): string[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:[-’'.,][\p{L}\p{N}]+)*\.?/gu)].flatMap(([word]) => {
    const bare = word.replace(/[’']s$|[.,]$/u, "");
    return /\p{N}/u.test(bare) ? [bare] : bare.split("-");
  });

/** Entries by the stem of their first word, made once a language. */
const entryIndex = new WeakMap<ComparisonLanguage, Map<string, { stems: string[]; feature: string }[]>>();

const indexOf = (language: ComparisonLanguage): Map<string, { stems: string[]; feature: string }[]> => {
  const known = entryIndex.get(language);
  if (known) return known;
  const index = new Map<string, { stems: string[]; feature: string }[]>();
  for (const { words, feature } of language.entries) {
    const stems = words.flatMap((word) => word.split("-")).map(stemOf);
    index.set(stems[0]!, [...(index.get(stems[0]!) ?? []), { stems, feature }]);
  }
  entryIndex.set(language, index);
  return index;
};

/** Classes and topics that the stems show, with how many of their words are there. */
const classesOf = (present: ReadonlySet<string>, language: ComparisonLanguage): Map<string, number> => {
  const index = indexOf(language);
  const found = new Map<string, number>();
  for (const stem of present)
    for (const { stems, feature } of index.get(stem) ?? [])
      if (stems.every((one) => present.has(one)))
        found.set(feature, (found.get(feature) ?? 0) + stems.length);
  return found;
};
