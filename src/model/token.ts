// Tokens and words: the same units before and after the engine has read them, numbered through the document.
import type { Span } from "./span.ts";

/** A syntactic word by UD English conventions (contractions split); `text` is the document's text at its span. */
export type Token = Span & {
  readonly index: number;
  readonly sentence: number;
  readonly text: string;
};

/** Universal Dependencies' part-of-speech tags. */
export type Upos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/** A token with its tags, its lemma and its place in its sentence's dependency tree (UD v2, English). */
export type Word = Token & {
  readonly upos: Upos;
  /** Penn Treebank tag. */
  readonly xpos: string;
  readonly lemma: string;
  /** UD features as in CoNLL-U, `Number=Sing|Person=3`; empty where there are none. */
  readonly features: string;
  /** Index of the governing word in `words`, -1 for the root of a sentence. */
  readonly head: number;
  /** UD relation with its subtype, `nsubj:pass`. */
  readonly relation: string;
  /** Indexes of the words that this one governs, in text order. */
  readonly children: readonly number[];
};
