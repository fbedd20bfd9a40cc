// A contact's date and the words around it -> the first and last day on which it can have been.
import type { Record, RecordContact } from "../record/schema.ts";

/** Days since 1970, both included. */
export type Days = readonly [from: number, to: number];

/** A readout of an undated contact tells of the last few days. */
const undatedDays = 3;
/** How far from the contact's own words a stretch of days may stand, in characters. */
const reach = 250;

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const to = String.raw`\s?(?:[-–]|to|and|through|until|&)\s?`;
const monthFirst = new RegExp(String.raw`\b(?:${months}) (\d{1,2})${to}(\d{1,2})\b`, "g");
const dayFirst = new RegExp(String.raw`\b(\d{1,2})${to}(\d{1,2}) (?:${months})\b`, "g");

/** The days of a dated contact ("May 10-11": both), of an undated one those before its document; all days where nothing is known. */
export const daysOf = ({ document }: Pick<Record, "document">, contact: RecordContact): Days => {
  const { date } = contact;
  const { published, text } = document;
  if (date === undefined && published === undefined) return [0, Number.MAX_SAFE_INTEGER];
  if (date === undefined) return [day(published!) - undatedDays, day(published!)];
  const [year = "", month = "", rest] = date.slice(0, 10).split("-");
  if (!/^\d\d$/.test(month)) return [day(`${year}-01-01`), day(`${year}-12-31`)];
  if (rest === undefined) return [day(`${year}-${month}-01`), day(`${year}-${month}-01`) + 30];
  const own = day(date.slice(0, 10));
  const at = contact.evidence[0]?.start ?? 0;
  const around = text.slice(Math.max(0, at - reach), at + reach);
  for (const pattern of [monthFirst, dayFirst])
    for (const [, first = "", last = ""] of around.matchAll(pattern)) {
      const [a, b, of] = [Number(first), Number(last), Number(rest)];
      if (a < b && a <= of && of <= b && b - a < 8) return [own - (of - a), own + (b - of)];
    }
  return [own, own];
};

const day = (iso: string): number => Math.floor(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
