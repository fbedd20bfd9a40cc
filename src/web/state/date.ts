// ISO dates of any precision -> words for a reader, and the span of time they may stand for.

const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const shortDay = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });

/** `15 November 2024`, `November 2024`, `2024`; what is no date of a calendar stands as it is. */
export const dateWords = (iso: string | null | undefined, brief = false): string => {
  if (!iso) return "undated";
  const [from, to] = iso.split("/");
  if (to !== undefined) return `${dateWords(from, brief)} to ${dateWords(to, brief)}`;
  const time = Date.parse(iso.length > 10 ? iso.slice(0, 10) : iso);
  if (/^\d{4}-\d\d-\d\d/.test(iso) && !Number.isNaN(time)) return (brief ? shortDay : day).format(time);
  if (/^\d{4}-\d\d$/.test(iso) && !Number.isNaN(time)) return month.format(time);
  return iso;
};

/** `Friday`, where the day is known. */
export const weekdayOf = (iso: string | undefined): string =>
  iso && /^\d{4}-\d\d-\d\d/.test(iso) ? weekday.format(Date.parse(iso.slice(0, 10))) : "";

const dayLength = 86_400_000;

/** First and last moment that a date may mean, in milliseconds; undefined where it is no date of a calendar. */
export const periodOf = (
  iso: string | null | undefined,
): { from: number; to: number; exact: boolean } | undefined => {
  if (!iso) return undefined;
  const [first, last] = iso.split("/");
  if (last !== undefined) {
    const [from, to] = [periodOf(first), periodOf(last)];
    return from && to ? { from: from.from, to: to.to, exact: false } : (from ?? to);
  }
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?|-Q([1-4])|-W(\d\d)|-(SP|SU|FA|WI|H1|H2))?/.exec(iso);
  if (!found) return undefined;
  const year = Number(found[1]);
  const at = (monthIndex: number, date = 1) => Date.UTC(year, monthIndex, date);
  if (found[3]) {
    const from = at(Number(found[2]) - 1, Number(found[3]));
    return { from, to: from + dayLength, exact: true };
  }
  if (found[2]) return { from: at(Number(found[2]) - 1), to: at(Number(found[2])), exact: false };
  if (found[4]) return { from: at(Number(found[4]) * 3 - 3), to: at(Number(found[4]) * 3), exact: false };
  if (found[5]) {
    const from = at(0) + (Number(found[5]) - 1) * 7 * dayLength;
    return { from, to: from + 7 * dayLength, exact: false };
  }
  const part = { SP: [2, 5], SU: [5, 8], FA: [8, 11], WI: [11, 14], H1: [0, 6], H2: [6, 12] }[found[6] ?? ""];
  return { from: at(part?.[0] ?? 0), to: at(part?.[1] ?? 12), exact: false };
};

/** `2024-11-15` of a moment. */
export const isoDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
