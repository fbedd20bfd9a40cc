// Our own pairs of readouts: are the tellings linked, the points aligned, the facts' differences seen?
// Twice: from the texts alone, and (points only) from the gold points, so that alignment is measured apart.

import { alignPoints } from "../../src/compare/align.ts";
import { compareAccounts } from "../../src/compare/compare-accounts.ts";
import { featuresOf, placesIn } from "../../src/compare/features.ts";
import { partyWords } from "../../src/compare/party-words.ts";
import type { ComparedPoint, Comparison } from "../../src/compare/schema.ts";
import { toDocument } from "../../src/import/document.ts";
import { type Language, loadLanguage } from "../../src/language/language.ts";
import type { Telling } from "../../src/link/candidate.ts";
import { linkContacts } from "../../src/link/link-contacts.ts";
import { read } from "../../src/read.ts";
import type { Record } from "../../src/record/schema.ts";
import { toRecord } from "../../src/record/to-record.ts";
import { isCounted, type Pair, pairFiles, readPair } from "../corpora/read-pairs.ts";
import type { Figure, Measure } from "../figure.ts";
import { type Counts, precisionRecall } from "../scorers/counts.ts";

type Part = { name: string; files: string[] };

export const measure: Measure = ({ data }) => {
  const parts: Part[] =
    data.length > 0
      ? [{ name: "named files", files: data }]
      : (["dev", "test", "facts"] as const).map((part) => ({
          name: `pairs ${part}`,
          files: pairFiles(part),
        }));
  const language = loadLanguage();
  return parts.flatMap((part) => measurePart(part, language));
};

const none = (): Counts => ({ right: 0, found: 0, gold: 0 });

const measurePart = ({ name, files }: Part, language: Language): Figure[] => {
  const pairs = files.map(readPair);
  const read = pairs.map((pair) => ({ pair, records: recordsOf(pair, language) }));
  const counts = {
    linking: countLinks(read, language),
    "aligned points from texts": none(),
    "one-sided points from texts": none(),
    "aligned points from gold points": none(),
    "one-sided points from gold points": none(),
  };
  const facts = { right: 0, all: 0 };
  for (const { pair, records } of read) {
    const comparison = compareMain(records, language);
    const { right, all } = scoreFacts(pair, comparison);
    facts.right += right;
    facts.all += all;
    if (pair.factsOnly) continue;
    const points = comparison ? pointsOf(comparison, [...records.values()]) : { shared: [], only: [] };
    add(counts["aligned points from texts"], scoreShared(pair, points.shared));
    add(counts["one-sided points from texts"], scoreOnly(pair, points.only));
    const gold = alignGold(pair, [...records.values()].slice(0, 2), language);
    add(counts["aligned points from gold points"], scoreShared(pair, gold.shared));
    add(counts["one-sided points from gold points"], scoreOnly(pair, gold.only));
  }
  return [
    ...Object.entries(counts)
      .filter(([figure]) => figure === "linking" || pairs.some(({ factsOnly }) => !factsOnly))
      .flatMap(([figure, one]) =>
        precisionRecall(one).map(([kind, value]) => ({
          layer: "comparison",
          data: name,
          figure: `${figure} ${kind}`,
          value,
        })),
      ),
    {
      layer: "comparison",
      data: name,
      figure: "fact differences right",
      value: (100 * facts.right) / Math.max(1, facts.all),
    },
  ];
};

const recordsOf = (pair: Pair, language: Language): Map<string, Record> =>
  new Map(
    pair.texts.map(({ letter, side, text, ...head }) => [
      letter,
      toRecord(read(toDocument(text, { ...head, ...(side && { side }) }), language)),
    ]),
  );

type ReadPair = { pair: Pair; records: Map<string, Record> };

