// A statement as `>> source = speakers | cue | content // content | act form`, one `>` a level, then what else is known of it.

import type { Reading } from "../../src/model/reading.ts";
import type { Span } from "../../src/model/span.ts";
import type { Statement } from "../../src/model/statement.ts";

export const show = ({ document, statements, actors }: Reading): string[] => {
  const textOf = (span: Span | undefined) =>
    span ? document.text.slice(span.start, span.end).replace(/\s+/g, " ") : "-";
  const namesOf = (indexes: readonly number[]) => indexes.map((index) => actors[index]!.name).join(" & ");
  const depthOf = (one: Statement): number =>
    one.within === undefined ? 1 : 1 + depthOf(statements[one.within]!);
  return statements.map((one) => {
    const speakers = namesOf(one.speakers);
    const source = textOf(one.source);
    const more = [
      one.negated ? "negated" : "",
      one.addressees.length > 0 ? `to ${namesOf(one.addressees)}` : "",
      one.medium ? `medium ${one.medium.kind}${one.medium.name ? ` ${one.medium.name}` : ""}` : "",
      one.date ? `on ${one.date}` : "",
    ].filter((part) => part !== "");
    return [
      `${">".repeat(depthOf(one))} ${speakers === "" || speakers === source ? source : `${source} = ${speakers}`}`,
      textOf(one.cue),
      one.content.map(textOf).join(" // "),
      `${one.act} ${one.form}`,
      ...more,
    ].join(" | ");
  });
};
