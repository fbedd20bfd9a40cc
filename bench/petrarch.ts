// PETRARCH's unit tests -> sentences with their given trees, the events expected of them, and their actors as tables.
import { readFileSync } from "node:fs";
import type { Actor, Mention } from "../src/model/actor.ts";
import type { Reading } from "../src/model/reading.ts";
import type { Upos, Word } from "../src/model/token.ts";
import { baseRelation, subtree } from "../src/model/tree.ts";

/** One expected event: CAMEO code and the two actors' codes. */
export type Coded = { readonly code: string; readonly source: string; readonly target: string };

/** One test: everything the coder needs but the coding. */
export type UnitTest = {
  readonly id: string;
  readonly expected: Coded[];
  readonly reading: Omit<Reading, "events">;
};

/** Phrases (lower case, single spaces) with their codes, longest first. */
type Dictionary = readonly { readonly words: readonly string[]; readonly code: string }[];

/**
 * Reads the tests that have a tree and codes that are CAMEO's (some have made-up ones to try the dictionary). Codings
 * that leave one actor open ask for no dyad and are left out. `actors` and `agents` are the paths of their dictionaries. */
export const readUnitTests = (path: string, actors: string, agents: string): UnitTest[] => {
  const dictionary = readFileSync(actors, "utf8");
  const roles = readAgents(readFileSync(agents, "utf8"));
  const text = readFileSync(path, "utf8").replace(/<!--[\s\S]*?-->/g, "");
  const tests: UnitTest[] = [];
  for (const [, head = "", body = ""] of text.matchAll(/<Sentence ([^>]*)>([\s\S]*?)<\/Sentence>/g)) {
    const parse = /<Parse>([\s\S]*?)<\/Parse>/.exec(body)?.[1];
    if (!parse || /error="/.test(body)) continue;
    if (/eventcode="(?:2[1-9]|[3-9]\d)\d/.test(body)) continue;
    const words = readTree(parse);
    if (words.length === 0) continue;
    const expected = [...body.matchAll(/<EventCoding([^>]*)\/>/g)].flatMap(([, one = ""]) => {
      const value = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(one)?.[1];
      const code = value("eventcode");
      const [source = "", target = ""] = [value("sourcecode"), value("targetcode")];
      const open = source.startsWith("---") || target.startsWith("---");
      return code && !open ? [{ code, source, target }] : [];
    });
    const id = /id="([^"]*)"/.exec(head)?.[1] ?? "";
    const day = /date="(\d{8})"/.exec(head)?.[1] ?? "19950101";
    tests.push({
      id,
      expected,
      reading: { ...emptyReading(words), ...findActors(words, readActors(dictionary, day), roles) },
    });
  }
  return tests;
};

const emptyReading = (words: Word[]): Omit<Reading, "events"> => ({
  maker: { version: "0", models: "given" },
  document: { id: "test", language: "en", text: words.map((word) => word.text).join(" ") },
  quotations: [],
  sentences: [{ index: 0, paragraph: 0, block: "prose", start: 0, end: words.at(-1)!.end }],
  tokens: words,
  words,
  names: [],
  times: [],
  mentions: [],
  actors: [],
  statements: [],
  contacts: [],
});

const renamed: { readonly [old: string]: string } = {
  dobj: "obj",
  nsubjpass: "nsubj:pass",
  csubjpass: "csubj:pass",
  auxpass: "aux:pass",
  neg: "advmod",
  mwe: "fixed",
  name: "flat",
  foreign: "flat",
};

/** CoNLL-U in the relations of UD's first version -> words in those of its second. */
const readTree = (block: string): Word[] => {
  const rows = block
    .split("\n")
    .map((line) => line.trim().split("\t"))
    .filter((cells) => /^\d+$/.test(cells[0] ?? ""));
  let start = 0;
  const heads = rows.map((cells) => Number(cells[6]) - 1);
  return rows.map((cells, index) => {
    const [, text = "", lemma = "", upos = "X", xpos = "", features = "_"] = cells;
    const head = rows[heads[index]!];
    const given = renamed[cells[7] ?? ""] ?? cells[7] ?? "dep";
    const verbal = head !== undefined && (/^(VERB|AUX)$/.test(head[3] ?? "") || heads[heads[index]!]! < 0);
    const relation =
      verbal && (given === "nmod" || given === "nmod:tmod" || given === "nmod:npmod")
        ? given.replace("nmod", "obl")
        : given;
    const at = start;
    start += text.length + 1;
    return {
      index,
      sentence: 0,
      start: at,
      end: at + text.length,
      text,
      lemma: /^(NOUN|VERB)$/.test(upos) ? lemma.toLowerCase() : lemma,
      upos: (upos === "CONJ" ? "CCONJ" : upos) as Upos,
      xpos,
      features: features === "_" ? "" : features,
      head: heads[index]!,
      relation,
      children: heads.flatMap((one, child) => (one === index ? [child] : [])),
    };
  });
};

const phrase = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[_\s]+/g, " ")
    .replace(/ ?'s\b/g, " 's")
    .trim()
    .split(" ");

const codeOn = (line: string, day: string): { code: string; dated: boolean } | undefined => {
  const [, code = "", range = ""] = /\[([^\]\s<>]+)\s*([^\]]*)\]/.exec(line) ?? [];
  if (code === "") return undefined;
  const full = (date: string) => (date.length === 6 ? `19${date}` : date);
  const dates = [...range.matchAll(/\d{6,8}/g)].map((match) => full(match[0]));
  if (dates.length === 0) return { code, dated: false };
  const [from, to = from] = dates as [string, string?];
  const holds = range.includes("<")
    ? day < from
    : range.includes(">")
      ? day > from
      : day >= from && day <= (to ?? from);
  return holds ? { code, dated: true } : undefined;
};

