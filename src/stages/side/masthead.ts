// The lines above the first prose -> the name of the office that publishes the text, as it stands at the head of a release.
import { type SideLanguage, wordsOf } from "../../language/side.ts";
import type { Document } from "../../model/document.ts";
import type { Sentence } from "../../model/sentence.ts";
import { findNamed, holdsOne } from "./named.ts";

/** What else stands in the names of offices, and beside them at the head of a release. */
const filler =
  /^(?:of|the|and|for|to|in|at|on|from|by|republic|kingdom|state|states|federal|federation|people's|islamic|democratic|union|united|press|news|media|release|releases|statement|statements|readout|communiqué|communique|foreign|affairs|external|action|relations|international|cooperation|trade|diaspora|development|commonwealth|immediate|information|public|communication|communications|department|service|team|section|general|secretary|minister|minister's|president|president's|office|official|website|date|no|\d+\S*|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/**
 * The lines that are nothing but names of offices, states and kinds of releases ("MINISTRY OF FOREIGN AFFAIRS / REPUBLIC
 * OF KENYA / PRESS RELEASE"), or that say whom the text is from; undefined where no line names an office.
 */
export const mastheadOf = (
  { text }: Document,
  sentences: readonly Sentence[],
  language: SideLanguage,
): string | undefined => {
  const prose = sentences.find(({ block, end, start }) => block === "prose" && end - start > 60);
  const lines = text.slice(0, Math.min(prose?.start ?? 0, 800)).split("\n");
  const names = lines.flatMap((line) => {
    const labelled = /^\s*(?:From|Issued by|Published by|Source)\s?:\s(.{3,160})$/.exec(line)?.[1];
    return labelled !== undefined ? [labelled] : isName(line, language) ? [line] : [];
  });
  const joined = names.join(" ");
  const words = wordsOf(joined);
  return holdsOne(words, language.offices) || findNamed(words, language.seats).length > 0
    ? joined
    : undefined;
};

/** Every word of the line is of an office, a state or the kind of release. */
const isName = (line: string, { offices, codes, capitals, seats }: SideLanguage): boolean => {
  const words = wordsOf(line.slice(0, 120));
  if (words.length === 0 || words.length > 14) return false;
  let at = 0;
  while (at < words.length) {
    const count = [6, 5, 4, 3, 2, 1].find((size) => {
      const phrase = words.slice(at, at + size).join(" ");
      return (
        at + size <= words.length &&
        (seats.has(phrase) || codes.has(phrase) || capitals.has(phrase) || offices.includes(phrase))
      );
    });
    if (count === undefined && !filler.test(words[at]!)) return false;
    at += count ?? 1;
  }
  return true;
};
