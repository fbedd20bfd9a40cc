// Names of the names layer, cut where the lexicon knows better: "AlUla US" before "Secretary of State", "Standing Committee Zhao Leji".
import type { MentionsLanguage } from "../../language/mentions.ts";
import { findPhrase } from "../../language/phrases.ts";
import type { Name } from "../../model/name.ts";
import type { Word } from "../../model/token.ts";

/** The names in text order; one may have become two, or shorter. */
export const trimNames = (
  words: readonly Word[],
  names: readonly Name[],
  language: MentionsLanguage,
): Name[] =>
  names.flatMap((whole) => {
    if (isHeading(words, whole)) return [];
    const name = afterDash(words, whole);
    const front = afterHonorific(words, name, language);
    if (front > name.last) return [];
    const from = front > name.first ? spanned(words, name, front, name.last, "person") : name;
    const known = knownPersonAt(words, from, language);
    if (known !== undefined)
      return [
        spanned(words, from, from.first, known - 1, from.kind),
        spanned(words, from, known, from.last, "person"),
      ];
    return endsBeforeOffice(words, from, language)
      ? [spanned(words, from, from.first, from.last - 1, from.kind)]
      : [from];
  });

/** "Readout of …", "Regular Press Conference", "Joint Statement": what a text calls itself, and the part of an office. */
const isHeading = (words: readonly Word[], { first, last }: Name): boolean =>
  words.slice(first, last + 1).every(({ text }) => heading.test(text)) ||
  /^(?:foreign|security) policy$/i.test(
    words
      .slice(first, last + 1)
      .map(({ text }) => text)
      .join(" "),
  );

const heading =
  /^(?:readout|communiqu[eé]|press|release|statement|joint|regular|daily|weekly|conference|briefing|availability|remarks|transcript|interview|note|correspondents|chronology|timeline|factbox|question|answer|department)$/i;

const spanned = (
  words: readonly Word[],
  name: Name,
  first: number,
  last: number,
  kind: Name["kind"],
): Name => ({
  ...name,
  kind,
  first,
  last,
  start: words[first]!.start,
  end: words[last]!.end,
});

/** "HONG KONG - Carrie Lam": a dash between gaps parts a dateline from its text. */
const afterDash = (words: readonly Word[], name: Name): Name => {
  for (let at = name.last - 1; at > name.first; at--) {
    const [before, dash, after] = [words[at - 1]!, words[at]!, words[at + 1]!];
    if (/^(?:-|--|\u2013|\u2014)$/.test(dash.text) && before.end < dash.start && dash.end < after.start)
      return spanned(words, name, at + 1, name.last, name.kind);
  }
  return name;
};

/** The first word after honorifics in capitals, which open titles and no names ("HRH Princess Reema"). */
const afterHonorific = (words: readonly Word[], name: Name, language: MentionsLanguage): number => {
  let at = name.first;
  while (at <= name.last && /^(?:H\.?R\.?H|H\.?H|H\.?M|H\.?S\.?H)\.?$/.test(words[at]!.text)) at += 1;
  if (at === name.first || at > name.last) return at;
  // An office after it is read by the office grammar.
  const office = findPhrase(language.phrases, words, at);
  return office?.values.some((value) => value.kind === "office") ? office.last + 1 : at;
};

/** Where a person of the register begins at the end of a longer name. */
const knownPersonAt = (
  words: readonly Word[],
  name: Name,
  language: MentionsLanguage,
): number | undefined => {
  if (name.kind === "person") return undefined;
  for (let at = name.first + 1; at < name.last; at++) {
    const found = findPhrase(language.phrases, words, at);
    if (found?.last === name.last && found.values.some((value) => value.kind === "person" && value.whole))
      return at;
  }
  return undefined;
};

/** A state's short name at the end belongs to the office that follows. */
const endsBeforeOffice = (words: readonly Word[], name: Name, language: MentionsLanguage): boolean => {
  const next = name.last + 1;
  if (name.first === name.last || words[next]?.sentence !== words[name.last]!.sentence) return false;
  if (!/^(?:US|U\.S\.|UK|U\.K\.|EU|UN|U\.N\.|NATO|UAE)$/.test(words[name.last]!.text)) return false;
  return !!findPhrase(language.phrases, words, next)?.values.some((value) => value.kind === "office");
};
