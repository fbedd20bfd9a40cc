// Actors: pronouns and links on GUM news, pronouns on GAP, country and sector on PLOVER's records, names on re3d.
import { basename } from "node:path";
import { loadLanguage } from "../../src/language/language.ts";
import { corpus } from "../data.ts";
import type { Figure, Measure } from "../figure.ts";
import { measureGap } from "../sets/gap.ts";
import { measureGum } from "../sets/gum-coreference.ts";
import { measurePlover } from "../sets/plover-actors.ts";
import { measureRe3d } from "../sets/re3d.ts";

const defaults = [
  "coref/gum-news-train-dev.jsonl",
  "coref/gap-development.jsonl",
  "events/plover-gold-standard-records.json",
  "entities/re3d-dev.jsonl",
];

/** A file's set is told by its name: `gap`, `plover` or `re3d`; anything else is read as GUM's coreference. */
export const measure: Measure = ({ data }) => {
  const language = loadLanguage();
  const figures: Figure[] = [];
  for (const path of data.length > 0 ? data : defaults.map(corpus)) {
    const name = basename(path);
    const found = name.includes("gap")
      ? measureGap(path, language)
      : name.includes("plover")
        ? measurePlover(path, language)
        : name.includes("re3d")
          ? measureRe3d(path, language)
          : measureGum(path, language);
    for (const [figure, value] of found) figures.push({ layer: "actors", data: name, figure, value });
  }
  return figures;
};
