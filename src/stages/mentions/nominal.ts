// "the former U.S. secretary of state", "Poland's defense ministry", "the two leaders": a noun phrase that names an office, a
// body or a group, read word by word with the lexicon. Trees are not asked, so a wrong tree does no harm here.

import type { Entry, StateUse } from "../../language/mentions.ts";
import type { OfficeWords } from "../../language/offices.ts";
import type { Body } from "../../language/register.ts";
import type { Gender } from "../../model/actor.ts";
import { joined, lower, pick, type Scene } from "./scene.ts";

/** A state or international organization inside a phrase. */
export type Polity = {
  readonly code: string;
  readonly first: number;
  readonly last: number;
  readonly use: StateUse | "organization";
};

export type Head = Stretch &
  (
    | { readonly kind: "office"; readonly office: OfficeWords }
    | { readonly kind: "noun"; readonly gender: Gender; readonly sector: string }
    | { readonly kind: "group"; readonly sector: string; readonly pair: boolean }
    | { readonly kind: "generic"; readonly name: string; readonly sector: string; readonly alone: boolean }
    | { readonly kind: "body"; readonly body: Body }
    | { readonly kind: "organization"; readonly code: string; readonly name: string }
  );
type Stretch = { readonly first: number; readonly last: number };

export type Nominal = Stretch & {
  readonly determiner: "the" | "a" | "possessive" | "";
  /** The word that owns it: a pronoun, or the 's after a name. */
  readonly possessor?: number;
  /** "two", "both" and the like say 2. */
  readonly number?: number;
  readonly polities: readonly Polity[];
  /** States that the office deals with: "the envoy for Syria", "the ambassador to Chile". */
  readonly matters?: readonly Polity[];
  /** Whose office it is, where no name of a state says so: the Secretary-General's envoy is the United Nations'. */
  readonly of?: string;
  /** Words before the office that name its ministry or body. */
  readonly body?: Head;
  readonly modifier?: string;
  /** "Ugandan opposition candidates". */
  readonly opposition?: boolean;
  /** "the top U.S. diplomat" leads the others. */
  readonly top?: boolean;
  /** One or more offices of one holder, or one other head. */
  readonly heads: readonly Head[];
};

export type Draft = {
  -readonly [key in keyof Nominal]: Nominal[key] extends readonly (infer T)[] ? T[] : Nominal[key];
};

const numbers: { readonly [word: string]: number } = {
  two: 2,
  both: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  several: 3,
  many: 3,
  some: 3,
};
const longest = 16;

/** The phrase that starts at word `at`, up to its head. */
export const coreAt = (scene: Scene, at: number): Nominal | undefined => {
  if (isOfState(scene, at)) return undefined;
  const draft: Draft = { first: at, last: at, determiner: "", polities: [], heads: [] };
  let next = determine(scene, at, draft);
  let best: Nominal | undefined;
  let skipped = 0;
  while (next < scene.words.length && next - at < longest) {
    if (scene.words[next]!.sentence !== scene.words[at]!.sentence) break;
    const step = take(scene, next, draft);
    if (step !== undefined) {
      if (draft.heads.at(-1)?.last === step - 1) best = snapshot(draft, step - 1);
      else if (draft.heads.length > 0 && best) break;
      next = step;
      continue;
    }
    // An adjective the tables don't know ("the visibly tired foreign minister") may stand after a determiner.
    const kind = draft.heads.at(-1)?.kind;
    const open =
      draft.determiner !== "" || draft.polities.length > 0 || kind === "body" || kind === "organization";
    const complete = best !== undefined && kind !== "body" && kind !== "organization" && kind !== "generic";
    if (complete || !open || skipped >= 2 || !plainAdjective(scene, next)) break;
    skipped += 1;
    next += 1;
  }
  return best;
};

