// A sentence whose tree is still being mended.
import type { TreesLanguage } from "../../language/trees.ts";

/** Heads by index, -1 for the root; relations by number, whose names are `names` and whose numbers `id`. */
export type Sketch = Pick<TreesLanguage, "id" | "sayings"> & {
  readonly forms: readonly string[];
  readonly head: Int32Array;
  readonly relation: Uint8Array;
  readonly names: readonly string[];
  /** Whether a word was tagged as a conjunction that opens a clause. */
  readonly conjunction: (index: number) => boolean;
};
