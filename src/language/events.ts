// What language/en/events holds, read once: codes, how they compose, word classes, triggers, governing words.
import type { PloverType } from "../model/event.ts";
import { LanguageError } from "./error.ts";
import { formsOf } from "./forms.ts";
import { type Governors, loadGovernors } from "./governors.ts";
import { type Label, loadLabels } from "./labels.ts";
import { loadPlaceNames, type Places } from "./places.ts";
import { cellList, readTable } from "./table.ts";

/** A CAMEO code in PLOVER's terms; `type` is missing where PLOVER has none (CAMEO 01). */
export type Code = {
  readonly code: string;
  readonly type?: PloverType;
  readonly mode?: string;
  readonly contexts: readonly string[];
  readonly description: string;
};

/** Words that take a deed as their matter: the deed's code gives theirs, by compose.tsv. `cease` is none without one. */
export type Family = "agree" | "appeal" | "demand" | "reject" | "threaten" | "cease";

/** One thing that must (or, `absent`, must not) stand with a trigger. `words` empty: anything. */
export type Need = { readonly place: string; readonly absent: boolean; readonly words: ReadonlySet<string> };

/** How actors and recipients are found: `both` act on each other, `flip` turns them round, `reach` takes a goal in. */
export type Roles = "plain" | "both" | "flip" | "reach";

/** One row of triggers.tsv. `rule` is its name in findings: file line and lemma. */
export type Trigger = {
  readonly rule: string;
  readonly lemmas: readonly string[];
  readonly upos: "V" | "N" | "A" | "X";
  readonly needs: readonly Need[];
  readonly code: Code;
  readonly family?: Family;
  readonly roles: Roles;
  readonly example: string;
  readonly line: number;
};

/** Tables of the events stage. */
export type EventsLanguage = {
  readonly codes: ReadonlyMap<string, Code>;
  /** Codes by family and inner code. */
  readonly compose: ReadonlyMap<Family, ReadonlyMap<string, string>>;
  /** By lemma, in the table's order. */
  readonly triggers: ReadonlyMap<string, readonly Trigger[]>;
  /** Regular verb forms of the triggers, for verbs whose lemma the engine does not know. */
  readonly forms: ReadonlyMap<string, string>;
  /** Words by context. */
  readonly contexts: ReadonlyMap<string, readonly string[]>;
  readonly governors: Governors;
  readonly places: Places;
  /** Verbs that only carry a noun: "launched an attack". */
  readonly light: ReadonlySet<string>;
  /** Verbs that say who suffers the deed below them: "resist an attack", "protect somebody from an attack". */
  readonly victims: ReadonlyMap<string, "subject" | "object">;
  /** Nouns for what another has done, as one answers it: "rejected the offer". */
  readonly answerable: ReadonlySet<string>;
  /** Offices of public life, where the text does not say whose: `president`. */
  readonly publicOffices: ReadonlySet<string>;
  /** People whose deeds and sufferings are public whoever they are: `police`, `hostage`. */
  readonly publicPeople: ReadonlySet<string>;
  /** Words for persons and crowds. */
  readonly people: ReadonlySet<string>;
  /** Who speaks and acts for himself, never for his state: `researcher`. */
  readonly unofficial: ReadonlySet<string>;
  /** What tells of deeds that did not happen, or that nobody does: `film`, `song`. */
  readonly works: ReadonlySet<string>;
};

const folder = "language/en/events";
/** The code that a family gives where the deed is unknown; 000 is no deed. */
const general: { readonly [family in Family]: string } = {
  agree: "030",
  appeal: "020",
  demand: "100",
  reject: "120",
  threaten: "130",
  cease: "000",
};
const none: Code = { code: general.cease, contexts: [], description: "" };
const types = new Set(
  "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split(
    " ",
  ),
);

/** Reads language/en/events. Throws LanguageError with file and line. */
export const loadEvents = (): EventsLanguage => {
  const codes = loadCodes();
  const triggers = new Map<string, Trigger[]>();
  const classes = loadClasses();
  for (const trigger of loadTriggers(codes, classes))
    for (const lemma of trigger.lemmas) triggers.set(lemma, [...(triggers.get(lemma) ?? []), trigger]);
  return {
    codes,
    compose: loadCompose(codes),
    triggers,
    forms: formsOf(
      [...triggers].flatMap(([lemma, rows]) => (rows.some(({ upos }) => upos === "V") ? [lemma] : [])),
    ),
    contexts: loadContexts(),
    governors: loadGovernors("events"),
    places: loadPlaceNames(),
    light: new Set(classes.get("light") ?? []),
    publicOffices: new Set(classes.get("public-office") ?? []),
    people: new Set(classes.get("person") ?? []),
    unofficial: new Set(classes.get("unofficial") ?? []),
    works: new Set(classes.get("work") ?? []),
    publicPeople: new Set(classes.get("public-people") ?? []),
    answerable: new Set(classes.get("answerable") ?? []),
    victims: new Map([
      ...(classes.get("suffer") ?? []).map((lemma) => [lemma, "subject"] as const),
      ...(classes.get("shield") ?? []).map((lemma) => [lemma, "object"] as const),
    ]),
  };
};

