// Rules over trees -> statements in the making: what hangs together in a sentence's tree.
import { isInfinitive, isLeaveToSpeak } from "../../../clause/arguments.ts";
import type { Cue, Part } from "../../../language/statements.ts";
import { type Match, matchRules } from "../../../match/match.ts";
import type { Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation, subtree } from "../../../model/tree.ts";
import { clauseReach, rightReach } from "../contents/clause-reach.ts";
import { cutShort } from "../contents/cut.ts";
import { extended } from "../contents/reach.ts";
import { cueIn, cueReach, isNegated, isPassive } from "../cues/cue.ts";
import { kindNamed } from "../cues/media.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans } from "../spans.ts";
import { isDay } from "../speakers/dateline.ts";
import { caseOf, nearestSubject, saysAsIt } from "../speakers/own-subject.ts";
import { sourceSpan } from "../speakers/source.ts";
import { holderOf, subjectOf } from "../speakers/speaker.ts";
import { subjectByOrder } from "../speakers/subject-order.ts";
import { fits, hasLateThat, isOfSaying, isTime } from "./fits.ts";
import { isDoneToGuest } from "./guests.ts";

const partOf: { readonly [upos: string]: Part } = {
  VERB: "verb",
  AUX: "verb",
  NOUN: "noun",
  ADJ: "adjective",
};

/** The best statement that rules find with this word as its cue. */
export const regularDraft = (scene: Scene, index: number): Draft | undefined => {
  const { words } = scene.input;
  const part = partOf[words[index]!.upos];
  if (part === undefined || !scene.language.cues[part].has(words[index]!.lemma.toLowerCase()))
    if (
      !["voice", "file"].some((name) =>
        scene.language.rules.classes.get(name)?.has(words[index]!.lemma.toLowerCase()),
      )
    )
      return undefined;
  let best: Draft | undefined;
  for (const match of matchRules(scene.language.rules, words, index)) {
    if ((match.rule.attributes.part ?? "verb") !== part) continue;
    const draft = draftOf(scene, match, part);
    if (draft && (!best || draft.confidence > best.confidence)) best = draft;
  }
  return best;
};

