// Atoms -> numbers, ordinals and years in digits or words: the classes that no list can hold.
import { digitClasses } from "../../language/time-trie.ts";
import type { TimesLanguage } from "../../language/times.ts";
import type { Atom } from "./atoms.ts";

/** What a class found: its value as rules use it, and the place after it. */
export type Found = { readonly end: number; readonly value: string };

export type Reader = (atoms: readonly Atom[], at: number, language: TimesLanguage) => Found | undefined;

/** Digits of the given class; days, months, hours and minutes come out with two. */
export const readDigits = (atoms: readonly Atom[], at: number, name: string): Found | undefined => {
  const atom = atoms[at];
  const { least, greatest, widths } = digitClasses[name as keyof typeof digitClasses];
  if (!atom?.digit || atom.lower.length < widths[0] || atom.lower.length > widths[1]) return undefined;
  const value = Number(atom.lower);
  if (value < least || value > greatest) return undefined;
  if (name.endsWith("0"))
    return value % 10 === 0 ? { end: at + 1, value: atom.lower.slice(0, -1) } : undefined;
  return { end: at + 1, value: widths[1] === 2 ? atom.lower.padStart(2, "0") : atom.lower };
};

/** A cardinal: `1,200`, `2.5`, `2 1/2`, `twenty-four`, `a hundred and thirty`, `half`. */
export const readNumber: Reader = (atoms, at, language) =>
  atoms[at]?.digit ? digitNumber(atoms, at) : wordNumber(atoms, at, language.numerals);

const digitNumber = (atoms: readonly Atom[], at: number): Found | undefined => {
  let text = atoms[at]!.lower;
  if (text.length > 9) return undefined;
  let end = at + 1;
  const glued = (place: number, mark: string): boolean =>
    atoms[place]?.lower === mark &&
    atoms[place]!.glued &&
    atoms[place + 1]?.digit === true &&
    atoms[place + 1]!.glued;
  while (text.length < 9 && glued(end, ",") && atoms[end + 1]!.lower.length === 3) {
    text += atoms[end + 1]!.lower;
    end += 2;
  }
  if (glued(end, ".") && atoms[end + 1]!.lower.length <= 3)
    return { end: end + 2, value: String(Number(`${text}.${atoms[end + 1]!.lower}`)) };
  const part = fraction(atoms, end);
  return part
    ? { end: part.end, value: String(Number(text) + Number(part.value)) }
    : { end, value: String(Number(text)) };
};

const fraction = (atoms: readonly Atom[], at: number): Found | undefined => {
  const sign = { "\u00bd": "0.5", "\u00bc": "0.25", "\u00be": "0.75" }[atoms[at]?.lower ?? ""];
  if (sign) return { end: at + 1, value: sign };
  const start = atoms[at]?.lower === "-" && atoms[at]!.glued ? at + 1 : at;
  const [top, slash, bottom] = [atoms[start], atoms[start + 1], atoms[start + 2]];
  if (!top?.digit || slash?.lower !== "/" || !slash.glued || !bottom?.digit || !bottom.glued)
    return undefined;
  const value = Number(top.lower) / Number(bottom.lower);
  return value > 0 && value < 1 && bottom.lower.length === 1
    ? { end: start + 3, value: String(Math.round(value * 100) / 100) }
    : undefined;
};

const wordNumber = (
  atoms: readonly Atom[],
  at: number,
  numerals: ReadonlyMap<string, number>,
): Found | undefined => {
  let total = 0;
  let group = 0;
  let last = Number.POSITIVE_INFINITY;
  let end = at;
  if (atoms[at]?.lower === "a" && (numerals.get(atoms[at + 1]?.lower ?? "") ?? 0) >= 100) {
    group = 1;
    last = 1;
    end = at + 1;
  }
  for (let place = end; place < at + 14; place += 1) {
    const lower = atoms[place]?.lower ?? "";
    if ((lower === "and" || lower === "-") && last === 100 && place > at) continue;
    if (lower === "-" && last >= 20 && last < 100) continue;
    const value = numerals.get(lower);
    if (value === undefined) break;
    if (value >= 1000) {
      total += Math.max(group, 1) * value;
      group = 0;
      last = value;
    } else if (value === 100) {
      if (group >= 100) break;
      group = Math.max(group, 1) * 100;
      last = 100;
    } else {
      const fits = last >= 1000 || last === 100 || (last >= 20 && last < 100 && value < 10 && value > 0);
      if (!fits) break;
      group += value;
      last = value;
    }
    end = place + 1;
  }
  return end > at && total + group >= 0 && (last !== 1 || numerals.has(atoms[end - 1]!.lower))
    ? { end, value: String(total + group) }
    : undefined;
};

/** An ordinal: `3rd`, `21st`, `third`, `twenty-first`. */
export const readOrdinal: Reader = (atoms, at, language) => {
  const atom = atoms[at];
  if (!atom) return undefined;
  if (atom.digit) {
    const ending = atoms[at + 1];
    return ending?.glued && /^(?:st|nd|rd|th)$/.test(ending.lower) && atom.lower.length <= 3
      ? { end: at + 2, value: String(Number(atom.lower)) }
      : undefined;
  }
  const own = language.ordinals.get(atom.lower);
  if (own !== undefined) return { end: at + 1, value: String(own) };
  const tens = language.numerals.get(atom.lower);
  if (tens === undefined || tens < 20 || tens > 90) return undefined;
  const next = atoms[at + 1]?.lower === "-" ? at + 2 : at + 1;
  const ones = language.ordinals.get(atoms[next]?.lower ?? "");
  return ones !== undefined && ones < 10 ? { end: next + 1, value: String(tens + ones) } : undefined;
};

/** An ordinal that can be a day of a month, as two digits. */
export const readOrdinalDay: Reader = (atoms, at, language) => {
  const found = readOrdinal(atoms, at, language);
  const day = Number(found?.value);
  return found && day >= 1 && day <= 31 ? { end: found.end, value: String(day).padStart(2, "0") } : undefined;
};

/** An ordinal that counts centuries, as the first two digits of its years. */
export const readCentury: Reader = (atoms, at, language) => {
  const found = readOrdinal(atoms, at, language);
  const century = Number(found?.value) - 1;
  return found && century >= 0 && century < 30
    ? { end: found.end, value: String(century).padStart(2, "0") }
    : undefined;
};

/** A year in words: `nineteen ninety-six`, `two thousand and four`, `twenty twenty-five`. */
export const readYearWords: Reader = (atoms, at, language) => {
  const { numerals } = language;
  const head = numerals.get(atoms[at]?.lower ?? "");
  if (head === undefined) return undefined;
  if (head === 2 && atoms[at + 1]?.lower === "thousand") {
    const rest = wordNumber(atoms, at, numerals)!;
    return Number(rest.value) < 2100 ? rest : undefined;
  }
  if (head < 11 || head > 20) return undefined;
  const next = atoms[at + 1]?.lower === "-" ? at + 2 : at + 1;
  if (atoms[next]?.lower === "hundred") return undefined;
  const tail = /^(?:oh|o)$/.test(atoms[next]?.lower ?? "")
    ? wordNumber(atoms, next + 1, numerals)
    : wordNumber(atoms, next, numerals);
  const value = Number(tail?.value);
  return tail && value >= 1 && value < 100 && (value > 9 || tail.end > next + 1 || head === 20)
    ? { end: tail.end, value: String(head * 100 + value) }
    : undefined;
};
