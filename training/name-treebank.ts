// Treebanks -> sentences with names. Of GUM's coreference layer: entities whose head is a proper noun, cut down to the name
// itself; of our own, what its last column says.
import { readFileSync } from "node:fs";
import type { Gazetteer } from "../src/language/gazetteer.ts";
import type { NameKind } from "../src/model/name.ts";
import { kindsByLetter, type NamedSentence, type NamedSpan, settle } from "./name-corpora.ts";

type Row = { form: string; proper: boolean; entity: string };
type Mention = { type: string; heads: number[]; first: number; last: number };

const entityKinds: { [type: string]: NameKind } = {
  person: "person",
  organization: "organization",
  place: "place",
  event: "other",
  object: "other",
  abstract: "other",
};

/** Reads the names of a GUM treebank. */
export const readEntityTreebank = (path: string, gazetteer: Gazetteer): NamedSentence[] =>
  readFileSync(path, "utf8")
    .split(/\n\n/)
    .map((block) => {
      const rows = rowsOf(block);
      const names = mentionsOf(rows)
        .map((mention) => nameOf(mention, rows))
        .filter((span): span is NamedSpan => span !== undefined)
        .sort((a, b) => b.last - b.first - (a.last - a.first));
      const kept: NamedSpan[] = [];
      for (const span of names)
        if (!kept.some(({ first, last }) => span.first <= last && span.last >= first)) kept.push(span);
      return settle({ forms: rows.map(({ form }) => form), names: kept }, gazetteer);
    })
    .filter(({ forms }) => forms.length > 0);

const rowsOf = (block: string): Row[] =>
  block
    .split("\n")
    .map((line) => line.split("\t"))
    .filter((cells) => /^\d+$/.test(cells[0]!))
    .map((cells) => ({
      form: cells[1]!,
      // "United" of "United States" is an adjective to UD; its Penn tag says that it is a part of a name.
      proper: cells[3] === "PROPN" || cells[4]!.startsWith("NNP"),
      entity: /(?:^|\|)Entity=([^|]*)/.exec(cells[9]!)?.[1] ?? "",
    }));

/** Mentions that open and close in the sentence; what runs over its end is left out. */
const mentionsOf = (rows: readonly Row[]): Mention[] => {
  const found: Mention[] = [];
  const open = new Map<string, { type: string; heads: number[]; first: number }[]>();
  rows.forEach(({ entity }, at) => {
    for (const [, opening, closing] of entity.matchAll(/\(([^()]+)\)?|([^()]+)\)/g)) {
      const fields = (opening ?? closing)!.split("-");
      const id = fields[0]!;
      if (opening !== undefined) {
        const heads = (fields[5] ?? "1").split(",").map((n) => Number(n) - 1);
        const list = open.get(id) ?? [];
        list.push({ type: fields[1]!, heads, first: at });
        open.set(id, list);
        if (!entity.includes(`(${opening})`)) continue;
      }
      const mention = open.get(id)?.pop();
      if (mention) found.push({ ...mention, last: at });
    }
  });
  return found;
};

/** The names of our own treebank, which its last column tells: `Name=B-P`, `Name=I-P`. */
export const readMarkedNames = (path: string, gazetteer: Gazetteer): NamedSentence[] =>
  readFileSync(path, "utf8")
    .split(/\n\n/)
    .map((block) => {
      const forms: string[] = [];
      const names: NamedSpan[] = [];
      for (const line of block.split("\n")) {
        const cells = line.split("\t");
        if (!/^\d+$/.test(cells[0]!)) continue;
        const [, place, letter] = /(?:^|\|)Name=([BI])-([POLX])/.exec(cells[9]!) ?? [];
        if (place === "B")
          names.push({ first: forms.length, last: forms.length, kind: kindsByLetter[letter!]! });
        else if (place === "I") names.at(-1)!.last = forms.length;
        forms.push(cells[1]!);
      }
      return settle({ forms, names }, gazetteer);
    })
    .filter(({ forms }) => forms.length > 0);

const joining = new Set("of the and for de la del al bin ibn von van der - & ' 's ’s".split(" "));

/** The proper noun that heads the mention, with what belongs to the same name. */
const nameOf = ({ type, heads, first, last }: Mention, rows: readonly Row[]): NamedSpan | undefined => {
  const kind = entityKinds[type];
  const head = first + (heads[0] ?? 0);
  if (!kind || !rows[head]?.proper || head > last) return undefined;
  const proper = (at: number): boolean => at >= first && at <= last && rows[at]!.proper;
  const bridge = (at: number): boolean =>
    kind !== "person" && at >= first && at <= last && joining.has(rows[at]!.form);
  const joined = (at: number): boolean =>
    at >= first && at <= last && /^(?:-|de|la|von|van|al|bin|el)$/.test(rows[at]!.form);
  let start = head;
  let end = head;
  for (;;) {
    if (proper(start - 1)) start -= 1;
    else if ((joined(start - 1) || bridge(start - 1)) && proper(start - 2) && kind !== "place") start -= 2;
    else break;
  }
  for (;;) {
    if (proper(end + 1)) end += 1;
    else if ((joined(end + 1) || bridge(end + 1)) && proper(end + 2)) end += 2;
    else if (bridge(end + 1) && bridge(end + 2) && proper(end + 3)) end += 3;
    else break;
  }
  return { first: start, last: end, kind };
};
