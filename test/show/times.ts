// A time as `yesterday = 2025-03-03 DATE published`; the ends of an interval follow as `2025-02..2025-03`.
import type { Reading } from "../../src/model/reading.ts";

export const show = ({ document, times }: Reading): string[] =>
  times.map(
    (time) =>
      `${document.text.slice(time.start, time.end)} = ${time.value} ${time.type}${time.mod ? ` ${time.mod}` : ""} ${time.basis}${shownInterval(time)}`,
  );

const shownInterval = ({ from, to }: Reading["times"][number]): string =>
  from === undefined && to === undefined ? "" : ` ${from ?? ""}..${to ?? ""}`;