/** Reads the codes alone. Throws LanguageError with file and line. */
export const loadCodes = (): Map<string, Code> => {
  const path = `${folder}/codes.tsv`;
  const codes = new Map<string, Code>();
  for (const row of readTable(path, ["code", "type", "mode", "contexts", "description"])) {
    if (row.type !== "" && !types.has(row.type))
      throw new LanguageError(path, row.line, `no PLOVER type "${row.type}"`);
    codes.set(row.code, {
      code: row.code,
      contexts: cellList(row.contexts),
      description: row.description,
      ...(row.type !== "" && { type: row.type as PloverType }),
      ...(row.mode !== "" && { mode: row.mode }),
    });
  }
  return codes;
};

/** Reads the labels of events with their meanings. Throws LanguageError with file and line. */
export const loadEventLabels = (): Label[] => loadLabels(`${folder}/labels.tsv`);

const loadClasses = (): Map<string, string[]> =>
  new Map(
    readTable(`${folder}/classes.tsv`, ["class", "words"]).map((row) => [row.class, cellList(row.words)]),
  );

const loadContexts = (): Map<string, string[]> =>
  new Map(
    readTable(`${folder}/contexts.tsv`, ["context", "words"]).map((row) => [
      row.context,
      cellList(row.words),
    ]),
  );

const loadCompose = (codes: ReadonlyMap<string, Code>): EventsLanguage["compose"] => {
  const path = `${folder}/compose.tsv`;
  const families: Family[] = ["agree", "appeal", "demand", "reject", "threaten", "cease"];
  const found = new Map(families.map((family) => [family, new Map<string, string>([["", general[family]]])]));
  for (const row of readTable(path, ["inner", ...families]))
    for (const family of families) {
      const code = row[family];
      if (!code) continue;
      if (!codes.has(code)) throw new LanguageError(path, row.line, `code ${code} is not in codes.tsv`);
      found.get(family)!.set(row.inner, code);
    }
  return found;
};

const loadTriggers = (
  codes: ReadonlyMap<string, Code>,
  classes: ReadonlyMap<string, readonly string[]>,
): Trigger[] => {
  const path = `${folder}/triggers.tsv`;
  return readTable(path, ["trigger", "needs", "code", "roles", "example"]).map((row) => {
    const fail = (problem: string): never => {
      throw new LanguageError(path, row.line, problem);
    };
    const [, words = "", upos = ""] = /^([^/]+)\/([VNAX])$/.exec(row.trigger) ?? [];
    if (words === "") fail(`trigger is "${row.trigger}", expected lemmas and V, N, A or X: "sign|ratify/V"`);
    const [name = "", override] = row.code.split("=");
    const family = name in general ? (name as Family) : undefined;
    const code =
      family === "cease"
        ? none
        : (codes.get(family ? general[family] : name) ?? fail(`code ${name} is not in codes.tsv`));
    const roles = row.roles === "" ? "plain" : row.roles;
    if (!["plain", "both", "flip", "reach"].includes(roles))
      fail(`roles is "${roles}", expected both, flip or reach`);
    return {
      rule: `${words.split("|")[0]}/${upos}:${row.line}`,
      lemmas: words.split("|"),
      upos: upos as Trigger["upos"],
      needs: row.needs
        .split(" ")
        .filter(Boolean)
        .map((need) => parseNeed(need, classes, fail)),
      code: override ? { ...code, ...overriding(override) } : code,
      ...(family && { family }),
      roles: roles as Roles,
      example: row.example,
      line: row.line,
    };
  });
};

const overriding = (text: string): { type: PloverType; mode?: string } => {
  const [type, mode] = text.split("/");
  return { type: type as PloverType, ...(mode && { mode }) };
};

const parseNeed = (
  text: string,
  classes: ReadonlyMap<string, readonly string[]>,
  fail: (problem: string) => never,
): Need => {
  const match = /^(!?)([a-z]+)=(.+)$/.exec(text);
  if (!match) return fail(`need is "${text}", expected place=words: "obj={aid}"`);
  const words =
    match[3] === "*"
      ? []
      : match[3]!.split("|").flatMap((word) => {
          const name = /^\{(.+)\}$/.exec(word)?.[1];
          return name === undefined
            ? [word]
            : (classes.get(name) ?? fail(`no class {${name}} in classes.tsv`));
        });
  return { place: match[2]!, absent: match[1] === "!", words: new Set(words) };
};
