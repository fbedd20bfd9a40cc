// Characters that no one sees but that turn the text around them -> pieces that name them, so that nobody is misled.

const names: { readonly [character: string]: string } = {
  "\u061c": "ALM",
  "\u200e": "LRM",
  "\u200f": "RLM",
  "\u202a": "LRE",
  "\u202b": "RLE",
  "\u202c": "PDF",
  "\u202d": "LRO",
  "\u202e": "RLO",
  "\u2066": "LRI",
  "\u2067": "RLI",
  "\u2068": "FSI",
  "\u2069": "PDI",
};
const control = /([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])/;

/** A piece of text; `name` is there where it is one unseen control character. */
export type Piece = { readonly text: string; readonly name?: string };

/** Cuts a text at its control characters. */
export const piecesOf = (text: string): Piece[] =>
  control.test(text)
    ? text
        .split(control)
        .filter((part) => part !== "")
        .map((part) => ({ text: part, ...(names[part] !== undefined && { name: names[part] }) }))
    : [{ text }];
