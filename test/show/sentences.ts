// One sentence a line, white space made one; paragraphs part by their number, blocks other than prose are named.
import type { Reading } from "../../src/model/reading.ts";

export const show = ({ document, sentences }: Reading): string[] =>
  sentences.map(({ start, end, paragraph, block }) => {
    const text = document.text.slice(start, end).replace(/\s+/g, " ");
    return `${paragraph}${block === "prose" ? "" : ` ${block}`}: ${text}`;
  });