const draftOf = (scene: Scene, match: Match, part: Part): Draft | undefined => {
  const { words, quotations } = scene.input;
  const { attributes } = match.rule;
  const { head, content, more, noun, word } = match.captures as { [name: string]: number | undefined };
  if (head === undefined) return undefined;
  const frame = attributes.frame ?? "";
  let found = frame === "noun" ? nounCue(scene, noun) : cueIn(scene.language.cues[part], words, head, frame);
  if (!found || !fits(scene, match, frame, content)) return undefined;
  if (isDoneToGuest(scene, frame, head, noun, content ?? more)) return undefined;
  // "took steps to address violence", "wants to cover the costs": a doubtful word that is only to be done is a deed.
  if (frame === "object" && found.frames.get(frame)! < 1 && isInfinitive(words, head)) return undefined;
  if (isLeaveToSpeak(words, head)) return undefined;
  if (frame === "object" && isRight(words, head)) return undefined;
  const isMute = found.act.name === "decline-comment" && words[head]!.lemma === "comment";
  const negated = isNegated(words, head) || (noun !== undefined && isNegated(words, noun));
  const last = Math.max(head, word ?? 0, noun !== undefined && noun - head <= 4 ? noun : 0);
  const reached = withQuoted(words, cueReach(words, head, reachOf(words, head, last, found)));
  const cue = withCase(
    words,
    reached,
    frame === "on-to" ? [more] : [content ?? more, ...(joined.has(frame) ? [more] : [])],
    frame,
  );
  const ordered = subjectByOrder(words, head);
  // "The document, she said, would be conveyed": what is done to a thing the thing does not say.
  const isDone = ordered !== undefined && ordered === content && words[content]!.relation === "nsubj:pass";
  const captured =
    (isDone ? undefined : ordered) ??
    (match.captures.speaker === undefined || words[match.captures.speaker]!.relation === "nsubj:pass"
      ? undefined
      : nearestSubject(words, head, match.captures.speaker));
  const speaker =
    frame === "raise" || (isExpletive(words, head) && !(part === "adjective" && frame === "to"))
      ? undefined
      : (captured ?? (part === "noun" ? holderOf(words, head) : isDone ? undefined : subjectOf(words, head)));
  const source = speaker === undefined ? undefined : sourceSpan(words, speaker, quotations, cue);
  const isTalk = found.act.broad === "discuss" && /^(?:object|topic)$/.test(frame);
  const partner = isTalk ? partnerOf(scene, head, content) : undefined;
  let whole = extended(
    words,
    head,
    contentIndexes(words, match, cue, partner),
    (branch) =>
      (isApart(scene, branch, match, found?.act.kind === "stance") &&
        !isTerm(scene, branch, found?.act.name)) ||
      branch.index === partner,
  );
  const lost = frame === "infinitive" ? nounsBetween(words, cue[1], whole[0] ?? 0) : [];
  if (lost.length > 0) {
    whole = [...lost, ...whole];
    found =
      ["urge", "wish"].map((other) => cueIn(scene.language.cues.verb, words, head, other)).find(Boolean) ??
      found;
  }
  const hidden = frame === "object" && /^(?:that|whether|why|how|if)$/i.test(words[whole[0] ?? 0]!.text);
  const isClause = (["clause", "tell"].includes(frame) || hidden) && part === "verb";
  const reach = isClause
    ? clauseReach(scene, head, cue, source, whole, frame === "tell")
    : bound.has(frame) ||
        /^rec(?:all|ord)ed-saying$/.test(match.rule.id) ||
        (frame === "object" && hasLateThat(words, content ?? head))
      ? rightReach(scene, head, whole)
      : whole;
  const listens = frame === "urge" && words[head]!.lemma === "tell" ? afterListener(words, reach) : reach;
  const cut = cutShort(scene, head, withoutAgent(words, head, listens, source), part);
  const spans = contentSpans(
    words,
    isClause ? withoutFirstDay(words, cut) : withoutDay(words, cut),
    quotations,
  );
  if (spans.length === 0 && content !== undefined) return undefined;
  const addressee =
    match.captures[attributes.addressee ?? "addressee"] ?? partner ?? askedAfter(words, head, found.act.name);
  return {
    head,
    cue,
    // "would not comment on it" declines; who does comment says something.
    act: isMute && !negated ? scene.language.acts.get("say")! : found.act,
    negated: negated && !isMute,
    ...(speaker === undefined || !source ? {} : { speaker, source }),
    ...(addressee === undefined ? {} : { addressee }),
    content: spans,
    confidence: hidden
      ? 0.9
      : isBound(words, head, content, frame)
        ? 0.96
        : Number(attributes.confidence ?? 0.5) *
          (match.rule.id === "stressed-thing" && (isOfSaying(scene, head, content) || isWarm(words, head))
            ? 1
            : (found.frames.get(frame) ?? 1)),
    rule: match.rule.id,
  };
};

/** "lost the right to invoke the clause": what one may do or is to do is not done. */
const isRight = (words: readonly Word[], head: number): boolean =>
  isInfinitive(words, head) &&
  words[head]!.relation === "acl" &&
  /^(?:right|power|authority|need|ability|capacity|obligation|duty|mandate|way)$/.test(
    words[words[head]!.head]?.lemma ?? "",
  );

/** "discussed the truce with [Fidan]": whom it is discussed with hears it, and is no part of it. */
const partnerOf = (
  { input: { words, mentions }, language: { media } }: Scene,
  head: number,
  content: number | undefined,
): number | undefined => {
  const isWith = (child: number): boolean => child > head && caseOf(words, words[child]!) === "with";
  const own = words[head]!.children.filter(
    (child) => isWith(child) && words[child]!.relation.startsWith("obl"),
  );
  // "discussed the floods with King Abdullah", "his call with King Abdullah": a person is no part of a thing.
  const holds = (index: number) => media.has(words[index]!.lemma) || isHeld.test(words[index]!.lemma);
  const others =
    content === undefined
      ? []
      : subtree(words, content).filter(
          (index) => index !== content && isWith(index) && !holds(words[index]!.head),
        );
  return (
    own.find((child) => mentions.some(({ first, last }) => first <= child && child <= last)) ??
    others.find((child) => mentions.some(({ head: at, kind }) => at === child && kind === "person"))
  );
};

/** What two people have with each other. */
const isHeld =
  /^(?:relations?|relationship|ties?|talks?|encounter|summit|row|feud|dispute|conflict|deal|agreement|pact|friendship|spat|visit|exchange|dinner|lunch|cooperation|history)$/;

/** "told [his ministers] to stop": who is told is no part of what is told. */
const afterListener = (words: readonly Word[], indexes: readonly number[]): readonly number[] => {
  const to = indexes.findIndex((index) => words[index]!.text === "to" && words[index + 1]?.xpos === "VB");
  return to > 0 ? indexes.slice(to) : indexes;
};

