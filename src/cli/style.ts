// Text for a terminal: safe, as wide as the screen, colored where that helps.
import { styleText } from "node:util";
import wrapAnsi from "wrap-ansi";

type Format = Parameters<typeof styleText>[0];

/** Colors only where standard output shows them (NO_COLOR and FORCE_COLOR are respected). */
export const paint = (format: Format, text: string): string =>
  styleText(format, text, { stream: process.stdout });

/** Columns to write in: the terminal's, 100 at most for reading's sake, 80 where there is none. */
export const columns = (): number => Math.max(40, Math.min(process.stdout.columns ?? 80, 100));

/** Document text on one line, without characters that steer a terminal or turn the reading direction. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();

/** Breaks a line at words; `first` and `rest` are what stands before the first line and the following ones. */
export const wrap = (text: string, first: string, rest: string, width = columns()): string =>
  wrapAnsi(text, Math.max(20, width - rest.length), { hard: true, trim: true })
    .split("\n")
    .map((line, at) => (at === 0 ? first : rest) + line)
    .join("\n");
