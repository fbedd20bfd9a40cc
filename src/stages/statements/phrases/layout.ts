// Layout that names a source -> statements: "X: …" in headlines, turns and before quotations, "… – X", "“…” — X, minister".
import { lastBefore } from "../../../model/span.ts";
import { human, isSpeech } from "../cues/speech.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans, range } from "../spans.ts";
import { sourceSpan } from "../speakers/source.ts";
import { headlineTail, nameLast } from "./headline.ts";
import {
  afterLabel,
  dashes,
  draftOf,
  isAlone,
  labels,
  nameEnd,
  plain,
  speakerWords,
} from "./layout-draft.ts";

type Range = readonly [first: number, last: number];

/** Statements whose cue is a colon or a dash. */
export const layoutDrafts = (scene: Scene): Draft[] => {
  const found: Draft[] = [];
  for (const range of sentenceRanges(scene)) {
    const draft =
      nameFirst(scene, throughColon(scene, wholeName(scene, range))) ??
      described(scene, range) ??
      nameLast(scene, throughColon(scene, range)) ??
      signature(scene, range) ??
      headlineTail(scene, range);
    if (draft && !isDated(scene, draft)) found.push(draft);
  }
  return found;
};

/** True where the word ends the name or the title of a person. */
const isPerson = ({ input: { words, mentions, actors } }: Scene, at: number): boolean =>
  actors.some(
    ({ kind, mentions: own }) =>
      kind === "person" && own.some((index) => mentions[index]!.last === at && words[at]!.upos === "PROPN"),
  );

/** "Last updated: 14 Mar. 2025 09:12": a day says nothing. */
const isDated = ({ input: { words } }: Scene, { source }: Draft): boolean =>
  source !== undefined &&
  words
    .filter(({ start, end }) => start >= source.start && end <= source.end)
    .every((word) => isOfDay(word) || /^\d{1,2}:\d{2}/.test(word.text));

/** "15 March 2013: …" heads an entry and says nothing. */
const isOfDay = ({ text }: { readonly text: string }): boolean =>
  /^(?:\d{1,4}(?:st|nd|rd|th)?|[,.]|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?|(?:early|mid|late)-?)$/i.test(
    text,
  );

/** A word that may stand in a name before a colon: no verb, unless all is written large. */
const isNamePart = ({ upos, text }: { readonly upos: string; readonly text: string }): boolean =>
  plain.has(upos) || /^\p{Lu}{3,}$/u.test(text);

/** First and last word of each sentence. */
const sentenceRanges = ({ input: { words } }: Scene): Range[] => {
  const found: [number, number][] = [];
  for (const { index, sentence } of words) {
    const open = found.at(-1);
    if (open && words[open[0]]!.sentence === sentence) open[1] = index;
    else found.push([index, index]);
  }
  return found;
};

