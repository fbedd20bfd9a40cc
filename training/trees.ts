// `npm run train -- trees`: treebanks, with the tags that the tagger would give them -> models/en/trees.weights.
import { type ParseRun, treesPath } from "../src/language/trees.ts";
import { lookup } from "../src/stages/trees/lexicon.ts";
import { buildLexicon } from "./lexicon.ts";
import { newGoldTree } from "./oracle.ts";
import { type Frame, honestTrees, type ParserExample, trainRun } from "./parser.ts";
import { honestTags } from "./tag-passes.ts";
import { asLists, asTagged, readTreebanks, tagFrame } from "./tags.ts";
import { type Part, writeWeights } from "./write-weights.ts";

export const trainTrees = (): void => {
  const sentences = readTreebanks();
  const tagging = tagFrame(sentences);
  const tagged = sentences.map((sentence) => asTagged(sentence, tagging));
  console.error("trees: tags from taggers that never saw what they tag");
  const tags = honestTags(tagged, honestTags(tagged, undefined, tagging), tagging);
  const names = [...new Set(sentences.flatMap(({ relations }) => relations))].sort();
  const frame: Frame = { ...tagging, names, find: lookup(buildLexicon(tagged).hashes) };
  const examples = sentences.map(
    ({ forms, heads, relations }, index): ParserExample => ({
      forms,
      tags: tags[index]!,
      gold: newGoldTree(
        heads,
        relations.map((relation) => names.indexOf(relation)),
      ),
    }),
  );
  console.error("trees: the first run");
  const first = trainRun(examples, frame, 1);
  console.error("trees: first runs that never saw what they parse");
  const hints = honestTrees(examples, frame);
  console.error("trees: the second run");
  const second = trainRun(
    examples.map((example, index) => ({ ...example, hint: hints[index]! })),
    frame,
    2,
  );
  const size = writeWeights(
    treesPath,
    { relations: names },
    { ...partsOf("first", first), ...partsOf("second", second) },
  );
  console.error(`trees: ${treesPath}, ${size} bytes`);
};

const partsOf = (prefix: string, { actions, candidates }: ParseRun): { [name: string]: Part } => ({
  [`${prefix} actions`]: actions,
  [`${prefix} candidates`]: asLists(candidates),
});
