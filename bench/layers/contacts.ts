// Measures contacts: our own corpus, re3d's "communicated with" pairs, and false alarms on texts that have none.
import { basename } from "node:path";
import { toDocument } from "../../src/import/document.ts";
import { type Language, loadLanguage } from "../../src/language/language.ts";
import type { Reading } from "../../src/model/reading.ts";
import { overlaps, type Span } from "../../src/model/span.ts";
import { read } from "../../src/read.ts";
import { type ContactText, readContacts } from "../corpora/read-contacts.ts";
import { corpus, readLines, toUnits } from "../data.ts";
import { type Figure, figureOn, type Measure, share } from "../figure.ts";
import { alarmTexts } from "../quiet.ts";
import { fScore, type Judged, type Tally, tally } from "../scorers/contacts.ts";

export const measure: Measure = ({ data }) => {
  const language = loadLanguage();
  if (data.length === 0)
    return [
      ...measureOwn(`${import.meta.dirname}/../corpora/contacts-dev.txt`, language),
      ...measureOwn(`${import.meta.dirname}/../corpora/contacts-whole-dev.txt`, language),
      ...measurePairs(corpus("entities/re3d-dev.jsonl"), language),
      ...measureAlarms(language),
    ];
  return data.flatMap((file) =>
    file.endsWith(".jsonl") ? measurePairs(file, language) : measureOwn(file, language),
  );
};

const measureOwn = (path: string, language: Language): Figure[] => {
  const sum = { found: 0, matched: 0, paired: 0, gold: 0, hit: 0, dated: 0, dateRight: 0, statusRight: 0 };
  for (const text of readContacts(path)) {
    const reading = read(toDocument(text.text, { ...text.header, published: text.date }), language);
    const found = reading.contacts.map((contact) => judged(reading, contact));
    const one = tally(found, goldOf(text));
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += one[key];
    if (process.env.DRAGOMAN_SHOW) show(text, reading, found, one);
  }
  const figure = figureOn("contacts", basename(path));
  return [
    figure("precision", share(sum.matched, sum.found)),
    figure("recall", share(sum.hit, sum.gold)),
    figure("date", share(sum.dateRight, sum.dated)),
    figure("status", share(sum.statusRight, sum.paired)),
  ];
};

const judged = (reading: Reading, contact: Reading["contacts"][number]): Judged => ({
  channel: contact.channel,
  status: contact.status,
  partakers: [
    ...contact.participants.map(({ actor, side }) => ({
      spans: reading.actors[actor]!.mentions.map((mention) => reading.mentions[mention]!),
      ...(side && { side }),
    })),
    ...(contact.channel === "visit" && contact.place?.country
      ? [{ spans: [contact.place], side: contact.place.country }]
      : []),
  ],
  mentions: contact.evidence,
  ...(contact.date && { date: contact.date }),
});

const goldOf = (text: ContactText): Judged[] =>
  text.contacts.map((contact) => ({
    channel: contact.channel,
    status: contact.status,
    partakers: contact.participants.map(({ span, side }) => ({ spans: [span], ...(side && { side }) })),
    mentions: contact.mentions,
    optional: contact.optional,
    ...(contact.date && { date: contact.date }),
  }));

const show = (text: ContactText, reading: Reading, found: readonly Judged[], one: Tally): void => {
  const right =
    one.matched === one.found &&
    one.hit === one.gold &&
    one.dateRight === one.dated &&
    one.statusRight === one.paired;
  if (right) return;
  const names = ({ participants }: Reading["contacts"][number]) =>
    participants
      .map(
        ({ actor, side, role }) => `${reading.actors[actor]!.name} ${side ?? "?"}${role ? ` ${role}` : ""}`,
      )
      .join("; ");
  console.log(`# ${text.id} ${text.date} ${text.text}`);
  for (const gold of text.contacts)
    console.log(
      `   gold  ${gold.channel} ${gold.status} ${gold.participants.map(({ name, side }) => `${name} ${side ?? "?"}`).join("; ")} ${gold.date ?? "-"}${gold.optional ? " optional" : ""} | ${gold.mentions.map((span) => text.text.slice(span.start, span.end)).join("; ")}`,
    );
  found.forEach((contact, index) => {
    console.log(
      `   found ${contact.channel} ${contact.status} ${names(reading.contacts[index]!)} ${contact.date ?? "-"} | ${contact.mentions.map((span) => text.text.slice(span.start, span.end)).join("; ")}`,
    );
  });
};

