// Statements inside others -> their own speakers: acts joined inside a content have its subject, and "I" is who says it.
import { lastBefore, type Span } from "../../../model/span.ts";
import type { Statement } from "../../../model/statement.ts";
import type { Word } from "../../../model/token.ts";
import type { Draft, Scene } from "../draft.ts";
import { sourceSpan } from "../speakers/source.ts";
import { subjectOf } from "../speakers/speaker.ts";
import { actorsOf, listedIn } from "./context.ts";
import type { ActorsAt } from "./issuers.ts";

export const speakersOf = (
  { document, words, mentions, actors }: Scene["input"],
  speaker: number,
  source: Span | undefined,
  at: ActorsAt,
): number[] => {
  if (source && /^(?:q|question)$/i.test(document.text.slice(source.start, source.end))) return [];
  const own = actorsOf(words, speaker, at);
  if (!source) return own;
  const list = listedIn(document.text, source, mentions, actors);
  if (!list.whole && own.some((actor) => list.actors.includes(actor))) return own;
  // "Tehran, IRNA - Foreign Minister A and his counterpart B": neither town nor agency speaks.
  const all = list.whole ? [...new Set([...own, ...list.actors])] : list.actors;
  return all.length > 0 ? [...all].sort((a, b) => a - b) : own;
};

/** The speaker's word, or where its name was cut the word that heads what is left of it. */
export const headIn = ({ input: { words } }: Scene, { speaker, source }: Draft): number | undefined => {
  if (
    speaker === undefined ||
    !source ||
    (words[speaker]!.start >= source.start && words[speaker]!.end <= source.end)
  )
    return speaker;
  const isIn = (word: Word | undefined) =>
    word !== undefined && word.start >= source.start && word.end <= source.end;
  for (let at = lastBefore(words, source.end - 1); isIn(words[at]); at -= 1)
    if (/^(?:NOUN|PROPN|PRON)$/.test(words[at]!.upos) && !isIn(words[words[at]!.head])) return at;
  return undefined;
};

/**
 * "said that the president had condemned it, praised him and promised …": acts joined inside a content have its
 * subject, not the speaker of the whole.
 */
export const ownSpeakers = (
  { input: { words, quotations } }: Scene,
  drafts: readonly Draft[],
  parents: readonly (number | undefined)[],
): Draft[] => {
  const first = new Map<number, Draft>();
  return drafts.map((draft, index) => {
    const at = parents[index];
    const parent = at === undefined ? undefined : drafts[at];
    if (at === undefined || !parent || draft.speaker === undefined) return draft;
    const accused = accusedOf(words, parent, draft);
    const theirs = accused === undefined ? undefined : sourceSpan(words, accused, quotations, draft.cue);
    if (accused !== undefined && theirs)
      return { ...draft, speaker: accused, source: beforeDeed(words, theirs, accused) };
    const inside = draft.speaker > parent.head;
    const sibling = first.get(at);
    if (inside && !sibling) first.set(at, draft);
    const joined = draft.speaker === parent.speaker && isJoined(words, draft);
    if (!joined) return draft;
    if (sibling?.source && sibling.head < draft.head)
      return { ...draft, speaker: sibling.speaker!, source: sibling.source };
    const speaker = firstSubject(words, parent, draft);
    const source = speaker === undefined ? undefined : sourceSpan(words, speaker, quotations, draft.cue);
    return speaker === undefined || !source ? draft : { ...draft, speaker, source };
  });
};

/** "accused the warlord of blocking the road and telling": what somebody is accused of is done by them. */
const accusedOf = (words: readonly Word[], parent: Draft, draft: Draft): number | undefined =>
  parent.act.name === "accuse" &&
  words[parent.head]!.upos === "VERB" &&
  words[draft.head]!.xpos === "VBG" &&
  draft.speaker === parent.speaker &&
  draft.head > parent.head
    ? parent.addressee
    : undefined;

/** "the warlord [of blocking the road]": what they are accused of is no part of their name. */
const beforeDeed = (words: readonly Word[], source: Span, accused: number): Span => {
  for (let at = accused + 1; words[at] && words[at]!.end <= source.end; at += 1)
    if (/^(?:of|with)$/i.test(words[at]!.text) && words[at + 1]?.xpos === "VBG")
      return { start: source.start, end: words[at - 1]!.end };
  return source;
};

/** "said Germany adheres to … and opposes": the subject of the first finite verb that is reported. */
const firstSubject = (words: readonly Word[], parent: Draft, draft: Draft): number | undefined => {
  const from = parent.content.find(({ start }) => start >= words[parent.head]!.end)?.start;
  if (from === undefined || !isTensed(words, draft.head)) return undefined;
  for (let at = lastBefore(words, from); at < draft.cue[0]; at += 1) {
    if (!/^VB[DZPN]$/.test(words[at]!.xpos) || !isTensed(words, at)) continue;
    const subject = subjectOf(words, at);
    return subject !== undefined && words[subject]!.start >= from ? subject : undefined;
  }
  return undefined;
};

/** A finite form, or a participle with an auxiliary that is one. */
const isTensed = (words: readonly Word[], at: number): boolean =>
  /^VB[DZP]$/.test(words[at]!.xpos) ||
  words[at]!.children.some((child) => /^(?:VB[DZP]|MD)$/.test(words[child]!.xpos) && child < at);

/** A verb that "and" or a comma joins to the one before, also where the tree hangs it on the cue of the whole. */
const isJoined = (words: readonly Word[], { head, cue }: Draft): boolean =>
  words[head]!.relation === "conj" ||
  (words[head]!.relation === "ccomp" && /^(?:,|and|but|or)$/i.test(words[cue[0] - 1]?.text ?? ""));

/** The statement in direct speech that the statement stands in, at whichever level. */
const quotingOf = ({ within }: Statement, all: readonly Statement[]): Statement | undefined => {
  for (let at = within; at !== undefined; at = all[at]!.within)
    if (all[at]!.form === "direct") return all[at];
  return undefined;
};

/** "I" and "we" inside a statement stand for the one who makes it, where the actors don't say. */
export const withOwnVoice = (
  { input: { words } }: Scene,
  draft: Draft,
  statement: Statement,
  all: readonly Statement[],
): Statement => {
  const speaker = draft.speaker === undefined ? undefined : words[draft.speaker];
  // "“He told me that …,” Orbán said": in his own words nobody is "he".
  if (/^(?:he|she|it|they)$/i.test(speaker?.text ?? "")) {
    const quoting = quotingOf(statement, all);
    return { ...statement, speakers: statement.speakers.filter((one) => !quoting?.speakers.includes(one)) };
  }
  if (!speaker || statement.speakers.length > 0 || !/^(I|we|my|our|us|me)$/i.test(speaker.text))
    return statement;
  for (let at = statement.within; at !== undefined; at = all[at]!.within)
    if (all[at]!.speakers.length > 0) return { ...statement, speakers: all[at]!.speakers };
  return statement;
};
