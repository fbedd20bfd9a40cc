// A document that does not say whose official account it is -> the same document with the side that its publisher or its
// words tell; a report by the press has none.
import { type SideLanguage, wordsOf } from "../../language/side.ts";
import type { Actor, Mention } from "../../model/actor.ts";
import type { Document } from "../../model/document.ts";
import type { Sentence } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import { letterheadOf } from "./letterhead.ts";
import { findNamed, holdsOne } from "./named.ts";
import { type Principals, principalsOf } from "./principals.ts";

type Told = {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly actors: readonly Actor[];
};

/** Sentences among which that of the contact is looked for; headings, datelines and "attributable to" come first. */
const opening = 5;

/**
 * Gives the document the side whose account it is: by its publisher ("Ministry of Foreign Affairs of Japan"), or, where the
 * text calls itself a readout or opens like one, by the principal whose state it leaves out. `sideRule` says by which.
 */
export const findSide = (told: Told, language: SideLanguage): Document => {
  const { side, sideRule, ...rest } = told.document;
  if (side !== undefined && sideRule === undefined) return told.document;
  const found = sideOf({ ...told, document: rest }, language);
  return found ? { ...rest, side: found.side, sideRule: found.rule } : rest;
};

type Found = { readonly side: string; readonly rule: string };

const sideOf = (told: Told, language: SideLanguage): Found | undefined => {
  const publisher = publisherOf(told.document.publisher ?? agencyOf(told.document.text), language);
  if (publisher.side) return { side: publisher.side, rule: "publisher" };
  if (publisher.press) return undefined;
  const { text, title = "" } = told.document;
  const paper = publisher.official ? {} : letterheadOf(text, language);
  if (paper.side) return { side: paper.side, rule: "letterhead" };
  const head = headOf(text, language);
  if (head.side) return { side: head.side, rule: "dateline" };
  const calls = holdsOne(wordsOf(`${title} ${text.slice(0, 600)}`), language.signs.readout);
  const official = publisher.official || paper.official || head.official || calls;
  if (!official && isPress(text, language)) return undefined;
  const issuer = issuerOf(told);
  if (issuer !== undefined) return { side: issuer, rule: "statement" };
  const briefer = brieferOf(told);
  if (briefer !== undefined) return { side: briefer, rule: "briefing" };
  const principals = openingOf(told, language, official === true);
  if (!principals || (!official && !isOfHouse(told, principals, language))) return undefined;
  const own = principals.own?.country;
  if (own !== undefined && own !== principals.other) return { side: own, rule: "own-principal" };
  return own === undefined ? ownVoice(told, principals, language) : undefined;
};

/** "Department Press Briefing", and turns of a spokesperson: whose state it is. */
const brieferOf = ({ document, sentences, mentions, actors }: Told): string | undefined => {
  const turn = sentences.find(({ block }) => block === "turn");
  if (!turn || !/\bpress (?:briefing|conference)\b/i.test(document.text.slice(0, 200))) return undefined;
  const spoken = actors.filter(({ kind, offices, mentions: own }) => {
    const first = mentions[own[0]!]!;
    return kind === "person" && first.start < 200 && offices.some(({ title }) => speaker.test(title));
  });
  return spoken.length === 1 ? spoken[0]!.country : undefined;
};

const speaker = /\bspokes(?:person|man|woman)\b/;

/** "Statement by the Spokesperson": the state or organization that the first paragraph of prose opens with. */
const issuerOf = ({ document, sentences, mentions }: Told): string | undefined => {
  const first = sentences.slice(0, opening).find(({ block }) => block === "prose");
  if (!first || first.start > 400) return undefined;
  if (!/\b(?:press )?statement (?:by|of|from|on)\b/i.test(document.text.slice(0, first.start)))
    return undefined;
  const subject = mentions.find(({ start }) => start >= first.start);
  return subject?.form === "name" && subject.kind !== "person" && subject.start - first.start < 5
    ? subject.country
    : undefined;
};

