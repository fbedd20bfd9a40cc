// One document's words with what the lexicon and the names layer say at each of them, looked up once.
import type { Entry, MentionsLanguage } from "../../language/mentions.ts";
import { type Found, findPhrase } from "../../language/phrases.ts";
import type { Name } from "../../model/name.ts";
import type { Word } from "../../model/token.ts";

export type Scene = {
  readonly words: readonly Word[];
  readonly language: MentionsLanguage;
  /** The longest phrase of the lexicon that starts at a word. */
  readonly hit: (at: number) => Found<Entry> | undefined;
  /** The name that a word lies in. */
  readonly name: (at: number) => Name | undefined;
};

export const makeScene = (
  words: readonly Word[],
  names: readonly Name[],
  language: MentionsLanguage,
): Scene => {
  const hits: (Found<Entry> | null | undefined)[] = new Array(words.length);
  const nameAt = new Int32Array(words.length).fill(-1);
  names.forEach((name, index) => {
    for (let at = name.first; at <= name.last; at++) nameAt[at] = index;
  });
  return {
    words,
    language,
    hit: (at) => {
      if (at < 0 || at >= words.length) return undefined;
      let found = hits[at];
      if (found === undefined) {
        found = isDeed(words, at) ? null : (findPhrase(language.phrases, words, at) ?? null);
        hits[at] = found;
      }
      return found ?? undefined;
    },
    name: (at) => (at < 0 || at >= words.length ? undefined : names[nameAt[at]!]),
  };
};

/** "will host Yoon": a verb behind its auxiliary is nobody's title. */
const isDeed = (words: readonly Word[], at: number): boolean =>
  words[at]!.xpos === "VB" && /^(MD|TO)$/.test(words[at - 1]?.xpos ?? "") && /^\p{Ll}/u.test(words[at]!.text);

/** The value of one kind among those that a phrase has. */
export const pick = <K extends Entry["kind"]>(
  found: Found<Entry> | undefined,
  kind: K,
): Extract<Entry, { kind: K }> | undefined =>
  found?.values.find((value): value is Extract<Entry, { kind: K }> => value.kind === kind);

/** True where two neighbouring words lie in one sentence. */
export const joined = (scene: Scene, at: number): boolean =>
  at + 1 < scene.words.length && scene.words[at]!.sentence === scene.words[at + 1]!.sentence;

/** The word's text in small letters, or "" outside the sentence of `from`. */
export const lower = (scene: Scene, at: number, from: number): string => {
  const word = scene.words[at];
  return word && word.sentence === scene.words[from]!.sentence ? word.text.toLowerCase() : "";
};

/** The word of a stretch whose governor lies outside it, the last such; the last word where none does. */
export const headOf = (words: readonly Word[], first: number, last: number): number => {
  for (let at = first; at <= last; at++) {
    const head = words[at]!.head;
    if ((head < first || head > last) && words[at]!.upos !== "PUNCT") return at;
  }
  return last;
};