type Row = {
  readonly text: string;
  readonly title: string;
  readonly source: string;
  readonly relations: readonly {
    readonly type: string;
    readonly source: [number, number];
    readonly target: [number, number];
  }[];
};

/** Whose account a publisher's texts are. */
const sides: { readonly [source: string]: string } = {
  "UK Government": "GBR",
  CENTCOM: "USA",
  "US State Department": "USA",
  "Australian Department of Foreign Affairs": "AUS",
  "Delegation of the European Union to Syria": "EUU",
};

/**
 * Pairs that communicate, as contacts or as statements with an addressee. A pair is asked for once, not once each way;
 * a text is read with its title and publisher; of several found pairs that stand for one (a minister and a list of
 * ministers) one counts, and pairs within one of the two phrases are neither right nor wrong.
 */
const measurePairs = (path: string, language: Language): Figure[] => {
  let right = 0;
  let found = 0;
  let gold = 0;
  let hit = 0;
  for (const row of readLines<Row>(path)) {
    const side = sides[row.source];
    const header = { title: row.title, publisher: row.source, ...(side && { side }) };
    const reading = read(toDocument(row.text, header), language);
    const unit = toUnits(row.text);
    const span = ([start, end]: [number, number]): Span => ({ start: unit(start), end: unit(end) });
    const wanted = [
      ...new Map(
        row.relations
          .filter(({ type, source, target }) => type === "CommWith" && source[0] !== target[0])
          .map(({ source, target }) => [[source, target].sort(([a], [b]) => a - b), source, target] as const)
          .map(([key, source, target]) => [key.join(), [span(source), span(target)] as const]),
      ).values(),
    ];
    const all = pairsOf(reading);
    const names = (actor: number, at: Span) =>
      reading.actors[actor]!.mentions.some((mention) => overlaps(reading.mentions[mention]!, at));
    const fits = ([a, b]: readonly [number, number], [source, target]: readonly [Span, Span]) =>
      (names(a, source) && names(b, target)) || (names(b, source) && names(a, target));
    const pairs = all.filter(
      ([a, b]) => !wanted.some((ends) => ends.some((end) => names(a, end) && names(b, end))),
    );
    const groups = new Set(
      pairs.map((pair) => {
        const at = wanted.findIndex((one) => fits(pair, one));
        return at < 0 ? pair.join() : `gold ${at}`;
      }),
    );
    found += groups.size;
    right += [...groups].filter((group) => group.startsWith("gold")).length;
    gold += wanted.length;
    hit += wanted.filter((one) => pairs.some((pair) => fits(pair, one))).length;
  }
  const figure = figureOn("contacts", basename(path));
  const precision = share(right, found);
  const recall = share(hit, gold);
  return [
    figure("pairs precision", precision),
    figure("pairs recall", recall),
    figure(
      "pairs F1",
      fScore(precision, precision, precision) === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    ),
  ];
};

const pairsOf = ({ contacts, statements }: Reading): (readonly [number, number])[] => {
  const pairs = new Map<string, readonly [number, number]>();
  const add = (a: number, b: number) => {
    if (a !== b) pairs.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b]);
  };
  for (const { participants } of contacts)
    for (const a of participants) for (const b of participants) add(a.actor, b.actor);
  for (const { speakers, addressees } of statements)
    for (const a of speakers) for (const b of addressees) add(a, b);
  return [...pairs.values()];
};

/** Contacts and events on sports, film and business: there is nothing to find but the odd mention of a state. */
const measureAlarms = (language: Language): Figure[] => {
  let contacts = 0;
  let events = 0;
  let words = 0;
  for (const text of alarmTexts()) {
    const reading = read(toDocument(text), language);
    contacts += reading.contacts.length;
    events += reading.events.length;
    words += reading.words.length;
    if (process.env.DRAGOMAN_SHOW)
      for (const { trigger, type, actors, recipients } of [...reading.events])
        console.log(
          `   alarm ${type} ${[...actors, ...recipients].map((one) => reading.actors[one]!.name).join("; ")} | ${text.slice(Math.max(0, trigger.start - 60), trigger.end + 60).replace(/\n/g, " ")}`,
        );
  }
  const figure = figureOn("contacts", "sports, film, business");
  return [
    figure("contacts", contacts),
    figure("events per 1,000 words", words === 0 ? 0 : (1000 * events) / words),
  ];
};
