// Texts that are no articles: readouts in points, transcripts, headlines, tables, quotations that lost a mark, letters.
import { describe, expect, test } from "vitest";
import { loadLanguage, type Record, read, toDocument, toRecord } from "../src/index.ts";

const language = loadLanguage();
const recordOf = (text: string, published?: string): Record =>
  toRecord(read(toDocument(text, published ? { published } : {}), language));
const namesOf = (record: Record): string[] => record.actors.map(({ name }) => name);

describe("odd texts", () => {
  test("a table parts names from places", () => {
    const record = recordOf(
      "Date\tWho\tWhere\n2024-05-14\tBlinken / Zelensky\tKyiv\n2024-05-16\tPutin / Xi\tBeijing\n\n| Sergei Lavrov | Foreign Minister | Russia |",
      "2024-05-20",
    );
    expect(namesOf(record)).toEqual(expect.arrayContaining(["Zelensky", "Sergei Lavrov", "Russia"]));
    expect(namesOf(record).join()).not.toMatch(/Kyiv|Beijing|\||\t/);
    expect(record.statements).toEqual([]);
  });

  test("another language beside English gives no longer names", () => {
    const record = recordOf(
      "Secretary Blinken met President Zelenskyy in Kyiv today.\n\nLe secrétaire d'Etat a rencontré le président Zelensky mardi à Kiev. Стороны обсудили помощь.",
      "2024-05-14",
    );
    expect(record.contacts).toHaveLength(1);
    expect(namesOf(record).join()).not.toMatch(/mardi/);
  });

  test("turns of a transcript stay whole", () => {
    const record = recordOf(
      "Q: Minister, you spoke with Mr. Lavrov. What did he say?\n\nA: He told me that Russia was ready for talks.\n\nQ (Reuters): Will you meet him?\n\nA: I don't rule it out.",
    );
    const said = record.statements.map(({ content }) => content.map(({ text }) => text).join(" … "));
    expect(said.some((text) => text.startsWith("Will you meet him"))).toBe(true);
    expect(said.some((text) => text.startsWith("I don't rule it out"))).toBe(true);
  });

  test("a letter's header gives the day", () => {
    const record = recordOf(
      "From: press@mfa.example\nTo: list@example.org\nSubject: Call\nDate: Tue, 14 May 2024 10:00:00 +0000\n\nMinister Fidan had a phone call with Minister Dendias of Greece today.",
    );
    expect(record.contacts.map(({ date }) => date)).toEqual(["2024-05-14"]);
  });

  test("a page's furniture asserts nothing", () => {
    const record = recordOf(
      "Home > News > World\nShare on Facebook | Tweet | Print\nBy JANE DOE and JOHN SMITH, Associated Press\n\nWASHINGTON (AP) — President Joe Biden spoke Tuesday with Chinese President Xi Jinping, the White House said.\n\nSign up for our newsletter\n© 2024 The Associated Press. All rights reserved.",
      "2024-05-14",
    );
    expect(record.contacts).toHaveLength(1);
    expect(record.statements).toHaveLength(1);
    expect(record.statements[0]!.content[0]!.text).toBe(
      "President Joe Biden spoke Tuesday with Chinese President Xi Jinping",
    );
  });

  test("quotations without their closing mark end before who said them", () => {
    const record = recordOf(
      "“We met yesterday, said Blinken.\n\n“It was a good talk, he added. Lavrov left.",
      "2024-05-14",
    );
    for (const { content } of record.statements)
      expect(content.map(({ text }) => text).join(" ")).not.toMatch(/said Blinken|he added|Lavrov left/);
  });
});
