// Where a statement or a stretch stands: its sentence.
import type { Reading } from "../../model/reading.ts";
import { lastBefore } from "../../model/span.ts";
import type { Statement } from "../../model/statement.ts";

type Told = Pick<Reading, "words" | "sentences">;

/** The sentence of the statement's cue, else of its content. */
export const sentenceOf = (reading: Told, statement: Statement): Reading["sentences"][number] | undefined => {
  const cue = reading.words[statement.cueWord ?? -1];
  if (cue) return reading.sentences[cue.sentence];
  return sentenceAt(reading, statement.cue?.start ?? statement.content[0]?.start ?? 0);
};

/** The sentence in which a position lies. */
export const sentenceAt = ({ sentences }: Told, start: number): Reading["sentences"][number] | undefined => {
  return sentences[Math.max(0, lastBefore(sentences, start))];
};
