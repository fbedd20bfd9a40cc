// A government's own readout -> the points of its account: all that its sentences tell, reported or in its own voice.
import type { Matters } from "../../../language/contacts.ts";
import type { BareContact, Point } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { holds, overlaps, type Span } from "../../../model/span.ts";
import type { Statement } from "../../../model/statement.ts";
import { subtree } from "../../../model/tree.ts";
import { cutContent, type Part, wordsIn } from "../points/cut-content.ts";
import { relative } from "../points/list-starts.ts";
import { topicOf } from "../points/name-topic.ts";
import { isNobodysMatter, isOfParty, isParty } from "../points/party-parts.ts";
import { isBare, isOccasion, isTelling } from "../points/telling-part.ts";
import { trimmed } from "../points/trim-points.ts";
import type { Speech } from "../reports/turns.ts";
import { type Clause, clausesOf } from "./clauses.ts";
import { saidElsewhere } from "./elsewhere.ts";
import { type Frame, framesOf } from "./frames.ts";
import { isLayout } from "./layout.ts";
import { liftStatements, widenBack, widenFront } from "./lift-statements.ts";
import { mattersOf } from "./matters.ts";
import { framesNothing, talks } from "./no-frames.ts";
import { ownDeed, signedIn, withWhom } from "./own-deeds.ts";
import { isMain, type Stretch } from "./readouts.ts";
import { isSetting } from "./settings.ts";
import { ofSubject, own, speakersAt, type Voice, voiceOf } from "./voices.ts";

type Told = Pick<
  Reading,
  "document" | "words" | "mentions" | "sentences" | "times" | "actors" | "statements"
>;

/** How deep a report within a report is followed: "said that the two had agreed that …". */
const deepest = 3;

/**
 * The points that the readout makes of the contact from its first word on to `until`. Each sentence is told by what
 * frames it: a statement whose cue heads it gives its content, everything else is told in the readout's own voice,
 * which goes on with the words of whoever spoke last in the paragraph.
 */
export const tellReadout = (
  reading: Told,
  contact: BareContact,
  inner: ReadonlyMap<number | undefined, readonly Statement[]>,
  { from, until, others, told: apart }: Stretch,
  matters: Matters,
): Point[] => {
  const found: Point[] = [];
  const tell = teller(reading, contact, inner, matters);
  const isOfAnother = (sentence: Span) =>
    others.some(
      ({ evidence, participants }) =>
        evidence.some((one) => holds(sentence, one) && isMain(reading.words, one)) &&
        participants.some(({ actor }) => isNewIn(reading, contact, actor, sentence)),
    );
  const elsewhere = saidElsewhere(reading, contact, apart);
  let last: { voice: Voice; paragraph: number } | undefined;
  for (const sentence of reading.sentences) {
    if (sentence.start < from || sentence.start >= until || isLayout(reading, sentence)) continue;
    if (elsewhere.has(sentence.index)) continue;
    if (annex.test(textOf(reading, sentence))) break;
    // "… provided the following readout:"
    if (/\b(?:following|below|attributable)\b[^\n]{0,80}:\s*$/iu.test(textOf(reading, sentence))) continue;
    const voice = last && last.paragraph === sentence.paragraph ? goingOn(last.voice) : own;
    if (isOfAnother(sentence) && !frames(inner.get(undefined), sentence, others)) continue;
    const told = tell(sentence, voice, inner.get(undefined) ?? [], 0);
    // "Foreign Minister Safadi: Thank you, Annalena." A turn's name and its courtesies are nobody's points.
    const points = sentence.block === "turn" ? told.filter((point) => point.statement !== undefined) : told;
    found.push(...points);
    const spoken = points.findLast((point) => point.statement !== undefined);
    if (spoken) last = { voice: spoken, paragraph: sentence.paragraph };
  }
  return found;
};

