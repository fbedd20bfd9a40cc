// A stretch of a text by its characters -> the same stretch on the page, lit and brought into the window.
import { type Chunk, toUtf16 } from "./marks.ts";

/** A stretch in code points, as links write it: `span=120-180`. */
export type Place = { readonly start: number; readonly end: number };

/** Reads a stretch off an address. */
export const placeOf = (written: string | null): Place | undefined => {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(written ?? "");
  return found ? { start: Number(found[1]), end: Number(found[2]) } : undefined;
};

/** The paragraph in which a stretch begins. */
export const chunkAt = (text: string, chunks: readonly Chunk[], { start }: Place): number => {
  const unit = toUtf16(text)(start);
  return Math.max(
    0,
    chunks.findIndex(({ end }) => end > unit),
  );
};

/** Lights a stretch as far as its first paragraph goes, and brings it into the window; without one the light goes out. */
export const showPlace = (text: string, chunks: readonly Chunk[], place: Place | undefined): void => {
  CSS.highlights?.delete("place");
  if (!place) return;
  const at = chunkAt(text, chunks, place);
  const paragraph = document.querySelector(`.text [data-chunk="${at}"]`);
  const chunk = chunks[at];
  if (!paragraph || !chunk) return;
  const unit = toUtf16(text);
  const from = Math.max(0, unit(place.start) - chunk.start);
  const to = Math.min(chunk.end, unit(place.end)) - chunk.start;
  const range = document.createRange();
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (!begun && from < passed + length) {
      range.setStart(node, from - passed);
      begun = true;
    }
    if (begun && to <= passed + length) {
      range.setEnd(node, to - passed);
      break;
    }
    passed += length;
  }
  if (!begun) return;
  CSS.highlights?.set("place", new Highlight(range));
  range.startContainer.parentElement?.scrollIntoView({ block: "center" });
};
