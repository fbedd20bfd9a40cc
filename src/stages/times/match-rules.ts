// Atoms of one sentence -> the longest time expressions in it, each with what it says.
import type { TimeElement } from "../../language/time-pattern.ts";
import type { TimeRule } from "../../language/time-rules.ts";
import type { GuardCheck, TimeClass, TimeNode } from "../../language/time-trie.ts";
import type { TimesLanguage } from "../../language/times.ts";
import type { Word } from "../../model/token.ts";
import type { Atom } from "./atoms.ts";
import {
  type Found,
  type Reader,
  readCentury,
  readDigits,
  readNumber,
  readOrdinal,
  readOrdinalDay,
  readYearWords,
} from "./numbers.ts";

/** An expression of the atoms `start` up to `end` (not included): its rule, what it says, its modifier. */
export type Candidate = {
  readonly start: number;
  readonly end: number;
  readonly rule: TimeRule;
  readonly said: string;
  readonly mod: string;
};

type Hit = Found & { readonly mod: string; readonly rule?: TimeRule };
type Slot = { readonly name: string; readonly hit: Hit };
type Reach = { end: number; rule: TimeRule; slots: readonly Slot[] };

const readers: { readonly [code: string]: Reader } = {
  number: readNumber,
  ordinal: readOrdinal,
  "ordinal-day": readOrdinalDay,
  century: readCentury,
  "year-words": readYearWords,
  word: (_, at) => ({ end: at + 1, value: "" }),
};

/** Expressions in text order, none overlapping; at each place the longest wins, then the rule that stands first. */
export const matchRules = (
  atoms: readonly Atom[],
  words: readonly Word[],
  language: TimesLanguage,
): Candidate[] => {
  const matcher = new Matcher(atoms, words, language);
  const found: Candidate[] = [];
  for (let at = 0; at < atoms.length; ) {
    const best = matcher.best(at);
    if (best?.rule) {
      found.push({ start: at, end: best.end, rule: best.rule, said: best.value, mod: best.mod });
      at = best.end;
    } else at += 1;
  }
  return found;
};

const opens = (one: TimeClass, atom: Atom): boolean =>
  one.code === "word" || (atom.digit ? one.digits : one.first.has(atom.lower));

/** Remembers what each class found at each place, so that a sentence is read in linear time. */
class Matcher {
  readonly atoms: readonly Atom[];
  readonly words: readonly Word[];
  readonly language: TimesLanguage;
  readonly memo = new Map<TimeClass, (Hit | null | undefined)[]>();

  constructor(atoms: readonly Atom[], words: readonly Word[], language: TimesLanguage) {
    this.atoms = atoms;
    this.words = words;
    this.language = language;
  }

  best(at: number): Hit | null {
    const atom = this.atoms[at]!;
    let best: Hit | null = null;
    const { top, opened } = this.language;
    for (const one of atom.digit ? top : (opened.get(atom.lower) ?? []))
      best = longer(best, this.read(one, at));
    return best;
  }

  read(one: TimeClass, at: number): Hit | null {
    const atom = this.atoms[at];
    if (!atom || !opens(one, atom)) return null;
    let seen = this.memo.get(one);
    if (!seen) {
      seen = [];
      this.memo.set(one, seen);
    }
    const known = seen[at];
    if (known !== undefined) return known;
    const hit = this.fresh(one, at);
    seen[at] = hit;
    return hit;
  }

  fresh(one: TimeClass, at: number): Hit | null {
    if (one.code) {
      const reader = readers[one.code];
      const found = reader ? reader(this.atoms, at, this.language) : readDigits(this.atoms, at, one.code);
      return found ? { ...found, mod: "" } : null;
    }
    if (!one.node) {
      let best: Hit | null = null;
      for (const member of one.members) best = longer(best, this.read(member, at));
      return best;
    }
    const reach = this.walk(one.node, at, at, [], null);
    if (!reach) return null;
    const value = fill(reach.rule.said, reach.slots);
    const inner = reach.slots.find(({ hit }) => hit.mod !== "")?.hit.mod ?? "";
    return { end: reach.end, value, mod: fill(reach.rule.mod, reach.slots) || inner, rule: reach.rule };
  }

  walk(node: TimeNode, from: number, at: number, slots: readonly Slot[], best: Reach | null): Reach | null {
    let found = best;
    for (const { rule, before, after } of node.ends) {
      if (found && (at < found.end || (at === found.end && rule.order >= found.rule.order))) continue;
      if (
        before.every((guard) => this.stands(guard, from - 1, true)) &&
        after.every((guard) => this.stands(guard, at, false))
      )
        found = { end: at, rule, slots };
    }
    const atom = this.atoms[at];
    if (!atom) return found;
    for (const { element, to } of node.words.get(atom.lower) ?? [])
      if (this.fits(element, at, from)) found = this.walk(to, from, at + 1, slots, found);
    for (const { element, of, to } of node.classes) {
      if (!of || !this.fits(element, at, from)) continue;
      const hit = this.read(of, at);
      if (hit) found = this.walk(to, from, hit.end, [...slots, { name: element.name!, hit }], found);
    }
    return found;
  }

  fits(element: TimeElement, at: number, from: number): boolean {
    const atom = this.atoms[at]!;
    if (element.cased && !atom.capital) return false;
    if (element.glued && at > from && !atom.glued) return false;
    if (!element.tags) return true;
    const { upos, xpos } = this.words[atom.word]!;
    return upos === "X" || (element.tags.any.has(upos) || element.tags.any.has(xpos)) !== element.tags.not;
  }

  /** True where a guard asks for tags of a word that has none yet. */
  unread(element: TimeElement, atom: Atom): boolean {
    return element.tags !== undefined && this.words[atom.word]!.upos === "X";
  }

  /** True where one (or, for `!`, none) of the guard's runs stands at `at`; a run looks on, but never back. */
  stands({ not, any }: GuardCheck, at: number, back: boolean): boolean {
    return any.some((run) => this.runs(run, at, back)) !== not;
  }

  runs(run: GuardCheck["any"][number], from: number, back: boolean): boolean {
    let at = from;
    for (const element of run) {
      const atom = this.atoms[at];
      if (!atom || !this.fits(element, at, from) || this.unread(element, atom)) return false;
      if (element.literal !== undefined) {
        if (element.literal !== atom.lower) return false;
        at += 1;
        continue;
      }
      const hit = this.read(element.of!, at);
      if (!hit || (back && hit.end !== from + 1)) return false;
      at = hit.end;
    }
    return true;
  }
}

const longer = (a: Hit | null, b: Hit | null): Hit | null => {
  if (!a || !b) return a ?? b;
  if (a.end !== b.end) return a.end > b.end ? a : b;
  return (b.rule?.order ?? 0) < (a.rule?.order ?? 0) ? b : a;
};

const fill = (template: string, slots: readonly Slot[]): string =>
  template.includes("{")
    ? template
        .replace(/\{([\w-]+)\}/g, (_, name) => slots.find((slot) => slot.name === name)?.hit.value ?? "")
        .trim()
    : template;