/** The points of what somebody says at the contact: all in his own voice, greetings and the label left out. */
export const tellSpeech = (
  reading: Told,
  contact: BareContact,
  inner: ReadonlyMap<number | undefined, readonly Statement[]>,
  { start, end, statement, speaker }: Pick<Speech, "start" | "end" | "statement" | "speaker">,
  matters: Matters,
): Point[] => {
  const tell = teller(reading, contact, inner, matters);
  const voice: Voice = { statement, act: "say", speakers: [speaker] };
  return reading.sentences
    .filter((sentence) => sentence.end > start && sentence.start < end && !isLayout(reading, sentence))
    .map((sentence) => ({ ...sentence, start: Math.max(sentence.start, start) }))
    .filter((span) => hasFinite(reading.words, span) && !greets.test(textOf(reading, span)))
    .flatMap((span) => tell(span, voice, inner.get(statement) ?? [], 0));
};

const greets =
  /^\s*(?:(?:Mr|Madam)\.? \p{L}+,? |Dear \p{L}+,? )?(?:(?:I am|I'm|We are|It (?:is|was)|It's) (?:very |so |really |truly )?(?:a )?(?:glad|happy|pleased|delighted|pleasure|great pleasure|honou?r|honou?red)\b|Welcome\b|Good (?:morning|afternoon|evening)\b|Hello\b)/iu;

/** A heading under which a house tells what one may know besides. */
const annex =
  /^\s*(?:Background|Notes? (?:to|for) editors?|Ends|END|(?:Further|Additional) information)\s*:?\s*$/;

const textOf = ({ document }: Told, { start, end }: Span): string => document.text.slice(start, end);

/** "He stressed that … . Dialogue is the only way.": still his, but no longer stressed. */
const goingOn = ({ statement, speakers }: Voice): Voice => ({
  ...own,
  ...(statement !== undefined && { statement }),
  speakers,
});

/** Somebody who takes no part in the contact is named there. */
const isNewIn = (
  { actors, mentions }: Told,
  { participants }: BareContact,
  actor: number,
  sentence: Span,
): boolean =>
  actors[actor]!.kind === "person" &&
  participants.every((one) => one.actor !== actor) &&
  actors[actor]!.mentions.some((mention) => holds(sentence, mentions[mention]!));

/** Something is said in the sentence, by more than the word for the other contact ("shared his assessment of the talks"). */
const frames = (
  statements: readonly Statement[] = [],
  sentence: Span,
  others: readonly BareContact[],
): boolean =>
  statements.some(
    ({ cue }) =>
      cue !== undefined &&
      holds(sentence, cue) &&
      !others.some(({ evidence }) => evidence.some((one) => holds(one, cue))),
  );

/** Acts whose content was not said or done. */
const denies = /^(?:deny|refuse|reject)$/;

type Tell = (span: Span, voice: Voice, statements: readonly Statement[], depth: number) => Point[];

const teller = (
  reading: Told,
  contact: BareContact,
  inner: ReadonlyMap<number | undefined, readonly Statement[]>,
  matters: Matters,
): Tell => {
  const { words } = reading;
  const framed = (frame: Frame, voice: Voice, depth: number): Point[] => {
    const { statement } = frame;
    // "rejected the claim that Iran seeks weapons": what is denied is told by nobody.
    const nested = denies.test(statement.act) ? [] : (inner.get(statement.index) ?? []);
    const { contents, beside, deed } = liftStatements(words, frame, nested);
    const within = nested.filter((one) => !beside.includes(one));
    const own = statement.index === voice.statement ? voice : voiceOf(reading, statement, contact);
    return [
      ...joined(
        reading,
        contents
          .filter((content) => !isParty(reading, contact, statement, content))
          .map((content) => tell(content, own, within, depth + 1)),
      ),
      ...(deed ? ownPoints(reading, contact, deed, own, depth, matters) : []),
      ...beside.flatMap((one) => framed({ statement: one, contents: one.content }, voice, depth)),
    ];
  };
  const tell: Tell = (span, voice, statements, depth) => {
    const [first, last] = wordsIn(words, span);
    const frames =
      depth > deepest
        ? []
        : framesOf(reading, contact, statements, span, depth)
            .filter((frame) => !framesNothing(reading, frame, matters))
            .map((frame) => widenBack(words, frame))
            .map((frame) => (talks.has(frame.statement.act) ? widenFront(words, frame, first) : frame));
    if (frames.length === 0 && depth > 0)
      return tellsOnly(reading, contact, span) ? [] : pointsOf(reading, contact, span, voice);
    return clausesOf(words, first, last, frames).flatMap((clause) =>
      clause.frames.length > 0
        ? clause.frames.flatMap((frame) => framed(frame, voice, depth))
        : ownPoints(
            reading,
            contact,
            clause,
            clause.said ? voiceOf(reading, clause.said, contact) : voice,
            depth,
            matters,
          ),
    );
  };
  return tell;
};