/** "Minister of [State], Minister of Foreign Affairs": a part of a title and no state. */
const isOfState = ({ words }: Scene, at: number): boolean =>
  words[at]!.text === "State" &&
  words[at - 1]?.text === "of" &&
  /^(?:Minister|Ministers|Secretary|Secretaries|Head|Heads|Department|Councillor|Councilor)$/.test(
    words[at - 2]?.text ?? "",
  );

const snapshot = (draft: Draft, last: number): Nominal => ({
  ...draft,
  last,
  polities: [...draft.polities],
  heads: [...draft.heads],
});

const plainAdjective = (scene: Scene, at: number): boolean => {
  const word = scene.words[at]!;
  return (word.upos === "ADJ" || word.xpos === "VBN" || word.xpos === "VBG") && /^\p{Ll}/u.test(word.text);
};

const determine = (scene: Scene, at: number, draft: Draft): number => {
  const word = scene.words[at]!.text.toLowerCase();
  // "His Royal Highness the Crown Prince" is nobody's.
  if (pick(scene.hit(at), "office")) return at;
  const pronoun = pick(scene.hit(at), "pronoun")?.pronoun;
  const pointing = word === "this" || word === "that" || word === "these" || word === "those";
  if (word === "the" || (pointing && scene.words[at]!.upos === "DET")) draft.determiner = "the";
  else if (word === "a" || word === "an" || word === "another") draft.determiner = "a";
  else if (pronoun?.use === "possessive" || word === "whose" || word === "'s" || word === "\u2019s") {
    draft.determiner = "possessive";
    draft.possessor = at;
  } else return at;
  return at + 1;
};

/** Takes one element of the phrase at word `at`; gives the word after it. */
const take = (scene: Scene, at: number, draft: Draft): number | undefined => {
  const found = scene.hit(at);
  const word = scene.words[at]!.text.toLowerCase();
  if (!found) return takeLoose(scene, at, word, draft);
  const next = found.last + 1;
  // "Australia attaches importance"
  const verbal = at === found.last && scene.words[at]!.xpos === "VBZ";
  const head = verbal || adjectival(scene, at, found.last) ? undefined : headOf(found.values, at, found.last);
  const modifier = pick(found, "modifier");
  if (modifier && (!head || headFollows(scene, next, at))) {
    if (modifier.modifier !== "") draft.modifier = modifier.modifier;
    else if (word === "top" || word === "chief") draft.top = true;
    else if (word === "opposition") draft.opposition = true;
    return next;
  }
  if (head) {
    takeHead(scene, head, draft);
    return next;
  }
  const polity = polityOf(found.values, at, found.last);
  if (polity?.use === "people" && draft.polities.at(-1)?.last === at - 1 && /s$/.test(word)) {
    // "Bosnian Serbs" live in Bosnia.
    takeHead(scene, { kind: "group", sector: "CVL", pair: false, first: at, last: found.last }, draft);
    return next;
  }
  if (polity && draft.heads.every((one) => one.kind !== "office")) {
    draft.polities.push(polity);
    return next;
  }
  return numbers[word] ? takeLoose(scene, at, word, draft) : undefined;
};

/** "military aggression": a word of the tables that stands as an adjective before its noun is no head; "a U.S. official today" is. */
const adjectival = (scene: Scene, first: number, last: number): boolean => {
  if (first !== last || scene.words[first]!.upos !== "ADJ" || !/^\p{Ll}/u.test(scene.words[first]!.text))
    return false;
  const next = scene.words[first + 1];
  if (!next || !joined(scene, first) || !/^[\p{Ll}-]/u.test(next.text)) return false;
  return (
    /^(?:NOUN|ADJ|PROPN|X)$/.test(next.upos) &&
    !/^(?:today|yesterday|tomorrow|tonight|later)$/.test(next.text)
  );
};

