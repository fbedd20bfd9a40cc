// Measures time expressions on TempEval-3's news and WikiWars, beside chrono-node and compromise-dates, and the
// dating of events on the dates that TimeBank's TLINKs give.
import { basename } from "node:path";
import { datesOf } from "../../src/dating/date-of.ts";
import { loadLanguage } from "../../src/language/language.ts";
import type { Document } from "../../src/model/document.ts";
import type { Reading } from "../../src/model/reading.ts";
import { findParagraphs } from "../../src/stages/paragraphs/find-paragraphs.ts";
import { findQuotations } from "../../src/stages/quotations/find-quotations.ts";
import { findSentences } from "../../src/stages/sentences/find-sentences.ts";
import { findTimes } from "../../src/stages/times/find-times.ts";
import { splitTokens } from "../../src/stages/tokens/split-tokens.ts";
import { parseTrees } from "../../src/stages/trees/parse-trees.ts";
import { corpus, readLines, toUnits } from "../data.ts";
import { type Figure, figureOn, type Measure } from "../figure.ts";
import { readChrono, readCompromise } from "../peers/times.ts";
import { datedEvents, type TimeLink } from "../scorers/event-dates.ts";
import { count, noCounts, scores, type Timex } from "../scorers/tempeval.ts";

type Expression = { start: number; end: number; tid: string; type: string; value: string };
type Sample = {
  id: string;
  dct?: string;
  text: string;
  timex?: Expression[];
  timex2?: { start: number; end: number; depth: number; val: string }[];
  events?: { start: number; end: number; eid: string; class: string }[];
  tlinks?: TimeLink[];
};
type Layers = Omit<Reading, "maker" | "names" | "mentions" | "actors" | "statements" | "contacts" | "events">;

const language = loadLanguage();

/** Processor time rather than the clock's, so that a busy machine does not count. */
const timed = <T>(run: () => T): { result: T; seconds: number } => {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
};

/** Reads a text as far as times. */
export const readTimes = (document: Document): { layers: Layers } => {
  const paragraphs = findParagraphs(document);
  const quotations = findQuotations(document, paragraphs, language.quotations);
  const sentences = findSentences(document, paragraphs, quotations, language.sentences);
  const tokens = splitTokens(document, sentences, language.tokens);
  const { words } = parseTrees(tokens, language.trees);
  const times = findTimes(document, sentences, quotations, words, language.times);
  return { layers: { document, quotations, sentences, tokens, words, times } };
};

const goldOf = (sample: Sample, units: (point: number) => number): Timex[] =>
  (
    sample.timex ??
    sample.timex2?.filter((one) => one.depth === 0).map((one) => ({ ...one, type: "", value: one.val })) ??
    []
  ).map((one) => ({ type: one.type, value: one.value, start: units(one.start), end: units(one.end) }));

const documentOf = ({ id, text, dct }: Sample): Document => ({
  id,
  text,
  language: "en",
  ...(dct ? { published: dct.slice(0, 10) } : {}),
});

/** Each reader goes through all texts in a row, so that one's garbage is not counted as another's time. */
const measureFile = (path: string): Figure[] => {
  const data = basename(path);
  const samples = readLines<Sample>(path);
  const read = samples.map((sample) => readTimes(documentOf(sample)).layers);
  const readers: { readonly [name: string]: (place: number) => readonly Timex[] } = {
    dragoman: (place) => {
      const { document, sentences, quotations, words } = read[place]!;
      return findTimes(document, sentences, quotations, words, language.times);
    },
    "chrono-node": (place) =>
      readChrono(samples[place]!.text, read[place]!.document.published ?? "2000-01-01"),
    "compromise-dates": (place) =>
      readCompromise(samples[place]!.text, read[place]!.document.published ?? "2000-01-01"),
  };
  const units = samples.map((sample) => toUnits(sample.text));
  const characters = samples.reduce((sum, { text }) => sum + text.length, 0);
  const figures = Object.entries(readers).flatMap(([name, reader]) => {
    const total = noCounts();
    const { result, seconds } = timed(() => samples.map((_, place) => reader(place)));
    result.forEach((found, place) => {
      count(total, goldOf(samples[place]!, units[place]!), found);
    });
    const { strict, relaxed, type, value } = scores(total);
    const own = name === "dragoman" ? "" : `${name}: `;
    const on = figureOn("times", data);
    const figure = (name: string, value: number): Figure => on(`${own}${name}`, value);
    return [
      figure("relaxed F1", relaxed),
      figure("strict F1", strict),
      ...(samples[0]?.timex2 ? [] : [figure("type F1", type)]),
      figure("value F1", value),
      figure("MB/s", characters / 1e6 / seconds),
    ];
  });
  const events = { days: { right: 0, published: 0, all: 0 }, dates: { right: 0, published: 0, all: 0 } };
  samples.forEach((sample, place) => {
    if (sample.events && sample.tlinks && sample.timex)
      countEvents(events, sample, read[place]!, units[place]!);
  });
  return [...figures, ...eventFigures(data, events)];
};

const eventFigures = (data: string, events: EventCounts): Figure[] =>
  Object.entries(events).flatMap(([kind, { right, published, all }]) => {
    const on = figureOn("times", data);
    const figure = (name: string, value: number): Figure => on(`event ${kind}, ${name}`, value);
    return all === 0
      ? []
      : [
          figure("gold expressions", (100 * right) / all),
          figure("publication day alone", (100 * published) / all),
          figure("number", all),
        ];
  });

type EventCounts = { [kind in "days" | "dates"]: { right: number; published: number; all: number } };

/** Dates the events that a TLINK ties to a date, with gold expressions in the place of found ones. */
const countEvents = (
  totals: EventCounts,
  sample: Sample,
  layers: Layers,
  units: (point: number) => number,
): void => {
  const times = (sample.timex ?? []).flatMap((one, index) => {
    const [start, end] = [units(one.start), units(one.end)];
    const inside = layers.words.filter((word) => word.start < end && start < word.end);
    const type = one.type as "DATE" | "TIME" | "DURATION" | "SET";
    return inside[0]
      ? [
          {
            index,
            start,
            end,
            type,
            value: one.value,
            said: one.value,
            basis: "text" as const,
            rule: "gold",
            first: inside[0].index,
            last: inside.at(-1)!.index,
          },
        ]
      : [];
  });
  const dateOf = datesOf({ ...layers, times: times.map((one, index) => ({ ...one, index })) });
  for (const { eid, date } of datedEvents(sample.tlinks ?? [], sample.timex ?? [], sample.dct ?? "")) {
    const event = sample.events!.find((one) => one.eid === eid);
    const start = event && units(event.start);
    const word = layers.words.find((one) => start !== undefined && one.start <= start && start < one.end);
    if (!word) continue;
    const right = dateOf(word.index, { published: true })?.date === date;
    for (const total of date.length === 10 ? [totals.days, totals.dates] : [totals.dates]) {
      total.all += 1;
      if (right) total.right += 1;
      if (sample.dct?.slice(0, 10) === date) total.published += 1;
    }
  }
};

export const measure: Measure = ({ data }) => {
  const files =
    data.length > 0 ? data : ["timebank", "aquaint", "wikiwars"].map((name) => corpus(`times/${name}.jsonl`));
  return files.flatMap(measureFile);
};
