// Sentences, and the quotations that run through and over them.
import type { Span } from "./span.ts";

/** A stretch between quotation marks; `inner` leaves the marks out. A missing closer ends with its paragraph. */
export type Quotation = Span & {
  readonly index: number;
  readonly inner: Span;
  /** 0 for a quotation in running text, 1 for one inside another. */
  readonly depth: number;
  readonly closed: boolean;
  /** True where it opens a paragraph and goes on from the quotation before it, which was left open. */
  readonly continues: boolean;
};

/** What a paragraph is in the text's layout. */
export type Block = "prose" | "heading" | "item" | "turn";

/** Lines that belong together, from the first to the last character that is not white space. */
export type Paragraph = Span & { readonly index: number; readonly block: Block };

/** One sentence. Its span starts and ends with its first and last token. */
export type Sentence = Span & {
  readonly index: number;
  /** Number of the paragraph, from 0; paragraphs part at line ends the segmenter takes as breaks. */
  readonly paragraph: number;
  readonly block: Block;
};
