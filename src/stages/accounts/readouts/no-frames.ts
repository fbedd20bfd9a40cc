// Statements that seem to frame a clause of a readout -> do they? What only says what was talked about, and of what, does not.
import type { Matters } from "../../../language/contacts.ts";
import type { Reading } from "../../../model/reading.ts";
import type { Statement } from "../../../model/statement.ts";
import { wordsIn } from "../points/cut-content.ts";
import type { Frame } from "./frames.ts";

type Told = Pick<Reading, "document" | "words">;

/** Acts whose content is a list of matters talked about, each a point. */
export const talks = new Set(["discuss", "mention", "negotiate"]);

/** True where the clause is told by the readout itself, or the content is only an aside. */
export const framesNothing = (reading: Told, { statement, contents }: Frame, matters: Matters): boolean =>
  isTalk(reading, statement, matters) ||
  isLed(reading, statement) ||
  isLeadIn(reading, statement) ||
  isAmong(reading, contents) ||
  contents.every(({ start, end }) => aside.test(reading.document.text.slice(start, end)));

/** "Referring to the events in Syria, he described them as a plot": only leads to what is said. */
const isLeadIn = ({ words }: Told, { cue }: Statement): boolean => {
  if (!cue) return false;
  const [first] = wordsIn(words, cue);
  const { text, xpos, sentence } = words[first]!;
  return (
    xpos === "VBG" &&
    (/^(Referring|Turning|Speaking|Touching|Commenting|Alluding)$/.test(text) ||
      (text === "Pointing" && /^to$/i.test(words[first + 1]?.text ?? ""))) &&
    words[first - 1]?.sentence !== sentence
  );
};

/** "Among the matters addressed were X": nobody addresses X. */
const isAmong = ({ words }: Told, contents: Frame["contents"]): boolean => {
  const [first] = wordsIn(words, contents[0]!);
  const before = words.slice(Math.max(0, first - 8), first).map(({ text }) => text.toLowerCase());
  return /^(is|are|was|were)$/.test(before.at(-1) ?? "") && before.includes("among");
};

/** "The conversation focused on X": nobody stresses it, it was talked about. */
const isTalk = (
  { words }: Told,
  { source, speakers, cue, content, act }: Statement,
  { talk }: Matters,
): boolean => {
  const named = source ?? (talks.has(act) && cue && content[0]!.end <= cue.start ? content[0] : undefined);
  if (!named || (source && speakers.length > 0)) return false;
  const [first, last] = wordsIn(words, named);
  return words
    .slice(first, source ? last + 1 : first + 2)
    .some(({ lemma, upos }) => upos === "NOUN" && talk.has(lemma.toLowerCase()));
};

/** "informed him of the strike, in which civilians were killed": not what he was informed of. */
const aside = /^(?:(?:in|of|for|to|with|by|on|from|at|through) )?(?:which|whom)\b/i;

/** "On Iran, they exchanged views on enrichment": what leads the sentence is not what was talked about. */
const isLed = ({ words }: Told, { act, content, cue }: Statement): boolean => {
  const last = content.at(-1);
  if (!talks.has(act) || !cue || !last || last.end > cue.start) return false;
  const [from] = wordsIn(words, content[0]!);
  const [, to] = wordsIn(words, cue);
  const next = words[to]!.upos === "ADP" ? words[to] : words[to + 1];
  return words[from]!.upos === "ADP" && /^(on|about|regarding|concerning)$/i.test(next?.text ?? "");
};