/** "The memorandum signed today, he noted, covers training": a subject and its verb are one point on either side of the cue. */
const joined = ({ words }: Told, parts: readonly Point[][]): Point[] => {
  const all: Point[] = [];
  for (const part of parts) {
    const [before, after] = [all.at(-1), part[0]];
    if (!before || !after || !goesOn(words, before, after)) all.push(...part);
    else {
      all[all.length - 1] = { ...before, content: [...before.content, ...after.content] };
      all.push(...part.slice(1));
    }
  }
  return all;
};

/** It opens with the verb that the point before it lacks, or tells of what stands there ("…, he added, which …"). */
const goesOn = (words: Told["words"], before: Point, after: Point): boolean => {
  if (before.statement !== after.statement) return false;
  const [from, to] = wordsIn(words, before.content[0]!);
  const [next] = wordsIn(words, after.content[0]!);
  const finite = /^(VB[DPZ]|MD)$/;
  const told = words.slice(from, to + 1).some(({ xpos }) => finite.test(xpos));
  return relative.test(words[next]!.text) || (!told && finite.test(words[next]!.xpos));
};

/** A clause that nothing frames: what it tells beside the bare contact and its setting. */
const ownPoints = (
  reading: Told,
  contact: BareContact,
  clause: Clause,
  voice: Voice,
  depth: number,
  matters: Matters,
): Point[] => {
  const talk = mattersOf(reading.words, clause.head, wordsIn(reading.words, clause.span), matters);
  if (talk && depth === 0)
    return talk.spans.flatMap((span) =>
      pointsOf(reading, contact, span, { act: talk.act, speakers: speakersAt(reading, talk.speaker) }),
    );
  const topics = contact.topics.filter(
    (topic, at, all) =>
      holds(clause.span, topic) && all.findIndex(({ start }) => start === topic.start) === at,
  );
  if (tellsContact(reading, contact, clause)) {
    const signed = depth === 0 ? signedIn(reading.words, clause) : undefined;
    return [
      ...(signed
        ? pointsOf(reading, contact, signed, { ...ofSubject(reading, contact, clause, own), act: "agree" })
        : []),
      ...topics
        .filter((topic) => !signed || !overlaps(signed, topic))
        .flatMap((topic) => pointsOf(reading, contact, topic, { ...own, act: "discuss" })),
      ...besidesMet(reading, contact, clause, matters),
    ];
  }
  if (leads.test(textOf(reading, clause.span)) && !hasFinite(reading.words, clause.span)) return [];
  if (depth === 0 && isSetting(reading.words, clause.head)) return [];
  if (depth > 0) return pointsOf(reading, contact, clause.span, voice);
  const told = ofSubject(reading, contact, clause, voice);
  return deedOf(reading, contact, clause, told) ?? pointsOf(reading, contact, clause.span, told);
};

/**
 * "They [adopted declarations on forests] and [the management of rivers]": several things done are a point each, the first
 * with its verb. Undefined where it was one, or not their deed.
 */
const deedOf = (reading: Told, contact: BareContact, clause: Clause, voice: Voice): Point[] | undefined => {
  const { words } = reading;
  const found = ownDeed(reading, contact, clause);
  if (!found) return undefined;
  const [verb, object] = [words[found[0]]!, words[found[1]]!];
  if (partsOf(reading, { start: verb.start, end: clause.span.end }, voice).length > 1) return undefined;
  const [one, ...more] = pointsOf(reading, contact, { start: object.start, end: clause.span.end }, voice);
  if (!one || more.length === 0 || one.content[0]!.start !== object.start) return undefined;
  return [{ ...one, content: [{ start: verb.start, end: one.content[0]!.end }] }, ...more];
};

