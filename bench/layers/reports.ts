// Measures whole reports: which of the facts that a reader takes from each a reading of it has, by kind.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { toDocument } from "../../src/import/document.ts";
import { loadLanguage } from "../../src/language/language.ts";
import type { Reading } from "../../src/model/reading.ts";
import { read } from "../../src/read.ts";
import type { Figure, Measure } from "../figure.ts";
import { type Fact, hasFact } from "../scorers/facts.ts";

/** Folders of reports or single NAME.facts.json; the dev half where none is named. */
export const measure: Measure = ({ data }) => {
  const language = loadLanguage();
  const given = data.length > 0 ? data : [join(import.meta.dirname, "..", "corpora", "reports", "dev")];
  return given.flatMap((path) => {
    const tally = new Map<string, { right: number; all: number }>();
    for (const file of filesOf(path)) {
      const { facts } = JSON.parse(readFileSync(file, "utf8")) as { facts: Fact[] };
      const raw = readFileSync(file.replace(".facts.json", ".txt"), "utf8");
      const reading = read(toDocument(raw), language);
      const missed = facts.filter((fact) => {
        const one = tally.get(fact.kind) ?? { right: 0, all: 0 };
        const right = hasFact(reading, fact);
        tally.set(fact.kind, { right: one.right + (right ? 1 : 0), all: one.all + 1 });
        return !right;
      });
      if (process.env.DRAGOMAN_SHOW) show(file, reading, missed);
    }
    return [...tally].sort().flatMap(([kind, { right, all }]): Figure[] => [
      { layer: "reports", data: basename(path), figure: kind, value: (100 * right) / all },
      { layer: "reports", data: basename(path), figure: `${kind}, number`, value: all },
    ]);
  });
};

const filesOf = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith(".facts.json"))
        .sort()
        .map((name) => join(path, name))
    : [path];

/** What is missed of a report, and its contacts as they were found. DRAGOMAN_SHOW may name the kinds to show. */
const show = (file: string, reading: Reading, missed: readonly Fact[]): void => {
  const kinds = process.env.DRAGOMAN_SHOW!.split(",");
  const shown = missed.filter(({ kind }) => kinds.includes("all") || kinds.includes(kind));
  if (shown.length === 0) return;
  console.log(`# ${basename(file, ".facts.json")} ${reading.document.published}`);
  for (const fact of shown) console.log(`   missed ${JSON.stringify(fact)}`);
  for (const { index, channel, status, date, place, participants, accounts, evidence } of reading.contacts) {
    const names = participants.map(
      ({ actor, side, role }) => `${reading.actors[actor]!.name} ${side ?? "?"}${role ? ` ${role}` : ""}`,
    );
    const at = place ? ` at ${reading.document.text.slice(place.start, place.end)}` : "";
    const told = evidence.map(({ start, end }) => reading.document.text.slice(start, end));
    console.log(
      `   ${index} ${channel} ${status} ${date ?? "-"}${at} ${names.join("; ")} | ${told.join("; ")} | ${accounts.map(({ side, points }) => `${side} ${points.length}`).join(", ")}`,
    );
  }
};
