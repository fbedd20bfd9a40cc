// One paragraph -> its quotation marks in pairs. Each mark is judged by what stands left and right of it;
// a stack holds what is open, so that any mixture of marks gives nested pairs.
import type { Mark, QuotationsLanguage } from "../../language/quotations.ts";
import type { Span } from "../../model/span.ts";

/** What a mark opened, with the closing mark included; `closer` is empty where the paragraph's end closed it. */
export type Pair = {
  start: number;
  end: number;
  depth: number;
  closed: boolean;
  mark: string;
  closer: string;
};

type Open = { pair: Pair; mark: Mark; partner: number };

/**
 * Pairs in text order, outer before inner. `next` is the character that the following paragraph opens with:
 * a single quotation without an end is taken for one only where the same mark opens that paragraph again.
 */
export const pairMarks = (
  text: string,
  paragraph: Span,
  next: string | undefined,
  language: QuotationsLanguage,
): Pair[] => {
  const marks = marksIn(text, paragraph);
  if (marks.length === 0) return [];
  const partners = partnersOf(text, paragraph, marks, next, language);
  const pairs: Pair[] = [];
  const stack: Open[] = [];
  for (const at of marks) {
    const sign = signAt(text, at);
    const closes = closerOf(text, paragraph, stack, at, sign);
    if (closes >= 0) {
      const { pair } = stack[closes]!;
      // What is open inside it ends here too; a single mark in there was an apostrophe after all.
      for (const inner of stack.slice(closes + 1)) inner.pair.end = inner.mark.family === "single" ? -1 : at;
      stack.length = closes;
      pair.end = at + sign.length;
      pair.closed = true;
      pair.closer = sign;
      continue;
    }
    const mark = opening(text, paragraph, at, sign, language, partners);
    if (!mark) continue;
    const pair = {
      start: at,
      end: paragraph.end,
      depth: stack.length,
      closed: false,
      mark: sign,
      closer: "",
    };
    pairs.push(pair);
    stack.push({ pair, mark, partner: partners.get(at) ?? -1 });
  }
  for (const { pair, partner } of stack) if (partner >= 0 && partner < paragraph.end) pair.end = -1;
  return settle(
    text,
    pairs.filter((pair) => pair.end > pair.start),
  );
};

