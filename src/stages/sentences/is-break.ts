// Two neighbouring stretches of a paragraph -> what their marks and words alone say of a sentence's end between them.
import type { SentenceTables } from "../../language/sentences.ts";
import type { Span } from "../../model/span.ts";

const acronym = /^(?:\p{L}\.){2,8}$/u;
/** Words that seldom stand in capitals but at the start of a sentence. */
const starter =
  /^["“(]?(?:The|In|He|She|It|They|We|But|And|On|At|This|That|These|Those|A|An|For|After|Before|I|You|His|Her|Its|Their|There|When|While|If|As|However|Earlier|Later|Meanwhile|So|No|Not|What|Who|Why|How)$/;

/** Whether a sentence ends after `chunks[at]`, which is not the last one: a first guess that the classifier refines. */
export const isBreak = (
  text: string,
  chunks: readonly Span[],
  at: number,
  tables: SentenceTables,
): boolean => {
  const end = tailOf(text, chunks[at]!);
  const stop = /([.!?…]+)["'”’»)\]*]{0,4}$/u.exec(end);
  if (!stop) return false;
  const next = headOf(text, chunks[at + 1]!);
  if (/^["'“‘«([*]{0,4}\p{Ll}/u.test(next) || isInside(text, chunks, at, tables)) return false;
  if (stop[1] !== ".") return true;
  const word = bare(end.slice(0, stop.index + 1));
  if (/["'”’»]$/u.test(end) || word.length < 2) return true;
  const kind = tables.abbreviations.get(word.toLowerCase());
  if (kind === "title" || kind === "inside") return false;
  if (kind === "number") return !/^[\d(]/.test(next) && !/^\p{Lu}\p{L}*\.$/u.test(word);
  return kind === "end" || acronym.test(word) ? starter.test(next) : true;
};

/** Whether "U.S." or "Inc." ends a sentence by what follows: for these the words decide, not the classifier. */
export const endsShort = (
  text: string,
  chunks: readonly Span[],
  at: number,
  tables: SentenceTables,
): boolean | undefined => {
  const word = bare(tailOf(text, chunks[at]!));
  const short = acronym.test(word) || tables.abbreviations.get(word.toLowerCase()) === "end";
  return short ? isBreak(text, chunks, at, tables) : undefined;
};

/** Whether the sentence goes on for certain: a title before its name, an initial, "e.g.", who asked after a question. */
export const isInside = (
  text: string,
  chunks: readonly Span[],
  at: number,
  { abbreviations, reporting }: SentenceTables,
): boolean => {
  const end = tailOf(text, chunks[at]!);
  const kind = end.endsWith(".") ? abbreviations.get(bare(end).toLowerCase()) : undefined;
  // "Dato' Seri Anwar", "the United States' Embassy"
  if (/^\p{Lu}\p{Ll}{1,20}['’]$/u.test(end)) return true;
  if (kind === "inside" || (kind === "title" && /^\p{Lu}/u.test(bare(end)))) return true;
  if (/^\p{Lu}\.$/u.test(bare(end))) {
    // "Edwin G. Monroy", "J. Edgar Hoover", but not "plan B. The talks".
    const capital = (one: Span | undefined) =>
      one === undefined || /^\p{Lu}/u.test(text[one.start]!) || link.test(headOf(text, one));
    const next = headOf(text, chunks[at + 1]!);
    return /^\p{Lu}/u.test(next) && !starter.test(next) && capital(chunks[at - 1]);
  }
  if (!/[!?…]["'”’»]{1,3}$/u.test(end)) return false;
  const word = (step: number): string => {
    const one = chunks[at + step];
    return one === undefined
      ? ""
      : headOf(text, one)
          .toLowerCase()
          .replace(/[^a-z]{1,9}$/, "");
  };
  const said = [1, 2, 3, 4].find((step) => reporting.has(word(step)));
  // `… a fool!" An official told the BBC that …` tells of something else.
  return said !== undefined && ![1, 2, 3, 4].some((step) => word(said + step) === "that");
};

/** "hosted by S. Jaishankar", "Hours later S. Jaishankar": no sentence ends with what these words open. */
const link =
  /^(?:by|with|and|or|but|of|to|from|for|between|that|than|while|when|where|after|before|as|minister|premier|president|counterpart|later|told|met)$/u;

const headOf = (text: string, { start, end }: Span): string => text.slice(start, Math.min(end, start + 40));
const tailOf = (text: string, { start, end }: Span): string => text.slice(Math.max(start, end - 40), end);
/** Without marks before it; of "Japan-U.S." what stands behind the hyphen. */
const bare = (word: string): string =>
  word.replace(/^["'“‘«([]+/u, "").replace(/^[\p{L}.]{1,40}[-–/](?=(?:\p{L}\.){2,8}$)/u, "");
