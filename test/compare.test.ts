// Readouts of one contact -> what is linked, what is compared, and what is a copy.
import { describe, expect, test } from "vitest";
import { compareRecords } from "../src/compare/compare-records.ts";
import { toDocument } from "../src/import/document.ts";
import { loadLanguage } from "../src/language/language.ts";
import { linkContacts } from "../src/link/link-contacts.ts";
import { read } from "../src/read.ts";
import type { Record } from "../src/record/schema.ts";
import { toRecord } from "../src/record/to-record.ts";

const language = loadLanguage();
type Head = { side?: string; published: string; title?: string; publisher?: string };
const record = (text: string, head: Head): Record => toRecord(read(toDocument(text, head), language));

const serbia = record(
  "President of the Republic of Serbia Aleksandar Vučić talked today over the phone with High Representative of the European Union for Foreign Affairs and Security Policy Kaja Kallas.\n\nThe President stressed that Serbia will not impose sanctions on the Russian Federation. New reforms of the judiciary will begin in May.",
  { side: "SRB", published: "2026-07-14", title: "President Vučić talks to Kaja Kallas" },
);
const union = record(
  "High Representative Kaja Kallas spoke with Serbian President Aleksandar Vučić today.\n\nThe High Representative urged Serbia to impose sanctions on Russia. She underlined the importance of media freedom.",
  { side: "EUU", published: "2026-07-14", title: "High Representative Kallas speaks with President Vučić" },
);

describe("two readouts", () => {
  const { comparisons } = compareRecords([serbia, union], language.comparison);

  test("are one contact with two accounts", () => {
    expect(comparisons).toHaveLength(1);
    expect(comparisons[0]!.sides.map(({ side }) => side)).toEqual(["EU", "SRB"]);
  });

  test("contradict each other where one refuses what the other asks", () => {
    expect(comparisons[0]!.shared.map(({ topic, relation }) => [topic, relation])).toEqual([
      ["sanctions", "contrary"],
    ]);
  });

  test("tell in their own voice what nothing reports", () => {
    const points = comparisons[0]!.sides.flatMap(({ points }) => points);
    const reforms = points.find(({ content }) => content[0]!.text.startsWith("New reforms"));
    expect(reforms?.act).toBe("say");
  });

  test("agree on the facts that neither denies", () => {
    expect(comparisons[0]!.facts.every(({ agree }) => agree)).toBe(true);
  });
});

test("contradict each other by a denial, by opposite wishes, and by what one says was not discussed", () => {
  const [a, b] = [
    record(
      "Secretary Rubio spoke today with Brazilian Foreign Minister Vieira. He stressed that tariffs of 50 percent would remain in place until the courts stop their attacks. He raised the situation in Venezuela. He accused Brazil of helping drug cartels.",
      {
        side: "USA",
        published: "2025-10-09",
        title: "Secretary Rubio's Call with Brazilian Foreign Minister Vieira",
      },
    ),
    record(
      "Foreign Minister Mauro Vieira received today a telephone call from Secretary of State Marco Rubio. Vieira asked for the removal of the tariffs on Brazilian goods. He denied the accusation that Brazil helps drug cartels. The situation in Venezuela was not discussed.",
      { side: "BRA", published: "2025-10-09", title: "Telephone conversation with Secretary Rubio" },
    ),
  ];
  const [comparison] = compareRecords([a!, b!], language.comparison).comparisons;
  expect(comparison!.shared.map(({ relation }) => relation)).toEqual(["contrary", "contrary", "contrary"]);
});

test("in a report each side has its own word on who called and how long it was", () => {
  const report = record(
    "The office of Colombian President Gustavo Petro said in a statement that Petro had called Jose Raul Mulino on Tuesday night and that the two had talked for almost an hour. It said Mulino had agreed to suspend the boat transfers.\n\nPanamanian foreign minister Javier Martinez-Acha said the call had been requested by Panama and had lasted some 20 minutes. Mulino never agreed to suspend the transfers, he said.",
    { published: "2025-03-05" },
  );
  const [comparison] = compareRecords([report], language.comparison).comparisons;
  const said = (field: string) =>
    comparison!.facts.find((one) => one.field === field)!.values.map(({ value }) => value);
  expect(said("initiator")).toEqual(["COL", "PAN"]);
  expect(said("length")).toEqual(["almost an hour", "some 20 minutes"]);
});

describe("a copy", () => {
  const reprint = record(serbia.document.text, { published: "2026-07-16", publisher: "An agency" });
  const { groups, copies, reasons } = linkContacts([serbia, union, reprint], language.comparison.hours);

  test("is recognized, published two days later and without a side", () => {
    expect(copies.get(reprint.document.id)).toBe(serbia.document.id);
    expect(groups.filter((tellings) => tellings.length === 3)).toHaveLength(1);
    expect(reasons.some(({ because }) => because[0] === "one text, published again")).toBe(true);
  });

  test("makes no account of its own", () => {
    const [comparison] = compareRecords([reprint, union, serbia], language.comparison).comparisons;
    expect(comparison!.sides.every(({ documents }) => !documents.includes(reprint.document.id))).toBe(true);
    expect(comparison!.documents.find(({ id }) => id === reprint.document.id)?.copyOf).toBe(
      serbia.document.id,
    );
  });
});

