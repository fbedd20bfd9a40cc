// Weights and tables of tags, trees, lemmas and features: models/en/trees.weights and language/en/trees/.
import { LanguageError } from "./error.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { loadGazetteer } from "./names.ts";
import { type Network, readNetwork } from "./network.ts";
import { readTable } from "./table.ts";
import { asText, readWeights, type Weights } from "./weights.ts";

/** A tag is a part of speech with a Penn tag, `VERB VBD`. */
export type Tag = { readonly upos: string; readonly xpos: string };

/** How lemmas are made: exceptions first, then the rule of the longest known ending. */
export type LemmaModel = {
  /** `form TAB Penn tag` -> lemma; a key without a tag holds for all tags. */
  readonly exceptions: ReadonlyMap<string, string>;
  /** `Penn tag TAB ending` -> how many characters to cut, and what to add. */
  readonly rules: ReadonlyMap<string, { readonly cut: number; readonly add: string }>;
};

/** Features by part of speech, Penn tag and form (`PRON PRP us`) or, for forms not listed, without it (`VERB VBD`). */
export type FeatureModel = ReadonlyMap<string, string>;

const mended = [
  "acl:relcl",
  "appos",
  "aux:pass",
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
  readonly features: FeatureModel;
  /** Forms of saying that make asides. */
  readonly sayings: ReadonlySet<string>;
};

export const treesPath = "models/en/trees.weights";

/** Reads the trees layer's tables and weights. Throws LanguageError with file and line. */
export const loadTrees = (gazetteer = loadGazetteer()): TreesLanguage => {
  const weights = readWeights(treesPath);
  const tags = (weights.note.tags as string[]).map((name) => ({
    upos: name.split(" ")[0]!,
    xpos: name.split(" ")[1]!,
  }));
  const relations = weights.note.relations as string[];
  return {
    network: readNetwork(weights),
    gazetteer,
    tags,
    relations,
    root: relations.indexOf("root"),
    id: Object.fromEntries(mended.map((name) => [name, relations.indexOf(name)])) as TreesLanguage["id"],
    lemmas: lemmaModel(weights),
    features: new Map(linesOf(weights, "features", 2) as [string, string][]),
    sayings: new Set(readTable("language/en/trees/sayings.tsv", ["form"]).map(({ form }) => form)),
  };
};

const lemmaModel = (weights: Weights): LemmaModel => {
  const exceptions = new Map<string, string>();
  for (const [form, xpos, lemma] of linesOf(weights, "lemmas", 3)) exceptions.set(`${form}\t${xpos}`, lemma!);
  for (const { form, xpos, lemma } of readTable("language/en/trees/lemmas.tsv", ["form", "xpos", "lemma"]))
    exceptions.set(xpos === "" ? form : `${form}\t${xpos}`, lemma);
  for (const { verb, spelling } of readTable("language/en/trees/verbs.tsv", ["verb", "spelling"]))
    for (const [xpos, form] of formsOf(verb, spelling === "double")) exceptions.set(`${form}\t${xpos}`, verb);
  const rules = new Map<string, { cut: number; add: string }>();
  for (const [xpos, ending, cut, add] of linesOf(weights, "endings", 4))
    rules.set(`${xpos}\t${ending}`, { cut: Number(cut), add: add! });
  return { exceptions, rules };
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
