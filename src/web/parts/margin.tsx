// Cards beside the text: those of the paragraphs in the window, each at the height of its words; where two would overlap
// the one that is chosen stays and the others make room. Scrolling moves nothing by script: they scroll with the text.
import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { spread } from "../reading/spread.ts";
import type { Cut } from "./text.tsx";
import { firstStretchOf } from "./text.tsx";

type MarginProps = {
  readonly text: RefObject<HTMLElement | null>;
  readonly cut: Cut;
  /** Paragraphs that stand on the page so far. */
  readonly count: number;
  /** Ids of the findings that have a card, in the order of the text. */
  readonly ids: readonly string[];
  readonly chosen: string | undefined;
  readonly card: (id: string) => ComponentChildren;
};

/** So many cards are of use at once; a text where more begin within one window is read by its underlines. */
const most = 80;

/** The margin. */
export const Margin = ({ text, cut, count, ids, chosen, card }: MarginProps) => {
  const seen = useSeen(text, cut, count);
  const column = useRef<HTMLElement>(null);
  const shown = ids.filter((id) => seen.has(cut.home.get(id) ?? -1)).slice(0, most);
  const place = () => {
    if (column.current) settle(column.current, chosen, cut);
  };
  useLayoutEffect(place);
  const latest = useRef(place);
  latest.current = place;
  useEffect(() => {
    const watcher = new ResizeObserver(() => latest.current());
    if (column.current) watcher.observe(column.current);
    return () => watcher.disconnect();
  }, []);
  return (
    <aside class="margin" ref={column} aria-label="Findings beside the text">
      {shown.map((id) => (
        <div class="note-place" key={id} data-note={id}>
          {card(id)}
        </div>
      ))}
    </aside>
  );
};

/** The paragraphs that are in or near the window. */
const useSeen = (text: RefObject<HTMLElement | null>, cut: Cut, count: number): ReadonlySet<number> => {
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const now = new Set<number>();
    let pause = 0;
    const tell = () => {
      pause = 0;
      setSeen(new Set(now));
    };
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const at = Number((target as HTMLElement).dataset.chunk);
          if (isIntersecting) now.add(at);
          else now.delete(at);
        }
        // Not at every paragraph that passes by, but a few times a second.
        if (pause === 0) pause = window.setTimeout(tell, 100);
      },
      { rootMargin: "300px 0px" },
    );
    for (const one of text.current?.querySelectorAll(".chunk") ?? []) watcher.observe(one);
    return () => {
      clearTimeout(pause);
      watcher.disconnect();
    };
  }, [cut, text, count]);
  return seen;
};

const settle = (column: HTMLElement, chosen: string | undefined, cut: Cut): void => {
  const top = column.getBoundingClientRect().top;
  const notes = [...column.children] as HTMLElement[];
  const wanted = notes.map(
    (note) => (firstStretchOf(note.dataset.note!, cut)?.getBoundingClientRect().top ?? top) - top,
  );
  const heights = notes.map((note) => note.offsetHeight);
  const order = notes.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const places = spread(
    order.map((at) => wanted[at]!),
    order.map((at) => heights[at]!),
    order.findIndex((at) => notes[at]!.dataset.note === chosen),
  );
  order.forEach((at, turn) => {
    const place = places[turn];
    notes[at]!.style.visibility = place === undefined ? "hidden" : "";
    notes[at]!.style.translate = `0 ${Math.round(place ?? 0)}px`;
  });
};
