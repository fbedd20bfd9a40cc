// What language/en/statements holds, read once: acts, cues, media, and rules over trees.
import { compileRules, type RuleSet } from "../match/match.ts";
import { parseRules } from "../match/rule.ts";
import type { MediumKind } from "../model/statement.ts";
import { LanguageError } from "./error.ts";
import { readText } from "./home.ts";
import { cellList, readTable } from "./table.ts";

/** Speech is said aloud or in writing; stance is wish and will; thought is held; evidence is shown by a thing. */
export type ActKind = "speech" | "stance" | "thought" | "evidence";
export type Part = "verb" | "noun" | "adjective";

/** What is done by words. `cameo` and `plover` are the codes of the act between states, empty where it has none. */
export type Act = {
  readonly name: string;
  /** The act it belongs to when only few are told apart: `say` for add, report, explain … */
  readonly broad: string;
  readonly kind: ActKind;
  readonly strength: number;
  readonly cameo: string;
  readonly plover: string;
  readonly meaning: string;
};

/**
 * A word that reports; `rest` are the words that must stand with it ("out" of "point out"). `frames` says of each of
 * its frames how often the word, so used, reports: 1, or less where the table doubts it.
 */
export type Cue = {
  readonly rest: readonly string[];
  readonly act: Act;
  readonly frames: ReadonlyMap<string, number>;
};

/** Cues of one part of speech by their first lemma, the ones with more words first. */
export type Cues = ReadonlyMap<string, readonly Cue[]>;

/** Tables and rules of the statements stage. */
export type StatementsLanguage = {
  readonly acts: ReadonlyMap<string, Act>;
  readonly cues: { readonly [part in Part]: Cues };
  readonly rules: RuleSet;
  /** Kinds of medium by the lemma that names one ("interview", "tweet"). */
  readonly media: ReadonlyMap<string, MediumKind>;
};

const home = "language/en/statements";
const kinds = ["speech", "stance", "thought", "evidence"];

/** Reads language/en/statements. Throws LanguageError with file and line. */
export const loadStatements = (): StatementsLanguage => {
  const acts = loadActs();
  const cues = loadCues(acts);
  return { acts, cues, rules: loadRules(cues), media: loadMedia() };
};

/** The act inventory, language/en/statements/acts.tsv. */
export const loadActs = (): Map<string, Act> => {
  const path = `${home}/acts.tsv`;
  const acts = new Map<string, Act>();
  for (const row of readTable(path, ["act", "broad", "kind", "strength", "cameo", "plover", "meaning"])) {
    if (!kinds.includes(row.kind))
      throw new LanguageError(path, row.line, `kind is "${row.kind}", expected ${kinds.join(", ")}`);
    if (acts.has(row.act)) throw new LanguageError(path, row.line, `the act ${row.act} stands twice`);
    acts.set(row.act, {
      name: row.act,
      broad: row.broad,
      kind: row.kind as ActKind,
      strength: Number(row.strength),
      cameo: row.cameo,
      plover: row.plover,
      meaning: row.meaning,
    });
  }
  return acts;
};

const loadCues = (acts: ReadonlyMap<string, Act>): { [part in Part]: Map<string, Cue[]> } => {
  const path = `${home}/cues.tsv`;
  const cues = { verb: new Map<string, Cue[]>(), noun: new Map(), adjective: new Map() };
  for (const row of readTable(path, ["act", "part", "frames", "words"])) {
    const act = acts.get(row.act);
    if (!act) throw new LanguageError(path, row.line, `no act "${row.act}" in acts.tsv; add it there first`);
    if (!(row.part in cues))
      throw new LanguageError(path, row.line, `part is "${row.part}", expected verb, noun or adjective`);
    const byLemma: Map<string, Cue[]> = cues[row.part as Part];
    for (const words of cellList(row.words)) {
      const [first = "", ...rest] = words.replace(/^be (\S+)$/, "$1 be").split(" ");
      const cue: Cue = { rest, act, frames: framesOf(row.frames) };
      byLemma.set(
        first,
        [...(byLemma.get(first) ?? []), cue].sort((a, b) => b.rest.length - a.rest.length),
      );
    }
  }
  return cues;
};

/** Part of a doubtful frame's uses that report. */
const doubtful = 0.55;

const framesOf = (cell: string): Map<string, number> =>
  new Map(
    cell
      .split(" ")
      .map((frame) =>
        frame.endsWith("?") ? ([frame.slice(0, -1), doubtful] as const) : ([frame, 1] as const),
      ),
  );

/** One class a frame: `clause` holds the verbs that take a clause, `noun-that` the nouns, `adjective-about` …; `noun-any` holds all nouns. */
const classesOf = (cues: { readonly [part in Part]: Cues }): Map<string, Set<string>> => {
  const classes = new Map<string, Set<string>>();
  for (const part of ["verb", "noun", "adjective"] as const)
    for (const [lemma, list] of cues[part])
      for (const frame of list.flatMap((cue) => [...cue.frames.keys()])) {
        const name = part === "verb" ? frame : `${part}-${frame}`;
        classes.set(name, (classes.get(name) ?? new Set()).add(lemma));
      }
  classes.set("noun-any", new Set(cues.noun.keys()));
  return classes;
};

const loadRules = (cues: { readonly [part in Part]: Cues }): RuleSet => {
  const path = `${home}/rules.txt`;
  const classes = classesOf(cues);
  for (const row of readTable(`${home}/classes.tsv`, ["class", "words"]))
    classes.set(row.class, new Set(cellList(row.words)));
  return compileRules(parseRules(readText(path), path), classes);
};

const loadMedia = (): Map<string, MediumKind> => {
  const media = new Map<string, MediumKind>();
  for (const row of readTable(`${home}/media.tsv`, ["kind", "words"]))
    for (const word of cellList(row.words)) media.set(word, row.kind as MediumKind);
  return media;
};

const spoken = ["clause", "tell", "quote", "urge", "accuse", "thank", "on-to", "name"];

/** True for the lemma of a verb of saying: one that takes a clause, a listener or somebody praised or accused. */
export const isSpeechWord = ({ cues }: StatementsLanguage, lemma: string): boolean =>
  (cues.verb.get(lemma.toLowerCase()) ?? []).some(
    (cue) =>
      cue.rest.length === 0 &&
      cue.act.kind === "speech" &&
      spoken.some((frame) => cue.frames.get(frame) === 1),
  );
