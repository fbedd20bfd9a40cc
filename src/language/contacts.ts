// What language/en/contacts holds, read once: the words that tell of contacts, and what marks their channel.
import type { Channel, Role } from "../model/contact.ts";
import { LanguageError } from "./error.ts";
import { formsOf } from "./forms.ts";
import { type Governors, loadGovernors } from "./governors.ts";
import { type Label, loadLabels } from "./labels.ts";
import { loadPlaceNames, type Places } from "./places.ts";
import { cellList, readTable } from "./table.ts";

/**
 * `loose`: the channel may turn out to be another; `weak`: counts only with the other side named; `placed`: only of people
 * of two sides, with the place named.
 */
export type ContactKind = "exact" | "loose" | "weak" | "placed";

/** One row of words.tsv. `with`: `obj` or prepositions whose phrase names the other side. */
export type ContactWord = {
  readonly rule: string;
  readonly words: readonly string[];
  readonly verb: boolean;
  readonly channel: Channel;
  readonly with: readonly string[];
  readonly subject?: Role;
  readonly other?: Role;
  readonly kind: ContactKind;
  readonly example: string;
};

/** One verb of outcomes.tsv: whether both sides or the contact itself is its subject, and the objects it needs. */
export type OutcomeWord = { readonly by: "both" | "contact"; readonly objects: readonly string[] };

/** How a readout's own voice tells what was talked about (matters.tsv): lemmas by what they do there. */
export type Matters = { readonly [use in (typeof matterUses)[number]]: ReadonlySet<string> };

/** Tables of the contacts stage. */
export type ContactsLanguage = {
  readonly layer: "contacts";
  readonly verbs: ReadonlyMap<string, ContactWord>;
  readonly nouns: ReadonlyMap<string, ContactWord>;
  /** Forms of the verbs. */
  readonly forms: ReadonlyMap<string, string>;
  readonly markers: ReadonlyMap<string, Channel>;
  readonly people: ReadonlySet<string>;
  /** Verbs that only carry a noun: "held talks". */
  readonly light: ReadonlySet<string>;
  /** Verbs and nouns that take people with people without an encounter: "agree with", "the row with". */
  readonly apart: ReadonlySet<string>;
  /** Words of sport and show: a sentence with one tells of no contact. */
  readonly elsewhere: ReadonlySet<string>;
  /** News agencies that publish their state's account. */
  readonly mouthpieces: ReadonlySet<string>;
  /** Words that open a sentence whose author leaves himself out: "Good to see …". */
  readonly openers: ReadonlySet<string>;
  /** Verbs that tell what came of a contact, by lemma; `break_down` with its particle. */
  readonly outcomes: ReadonlyMap<string, OutcomeWord>;
  readonly matters: Matters;
  readonly governors: Governors;
  readonly places: Places;
};

const folder = "language/en/contacts";
const matterUses = [
  "passive",
  "paid",
  "held",
  "on",
  "talk",
  "turns",
  "stress",
  "figures",
  "over",
  "agreed",
] as const;
const channels = new Set(["call", "video", "meeting", "visit", "letter", "message", "other"]);
const roles = new Set(["", "initiator", "host", "guest", "other"]);
const kinds = new Set(["exact", "loose", "weak", "placed"]);

/** Reads language/en/contacts. Throws LanguageError with file and line. */
export const loadContacts = (): ContactsLanguage => {
  const rows = loadWords();
  const byLemma = (verb: boolean) =>
    new Map(
      rows.filter((row) => row.verb === verb).flatMap((row) => row.words.map((word) => [word, row] as const)),
    );
  const markers = readTable(`${folder}/markers.tsv`, ["words", "channel", "example"]).flatMap((row) =>
    cellList(row.words).map((word) => [word, row.channel as Channel] as const),
  );
  const single = (name: string) =>
    new Set(readTable(`${folder}/${name}.tsv`, ["word"]).map((row) => row.word));
  return {
    layer: "contacts",
    verbs: byLemma(true),
    nouns: byLemma(false),
    forms: formsOf([...byLemma(true).keys()]),
    markers: new Map(markers),
    people: single("people"),
    light: single("carriers"),
    apart: single("apart"),
    elsewhere: single("elsewhere"),
    mouthpieces: single("mouthpieces"),
    openers: single("openers"),
    outcomes: loadOutcomes(),
    matters: loadMatters(),
    governors: loadGovernors("events", "contacts"),
    places: loadPlaceNames(),
  };
};

const loadMatters = (): Matters => {
  const path = `${folder}/matters.tsv`;
  const rows = readTable(path, ["as", "words", "example"]);
  const words = (use: string): Set<string> => {
    const found = rows.filter((row) => row.as === use).flatMap((row) => cellList(row.words));
    if (found.length === 0) throw new LanguageError(path, 1, `no row as "${use}"`);
    return new Set(found);
  };
  const strange = rows.find((row) => !matterUses.some((use) => use === row.as));
  if (strange)
    throw new LanguageError(
      path,
      strange.line,
      `as is "${strange.as}", expected one of ${matterUses.join(", ")}`,
    );
  return Object.fromEntries(matterUses.map((use) => [use, words(use)])) as unknown as Matters;
};

const loadOutcomes = (): Map<string, OutcomeWord> => {
  const path = `${folder}/outcomes.tsv`;
  return new Map(
    readTable(path, ["verb", "by", "objects", "example"]).map((row) => {
      if (row.by !== "both" && row.by !== "contact")
        throw new LanguageError(path, row.line, `by is "${row.by}", expected both or contact`);
      return [row.verb, { by: row.by, objects: cellList(row.objects) }] as const;
    }),
  );
};

/** Reads words.tsv alone, in its order. Throws LanguageError with file and line. */
export const loadWords = (): ContactWord[] => {
  const path = `${folder}/words.tsv`;
  return readTable(path, ["word", "upos", "channel", "with", "subject", "other", "kind", "example"]).map(
    (row) => {
      const check = (cell: string, allowed: ReadonlySet<string>, name: string) => {
        if (!allowed.has(cell))
          throw new LanguageError(
            path,
            row.line,
            `${name} is "${cell}", expected one of ${[...allowed].join(", ")}`,
          );
      };
      check(row.channel, channels, "channel");
      check(row.subject, roles, "subject");
      check(row.other, roles, "other");
      check(row.kind, kinds, "kind");
      const words = cellList(row.word).flatMap(eachOf);
      return {
        rule: `${words[0]}/${row.upos}`,
        words,
        verb: row.upos === "V",
        channel: row.channel as Channel,
        with: cellList(row.with),
        ...(row.subject !== "" && { subject: row.subject as Role }),
        ...(row.other !== "" && { other: row.other as Role }),
        kind: row.kind as ContactKind,
        example: row.example,
      };
    },
  );
};

/** `swap/trade+view/note`: each verb with each object; a word alone stays as it is. */
const eachOf = (cell: string): string[] => {
  const [verbs = "", objects] = cell.split("+");
  if (objects === undefined) return [cell];
  return verbs.split("/").flatMap((verb) => objects.split("/").map((object) => `${verb}+${object}`));
};

/** Reads the labels of contacts with their meanings. Throws LanguageError with file and line. */
export const loadContactLabels = (): Label[] => loadLabels(`${folder}/labels.tsv`);
