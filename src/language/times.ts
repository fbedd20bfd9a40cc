// What language/en/times holds, read once: words and rules, compiled into one trie a class.
import { LanguageError } from "./error.ts";
import { readText } from "./home.ts";
import { cellList, readTable } from "./table.ts";
import { parseTimePattern } from "./time-pattern.ts";
import { parseTimeRules, type TimeRule } from "./time-rules.ts";
import { addRule, codeClasses, emptyNode, type TimeClass } from "./time-trie.ts";

const verbKinds = ["ahead", "planning", "arranging", "moving", "plans", "scheduled", "term"] as const;
type VerbKind = (typeof verbKinds)[number];

/** Tables and rules of the times stage. `top` are the classes that are times in themselves, in order. */
export type TimesLanguage = {
  readonly layer: "times";
  readonly rules: readonly TimeRule[];
  readonly classes: ReadonlyMap<string, TimeClass>;
  readonly top: readonly TimeClass[];
  /** Those of them that a lower-case word may open. */
  readonly opened: ReadonlyMap<string, readonly TimeClass[]>;
  /** Number words by value, `twelve` 12. */
  readonly numerals: ReadonlyMap<string, number>;
  /** Ordinal words by value, `twelfth` 12. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** What verbs and the words before a time tell of its side; see verbs.tsv. */
  readonly verbs: Readonly<Record<VerbKind, ReadonlySet<string>>>;
  /** Verbs and nouns for the same kind of act, by lemma: `call` and `phone` are `contact`. */
  readonly acts: ReadonlyMap<string, string>;
};

/** Rule files in the order of the cascade: a rule may use only classes that stand before its own. */
const files = ["clock", "calendar", "relative", "together", "edges", "periods", "vague", "sets"];
const folder = "language/en/times";

/** Reads language/en/times. Throws LanguageError with file and line. */
export const loadTimes = (): TimesLanguage => {
  const numerals = new Map<string, number>();
  const ordinals = new Map<string, number>();
  const acts = new Map<string, string>();
  for (const row of readTable(`${folder}/numbers.tsv`, ["kind", "value", "word"])) {
    if (row.kind !== "cardinal" && row.kind !== "ordinal")
      throw new LanguageError(
        `${folder}/numbers.tsv`,
        row.line,
        `kind "${row.kind}", expected cardinal or ordinal`,
      );
    (row.kind === "cardinal" ? numerals : ordinals).set(row.word, Number(row.value));
  }
  for (const row of readTable(`${folder}/acts.tsv`, ["act", "lemmas"]))
    for (const lemma of cellList(row.lemmas)) acts.set(lemma, row.act);
  const verbs = verbTable();
  const rules = [...wordRules()];
  const builder = new Builder(numerals, ordinals);
  for (const rule of rules) builder.add(rule);
  for (const name of files) {
    const path = `${folder}/${name}.txt`;
    const parsed = parseTimeRules(readText(path), path, rules.length);
    const steps = [
      ...parsed.unions.map((union) => ({ line: union.line, run: () => builder.union(union, path) })),
      ...parsed.rules.map((rule) => ({ line: rule.line, run: () => builder.add(rule) })),
    ].sort((a, b) => a.line - b.line);
    for (const step of steps) step.run();
    rules.push(...parsed.rules);
  }
  return { layer: "times", rules, numerals, ordinals, acts, verbs, ...builder.done(rules) };
};

const verbTable = (): Record<VerbKind, Set<string>> => {
  const found = {
    ahead: new Set<string>(),
    planning: new Set<string>(),
    arranging: new Set<string>(),
    moving: new Set<string>(),
    plans: new Set<string>(),
    scheduled: new Set<string>(),
    term: new Set<string>(),
  };
  for (const row of readTable(`${folder}/verbs.tsv`, ["kind", "words"])) {
    const kind = verbKinds.find((one) => one === row.kind);
    if (!kind)
      throw new LanguageError(
        `${folder}/verbs.tsv`,
        row.line,
        `kind "${row.kind}", expected ${verbKinds.join(", ")}`,
      );
    for (const word of cellList(row.words)) found[kind].add(word);
  }
  return found;
};

