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
import type { Figure, Measure } from "../figure.ts";
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
export const readTimes = (document: Document): { layers: Layers; seconds: number } => {
  const paragraphs = findParagraphs(document);
  const quotations = findQuotations(document, paragraphs, language.quotations);
  const sentences = findSentences(document, paragraphs, quotations, language.sentences);
  const tokens = splitTokens(document, sentences, language.tokens);
  const words = parseTrees(tokens, quotations, language.trees);
  const { result: times, seconds } = timed(() =>
    findTimes(document, sentences, quotations, words, language.times),
  );
  return { layers: { document, quotations, sentences, tokens, words, times }, seconds };
};

const goldOf = (sample: Sample, units: (point: number) => number): Timex[] =>
  (
    sample.timex ??
    sample.timex2?.filter((one) => one.depth === 0).map((one) => ({ ...one, type: "", value: one.val })) ??
    []
  ).map((one) => ({ type: one.type, value: one.value, start: units(one.start), end: units(one.end) }));

const measureFile = (path: string): Figure[] => {
  const data = basename(path);
  const totals = { dragoman: noCounts(), "chrono-node": noCounts(), "compromise-dates": noCounts() };
  const spent = { dragoman: 0, "chrono-node": 0, "compromise-dates": 0 };
  const events = { days: { right: 0, published: 0, all: 0 }, dates: { right: 0, published: 0, all: 0 } };
  let characters = 0;
  for (const sample of readLines<Sample>(path)) {
    const units = toUnits(sample.text);
    const gold = goldOf(sample, units);
    const published = sample.dct?.slice(0, 10);
    const document = {
      id: sample.id,
      language: "en",
      text: sample.text,
      ...(published ? { published } : {}),
    };
    const { layers, seconds } = readTimes(document);
    characters += sample.text.length;
    spent.dragoman += seconds;
    count(totals.dragoman, gold, layers.times);
    for (const [name, peer] of [
      ["chrono-node", readChrono],
      ["compromise-dates", readCompromise],
    ] as const) {
      const { result, seconds } = timed(() => peer(sample.text, published ?? "2000-01-01"));
      spent[name] += seconds;
      count(totals[name], gold, result);
    }
    if (sample.events && sample.tlinks && sample.timex) countEvents(events, sample, layers, units);
  }
  const figures: Figure[] = [];
  for (const name of ["dragoman", "chrono-node", "compromise-dates"] as const) {
    const own = name === "dragoman" ? "" : `${name}: `;
    const { strict, relaxed, type, value } = scores(totals[name]);
    const add = (figure: string, amount: number) =>
      figures.push({ layer: "times", data, figure: `${own}${figure}`, value: amount });
    add("relaxed F1", relaxed);
    add("strict F1", strict);
    if (!data.startsWith("wikiwars")) add("type F1", type);
    add("value F1", value);
    add("MB/s", characters / 1e6 / spent[name]);
  }
  for (const [kind, { right, published, all }] of Object.entries(events)) {
    if (all === 0) continue;
    const add = (figure: string, value: number) => figures.push({ layer: "times", data, figure, value });
    add(`event ${kind}, gold expressions`, (100 * right) / all);
    add(`event ${kind}, publication day alone`, (100 * published) / all);
    add(`event ${kind}, number`, all);
  }
  return figures;
};

/** Dates the events that a TLINK ties to a date, with gold expressions in the place of found ones. */
const countEvents = (
  totals: { [kind in "days" | "dates"]: { right: number; published: number; all: number } },
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
  for (const sample of readLines<Sample>(files[0]!).slice(0, 100))
    readTimes({ id: sample.id, language: "en", text: sample.text });
  return files.flatMap(measureFile);
};
