// The text of a document with its marks. A paragraph is laid out when it comes near the window (content-visibility) and
// never drawn twice: layers are switched and findings lit by classes alone.
import { Component } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Record } from "../../record/schema.ts";
import { piecesOf } from "../reading/control.ts";
import {
  type Chunk,
  chunksOf,
  lanesOf,
  type Mark,
  marksByChunk,
  marksOf,
  type Segment,
  segmentsOf,
} from "../reading/marks.ts";

type ChunkProps = {
  readonly text: string;
  readonly chunk: Chunk;
  readonly at: number;
  readonly marks: readonly Mark[];
};

/** One paragraph. */
class Paragraph extends Component<ChunkProps> {
  override shouldComponentUpdate(next: ChunkProps) {
    return next.marks !== this.props.marks || next.text !== this.props.text;
  }
  override render({ text, chunk, at, marks }: ChunkProps) {
    const lanes = lanesOf(marks);
    return (
      <p class={chunk.first ? "chunk" : "chunk goes-on"} data-chunk={at} dir="auto">
        {segmentsOf(text, chunk, marks).map((segment) =>
          segment.marks.length === 0 ? (
            <Plain text={segment.text} />
          ) : (
            <span key={segment.start} class={classesOf(segment, lanes)} data-ids={idsOf(segment)}>
              <Plain text={segment.text} />
            </span>
          ),
        )}
      </p>
    );
  }
}

const classesOf = ({ marks }: Segment, lanes: ReadonlyMap<Mark, number>): string => {
  const classes = new Set(["seg"]);
  for (const mark of marks) {
    const lane = lanes.get(mark);
    if (lane === undefined) classes.add(`in-${mark.layer}`);
    else classes.add(`u${lane}-${mark.layer}${mark.faint ? "-faint" : ""}`);
  }
  return [...classes].join(" ");
};
const idsOf = ({ marks }: Segment): string => [...new Set(marks.map(({ id }) => id))].join(" ");

const Plain = ({ text }: { text: string }) => {
  const pieces = piecesOf(text);
  if (pieces.length === 1 && pieces[0]!.name === undefined) return <>{text}</>;
  return (
    <>
      {pieces.map(({ text: piece, name }) =>
        name === undefined ? (
          piece
        ) : (
          <span class="control" data-name={name} title={`an unseen character: ${name}`}>
            {piece}
          </span>
        ),
      )}
    </>
  );
};

/** What the text is cut into, worked out once a record. */
export type Cut = {
  readonly chunks: readonly Chunk[];
  readonly lists: readonly (readonly Mark[])[];
  /** The chunk in which a finding begins. */
  readonly home: ReadonlyMap<string, number>;
};

/** Cuts the text of a record. */
export const useCut = (record: Record): Cut =>
  useMemo(() => {
    const chunks = chunksOf(record.document.text);
    const lists = marksByChunk(chunks, marksOf(record));
    const home = new Map<string, number>();
    lists.forEach((marks, at) => {
      for (const { id } of marks) if (!home.has(id)) home.set(id, at);
    });
    return { chunks, lists, home };
  }, [record]);

const atOnce = 60;

/** How many paragraphs stand on the page: the first ones and all up to the one that is asked for at once, the rest soon. */
export const useGrowing = ({ chunks }: Cut, asked: number): number => {
  const least = Math.max(atOnce, asked + atOnce / 2);
  const [grown, setGrown] = useState(least);
  const count = Math.min(chunks.length, Math.max(grown, least));
  useEffect(() => {
    if (count >= chunks.length) return;
    const pause = setTimeout(() => setGrown(count + atOnce), 20);
    return () => clearTimeout(pause);
  }, [count, chunks.length]);
  return count;
};

/** The first paragraphs of the text. */
export const Text = ({ record, cut, count }: { record: Record; cut: Cut; count: number }) => (
  <>
    {cut.chunks.slice(0, count).map((chunk, at) => (
      <Paragraph key={at} text={record.document.text} chunk={chunk} at={at} marks={cut.lists[at]!} />
    ))}
  </>
);

/** The first stretch of a finding on the page; it is looked for in the paragraph where the finding begins, not in all. */
export const firstStretchOf = (id: string, { home }: Cut): HTMLElement | undefined =>
  document
    .querySelector(`.text [data-chunk="${home.get(id)}"]`)
    ?.querySelector<HTMLElement>(`[data-ids~="${CSS.escape(id)}"]`) ?? undefined;

const stretchesOf = (id: string): Iterable<HTMLElement> =>
  document.querySelectorAll<HTMLElement>(`.text [data-ids~="${CSS.escape(id)}"]`);

/** Lights the stretches of one finding and no other. */
export const light = (id: string | undefined): void => {
  for (const one of document.querySelectorAll(".text .lit")) one.classList.remove("lit");
  if (id !== undefined) for (const one of stretchesOf(id)) one.classList.add("lit");
};
