// The register resolves every office by date, handover days included; its validator names file and line; actors stay consistent.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toDocument } from "../src/import/document.ts";
import type { Holding } from "../src/language/holders.ts";
import { overlappingTerms, parseRegister } from "../src/language/holders.ts";
import { loadLanguage } from "../src/language/language.ts";
import {
  filed,
  holdersColumns,
  holdersFile,
  peopleColumns,
  peopleFile,
} from "../src/language/register-files.ts";
import { read } from "../src/read.ts";
import { resolveActors } from "../src/stages/actors/resolve-actors.ts";
import { holderOn, termsOn } from "../src/stages/actors/terms.ts";

const language = loadLanguage();
const { register, stateByCode } = language.actors;
const next = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const whole = (term: Holding): boolean =>
  term.from.length === 10 && (term.to === "" || term.to.length === 10);

describe("the register", () => {
  test("covers 60 states and more with a head of state or government and a foreign minister", () => {
    const have = (pattern: RegExp) =>
      new Set(
        [...register.byOffice.values()]
          .flat()
          .filter((one) => pattern.test(one.office))
          .map((one) => one.of),
      );
    const heads = have(/^(?:president|prime minister|chancellor|king|emir|leader)$/);
    const ministers = have(/^(?:foreign minister|secretary of state)$/);
    expect([...heads].filter((of) => stateByCode.has(of) && ministers.has(of)).length).toBeGreaterThanOrEqual(
      60,
    );
  });

  test("no two hold one office at a time, but where several do by nature", () => {
    const pairs = overlappingTerms(register);
    expect(pairs.map(([a, b]) => `${a.of} ${a.office}: ${a.person} ${a.to} / ${b.person} ${b.from}`)).toEqual(
      [],
    );
  });

  test("each office gives its holder on the day after the handover and no guess on the day itself", () => {
    const wrong: string[] = [];
    for (const [key, terms] of register.byOffice)
      for (const term of terms) {
        if (!whole(term) || /spokesperson/.test(term.office)) continue;
        const day = next(term.from);
        const holders = new Set(termsOn(language.actors, term.of, term.office, day).map((one) => one.person));
        const found = holderOn(language.actors, term.of, term.office, day)?.name;
        if (holders.size === 1 && found !== term.person)
          wrong.push(`${key} ${day}: ${found}, not ${term.person}`);
        const both = new Set(
          termsOn(language.actors, term.of, term.office, term.from).map((one) => one.person),
        );
        if (both.size > 1 && holderOn(language.actors, term.of, term.office, term.from))
          wrong.push(`${key} ${term.from}: a guess between ${[...both].join(" and ")}`);
      }
    expect(wrong).toEqual([]);
  });
});

describe("titles alone", () => {
  const { organizationByCode, states } = language.actors;
  /** "The Czech president", "The president of the Republic of the Congo", "The NATO secretary-general". */
  const phraseOf = (of: string, office: string): string => {
    const adjective = stateByCode.get(of)?.adjectives[0];
    const shared = states.filter((one) => adjective && one.adjectives.includes(adjective)).length > 1;
    const one = organizationByCode.get(of);
    if (adjective && !shared) return `The ${adjective} ${office} spoke on the telephone.`;
    if (one) return `The ${one.names[0] ?? one.name} ${office} spoke on the telephone.`;
    return `The ${office} of ${stateByCode.get(of)!.name} spoke on the telephone.`;
  };
  const shift = (day: string, days: number): string =>
    new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const days = (term: Holding): string[] =>
    [term.from, next(term.from), ...(term.to === "" ? [] : [shift(term.to, -1), term.to])].filter(
      (day) => day >= term.from,
    );
  const offices = [...register.byOffice];

  test(`every office resolves by the document's date, and nobody is guessed on a handover (${offices.length} offices)`, () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const [, terms] of offices) {
      const { of, office } = terms[0]!;
      if (office.startsWith("deputy ")) continue;
      const text = phraseOf(of, office);
      const reading = read(toDocument(text), language);
      for (const term of terms.filter(whole))
        for (const day of days(term)) {
          asked += 1;
          const actors = resolveActors(
            { ...reading.document, published: day },
            reading.sentences,
            reading.quotations,
            reading.words,
            reading.mentions,
            language.actors,
          );
          const found = actors.find((actor) => actor.kind === "person");
          const there = new Set(termsOn(language.actors, of, office, day).map((one) => one.person));
          const expected = there.size === 1 ? [...there][0] : undefined;
          const name = found?.offices.some((one) => one.from !== undefined) ? found.name : undefined;
          if (name !== expected) wrong.push(`${text} ${day}: ${name}, not ${expected}`);
        }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(3000);
  });
});

describe("the validator", () => {
  const people = "person\tgender\twikidata\tfamily\tnames\nJan Novak\tm\tQ1\t\t\n";
  const head = "person\toffice\tof\tfrom\tto\n";
  const codes = new Set(["CZE"]);
  const parse =
    (rows: string, of = people) =>
    () =>
      parseRegister(
        filed(of, peopleFile, peopleColumns),
        filed(head + rows, holdersFile, holdersColumns),
        codes,
      );
  test("takes a good row", () => {
    const good = parse("Jan Novak\tpresident\tCZE\t2020-01-01\t\n")();
    expect(good.byOffice.get("CZE president")?.[0]?.person).toBe("Jan Novak");
  });
  test("names file and line", () => {
    expect(parse("Jan Novak\tpresident\tCZE\tyesterday\t\n")).toThrow(/holders\.tsv:2: dates "yesterday"/);
    expect(parse("Jan Novak\tpresident\tXXX\t2020-01-01\t\n")).toThrow(/holders\.tsv:2: of "XXX"/);
    expect(parse("Jan Novak\tpresident\tCZE\t2020-01-01\t2019-01-01\n")).toThrow(
      /ends \(2019-01-01\) before/,
    );
    expect(parse("Eva Nova\tpresident\tCZE\t2020-01-01\t\n")).toThrow(/not in people\.tsv|holds no office/);
    expect(parse("Jan Novak\tpresident\tCZE\t2020-01-01\t\n", people.replace("Q1", "one"))).toThrow(
      /people\.tsv:2: wikidata "one"/,
    );
  });
});

describe("any text", () => {
  const parts = fc.constantFrom(
    "the",
    "Czech",
    "president",
    "Kyiv",
    "Jan",
    "Novak",
    ",",
    "his",
    "counterpart",
    "U.S.",
    "-",
    "and",
    "'s",
    "“I",
    "said",
    ".",
    "ministers",
    "both",
    "sides",
    "of",
    "Ministry of Defence",
    "former",
    "\n\n",
    "she",
    "they",
    "NATO",
    "(",
    "élu",
    "😀",
  );
  test("every mention lies in the text, every actor has mentions, the same text gives the same actors", () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (words) => {
        const document = toDocument(words.join(" "), { published: "2024-05-05" });
        const reading = read(document, language);
        for (const mention of reading.mentions) {
          expect(mention.start).toBeLessThan(mention.end);
          expect(mention.end).toBeLessThanOrEqual(document.text.length);
          expect(reading.mentions[mention.index]).toBe(mention);
        }
        for (const actor of reading.actors) {
          expect(actor.mentions.length).toBeGreaterThan(0);
          for (const index of actor.mentions) expect(reading.mentions[index]).toBeDefined();
        }
        expect(read(document, language).actors).toEqual(reading.actors);
      }),
      { numRuns: 60 },
    );
  });
});