/** "Asked about it, [he] said": who answers has been asked. */
const askedAfter = (words: readonly Word[], head: number, act: string): number | undefined => {
  const { relation, head: main } = words[head]!;
  const isLead = act === "ask" && relation === "advcl" && main > head && isExpletive(words, head);
  return isLead ? subjectOf(words, main) : undefined;
};

/** "were urged to stay at home [by the ministry]": who urges is no part of what is urged. */
const withoutAgent = (
  words: readonly Word[],
  head: number,
  indexes: readonly number[],
  source: Span | undefined,
): readonly number[] => {
  const by = indexes.findLast(
    (at) => /^by$/i.test(words[at]!.text) && words[at + 1]?.start === source?.start,
  );
  if (by === undefined || !source || by < head || !isPassive(words, head)) return indexes;
  return indexes.filter((at) => at < by || words[at]!.start >= source.end);
};

/** "It was agreed that", "Asked about it, he …": nobody is named. */
const isExpletive = (words: readonly Word[], head: number): boolean => {
  const opens =
    words[head - 1]?.sentence !== words[head]!.sentence || /^(?:when|if)$/i.test(words[head - 1]!.text);
  if (opens && /^(?:asked|pressed|questioned|quizzed)$/i.test(words[head]!.text)) return true;
  const by = words[subjectOf(words, head) ?? -1];
  if (by?.lemma.toLowerCase() !== "it") return false;
  return (by.relation === "expl" && !saysAsIt(words, head)) || isPassive(words, head);
};

/** "rejected the offer on Monday": a day at the end belongs to the saying. */
const withoutDay = (words: readonly Word[], indexes: readonly number[]): readonly number[] => {
  const last = words[indexes.at(-1) ?? -1];
  if (!last || !isDay(last) || indexes.length < 4) return indexes;
  return /^(?:on|last|this)$/i.test(words[last.index - 1]!.text) ? indexes.slice(0, -2) : indexes;
};

/** "said Sunday they were leaving": so does a day before the clause. */
const withoutFirstDay = (words: readonly Word[], indexes: readonly number[]): readonly number[] => {
  const first = words[indexes[0] ?? -1];
  const next = words[indexes[1] ?? -1];
  return first &&
    next &&
    isDay(first) &&
    (/^(?:PRON|DET|SCONJ)$/.test(next.upos) || /^that$/i.test(next.text))
    ? indexes.slice(1)
    : indexes;
};

/** "warned of a war": a preposition that the frame names follows the cue at once. */
const isBound = (
  words: readonly Word[],
  head: number,
  content: number | undefined,
  frame: string,
): boolean => {
  const next = words[head + 1];
  return (
    words[head]!.upos === "VERB" &&
    content !== undefined &&
    next?.text.toLowerCase() === frame &&
    next.head === content
  );
};

/** "asked Xi to buy": nouns between cue and infinitive that the tree gives to neither. */
const nounsBetween = (words: readonly Word[], cue: number, first: number): number[] => {
  const found: number[] = [];
  for (let at = first - 1; at > cue && first - at < 10; at -= 1) {
    if (
      (!/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART)$/.test(words[at]!.upos) &&
        !(words[at]!.upos === "ADP" && at > cue + 1)) ||
      // "agreed Monday to deepen ties"
      words[at]!.relation === "obl:unmarked"
    )
      return [];
    found.unshift(at);
  }
  return found.length === first - cue - 1 && words[found[0] ?? 0]?.lemma !== "not" ? found : [];
};

/** Branches of a cue that say when, where or to whom something is said. */
const isApart = ({ input, language }: Scene, branch: Word, { captures }: Match, isWish: boolean): boolean => {
  if (branch.index === captures.speaker || branch.index === captures.addressee) return true;
  if (
    branch.relation === "obl:tmod" ||
    branch.relation === "obl:unmarked" ||
    baseRelation(branch) === "advmod"
  )
    return true;
  // "wants no truce before the summit": what is wished has no medium.
  return (!isWish && kindNamed(language.media, branch) !== undefined) || isTime({ input, language }, branch);
};

/** "promised elections within a year": until when what is promised, demanded or offered is to be done. */
const isTerm = ({ input: { words } }: Scene, branch: Word, act = ""): boolean =>
  // "outlined priorities for the coming year".
  (branch.relation === "obl" &&
    caseOf(words, branch) === "for" &&
    /^(?:explain|announce|propose|promise)$/.test(act)) ||
  (/^(?:promise|offer|demand|request|propose|threaten|order|want|seek|intend|expect|predict|hope|announce)$/.test(
    act,
  ) &&
    branch.relation === "obl" &&
    /^(?:within|by|until|before|from)$/.test(caseOf(words, branch)));

