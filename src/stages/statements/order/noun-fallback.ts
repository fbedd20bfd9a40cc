// "the minister's claim that …", "assurances from the Houthis that …" -> statements, where the tree hangs the clause elsewhere.
import type { Word } from "../../../model/token.ts";
import { subtree } from "../../../model/tree.ts";
import { isSecondVerb } from "../contents/cut.ts";
import { cueIn, isNegated, opensClause } from "../cues/cue.ts";
import { isMedium } from "../cues/media.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans } from "../spans.ts";
import { sourceHead, sourceSpan } from "../speakers/source.ts";
import { holderOf } from "../speakers/speaker.ts";

type Words = readonly Word[];

/** The statement of a noun of saying that "that" or "to" follows, at once or after who it comes from. */
export const nounFallback = (scene: Scene, index: number): Draft | undefined => {
  const { words, quotations } = scene.input;
  if (words[index]!.upos !== "NOUN" || isMedium(scene, index)) return undefined;
  if (words[index - 1]?.text.toLowerCase() === "in" && words[index]!.lemma === "order") return undefined;
  const cue = cueIn(scene.language.cues.noun, words, index, "that");
  if (!cue) return undefined;
  if (isSought(scene, index)) return undefined;
  const heard = heardFrom(words, index) ?? handed(words, index);
  const opener =
    openerAfter(words, index, !cue.act.name.startsWith("express")) ??
    askedOf(words, index, cue.act.name) ??
    heard?.[1] ??
    matterOf(words, index, cue.frames);
  if (opener === undefined || (cue.act.name === "answer" && words[opener]!.text === "to")) return undefined;
  const clause = upToMain(words, index, clauseFrom(words, opener));
  const main = clause.findIndex((at) => isSecondVerb(words, opener, at));
  const content = contentSpans(words, main > 0 ? clause.slice(0, main) : clause, quotations);
  if (content.length === 0) return undefined;
  const speaker =
    heard?.[0] ?? holderOf(words, index) ?? holderAfter(words, index, opener) ?? nameBefore(scene, index);
  const source = speaker === undefined ? undefined : sourceSpan(words, speaker, quotations);
  const by = heard ? heard[2] : byAfter(words, index);
  const isBy = speaker !== undefined && speaker > by && speaker < opener;
  const inside =
    source && source.end <= words[opener]!.start
      ? source
      : isBy
        ? { start: words[by + 1]!.start, end: words[opener - 1]!.end }
        : undefined;
  return {
    head: index,
    cue: [index, index],
    act: cue.act,
    negated: isNegated(words, index),
    ...(speaker === undefined || !inside ? {} : { speaker, source: inside }),
    content: content.slice(0, 1),
    confidence: inside ? 0.88 : 0.75 * (cue.frames.get("that") ?? 1),
    rule: "claim-in-order",
  };
};

/** "needs security guarantees to protect it": what somebody wants to be given nobody has given. */
const isSought = ({ input: { words }, language }: Scene, index: number): boolean => {
  const { relation, head } = words[index]!;
  return relation === "obj" && language.rules.classes.get("sought")!.has(words[head]!.lemma);
};

