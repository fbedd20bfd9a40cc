// Headlines that end with who speaks -> statements: "Law ‘will end two systems’, Patten warns", "Truce holds – Interfax".
import { lastBefore } from "../../../model/span.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans, range } from "../spans.ts";
import { afterLabel, dashes, draftOf, isAlone, nameEnd, plain, speakerWords } from "./layout-draft.ts";

type Range = readonly [first: number, last: number];

/** "Law 'will end two systems', Patten warns": a headline that ends with speaker and verb, whatever their tags. */
export const headlineTail = (scene: Scene, [first, last]: Range): Draft | undefined => {
  const { words, quotations } = scene.input;
  if (!isAlone(scene, first) || /[.!?]$/.test(words[last]!.text)) return undefined;
  for (let verb = last; verb > Math.max(first + 3, last - 6); verb -= 1) {
    const cue = presentCue(scene, words[verb]!.text);
    if (!cue) continue;
    let name = verb;
    while (name - 1 > first && verb - name < 6 && /^(?:PROPN|NOUN|ADJ|NUM|DET)$/.test(words[name - 1]!.upos))
      name -= 1;
    if (name === verb || words[name - 1]!.text !== "," || name - first < 4) continue;
    const from = afterLabel(words, first);
    const content = contentSpans(words, range(from, name - 2), quotations);
    const draft = draftOf(scene, verb, [name, verb - 1], content, 0.9, "headline-tail");
    return draft && { ...draft, act: cue };
  }
  return undefined;
};

/** The act of "warns", "says": a verb of saying in the present, also where it was taken for a noun. */
const presentCue = ({ language }: Scene, text: string): Draft["act"] | undefined => {
  if (!/^\p{Ll}+s$/u.test(text)) return undefined;
  for (const lemma of [text.slice(0, -1), text.slice(0, -2), text.replace(/ies$/, "y")]) {
    const cue = language.cues.verb
      .get(lemma)
      ?.find(({ rest, frames }) => rest.length === 0 && frames.get("clause") === 1);
    if (cue?.act.kind === "speech") return cue.act;
  }
  return undefined;
};

/** "Ghani has left the country: Abdullah", "Truce holds – Interfax": headlines that name their source last. */
export const nameLast = (scene: Scene, [from, last]: Range): Draft | undefined => {
  const { words, quotations } = scene.input;
  const first = afterColon(scene, from, last) ?? from;
  if (/[.!?]$/.test(words[last]!.text) || !(isAlone(scene, from, last) || first < from)) return undefined;
  if (last - first < 3) return undefined;
  let mark = last - 1;
  const reach = words.slice(first, last).some(({ text }) => text === ":") ? 16 : 5;
  while (
    mark > first &&
    last - mark < reach &&
    words[mark]!.upos !== "PUNCT" &&
    !dashes.test(words[mark]!.text)
  )
    mark -= 1;
  const { text, start } = words[mark]!;
  const isSpaced = words[mark - 1] !== undefined && words[mark - 1]!.end < start;
  if (mark - first < 2 || !(text === ":" || (dashes.test(text) && isSpaced))) return undefined;
  const quoted = quotations[lastBefore(quotations, start)];
  const isQuoted = quoted !== undefined && quoted.end <= start && start - quoted.end < 2 && text === ":";
  if (isQuoted) return afterQuotation(scene, mark, [first, last]);
  const name = words.slice(mark + 1, last + 1);
  const isNamed = name.some((word) => /^\p{Lu}/u.test(word.text) || speakerWords.test(word.text));
  if (!isNamed || !name.every((word) => plain.has(word.upos))) return undefined;
  // "Ceasefire within reach – Qatari foreign minister": behind who speaks by calling, a headline needs no verb.
  const isCalling = dashes.test(text) && speakerWords.test(words[last]!.text) && mark - first > 2;
  const hasVerb = words.slice(first, mark).some((word) => word.upos === "VERB" || word.upos === "AUX");
  if (!hasVerb && !isCalling) return undefined;
  const content = contentSpans(words, range(first, mark - 1), quotations);
  return draftOf(scene, mark, [mark + 1, nameEnd(words, mark + 1, last + 1) - 1], content, 0.75, "name-last");
};

/** "'We will not kneel': Petro hits back at Trump": the name that opens what follows the colon. */
const afterQuotation = (scene: Scene, mark: number, [first, last]: Range): Draft | undefined => {
  const { words, quotations } = scene.input;
  let end = mark;
  while (end < last && /^(?:PROPN|NOUN|ADJ|DET|NUM|PART)$/.test(words[end + 1]!.upos)) end += 1;
  const owner = words.slice(mark + 1, end + 1).findLast(({ text }) => /^['’]s?$/.test(text));
  if (owner && !/^(?:VERB|AUX)$/.test(words[end + 1]?.upos ?? "")) end = owner.index - 1;
  else if (!owner) while (end > mark && !/^\p{Lu}/u.test(words[end]!.text)) end -= 1;
  if (end === mark || !words.slice(mark + 1, end + 1).some((word) => /^\p{Lu}/u.test(word.text)))
    return undefined;
  const content = contentSpans(words, range(first, mark - 1), quotations);
  return draftOf(scene, mark, [mark + 1, end], content, 0.8, "name-last");
};

/** First word of the sentence before, where this one is the name that follows its colon. */
const afterColon = (
  { input: { words, sentences } }: Scene,
  from: number,
  last: number,
): number | undefined => {
  const colon = words[from - 1];
  if (!colon || !(colon.text === ":" || dashes.test(colon.text)) || last - from > 4) return undefined;
  const own = sentences[words[from]!.sentence]!;
  const before = sentences[own.index - 1];
  if (before?.paragraph !== own.paragraph || sentences[own.index + 1]?.paragraph === own.paragraph)
    return undefined;
  let first = from - 1;
  while (words[first - 1]?.sentence === before.index) first -= 1;
  return first;
};
