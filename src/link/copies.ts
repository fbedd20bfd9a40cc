// Records -> which documents are another one's text again: an agency's reprint, an embassy's copy, a cut version.
import type { Record } from "../record/schema.ts";

/** A document's id -> the id of the one it copies. */
export type Copies = ReadonlyMap<string, string>;

/** Words in a row that make one shingle, and which share of the shingles is looked at (1 in so many). */
const shingle = { words: 6, every: 3 } as const;
/** A copy has at least this share of its shingles, and this many, in the other. */
const enough = { share: 0.7, count: 6 } as const;
/** A shingle in more documents than this is a formula ("The below is attributable to Spokesperson …"). */
const formula = 40;

/**
 * Finds copies in about linear time. Of two alike the original is a government's own, else the longer one, else the
 * one published first. A copy of a copy leads to the original.
 */
export const findCopies = (records: readonly Record[]): Copies => {
  const kept = new Map(records.map((record) => [record, shinglesOf(record.document.text)]));
  const holders = new Map<number, Record[]>();
  for (const [record, shingles] of kept)
    for (const one of shingles) {
      const list = holders.get(one);
      if (list) list.push(record);
      else holders.set(one, [record]);
    }
  const copies = new Map<string, string>();
  const ranked = [...records].sort(byRank);
  const rank = new Map(ranked.map((record, at) => [record, at]));
  for (const record of ranked) {
    const original = originalOf(record, kept.get(record)!, holders, rank);
    if (original) copies.set(record.document.id, copies.get(original.document.id) ?? original.document.id);
  }
  return copies;
};

/** Originals first. */
const byRank = ({ document: a }: Record, { document: b }: Record): number =>
  Number(b.side !== undefined) - Number(a.side !== undefined) ||
  b.text.length - a.text.length ||
  (a.published ?? "9").localeCompare(b.published ?? "9") ||
  (a.id < b.id ? -1 : 1);

const originalOf = (
  record: Record,
  shingles: ReadonlySet<number>,
  holders: ReadonlyMap<number, readonly Record[]>,
  rank: ReadonlyMap<Record, number>,
): Record | undefined => {
  const shared = new Map<Record, number>();
  for (const one of shingles) {
    const others = holders.get(one)!;
    if (others.length > formula) continue;
    for (const other of others)
      if (rank.get(other)! < rank.get(record)!) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  let best: Record | undefined;
  for (const [other, count] of shared) {
    if (count < enough.count || count < enough.share * shingles.size || isRival(record, other)) continue;
    if (
      !best ||
      count > shared.get(best)! ||
      (count === shared.get(best)! && rank.get(other)! < rank.get(best)!)
    )
      best = other;
  }
  return best;
};

/** Two governments that publish one text (a joint statement) each make it their own. */
const isRival = ({ document: a }: Record, { document: b }: Record): boolean =>
  a.side !== undefined && b.side !== undefined && a.side !== b.side;

const shinglesOf = (text: string): Set<number> => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Set<number>();
  for (let at = 0; at + shingle.words <= words.length; at += 1) {
    const code = codeOf(words.slice(at, at + shingle.words).join(" "));
    if (code % shingle.every === 0) found.add(code);
  }
  return found;
};

/** FNV-1a over UTF-16 units. */
const codeOf = (text: string): number => {
  let code = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) code = Math.imul(code ^ text.charCodeAt(at), 0x01000193);
  return code >>> 0;
};