export const takeLoose = (scene: Scene, at: number, word: string, draft: Draft): number | undefined => {
  const before = draft.polities.at(-1)?.last === at - 1 || draft.heads.at(-1)?.last === at - 1;
  if ((word === "'s" || word === "\u2019s" || word === "'" || word === "\u2019") && before) return at + 1;
  if (numbers[word] && draft.heads.length === 0) {
    draft.number = numbers[word]!;
    return at + 1;
  }
  // "Russian and Chinese", "U.S.-Czech", "Polish, Czech and Slovak"; a dash with spaces parts a dateline from its text.
  if (/^(?:-|\u2013|\u2014|\/)$/.test(word) && !tight(scene, at)) return undefined;
  if (/^(?:and|,|-|\u2013|\/|&)$/.test(word) && draft.polities.at(-1)?.last === at - 1) {
    const link = at + 1 + (word === "," && lower(scene, at + 1, at) === "and" ? 1 : 0);
    // "the leaders of Japan, South Korea and the United States"
    const then = link + (lower(scene, link, at) === "the" ? 1 : 0);
    const polity = scene.hit(then);
    const found = polity && polityOf(polity.values, then, polity.last);
    // "China and the European Union agreed": two names, where no office of both follows.
    const isName = found?.use === "organization" && !headFollows(scene, polity!.last + 1, at);
    // "in North Korea, Seoul's foreign ministry said": another clause begins with its owner.
    const isOwner =
      word === "," && link === at + 1 && /^['\u2019]s$/.test(lower(scene, (polity?.last ?? at) + 1, at));
    if (found && !isName && !isOwner && sameUse(draft.polities.at(-1)!, found)) return then;
  }
  // "then-president", "vice-president" cut in three
  if (word === "-" && at > draft.first && scene.words[at - 1]!.end === scene.words[at]!.start) return at + 1;
  return undefined;
};

/** "Russian and Chinese" are a pair; "Syria and Palestinian leader" and "Oslo, German Chancellor" are not. */
const sameUse = (a: Polity, b: Polity): boolean => {
  // "In Moscow, Kremlin spokesman Peskov": the place, and whose spokesman he is.
  if (a.code === b.code && a.use !== b.use) return false;
  const named = (one: Polity): boolean => one.use === "capital" || (one.use === "name" && one.code !== "USA");
  return !(named(a) && (b.use === "adjective" || b.use === "people"));
};

const tight = (scene: Scene, at: number): boolean =>
  scene.words[at - 1]?.end === scene.words[at]!.start && scene.words[at + 1]?.start === scene.words[at]!.end;

const takeHead = (scene: Scene, head: Head, draft: Draft): void => {
  const last = draft.heads.at(-1);
  if (last && last.kind !== "office") {
    draft.body = last;
    draft.heads.length = 0;
  } else if (last?.kind === "office" && weak(last)) {
    if (scene.words[last.first]!.text.toLowerCase() === "deputy") draft.modifier = "deputy";
    draft.heads.length = 0;
  }
  draft.heads.push(head);
};

const weak = (head: Head): boolean =>
  head.kind === "office" &&
  [
    "member of parliament",
    "chief",
    "official",
    "member",
    "officer",
    "major",
    "leader",
    "politician",
    "adviser",
  ].includes(head.office.office);

const headFollows = (scene: Scene, at: number, from: number): boolean => {
  if (lower(scene, at, from) === "") return false;
  const found = scene.hit(at);
  if (found) return found.values.some((value) => value.kind !== "pronoun" && value.kind !== "honorific");
  return scene.words[at]!.text === "-" || numbers[scene.words[at]!.text.toLowerCase()] !== undefined;
};

export const headOf = (values: readonly Entry[], first: number, last: number): Head | undefined => {
  for (const kind of ["office", "generic", "group", "body", "organization", "noun"] as const)
    for (const value of values) if (value.kind === kind) return { ...(value as object), first, last } as Head;
  return undefined;
};

export const polityOf = (values: readonly Entry[], first: number, last: number): Polity | undefined => {
  for (const value of values) {
    if (value.kind === "state") return { code: value.code, use: value.use, first, last };
    if (value.kind === "organization") return { code: value.code, use: "organization", first, last };
  }
  return undefined;
};