/** "Merkel: We can do it", as a headline, as a turn of a transcript, or before a quotation. */
const nameFirst = (scene: Scene, [first, last]: Range): Draft | undefined => {
  const { words, sentences, quotations } = scene.input;
  let colon = first;
  while (colon < last && colon < first + 12 && words[colon]!.text !== ":") colon += 1;
  if (words[colon]!.text !== ":" || colon === first) return undefined;
  const lead = words.slice(first, colon);
  const quoted = quotations[lastBefore(quotations, words[colon]!.end + 2)];
  const speech = quoted && quoted.start >= words[colon]!.end && quoted.depth === 0 ? quoted : undefined;
  const { block } = sentences[words[first]!.sentence]!;
  const isTitle = block === "heading" || block === "turn" || isAlone(scene, first, last);
  const caps = lead.some((word) => word.upos === "PROPN" || /^\p{Lu}{3,}$/u.test(word.text));
  const isSpeakerWord = lead.length <= 2 && speakerWords.test(lead.at(-1)!.text);
  if (labels.test(lead[0]!.text) || afterLabel(words, first) > first || lead.every(isOfDay)) return undefined;
  if (!(caps || isSpeakerWord) || !(isSpeakerWord || lead.every(isNamePart))) return undefined;
  if (!speech && (!isTitle || colon === last || lead.length > 8 || isTopic(scene, colon - 1)))
    return undefined;
  const isTurn = block === "turn" && !isAlone(scene, first, last);
  if (!speech && !isTurn && isKicker(scene, [first, last], colon)) return undefined;
  const end = isTurn ? turnEnd(scene, last) : last;
  if (
    !speech &&
    !isTurn &&
    !/^(?:q|a|question|answer)$/i.test(lead[0]!.text) &&
    !(last - colon > 2 && isPerson(scene, colon - 1)) &&
    !words
      .slice(colon + 1, last + 1)
      .some((word) => /^(?:VERB|AUX)$/.test(word.upos) || /^VB/.test(word.xpos))
  )
    return undefined;
  const content = speech
    ? [{ start: speech.start, end: speech.end }]
    : isTurn
      ? [{ start: words[colon + 1]!.start, end: words[end]!.end }]
      : contentSpans(words, range(colon + 1, last), quotations);
  return draftOf(
    scene,
    colon,
    [first, nameEnd(words, first, colon) - 1],
    content,
    speech ? 0.9 : 0.75,
    "colon-lead",
  );
};

/**
 * "Yemen: Houthis vow reply": the name of a place before a headline that has a speaker and a verb of saying of its own, or,
 * in another house's own account, any verb: "Kazakhstan: High Representative speaks with foreign minister".
 */
const isKicker = (scene: Scene, [first, last]: Range, colon: number): boolean => {
  const { words, mentions, document } = scene.input;
  const place = mentions.find((one) => one.first === first && one.last === colon - 1 && one.kind === "state");
  if (!place) return false;
  const verb = range(colon + 2, last).find((at) => /^(?:VB[DZP]|MD)$/.test(words[at]!.xpos));
  const isOthers = document.side !== undefined && place.country !== document.side;
  return verb !== undefined && (isOthers || isSpeech(scene, words[verb]!));
};

/** "EU summit: leaders clash", "Iran nuclear talks: …": what a headline is about, where its lead ends in a noun for nobody. */
const isTopic = ({ input: { words, mentions } }: Scene, at: number): boolean => {
  const { upos, text, lemma } = words[at]!;
  return (
    upos === "NOUN" &&
    /^\p{Ll}/u.test(text) &&
    !speakerWords.test(text) &&
    !human.test(lemma) &&
    !mentions.some(({ last }) => last === at)
  );
};

/** "JAVIER SOLÍS: …": a name that the sentence break fell into opens its paragraph. */
const wholeName = ({ input: { words, sentences } }: Scene, [first, last]: Range): Range => {
  const own = sentences[words[first]!.sentence]!;
  const before = sentences[own.index - 1];
  if (before?.paragraph !== own.paragraph || sentences[own.index - 2]?.paragraph === own.paragraph)
    return [first, last];
  let from = first;
  while (words[from - 1]?.sentence === before.index && first - from < 4) from -= 1;
  const isName =
    words[from - 1]?.sentence !== before.index &&
    words.slice(from, first).every((word) => /^\p{Lu}/u.test(word.text));
  return isName ? [from, last] : [first, last];
};

/**
 * "Zelensky: Peace must last": a headline whose colon the sentence break fell on, with the rest of it; "ISLAMABAD: The prime
 * minister …" is where a report was written.
 */
