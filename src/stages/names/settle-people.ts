// Names -> the same names, those of people told by the company they keep: who tells, marries and remembers, whose wife or
// whose hand it is. The network sees a sentence at a time and takes many a bare first or family name for a place.
import { type Gazetteer, kinds } from "../../language/gazetteer.ts";
import type { PersonWords } from "../../language/names.ts";
import type { Name } from "../../model/name.ts";
import type { Word } from "../../model/token.ts";
import { childrenBy } from "../../model/tree.ts";

const elsewhere = kinds.state | kinds.demonym | kinds.place | kinds.organization | kinds.title;
const enough = 2;

/** Names in text order; a text that no table knows as anything else becomes a person's where its places speak for it. */
export const settlePeople = (
  words: readonly Word[],
  names: readonly Name[],
  { bits }: Gazetteer,
  persons: PersonWords,
): Name[] => {
  const told = new Map<string, number>();
  const families = familiesOf(words, names);
  const all = [
    ...names,
    ...nameless(words, names, bits).filter(({ first }) => !persons.not.has(words[first]!.text.toLowerCase())),
  ];
  const people = new Set(names.filter(({ kind }) => kind === "person").map(({ last }) => last));
  const open = all.map((name) => (mayBePerson(words, name, bits) ? textOf(words, name) : undefined));
  all.forEach((name, index) => {
    const text = open[index];
    if (text === undefined) return;
    const own =
      evidence(words, name, persons) +
      byForm(words, name, bits, families) +
      (unknown(words, name, bits) ? pointedAt(words, name, people) + listed(words, name, people) : 0);
    told.set(text, (told.get(text) ?? 0) + own);
  });
  return all
    .map((name, index) =>
      open[index] !== undefined && told.get(open[index])! >= enough
        ? { ...name, kind: "person" as const }
        : name,
    )
    .filter((name, index) => index < names.length || name.kind === "person")
    .filter((name) => !isHonour(words, name, people, persons))
    .sort((a, b) => a.first - b.first);
};

/** "Yusuf Tuggar, OON, led a delegation": what stands behind a person's name is an honour of his. */
const isHonour = (
  words: readonly Word[],
  { first, last }: Name,
  people: ReadonlySet<number>,
  { after }: PersonWords,
): boolean =>
  first === last && after.has(words[first]!.text) && words[first - 1]?.text === "," && people.has(first - 2);

const familiesOf = (words: readonly Word[], names: readonly Name[]): Set<string> =>
  new Set(
    names
      .filter(({ kind, first, last }) => kind === "person" && last > first)
      .map(({ last }) => words[last]!.text),
  );

/** Proper nouns by themselves that the network left without a name. */
const nameless = (
  words: readonly Word[],
  names: readonly Name[],
  bits: ReadonlyMap<string, number>,
): Name[] => {
  const covered = new Uint8Array(words.length);
  for (const { first, last } of names) covered.fill(1, first, last + 1);
  const proper = (at: number): boolean => words[at]?.upos === "PROPN";
  return words
    .filter(
      ({ index, text, xpos }) =>
        proper(index) &&
        xpos !== "NNPS" &&
        !covered[index] &&
        !proper(index - 1) &&
        !proper(index + 1) &&
        ((bits.get(text.toLowerCase()) ?? 0) & ~(kinds.given | kinds.family)) === 0,
    )
    .map(({ index, start, end }) => ({ start, end, kind: "other" as const, first: index, last: index }));
};

/** A first name before a word that is no known name of anything, or before a family name of the text. */
const byForm = (
  words: readonly Word[],
  { kind, first, last }: Name,
  bits: ReadonlyMap<string, number>,
  families: ReadonlySet<string>,
): number => {
  if (last === first || kind === "organization") return 0;
  const given = ((bits.get(words[first]!.text.toLowerCase()) ?? 0) & kinds.given) !== 0;
  return families.has(words[last]!.text) || given ? enough : 0;
};

const mayBePerson = (
  words: readonly Word[],
  { kind, first, last }: Name,
  bits: ReadonlyMap<string, number>,
): boolean => {
  if (kind === "person" || kind === "nationality" || last - first > 1) return false;
  for (let at = first; at <= last; at += 1) {
    const known = bits.get(words[at]!.text.toLowerCase()) ?? 0;
    if (
      !/^(?:Ma?c|D[aei]|Dela|Van|L[ae]|Fitz)?\p{Lu}\p{Ll}+$/u.test(words[at]!.text) ||
      words[at]!.upos !== "PROPN" ||
      (known & elsewhere) !== 0
    )
      return false;
  }
  return ((bits.get(textOf(words, { first, last }).toLowerCase()) ?? 0) & elsewhere) === 0;
};

const textOf = (words: readonly Word[], { first, last }: Pick<Name, "first" | "last">): string =>
  first === last ? words[first]!.text : `${words[first]!.text} ${words[last]!.text}`;

