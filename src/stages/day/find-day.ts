// A document that came without its date -> the same document with the day that its own layout gives: a line under the
// heading, a dateline, the heading of a briefing, the foot.
import type { Document } from "../../model/document.ts";
import { datesIn, isDateLine, isDateline, type Placed } from "./date-line.ts";

/** How far into the text a heading, its date and a dateline may stand, in UTF-16 units. */
const head = 700;

/** So many entries that open with a day make a chronology: none of them is the day of the text. */
const entries = 2;

/**
 * Gives the document the day it was published, where the text says so by the way it is laid out. `publishedRule` says by
 * which line: `date-line` ("2 May 2025", alone), `dateline` ("OSLO, May 2, 2025 -"), `heading` ("Press briefing of 2 May
 * 2025"), `foot`. What was said at import stays.
 */
export const findDay = (given: Document): Document => {
  const { published, publishedRule, ...rest } = given;
  if (published !== undefined && publishedRule === undefined) return given;
  const found = dayOf(rest.text);
  return found ? { ...rest, published: found.day, publishedRule: found.rule } : rest;
};

type Found = { readonly day: string; readonly rule: string };

const dayOf = (text: string): Found | undefined => {
  const opening = linesOf(text.slice(0, head));
  const chronology = (text.match(entry) ?? []).length >= entries || isDiary(text);
  for (const [at, line] of opening.entries()) {
    const dates = datesIn(line);
    const first = dates[0];
    if (!first || chronology) continue;
    if (isDateLine(line, first)) return { day: first.day, rule: "date-line" };
    const written = dates.find((date) => isDateline(date));
    if (written) return { day: written.day, rule: "dateline" };
    // The first paragraph of prose ends the head.
    if (at > 0 && isProse(line)) break;
  }
  return chronology ? undefined : (footOf(text) ?? headingOf(opening[0]));
};

/** "Monday, 10 February 2025", then what goes on that day, and the same for two more days. */
const isDiary = (text: string): boolean => {
  const days = linesOf(text.slice(0, 20_000)).flatMap((line) => {
    const [first] = line.length > 60 ? [] : datesIn(line);
    return first && isDateLine(line, first) ? [first.day] : [];
  });
  return new Set(days).size >= 3;
};

/** "Nov 2, 2022 - The government and the rebels sign …": a day before its entry. */
const entry = /^\W{0,3}(?:\p{L}{3,9}\.? )?(?:\d{1,2},? )?(?:\p{L}{3,9}\.?,? )?\d{4}\s?[-–—:]/gmu;

/** Where a press conference, remarks or a readout call themselves by their day. */
const headingOf = (line: string | undefined): Found | undefined => {
  if (line === undefined || isProse(line) || !occasion.test(line)) return undefined;
  const dates: readonly Placed[] = datesIn(line);
  return dates.length === 1 ? { day: dates[0]!.day, rule: "heading" } : undefined;
};

const occasion =
  /\b(?:press (?:conference|briefing|statement|availability|release)|briefing|remarks|readout|transcript|statement by)\b/i;

/** "New Delhi" and "October 05, 2024" in the last two lines. */
const footOf = (text: string): Found | undefined => {
  for (const line of linesOf(text.slice(-160)).slice(-2).reverse()) {
    const [first] = datesIn(line);
    if (first && isDateLine(line, first)) return { day: first.day, rule: "foot" };
  }
  return undefined;
};

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

const isProse = (line: string): boolean => line.length > 90 && /[.!?]["”’]?(?:\s|$)/.test(line);