/** "… had a meeting, and exchanged views on X": what those who met talked about, told by the next verb. */
const besidesMet = (
  reading: Told,
  contact: BareContact,
  { head, span }: Clause,
  matters: Matters,
): Point[] => {
  const { words } = reading;
  const [first, last] = wordsIn(words, span);
  const next = words[head]!.children.find(
    (child) =>
      child > Math.max(head, first) &&
      child <= last &&
      words[child]!.relation === "conj" &&
      words[child]!.upos === "VERB",
  );
  const told = next ?? withWhom(words, [Math.max(head, first), last]);
  if (told === undefined || contact.topics.some((topic) => topic.end > words[told]!.start)) return [];
  const talk = mattersOf(words, told, [told === next ? told : subtree(words, told)[0]!, last], matters);
  return talk
    ? talk.spans.flatMap((part) => pointsOf(reading, contact, part, { ...own, act: talk.act }))
    : [];
};

/** "Referring to the recent developments in Iran, …": only says of what is spoken. */
const leads =
  /^(?:Referring|Turning|Speaking|Touching|Commenting|Moving|Pointing|With (?:regard|respect|reference)|As (?:regards|to))\b/i;

const hasFinite = (words: Told["words"], span: Span): boolean => {
  const [first, last] = wordsIn(words, span);
  return words.slice(first, last + 1).some(({ xpos }) => /^(VB[DPZ]|MD)$/.test(xpos));
};

/** "The Minister and I have had good talks, he said": one clause that only says that the contact took place. */
const tellsOnly = ({ words }: Told, { evidence }: BareContact, span: Span): boolean => {
  if (!holds(span, evidence[0]!)) return false;
  const [first, last] = wordsIn(words, span);
  return words.slice(first, last + 1).filter(({ upos }) => upos === "VERB").length < 2;
};

/** It holds the first word that tells of the contact, or its head, or what its head carries, is such a word. */
const tellsContact = (
  { words }: Told,
  { evidence }: BareContact,
  { head, span: clause }: Clause,
): boolean => {
  if (holds(clause, evidence[0]!)) return true;
  const tells = (index: number) => evidence.some((span) => overlaps(span, words[index]!));
  return (
    tells(head) ||
    words[head]!.children.some(
      (child) => /^(obj|nsubj:pass|nsubj)$/.test(words[child]!.relation) && tells(child),
    )
  );
};

const pointsOf = (reading: Told, contact: BareContact, span: Span, voice: Voice): Point[] =>
  partsOf(reading, span, voice)
    .filter(
      (part) =>
        isTelling(reading, part) &&
        !isBare(reading.words, part, contact) &&
        !isOccasion(reading.words, part, voice.act) &&
        !isOfParty(reading, contact, part) &&
        !isNobodysMatter(reading, contact, part, voice),
    )
    .map((part) => ({
      ...voice,
      topic: topicOf(reading.words, part),
      content: [trimmed(reading, contact, voice.act, withoutNumber(reading, part.span))],
    }));

/** "They witnessed the signing of accords on trade, fisheries and visas", told by the house itself: one deed, whatever it lists. */
const partsOf = ({ words }: Told, span: Span, { statement, act }: Voice): Part[] => {
  const parts = cutContent(words, span, talks.has(act));
  const [first] = parts;
  const isDeed = first && words.slice(first.first, first.last + 1).some(({ lemma }) => deeds.test(lemma));
  if (statement !== undefined || act !== "say" || !isDeed || !hasFinite(words, first.span)) return parts;
  const whole: Part[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    if (!before || hasFinite(words, part.span)) whole.push(part);
    else
      whole[whole.length - 1] = { ...before, last: part.last, span: { ...before.span, end: part.span.end } };
  }
  return whole;
};

const deeds = /^(?:witness|sign|oversee|attend|initial|inaugurate)$/;

/** "4. Both leaders looked forward to …": a paragraph's number is no part of what it says. */
const withoutNumber = (reading: Told, span: Span): Span => {
  const number = /^\(?\d{1,2}[.)]\s+(?=\p{Lu})/u.exec(textOf(reading, span))?.[0] ?? "";
  return { start: span.start + number.length, end: span.end };
};
