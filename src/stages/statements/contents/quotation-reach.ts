// Content -> content read to the end of the quotations it has begun, and on through those that are listed with them:
// "called him “a fool,” a “liar” and “sick.”"
import type { Quotation } from "../../../model/sentence.ts";
import { lastBefore, type Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import type { Draft, Scene } from "../draft.ts";
import { quotationOf } from "../spans.ts";

/** The draft with the last piece of its content ended where its quotations end. */
export const throughQuotations = ({ input: { words, quotations } }: Scene, draft: Draft): Draft => {
  const last = draft.content.at(-1);
  const head = words[draft.head]!;
  if (!last || last.start < head.start || quotationOf(head, quotations) >= 0) return draft;
  const { sentence } = words[lastBefore(words, last.end - 1)]!;
  const isHere = ({ end }: Quotation): boolean => words[lastBefore(words, end - 1)]!.sentence === sentence;
  let { end } = last;
  for (let step = 0; step < 8; step += 1) {
    const near = quotations[lastBefore(quotations, end - 1)];
    const isOpen = near?.depth === 0 && near.start >= last.start && near.start < end && near.end > end + 1;
    const next = isOpen ? near : listedAfter(words, quotations, last, end);
    if (!next || !isHere(next)) break;
    end = next.end;
  }
  return end === last.end ? draft : { ...draft, content: [...draft.content.slice(0, -1), { ...last, end }] };
};

/** The quotation that a comma or "and", with an article or without, joins to the one that ends the content. */
const listedAfter = (
  words: readonly Word[],
  quotations: readonly Quotation[],
  { start }: Span,
  end: number,
): Quotation | undefined => {
  const at = lastBefore(quotations, end - 1);
  const own = quotations[at];
  const next = quotations.slice(at + 1, at + 4).find(({ depth }) => depth === 0);
  if (own?.depth !== 0 || own.start < start || Math.abs(own.end - end) > 1 || !next) return undefined;
  for (
    let index = lastBefore(words, own.end - 1) + 1;
    words[index] && words[index]!.start < next.inner.start;
    index += 1
  )
    if (!/^(?:[,"“‘]|and|or|but|an?|the)$/i.test(words[index]!.text)) return undefined;
  return next;
};
