// One sentence a line, its tokens parted by spaces.
import type { Reading } from "../../src/model/reading.ts";

export const show = ({ sentences, tokens }: Reading): string[] =>
  sentences.map(({ index }) =>
    tokens
      .filter((token) => token.sentence === index)
      .map((token) => token.text)
      .join(" "),
  );
