// A paragraph's opening -> the end of the dateline that it begins with: where, when and for whom it was written.

/** A dateline is no longer than this, in UTF-16 units. */
const longest = 110;
const day =
  /(?:^|[\s,.])(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:\.|[a-z]{2,6})?,?\s\d{1,4}|\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}/;
/** Words that stand in small letters inside names of places and agencies. */
const small = /^(?:of|de|del|da|do|la|le|el|al|the|and|on|aboard|via)$/;
const closing = /^(?:\s?[:.]?\s?(?:[\u2012-\u2015]|-{1,3})(?=\s)|\s?:(?=\s))/u;
const dashed = /\s(?:[\u2012-\u2015]|-{1,3})\s/u;

/**
 * The end of "SEOUL, April 29 (Yonhap) --", "BEIJING -", "Doha (AFP) —", "MOSCOW, March 11. /TASS/." at `start`,
 * undefined where the paragraph begins with its first sentence. The text after it is a sentence of its own: with the
 * dateline before it, whoever wrote from Seoul would be taken for who acts.
 */
export const datelineEnd = (
  text: string,
  start: number,
  end: number,
  towns: ReadonlySet<string>,
): number | undefined => {
  const head = text.slice(start, Math.min(end, start + longest)).split("\n", 1)[0]!;
  const lead = /^[\p{L}\p{M}\p{N}\s.,'’/-]{0,70}/u.exec(head)![0];
  const agency = /^\(\p{L}[\p{L}\s/-]{1,30}\)/u.exec(head.slice(lead.length))?.[0] ?? "";
  const slashed = /\s\/[\p{Lu}-]{3,20}\/[.:]?(?=\s)/u.exec(lead);
  const size = slashed
    ? lengthWith(lead.slice(0, slashed.index), slashed[0].length)
    : agency
      ? afterAgency(lead, agency, head, towns)
      : (beforeDash(lead, head, end - start > 90 ? towns : undefined) ??
        afterDay(lead) ??
        beforeColon(head, towns));
  return size !== undefined && /\S/.test(text.slice(start + size, end)) ? start + size : undefined;
};

/** "MOSCOW, March 11. /TASS/." */
const lengthWith = (place: string, more: number): number | undefined =>
  isPlace(place) ? place.length + more : undefined;

/**
 * "SEOUL, South Korea (AP) —", "(Reuters) -", "New Delhi, Sep 3 (PTI) The …": without a mark only after a day; "Warsaw
 * (dpa) -", in small letters, only after a town or a day.
 */
const afterAgency = (
  lead: string,
  agency: string,
  head: string,
  towns: ReadonlySet<string>,
): number | undefined => {
  if (lead !== "" && !isPlace(lead)) return undefined;
  const isKnown = day.test(lead) || towns.has(lead.split(",")[0]!.trim().toLowerCase());
  if (!isKnown && !/^\(\p{Lu}/u.test(agency)) return undefined;
  const size = lead.length + agency.length;
  const mark = closing.exec(head.slice(size));
  // "Q (Reuters):" and "LEE (CNN):" open turns.
  if (mark?.[0].endsWith(":") && !day.test(lead) && !towns.has(lead.trim().toLowerCase())) return undefined;
  if (mark) return isAside(lead, head.slice(size + mark[0].length)) ? undefined : size + mark[0].length;
  return day.test(lead) && isCapital(lead) && /^\s\p{Lu}/u.test(head.slice(size)) ? size : undefined;
};

/**
 * "BEIJING -", "Geneva, 3 May 2022 –": capitals or a day must stand before the dash, or, before a long paragraph's first
 * sentence, one of the `towns` alone or with its state ("Doha, Qatar – Hamas has …").
 */
const beforeDash = (
  lead: string,
  head: string,
  towns: ReadonlySet<string> | undefined,
): number | undefined => {
  const dash = dashed.exec(lead) ?? undefined;
  const place = dash ? lead.slice(0, dash.index) : lead.trimEnd();
  const mark = dash ? dash[0].trimEnd() : closing.exec(head.slice(place.length))?.[0];
  if (!mark || mark.trim() === ":" || !isPlace(place)) return undefined;
  const isTown = towns?.has(place.split(",")[0]!.trim().toLowerCase()) && place.split(",").length < 3;
  const opens = /^\s[\p{Lu}"“]/u.test(head.slice(place.length + mark.length));
  const known = day.test(place) || /^\p{Lu}[\p{Lu}.'’]{2}/u.test(place) || (isTown && opens);
  // "CAIRO - 2 October 2025: …"
  const dated = /^\s[\p{L}\d ,.]{5,20}\s?:(?=\s)/u.exec(head.slice(place.length + mark.length))?.[0] ?? "";
  const size = place.length + mark.length + (day.test(dated) ? dated.length : 0);
  return known && !isAside(place, head.slice(size)) ? size : undefined;
};

/** "Islamabad, 9 January 2025: The …": a town and a day before a colon. */
const beforeColon = (head: string, towns: ReadonlySet<string>): number | undefined => {
  const lead = /^([\p{L} .'’]{3,40}),\s[\p{L}\p{N} ,.]{3,30}:(?=\s\p{Lu})/u.exec(head);
  return lead && towns.has(lead[1]!.toLowerCase()) && day.test(lead[0].slice(0, -1))
    ? lead[0].length
    : undefined;
};

/** "BAKU, Azerbaijan, March 3. The ministers …" */
const afterDay = (lead: string): number | undefined => {
  const found = /^\p{Lu}[\p{Lu}.'’]{2}[^.]{2,50}\s\d{1,2}\.(?=\s\p{Lu})/u.exec(lead)?.[0];
  return found !== undefined && day.test(found) && isPlace(found) ? found.length : undefined;
};

/** "NATO - the alliance - said": a second dash makes an aside of what stands before it; a day or a comma tells them apart. */
const isAside = (lead: string, rest: string): boolean =>
  !day.test(lead) && !lead.includes(",") && dashed.test(rest);

const isCapital = (lead: string): boolean => /^\p{Lu}/u.test(lead);

/** Names, figures and the small words among them, and no more than ten. */
const isPlace = (lead: string): boolean => {
  const words = lead.split(/[\s/]+/).filter((word) => word !== "");
  return (
    words.length > 0 &&
    words.length <= 10 &&
    !/^(?:In|On|At|For|After|Before|From|By|With|As|A|An|During|Since|Until|When)$/.test(words[0]!) &&
    words.every((word) => /^[\p{Lu}\p{N}.'’]/u.test(word) || small.test(word.replace(/[.,]$/, "")))
  );
};

/** "ISLAMABAD: The prime minister …", "New Delhi: …" at the head of a report: a town before a colon that no turn follows. */
export const townEnd = (
  text: string,
  start: number,
  end: number,
  towns: ReadonlySet<string>,
): number | undefined => {
  const town = /^(\p{Lu}[\p{L}.'’ -]{2,30}?)\s?:(?=\s\S)/u.exec(text.slice(start, Math.min(end, start + 40)));
  if (!town || !towns.has(town[1]!.toLowerCase())) return undefined;
  const whole = town[1] === town[1]!.toUpperCase() || end - start > 80;
  return whole && /[.”"]$/.test(text.slice(start, end)) ? start + town[0].length : undefined;
};
