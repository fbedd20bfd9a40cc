// Measures events: PLOVER's gold sentences through the whole pipeline, PETRARCH's unit tests from their given trees.
import { basename } from "node:path";
import { toDocument } from "../../src/import/document.ts";
import { loadEvents } from "../../src/language/events.ts";
import { loadLanguage } from "../../src/language/language.ts";
import type { Span } from "../../src/model/span.ts";
import { read } from "../../src/read.ts";
import { findEvents } from "../../src/stages/events/find-events.ts";
import { type Party, readContacts } from "../corpora/read-contacts.ts";
import { corpus } from "../data.ts";
import { type Figure, figureOn, type Measure, share } from "../figure.ts";
import { type Coded, readUnitTests, type UnitTest } from "../petrarch.ts";
import { readGold } from "../plover.ts";
import type { Partaker } from "../scorers/contacts.ts";
import { judge, judgeCodes, type Shown } from "../scorers/events.ts";
import { type EventTally, type JudgedEvent, tallyEvents, unmatched } from "../scorers/own-events.ts";

export const measure: Measure = ({ data }) => {
  const files =
    data.length > 0
      ? data
      : [
          corpus("events/plover-gold-standard-records.json"),
          corpus("events/petrarch2-unit-tests-conllu.xml"),
          `${import.meta.dirname}/../corpora/contacts-dev.txt`,
          `${import.meta.dirname}/../corpora/events-dev.txt`,
        ];
  return files.flatMap((file) =>
    file.endsWith(".xml") ? measureTests(file) : file.endsWith(".txt") ? measureOwn(file) : measureGold(file),
  );
};

/** The texts of our own corpus whose events somebody has annotated. */
const measureOwn = (path: string): Figure[] => {
  const language = loadLanguage();
  const sum = { found: 0, gold: 0, matched: 0, parties: 0, factual: 0 };
  for (const text of readContacts(path)) {
    if (!text.events) continue;
    const { actors, mentions, events } = read(
      toDocument(text.text, { ...text.header, published: text.date }),
      language,
    );
    const partaker = (index: number): Partaker => {
      const { country, mentions: own } = actors[index]!;
      return { spans: own.map((one) => mentions[one]!), ...(country && { side: country }) };
    };
    const party = ({ span, side }: Party): Partaker => ({ spans: [span], ...(side && { side }) });
    const found = events.map((one) => ({
      ...one,
      actors: one.actors.map(partaker),
      recipients: one.recipients.map(partaker),
    }));
    const gold = text.events.map((one) => ({
      ...one,
      actors: one.actors.map(party),
      recipients: one.recipients.map(party),
    }));
    if (process.env.DRAGOMAN_SHOW) showOwn(text.id, text.text, found, gold);
    const one = tallyEvents(found, gold);
    for (const key of Object.keys(sum) as (keyof EventTally)[]) sum[key] += one[key];
  }
  const figure = figureOn("events", basename(path));
  return [
    figure("precision", share(sum.matched, sum.found)),
    figure("recall", share(sum.matched, sum.gold)),
    figure("actors and recipients", share(sum.parties, sum.matched)),
    figure("factuality", share(sum.factual, sum.matched)),
  ];
};

const measureGold = (path: string): Figure[] => {
  const language = loadLanguage();
  const count = { type: 0, main: 0, countries: 0, mode: 0, moded: 0, events: 0 };
  const golds = readGold(path);
  for (const gold of golds) {
    const found = shownEvents(gold.text, gold.date, language);
    const verdict = judge(found, gold.event);
    if (verdict.type) count.type += 1;
    if (judge(found.slice(0, 1), gold.event).type) count.main += 1;
    if (verdict.countries) count.countries += 1;
    if (verdict.mode !== undefined) count.moded += 1;
    if (verdict.mode) count.mode += 1;
    count.events += found.length;
    if (process.env.DRAGOMAN_SHOW && !verdict.countries)
      console.log(
        `${gold.id} ${JSON.stringify(gold.event)}\n  ${gold.text}\n  ${found.map((one) => JSON.stringify(one)).join("\n  ")}`,
      );
  }
  const figure = figureOn("events", "plover-gold");
  return [
    figure("type", share(count.type, golds.length)),
    figure("type of first event", share(count.main, golds.length)),
    figure("type and countries", share(count.countries, golds.length)),
    figure("mode", share(count.mode, count.moded)),
    figure("events a sentence", count.events / Math.max(1, golds.length)),
  ];
};