/** Positive where a name stands as people's do, negative where as places and things do. */
const evidence = (words: readonly Word[], { kind, first, last }: Name, persons: PersonWords): number => {
  let at = first;
  while (words[at]!.head >= first && words[at]!.head <= last) at = words[at]!.head;
  const word = words[at]!;
  const governor = words[word.head];
  if (word.relation === "compound") return -1;
  const preposition = childrenBy(words, at, "case")[0]?.lemma ?? "";
  if (childrenBy(words, at, "det", "nummod").length > 0) return -2;
  if (childrenBy(words, at, "nmod:poss").some(({ upos }) => upos === "PRON")) return -2;
  if (/^(?:in|at|near|across|throughout|into|within|outside|inside)$/.test(preposition)) return -2;
  if (childrenBy(words, at, "acl:relcl").some((verb) => asks(words, verb))) return 2;
  if (!governor) return 0;
  // Places seldom do anything, or have anything done with them.
  const weak = kind === "place" ? 1 : 0;
  if (isPerson(words, word, governor, persons)) return 2;
  if (word.relation === "nsubj:pass" && persons.gets.has(governor.lemma)) return 2;
  if (/^nsubj/.test(word.relation) && governor.upos === "VERB")
    return persons.does.has(governor.lemma) && word.relation === "nsubj"
      ? 2
      : stands.has(governor.lemma)
        ? -1
        : weak;
  if (/^(?:with|by|against)$/.test(preposition)) return weak;
  if (word.relation === "nmod:poss") return persons.has.has(governor.lemma) ? 2 : 0;
  return /^(?:obj|iobj)$/.test(word.relation) && persons.gets.has(governor.lemma) ? 2 : 0;
};

/** "Stumpo was a featured speaker", "Sumrall, a teacher": called by a word for people. */
const isPerson = (words: readonly Word[], word: Word, governor: Word, persons: PersonWords): boolean => {
  if (word.relation === "nsubj" && governor.upos === "NOUN" && persons.is.has(governor.lemma))
    return childrenBy(words, governor.index, "cop").length > 0;
  if (word.relation === "appos") return persons.is.has(governor.lemma);
  return childrenBy(words, word.index, "appos").some(
    ({ lemma, upos }) => upos === "NOUN" && persons.is.has(lemma),
  );
};

/** A word that no table and no longer name of the text knows as anything. */
const unknown = (words: readonly Word[], { first, last }: Name, bits: ReadonlyMap<string, number>): boolean =>
  first === last && ((bits.get(words[first]!.text.toLowerCase()) ?? 0) & ~(kinds.given | kinds.family)) === 0;

/** More than 0 where "he" or "she" stands near with no other subject to mean: "Neef took silver. She won …", "Late in his life, Hall gave …". */
const pointedAt = (words: readonly Word[], name: Name, people: ReadonlySet<number>): number => {
  const word = words[name.last]!;
  const subject = word.relation.startsWith("nsubj");
  // A subject that the network left without a kind is hardly a place.
  const sign = subject && name.kind === "other" ? 2 : 1;
  if (!subject && word.relation !== "nmod:poss") return 0;
  for (let at = name.last + 1; at < words.length && words[at]!.sentence <= word.sentence + 1; at += 1) {
    if (people.has(at) && words[at]!.relation.startsWith("nsubj")) break;
    if (heOrShe.test(words[at]!.text)) return sign;
  }
  for (let at = name.first - 1; subject && at >= 0 && words[at]!.sentence === word.sentence; at -= 1) {
    if (people.has(at) || words[at]!.upos === "VERB") break;
    if (/^(?:his|her)$/i.test(words[at]!.text)) return sign;
  }
  return 0;
};

const heOrShe = /^(?:he|she|his|her|him|himself|herself)$/i;

/** 1 where a person stands in the same list. */
const listed = (words: readonly Word[], { first, last }: Name, people: ReadonlySet<number>): number => {
  const word = words[first]!;
  const joined =
    word.relation === "conj" ? [word.head] : childrenBy(words, last, "conj").map(({ index }) => index);
  return joined.some((at) => personAt(words, at, people)) ? 1 : 0;
};

const personAt = (words: readonly Word[], at: number, people: ReadonlySet<number>): boolean =>
  people.has(at) || childrenBy(words, at, "flat", "compound").some(({ index }) => people.has(index));

const stands = new Set(
  "lie have border include contain consist grow become suffer experience remain vote host say belong see stretch house feature offer rank serve".split(
    " ",
  ),
);

/** A relative clause that begins with "who" or "whose". */
const asks = (words: readonly Word[], verb: Word): boolean =>
  verb.children.some(
    (child) =>
      words[child]!.lemma === "who" || words[child]!.children.some((one) => words[one]!.lemma === "whose"),
  );
