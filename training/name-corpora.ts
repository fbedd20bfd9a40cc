// Corpora of named entities, each with its own habits -> sentences with one scheme of labels: names alone, without
// titles and articles; states are places, their adjectives nationalities.
import { readFileSync } from "node:fs";
import { readLines } from "../bench/data.ts";
import { type Gazetteer, inside, kinds, lookUp } from "../src/language/gazetteer.ts";
import type { TokensLanguage } from "../src/language/tokens.ts";
import type { NameKind } from "../src/model/name.ts";
import { splitChunk } from "../src/stages/tokens/split-chunk.ts";

/** A sentence with its names; `first` and `last` are inclusive indexes into `forms`. */
export type NamedSentence = { forms: string[]; names: NamedSpan[] };
export type NamedSpan = { first: number; last: number; kind: NameKind };

/** Kinds as our own annotations write them. */
export const kindsByLetter: { [letter: string]: NameKind } = {
  P: "person",
  O: "organization",
  L: "place",
  X: "other",
};

export type Tables = { readonly tokens: TokensLanguage; readonly gazetteer: Gazetteer };

const columnKinds: { [label: string]: NameKind } = {
  per: "person",
  org: "organization",
  geo: "place",
  gpe: "place",
  art: "other",
  eve: "other",
  nat: "other",
  PER: "person",
  ORG: "organization",
  LOC: "place",
  MISC: "other",
  politician: "person",
  person: "person",
  politicalparty: "organization",
  organisation: "organization",
  country: "place",
  location: "place",
  election: "other",
  event: "other",
  misc: "other",
};

/** One word a line, its label in the last column (BIO or IO), sentences parted by empty lines. */
export const readColumns = (path: string, tables: Tables): NamedSentence[] =>
  readFileSync(path, "utf8")
    .split(/\n\s*\n/)
    .map((block) => {
      const sentence: NamedSentence = { forms: [], names: [] };
      let open = "";
      for (const line of block.split("\n")) {
        const cells = line.trim().split(/\s+/);
        if (cells.length < 2) continue;
        addWord(sentence, cells[0]!, cells.at(-1)!, open, tables);
        open = cells.at(-1)!;
      }
      return settle(sentence, tables.gazetteer);
    })
    .filter(({ forms }) => forms.length > 0);

const addWord = (
  sentence: NamedSentence,
  word: string,
  label: string,
  before: string,
  { tokens }: Tables,
): void => {
  const kind = columnKinds[label.slice(2)];
  const goesOn = label.startsWith("I-") && before.slice(2) === label.slice(2);
  let start = 0;
  const first = sentence.forms.length;
  for (const cut of splitChunk(word, false, tokens)) {
    sentence.forms.push(word.slice(start, cut));
    start = cut;
  }
  if (!kind) return;
  // "U.S.-led" is labelled whole; only its first part is a name.
  const parts = sentence.forms.slice(first);
  const led = parts.length === 3 && parts[1] === "-" && /^\p{Ll}/u.test(parts[2]!);
  const last = led ? first : sentence.forms.length - 1;
  const open = sentence.names.at(-1);
  if (goesOn && open && open.last === first - 1) open.last = last;
  else sentence.names.push({ first, last, kind });
};

type Stretch = { readonly start: number; readonly end: number };

/** Stretches of a text as spans of its tokens; those that begin or end within a token are left out. */
export const spansOf = (
  tokens: readonly Stretch[],
  names: readonly (Stretch & { readonly kind: NameKind })[],
): NamedSpan[] =>
  names.flatMap(({ start, end, kind }) => {
    const first = tokens.findIndex((token) => token.start === start);
    const last = tokens.findIndex((token) => token.end === end);
    return first < 0 || last < first ? [] : [{ first, last, kind }];
  });

type Annotated = { text: string; source?: string; entities: { start: number; end: number; type: string }[] };

const spanKinds: { [type: string]: NameKind } = {
  Organisation: "organization",
  Person: "person",
  Location: "place",
  Nationality: "nationality",
  MilitaryPlatform: "other",
  DocumentReference: "other",
  Weapon: "other",
  ORG: "organization",
  PER: "person",
  LOC: "place",
  PRO: "other",
  FIN: "other",
};

/**
 * Texts with nested mentions of every form: only those that are names as they stand are kept, the longest first.
 * `segment` cuts a text into sentences of tokens; offsets of the corpora are code points, the texts have few beyond.
 */
export const readMentions = (
  path: string,
  segment: (text: string) => { start: number; end: number; text: string }[][],
  gazetteer: Gazetteer,
): NamedSentence[] =>
  readLines<Annotated>(path)
    .filter(({ source }) => source !== "BBC Online")
    .flatMap(({ text, entities }) =>
      segment(text).map((tokens) => {
        const sentence: NamedSentence = { forms: tokens.map((token) => token.text), names: [] };
        const known = entities.flatMap(({ start, end, type }) => {
          const kind = spanKinds[type];
          return kind === undefined ? [] : [{ start, end, kind }];
        });
        const spans = spansOf(tokens, known)
          .map((span) => trim(span, sentence.forms, gazetteer))
          .filter((span): span is NamedSpan => span !== undefined && isName(sentence.forms, span))
          .sort((a, b) => b.last - b.first - (a.last - a.first));
        for (const span of spans)
          if (!sentence.names.some(({ first, last }) => span.first <= last && span.last >= first))
            sentence.names.push(span);
        sentence.names.sort((a, b) => a.first - b.first);
        return settle(sentence, gazetteer);
      }),
    );