test("a title announces what the sentences leave open", () => {
  const { contacts } = record(
    "At a press conference with Prime Minister Shinzo Abe of Japan after their talks at the palace on Wednesday, President Hassan Rouhani said that both sides oppose nuclear weapons.",
    { side: "IRN", published: "2019-06-12", title: "President Rouhani receives the Prime Minister of Japan" },
  );
  expect(contacts.map(({ channel, status, date }) => [channel, status, date])).toEqual([
    ["meeting", "held", "2019-06-12"],
  ]);
});

test("a readout goes on to another contact where it names somebody else", () => {
  const { contacts } = record(
    "Foreign Minister Penny Wong met with Foreign Minister Wang Yi of China in Bali today. She raised the trade blockages. The Minister also met Foreign Minister Retno Marsudi of Indonesia. They discussed fisheries.",
    { side: "AUS", published: "2022-07-08", title: "Meetings in Bali" },
  );
  const words = contacts.map(({ accounts }) =>
    accounts.flatMap(({ points }) => points.map(({ content }) => content[0]!.text)),
  );
  expect(words[0]!.some((text) => text.includes("fisheries"))).toBe(false);
  expect(words[1]!.some((text) => text.includes("fisheries"))).toBe(true);
});

describe("days", () => {
  const call = (side: string, published: string, text: string) => record(text, { side, published });
  const link = (...records: Record[]) =>
    linkContacts(records, language.comparison.hours).groups.filter((tellings) => tellings.length > 1);
  const monday = call(
    "USA",
    "2026-03-02",
    "Secretary of State Marco Rubio spoke today with Omani Foreign Minister Badr Albusaidi.",
  );
  const mondays = call(
    "OMN",
    "2026-03-02",
    "Foreign Minister Badr Albusaidi received a phone call on Monday from US Secretary of State Marco Rubio.",
  );
  const tuesday = call(
    "OMN",
    "2026-03-03",
    "Foreign Minister Badr Albusaidi had a phone call today with US Secretary of State Marco Rubio.",
  );

  test("a late call falls on the next day of the capital that is hours ahead", () => {
    expect(link(monday, tuesday)).toHaveLength(1);
  });

  test("but not where that capital tells of a call on each of the two", () => {
    const groups = link(monday, mondays, tuesday);
    expect(groups).toHaveLength(1);
    expect(groups[0]!.map(({ record: one }) => one.document.published)).toEqual(["2026-03-02", "2026-03-02"]);
  });

  test("two days named together are one meeting, and one date", () => {
    const [a, b] = [
      call(
        "CHE",
        "2026-03-05",
        "President Guy Parmelin met with President Alexander Stubb of Finland on March 4-5 in Bern.",
      ),
      call(
        "FIN",
        "2026-03-05",
        "President Alexander Stubb met with President Guy Parmelin of Switzerland in Bern on 5 March. Foreign Minister Elina Valtonen took part.",
      ),
    ];
    expect(link(a, b)).toHaveLength(1);
  });
});

describe("facts", () => {
  test("each side of a report has its own word on who asked for the call", () => {
    const report = record(
      "Peru's Foreign Minister Hugo de Zela spoke by phone on Friday with his Chilean counterpart, Francisco Pérez Mackenna, both ministries said.\n\nThe Peruvian Foreign Ministry said the call had been requested by Santiago. It said De Zela had urged Chile to open the border at Tacna.\n\nThe Chilean Foreign Ministry said Pérez Mackenna had received a call from De Zela. The minister had rejected any change of the rules on visas, according to the ministry.",
      { published: "2026-02-15", publisher: "A newspaper" },
    );
    const [comparison] = compareRecords([report], language.comparison).comparisons;
    const initiator = comparison!.facts.find(({ field }) => field === "initiator")!;
    expect(initiator.agree).toBe(false);
    expect(initiator.values.map(({ value }) => value)).toEqual(["PER", "CHL"]);
  });

  test("who else was in the room is told by one side only; lengths differ", () => {
    const b = record(
      "President Alexander Stubb met President Guy Parmelin of Switzerland in Bern today. Foreign Minister Elina Valtonen took part. The meeting lasted an hour. He thanked Switzerland for its help.",
      { side: "FIN", published: "2026-03-05" },
    );
    const more = record(
      "President Guy Parmelin met President Alexander Stubb of Finland in Bern today. The meeting lasted three hours. They discussed trade.",
      { side: "CHE", published: "2026-03-05" },
    );
    const [comparison] = compareRecords([more, b], language.comparison).comparisons;
    const agree = Object.fromEntries(comparison!.facts.map((fact) => [fact.field, fact.agree]));
    expect(agree).toMatchObject({ participants: false, length: false, date: true, channel: true });
  });
});
