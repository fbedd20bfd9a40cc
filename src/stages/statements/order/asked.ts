// "Asked by a reporter if …, she said", "Pressed on the talks, he declined": the question that opens a sentence, up to the
// comma where the answer begins; "The general, asked about it, said". Parsers run both together.
import type { Word } from "../../../model/token.ts";
import { cueIn } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans, range, trim } from "../spans.ts";
import { subjectOf } from "../speakers/speaker.ts";

type Words = readonly Word[];

/** The statement of a participle of asking that opens its sentence. */
export const askedDraft = (scene: Scene, index: number): Draft | undefined => {
  const { words, quotations } = scene.input;
  const word = words[index]!;
  if (!/^(?:asked|pressed|questioned|quizzed)$/i.test(word.text)) return undefined;
  const isAside = !isOpening(words, index);
  if (isAside && !isBehindName(words, index)) return undefined;
  const cue =
    cueIn(scene.language.cues.verb, words, index, "tell") ?? scene.language.cues.verb.get("ask")?.[0];
  if (!cue) return undefined;
  let at = index + 1;
  while (/^(?:ADV)$/.test(words[at]?.upos ?? "") && !isWh(words[at]!)) at += 1;
  const by = words[at]?.text.toLowerCase() === "by" ? phraseEnd(words, at + 1) : undefined;
  const agent = by === undefined ? [] : range(at + 1, by);
  if (by !== undefined) at = by + 1;
  const isBound = /^(?:about|on|over)$/i.test(words[at]?.text ?? "");
  const from = isBound ? at + 1 : at;
  const opens = words[from];
  if (
    opens?.sentence !== word.sentence ||
    !(isBound || isWh(opens) || opens.text === "to" || opens.text === "for")
  )
    return undefined;
  const end = isAside ? asideEnd(words, from) : questionEnd(words, from);
  const content = end === undefined ? [] : contentSpans(words, range(from, end), quotations);
  if (content.length === 0) return undefined;
  const source = trim(words, agent);
  const speaker = agent.find(
    (one) => /^(?:NOUN|PROPN|PRON)$/.test(words[one]!.upos) && !agent.includes(words[one]!.head),
  );
  const answer = end === undefined ? undefined : firstFinite(words, end + 2);
  const addressee = answer === undefined ? undefined : subjectOf(words, answer);
  return {
    head: index,
    cue: [index, isBound && by === undefined && at === index + 1 ? at : index],
    act: scene.language.acts.get("ask") ?? cue.act,
    negated: false,
    ...(speaker === undefined || !source ? {} : { speaker, source }),
    ...(addressee === undefined ? {} : { addressee }),
    content,
    confidence: 0.95,
    rule: "said-that",
  };
};

/** First word of its sentence, but for "when", "if" or "but" and marks. */
const isOpening = (words: Words, index: number): boolean => {
  let at = index - 1;
  while (
    words[at]?.sentence === words[index]!.sentence &&
    /^(?:when|if|but|and|["“‘,])$/i.test(words[at]!.text)
  )
    at -= 1;
  return words[at]?.sentence !== words[index]!.sentence;
};

/** "The general, asked about it, said": behind the comma of the noun phrase that opens the sentence. */
const isBehindName = (words: Words, index: number): boolean => {
  if (words[index - 1]?.text !== ",") return false;
  let at = index - 2;
  while (
    words[at]?.sentence === words[index]!.sentence &&
    (/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART)$/.test(words[at]!.upos) || /^of$/i.test(words[at]!.text))
  )
    at -= 1;
  return at < index - 2 && words[at]?.sentence !== words[index]!.sentence;
};

/** The word before the comma that a finite verb follows at once. */
const asideEnd = (words: Words, from: number): number | undefined => {
  for (let at = from; words[at]?.sentence === words[from]!.sentence && at < from + 40; at += 1)
    if (words[at]!.text === "," && /^(?:VB[DZP]|MD)$/.test(words[at + 1]?.xpos ?? "")) return at - 1;
  return undefined;
};

const firstFinite = (words: Words, from: number): number | undefined => {
  for (let at = from; words[at]?.sentence === words[from]?.sentence && at < from + 14; at += 1)
    if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) return at;
  return undefined;
};

const isWh = ({ text }: Word): boolean =>
  /^(?:whether|if|how|why|when|where|what|whose|who|which)$/i.test(text);

const phraseEnd = (words: Words, from: number): number | undefined => {
  let end = from - 1;
  while (
    words[end + 1] &&
    words[end + 1]!.sentence === words[from]!.sentence &&
    /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART)$/.test(words[end + 1]!.upos) &&
    !isWh(words[end + 1]!)
  )
    end += 1;
  return end >= from ? end : undefined;
};

/** The word before the comma after which a subject and a finite verb follow. */
const questionEnd = (words: Words, from: number): number | undefined => {
  const needs = isWh(words[from]!) ? 1 : 0;
  let finite = 0;
  for (let at = from; words[at]?.sentence === words[from]!.sentence && at < from + 50; at += 1) {
    if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) finite += 1;
    if (words[at]!.text === "," && finite >= needs && answers(words, at + 1)) return at - 1;
  }
  return undefined;
};

const answers = (words: Words, from: number): boolean => {
  for (let at = from; words[at] && words[at]!.sentence === words[from]!.sentence && at < from + 14; at += 1) {
    if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) return at > from;
    if (
      !/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|ADP|ADV|AUX)$/.test(words[at]!.upos) &&
      words[at]!.text !== "-"
    )
      return false;
  }
  return false;
};