/** Over all texts of all files at once: A and B, their copies and plans belong together, nothing else does. */
const countLinks = (all: readonly ReadPair[], language: Language): Counts => {
  const records = all.flatMap((one) => [...one.records.values()]);
  const groupOf = new Map<string, Set<number>>();
  linkContacts(records, language.comparison.hours).groups.forEach((tellings, at) => {
    if (tellings.length < 2) return;
    for (const { record } of tellings)
      groupOf.set(record.document.id, (groupOf.get(record.document.id) ?? new Set()).add(at));
  });
  const family = new Map<string, string>();
  for (const { pair, records: own } of all)
    for (const [letter, record] of own) {
      const other = pair.others.find((one) => one.letter === letter);
      // A plan is of the same contact, but a planned contact and a held one are two tellings kept apart.
      family.set(
        record.document.id,
        other === undefined || other.relation === "copy" ? pair.name : `${pair.name} ${letter}`,
      );
    }
  const counts = none();
  const ids = [...new Set(records.map(({ document }) => document.id))];
  ids.forEach((a, at) => {
    for (const b of ids.slice(at + 1)) {
      const gold = family.get(a) === family.get(b);
      const found = [...(groupOf.get(a) ?? [])].some((group) => groupOf.get(b)?.has(group));
      if (gold) counts.gold += 1;
      if (found) counts.found += 1;
      if (gold && found) counts.right += 1;
    }
  });
  return counts;
};

/** A and B compared as their own readouts: by the group that holds both, whatever else is in it. */
const compareMain = (records: ReadonlyMap<string, Record>, language: Language): Comparison | undefined => {
  const [a, b] = [records.get("A")!, records.get("B")!];
  const groups = linkContacts([a, b], language.comparison.hours).groups;
  const group = groups.find((tellings) => new Set(tellings.map(({ record }) => record)).size === 2);
  return group ? compareAccounts(group as Telling[], language.comparison) : undefined;
};

type Found = { shared: { a: string[]; b: string[] }[]; only: { letter: "A" | "B"; text: string }[] };

/**
 * A point is its act and its content: "thanked the Emirates for …", where the cue stands right before the content; the
 * next item of a list is its content only.
 */
const textWithAct = (
  point: ComparedPoint,
  records: readonly Record[],
  others: readonly ComparedPoint[],
): string => {
  const text = point.content.map((span) => span.text).join(" ");
  const record = records.find(({ document }) => document.id === point.document);
  const cue = record?.statements.find(({ id }) => id === point.statement)?.cue;
  const [first] = point.content;
  if (!record || !cue || !first || cue.end > first.start || first.start - cue.end > 30) return text;
  const between = others.some(
    ({ document, content }) =>
      document === point.document && content.some((span) => span.start >= cue.end && span.end <= first.start),
  );
  if (between) return text;
  return [...record.document.text].slice(cue.start, first.start).join("") + text;
};

const pointsOf = (comparison: Comparison, records: readonly Record[]): Found => {
  const [first, second] = comparison.documents.map(({ id }) => id);
  const points = new Map(comparison.sides.flatMap((side) => side.points.map((point) => [point.id, point])));
  const textOf = (point: ComparedPoint) => textWithAct(point, records, [...points.values()]);
  const texts = (ids: readonly string[], document: string | undefined) =>
    ids
      .map((id) => points.get(id)!)
      .filter((point) => point.document === document)
      .map(textOf);
  return {
    shared: comparison.shared.map((row) => {
      const ids = row.points.map(({ point }) => point);
      return { a: texts(ids, first), b: texts(ids, second) };
    }),
    only: comparison.only.flatMap((side) =>
      side.points.map((id) => {
        const point = points.get(id)!;
        return { letter: point.document === first ? ("A" as const) : ("B" as const), text: textOf(point) };
      }),
    ),
  };
};

/**
 * Gold points with the texts' own words for the two sides, as a comparison has them: in the order of the text. The gold
 * lists what both tell first, row by row, so that its own order would give partners away.
 */
