// Weights and tables of the tagger and the parser: models/en/tags.weights and trees.weights, language/en/trees/.
import { LanguageError } from "./error.ts";
import { readTable } from "./table.ts";
import { asInt8, asInt32, asText, readWeights, type Weights } from "./weights.ts";

/** The tagger: a tag is a part of speech with a Penn tag, `VERB VBD`; classes of words that share their tags. */
export type TagModel = {
  readonly tags: readonly { readonly upos: string; readonly xpos: string }[];
  readonly uposes: readonly string[];
  /** For each tag its part of speech, an index into `uposes`. */
  readonly uposOf: Uint8Array;
  /** For each class of the lexicon the tags to choose from; class 0 holds the words that the lexicon lacks. */
  readonly candidates: readonly Uint8Array[];
  /** Open-addressed: pairs of a form's hash and its class; a hash of 0 is a free place. */
  readonly lexicon: Int32Array;
  readonly firstPass: Int8Array;
  readonly secondPass: Int8Array;
};

/** One of the parser's two runs. `candidates` is indexed by parts of speech of head and child, and side (see attach.ts). */
export type ParseRun = {
  readonly actions: Int8Array;
  readonly candidates: readonly Uint8Array[];
  /** The number of `root` among the relations. */
  readonly root: number;
  /** The number of `dep`, for words that no other relation fits. */
  readonly spare: number;
};

/** The parser: relations by number, and the weights of its run from left to right and of the one back. */
export type ParseModel = {
  readonly names: readonly string[];
  /** The number of `punct` among the relations, and of PUNCT among the parts of speech. */
  readonly punct: number;
  readonly mark: number;
  readonly first: ParseRun;
  readonly second: ParseRun;
};

/** How lemmas are made: exceptions first, then the rule of the longest known ending. */
export type LemmaModel = {
  /** `form TAB Penn tag` -> lemma; a key without a tag holds for all tags. */
  readonly exceptions: ReadonlyMap<string, string>;
  /** `Penn tag TAB ending` -> how many characters to cut, and what to add. */
  readonly rules: ReadonlyMap<string, { readonly cut: number; readonly add: string }>;
};

/** Features by part of speech, Penn tag and form (`PRON PRP us`) or, for forms not listed, without it (`VERB VBD`). */
export type FeatureModel = ReadonlyMap<string, string>;

/** Tables, rules and weights of the trees stage. */
export type TreesLanguage = {
  readonly tagger: TagModel;
  readonly parser: ParseModel;
  readonly lemmas: LemmaModel;
  readonly features: FeatureModel;
  /** Forms of saying that make asides. */
  readonly sayings: ReadonlySet<string>;
};

export const tagsPath = "models/en/tags.weights";
export const treesPath = "models/en/trees.weights";

/** Reads the trees layer's tables and weights. Throws LanguageError with file and line. */
export const loadTrees = (): TreesLanguage => {
  const tags = readWeights(tagsPath);
  const tagger = tagModel(tags);
  return {
    tagger,
    parser: parseModel(readWeights(treesPath), tagger),
    lemmas: lemmaModel(tags),
    features: new Map(linesOf(tags, "features", 2) as [string, string][]),
    sayings: new Set(readTable("language/en/trees/sayings.tsv", ["form"]).map(({ form }) => form)),
  };
};

/** The tagger of a weight file. */
export const tagModel = (weights: Weights): TagModel => {
  const names = weights.note.tags as string[];
  const tags = names.map((name) => ({ upos: name.split(" ")[0]!, xpos: name.split(" ")[1]! }));
  const uposes = [...new Set(tags.map(({ upos }) => upos))].sort();
  return {
    tags,
    uposes,
    uposOf: Uint8Array.from(tags, ({ upos }) => uposes.indexOf(upos)),
    candidates: lists(weights.part("candidates")),
    lexicon: asInt32(weights.part("lexicon")),
    firstPass: asInt8(weights.part("first")),
    secondPass: asInt8(weights.part("second")),
  };
};

/** The parser of a weight file. */
export const parseModel = (weights: Weights, tagger: TagModel): ParseModel => {
  const names = weights.note.relations as string[];
  const run = (prefix: string): ParseRun => ({
    actions: asInt8(weights.part(`${prefix} actions`)),
    candidates: lists(weights.part(`${prefix} candidates`)),
    root: names.indexOf("root"),
    spare: names.indexOf("dep"),
  });
  const punct = names.indexOf("punct");
  return { names, punct, mark: tagger.uposes.indexOf("PUNCT"), first: run("first"), second: run("second") };
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
    throw new LanguageError(tagsPath, 1, `part "${part}" is damaged; make it anew with \`npm run train\``);
  return rows;
};

/** Lists of small numbers, each after its own length. */
const lists = (part: Uint8Array): Uint8Array[] => {
  const found: Uint8Array[] = [];
  for (let at = 0; at < part.length; at += part[at]! + 1) found.push(part.slice(at + 1, at + 1 + part[at]!));
  return found;
};
