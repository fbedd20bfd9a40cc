// The first person outside quotations -> the author of the text, an official of the side that publishes it: "I spoke
// with …" in a minister's post, "Our call" in a readout.
import { nameWords } from "../../language/name-keys.ts";
import type { Mention } from "../../model/actor.ts";
import { isSide } from "../../model/readout.ts";
import { attach, type Cast, type Entity, newEntity } from "./entity.ts";
import { entityOf } from "./office-holders.ts";
import { principalsOf } from "./principals.ts";
import { covers } from "./terms.ts";

/** "QUESTION: …": a transcript has several who say "I". */
const turn = /^[^\S\n]*(?:\p{Lu}[\p{L}.'’-]*[^\S\n]*){1,5}:[^\S\n]/gmu;

/**
 * Gives "I", "me" and "my" that no speaker has been found for to the author, and with them, or where the publisher's
 * side is known, "we" and "our". The author has no name but the pronoun.
 */
export const resolveAuthor = (cast: Cast): void => {
  if ((cast.document.text.match(turn)?.length ?? 0) > 2) return;
  const own = cast.mentions.filter((mention) => isOpen(cast, mention));
  const single = own.filter(({ plural }) => !plural);
  const mentions = single.length > 0 || cast.document.side || speaksFirst(cast) ? own : single;
  if (mentions.length === 0) return;
  const { side } = cast.document;
  // "Our two countries" in an account whose principal is named: the house's state, and nobody who takes part.
  const state =
    side !== undefined && mentions.every(isOurs(cast)) && principalsOf(cast) && stateOf(cast, side);
  if (state) {
    for (const mention of mentions) attach(cast, mention, state);
    return;
  }
  const signed = single.length > 0 ? (signerOf(cast) ?? titledBy(cast)) : undefined;
  if (signed) {
    if (side !== undefined) signed.country ??= side;
    for (const mention of mentions) attach(cast, mention, signed);
    return;
  }
  const author = newEntity(cast, {
    kind: "person",
    name: single.length > 0 ? "I" : "we",
    rule: "author",
    ...(side && { country: side }),
  });
  for (const mention of mentions) attach(cast, mention, author);
};

/** "Senator the Hon Penny Wong" on a line of its own, above the text or below it: the one person so named of the house's side. */
const signerOf = (cast: Cast): Entity | undefined => {
  const found = new Set<Entity>();
  for (const mention of cast.mentions) {
    const { sentence } = cast.words[mention.first]!;
    const [entity] = cast.of[mention.index] ?? [];
    if (mention.form !== "name" || entity?.kind !== "person" || cast.sentences[sentence]?.block === "prose")
      continue;
    const { side } = cast.document;
    if (side !== undefined && entity.country !== undefined && entity.country !== side) continue;
    if (isNameLine(cast, mention, sentence)) found.add(entity);
  }
  return found.size === 1 ? [...found][0] : undefined;
};

const byline =
  /\b(?:remarks|statement|speech|address|keynote|op-ed|article|letter|intervention|doorstep|comments|words)\b[^.]{0,60}?\bby (?:the )?(.{3,90})$/i;
const behindName =
  /\s(?:at|with|on|in|after|following|ahead|to|during|for|upon|regarding|and|from|before)\s.*|\s*[,:;|(–—].*|\s-\s.*/u;

/** "Statement by President von der Leyen with …", a title above the text: the official of the house's side who is so called. */
const titledBy = (cast: Cast): Entity | undefined => {
  const { document, language } = cast;
  const named = byline.exec(document.title ?? "")?.[1]?.replace(behindName, "");
  const family = named && nameWords(named).at(-1);
  const { published } = document;
  if (!family || document.side === undefined || published === undefined) return undefined;
  const fitting = (language.register.byFamily.get(family) ?? []).filter((person) =>
    person.held.some((term) => isSide(document, term.of) && covers(term, published)),
  );
  return fitting.length === 1 ? entityOf(cast, fitting[0]!) : undefined;
};

/** Nothing beside the name but titles in capitals. */
const isNameLine = ({ words }: Cast, { first, last }: Mention, sentence: number): boolean => {
  for (let at = first - 1; words[at]?.sentence === sentence; at -= 1)
    if (!/^(?:PROPN|DET|PUNCT)$/.test(words[at]!.upos) && words[at]!.xpos !== "NNP") return false;
  for (let at = last + 1; words[at]?.sentence === sentence; at += 1)
    if (!/^(?:PROPN|PUNCT)$/.test(words[at]!.upos)) return false;
  return true;
};

const stateOf = (cast: Cast, side: string): Entity | undefined => {
  const state = cast.language.stateByCode.get(side);
  return (
    cast.byCode.get(side) ??
    (state &&
      newEntity(cast, { kind: "state", name: state.name, country: side, gender: "neuter", rule: "state" }))
  );
};

const isOurs =
  ({ document: { text } }: Cast) =>
  ({ start, end }: Mention): boolean =>
    /^our$/i.test(text.slice(start, end));

/** A post: its first sentence has no subject, or "we" for one. */
const speaksFirst = ({ words }: Cast): boolean => {
  const first = words.filter(({ sentence }) => sentence === 0);
  const root = first.find(({ head }) => head < 0);
  if (!root || first.at(-1)?.text !== ".") return false;
  const subject =
    words[root.children.find((child) => /^(nsubj|expl|csubj)/.test(words[child]!.relation)) ?? -1];
  return subject === undefined ? root.xpos !== "VB" : /^we$/i.test(subject.text);
};

/** "Lavrov: I haven't spoken to him": whoever the line names first speaks. */
const isLabelled = ({ document: { text } }: Cast, { start }: Mention): boolean =>
  /^[^\S\n]*\p{Lu}[^:\n]{1,50}:[^\S\n]/u.test(
    text.slice(Math.max(text.lastIndexOf("\n", start) + 1, start - 400), start),
  );

const isOpen = (cast: Cast, mention: Mention): boolean =>
  !isLabelled(cast, mention) &&
  mention.person === 1 &&
  mention.form === "pronoun" &&
  mention.rule !== "answer" &&
  cast.of[mention.index] === undefined &&
  !cast.quotations.some(({ start, end }) => start <= mention.start && mention.end <= end);
