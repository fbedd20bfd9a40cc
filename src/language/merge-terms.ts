// Shipped terms of office and newer ones -> one list in which each office that one person holds passes from holder to holder.
import type { Row } from "./table.ts";

/** A term of office, and the file that its row stands in. */
export type HolderRow = Row<"person" | "office" | "of" | "from" | "to"> & { readonly file: string };

/** Offices that several people hold at a time. */
export const heldBySeveral =
  /spokesperson|^deputy |vice president|vice premier|adviser|^chief$|envoy|ambassador/;

/**
 * The newer rows stand; a shipped row about the same term gives way, lending its end where the newer one has none, and of
 * two holders of one office of whom only one row is newer the earlier one leaves when the later one comes.
 */
export const mergeTerms = (shipped: readonly HolderRow[], newer: readonly HolderRow[]): HolderRow[] => {
  const byOffice = Map.groupBy(shipped, keyOf);
  const replaced = new Set<HolderRow>();
  const taken = newer.map((row) => {
    const same = (byOffice.get(keyOf(row)) ?? []).find((old) => old.person === row.person && meet(old, row));
    if (same) replaced.add(same);
    return same && row.to === "" ? { ...row, to: same.to >= row.from ? same.to : "" } : row;
  });
  const kept = shipped.filter((row) => !replaced.has(row));
  const touched = new Set(taken.map(keyOf));
  const fresh = new Set<HolderRow>(taken);
  const all = [...kept, ...taken];
  const settled = new Map<HolderRow, HolderRow>();
  for (const [key, rows] of Map.groupBy(all, keyOf))
    if (touched.has(key) && !heldBySeveral.test(rows[0]!.office))
      for (const [row, other] of handOver(rows, fresh)) settled.set(row, other);
  return all.map((row) => settled.get(row) ?? row);
};

const keyOf = ({ of, office }: HolderRow): string => `${of} ${office}`;

/** True where two terms of one person are one term told twice. */
const meet = (a: HolderRow, b: HolderRow): boolean =>
  (a.to === "" || b.from <= a.to) && (b.to === "" || a.from <= b.to);

/** The rows that end earlier than they say, because the office passes on. */
const handOver = (rows: readonly HolderRow[], fresh: ReadonlySet<HolderRow>): [HolderRow, HolderRow][] => {
  const sorted = [...rows].sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.flatMap((row, index): [HolderRow, HolderRow][] => {
    const next = sorted[index + 1];
    if (!next || (row.to !== "" && row.to <= next.from) || row.from === next.from) return [];
    const both = fresh.has(row) && fresh.has(next);
    const open = row.to === "";
    if ((!fresh.has(row) && !fresh.has(next)) || (both && !open)) return [];
    return [[row, { ...row, to: next.from }]];
  });
};
