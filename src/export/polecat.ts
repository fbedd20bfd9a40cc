// Record -> a POLECAT-shaped table, tab-separated: its 40 columns, one row an event, lists joined by semicolons.
import type { Record, RecordActor, RecordEvent } from "../record/schema.ts";
import { codeOf, scaleOf } from "./event-scale.ts";

/** The columns in their order. Those that Dragoman can't fill (coordinates, COW numbers) stay empty. */
export const polecatColumns = [
  "Event ID",
  "Event Date",
  "Event Type",
  "Event Mode",
  "Intensity",
  "Quad Code",
  "Contexts",
  "Actor Name",
  "Actor Country",
  "Actor COW",
  "Primary Actor Sector",
  "Actor Sectors",
  "Actor Title",
  "Actor Name Raw",
  "Wikipedia Actor ID",
  "Recipient Name",
  "Recipient Country",
  "Recipient COW",
  "Primary Recipient Sector",
  "Recipient Sectors",
  "Recipient Title",
  "Recipient Name Raw",
  "Wikipedia Recipient ID",
  "Placename",
  "City",
  "District",
  "Province",
  "Country",
  "Latitude",
  "Longitude",
  "GeoNames ID",
  "Raw Placename",
  "Feature Type",
  "Source",
  "Publication Date",
  "Story People",
  "Story Organizations",
  "Story Locations",
  "Language",
  "Version",
] as const;

/** The header and one row an event, without line ends. Tabs and line ends inside a cell become spaces. */
export const toPolecat = (records: readonly Record[]): string[] => [
  polecatColumns.join("\t"),
  ...records.flatMap((record) => record.events.map((event) => row(record, event))),
];

const row = (record: Record, event: RecordEvent): string => {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const list = (ids: readonly string[]) => ids.flatMap((id) => actors.get(id) ?? []);
  const names = (kind: RecordActor["kind"]) =>
    joined(record.actors.filter((actor) => actor.kind === kind).map(({ name }) => name));
  const scale = scaleOf(event.type);
  const cells: { readonly [column in (typeof polecatColumns)[number]]?: string } = {
    "Event ID": event.id,
    "Event Date": event.date ?? record.document.published ?? "",
    "Event Type": event.type,
    "Event Mode": event.mode ?? "",
    Intensity: scale ? scale.value.toFixed(1) : "",
    "Quad Code": scale?.name ?? "",
    Contexts: joined(event.factuality === "actual" ? event.contexts : [...event.contexts, event.factuality]),
    ...side("Actor", list(event.actors)),
    ...side("Recipient", list(event.recipients)),
    Placename: event.place?.text ?? "",
    "Raw Placename": event.place?.text ?? "",
    Source: record.document.publisher ?? "",
    "Publication Date": record.document.published ?? "",
    "Story People": names("person"),
    "Story Organizations": names("organization"),
    "Story Locations": names("state"),
    Language: record.document.language,
    Version: `dragoman ${record.dragoman.version}`,
  };
  return polecatColumns.map((column) => (cells[column] ?? "").replace(/[\t\r\n]+/g, " ")).join("\t");
};

const side = (role: "Actor" | "Recipient", actors: readonly RecordActor[]): { [column: string]: string } => {
  const codes = actors.map(codeOf);
  return {
    [`${role} Name`]: joined(actors.map(({ name }) => name)),
    [`${role} Country`]: joined(codes.map(({ country }) => country)),
    [`Primary ${role} Sector`]: joined(codes.flatMap(({ sectors }) => sectors.slice(0, 1))),
    [`${role} Sectors`]: joined(codes.flatMap(({ sectors }) => sectors)),
    [`${role} Title`]: joined(actors.flatMap(({ offices }) => offices.slice(0, 1).map(({ title }) => title))),
    [`${role} Name Raw`]: joined(
      actors.flatMap(({ mentions }) => mentions.slice(0, 1).map(({ text }) => text)),
    ),
    [`Wikipedia ${role} ID`]: joined(actors.flatMap(({ wikidata }) => wikidata ?? [])),
  };
};

const joined = (parts: readonly string[]): string =>
  [...new Set(parts.filter((part) => part !== ""))].join(";");
