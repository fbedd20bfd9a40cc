// The lines above a release -> whose letterhead they are: a ministry, an office or a house, named by itself.
import { type SideLanguage, wordsOf } from "../../language/side.ts";
import { findNamed, holdsOne, namedAt } from "./named.ts";

/** Lines that a letterhead and the heading under it have at most. */
const lines = 8;

export type Letterhead = { readonly side?: string; readonly official?: true };

/**
 * "Arab Republic of Egypt" over "Ministry of Foreign Affairs": whose it is, or that it is some state's. Only lines that hold
 * nothing but names of states, of their houses and words of offices are one; a headline says what somebody does.
 */
export const letterheadOf = (text: string, language: SideLanguage): Letterhead => {
  const sides = new Set<string>();
  let official = false;
  const from = fromLine.exec(text.slice(0, 800))?.[1];
  const sender = from && findNamed(wordsOf(from), language.seats)[0];
  if (sender) return { side: sender };
  for (const line of text.split(/\r?\n/, lines * 2)) {
    if (line.trim() === "") continue;
    if (line.length > 110 || /[.!?]\s/.test(line.replace(/\b(?:H\.E|Hon|Rt|Dr|Mr|Ms)\.\s/g, ""))) break;
    const named = ofOffice(wordsOf(line), language);
    if (!named) continue;
    official ||= named.official;
    for (const side of named.sides) sides.add(side);
  }
  if (!official) return {};
  const [side, ...more] = sides;
  return side !== undefined && more.length === 0 ? { side } : { official: true };
};

/** "From:" and, under it or behind it, who publishes the release. */
const fromLine = /^(?:From|Source|Issued by|Published by):\s{0,3}(.{3,120})$/m;

/** What a line of an office's words and names of states alone names; undefined for any other line. */
const ofOffice = (
  words: readonly string[],
  language: SideLanguage,
): { readonly official: boolean; readonly sides: readonly string[] } | undefined => {
  const { codes, seats, capitals, letterhead, offices } = language;
  if (words.length === 0 || words.length > 16) return undefined;
  const sides: string[] = [];
  let seat = false;
  for (let at = 0; at < words.length; ) {
    const house = namedAt(words, at, seats);
    const state = house ?? namedAt(words, at, codes) ?? namedAt(words, at, capitals);
    if (state) {
      sides.push(state.value);
      seat ||= house !== undefined;
      at += state.count;
    } else if (letterhead.has(words[at]!)) at += 1;
    else return undefined;
  }
  // A bare "Kazakhstan" is no house, a bare "United Nations" is one.
  const body = findNamed(words, codes).some((code) => code.length !== 3);
  const official = seat || holdsOne(words, offices) || body;
  return { official, sides: official || words.length > 1 ? sides : [] };
};