/** "highly appreciated": an adverb of degree makes a feeling a word that was said. */
const isWarm = (words: readonly Word[], head: number): boolean =>
  /^(?:highly|greatly|deeply|sincerely|warmly)$/i.test(words[head - 1]?.text ?? "") &&
  words[head]!.lemma === "appreciate";

/** "was quoted as saying" is one cue. */
const withQuoted = (words: readonly Word[], [first, last]: [number, number]): [number, number] => {
  const quote = words[first - 2];
  const isQuoted =
    words[first - 1]?.text === "as" &&
    /^(?:quote|cite|report)$/.test(quote?.lemma ?? "") &&
    quote!.children.some((child) => words[child]!.relation === "aux:pass");
  return isQuoted ? [cueReach(words, first - 2)[0], last] : [first, last];
};

/** Frames whose content holds a clause that mostly runs on to the end of its sentence. */
const bound = new Set(["accuse", "urge", "on-to"]);

const nounCue = (scene: Scene, noun: number | undefined): Cue | undefined =>
  noun === undefined ? undefined : cueIn(scene.language.cues.noun, scene.input.words, noun, "");

/** Last word of a cue of several words. */
const reachOf = (words: readonly Word[], head: number, last: number, cue: Cue): number => {
  let end = last;
  if (cue.rest.length > 0 && cue.rest[0] !== "be")
    for (let at = head + 1; at <= head + 4 && words[at]?.sentence === words[head]!.sentence; at += 1)
      if (cue.rest.includes(words[at]!.text.toLowerCase()) || cue.rest.includes(words[at]!.lemma))
        end = Math.max(end, at);
  return end;
};

/** Frames of two parts, whose second has a preposition: "was accused of", "what he described as". */
const joined = new Set(["as", "accuse"]);

/** A preposition that the frame names belongs to the cue where it follows at once, or after a day: "called for", "called Friday for". */
const withCase = (
  words: readonly Word[],
  cue: [number, number],
  contents: readonly (number | undefined)[],
  frame: string,
): [number, number] => {
  if (frame === "that" || frame === "clause") return cue;
  let at = cue[1] + 1;
  while (words[at] && at < cue[1] + 3 && (isDay(words[at]!) || words[at]!.upos === "ADV")) at += 1;
  const next = words[at];
  if (!next || !contents.includes(next.head)) return cue;
  const isCase = ["case", "mark"].includes(next.relation) && !/^(?:to|that|whether)$/i.test(next.text);
  return isCase || next.relation === "case" ? [cue[0], next.index] : cue;
};

/** All words of the content: what `content` and `more` govern, without cue, speaker and addressee. */
const contentIndexes = (
  words: readonly Word[],
  match: Match,
  cue: readonly [number, number],
  partner: number | undefined,
): number[] => {
  const { content, more, speaker, addressee, head } = match.captures as {
    [name: string]: number | undefined;
  };
  const skip = new Set([head, speaker, addressee === content ? undefined : addressee, partner]);
  const around = match.rule.attributes.around === "yes";
  const found = new Set<number>();
  const { frame } = match.rule.attributes;
  // "For his part, he criticised": what opens the sentence is no reason.
  const isOpening = (part: number) => frame === "noun" || (frame === "thank" && part === more);
  for (const part of [content, more])
    if (part !== undefined && !(isOpening(part) && part < head!))
      for (const index of subtree(
        words,
        part,
        (word) => skip.has(word.index) || loose(words, word, part, around),
      ))
        if (index < cue[0] || index > cue[1]) found.add(index);
  const indexes = [...found].sort((a, b) => a - b);
  return filled.has(match.rule.attributes.frame ?? "") && indexes[0]! > cue[1]
    ? Array.from({ length: indexes.at(-1)! - indexes[0]! + 1 }, (_, at) => indexes[0]! + at)
    : indexes;
};

/** "dismissed the order for a truce as hypocrisy": frames whose content has no gap between its parts. */
const filled = new Set(["as", "accuse", "name"]);

/** Branches that hang at a content's head without belonging to it. */
const loose = (words: readonly Word[], word: Word, content: number, around: boolean): boolean => {
  if (word.head !== content) return false;
  if (around) return false;
  if (word.relation === "cc" && word.index < content && baseRelation(words[content]!) === "parataxis")
    return true;
  return (
    word.relation === "case" &&
    ["about", "by"].includes(caseOf(words, words[content]!)) &&
    word.index < content
  );
};
