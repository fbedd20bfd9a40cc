// "He said that A, his office confirmed, and that B" -> B is said by both: what an aside interrupts goes on behind it.
import { lastBefore } from "../../../model/span.ts";
import type { Draft, Scene } from "../draft.ts";

/**
 * "He said that A, his office confirmed, and that B": what goes on with "that" after an aside belongs to the statement
 * that the aside interrupts, too.
 */
export const withSecondClause = ({ input: { words } }: Scene, drafts: readonly Draft[]): Draft[] => {
  const asides = drafts.filter(({ rule, content }) => rule === "said-between-commas" && content.length > 1);
  if (asides.length === 0) return [...drafts];
  return drafts.map((draft) => {
    const last = draft.content.at(-1);
    const aside = asides.find(({ head, content }) => head !== draft.head && content[0]!.end === last?.end);
    const more = aside?.content[1];
    if (!last || !more) return draft;
    const opens = words[lastBefore(words, more.start)]!;
    const isThat = opens.upos === "CCONJ" && /^that$/i.test(words[opens.index + 1]?.text ?? "");
    return isThat && /^that$/i.test(words[lastBefore(words, draft.content[0]!.start)]!.text)
      ? { ...draft, content: [...draft.content, more] }
      : draft;
  });
};
