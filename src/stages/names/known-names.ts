// Words and names -> the same names, corrected by what the tables know for sure: a known name of several words is
// taken whole ("Gulf Cooperation Council"), and states and nationalities that no name covers yet are added.
import { type Gazetteer, kinds, lookUp } from "../../language/gazetteer.ts";
import type { Name, NameKind } from "../../model/name.ts";
import type { Word } from "../../model/token.ts";

type Known = { readonly first: number; readonly last: number; readonly kind: NameKind };

/** Names in text order, none inside another. */
export const correctNames = (
  words: readonly Word[],
  names: readonly Name[],
  gazetteer: Gazetteer,
): Name[] => {
  const marks = lookUp(words, gazetteer);
  const owner = new Int32Array(words.length).fill(-1);
  names.forEach(({ first, last }, index) => {
    owner.fill(index, first, last + 1);
  });
  const dropped = new Set<number>();
  const added: Name[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const known = knownAt(words, at, marks[at]! & 0xff, gazetteer) ?? smallPlace(words, at, marks, gazetteer);
    if (!known) continue;
    const touched = new Set<number>();
    for (let inside = at; inside <= known.last; inside += 1)
      if (owner[inside]! >= 0) touched.add(owner[inside]!);
    const covers = [...touched].every((index) => {
      const { first, last, kind } = names[index]!;
      if (first >= at && last <= known.last) return !isVenue(words, names[index]!, known);
      return known.kind === "person" && kind !== "person" && !(kind === "organization" && last > known.last);
    });
    // A longer name of the tagger's own stands, and so does its word on a single word that it has named.
    // "kenya" in small letters is nobody's name.
    const named = names[owner[at]!]?.kind;
    const own = named === "person" && /^\p{Ll}/u.test(words[at]!.text) ? "other" : named;
    const mistaken =
      known.last === at && own !== "other" && !(own === "person" && known.kind === "organization");
    if (!covers || (touched.size > 0 && mistaken)) continue;
    for (const index of touched) dropped.add(index);
    added.push({
      start: words[at]!.start,
      end: words[known.last]!.end,
      kind: known.kind,
      first: at,
      last: known.last,
    });
    at = known.last;
  }
  const kept = names
    .filter((name, index) => !dropped.has(index) && !isTitle(name, words, marks))
    .map((name) => {
      if (isDemonym(name, marks)) return { ...name, kind: "nationality" as const };
      return isPerson(name, marks) ? { ...name, kind: "person" as const } : name;
    });
  return [...kept, ...added].sort((a, b) => a.first - b.first);
};

/** "at the Élysée Palace": a known organization that the tagger took for a place, where one is. */
const isVenue = (words: readonly Word[], { kind, first }: Name, known: Known): boolean => {
  const before = words[first - 1]?.lemma === "the" ? words[first - 2] : words[first - 1];
  return (
    kind === "place" &&
    known.kind === "organization" &&
    first === known.first &&
    /^(?:at|in|into|inside|outside|near|to)$/.test(before?.lemma ?? "")
  );
};

/** A single word that the tagger took for a place but the tables know as the adjective of one. */
const isDemonym = ({ kind, first, last }: Name, marks: Int32Array): boolean =>
  (kind === "place" || kind === "other") &&
  first === last &&
  (marks[first]! & kinds.demonym) !== 0 &&
  (marks[first]! & kinds.state) === 0;

/** Words of an office alone that were taken for a person: "Chief [Cabinet] Secretary". */
const isTitle = ({ kind, first, last }: Name, words: readonly Word[], marks: Int32Array): boolean =>
  kind === "person" &&
  words.slice(first, last + 1).every(({ index }) => {
    const bits = (marks[index]! | (marks[index]! >> 8)) & 0xff;
    return (bits & kinds.title) !== 0 && (bits & (kinds.given | kinds.family | kinds.person)) === 0;
  });

