// Sentences of words -> what the network says of each word: its tag, its head and relation, and the scores of its labels
// as part of a name. Sentences are read a roomful at a time; one that is too long for a tree of its own is cut.
import type { TreesLanguage } from "../../language/trees.ts";
import {
  mendAsides,
  mendAuxiliaries,
  mendCompany,
  mendDelayed,
  mendObjects,
  mendOpenClauses,
  mendReports,
  mendSubjects,
  mendTails,
} from "./asides.ts";
import { enterWord } from "./enter.ts";
import {
  mendBehind,
  mendHeadline,
  mendJoined,
  mendLists,
  mendNamed,
  mendPairs,
  mendParallels,
} from "./pairs.ts";
import { readTree } from "./read-tree.ts";
import type { Sketch } from "./sketch.ts";
import { longest, mostRows, type Place, type Room, roomOf, runBlocks } from "./states.ts";

/** Columns by word of the document; heads are indexes into the document, -1 for a root. */
export type Analysis = {
  readonly tags: Uint8Array;
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
  /** `labels` scores a word, in the order of `labelKinds`. */
  readonly names: Float32Array;
};

/** A stretch of the document that gets a tree of its own. */
type Piece = { readonly first: number; readonly length: number };

/** Analyses a document's words; `sentences` gives the first word and the end of each sentence. */
export const analyse = (
  forms: readonly string[],
  sentences: readonly (readonly [first: number, end: number])[],
  known: Int32Array,
  language: TreesLanguage,
): Analysis => {
  const { network } = language;
  const analysis: Analysis = {
    tags: new Uint8Array(forms.length),
    heads: new Int32Array(forms.length),
    relations: new Uint8Array(forms.length),
    names: new Float32Array(forms.length * network.sizes.names),
  };
  const room = roomOf(network);
  let pieces: Piece[] = [];
  let places: Place[] = [];
  let rows = 1;
  const flush = (): void => {
    if (pieces.length === 0) return;
    runBlocks(room, places, rows);
    pieces.forEach((piece, at) => {
      readPiece(room, places[at]!, piece, forms, analysis, language);
    });
    pieces = [];
    places = [];
    rows = 1;
  };
  for (const [first, end] of sentences)
    for (const piece of cut(first, end)) {
      if (rows + piece.length + 1 > mostRows) flush();
      const place = { row: rows, length: piece.length };
      for (let index = 0; index < piece.length; index += 1) {
        const word = piece.first + index;
        enterWord(room.entrance, room, rows + index, forms[word]!, known[word]!);
      }
      pieces.push(piece);
      places.push(place);
      rows += piece.length + 1;
    }
  flush();
  for (const [first, end] of sentences) join(analysis.heads, first, end, analysis.relations, language);
  return analysis;
};

/** In this order: what one has mended the next may look at. */
const mends: readonly ((sketch: Sketch) => void)[] = [
  mendAuxiliaries,
  mendAsides,
  mendDelayed,
  mendObjects,
  mendHeadline,
  mendLists,
  mendNamed,
  mendBehind,
  mendPairs,
  mendParallels,
  mendJoined,
  mendSubjects,
  mendCompany,
  mendTails,
  mendOpenClauses,
  mendReports,
];

/** Reads one piece off the room, whose blocks have run, and mends its tree. */
const readPiece = (
  room: Room,
  place: Place,
  piece: Piece,
  forms: readonly string[],
  analysis: Analysis,
  language: TreesLanguage,
): void => {
  readWords(room, place, piece, analysis);
  const { first, length } = piece;
  const end = first + length;
  const heads = analysis.heads.subarray(first, end);
  const relations = analysis.relations.subarray(first, end);
  readTree(room, place, heads, relations, language.root);
  const { id, sayings, relations: names, tags } = language;
  const sketch: Sketch = {
    forms: forms.slice(first, end),
    head: heads,
    relation: relations,
    names,
    id,
    sayings,
    conjunction: (index) => tags[analysis.tags[first + index]!]!.upos === "SCONJ",
  };
  for (const mend of mends) mend(sketch);
  for (let index = 0; index < length; index += 1) if (heads[index]! >= 0) heads[index]! += first;
};

/** Sentences that are too long for a tree of their own are cut into pieces, each with a tree. */
const cut = (first: number, end: number): Piece[] => {
  const pieces: Piece[] = [];
  for (let at = first; at < end; at += longest)
    pieces.push({ first: at, length: Math.min(longest, end - at) });
  return pieces;
};

/** Hangs the roots of a cut sentence's later pieces on its first. */
const join = (
  heads: Int32Array,
  first: number,
  end: number,
  relations: Uint8Array,
  { relations: names }: TreesLanguage,
): void => {
  if (end - first <= longest) return;
  const root = heads.indexOf(-1, first);
  for (let at = heads.indexOf(-1, root + 1); at >= 0 && at < end; at = heads.indexOf(-1, at + 1)) {
    heads[at] = root;
    relations[at] = names.indexOf("parataxis");
  }
};

/** Tags by the best score, and the scores of names. */
const readWords = (room: Room, { row }: Place, { first, length }: Piece, { tags, names }: Analysis): void => {
  const { sizes, heads } = room.network;
  const { scale, bias, outputs } = heads;
  for (let index = 0; index < length; index += 1) {
    const from = (row + index) * outputs;
    let high = Number.NEGATIVE_INFINITY;
    for (let tag = 0; tag < sizes.tags; tag += 1) {
      const score = room.sum[from + tag]! * scale[tag]! + bias[tag]!;
      if (score > high) {
        high = score;
        tags[first + index] = tag;
      }
    }
    for (let label = 0; label < sizes.names; label += 1) {
      const n = sizes.tags + label;
      names[(first + index) * sizes.names + label] = room.sum[from + n]! * scale[n]! + bias[n]!;
    }
  }
};