const alignGold = (pair: Pair, records: readonly Record[], language: Language): Found => {
  const parties = partyWords(
    records,
    records.map(({ document }) => document.side ?? ""),
    new Set(records.flatMap(({ contacts }) => contacts[0]?.participants.map(({ actor }) => actor) ?? [])),
  );
  const phrases = (letter: "A" | "B") => [
    ...new Set([
      ...pair.shared.map((row) => (letter === "A" ? row.a : row.b)),
      ...pair.only.filter((row) => row.letter === letter).map((row) => row.phrase),
    ]),
  ];
  const sided = (["A", "B"] as const).map((letter) => {
    const whole = pair.texts.find((one) => one.letter === letter)!.text;
    const points = phrases(letter)
      .map((text) => ({ text, start: whole.indexOf(text) }))
      .sort((one, other) => one.start - other.start)
      .map(({ text, start }) => ({
        id: text,
        statement: "",
        act: "say",
        speakers: [],
        topic: text,
        content: [{ start, end: start + text.length, text }],
        document: letter,
        via: [],
      }));
    const placeOf = placesIn(points);
    return points.map((point) => ({
      side: letter,
      point,
      features: featuresOf(point, language.comparison, parties, placeOf(point)),
    }));
  });
  const { shared, left } = alignPoints(sided, language.comparison);
  return {
    shared: shared.map(({ points }) => ({
      a: points.filter(({ side }) => side === "A").map(({ point }) => point),
      b: points.filter(({ side }) => side === "B").map(({ point }) => point),
    })),
    only: left.map(({ side, point }) => ({ letter: side as "A" | "B", text: point.id })),
  };
};

/** A found point stands for a gold phrase when it holds it, or is held by it. */
const stands = (text: string, phrase: string): boolean => text.includes(phrase) || phrase.includes(text);

const scoreShared = (pair: Pair, shared: Found["shared"]): Counts => {
  const used = new Set<number>();
  let right = 0;
  for (const gold of pair.shared) {
    const at = shared.findIndex(
      (row, index) =>
        !used.has(index) &&
        row.a.some((text) => stands(text, gold.a)) &&
        row.b.some((text) => stands(text, gold.b)),
    );
    if (at < 0) continue;
    used.add(at);
    right += 1;
  }
  const counted = (row: Found["shared"][number]) =>
    row.a.some((text) => isCounted(pair, "A", text)) && row.b.some((text) => isCounted(pair, "B", text));
  return { right, found: shared.filter(counted).length, gold: pair.shared.length };
};

const scoreOnly = (pair: Pair, only: Found["only"]): Counts => {
  const hits = (row: Found["only"][number]) =>
    pair.only.some((gold) => gold.letter === row.letter && stands(row.text, gold.phrase));
  const covered = pair.only.filter((gold) =>
    only.some((row) => row.letter === gold.letter && stands(row.text, gold.phrase)),
  );
  // Several found points may lie in one gold phrase, and one found point may hold several: each counts once a side.
  return {
    right: Math.min(covered.length, only.filter(hits).length),
    found: only.filter((row) => isCounted(pair, row.letter, row.text)).length,
    gold: pair.only.length,
  };
};

/** Of the fields: those whose "agrees" or "differs" is as the gold says; none where one of the two is the press's. */
const scoreFacts = (pair: Pair, comparison: Comparison | undefined): { right: number; all: number } => {
  if (pair.texts.slice(0, 2).some(({ side }) => side === "")) return { right: 0, all: 0 };
  const five = ["date", "initiator", "channel", "place", "participants"] as const;
  const fields = pair.factsOnly ? ([...five, "length"] as const) : five;
  let right = 0;
  for (const field of fields) {
    const gold = pair.differences.some((one) => one.field === field);
    const row = comparison?.facts.find((one) => one.field === field);
    const values = row?.values.map(({ value }) => value) ?? [];
    const found =
      row !== undefined && (!row.agree || new Set(values.map((value) => value === null)).size === 2);
    if (row !== undefined && gold === found) right += 1;
  }
  return { right, all: fields.length };
};

const add = (sum: Counts, one: Counts): void => {
  sum.right += one.right;
  sum.found += one.found;
  sum.gold += one.gold;
};
