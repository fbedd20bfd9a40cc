// One line of a text -> the days that it names, and whether the line is there only to tell one.

/** A day with the words before and after it in its line. */
export type Placed = { readonly day: string; readonly before: string; readonly after: string };

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const month =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** Each form with the places of year, month and day among its groups. */
const forms: readonly (readonly [RegExp, number, number, number])[] = [
  [/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g, 1, 2, 3],
  [/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/g, 3, 2, 1],
  [new RegExp(`\\b${month}\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})\\b`, "gi"), 3, 1, 2],
  [new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?\\s${month}\\.?,?\\s(\\d{4})\\b`, "gi"), 3, 2, 1],
];

/** The days that a line names in full, in their order. */
export const datesIn = (line: string): Placed[] => {
  const found: (Placed & { readonly at: number })[] = [];
  for (const [form, year, moon, day] of forms)
    for (const match of line.matchAll(form)) {
      const value = isoDay(match[year]!, match[moon]!, match[day]!);
      if (value === undefined) continue;
      const end = match.index + match[0].length;
      found.push({ day: value, before: line.slice(0, match.index), after: line.slice(end), at: match.index });
    }
  return found.sort((a, b) => a.at - b.at).map(({ day, before, after }) => ({ day, before, after }));
};

const isoDay = (year: string, moon: string, day: string): string | undefined => {
  const number = /^\d/.test(moon) ? Number(moon) : months.indexOf(moon.slice(0, 3).toLowerCase()) + 1;
  const iso = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(iso);
  const real = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === iso;
  return real && year >= "1900" && year < "2100" ? iso : undefined;
};

const labels =
  /\b(?:(?:published|posted|released|issued|(?:last )?updated|created|dated?)(?: (?:on|at))?|press release|statement|readout|for immediate release)\b/gi;
const weekday = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?/gi;
const clock =
  /\b\d{1,2}[:.]\d{2}(?::\d{2})?\b\s?(?:hrs|[ap]\.?m\.?)?|\b[ap]\.m\.|\b(?:UTC|GMT|[A-Z]{2,3}T)\b(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2}\b/g;

/** True where a line holds a day and beside it no more than a label, a weekday, a clock, the town, who released it. */
export const isDateLine = (line: string, { before, after: behind }: Placed): boolean => {
  // "13 Mar. 2025 | Last updated: 14 Mar. 2025 09:12"
  const after = forms.reduce((rest, [form]) => rest.replace(form, " "), behind);
  if (line.length > 110) return false;
  const bare = (text: string): string =>
    text.replace(weekday, " ").replace(clock, " ").replace(labels, " ").trim();
  const [left, right] = [bare(before), bare(after)];
  if (isByline.test(left) && isTown.test(right.replace(/^\W+/, ""))) return true;
  // "Fall of Kabul on 15 August 2021" is a heading, "Kabul, 15 August 2021" a place and a day.
  const parted = left === "" || /[,|:;–—)\]-]$/.test(left);
  return parted && isTown.test(left.replace(/\W+$/, "")) && isTown.test(right.replace(/^\W+/, ""));
};

/** Nothing, or a name of up to five capitalized words: "New York", "EEAS Press Team", "Seoul, Republic of Korea". */
const isTown = /^(?:\p{Lu}[\p{L}.'’-]*(?:(?:, | of the | of | and | \| | )\p{Lu}[\p{L}.'’-]*){0,5})?$/u;

/** "By Marta Novak in Belgrade |". */
const isByline = /^By \p{Lu}[\p{L}.'’ -]{2,60}\W*$/u;

/** "OSLO, May 2, 2025 (Agency) -", "RIYADH - 14 Muharram 1446 / July 20, 2024 (SPA)", "Islamabad, 9 January 2025:". */
export const isDateline = ({ before, after }: Placed): boolean => {
  if (before.length > 60 || /\p{Ll}{2}\.?\s\p{Ll}{2,}/u.test(before)) return false;
  const closed =
    /^[\s,.;]*(?:\p{Lu}{3,6}(?=\s?[-–—])|\([^()]{1,40}\)|\/[\p{Lu}-]{3,20}\/)?[\s.]*(?:[-–—:]|$)/u.test(
      after,
    );
  const town = /^\p{Lu}[\p{L}.'’/ -]{1,40}[,\s:–—-]/u.test(before) || before === "";
  // "Yerevan (Armenpress), 20 February 2025. The premier …", "MOSCOW, March 11, 2025. /TASS/. The …"
  const stopped =
    (/\)[\s,]*$/.test(before) && /^\.\s/.test(after)) ||
    /^\.?\s?\/\p{Lu}[\p{Lu}-]{2,20}\/[.:]?\s/u.test(after);
  return town && (closed || stopped);
};
