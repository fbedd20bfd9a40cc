// `npm run train -- trees`: treebanks, with the tags that the tagger would give them -> models/en/trees.weights.
import { treesPath } from "../src/language/trees.ts";
import { newGoldTree } from "./oracle.ts";
import { type ParserExample, trainParser } from "./parser.ts";
import { honestTags } from "./tag-passes.ts";
import { asLists, asTagged, readTreebanks, tagFrame } from "./tags.ts";
import { writeWeights } from "./write-weights.ts";

export const trainTrees = (): void => {
  const sentences = readTreebanks();
  const frame = tagFrame(sentences);
  const tagged = sentences.map((sentence) => asTagged(sentence, frame));
  console.error("trees: honest tags, first pass");
  const ahead = honestTags(tagged, undefined, frame);
  console.error("trees: honest tags, second pass");
  const tags = honestTags(tagged, ahead, frame);
  const names = [...new Set(sentences.flatMap(({ relations }) => relations))].sort();
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
  const model = trainParser(examples, frame, names);
  const size = writeWeights(
    treesPath,
    { relations: names },
    { moves: model.moves, relations: model.relations, candidates: asLists(model.candidates) },
  );
  console.error(`trees: ${treesPath}, ${size} bytes`);
};