const throughColon = ({ input: { words, sentences, mentions } }: Scene, [first, last]: Range): Range => {
  const after = sentences[words[last]!.sentence + 1];
  const isHalf =
    words[last]!.text === ":" &&
    after?.paragraph === sentences[words[first]!.sentence]!.paragraph &&
    sentences[after.index + 1]?.paragraph !== after.paragraph;
  const isTown =
    /[.”"]$/.test(words.findLast(({ sentence }) => sentence === after?.index)?.text ?? "") &&
    !mentions.some((one) => one.first === first && one.kind === "person");
  let end = last;
  while (isHalf && !isTown && words[end + 1]?.sentence === after.index) end += 1;
  return [first, end];
};

/** "The judge was blunt: “There is no evidence.”": what somebody is said to be, with the quotation that shows it. */
const described = (scene: Scene, [first, last]: Range): Draft | undefined => {
  const { words, quotations } = scene.input;
  const colon = range(first, last).find((at) => words[at]!.text === ":");
  const quality = words[(colon ?? 0) - 1];
  if (colon === undefined || quality?.sentence !== words[first]!.sentence || quality.upos !== "ADJ")
    return undefined;
  const speech = quotations.find(({ depth, start }) => depth === 0 && start === words[colon + 1]?.start);
  const be = quality.children.find((child) => words[child]!.relation === "cop");
  const who = quality.children.find((child) => words[child]!.relation === "nsubj");
  if (!speech || be === undefined || who === undefined || who > be || !isWho(scene, who)) return undefined;
  const source = sourceSpan(words, who, quotations, [be, be]);
  const say = scene.language.acts.get("say")!;
  return (
    source && {
      head: quality.index,
      cue: [be, colon],
      act: say,
      negated: false,
      speaker: who,
      source,
      content: [{ start: speech.start, end: speech.end }],
      confidence: 0.85,
      rule: "colon-lead",
    }
  );
};

/** A pronoun of a person, a noun for people, or anybody named. */
const isWho = ({ input: { words, mentions } }: Scene, at: number): boolean =>
  /^(?:he|she|they)$/i.test(words[at]!.text) ||
  human.test(words[at]!.lemma) ||
  mentions.some(({ head }) => head === at);

/** "“The river has no borders.” — Maris Sangiampongsa, foreign minister" */
const signature = (scene: Scene, [first, last]: Range): Draft | undefined => {
  const { words, quotations } = scene.input;
  const at =
    [first, first + 1].find((index) => index <= last && dashes.test(words[index]!.text)) ??
    dashAfterQuotation(scene, first, last);
  if (at === undefined || at >= last) return undefined;
  const quotation = quotations[lastBefore(quotations, words[at]!.start)];
  if (
    !quotation ||
    quotation.depth > 0 ||
    words[at]!.start - quotation.end > 3 ||
    quotation.end > words[at]!.start
  )
    return undefined;
  const name = words.slice(at + 1, last + 1);
  if (
    name.length > 20 ||
    !name.some((word) => word.upos === "PROPN") ||
    !(/^\p{Lu}/u.test(name[0]!.text) || name.slice(0, 4).some(({ lemma }) => human.test(lemma))) ||
    name.some((word) => word.upos === "VERB" || word.upos === "AUX")
  )
    return undefined;
  return draftOf(
    scene,
    at,
    [at + 1, last],
    [{ start: quotation.start, end: quotation.end }],
    0.9,
    "signature",
  );
};

const dashAfterQuotation = ({ input: { words } }: Scene, first: number, last: number): number | undefined => {
  for (let at = first + 1; at < last; at += 1)
    if (dashes.test(words[at]!.text) && /^["”’']$/.test(words[at - 1]!.text)) return at;
  return undefined;
};

/** Paragraphs before which the first turn of a transcript stands: what an article quotes of one stands further down. */
const opening = 4;

/** Last word of a turn: of its paragraph, and in a transcript of those of prose behind it. */
const turnEnd = ({ input: { words, sentences } }: Scene, last: number): number => {
  const own = sentences[words[last]!.sentence]!;
  const goesOn =
    sentences.find(({ block }) => block === "turn")!.paragraph < opening &&
    sentences.some(({ block, paragraph }) => block === "turn" && paragraph !== own.paragraph);
  const ends = ({ block, paragraph }: (typeof sentences)[number]): boolean =>
    paragraph !== own.paragraph && (!goesOn || block === "turn" || block === "heading");
  let at = last;
  while (words[at + 1] && !ends(sentences[words[at + 1]!.sentence]!)) at += 1;
  return at;
};