const sign = /``|''|["“”„«»‹›「」『』‘’'`]/g;

const marksIn = (text: string, { start, end }: Span): number[] => {
  const found: number[] = [];
  for (const match of text.slice(start, end).matchAll(sign)) found.push(start + match.index);
  return found;
};

const signAt = (text: string, at: number): string => {
  const two = text.slice(at, at + 2);
  return two === "``" || two === "''" ? two : text[at]!;
};

const before = (text: string, { start }: Span, at: number): string => (at > start ? text[at - 1]! : " ");
const after = (text: string, { end }: Span, at: number): string => (at < end ? text[at]! : " ");

const isSpace = (char: string): boolean => /[\s\u200b]/.test(char);
const isWordLike = (char: string): boolean => /[\p{L}\p{N}\ud800-\udfff]/u.test(char);
const opensAfter = (char: string): boolean => isSpace(char) || /[([{“„«‹"‘'`—–\-/:=>]/.test(char);

/** Whether a mark that may both open and close stands like an opener: free on its left, bound on its right. */
const looksOpening = (left: string, right: string): boolean => opensAfter(left) && !isSpace(right);
const looksClosing = (left: string, right: string): boolean => !isSpace(left) && !isWordLike(right);

/** Index in the stack of the quotation that the mark closes, or -1. */
const closerOf = (
  text: string,
  paragraph: Span,
  stack: readonly Open[],
  at: number,
  mark: string,
): number => {
  const left = before(text, paragraph, at);
  const right = after(text, paragraph, at + mark.length);
  for (let top = stack.length - 1; top >= 0 && top >= stack.length - 8; top -= 1) {
    const open = stack[top]!;
    if (open.mark.family === "single") {
      if (open.partner === at) return top;
      continue;
    }
    if (!open.mark.close.includes(mark)) continue;
    if (mark === "”" || mark === "»" || mark === "›" || open.mark.family !== "double") return top;
    if (open.mark.open === "„") return top;
    if (looksClosing(left, right) || !looksOpening(left, right)) return top;
    return -1;
  }
  return -1;
};

/** The mark that opens a quotation here, if one does. */
const opening = (
  text: string,
  paragraph: Span,
  at: number,
  mark: string,
  language: QuotationsLanguage,
  partners: ReadonlyMap<number, number>,
): Mark | undefined => {
  const left = before(text, paragraph, at);
  const right = after(text, paragraph, at + mark.length);
  const known = language.marks.find((one) => one.open === mark);
  if (known?.family === "single") return partners.has(at) ? known : undefined;
  // A closing mark that stands like an opener: the habit of ”Swedish” texts, or a slip.
  if (mark === "”")
    return looksOpening(left, right) && isWordLike(right)
      ? { open: "”", close: ["”", '"'], family: "double" }
      : undefined;
  if (!known) return undefined;
  if (mark === "“" || mark === "„" || mark === "``" || mark === "«") return known;
  // Inches, seconds and stray closers are no openers.
  if (mark === "»" || mark === "''") return looksOpening(left, right) ? known : undefined;
  return looksOpening(left, right) || (isSpace(left) && isSpace(right)) ? known : undefined;
};

/** For each single mark that opens a quotation, the mark that closes it (or the paragraph's end). */
const partnersOf = (
  text: string,
  paragraph: Span,
  marks: readonly number[],
  next: string | undefined,
  { clipped }: QuotationsLanguage,
): ReadonlyMap<number, number> => {
  const partners = new Map<number, number>();
  let opener = -1;
  let weak = -1;
  const close = (): void => {
    if (opener >= 0 && weak >= 0) partners.set(opener, weak);
    else if (opener === paragraph.start && next === text[opener]) partners.set(opener, paragraph.end);
    opener = -1;
    weak = -1;
  };
  for (const at of marks) {
    const mark = signAt(text, at);
    if (mark !== "‘" && mark !== "’" && mark !== "'") continue;
    const left = before(text, paragraph, at);
    const right = after(text, paragraph, at + 1);
    const word = /^['’‘]\p{L}{1,6}(?!\p{L})|^['’‘]\d0s/u.exec(text.slice(at, at + 8))?.[0] ?? "";
    const isClipped =
      word !== "" && (/\d/.test(word) || clipped.has(word.toLowerCase().replace(/[‘’]/, "'")));
    if (mark !== "’" && !isClipped && opensAfter(left) && !isSpace(right)) {
      close();
      opener = at;
    } else if (opener >= 0 && mark !== "‘" && looksClosing(left, right) && at > opener + 1) {
      // "ministers' talks": the mark after a plural may be a mere apostrophe; any other closer is better.
      if (/s/i.test(left) && !/[.,;:!?)\]"”]/.test(right)) {
        if (weak < 0) weak = at;
      } else {
        weak = at;
        close();
      }
    }
  }
  close();
  return partners;
};

/**
 * Ends what was left open. A quotation that stays open while the same mark opens another inside it has lost its
 * closer: it ends before that one. Its followers then stand a level higher.
 */
const settle = (text: string, pairs: readonly Pair[]): Pair[] => {
  const settled: Pair[] = [];
  const lost: Pair[] = [];
  for (const [at, pair] of pairs.entries()) {
    while (lost.length > 0 && lost.at(-1)!.end <= pair.start) lost.pop();
    const following = pairs[at + 1];
    const one = { ...pair, depth: 0 };
    if (!pair.closed && following && following.mark === pair.mark && following.start < pair.end) {
      let end = following.start;
      while (end > pair.start && isSpace(text[end - 1]!)) end -= 1;
      one.end = end;
    }
    one.depth = lost.length;
    lost.push(one);
    settled.push(one);
  }
  return settled;
};