/** Without a publisher: neither side's name stands bare, or the words are a house's. */
const isOfHouse = (told: Told, principals: Principals, language: SideLanguage): boolean => {
  const { own, other, bare, titled, formal } = principals;
  const house = isHouse(told.document.text, language);
  return other !== undefined && !isBareName(told, own) && titled && (formal || house) && (bare || house);
};

/** Whose word, whose name or whose palace it is, where an office is all that the text calls its own principal. */
const ownVoice = (told: Told, { other, plain }: Principals, language: SideLanguage): Found | undefined => {
  const { text } = told.document;
  const pledged = pledgerOf(text, other, language) ?? townOf(told, language);
  if (pledged !== undefined && pledged !== other) return { side: pledged, rule: "own-voice" };
  if (!plain) return undefined;
  const opening = text.slice(0, told.sentences[1]?.end);
  const seat = findNamed(wordsOf(opening), language.seats)[0];
  if (seat !== undefined && seat !== other) return { side: seat, rule: "own-place" };
  const [named, ...more] = new Set(leadersIn(told).filter((side) => side !== other));
  return named !== undefined && more.length === 0 ? { side: named, rule: "own-name" } : undefined;
};

/** "The Head of State received …. Kassym-Jomart Tokayev noted": sides of those who lead a state and are named at the head. */
const leadersIn = ({ sentences, mentions, actors }: Told): string[] => {
  const end = sentences[Math.min(opening, sentences.length) - 1]?.end ?? 0;
  return actors.flatMap(({ kind, country, offices, mentions: own }) =>
    kind === "person" &&
    country !== undefined &&
    offices.some(({ title }) =>
      /^(?:president|prime minister|king|queen|emir|amir|sultan|chancellor)$/i.test(title),
    ) &&
    own.some((mention) => mentions[mention]!.form === "name" && mentions[mention]!.end <= end)
      ? [country]
      : [],
  );
};

/** "Zelensky thanked": houses give their own people a title or the whole name, papers the surname alone. */
const isBareName = ({ document, mentions }: Told, own: Actor | undefined): boolean => {
  const names = own?.kind === "person" ? own.name.split(" ") : [];
  return (
    names.length > 1 &&
    own!.mentions.some((mention) => {
      const text = textOf(document, mentions[mention]!);
      return text === names[0] || text === names.at(-1);
    })
  );
};

type Publisher = { readonly side?: string; readonly official?: boolean; readonly press?: boolean };

/** "Ministry of Foreign Affairs of Japan": official, and whose; "Prime Minister's Office": official. */
const publisherOf = (name: string | undefined, language: SideLanguage): Publisher => {
  if (name === undefined) return {};
  const words = wordsOf(name);
  const official = holdsOne(words, language.offices);
  const named = findNamed(words, language.codes)[0];
  if (named && official) return { side: named };
  const seat = findNamed(words, language.seats)[0];
  if (seat) return { side: seat };
  if (holdsOne(words, language.press)) return { press: true };
  // A bare "NATO" is its own publisher; a bare "Kazakhstan" is nobody.
  if (named && named.length !== 3) return { side: named };
  return official ? { official } : { press: true };
};

/** "Riyadh, SPA --", "ABU DHABI, 14th August, 2024 (WAM) --": a house's agency in the dateline. */
const agencyOf = (text: string): string | undefined =>
  /^[\p{L}\p{N} ,.]{3,60}?[\s(](\p{Lu}{3,6})\)?\s?[-–—]/u.exec(text)?.[1];