const pronouns = new Set(
  "i we they it he she you us our their its his her my your who which that this these those".split(" "),
);
const small = new Set(
  "of and for the in on de la del al bin ibn von van der da du el le & - ' 's ’s , .".split(" "),
);

/** Whether a span reads as a name: capitals at both ends, and only small joining words between. */
const isName = (forms: readonly string[], { first, last }: NamedSpan): boolean => {
  const words = forms.slice(first, last + 1);
  if (words.length === 1 && pronouns.has(words[0]!.toLowerCase())) return false;
  const capital = (word: string) => /^\p{Lu}|^\d/u.test(word);
  return (
    capital(words[0]!) &&
    words.every((word) => capital(word) || small.has(word)) &&
    /\p{Lu}/u.test(words.join(""))
  );
};

/** Takes articles off any name, titles and nationalities off a person's. */
const trim = (span: NamedSpan, forms: readonly string[], gazetteer: Gazetteer): NamedSpan | undefined => {
  let { first, last } = span;
  while (last > first && /^(?:'s|’s|,|\.)$/.test(forms[last]!)) last -= 1;
  if (/^(?:the|a|an)$/i.test(forms[first]!) && first < last) first += 1;
  if (span.kind === "person") {
    const known = lookUp(
      forms.map((text) => ({ text })),
      gazetteer,
    );
    const drops = (at: number): boolean =>
      ((known[at]! | (known[at]! >> 8)) & (kinds.title | kinds.demonym)) !== 0 &&
      (known[at]! & (kinds.given | kinds.family)) === 0;
    const title =
      /^(?:prime|vice|deputy|foreign|former|interim|defen[cs]e|interior|chief|justice|secretary|of|state|supreme|leader|army|u\.s\.|us|uk)$/i;
    while (first <= last && (drops(first) || title.test(forms[first]!))) first += 1;
  }
  return first <= last ? { ...span, first, last } : undefined;
};

const faiths =
  /^(?:muslims?|islamic|christians?|jews?|jewish|sunnis?|shi['’]?ites?|shi['’]?as?|catholics?|hindus?|buddhists?|republicans?|democrats?|english|latin|democratic|republican)$/i;
const peoples = /^(?:arabs?|kurds?|kurdish|chechens?|tibetans?|europeans?|africans?|asians?|palestinians?)$/i;

/**
 * One scheme for all corpora: what the tables know for sure overrides a corpus, and fills what it left out. Of names that
 * we marked `byHand` the spans stay as they are: "del frisco's" is one as it stands.
 */
export const settle = (sentence: NamedSentence, gazetteer: Gazetteer, byHand = false): NamedSentence => {
  const { forms } = sentence;
  const known = lookUp(
    forms.map((text) => ({ text })),
    gazetteer,
  );
  const names = sentence.names
    .map((span) => (byHand ? span : trim(span, forms, gazetteer)))
    .filter(
      (span): span is NamedSpan =>
        span !== undefined && (byHand || /[\p{Lu}\d]/u.test(forms.slice(span.first, span.last + 1).join(""))),
    )
    .map((span) => {
      const text = forms.slice(span.first, span.last + 1).join(" ");
      const key = text.toLowerCase().replaceAll("’", "'");
      const bits = gazetteer.bits.get(key) ?? 0;
      if (peoples.test(text) || bits === kinds.demonym) return { ...span, kind: "nationality" as const };
      if (faiths.test(text)) return { ...span, kind: "other" as const };
      if ((bits & kinds.state) !== 0 && span.kind !== "person") return { ...span, kind: "place" as const };
      if (bits === kinds.place && span.kind === "organization") return { ...span, kind: "place" as const };
      const acronym = /^[A-Z.]+$/.test(text);
      if (bits === kinds.organization && (span.kind === "other" || (span.kind === "place" && acronym)))
        return { ...span, kind: "organization" as const };
      return span;
    });
  const covered = new Set(
    names.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
  );
  for (let at = 0; at < forms.length; at += 1) {
    const bits = known[at]! & 255;
    if (
      covered.has(at) ||
      (bits !== kinds.demonym && (bits & ~(kinds.demonym | kinds.place)) !== kinds.state)
    )
      continue;
    let last = at;
    while (last + 1 < forms.length && (known[last + 1]! & inside) !== 0 && !covered.has(last + 1)) last += 1;
    const key = forms
      .slice(at, last + 1)
      .join(" ")
      .toLowerCase();
    if (!gazetteer.bits.has(key)) continue;
    names.push({ first: at, last, kind: bits === kinds.demonym ? "nationality" : "place" });
    at = last;
  }
  return { forms, names: names.sort((a, b) => a.first - b.first) };
};