/** Actors with the codes that they have on the day (YYYYMMDD): `[HOB < 950601] [HOBGOV 19950601 - 19990815]`. */
const readActors = (text: string, day: string): Dictionary => {
  const entries: { names: string[]; code?: string }[] = [];
  for (const raw of text.replace(/<!--[\s\S]*?-->/g, "").split("\n")) {
    const line = raw.replace(/#.*/, "").trim();
    const code = codeOn(line, day);
    const name = line.replace(/\[.*/, "").trim();
    if (name.startsWith("+")) entries.at(-1)?.names.push(name.slice(1));
    else if (name !== "" && !name.startsWith("<")) entries.push({ names: [name] });
    const last = entries.at(-1);
    if (code && last && (last.code === undefined || code.dated)) last.code = code.code;
  }
  return entries
    .flatMap(({ names, code }) =>
      code ? names.map((name) => ({ words: phrase(name), code: code.toUpperCase() })) : [],
    )
    .sort((a, b) => b.words.length - a.words.length);
};

const readAgents = (text: string): Dictionary => {
  const sets = new Map<string, string[]>();
  const found: { words: string[]; code: string }[] = [];
  for (const raw of text.replace(/<!--[\s\S]*?-->/g, "").split("\n")) {
    const line = raw.replace(/#.*/, "").trim();
    const set = /^!(\w+)!\s*=\s*(.*)$/.exec(line);
    if (set)
      sets.set(
        set[1]!,
        set[2]!.split(",").map((word) => word.trim()),
      );
    const entry = /^([^{[=]+?)\s*(?:\{([^}]*)\}\s*)?\[~(\w+)\]/.exec(line);
    if (!entry) continue;
    const forms = [
      entry[1]!,
      ...(entry[2] ? entry[2].split(",") : entry[2] === undefined ? [`${entry[1]!}s`] : []),
    ];
    for (const form of forms) {
      const marker = /!(\w+)!/.exec(form);
      for (const word of marker ? (sets.get(marker[1]!) ?? []) : [""])
        found.push({ words: phrase(form.replace(/!\w+!/, word)), code: entry[3]! });
    }
  }
  return found.sort((a, b) => b.words.length - a.words.length);
};

const matchesAt = (
  words: readonly Word[],
  dictionary: Dictionary,
): Map<number, { last: number; code: string }> => {
  const found = new Map<number, { last: number; code: string }>();
  const lower = words.map((word) => word.text.toLowerCase());
  const article = (entry: readonly string[]) => (entry[0] === "the" ? entry.slice(1) : entry);
  for (let at = 0; at < words.length; at += 1) {
    const entry = dictionary.find(({ words: parts }) =>
      article(parts).every((part, step) => lower[at + step] === part),
    );
    if (!entry) continue;
    const last = at + article(entry.words).length - 1;
    found.set(at, { last, code: entry.code });
    at = last;
  }
  return found;
};

const isInside = (part: Word): boolean => /^(compound|amod|flat|nmod|appos|det)$/.test(baseRelation(part));

/**
 * The codes of the first name in a noun's own phrase, as the tests' own coder reads phrases from left to right, and of
 * those listed with that name: "the lawmakers of Arnor and Gondor".
 */
const namesIn = (
  words: readonly Word[],
  index: number,
  own: readonly number[],
  named: ReadonlyMap<number, string>,
): string[] => {
  const first = own.find((at) => named.has(at));
  if (first === undefined) return [];
  const listed = words[first]!.children.filter(
    (child) => first !== index && words[child]!.relation === "conj" && named.has(child),
  );
  return [...new Set([first, ...listed].map((at) => named.get(at)!))];
};

/** Each noun that the tables know, with the codes of the names and roles in its own phrase. */
const findActors = (
  words: readonly Word[],
  names: Dictionary,
  roles: Dictionary,
): { mentions: Mention[]; actors: Actor[] } => {
  const named = byWord(matchesAt(words, names));
  const agents = byWord(matchesAt(words, roles));
  const mentions: Mention[] = [];
  const codes: string[] = [];
  const holders: { code: number; mention: number }[] = [];
  for (const word of words) {
    if (!/^(NOUN|PROPN|ADJ)$/.test(word.upos)) continue;
    const own = subtree(words, word.index, (part) => !isInside(part));
    if (!named.has(word.index) && !agents.has(word.index)) continue;
    const held = namesIn(words, word.index, own, named);
    const role = own
      .filter((at) => at === word.index || !/^(nmod|appos)$/.test(words[at]!.relation))
      .map((at) => agents.get(at))
      .filter((one, at, all) => one && all.indexOf(one) === at);
    for (const name of held.length > 0 ? held : [undefined]) {
      const code = `${name ?? "---"}${role.filter((one) => !name?.includes(one!)).join("")}`;
      if (!codes.includes(code)) codes.push(code);
      holders.push({ code: codes.indexOf(code), mention: mentions.length });
    }
    mentions.push({
      index: mentions.length,
      start: word.start,
      end: word.end,
      first: word.index,
      last: word.index,
      head: word.index,
      form: "name",
      kind: "state",
      titles: [],
      gender: "unknown",
      plural: false,
      rule: "table",
    });
  }
  const actors = codes.map(
    (code, index): Actor => ({
      index,
      kind: "state",
      name: code,
      code,
      offices: [],
      mentions: holders.flatMap(({ code: one, mention }) => (one === index ? [mention] : [])),
      rule: "table",
    }),
  );
  return { mentions, actors };
};

const byWord = (matches: Map<number, { last: number; code: string }>): Map<number, string> => {
  const found = new Map<number, string>();
  for (const [first, { last, code }] of matches)
    for (let at = first; at <= last; at += 1) found.set(at, code);
  return found;
};
