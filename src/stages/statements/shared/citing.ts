// "Reuters, citing two officials, said …" -> the officials' statement: it has the content of the one that cites them.
import type { Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { cueIn, opensClause } from "../cues/cue.ts";
import { human } from "../cues/speech.ts";
import type { Draft, Scene } from "../draft.ts";
import { sourceHead } from "../speakers/source.ts";

type Words = readonly Word[];

/** The drafts with one more for each source that a speaker cites; it stands within the statement that cites it. */
export const withCited = (scene: Scene, drafts: readonly Draft[]): Draft[] => {
  const { words } = scene.input;
  const found = [...drafts];
  for (const word of words) {
    const cue = citingAt(scene, word.index);
    if (!cue) continue;
    const host = hostOf(words, found, word.index);
    const cited = host && citedDraft(scene, host, cue);
    if (!cited) continue;
    // "said she had heard from both that": whoever hears says nothing, unless it is a paper that has learned it.
    const isHeard = /^from$/i.test(word.text) && host.head === word.index - 1 && isInside(words, found, host);
    const draft = isHeard ? heardDraft(cited, host) : cited;
    if (isHeard) found.splice(found.indexOf(host), 1);
    const own = found.findIndex(({ head }) => head === draft.head);
    if (own >= 0) found[own] = draft;
    else found.push(draft);
  }
  return [...found, ...words.flatMap(({ index }) => quotedBy(scene, drafts, index) ?? [])];
};

const heardDraft = ({ host: _, ...cited }: Draft, { cue, content }: Draft): Draft => ({
  ...cited,
  cue: [cue[0], cited.cue[1]],
  content,
});

/** True where somebody else says that the draft's speaker says or hears it. */
const isInside = (words: Words, drafts: readonly Draft[], draft: Draft): boolean =>
  drafts.some((other) => other !== draft && holds(other, words[draft.head]!.start, words[draft.head]!.end));

/** ", quoted by the Post, said": the paper's statement, which holds the speaker's. */
const quotedBy = (scene: Scene, drafts: readonly Draft[], index: number): Draft | undefined => {
  const { words } = scene.input;
  const { text, sentence, start } = words[index]!;
  const isQuoted = /^(?:quoted|cited)$/i.test(text) && /^(?:by|in)$/i.test(words[index + 1]?.text ?? "");
  if (!isQuoted || words[index - 1]?.text !== "," || words[index - 1]!.sentence !== sentence)
    return undefined;
  let last = index + 1;
  while (words[last + 1]?.sentence === sentence && words[last + 1]!.text !== ",") last += 1;
  const host = drafts.find(
    ({ head, source, content }) =>
      words[head]!.sentence === sentence &&
      head > last &&
      head < last + 5 &&
      source !== undefined &&
      source.end <= start &&
      (content[0]?.start ?? 0) > words[head]!.start,
  );
  const speaker = sourceHead(words, index + 2, last);
  if (!host?.source || speaker === undefined) return undefined;
  return {
    head: index,
    cue: [index, index + 1],
    act: scene.language.acts.get("say")!,
    negated: false,
    speaker,
    source: { start: words[index + 2]!.start, end: words[last]!.end },
    content: [host.source, { start: words[host.cue[0]]!.start, end: host.content.at(-1)!.end }],
    confidence: 0.9,
    rule: "quoted-by",
  };
};

/** First and last word of "citing", "quoting", "from" after "learned", "with reference to", "on the authority of". */
const citingAt = (scene: Scene, index: number): readonly [number, number] | undefined => {
  const { words } = scene.input;
  const { text, xpos } = words[index]!;
  if (xpos === "VBG" && /^(?:citing|quoting)$/i.test(text))
    return citesClaim(scene, index) || isQuotedAs(words, index) ? undefined : [index, index];
  if (isRelative(words, index)) return [index, index];
  // "wanted to hear from him": nobody has said anything yet.
  const isHeard = /^(?:learn|hear)$/.test(words[index - 1]?.lemma ?? "") && words[index - 1]!.xpos !== "VB";
  if (/^from$/i.test(text) && isHeard) return [index, index];
  const next = (step: number): string => words[index + step]?.text.toLowerCase() ?? "";
  if (/^with$/i.test(text) && next(1) === "reference" && next(2) === "to") return [index, index + 2];
  if (/^on$/i.test(text) && next(1) === "the" && next(2) === "authority" && next(3) === "of")
    return [index, index + 3];
  return undefined;
};

/** "quoting officials involved in the talks as saying that": what they say follows, and is none of the host's. */
const isQuotedAs = (words: Words, index: number): boolean => {
  for (let at = index + 1; at < index + 16 && words[at]?.sentence === words[index]!.sentence; at += 1) {
    if (words[at]!.text === ",") return false;
    if (/^as$/i.test(words[at]!.text) && /^saying$/i.test(words[at + 1]?.text ?? "")) return true;
  }
  return false;
};

/** "citing a pledge by the president that rights would be kept": what is cited has words of its own, and is no source. */
const citesClaim = ({ input: { words }, language }: Scene, index: number): boolean => {
  let noun = index + 1;
  while (/^(?:DET|ADJ|PROPN|PRON|PART|NUM)$/.test(words[noun]?.upos ?? "") && noun < index + 6) noun += 1;
  const { sentence } = words[index]!;
  if (/^(?:what|how|that)$/i.test(words[index + 1]?.text ?? "")) return true;
  if (words[noun]?.sentence !== sentence || cueIn(language.cues.noun, words, noun, "that") === undefined)
    return false;
  for (let at = noun + 1; at < noun + 8 && words[at]?.sentence === sentence; at += 1) {
    if (opensClause(words, at)) return true;
    if (!/^(?:NOUN|PROPN|DET|ADJ|PART|ADP)$/.test(words[at]!.upos)) return false;
  }
  return false;
};

/** ", which cited two officials". */
const isRelative = (words: Words, index: number): boolean =>
  /^(?:cite|quote)$/.test(words[index]!.lemma) &&
  /^VB[DZP]$/.test(words[index]!.xpos) &&
  /^(?:which|who)$/i.test(words[index - 1]?.text ?? "") &&
  words[index - 2]?.text === ",";

/** The statement of the same sentence that the phrase goes with: it follows the speaker, or closes the sentence. */
const hostOf = (words: Words, drafts: readonly Draft[], at: number): Draft | undefined => {
  const { sentence, start, end } = words[at]!;
  const comma = isRelative(words, at) ? at - 2 : at - 1;
  const named = drafts.find(
    ({ rule, source }) =>
      /^(?:according-to|citing)$/.test(rule) &&
      words[comma]?.text === "," &&
      source?.end === words[comma - 1]?.end,
  );
  if (named) return named;
  const open = drafts.filter(
    (draft) =>
      words[draft.head]!.sentence === sentence &&
      draft.head !== at &&
      draft.speaker !== undefined &&
      draft.act.kind === "speech" &&
      /^VB[DZPN]$/.test(words[draft.head]!.xpos),
  );
  // "said, citing": the phrase follows the cue, perhaps at the end of the content. "X, citing Y, said": it stands before it.
  const before = open.filter((draft) => draft.head < at && !holds(draft, start, end));
  const after = open.filter(
    (draft) =>
      draft.head > at &&
      draft.speaker! < at &&
      !before.some(({ head }) => head > draft.speaker!) &&
      !open.some(({ head, speaker }) => head < at && speaker === draft.speaker),
  );
  const opens = words[at - 1]?.sentence !== sentence ? open.find((draft) => draft.head > at) : undefined;
  return after[0] ?? opens ?? before.at(-1) ?? open.filter((draft) => draft.head < at).at(-1);
};

const holds = ({ content }: Draft, start: number, end: number): boolean =>
  content.some((span) => span.start <= start && end <= span.end);

/** "quoting a source who said …": the rest of the sentence is what is quoted. */
const clauseOfWho = (words: Words, who: number): Span => {
  let last = who;
  while (words[last + 1]?.sentence === words[who]!.sentence && !/^[;.!?]$/.test(words[last + 1]!.text))
    last += 1;
  return { start: words[who]!.start, end: words[last]!.end };
};

/** "citing security concerns": a reason, where neither anybody nor a text is named. */
const isReason = ({ input: { words, mentions }, language }: Scene, noun: number): boolean => {
  const { upos, lemma } = words[noun]!;
  return (
    upos === "NOUN" &&
    !human.test(lemma) &&
    !language.media.has(lemma) &&
    !language.rules.classes.get("document")!.has(lemma) &&
    !mentions.some(({ first, last }) => first <= noun && noun <= last)
  );
};

const citedDraft = (scene: Scene, host: Draft, cue: readonly [number, number]): Draft | undefined => {
  const { words } = scene.input;
  const { sentence } = words[cue[0]]!;
  let last = cue[1];
  while (
    words[last + 1]?.sentence === sentence &&
    !/^(?:[,;:()—–.!?]|--)$/.test(words[last + 1]!.text) &&
    !opensClause(words, last + 1) &&
    !/^who$/i.test(words[last + 1]!.text)
  )
    last += 1;
  const told = /^who$/i.test(words[last + 1]?.text ?? "") ? clauseOfWho(words, last + 1) : undefined;
  const from = cue[1] + 1;
  const speaker = sourceHead(words, from, last);
  if (speaker === undefined) return undefined;
  if (
    /^without$/i.test(words[cue[0] - 1]?.text ?? "") ||
    (words[cue[0]]!.xpos === "VBG" && isReason(scene, speaker))
  )
    return undefined;
  const own = { start: words[from]!.start, end: words[last]!.end };
  const phrase = { start: words[cue[0]]!.start, end: own.end };
  const draft = {
    head: cue[0],
    cue,
    act: scene.language.acts.get("say")!,
    negated: false,
    speaker,
    source: own,
    rule: "citing",
  };
  if (told) return { ...draft, content: [told], confidence: 0.9 };
  const content = host.content.flatMap(({ start, end }) =>
    [
      { start, end: Math.min(end, phrase.start) },
      { start: Math.max(start, phrase.end), end },
    ].filter((part) => part.end - part.start > 2),
  );
  if (content.length === 0) return undefined;
  return { ...draft, content, host: host.head, confidence: Math.min(0.9, host.confidence) };
};
