// The layers of a text, each with its key, its count and the underline by which it is known.
import type { Record } from "../../record/schema.ts";
import { type Layer, layers } from "../reading/marks.ts";

/** The bar. */
export const LayerBar = ({
  record,
  on,
  toggle,
}: {
  record: Record;
  on: readonly Layer[];
  toggle: (layer: Layer) => void;
}) => (
  <div class="layer-bar reader-bar" role="group" aria-label="Layers">
    {layers.map((layer, at) => (
      <button
        key={layer}
        type="button"
        class={`layer of-${layer}`}
        aria-pressed={on.includes(layer)}
        onClick={() => toggle(layer)}
      >
        <kbd>{at + 1}</kbd> <span class="layer-name">{layer}</span>{" "}
        <span class="number soft">{record[layer].length}</span>
      </button>
    ))}
  </div>
);