/** "STATE HOUSE, Nairobi, 4 June 2025 –": a house's name in the dateline, and the state whose name or capital stands there. */
const headOf = (text: string, { offices, codes, capitals }: SideLanguage): Publisher => {
  const head = /^\s*((?:[\p{Lu}\p{N}(][\p{L}\p{N}.'’)]{0,20}[ ,]{1,2}){2,12})[-–—:]/u.exec(text)?.[1];
  if (head === undefined || !/\d/.test(head)) return {};
  const words = wordsOf(head);
  if (!holdsOne(words, offices)) return {};
  const side = findNamed(words, codes)[0] ?? findNamed(words, capitals)[0];
  return side === undefined ? { official: true } : { side };
};

/** "The Head of State noted", "our country": as a house calls its own. */
const isHouse = (text: string, { signs }: SideLanguage): boolean => holdsOne(wordsOf(text), signs.house);

const byline = /^\s*By\s\p{Lu}\p{Ll}+\s\p{Lu}/mu;
const agency = /\((?:Reuters|AP|AFP|Xinhua|Yonhap|Kyodo|dpa|DPA|ANSA|EFE|TASS|Interfax|PTI|ANI|UPI)\)/;

/** "DAMASCUS - ", "KYIV, June 3 —": how papers open; the houses' own agencies are known by their letters before. */
const dateline = /^\s*\p{Lu}{3,}[\p{L}\p{N} ,./]{0,40}\s(?:-{1,2}|[–—])\s/u;

const isPress = (text: string, { signs }: SideLanguage): boolean =>
  dateline.test(text) ||
  byline.test(text.slice(0, 300)) ||
  agency.test(text.slice(0, 300)) ||
  holdsOne(wordsOf(text), signs.press);

/** The principals of the first sentence that joins two people by a word of contact. */
const openingOf = (
  { document, sentences, mentions, actors }: Told,
  { codes, signs }: SideLanguage,
  official: boolean,
): Principals | undefined => {
  const byMention = new Map<number, Actor>();
  for (const actor of actors) for (const mention of actor.mentions) byMention.set(mention, actor);
  const told = { document, mentions, actorOf: (mention: number) => byMention.get(mention) };
  let first: Principals | undefined;
  for (const sentence of sentences.slice(0, opening)) {
    const words = wordsOf(textOf(document, sentence));
    if (!holdsOne(words, signs.contact)) continue;
    // "…, his office announced": who tells it through others is no house of either.
    if (!official && holdsOne(words, signs.saying)) return undefined;
    const found = principalsOf(told, sentence, codes);
    if (found?.bare) return found;
    first ??= found;
  }
  return first;
};

const textOf = ({ text }: Document, { start, end }: Span): string => text.slice(start, end);

const pledges =
  /((?:\p{Lu}[\p{L}.-]{0,30}\s){0,3}\p{Lu}[\p{L}.-]{0,30})['’]s?\s((?:\p{L}{1,30}[\s,.;]{1,3}){1,4})/gu;
const vows = /\bthat\s(?:the\s)?((?:\p{Lu}[\p{L}.-]{0,30}\s){1,3})((?:\p{L}{1,30}[\s,.;]{1,3}){1,3})/gu;

/** "reiterated France's attachment to …", "that Guyana remains committed": whose word it is that the text gives most often. */
const pledgerOf = (
  text: string,
  other: string | undefined,
  { codes, signs }: SideLanguage,
): string | undefined => {
  const counts = new Map<string, number>();
  const count = (owner: string, voiced: boolean): void => {
    const code = voiced ? findNamed(wordsOf(owner), codes).at(-1) : undefined;
    if (code && code !== other) counts.set(code, (counts.get(code) ?? 0) + 1);
  };
  for (const [, owner, words] of text.matchAll(pledges))
    count(owner!, holdsOne(wordsOf(words!), signs.pledge));
  for (const [, owner, words] of text.matchAll(vows)) count(owner!, holdsOne(wordsOf(words!), signs.vow));
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};

/** "Islamabad, 9 January 2025: …": a capital that opens the text. */
const townOf = ({ document }: Told, { capitals }: SideLanguage): string | undefined =>
  capitals.get(/^\s*([\p{L} ]{3,20}?)(?:,| -|:)/u.exec(document.text)?.[1]?.toLowerCase() ?? "");
