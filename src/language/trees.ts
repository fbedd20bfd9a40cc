// Weights and tables of tags, trees, lemmas and features: models/en/trees.weights and language/en/trees/.
import { LanguageError } from "./error.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { loadGazetteer } from "./names.ts";
import { type Network, readNetwork } from "./network.ts";
import { readTable } from "./table.ts";
import { asText, readWeights, type Weights } from "./weights.ts";

/** A tag is a part of speech with a Penn tag, `VERB VBD`; its words have `features` but where their form says otherwise. */
export type Tag = {
  readonly upos: string;
  readonly xpos: string;
  readonly features: string;
  readonly byForm: ReadonlyMap<string, string>;
};

/** How lemmas are made: exceptions first, then the rule of the longest known ending. */
export type LemmaModel = {
  /** Penn tag -> form -> lemma; the empty tag holds for all. */
  readonly exceptions: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Penn tag -> ending -> how many characters to cut, and what to add. */
  readonly rules: ReadonlyMap<string, ReadonlyMap<string, { readonly cut: number; readonly add: string }>>;
};

const mended = [
  "acl:relcl",
  "appos",
  "aux",
  "aux:pass",
  "det",
  "fixed",
  "case",
  "ccomp",
  "conj",
  "dep",
  "expl",
  "flat",
  "iobj",
  "list",
  "mark",
  "nmod",
  "nmod:desc",
  "nsubj",
  "nsubj:pass",
  "obj",
  "obl",
  "parataxis",
  "punct",
  "vocative",
  "xcomp",
] as const;
type MendedRelation = (typeof mended)[number];

/** Tables, rules and weights of the trees stage. */
export type TreesLanguage = {
  readonly network: Network;
  readonly gazetteer: Gazetteer;
  /** By number. */
  readonly tags: readonly Tag[];
  readonly relations: readonly string[];
  /** The number of `root` among the relations, and of those that the stage mends by name. */
  readonly root: number;
  readonly id: Readonly<Record<MendedRelation, number>>;
  readonly lemmas: LemmaModel;
  /** Forms of saying that make asides. */
  readonly sayings: ReadonlySet<string>;
};

export const treesPath = "models/en/trees.weights";

/** Reads the trees layer's tables and weights. Throws LanguageError with file and line. */
export const loadTrees = (gazetteer = loadGazetteer()): TreesLanguage => {
  const weights = readWeights(treesPath);
  const tags = tagsOf(weights);
  const relations = weights.note.relations as string[];
  return {
    network: readNetwork(weights),
    gazetteer,
    tags,
    relations,
    root: relations.indexOf("root"),
    id: Object.fromEntries(mended.map((name) => [name, relations.indexOf(name)])) as TreesLanguage["id"],
    lemmas: lemmaModel(weights),
    sayings: new Set(readTable("language/en/trees/sayings.tsv", ["form"]).map(({ form }) => form)),
  };
};

/** Features are written by tag (`VERB VBD`) and, where forms differ, by tag and form (`PRON PRP us`). */
const tagsOf = (weights: Weights): Tag[] => {
  const byTag = new Map<string, Map<string, string>>();
  for (const [key, features] of linesOf(weights, "features", 2)) {
    const [upos, xpos, form = ""] = key!.split(" ");
    set(byTag, `${upos} ${xpos}`, form, features!);
  }
  return (weights.note.tags as string[]).map((name) => {
    const [upos, xpos] = name.split(" ") as [string, string];
    const byForm = byTag.get(name) ?? new Map<string, string>();
    return { upos, xpos, features: byForm.get("") ?? "", byForm };
  });
};

const lemmaModel = (weights: Weights): LemmaModel => {
  const exceptions = new Map<string, Map<string, string>>();
  for (const [form, xpos, lemma] of linesOf(weights, "lemmas", 3)) set(exceptions, xpos!, form!, lemma!);
  for (const { form, xpos, lemma } of readTable("language/en/trees/lemmas.tsv", ["form", "xpos", "lemma"]))
    set(exceptions, xpos, form, lemma);
  for (const { verb, spelling } of readTable("language/en/trees/verbs.tsv", ["verb", "spelling"]))
    for (const [xpos, form] of formsOf(verb, spelling === "double")) set(exceptions, xpos, form, verb);
  const rules = new Map<string, Map<string, { cut: number; add: string }>>();
  for (const [xpos, ending, cut, add] of linesOf(weights, "endings", 4))
    set(rules, xpos!, ending!, { cut: Number(cut), add: add! });
  return { exceptions, rules };
};

/** Sets a value of a map of maps. */
const set = <T>(maps: Map<string, Map<string, T>>, outer: string, inner: string, value: T): void => {
  const map = maps.get(outer);
  if (map) map.set(inner, value);
  else maps.set(outer, new Map([[inner, value]]));
};

/** The regular forms of a verb with their tags: deny -> denies, denied, denying. */
const formsOf = (verb: string, double: boolean): [xpos: string, form: string][] => {
  const third = /[^aeiou]y$/.test(verb)
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh|o)$/.test(verb)
      ? `${verb}es`
      : `${verb}s`;
  const stem = double ? verb + verb.at(-1) : verb.replace(/e$/, "");
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  return [
    ["VBZ", third],
    ["VBD", past],
    ["VBN", past],
    ["VBG", `${verb.endsWith("ee") ? verb : stem}ing`],
  ];
};

const linesOf = (weights: Weights, part: string, cells: number): string[][] => {
  const rows = asText(weights.part(part))
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
  if (rows.some((row) => row.length !== cells))
    throw new LanguageError(treesPath, 1, `part "${part}" is damaged; make it anew with \`npm run train\``);
  return rows;
};
