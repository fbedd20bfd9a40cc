// A place between two stretches of a paragraph -> the features by which the classifier knows a sentence's end.
import type { SentenceTables } from "../../language/sentences.ts";
import type { Block } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import { isBreak, isInside } from "./is-break.ts";

/** Features are numbered below this. */
export const features = 2 ** 14;

/** What one paragraph tells of all its places. */
export type Setting = {
  readonly text: string;
  readonly chunks: readonly Span[];
  /** True where the text writes "i" for "I" or begins its sentences with small letters. */
  readonly careless: boolean;
  /** True where no stretch ends with a sentence's mark. */
  readonly unmarked: boolean;
  /** True where the last stretch ends with one, or the paragraph is a line of its own kind. */
  readonly tidy: boolean;
};

/** Looks a paragraph over once. */
export const settingOf = (text: string, chunks: readonly Span[], block: Block): Setting => {
  let marked = false;
  let small = chunks.length > 0 && /\p{Ll}/u.test(text[chunks[0]!.start]!);
  for (const { start, end } of chunks) {
    marked ||= /[.?!]/.test(text[end - 1]!);
    small ||= end - start === 1 && text[start] === "i";
  }
  const end = chunks.at(-1)?.end ?? 0;
  const tidy = block !== "prose" || ended.test(text.slice(Math.max(0, end - 8), end));
  return { text, chunks, careless: small, unmarked: !marked, tidy };
};

const ended = /[.!?…][^\p{L}\p{N}]{0,4}$/u;

/**
 * Whether the place needs no second look, for no sentence ends there: small letters follow in a text that uses
 * capitals, a comma or colon or dash stands before it in a paragraph that ends with a mark, a name follows its title,
 * or a quoted question is followed by who asked it.
 */
export const isPlain = (setting: Setting, at: number, language: SentenceTables): boolean => {
  const { text, chunks, careless, tidy } = setting;
  const last = text[chunks[at]!.end - 1]!;
  const small = /^["'“‘«([—–-]{0,3}\p{Ll}/u.test(headOf(setting, at + 1));
  if (small && (!careless || /[\p{L}\p{N},]/u.test(last))) return true;
  if (tidy && /[,:;\u2010-\u2015-]/.test(last)) return true;
  if (tidy && !ended.test(tailOf(setting, at)) && /^[\u2010-\u2015-]{1,3}$/.test(headOf(setting, at + 1)))
    return true;
  return isInside(text, chunks, at, language);
};

/** Whether a place without a sentence's mark stands in a paragraph that uses them. */
export const isBold = (setting: Setting, at: number): boolean =>
  setting.tidy && !ended.test(tailOf(setting, at));

const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 13)) >>> 0;
};

const longest = 30;
const headOf = ({ text, chunks }: Setting, at: number): string =>
  at < chunks.length
    ? text.slice(chunks[at]!.start, Math.min(chunks[at]!.end, chunks[at]!.start + longest))
    : "";
const tailOf = ({ text, chunks }: Setting, at: number): string =>
  at >= 0 ? text.slice(Math.max(chunks[at]!.start, chunks[at]!.end - longest), chunks[at]!.end) : "";

const wordOf = (chunk: string): string =>
  chunk.toLowerCase().replace(/^[^\p{L}\p{N}]{1,30}|[^\p{L}\p{N}]{1,30}$/gu, "");
const bucket = (count: number): number =>
  count < 6 ? count : count < 10 ? 6 : count < 20 ? 7 : count < 40 ? 8 : 9;

/** Marks at the end of a stretch, quotes and brackets made one: `.`, `?q`, `w` where it ends with a letter. */
const endingOf = (chunk: string): string => {
  const marks = /[^\p{L}\p{N}]{0,4}$/u.exec(chunk)?.[0] ?? "";
  if (marks === "") return chunk === "" ? "<" : /\d$/.test(chunk) ? "d" : "w";
  return marks
    .replace(/["'”’»]/g, "q")
    .replace(/[)\]}]/g, "b")
    .replace(/\.{2,4}|…/g, "~");
};

/** Marks and case at the start of a stretch: `X`, `XX` for a word in capitals, `qx`, `d`, `-`. */
const openingOf = (chunk: string): string => {
  const [, marks = "", rest = ""] = /^([^\p{L}\p{N}]{0,3})(.{0,30})/su.exec(chunk) ?? [];
  const letters = /^\p{Lu}{2}/u.test(rest)
    ? "XX"
    : /^\p{Lu}/u.test(rest)
      ? "X"
      : /^\p{Ll}/u.test(rest)
        ? "x"
        : /^\d/.test(rest)
          ? "d"
          : "-";
  return marks.replace(/["'“‘«]/g, "q") + letters;
};

const shapeOf = (chunk: string): string =>
  chunk
    .slice(0, 12)
    .replace(/\p{Lu}/gu, "X")
    .replace(/\p{L}/gu, "x")
    .replace(/\d/g, "d")
    .replace(/(.)\1+/gsu, "$1");

/**
 * Features of the place after `chunks[at]`; `since` is the number of stretches of the sentence so far,
 * `depth` says whether a bracket (1) or a quotation (2) or both (3) are open.
 */
export const observeBreak = (
  setting: Setting,
  at: number,
  since: number,
  depth: number,
  language: SentenceTables,
): number[] => {
  const { text, chunks, careless, unmarked } = setting;
  const before = tailOf(setting, at);
  const after = headOf(setting, at + 1);
  const [p, n, pp, nn] = [
    wordOf(before),
    wordOf(after),
    wordOf(tailOf(setting, at - 1)),
    wordOf(headOf(setting, at + 2)),
  ];
  const end = endingOf(before);
  const place = `${end} ${openingOf(after)}`;
  const kind = language.abbreviations.get(before.toLowerCase().replace(/^[^\p{L}]{1,4}/u, "")) ?? "";
  const rule = isBreak(text, chunks, at, language) ? 1 : 0;
  const seen = [
    place,
    end,
    `${rule} ${place}`,
    `${end} ${p}`,
    `${place} ${n}`,
    `${place} ${p}`,
    `${p} ${n}`,
    `${end} ${n} ${nn}`,
    `${pp} ${p} ${end}`,
    `${place} ${shapeOf(before)}`,
    `${end} ${shapeOf(after)}`,
    `${place} ${shapeOf(before)} ${shapeOf(after)}`,
    `${kind} ${place}`,
    `${kind} ${rule}`,
    `${bucket(since)} ${end}`,
    `${bucket(since)} ${place}`,
    `${depth} ${place}`,
    `${depth} ${end} ${rule}`,
    `${careless} ${place}`,
    `${unmarked} ${place}`,
    `${endingOf(tailOf(setting, at - 1))} ${place}`,
    `${place} ${openingOf(headOf(setting, at + 2))}`,
    `${bucket(before.length)} ${place}`,
    `${bucket(chunks.length)} ${place}`,
    `${bucket(chunks.length - at - 2)} ${place}`,
    `${place} ${endingOf(after)}`,
    `${end} ${n} ${bucket(since)}`,
    `${careless} ${end} ${rule} ${n}`,
  ];
  return seen.map((value, index) => hash(`${index} ${value}`) % features);
};
