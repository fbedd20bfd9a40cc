// Columns -> tags, in two passes from left to right; words that have only one tag skip both.
import type { TagModel } from "../../language/trees.ts";
import { type Columns, margin } from "./encode.ts";
import { best, mostClasses, scoreClasses } from "./score.ts";
import { mostTagFeatures, tagFeatures } from "./tag-features.ts";

/** Room for the tagger's sums. */
export type TagRoom = { readonly keys: Int32Array; readonly scores: Float64Array };
export const newTagRoom = (): TagRoom => ({
  keys: new Int32Array(mostTagFeatures),
  scores: new Float64Array(mostClasses),
});

/** Fills `tag` and `upos` of the columns. */
export const tag = (columns: Columns, model: TagModel, room: TagRoom): void => {
  tagPass(columns, model, 1, room);
  tagPass(columns, model, 2, room);
  for (let at = margin; at < columns.length + margin; at += 1)
    columns.upos[at] = model.uposOf[columns.tag[at]!]!;
};

/** One pass; the second reads the first's tags from the columns and overwrites them from left to right. */
export const tagPass = (columns: Columns, model: TagModel, pass: 1 | 2, room: TagRoom): void => {
  for (let index = 0; index < columns.length; index += 1) {
    const candidates = model.candidates[columns.lexical[index + margin]!]!;
    columns.tag[index + margin] =
      candidates.length === 1 ? candidates[0]! : bestTag(columns, index, pass, candidates, model, room);
  }
};

const bestTag = (
  columns: Columns,
  index: number,
  pass: 1 | 2,
  candidates: Uint8Array,
  model: TagModel,
  { keys, scores }: TagRoom,
): number => {
  const count = tagFeatures(columns, index, pass, keys);
  scoreClasses(
    pass === 1 ? model.firstPass : model.secondPass,
    keys,
    count,
    candidates,
    candidates.length,
    scores,
  );
  return candidates[best(scores, candidates.length)]!;
};
