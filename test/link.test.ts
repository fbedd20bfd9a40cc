// Records -> which tellings are of one contact: people told of by their office, visits and their meetings, days that differ.
import { describe, expect, test } from "vitest";
import { compareRecords } from "../src/compare/compare-records.ts";
import { toDocument } from "../src/import/document.ts";
import { loadLanguage } from "../src/language/language.ts";
import { linkContacts } from "../src/link/link-contacts.ts";
import { read } from "../src/read.ts";
import type { Record } from "../src/record/schema.ts";
import { toRecord } from "../src/record/to-record.ts";

const language = loadLanguage();
const { hours } = language.comparison;
const record = (side: string, published: string, text: string): Record =>
  toRecord(read(toDocument(text, { side, published }), language));

/** Documents in groups of two or more, by their place among the given. */
const linked = (...records: Record[]): number[][] =>
  linkContacts(records, hours)
    .groups.map((group) => [
      ...new Set(
        group.map((one) => records.findIndex(({ document }) => document.id === one.record.document.id)),
      ),
    ])
    .map((group) => group.sort())
    .filter((group) => group.length > 1);

describe("people", () => {
  test("one known by the other's office only is no other person", () => {
    const russia = record(
      "RUS",
      "2025-06-24",
      "Vladimir Putin had a telephone conversation with President of Iran Masoud Pezeshkian. The leaders discussed trade.",
    );
    const iran = record(
      "IRN",
      "2025-06-24",
      "In a telephone conversation with his Russian counterpart on Tuesday, President Masoud Pezeshkian thanked Moscow.",
    );
    expect(linked(russia, iran)).toEqual([[0, 1]]);
  });

  test("names that sound alike in one office are one person's", () => {
    const greece = record(
      "GRC",
      "2025-07-15",
      "Minister of Foreign Affairs George Gerapetritis met today, in Tripoli, with the Prime Minister of Libya, Abdul Hamid Dbeibah.",
    );
    const libya = record(
      "LBY",
      "2025-07-15",
      "The Prime Minister of Libya, Abdulhamid Al-Dabaiba, received today the Greek Foreign Minister, Giorgos Gerapetritis.",
    );
    expect(linked(greece, libya)).toEqual([[0, 1]]);
  });

  test("an article joined to a family name, and a father's name", () => {
    const britain = record(
      "GBR",
      "2025-06-12",
      "The Foreign Secretary David Lammy spoke to Omani Foreign Minister Badr Albusaidi this afternoon.",
    );
    const oman = record(
      "OMN",
      "2025-06-13",
      "His Excellency Sayyid Badr bin Hamad al Busaidi, Foreign Minister, received a telephone call yesterday from the Rt Hon David Lammy, Secretary of State for Foreign Affairs of the United Kingdom.",
    );
    expect(linked(britain, oman)).toEqual([[0, 1]]);
  });

  test("who is met among others has talks of his own", () => {
    const nato = record(
      "NATO",
      "2024-11-25",
      "On Monday, NATO Secretary General Mark Rutte visited Ankara, where he met with the President of Türkiye, Recep Tayyip Erdoğan, Minister of Foreign Affairs Hakan Fidan and Minister of National Defence Yaşar Güler.",
    );
    const president = record(
      "TUR",
      "2024-11-25",
      "President Recep Tayyip Erdoğan received NATO Secretary General Mark Rutte at the Presidential Complex.",
    );
    const minister = record(
      "TUR",
      "2024-11-25",
      "Minister of National Defence Yaşar Güler received NATO Secretary General Mark Rutte at the Ministry.",
    );
    expect(linked(nato, president, minister)).toEqual([[0, 1]]);
  });
});

describe("days", () => {
  const fiji = (published: string) =>
    record(
      "FJI",
      published,
      "Prime Minister Sitiveni Rabuka met the Minister of Foreign Affairs of New Zealand, Winston Peters, in Suva today. They discussed labour mobility.",
    );
  const zealand = (published: string) =>
    record(
      "NZL",
      published,
      "Foreign Minister Winston Peters met Prime Minister Sitiveni Rabuka of Fiji in Suva today. They discussed fisheries.",
    );

  test("one meeting in one place that two sides put a day apart is a contradiction", () => {
    const records = [zealand("2025-06-17"), fiji("2025-06-16")];
    expect(linked(...records)).toEqual([[0, 1]]);
    const [comparison] = compareRecords(records, language.comparison).comparisons;
    expect(comparison?.facts.find(({ field }) => field === "date")?.agree).toBe(false);
  });

  test("two days of talks that one side tells of are two meetings", () => {
    const records = [zealand("2025-06-17"), fiji("2025-06-16"), zealand("2025-06-16")];
    expect(linked(...records)).toEqual([[1, 2]]);
  });
});

test("a text's visit and its meeting make one comparison", () => {
  const germany = record(
    "DEU",
    "2025-05-07",
    "Foreign Minister Johann Wadephul travelled to Warsaw on Wednesday, where he met with his Polish counterpart Radosław Sikorski. He underlined the importance of trade.",
  );
  const poland = record(
    "POL",
    "2025-05-07",
    "Minister Radosław Sikorski received in Warsaw today the Foreign Minister of Germany, Johann Wadephul. Minister Sikorski stressed that trade must grow.",
  );
  const { comparisons } = compareRecords([germany, poland], language.comparison);
  expect(comparisons).toHaveLength(1);
  expect(comparisons[0]!.sides.map(({ side }) => side)).toEqual(["DEU", "POL"]);
});
