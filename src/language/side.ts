// What language/en/side holds, read once: the words that tell whose official account a text is.
import { LanguageError } from "./error.ts";
import { type Body, loadBodies, loadOrganizations, loadStates } from "./register.ts";
import { cellList, readTable } from "./table.ts";

/** Kinds of signs in language/en/side/signs.tsv. */
export type Sign = "readout" | "press" | "contact" | "pledge" | "vow" | "saying" | "house";

/** Tables of the side stage; phrases are keyed as `wordsOf` has their words, in small letters, joined by spaces. */
export type SideLanguage = {
  /** The code of a state or organization by each of its names and adjectives. */
  readonly codes: ReadonlyMap<string, string>;
  /** The state of a capital. */
  readonly capitals: ReadonlyMap<string, string>;
  /** Publishers whose name alone says whose they are. */
  readonly seats: ReadonlyMap<string, string>;
  /** Words of official publishers, and words of the press. */
  readonly offices: readonly string[];
  readonly press: readonly string[];
  /** Words of which a letterhead is made, beside names of states and offices. */
  readonly letterhead: ReadonlySet<string>;
  readonly signs: { readonly [sign in Sign]: readonly string[] };
};

const publishersFile = "language/en/side/publishers.tsv";
const signsFile = "language/en/side/signs.tsv";

/** Reads language/en/side. Throws LanguageError with file and line. */
export const loadSide = (): SideLanguage => {
  const states = loadStates();
  const seats = new Map<string, string>();
  const words = { office: [] as string[], press: [] as string[], letterhead: [] as string[] };
  for (const body of loadBodies(states)) if (isOwn(body)) addBody(seats, body);
  for (const { kind, code, words: cell, line } of readTable(publishersFile, ["kind", "code", "words"])) {
    const list = cellList(cell).map(phraseKey);
    if (kind === "seat") for (const word of list) seats.set(word, code);
    else if (kind === "office" || kind === "press" || kind === "letterhead") words[kind].push(...list);
    else
      throw new LanguageError(
        publishersFile,
        line,
        `kind "${kind}", expected seat, office, press or letterhead`,
      );
    if ((kind === "seat") !== states.some((state) => state.code === code))
      throw new LanguageError(publishersFile, line, `code "${code}" is not in states.tsv`);
  }
  return {
    codes: codesOf(states),
    capitals: new Map(
      states.flatMap(({ code, capitals }) => capitals.map((name) => [phraseKey(name), code] as const)),
    ),
    seats,
    offices: words.office,
    press: words.press,
    letterhead: new Set(words.letterhead.flatMap((phrase) => phrase.split(" "))),
    signs: loadSigns(),
  };
};

/** Words of a text in small letters; `U.S.` is one. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/’/g, "'")
    .match(/\p{L}[\p{L}\p{M}]*(?:\.\p{L})+\.?|[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu) ?? [];

/** Words of a phrase as the tables here are keyed. */
const phraseKey = (phrase: string): string => wordsOf(phrase).join(" ");

/** A government's body; parties, forces of others and the press speak for no state. */
const isOwn = ({ country, sector }: Body): boolean => !!country && /^(?:GOV|MIL)$/.test(sector ?? "");

const addBody = (seats: Map<string, string>, { name, names, country }: Body): void => {
  for (const one of [name, ...names])
    if (one.length > 4 && !common.test(one)) seats.set(phraseKey(one), country!);
};

/** Names that the bodies of several states have. */
const common = /^(?:ministry|cabinet|treasury|foreign office|home office|parliament|national)/i;

const codesOf = (states: ReturnType<typeof loadStates>): Map<string, string> => {
  const codes = new Map<string, string>();
  for (const { code, name, names, adjectives } of states)
    for (const word of [name, ...names, ...adjectives]) codes.set(phraseKey(word), code);
  for (const { code, name, names, within } of loadOrganizations(states))
    for (const word of [name, ...names]) codes.set(phraseKey(word), within ?? code);
  return codes;
};

const loadSigns = (): { [sign in Sign]: string[] } => {
  const signs: { [sign in Sign]: string[] } = {
    readout: [],
    press: [],
    contact: [],
    pledge: [],
    vow: [],
    saying: [],
    house: [],
  };
  for (const { kind, words, line } of readTable(signsFile, ["kind", "words"])) {
    const list = signs[kind as Sign];
    if (!list)
      throw new LanguageError(
        signsFile,
        line,
        `kind "${kind}", expected one of ${Object.keys(signs).join(", ")}`,
      );
    list.push(...cellList(words).map(phraseKey));
  }
  return signs;
};
