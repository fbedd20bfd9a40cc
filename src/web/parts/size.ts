// An element -> its width, kept up to date, for drawings that are made to measure.
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** Width in CSS pixels; 0 until it is known. */
export const useWidth = (element: RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watcher.observe(element.current);
    setWidth(Math.round(element.current.getBoundingClientRect().width));
    return () => watcher.disconnect();
  }, [element]);
  return width;
};
