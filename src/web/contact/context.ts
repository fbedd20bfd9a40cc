// Points of an account -> the sentences of the texts in which they stand, since a point alone can be a single word.
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Record, RecordStatement } from "../../record/schema.ts";
import { hrefOf } from "../state/address.ts";
import { ask } from "../state/data.ts";
import type { Point } from "../state/shapes.ts";

/** Records by document. */
export type Sources = ReadonlyMap<string, Record>;
const Context = createContext<Sources>(new Map());
export const SourcesProvider = Context.Provider;

/** The records of some documents, as they arrive; one that can't be had is missing. */
export const useSources = (documents: readonly string[]): Sources => {
  const [sources, setSources] = useState<Sources>(new Map());
  const wanted = documents.slice(0, 12).join(" ");
  useEffect(() => {
    let left = false;
    const ids = wanted.split(" ").filter(Boolean);
    Promise.allSettled(ids.map((id) => ask<Record>(`/api${hrefOf(["documents", id])}`))).then((answers) => {
      if (left) return;
      const found = answers.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      setSources(new Map(found.map((record) => [record.document.id, record])));
    });
    return () => {
      left = true;
    };
  }, [wanted]);
  return sources;
};

/** Words before and after a point within its sentence, and the statement that makes it. */
export type Setting = {
  readonly before: string;
  readonly after: string;
  readonly statement?: RecordStatement;
};

/** What surrounds a point; undefined until its text is there. */
export const useSetting = (point: Point): Setting | undefined => {
  const record = useContext(Context).get(point.document);
  const [first, last] = [point.content[0], point.content.at(-1)];
  if (!record || !first || !last) return undefined;
  const points = [...record.document.text.slice(0, 400_000)];
  const statement = record.statements.find(({ id }) => id === point.statement);
  return {
    before: lastSentence(points.slice(Math.max(0, first.start - 400), first.start).join("")),
    after: firstSentence(points.slice(last.end, last.end + 400).join("")),
    ...(statement && { statement }),
  };
};

/** From the last end of a sentence on; abbreviations of one letter end none. */
const lastSentence = (text: string): string => {
  const ends = [...text.matchAll(/\n+|(?<=\p{L}{2}[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu}|$)/gu)];
  const end = ends.at(-1);
  return end ? text.slice(end.index + end[0].length) : text;
};
const firstSentence = (text: string): string => {
  const end = /^[\s\S]*?\p{L}*[.!?]["”’)]?(?=\s+["“‘(]?\p{Lu}|\s*$)/u.exec(text.split("\n")[0] ?? "");
  return end ? end[0] : (text.split("\n")[0] ?? "");
};