/** Rows of words.tsv as rules: the forms give the class, the value is said as it stands. */
const wordRules = (): TimeRule[] =>
  readTable(`${folder}/words.tsv`, ["class", "value", "forms"]).map((row, order) => ({
    id: `${row.class}-word`,
    description: "",
    class: row.class,
    type: undefined,
    sequences: cellList(row.forms).flatMap((form) => parseTimePattern(form, `${folder}/words.tsv`, row.line)),
    said: row.value,
    mod: "",
    order,
    examples: [],
    path: `${folder}/words.tsv`,
    line: row.line,
  }));

type Draft = { -readonly [key in keyof TimeClass]: TimeClass[key] } & {
  first: Set<string>;
  members: TimeClass[];
};

class Builder {
  readonly classes = new Map<string, Draft>();
  readonly closed = new Set<string>();
  open = "";

  constructor(numerals: ReadonlyMap<string, number>, ordinals: ReadonlyMap<string, number>) {
    const number = ["a", "half", ...numerals.keys()];
    const ordinal = [...ordinals.keys(), ...numerals.keys()];
    const first: { [code: string]: Iterable<string> } = {
      number,
      ordinal,
      "ordinal-day": ordinal,
      century: ordinal,
      "year-words": numerals.keys(),
    };
    for (const code of codeClasses)
      this.classes.set(code, {
        name: code,
        code,
        members: [],
        first: new Set(first[code] ?? []),
        digits: code !== "year-words",
      });
    for (const code of codeClasses) this.closed.add(code);
  }

  add(rule: TimeRule): void {
    const drawn = this.classes.get(rule.class) ?? this.fresh(rule.class);
    if (this.open !== rule.class) {
      this.closed.add(this.open);
      this.open = rule.class;
    }
    if (this.closed.has(rule.class) && rule.type !== undefined)
      throw new LanguageError(
        rule.path,
        rule.line,
        `class ${rule.class} was closed above; keep its rules together`,
      );
    for (const { elements, before, after } of rule.sequences) {
      for (const element of [...elements, ...[...before, ...after].flatMap((guard) => guard.any.flat())])
        if (element.class !== undefined && (element.class === rule.class || !this.classes.has(element.class)))
          throw new LanguageError(rule.path, rule.line, `{${element.class}} is no class above this rule`);
      this.opens(drawn, elements[0]!.literal, elements[0]!.class);
    }
    addRule(drawn.node!, rule, this.classes);
  }

  union({ name, members, line }: { name: string; members: string[]; line: number }, path: string): void {
    const drawn: Draft = { name, members: [], first: new Set(), digits: false };
    for (const member of members) {
      const known = this.classes.get(member);
      if (!known) throw new LanguageError(path, line, `"${member}" is no class above this line`);
      drawn.members.push(known);
      this.opens(drawn, undefined, member);
    }
    this.classes.set(name, drawn);
  }

  done(rules: readonly TimeRule[]): Pick<TimesLanguage, "classes" | "top" | "opened"> {
    const typed = new Set(rules.filter((rule) => rule.type !== undefined).map((rule) => rule.class));
    const top = [...typed].map((name) => this.classes.get(name)!);
    const opened = new Map<string, TimeClass[]>();
    for (const one of top) for (const word of one.first) opened.set(word, [...(opened.get(word) ?? []), one]);
    return { classes: this.classes, top, opened };
  }

  fresh(name: string): Draft {
    const drawn: Draft = { name, node: emptyNode(), members: [], first: new Set(), digits: false };
    this.classes.set(name, drawn);
    return drawn;
  }

  opens(drawn: Draft, literal: string | undefined, name: string | undefined): void {
    if (literal !== undefined) {
      drawn.first.add(literal);
      if (/^\d/.test(literal)) drawn.digits = true;
      return;
    }
    const other = this.classes.get(name!)!;
    for (const word of other.first) drawn.first.add(word);
    if (other.digits) drawn.digits = true;
  }
}