/** "that" or "to" right after the noun, or after "by", "from", "of" or "to" with a name. */
const openerAfter = (words: Words, index: number, isUttered: boolean): number | undefined => {
  const { sentence } = words[index]!;
  const isMarked = /^["”’]$/.test(words[index + 1]?.text ?? "") && holderOf(words, index) !== undefined;
  const next = isMarked
    ? index + 2
    : /^(?:by|from)$/.test(words[byAfter(words, index)]!.text)
      ? byAfter(words, index)
      : index + 1;
  // "Moscow's claim he was summoned", in headlines also "denies claim it asked".
  const isOwned =
    /^(?:VERB|PROPN)$/.test(words[index - 1]?.upos ?? "") || holderOf(words, index) !== undefined;
  if (isBareClause(words, next) && claims.test(words[index]!.lemma) && isOwned) return next;
  for (let at = next; at < next + 8 && words[at]?.sentence === sentence; at += 1) {
    const word = words[at]!;
    if (/^that$/i.test(word.text)) return opensClause(words, at) ? at : undefined;
    if (/^(?:is|was|,)$/.test(word.text)) return isUttered ? afterCopula(words, at) : undefined;
    if (word.text === "to" && word.upos === "PART")
      return at === next || /^(?:by|from)$/.test(words[next]!.text) ? at : undefined;
    if (
      at === next
        ? !/^(?:by|from|to)$/.test(word.text)
        : !/^(?:NOUN|PROPN|DET|ADJ|PART|ADP|NUM|PRON)$/.test(word.upos)
    )
      return undefined;
  }
  return undefined;
};

/** "rejects US claim it asked": in headlines a name right before the noun owns it. */
const nameBefore = ({ input: { words, mentions } }: Scene, index: number): number | undefined =>
  words[index - 1]?.upos === "PROPN" &&
  claims.test(words[index]!.lemma) &&
  mentions.some(({ first, last }) => first <= index - 1 && last === index - 1)
    ? index - 1
    : undefined;

/** Nouns that a clause follows without "that"; after "remarks he had made" it is a relative one. */
const claims =
  /^(?:claim|allegation|accusation|assertion|contention|belief|insistence|suggestion|charge|denial|hope|fear)$/;

/** "Moscow's claim he was summoned": a pronoun and its verb right after the noun. */
const isBareClause = (words: Words, at: number): boolean =>
  /^(?:he|she|they|it|we|I|there)$/i.test(words[at]?.text ?? "") &&
  /^(?:VB[DZP]|MD)$/.test(words[at + 1]?.xpos ?? "") &&
  words[at + 1]!.sentence === words[at - 1]!.sentence;

/** "Iran's reply, they said, was that": the clause that the noun is said to be, at once or after an aside. */
const afterCopula = (words: Words, at: number): number | undefined => {
  let verb = at;
  const isWhich = /^which$/i.test(words[at + 1]?.text ?? "") && words[at]!.text === ",";
  if (isWhich) verb += 2;
  else if (words[at]!.text === ",") {
    verb += 1;
    while (words[verb]?.sentence === words[at]!.sentence && words[verb]!.text !== "," && verb - at < 12)
      verb += 1;
    verb += 1;
  }
  const isBe = /^(?:is|was)$/.test(words[verb]?.text ?? "") && words[verb]!.sentence === words[at]!.sentence;
  return isBe && words[verb + 1] && opensClause(words, verb + 1) ? verb + 1 : undefined;
};

/** The clause that the opener marks, from the opener on. */
const clauseFrom = (words: Words, opener: number): number[] => {
  const { head, sentence } = words[opener]!;
  if (words[opener]!.upos === "ADP") return toPause(words, opener).slice(1);
  if (words[opener]!.upos !== "SCONJ" && words[opener]!.upos !== "PART") return toPause(words, opener);
  if (head <= opener || words[head]!.sentence !== sentence) return [];
  const found: number[] = [];
  for (const index of subtree(words, head))
    if (index >= opener && (found.length === 0 || index === found.at(-1)! + 1)) found.push(index);
  return found;
};

/** From a "that" which the tree takes for a pronoun to the next pause. */
export const toPause = (words: Words, opener: number): number[] => {
  const found = [opener];
  for (let at = opener + 1; words[at]?.sentence === words[opener]!.sentence; at += 1) {
    if (/^(?:[,;:()—–.!?]|--)$/.test(words[at]!.text)) break;
    found.push(at);
  }
  return found;
};

/** "The claim that the ship was empty was false": without the sentence's own verb, where the noun is its subject. */
const upToMain = (words: Words, noun: number, indexes: readonly number[]): readonly number[] => {
  const { sentence } = words[noun]!;
  const isVerb = (index: number): boolean => /^(?:VB[DZP]|MD)$/.test(words[index]!.xpos);
  for (let at = noun - 1; words[at]?.sentence === sentence; at -= 1) if (isVerb(at)) return indexes;
  const after = words[(indexes.at(-1) ?? 0) + 1];
  if (after?.sentence === sentence && after.upos !== "PUNCT") return indexes;
  const verbs = indexes.flatMap((index, at) => (isVerb(index) ? [at] : []));
  const last = verbs.at(-1) ?? 0;
  const before = words[(indexes[last] ?? 1) - 1];
  const isOwn =
    verbs.length > 1 && before !== undefined && !/^(?:CCONJ|SCONJ|PRON|AUX|PART|ADV)$/.test(before.upos);
  return isOwn ? indexes.slice(0, last) : indexes;
};

/** "a call by the Vatican for an exchange": the preposition that the noun takes, behind who makes it. */
const matterOf = (words: Words, index: number, frames: ReadonlyMap<string, number>): number | undefined => {
  const by = byAfter(words, index);
  if (by === index) return undefined;
  for (let at = by + 2; at < by + 8 && words[at]?.sentence === words[index]!.sentence; at += 1) {
    const { upos, text } = words[at]!;
    if (upos === "ADP" && frames.get(text.toLowerCase()) === 1) return at;
    if (!/^(?:NOUN|PROPN|DET|ADJ|PART|NUM)$/.test(upos)) return undefined;
  }
  return undefined;
};

/** The "by" or "from" of the noun or of its participle ("assurances given by"), else the word itself. */
const byAfter = (words: Words, index: number): number => {
  const at = words[index + 1]?.xpos === "VBN" ? index + 2 : index + 1;
  return /^(?:by|from)$/.test(words[at]?.text ?? "") && words[at]!.sentence === words[index]!.sentence
    ? at
    : index;
};

/** "appeal to China to stop": the infinitive after whom a request, an offer or a promise is made to. */
const askedOf = (words: Words, index: number, act: string): number | undefined => {
  if (!/^(?:request|urge|demand|order|invite|offer|promise|propose|warn|threaten|advise|assure)$/.test(act))
    return undefined;
  if (!/^(?:to|on|for)$/.test(words[index + 1]?.text ?? "") || words[index + 1]!.upos !== "ADP")
    return undefined;
  for (let at = index + 2; at < index + 9 && words[at]?.sentence === words[index]!.sentence; at += 1) {
    const { upos, text } = words[at]!;
    if (text === "to" && upos === "PART" && at > index + 2) return at;
    if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|CCONJ)$/.test(upos) && text !== "of") return undefined;
  }
  return undefined;
};

