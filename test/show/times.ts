// A time as `yesterday = 2025-03-03 DATE published`.
import type { Reading } from "../../src/model/reading.ts";

export const show = ({ document, times }: Reading): string[] =>
  times.map(
    (time) =>
      `${document.text.slice(time.start, time.end)} = ${time.value} ${time.type}${time.mod ? ` ${time.mod}` : ""} ${time.basis}`,
  );
