// TimeML's TLINKs -> the calendar date of each event that they tie to one.

/** `[from, relation, to]` between events (`e1`), expressions (`t1`) and the day of publication (`t0`). */
export type TimeLink = readonly [string, string, string];
type Expression = { readonly tid: string; readonly value: string };

/** Relations that put an event on the date it is linked to, seen from the event. */
const on = new Set(["IS_INCLUDED", "SIMULTANEOUS", "DURING", "IDENTITY"]);
/** The same seen from the date. */
const holding = new Set(["INCLUDES", "SIMULTANEOUS", "DURING_INV", "IDENTITY"]);

/** Events with the date (`2025-03-04`, `2025-03`, `2025-Q1`) that a link gives them, the finest where there are several. */
export const datedEvents = (
  links: readonly TimeLink[],
  expressions: readonly Expression[],
  published: string,
): { eid: string; date: string }[] => {
  const values = new Map(expressions.map(({ tid, value }) => [tid, value]));
  values.set("t0", published.slice(0, 10));
  const found = new Map<string, string>();
  const add = (eid: string, tid: string): void => {
    const date = /^\d{4}(?:-(?:\d{2}(?:-\d{2})?|Q\d|W\d{2}|SP|SU|FA|WI|H\d))?(?=T|-WE|$)/.exec(
      values.get(tid) ?? "",
    )?.[0];
    if (date !== undefined && date.length > (found.get(eid)?.length ?? 0)) found.set(eid, date);
  };
  for (const [from, relation, to] of links) {
    if (from.startsWith("e") && to.startsWith("t") && on.has(relation)) add(from, to);
    if (from.startsWith("t") && to.startsWith("e") && holding.has(relation)) add(to, from);
  }
  return [...found].map(([eid, date]) => ({ eid, date }));
};