/**
 * "assurances she had received from Zelensky that": the name after the "from" of what is said of the noun, the "that" and
 * the "from".
 */
const heardFrom = (
  words: Words,
  index: number,
): readonly [speaker: number, opener: number, from: number] | undefined => {
  let from = -1;
  for (let at = index + 1; at < index + 16 && words[at]?.sentence === words[index]!.sentence; at += 1) {
    const { text, lemma, upos } = words[at]!;
    if (/^from$/i.test(text) && /^(?:receive|obtain|get|win|secure|hear|extract)$/.test(words[at - 1]!.lemma))
      from = at;
    else if (/^that$/i.test(text) && from > 0) {
      const speaker = sourceHead(words, from + 1, at - 1);
      return opensClause(words, at) && speaker !== undefined ? [speaker, at, from] : undefined;
    } else if (upos === "VERB" && !/^(?:receive|obtain|get|win|secure|hear|extract)$/.test(lemma))
      return undefined;
    else if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|AUX|VERB|ADP|ADV)$/.test(upos)) return undefined;
  }
  return undefined;
};

/**
 * "a promise, made by the envoy in Oslo, that", "the commitment it gave in Oslo to": who gives or makes what the noun names, the
 * opener, and the word before the name.
 */
const handed = (
  words: Words,
  index: number,
): readonly [speaker: number, opener: number, before: number] | undefined => {
  const { sentence } = words[index]!;
  let verb = words[index + 1]?.text === "," ? index + 2 : index + 1;
  if (/^(?:which|that)$/i.test(words[verb]?.text ?? "")) verb += 1;
  const from = verb;
  while (/^(?:NOUN|PROPN|PRON|DET|ADJ|AUX|ADV)$/.test(words[verb]?.upos ?? "") && verb < from + 7) verb += 1;
  if (words[verb]?.sentence !== sentence || !giving.test(words[verb]!.lemma)) return undefined;
  const isPassive = verb === from || words[verb - 1]!.lemma === "be";
  if (isPassive && !/^by$/i.test(words[verb + 1]?.text ?? "")) return undefined;
  for (let at = verb + 1; at < verb + 12 && words[at]?.sentence === sentence; at += 1) {
    const isOpener = opensClause(words, at) || (words[at]!.text === "to" && words[at + 1]?.xpos === "VB");
    if (isOpener) {
      const speaker = isPassive ? sourceHead(words, verb + 2, at - 1) : sourceHead(words, from, verb - 1);
      return speaker === undefined ? undefined : [speaker, at, isPassive ? verb + 1 : from - 1];
    }
    if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|ADP|NUM|ADV|PART|PUNCT)$/.test(words[at]!.upos)) return undefined;
  }
  return undefined;
};

const giving = /^(?:give|make|issue|offer|voice|deliver|extend|undertake|sign|enter)$/;

/** The name after "by" or "from". */
const holderAfter = (words: Words, index: number, opener: number): number | undefined => {
  const by = byAfter(words, index);
  if (by === index) return undefined;
  for (let at = by + 1; at < opener; at += 1) {
    const word = words[at]!;
    if (/^(?:NOUN|PROPN|PRON)$/.test(word.upos) && !(word.head > at && word.head < opener)) return at;
  }
  return undefined;
};