/** A given and a family name that the tagger took for a place. */
const isPerson = ({ kind, first, last }: Name, marks: Int32Array): boolean =>
  (kind === "place" || kind === "other") &&
  last === first + 1 &&
  (marks[first]! & 0xff) === kinds.given &&
  (marks[last]! & (kinds.family | kinds.place | kinds.state)) === kinds.family;

const certain = kinds.state | kinds.demonym | kinds.organization | kinds.place | kinds.person;

/** The longest known name that begins at a word, where the tables leave no doubt of its kind. */
const knownAt = (
  words: readonly Word[],
  at: number,
  begins: number,
  { bits, longest }: Gazetteer,
): Known | undefined => {
  if ((begins & certain) === 0) return undefined;
  const first = words[at]!.text.toLowerCase();
  let key = first;
  let found: Known | undefined;
  for (let size = 1; size <= (longest.get(first) ?? 1); size += 1) {
    const word = words[at + size - 1];
    if (word?.sentence !== words[at]!.sentence) break;
    if (size > 1) key += ` ${word.text.toLowerCase()}`;
    const proper = word.upos === "PROPN" && !isShort(word);
    const kind = kindOf((bits.get(key) ?? 0) & 0xff, size, proper);
    if (kind && isNamed(word)) found = { first: at, last: at + size - 1, kind };
  }
  return found;
};

/** A name in small letters at its end ("Security council") is none for sure. */
const isNamed = ({ text }: Word): boolean => /^[\p{Lu}\d]/u.test(text);

/** "X", "Let", "Who": so short that it may be any word. */
const isShort = ({ text }: Word): boolean => text.length === 1 || /^\p{Lu}\p{Ll}{1,2}$/u.test(text);

const kindOf = (bits: number, size: number, proper: boolean): NameKind | undefined => {
  // "Jordan" and "Chad" may be people, and only the tagger can tell.
  if (size === 1 && (bits & (kinds.given | kinds.family)) !== 0) return undefined;
  if (size > 1 && (bits & kinds.person) !== 0) return "person";
  if ((bits & kinds.state) !== 0) return "place";
  if ((bits & kinds.demonym) !== 0) return "nationality";
  if (size === 1) return proper && bits === kinds.organization ? "organization" : undefined;
  if ((bits & kinds.organization) !== 0) return "organization";
  return (bits & kinds.place) !== 0 ? "place" : undefined;
};

/** A state or place in small letters, as careless texts write it: a proper noun to the tagger of words, or after "in". */
const smallPlace = (
  words: readonly Word[],
  at: number,
  marks: Int32Array,
  { bits, longest }: Gazetteer,
): Known | undefined => {
  if (((marks[at]! >> 16) & (kinds.state | kinds.place)) === 0) return undefined;
  const first = words[at]!;
  const sure = bits.get(first.text) === kinds.state;
  if (!sure && first.upos !== "PROPN" && !/^(?:in|from)$/i.test(words[at - 1]?.text ?? "")) return undefined;
  let key = first.text;
  let last = -1;
  for (let size = 1; size <= (longest.get(first.text) ?? 0); size += 1) {
    const word = words[at + size - 1];
    if (word?.sentence !== first.sentence) break;
    if (size > 1) key += ` ${word.text}`;
    if (((bits.get(key) ?? 0) & (kinds.state | kinds.place)) !== 0 && key.length > 3 && !ordinary.test(key))
      last = at + size - 1;
  }
  return last < 0 ? undefined : { first: at, last, kind: "place" };
};

/** Places whose names are words of their own in small letters. */
const ordinary =
  /^(?:turkey|china|chad|guinea|jersey|bermuda|male|nice|reading|mobile|bath|split|cork|orange|phoenix|buffalo|mesa|male|hama|tyre|swat|rio|fez|kent|rosario|victoria|split|green zone|the west|global south|old world|new world|arctic|central park|wall street|west coast|east coast|midwest|southwest|northeast|ground zero|basel)$/;
