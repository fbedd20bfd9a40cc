// Turns contacts-*.txt into texts with their contacts (`@` lines) and, where tagged so, their events (`*` lines).
import type { Channel, ContactStatus } from "../../src/model/contact.ts";
import type { Factuality, PloverType } from "../../src/model/event.ts";
import type { Span } from "../../src/model/span.ts";
import { type Block, CorpusError, type GoldLine, isDate, readBlocks } from "./blocks.ts";
import { locate } from "./pieces.ts";

const channels: readonly Channel[] = ["call", "video", "meeting", "visit", "letter", "message", "other"];
const statuses: readonly ContactStatus[] = ["held", "planned", "cancelled", "denied"];
const factualities: readonly Factuality[] = ["actual", "future", "hypothetical", "negated", "historical"];
const types = (
  "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION " +
  "MOBILIZE COERCE ASSAULT"
).split(" ") as readonly PloverType[];
const organizations =
  "UN EU NATO AU ECOWAS ASEAN OSCE IAEA GCC OPEC ICC IMF WHO ARAB-LEAGUE OAS CARICOM SADC IGAD".split(" ");

/** A party as the text names it; `side` is its state's ISO alpha-3 code or an organization's short name. */
export type Party = { readonly name: string; readonly span: Span; readonly side?: string };

/** One gold contact. Spans are UTF-16 offsets; `date` is an ISO day, month or year, or two with `/` between. */
export type GoldContact = {
  readonly line: number;
  readonly channel: Channel;
  readonly status: ContactStatus;
  readonly participants: readonly Party[];
  /** What names it in the text, one span a mention. */
  readonly mentions: readonly Span[];
  readonly date?: string;
  readonly place?: Span;
  /** Names of participants. */
  readonly initiator: readonly string[];
  readonly host: readonly string[];
  readonly guest: readonly string[];
  /** Who asserts it, where it is no more than a source's word. */
  readonly by?: Span;
  readonly postponed: boolean;
  /** Right to find, no fault to miss. */
  readonly optional: boolean;
};

/** One gold event. Without recipients the deed has none; `mutual` ones hold between all actors. */
export type GoldEvent = {
  readonly line: number;
  readonly type: PloverType;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly mutual: boolean;
  readonly factuality: Factuality;
  readonly trigger: Span;
};

/** One text. `events` is undefined where nobody has annotated them. */
export type ContactText = {
  readonly id: string;
  readonly tags: readonly string[];
  readonly date: string;
  readonly header: Block["header"];
  readonly text: string;
  readonly contacts: readonly GoldContact[];
  readonly events?: readonly GoldEvent[];
};

type Place = { readonly file: string; readonly text: string; readonly gold: GoldLine };

/** Reads a file of contacts. Throws a `CorpusError` that names file and line. */
export const readContacts = (file: string): ContactText[] =>
  readBlocks(file, "@*").map(({ id, tags, date, header, text, gold }) => {
    const of = (mark: string) => gold.filter((line) => line.text.startsWith(mark));
    if (of("*").length > 0 && !tags.includes("events"))
      throw new CorpusError(file, of("*")[0]!.line, `${id} has events but not the tag \`events\``);
    const contacts = of("@").map((line) => readContact({ file, text, gold: line }));
    const events = of("*").map((line) => readEvent({ file, text, gold: line }));
    return { id, tags, date, header, text, contacts, ...(tags.includes("events") ? { events } : {}) };
  });

const fail = ({ file, gold }: Place, message: string): never => {
  throw new CorpusError(file, gold.line, message);
};

const find = (place: Place, piece: string, near?: readonly Span[]): Span => {
  const found = locate(place.text, piece, [{ start: 0, end: place.text.length }], near);
  return typeof found === "string" ? fail(place, found) : found;
};

const one = <T extends string>(place: Place, value: string, list: readonly T[]): T =>
  list.find((entry) => entry === value) ?? fail(place, `"${value}" is none of ${list.join(", ")}`);

const readParties = (place: Place, list: string): Party[] =>
  list.split("; ").map((party) => {
    const [, name = "", side] = /^(.*?)(?: \(([A-Z-]+)\))?$/.exec(party.trim()) ?? [];
    if (side !== undefined && side.length !== 3 && !organizations.includes(side))
      fail(place, `"${side}" is neither an ISO alpha-3 code nor one of ${organizations.join(", ")}`);
    const span = find(place, name, [{ start: 0, end: 0 }]);
    return { name: place.text.slice(span.start, span.end), span, ...(side === undefined ? {} : { side }) };
  });

const readFields = (
  place: Place,
  fields: readonly string[],
  known: readonly string[],
): Map<string, string> => {
  const values = new Map<string, string>();
  for (const field of fields) {
    const [, key = "", value = ""] = /^(\S+)\s*(.*)$/.exec(field) ?? [];
    const bare = key === "postponed" || key === "optional";
    if (!known.includes(key) || values.has(key) || bare !== (value === ""))
      fail(place, `"${field}" is no field here, has no value, or stands twice`);
    values.set(key, value);
  }
  return values;
};

const readContact = (place: Place): GoldContact => {
  const [head = "", parties = "", ...fields] = place.gold.text
    .slice(1)
    .split(" | ")
    .map((part) => part.trim());
  const [channel = "", status = ""] = head.split(" ");
  const participants = readParties(place, parties);
  if (participants.length < 2) fail(place, "a contact has two participants or more");
  const known = ["as", "date", "place", "initiator", "host", "guest", "by", "postponed", "optional"];
  const values = readFields(place, fields, known);
  const date = values.get("date");
  if (date !== undefined && (date.split("/").length > 2 || !date.split("/").every(isDate)))
    fail(place, `"${date}" is no date`);
  const mentions = (values.get("as") ?? fail(place, "no `as` field: the words that name the contact"))
    .split("; ")
    .map((piece) => find(place, piece));
  const role = (key: string): string[] =>
    (values.get(key)?.split("; ") ?? []).map((name) =>
      participants.some((party) => party.name === name)
        ? name
        : fail(place, `${key} "${name}" does not take part`),
    );
  const words = (key: string) => (values.has(key) ? { [key]: find(place, values.get(key)!, mentions) } : {});
  return {
    line: place.gold.line,
    channel: one(place, channel, channels),
    status: one(place, status, statuses),
    participants,
    mentions,
    ...(date === undefined ? {} : { date }),
    ...words("place"),
    initiator: role("initiator"),
    host: role("host"),
    guest: role("guest"),
    ...words("by"),
    postponed: values.has("postponed"),
    optional: values.has("optional"),
  };
};

const readEvent = (place: Place): GoldEvent => {
  const parts = place.gold.text
    .slice(1)
    .split(" | ")
    .map((part) => part.trim());
  const [type = "", actors = "", recipients = "", factuality = "", trigger = ""] = parts;
  if (parts.length !== 5) fail(place, "expected `* TYPE | actors | recipients | factuality | trigger`");
  const parties = (list: string) => (list === "-" || list === "=" ? [] : readParties(place, list));
  return {
    line: place.gold.line,
    type: one(place, type, types),
    actors: parties(actors),
    recipients: parties(recipients),
    mutual: recipients === "=",
    factuality: one(place, factuality, factualities),
    trigger: find(
      place,
      trigger,
      parties(actors).map((party) => party.span),
    ),
  };
};
