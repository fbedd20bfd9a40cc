// A record -> what its text shows: stretches that findings cover, by layer and depth, in UTF-16 offsets of the text.
import type { Record, RecordSpan } from "../../record/schema.ts";

/** The layers, in the order of their number keys. */
export const layers = ["contacts", "statements", "actors", "times", "events"] as const;
export type Layer = (typeof layers)[number];

/** One stretch of a finding. */
export type Mark = {
  readonly id: string;
  readonly layer: Layer;
  readonly start: number;
  readonly end: number;
  /** Long stretches (what is said) are marked more lightly than their ends (who says it, with which word). */
  readonly faint: boolean;
};

/** A stretch of the text over which the same marks hold, the shortest mark last. */
export type Segment = { readonly start: number; readonly text: string; readonly marks: readonly Mark[] };

/** All marks of a record by start, the longer first. */
export const marksOf = (record: Record): Mark[] => {
  const at = toUtf16(record.document.text);
  const marks: Mark[] = [];
  const add = (id: string, layer: Layer, spans: readonly (RecordSpan | undefined)[], faint = false) => {
    for (const span of spans)
      if (span && span.end > span.start)
        marks.push({ id, layer, start: at(span.start), end: at(span.end), faint });
  };
  for (const one of record.contacts) add(one.id, "contacts", [...one.evidence, one.place]);
  for (const one of record.statements) {
    add(one.id, "statements", one.content, true);
    add(one.id, "statements", [one.source, one.cue]);
  }
  for (const one of record.actors) add(one.id, "actors", one.mentions);
  for (const one of record.times) add(one.id, "times", [one]);
  for (const one of record.events) add(one.id, "events", [one.trigger, one.place]);
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
};

/** Code points of a text -> UTF-16 units, which are the same until the first character of two units. */
export const toUtf16 = (text: string): ((point: number) => number) => {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => point;
  const places: number[] = [];
  for (let unit = 0; unit < text.length; unit += text.codePointAt(unit)! > 0xffff ? 2 : 1) places.push(unit);
  return (point) => places[point] ?? text.length;
};

/** A piece of the text that is laid out on its own. `first` opens a paragraph. */
export type Chunk = { readonly start: number; readonly end: number; readonly first: boolean };

/** Longest stretch that is laid out at once: a browser stays quick, and a paragraph of the press fits in. */
const longest = 4000;

/** Paragraphs of a text; a longer one is cut at a space, a word without end where it must be. */
export const chunksOf = (text: string): Chunk[] => {
  const chunks: Chunk[] = [];
  for (const found of text.matchAll(/[^\n]+/g)) {
    const end = found.index + found[0].length;
    let start = found.index;
    let first = true;
    while (end - start > longest) {
      const space = text.lastIndexOf(" ", start + longest);
      let cut = space > start + longest / 2 ? space + 1 : start + longest;
      if (/[\udc00-\udfff]/.test(text[cut] ?? "")) cut += 1;
      chunks.push({ start, end: cut, first });
      start = cut;
      first = false;
    }
    if (text.slice(start, end).trim() !== "") chunks.push({ start, end, first });
  }
  return chunks;
};

/** For each chunk the marks that touch it. */
export const marksByChunk = (chunks: readonly Chunk[], marks: readonly Mark[]): Mark[][] => {
  const lists: Mark[][] = chunks.map(() => []);
  let from = 0;
  for (const mark of marks) {
    while (from < chunks.length && chunks[from]!.end <= mark.start) from += 1;
    for (let at = from; at < chunks.length && chunks[at]!.start < mark.end; at += 1) lists[at]!.push(mark);
  }
  return lists;
};

/** Underlines that fit below a line. */
const deepest = 4;

/**
 * The lane of each mark of a chunk, 0 next to the letters: a mark lies below all shorter ones that it overlaps, so that
 * what is said lies below who says it, and a statement below those within it. Actors and times take none: they are dotted.
 */
export const lanesOf = (marks: readonly Mark[]): ReadonlyMap<Mark, number> => {
  const lanes = new Map<Mark, number>();
  const ordered = marks
    .filter(({ layer }) => layer !== "actors" && layer !== "times")
    .sort((a, b) => a.end - a.start - (b.end - b.start) || order(a) - order(b));
  for (const mark of ordered) {
    let lane = 0;
    for (const [other, taken] of lanes)
      if (other.start < mark.end && mark.start < other.end) lane = Math.max(lane, taken + 1);
    lanes.set(mark, Math.min(lane, deepest));
  }
  return lanes;
};
const order = ({ layer }: Mark): number => layers.indexOf(layer);

/** Cuts a chunk wherever a mark begins or ends; the segments joined are the chunk. */
export const segmentsOf = (text: string, { start, end }: Chunk, marks: readonly Mark[]): Segment[] => {
  const cuts = new Set([start, end]);
  for (const mark of marks) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  let next = 0;
  let open: Mark[] = [];
  return ordered.slice(0, -1).map((from, at) => {
    while (next < marks.length && marks[next]!.start <= from) open.push(marks[next++]!);
    open = open.filter((mark) => mark.end > from).sort((a, b) => b.end - b.start - (a.end - a.start));
    return { start: from, text: text.slice(from, ordered[at + 1]), marks: [...open] };
  });
};
