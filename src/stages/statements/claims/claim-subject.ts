// "Claims by Israel that Hamas was stalling were rejected by Cairo": a noun of saying with its clause as the subject. Parsers
// take the clause for the sentence, so that the order of the words says where the clause ends and what is done to the claim.
import { lastBefore } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { cueIn, isNegated, opensClause } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans, range } from "../spans.ts";
import { sourceSpan } from "../speakers/source.ts";

type Words = readonly Word[];

/** The drafts with nouns' clauses ended before the sentence's own verb, and one more for each passive cue that verb is. */
export const withClaimSubjects = (scene: Scene, drafts: readonly Draft[]): Draft[] => {
  const found = new Map(drafts.map((draft) => [draft.head, draft]));
  for (const draft of drafts) {
    const { words } = scene.input;
    const first = draft.content[0];
    if (words[draft.head]!.upos !== "NOUN" || draft.cue[0] !== draft.head || !first) continue;
    const opener = lastBefore(words, first.start);
    if (!/^(?:that|to)$/i.test(words[opener]!.text)) continue;
    const start = phraseStart(scene, draft.head);
    const main = opener > draft.head && start !== undefined ? mainVerb(scene, opener) : undefined;
    if (main === undefined || start === undefined) continue;
    const end = beforeAdverbs(words, main);
    if (words[opener]!.text === "to" && words[end]!.end > first.end) continue;
    found.set(draft.head, {
      ...draft,
      content: contentSpans(words, range(opener, end), scene.input.quotations),
    });
    const rejected = passiveOf(scene, main, range(start, end));
    if (rejected) found.set(rejected.head, rejected);
  }
  return [...found.values()].filter(({ content }) => content.length > 0);
};

/** The first word of the noun's phrase, where it stands as a subject does: first, or after what opens a clause. */
const phraseStart = ({ input: { words } }: Scene, noun: number): number | undefined => {
  let first = noun;
  while (words[first - 1]?.sentence === words[noun]!.sentence && isPart(words[first - 1]!)) first -= 1;
  const before = words[first - 1];
  const isSubject =
    before?.sentence !== words[noun]!.sentence ||
    /^(?:SCONJ|CCONJ)$/.test(before.upos) ||
    /^(?:[,:;("“‘'—–]|that)$/i.test(before.text);
  return isSubject ? first : undefined;
};

const isPart = ({ upos, text }: Word): boolean =>
  /^(?:NOUN|PROPN|ADJ|NUM|PART)$/.test(upos) ||
  (upos === "DET" && !/^that$/i.test(text)) ||
  /^(?:his|her|its|their|our|my|your)$/i.test(text);

/** The finite verb that has no place in the clause which the opener begins: each clause has one of its own. */
const mainVerb = ({ input: { words }, language }: Scene, opener: number): number | undefined => {
  let finite = 0;
  let places = words[opener]!.text.toLowerCase() === "to" ? 0 : 1;
  for (let at = opener + 1; words[at]?.sentence === words[opener]!.sentence; at += 1) {
    const { upos, xpos, text } = words[at]!;
    if (/^[;:—–]$/.test(text)) return undefined;
    const opens =
      /^(?:SCONJ|CCONJ)$/.test(upos) ||
      /^W/.test(xpos) ||
      opensClause(words, at) ||
      (at > opener + 1 && isBareClause(words, at));
    if (opens) places = finite + 1;
    if (!/^(?:VB[DZP]|MD)$/.test(xpos)) continue;
    finite += 1;
    if (finite > places) return at;
    const reports = ["clause", "tell"].some((frame) => cueIn(language.cues.verb, words, at, frame));
    if (reports || words[at + 1]?.upos === "PRON") places = finite + 1;
  }
  return undefined;
};

/** "had told aides he would": a pronoun and its verb, without "that". */
const isBareClause = (words: Words, at: number): boolean =>
  /^(?:he|she|they|it|we|I)$/i.test(words[at]!.text) && /^(?:VB[DZP]|MD)$/.test(words[at + 1]?.xpos ?? "");

/** The last word of the clause: adverbs and commas right before the verb are the sentence's. */
const beforeAdverbs = (words: Words, main: number): number => {
  let end = main - 1;
  while (words[end]!.upos === "ADV" || words[end]!.text === ",") end -= 1;
  return end;
};

/** "were rejected by an official": what is done to the claim, where that is a cue and somebody is named. */
const passiveOf = (scene: Scene, main: number, claim: readonly number[]): Draft | undefined => {
  const { words, quotations } = scene.input;
  let verb = main;
  while (/^(?:AUX|ADV|PART)$/.test(words[verb]?.upos ?? "")) verb += 1;
  const isPassive =
    words[verb]?.xpos === "VBN" && words.slice(main, verb).some(({ lemma }) => lemma === "be");
  const cue = isPassive
    ? (cueIn(scene.language.cues.verb, words, verb, "object") ??
      cueIn(scene.language.cues.verb, words, verb, "thank") ??
      cueIn(scene.language.cues.verb, words, verb, "name") ??
      cueIn(scene.language.cues.verb, words, verb, "as"))
    : undefined;
  if (!cue) return undefined;
  const judged = judgement(words, verb);
  let by = verb + 1 + judged.length;
  while (words[by]?.upos === "ADV" || (words[by]?.upos === "ADP" && words[by]!.text.toLowerCase() !== "by"))
    by += 1;
  const speaker = words[by]?.text.toLowerCase() === "by" ? words[by]!.head : -1;
  if (speaker <= by || words[speaker]!.sentence !== words[verb]!.sentence) return undefined;
  const source = sourceSpan(words, speaker, quotations, [main, verb]);
  const content = contentSpans(words, [...claim, ...judged], quotations);
  if (!source || content.length === 0) return undefined;
  return {
    head: verb,
    cue: [main, verb],
    act: cue.act,
    negated: isNegated(words, verb),
    speaker,
    source,
    content,
    confidence: 0.85,
    rule: "claim-in-order",
  };
};

/** "was called “preposterous” by": what the claim is called. */
const judgement = (words: Words, verb: number): number[] => {
  const found: number[] = [];
  for (let at = verb + 1; at < verb + 9 && words[at]?.sentence === words[verb]!.sentence; at += 1) {
    if (words[at]!.text.toLowerCase() === "by") return found;
    if (!/^(?:DET|ADJ|NOUN|ADV|PUNCT|PART)$/.test(words[at]!.upos) && !/^as$/i.test(words[at]!.text))
      return [];
    found.push(at);
  }
  return [];
};
