// Statements in text order -> which one each stands in: the innermost whose content holds its cue.
import type { Span } from "../../model/span.ts";

type Nestable = { readonly cue: Span; readonly content: readonly Span[] };

/** For each statement the index of the one it is reported in. No statement is within itself, at any distance. */
export const parentsOf = (statements: readonly Nestable[]): (number | undefined)[] => {
  const contents = statements
    .flatMap(({ content }, index) => content.map((span) => ({ ...span, index })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const cues = statements
    .map(({ cue }, index) => ({ ...cue, index }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const parents: (number | undefined)[] = statements.map(() => undefined);
  const open: (Span & { index: number })[] = [];
  let next = 0;
  for (const cue of cues) {
    for (; next < contents.length && contents[next]!.start <= cue.start; next += 1) {
      while (open.length > 0 && open.at(-1)!.end <= contents[next]!.start) open.pop();
      open.push(contents[next]!);
    }
    while (open.length > 0 && open.at(-1)!.end <= cue.start) open.pop();
    const holder = open.findLast(
      (content) =>
        content.end >= cue.end && content.index !== cue.index && !isAbove(parents, cue.index, content.index),
    );
    parents[cue.index] = holder?.index;
  }
  return parents;
};

/** True where `high` stands above `low` already. */
const isAbove = (parents: readonly (number | undefined)[], high: number, low: number): boolean => {
  for (let at: number | undefined = low; at !== undefined; at = parents[at]) if (at === high) return true;
  return false;
};
