// A text and its findings -> segments: stretches over which the same findings hold.
import type { Record, RecordSpan } from "../record/schema.ts";

/** The layers that a text shows, in the order of their number keys. */
export const layers = ["contacts", "statements", "actors", "times", "events"] as const;
export type Layer = (typeof layers)[number];

/** A finding's spans. `id` is the finding's id in the record; `faint` for what is long and only lightly marked. */
export type Marked = {
  readonly id: string;
  readonly layer: Layer;
  readonly spans: readonly RecordSpan[];
  readonly faint?: boolean;
};

/** A stretch of the text; `start` in code points; `marks` are the findings that cover it, the shortest last. */
export type Segment = { readonly start: number; readonly text: string; readonly marks: readonly Marked[] };

/** All findings of a record with what they cover. */
export const marked = (record: Record): Marked[] => [
  ...record.contacts.map(({ id, evidence, place }) => ({
    id,
    layer: "contacts" as const,
    spans: [...evidence, ...(place ? [place] : [])],
  })),
  ...record.statements.flatMap(({ id, source, cue, content }) => [
    { id, layer: "statements" as const, spans: content, faint: true },
    { id, layer: "statements" as const, spans: [...(source ? [source] : []), ...(cue ? [cue] : [])] },
  ]),
  ...record.actors.map(({ id, mentions }) => ({ id, layer: "actors" as const, spans: mentions })),
  ...record.times.map((time) => ({ id: time.id, layer: "times" as const, spans: [time] })),
  ...record.events.map(({ id, trigger }) => ({ id, layer: "events" as const, spans: [trigger] })),
];

/** Cuts the text wherever a finding begins or ends; the segments joined are the text. */
export const segments = (record: Record): Segment[] => {
  const points = [...record.document.text];
  const opens = new Map<number, { mark: Marked; end: number }[]>();
  const cuts = new Set([0, points.length]);
  for (const mark of marked(record))
    for (const { start, end } of mark.spans) {
      cuts.add(start).add(end);
      opens.set(start, [...(opens.get(start) ?? []), { mark, end }]);
    }
  const ordered = [...cuts].sort((a, b) => a - b);
  let open: { mark: Marked; end: number }[] = [];
  return ordered.slice(0, -1).map((start, at) => {
    open = [...open.filter((one) => one.end > start), ...(opens.get(start) ?? [])].sort(
      (a, b) => b.end - a.end,
    );
    return {
      start,
      text: points.slice(start, ordered[at + 1]).join(""),
      marks: [...new Set(open.map((one) => one.mark))],
    };
  });
};
