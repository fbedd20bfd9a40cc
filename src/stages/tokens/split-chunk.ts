// A stretch without white space -> where it is cut into tokens. The table of patterns is the whole grammar:
// at each place the first one that fits takes its length.
import type { TokensLanguage } from "../../language/tokens.ts";

type Cutter = (chunk: string, at: number, language: TokensLanguage) => number;

// Every quantifier is bounded, so that no chunk, however long, costs more than linear time.
const url = /(?:(?:https?|ftp):\/\/|www\.|mailto:)[^\s<>"“”«»()]{0,2000}[^\s<>"“”«»().,;:!?'’\]}*…]/iuy;
const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}/uy;
const tag = /[@#][\p{L}_][\p{L}\p{N}_]{0,100}/uy;
const emoji =
  /(?:\p{Regional_Indicator}{2}|(?:(?![\d#*©®™])\p{Emoji}\uFE0F|\p{Emoji_Presentation}|(?![\d#*©®™↔-⇿])\p{Extended_Pictographic})[\u{1F3FB}-\u{1F3FF}\uFE0F]{0,2}(?:\u200D\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]{0,2}){0,8})/uy;
const emoticon = /(?:>?[:;=8][-'^o]?[()DPpO/\\|](?![\p{L}\p{N}/])|<3|\^_\^)/uy;
const run =
  /(?:\.{2,400}|…{1,400}|-{2,400}|[!?]{2,400}|={2,400}|\*{2,400}|_{2,400}|~{2,400}|\+{2,400}|#{3,400}|\${2,400}|''|``|’’|‘‘|<<|>>|[-=]{1,3}>|<[-=]{1,3})/uy;
const phone = /\+?(?:\d{1,3}[-.])?\(?\d{3}\)?[-./]\d{3}[-.]\d{4}(?!\d)|\d{3}-\d{4}(?!\d)/uy;
const day = /\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}-\d{1,2}-\d{2,4}(?!\d)/uy;
const number =
  /(?:[+](?=\d))?(?:\d{1,400}(?:[.,:/]\d{1,400}){0,40}|[.]\d{1,400})(?:(?:['’]?s|st|nd|rd|th)(?![\p{L}\p{N}]))?/iuy;
const decade = /['’]\d{2}(?:s(?!\p{L}))?(?![\p{L}\p{N}])/uy;
const currency = /(?:[A-Z]{1,3}|Cdn)\$(?=\d)/uy;
const acronym = /(?:\p{L}\.){2,12}(?:\p{L}(?![\p{L}\p{N}]))?|\p{L}(?:\.\p{L}){1,12}(?![\p{L}\p{N}])/uy;
const file =
  /[\p{L}\p{N}_]{1,80}(?:[._-][\p{L}\p{N}_]{1,80}){0,8}\.(\p{L}[\p{L}\p{N}]{0,6})(?![\p{L}\p{N}])/uy;
const degree = /(?:Ph|M|B|D|Ed|LL|Eng|Phil)\.(?:Ph|D|Sc|A|B|M|Ed|Phil|Eng)\.?(?![\p{L}\p{N}])/uy;
const clitic = /(?:['’`](?:s|m|d|re|ve|ll)|n['’]t)(?![\p{L}\p{N}])/iuy;
const clipped = /['’]\p{L}{1,6}(?!\p{L})/uy;
const word = /[\p{L}\p{M}\p{N}_]{1,400}(?:(?:['’ʼʹ](?=\p{L})|&(?=\p{Lu}))[\p{L}\p{M}\p{N}_]{1,400}){0,4}/uy;
const symbol = /[\s\S]\p{M}{0,20}\uFE0F?/uy;

const length = (pattern: RegExp, chunk: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(chunk) ? pattern.lastIndex - at : 0;
};
const by =
  (pattern: RegExp): Cutter =>
  (chunk, at) =>
    length(pattern, chunk, at);

const cutters: readonly Cutter[] = [
  (chunk, at) => (/[hwfm]/i.test(chunk[at]!) ? length(url, chunk, at) : 0),
  (chunk, at) => (chunk.includes("@", at) ? length(email, chunk, at) : 0),
  by(tag),
  by(emoji),
  (chunk, at) => (at === 0 || /[\p{L}!.,?)]/u.test(chunk[at - 1]!) ? length(emoticon, chunk, at) : 0),
  by(run),
  by(phone),
  by(day),
  (chunk, at) => (at === 0 || !/\p{L}/u.test(chunk[at - 1]!) ? length(decade, chunk, at) : 0),
  cutNumber,
  by(currency),
  cutFile,
  by(degree),
  by(acronym),
  by(clitic),
  (chunk, at, { clipped: words }) => {
    const size = at === 0 ? length(clipped, chunk, at) : 0;
    return size > 0 && words.has(straight(chunk.slice(at, at + size))) ? size : 0;
  },
  cutWord,
  by(symbol),
];

/** Ends of the tokens of one chunk, counted from its start; `last` where the chunk ends its sentence. */
export const splitChunk = (chunk: string, last: boolean, language: TokensLanguage): number[] => {
  const cuts: number[] = [];
  const closing = last ? chunk.search(/\.["'”’»)\]]{0,20}$/u) : -1;
  let at = 0;
  while (at < chunk.length) {
    let size = 0;
    for (const cutter of cutters) {
      size = cutter(chunk, at, language);
      if (size > 0) break;
    }
    const end = at + Math.max(size, 1);
    const token = chunk.slice(at, end);
    const parts = language.contractions.get(token.toLowerCase());
    if (parts) {
      for (const part of parts) {
        at += part;
        cuts.push(at);
      }
      continue;
    }
    at = end;
    if (chunk[at] === "." && chunk[at + 1] !== "." && keepsPeriod(token, at === closing, language)) at += 1;
    cuts.push(at);
  }
  return cuts;
};

function cutNumber(chunk: string, at: number, { units }: TokensLanguage): number {
  const size = length(number, chunk, at);
  if (size === 0) return 0;
  // "4A", "18T" stay whole; "5km", "7:30pm" are number and unit.
  const tail = /^[\p{L}\p{M}\p{N}]{1,60}/u.exec(chunk.slice(at + size, at + size + 60))?.[0] ?? "";
  const unit = units.has(/^[A-Z]$/.test(tail) && !/[BCFKM]/.test(tail) ? tail : tail.toLowerCase());
  return unit || tail === "" || !/^\d+$/.test(chunk.slice(at, at + size)) ? size : size + tail.length;
}

function cutFile(chunk: string, at: number, { endings }: TokensLanguage): number {
  file.lastIndex = at;
  const match = chunk.includes(".", at) ? file.exec(chunk) : null;
  return match && endings.has(match[1]!.toLowerCase()) && !/^\p{L}\./u.test(match[0]) ? match[0].length : 0;
}

/** A word without the contraction at its end: `don` of "don't" less its n, and joined to prefixes by their hyphens. */
function cutWord(chunk: string, at: number, { prefixes }: TokensLanguage): number {
  let size = length(word, chunk, at);
  if (size === 0) return 0;
  const whole = size;
  size -= contracted(chunk, at, size);
  if (size < whole) return size;
  while (chunk[at + size] === "-" && prefixes.has(lastPart(chunk, at, size))) {
    const next = length(word, chunk, at + size + 1);
    if (next === 0) break;
    const tail = contracted(chunk, at + size + 1, next);
    size += 1 + next - tail;
    if (tail > 0) break;
  }
  return size;
}

/** Length of the contractions at a word's end: "n't" of "don't", "n't've" of "couldn't've". */
const contracted = (chunk: string, at: number, size: number): number => {
  let left = size;
  for (let again = 0; again < 3; again += 1) {
    const end = chunk.slice(at + Math.max(0, left - 3), at + left);
    const cut = /n['’]t$|['’](?:s|m|d|re|ve|ll)$/iu.exec(end)?.[0].length ?? 0;
    if (cut === 0 || cut === left) break;
    left -= cut;
  }
  return size - left;
};

const lastPart = (chunk: string, at: number, size: number): string => {
  const part = chunk.slice(at, at + size);
  return part.slice(part.lastIndexOf("-") + 1).toLowerCase();
};

const straight = (part: string): string => part.toLowerCase().replace(/’/g, "'");

/** Whether the period after `token` is its own: "Sen.", "J.", "a.m." but not the one that ends the sentence. */
const keepsPeriod = (token: string, ends: boolean, { abbreviations }: TokensLanguage): boolean => {
  if (/^\p{L}(?:\.\p{L})+$/u.test(token)) return true;
  const kind = abbreviations.get(`${token.toLowerCase()}.`);
  if (kind === "title" && /^\p{Lu}/u.test(token)) return true;
  if (ends) return false;
  return kind !== undefined || /^\p{Lu}$/u.test(token);
};
