// A readout's sentences without reporting words -> points of the statement before them: the account goes on.
import type { Contact, Point } from "../../model/contact.ts";
import type { Reading } from "../../model/reading.ts";
import { overlaps } from "../../model/span.ts";
import type { Statement } from "../../model/statement.ts";
import { cutContent } from "./cut-content.ts";
import { topicOf } from "./name-topic.ts";

type Told = Pick<Reading, "document" | "words" | "sentences">;
type Telling = { readonly statement: Statement; readonly side: string; readonly depth: number };

/** "The Minister said that … . Dialogue remains the only way.": the second sentence is hers too. */
export const toldOn = (
  { document, words, sentences }: Told,
  told: readonly Telling[],
  contact: Pick<Contact, "evidence">,
): { side: string; point: Point }[] => {
  if (document.side === undefined) return [];
  const outer = told.filter(({ depth }) => depth === 0);
  const found: { side: string; point: Point }[] = [];
  let at = 0;
  let last: Telling | undefined;
  let paragraph = -1;
  for (const sentence of sentences) {
    let own = false;
    while (at < outer.length && startOf(outer[at]!.statement) < sentence.end) {
      last = outer[at]!;
      paragraph = sentence.paragraph;
      own = true;
      at += 1;
    }
    if (own || !last || sentence.paragraph !== paragraph || sentence.end - sentence.start < 30) continue;
    const held = last.statement.content.some((content) => overlaps(content, sentence));
    if (held || contact.evidence.some((evidence) => overlaps(evidence, sentence))) continue;
    const { statement, side } = last;
    for (const { head, span } of cutContent(words, { start: sentence.start, end: sentence.end }))
      found.push({
        side,
        point: {
          statement: statement.index,
          act: statement.act,
          speakers: statement.speakers,
          topic: topicOf(words, head),
          content: [span],
        },
      });
  }
  return found;
};

const startOf = ({ cue, content }: Statement): number =>
  Math.min(cue?.start ?? Number.POSITIVE_INFINITY, content[0]?.start ?? Number.POSITIVE_INFINITY);
