// Statements in text order -> which one each stands in: the innermost whose content holds its cue.
import type { Span } from "../../../model/span.ts";

/** `host` is the index of the statement whose content this one shares. */
type Nestable = { readonly cue: Span; readonly content: readonly Span[]; readonly host?: number };

/**
 * For each statement the index of the one it is reported in. No statement is within itself, at any distance. One that
 * shares a content stands in the one it shares it with, and holds what that content holds.
 */
export const parentsOf = (statements: readonly Nestable[]): (number | undefined)[] => {
  const levelOf = (index: number): number => (statements[index]!.host === undefined ? 0 : 1);
  const contents = statements
    .flatMap(({ content }, index) => content.map((span) => ({ ...span, index })))
    .sort((a, b) => a.start - b.start || b.end - a.end || levelOf(a.index) - levelOf(b.index));
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
    parents[cue.index] = statements[cue.index]!.host ?? holder?.index;
  }
  return parents;
};

/** True where `high` stands above `low` already. */
const isAbove = (parents: readonly (number | undefined)[], high: number, low: number): boolean => {
  for (let at: number | undefined = low; at !== undefined; at = parents[at]) if (at === high) return true;
  return false;
};
