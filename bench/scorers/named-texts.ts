// Files of named entities -> texts with the names of people, organizations and places in one scheme.
// UNER: PER, ORG, LOC as they are. Word-a-line files: words joined by spaces; politician and person are persons,
// politicalparty and organisation organizations, country, location, geo and state-like gpe places.
import { readFileSync } from "node:fs";
import { loadGazetteer } from "../../src/language/names.ts";
import { loadTokens } from "../../src/language/tokens.ts";
import { type NamedSentence, readColumns, readMentions } from "../../training/name-corpora.ts";
import { segmenter } from "../../training/name-segments.ts";
import { readMarkedNames } from "../../training/name-treebank.ts";
import { readLines, toUnits } from "../data.ts";
import type { KindSpan } from "./spans.ts";

/** A text with its gold names, UTF-16 offsets. */
export type NamedText = { text: string; names: KindSpan[] };

type Line = { text: string; entities: { start: number; end: number; type: string }[] };

const unerKinds: { [type: string]: string } = { PER: "person", ORG: "organization", LOC: "place" };

/** Reads UNER JSON Lines, other JSON Lines of entities, word-a-line files (.bio, .conll), or our own treebank. */
export const readNamedTexts = (path: string): NamedText[] => {
  if (path.endsWith(".conllu")) return readMarkedNames(path, loadGazetteer()).map(joinWords);
  if (!path.endsWith(".jsonl"))
    return readColumns(path, { tokens: loadTokens(), gazetteer: loadGazetteer() }).map(joinWords);
  if (/"source"|"split"/.test(readFileSync(path, "utf8").slice(0, 400)))
    return readMentions(path, segmenter(), loadGazetteer()).map(joinWords);
  return readLines<Line>(path).map(({ text, entities }) => {
    const unit = toUnits(text);
    const names = entities.map(({ start, end, type }) => ({
      start: unit(start),
      end: unit(end),
      kind: unerKinds[type] ?? type,
    }));
    return { text, names };
  });
};

/** Words joined by single spaces. */
export const joinWords = ({ forms, names }: NamedSentence): NamedText => {
  const starts: number[] = [];
  let text = "";
  for (const form of forms) {
    starts.push(text.length);
    text += `${form} `;
  }
  return {
    text,
    names: names.map(({ first, last, kind }) => ({
      start: starts[first]!,
      end: starts[last]! + forms[last]!.length,
      kind,
    })),
  };
};
