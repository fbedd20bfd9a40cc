// Contacts and events on any jumble of the words they live on: no throw, spans in the text, actors that exist.
import fc from "fast-check";
import { expect, test } from "vitest";
import { toDocument } from "../src/import/document.ts";
import { loadLanguage } from "../src/language/language.ts";
import { read } from "../src/read.ts";

const language = loadLanguage();
const pieces =
  "Rubio|called|Lavrov|,|and|held talks with|the call|on Monday|“|”|said|visited|China|his|'s|met|No such meeting|by|video|to|in Paris|sanctions against|Russia|will|not|agreed to|send|.|President|pay|a|including|increasing|must|Iran must|\u{1F600}|(|letter|received|from|it|they|\n\n".split(
    "|",
  );

test("any jumble can be read, with and without a side", () => {
  const jumble = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(jumble, fc.boolean(), (words, sided) => {
      const document = toDocument(words.join(" "), {
        published: "2025-03-04",
        ...(sided && { side: "USA" }),
      });
      const { contacts, events, actors } = read(document, language);
      const points = contacts.flatMap(({ accounts }) => accounts.flatMap((account) => account.points));
      const spans = [
        ...contacts.flatMap(({ evidence, topics }) => [...evidence, ...topics]),
        ...points.flatMap(({ content }) => content),
        ...events.map(({ trigger }) => trigger),
      ];
      for (const { start, end } of spans)
        expect(start >= 0 && start < end && end <= document.text.length).toBe(true);
      const named = [
        ...contacts.flatMap(({ participants }) => participants.map(({ actor }) => actor)),
        ...events.flatMap((event) => [...event.actors, ...event.recipients]),
      ];
      for (const actor of named) expect(actors[actor]).toBeDefined();
    }),
    { numRuns: 150, seed: 7 },
  );
});