const shownEvents = (text: string, date: string, language: ReturnType<typeof loadLanguage>): Shown[] => {
  const { actors, events } = read(toDocument(text, { published: date }), language);
  const countries = (indexes: readonly number[]) => indexes.map((index) => stateOf(actors[index]!.country));
  return events.map((event) => ({
    type: event.type,
    ...(event.mode && { mode: event.mode }),
    actors: countries(event.actors),
    recipients: countries(event.recipients),
  }));
};

/** The records know states only; every organization is IGO there. */
const stateOf = (country: string | undefined): string =>
  country && /^[A-Z]{3}$/.test(country) && !igos.has(country) ? country : "IGO";
const igos = new Set(["IGO", "OAS", "IMF", "WHO", "GCC", "OIC", "ICC", "WTO", "EAC", "SCO", "CIS", "NGO"]);

const measureTests = (path: string): Figure[] => {
  const language = loadEvents();
  const beside = (name: string) => path.replace(/conllu\.xml$/, `${name}.txt`);
  const tests = readUnitTests(path, beside("actors"), beside("agents"));
  let found = 0;
  let exact = 0;
  for (const test of tests) {
    const events = codedEvents(test, language);
    const verdict = judgeCodes(events, test.expected);
    if (verdict.found) found += 1;
    if (verdict.exact) exact += 1;
    if (process.env.DRAGOMAN_SHOW && !verdict.found)
      console.log(
        `${test.id} ${test.reading.document.text}\n  expected ${show(test.expected)}\n  found    ${show(events)}`,
      );
  }
  const figure = figureOn("events", "petrarch-tests");
  return [
    figure("codes and actors", share(found, tests.length)),
    figure("and nothing else", share(exact, tests.length)),
  ];
};

const show = (coded: readonly Coded[]): string =>
  coded.map(({ code, source, target }) => `${code} ${source} ${target}`).join("; ");

/** Pairs of actors, as CAMEO has them: an event whose sides act on each other, and a visit, is one each way. */
const codedEvents = ({ reading }: UnitTest, language: ReturnType<typeof loadEvents>): Coded[] =>
  findEvents(reading, language).flatMap(({ cameo = "", actors, recipients }) => {
    const name = (index: number) => reading.actors[index]!.name;
    const mutual = recipients.length === 0 || cameo === "042";
    const pairs =
      recipients.length > 0
        ? actors.flatMap((a) => recipients.map((b) => [a, b]))
        : actors.flatMap((a) => actors.filter((b) => b !== a).map((b) => [a, b]));
    const both = mutual && recipients.length > 0 ? [...pairs, ...pairs.map(([a, b]) => [b, a])] : pairs;
    return both.map(([source, target]) => ({ code: cameo, source: name(source!), target: name(target!) }));
  });

/** Prints each gold and found event that has no partner, and partners that differ. */
const showOwn = (
  id: string,
  text: string,
  found: readonly JudgedEvent[],
  gold: readonly JudgedEvent[],
): void => {
  const words = ({ start, end }: Span) => text.slice(start, end);
  const parties = (list: readonly Partaker[]) =>
    list.map((one) => `${words(one.spans[0]!)}${one.side ? ` (${one.side})` : ""}`).join("; ") || "-";
  const line = (one: JudgedEvent) =>
    `${one.type} | ${parties(one.actors)} | ${parties(one.recipients)} | ${one.factuality} | ${words(one.trigger)}`;
  console.log(`${id} ${text}`);
  for (const { name, one } of unmatched(found, gold)) console.log(`  ${name} ${line(one)}`);
};
