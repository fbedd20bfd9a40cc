// Names found sentence by sentence -> names that agree through the document: whoever was named in full is known
// by the family name, an organization by the letters in brackets after it, and one text has one kind.
import { type Gazetteer, kinds } from "../../language/gazetteer.ts";
import type { Name, NameKind } from "../../model/name.ts";
import type { Word } from "../../model/token.ts";

/** Names in text order, none inside another. */
export const agree = (words: readonly Word[], names: readonly Name[], gazetteer: Gazetteer): Name[] => {
  const known = knownWords(words, names, gazetteer);
  const given = givenNames(words, names, gazetteer);
  const common = commonKinds(words, names);
  const covered = new Uint8Array(words.length);
  const agreed = names.map((name) => {
    covered.fill(1, name.first, name.last + 1);
    if (name.first === name.last) {
      const { text } = words[name.first]!;
      const kind = known.get(text) ?? (given.has(text) ? "person" : undefined);
      if (kind !== undefined) return { ...name, kind };
    }
    return { ...name, kind: common.get(textOf(words, name)) ?? name.kind };
  });
  for (const word of words) {
    const kind = covered[word.index] ? undefined : known.get(word.text);
    if (kind !== undefined && word.upos !== "VERB" && word.upos !== "ADJ")
      agreed.push({ start: word.start, end: word.end, kind, first: word.index, last: word.index });
  }
  return agreed.sort((a, b) => a.first - b.first);
};

const textOf = (words: readonly Word[], { first, last }: Name): string => {
  let text = "";
  for (let at = first; at <= last; at += 1) text += ` ${words[at]!.text}`;
  return text;
};

const elsewhere = kinds.place | kinds.state | kinds.organization | kinds.demonym | kinds.title;

/** The first names of people named in full: "Hayato" after "Hayato Kobayashi" is no place. */
const givenNames = (words: readonly Word[], names: readonly Name[], { bits }: Gazetteer): Set<string> => {
  const given = new Set<string>();
  for (const { kind, first, last } of names) {
    const { text } = words[first]!;
    if (kind !== "person" || last === first || !/^\p{Lu}\p{L}{2,}$/u.test(text)) continue;
    if (((bits.get(text.toLowerCase()) ?? 0) & elsewhere) === 0) given.add(text);
  }
  return given;
};

/** Single words whose kind a longer name settles. */
const knownWords = (
  words: readonly Word[],
  names: readonly Name[],
  { bits }: Gazetteer,
): Map<string, NameKind> => {
  const known = new Map<string, NameKind>();
  for (const { kind, first, last } of names) {
    if (kind === "person" && last > first) {
      const family = words[last]!.text;
      if (/^\p{Lu}\p{L}+$/u.test(family) && ((bits.get(family.toLowerCase()) ?? 0) & elsewhere) === 0)
        known.set(family, "person");
    }
    const short = words[last + 2]?.text ?? "";
    if (
      kind === "organization" &&
      last > first &&
      words[last + 1]?.text === "(" &&
      words[last + 3]?.text === ")"
    )
      if (/^\p{Lu}[\p{Lu}\p{Ll}]{1,7}$/u.test(short) && short === lettersOf(words, first, last, short.length))
        known.set(short, "organization");
  }
  return known;
};

/** The first letters of a name's capitalized words, where there are `count` of them. */
const lettersOf = (words: readonly Word[], first: number, last: number, count: number): string => {
  let letters = "";
  for (let at = first; at <= last; at += 1)
    if (/^\p{Lu}/u.test(words[at]!.text)) letters += words[at]!.text[0]!;
  return letters.length === count ? letters : "";
};

/** The kind that most places of a text gave it, where it has several. */
const commonKinds = (words: readonly Word[], names: readonly Name[]): Map<string, NameKind> => {
  const counts = new Map<string, Map<NameKind, number>>();
  for (const name of names) {
    const text = textOf(words, name);
    const own = counts.get(text) ?? new Map<NameKind, number>();
    own.set(name.kind, (own.get(name.kind) ?? 0) + 1);
    counts.set(text, own);
  }
  const common = new Map<string, NameKind>();
  for (const [text, own] of counts) {
    if (own.size < 2) continue;
    const [first, second] = [...own].sort((a, b) => b[1] - a[1]);
    if (first![1] > second![1]) common.set(text, first![0]);
  }
  return common;
};
