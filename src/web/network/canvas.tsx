// The drawing of a network: it finds its shape in a worker, can be moved and enlarged, and names what lies under the pointer.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useWidth } from "../parts/size.ts";
import { useKeys } from "../state/keys.ts";
import { type Chosen, draw, fitted, type Graph, under, type View } from "./drawing.ts";
import type { Order, Places } from "./layout.ts";

type CanvasProps = {
  readonly graph: Graph;
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
};

/** The canvas. */
export const Canvas = ({ graph, chosen, choose }: CanvasProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const height =
    width < 600 ? Math.round(width * 1.1) : Math.min(640, Math.max(420, Math.round(innerHeight * 0.66)));
  const [places, setPlaces] = useState<Float32Array>();
  const [moved, setMoved] = useState<View>();
  const [hover, setHover] = useState<Chosen>({});
  const view = useMemo(
    () => moved ?? (places && width > 0 ? fitted(places, width, height) : { x: 0, y: 0, scale: 1 }),
    [moved, places, width, height],
  );
  usePlaces(graph, setPlaces);
  const scheme = useScheme();
  const shown = chosen.node === undefined && chosen.edge === undefined ? hover : chosen;
  useEffect(() => {
    if (!canvas.current || !places || width === 0) return;
    const turn = requestAnimationFrame(
      () => canvas.current && draw(canvas.current, graph, places, view, shown),
    );
    return () => cancelAnimationFrame(turn);
  }, [graph, places, view, shown, width, height, scheme]);
  const enlarge = (by: number, x = width / 2, y = height / 2) =>
    setMoved({ scale: view.scale * by, x: x - (x - view.x) * by, y: y - (y - view.y) * by });
  useKeys("Drawing", [
    { keys: "+", says: "enlarge", run: () => enlarge(1.3) },
    { keys: "-", says: "make smaller", run: () => enlarge(1 / 1.3) },
    { keys: "0", says: "show everything", run: () => setMoved(undefined) },
  ]);
  const hands = useHands(view, setMoved, enlarge, (x, y, pick) => {
    if (!places) return;
    const found = under(graph, places, view, x, y);
    if (pick) choose(found);
    else if (found.node !== hover.node || found.edge !== hover.edge) setHover(found);
  });
  const ratio = globalThis.devicePixelRatio || 1;
  return (
    <div class="network-frame" ref={frame}>
      {width > 0 && (
        <canvas
          ref={canvas}
          class={`network${hover.node !== undefined || hover.edge !== undefined ? " over" : ""}`}
          width={Math.round(width * ratio)}
          height={Math.round(height * ratio)}
          role="img"
          aria-label={`Network of ${graph.ties.nodes.length} actors and ${graph.ties.edges.length} ties; the table holds the same`}
          {...hands}
        />
      )}
      <div class="zoom" role="group" aria-label="Size of the drawing">
        <button type="button" class="button" onClick={() => enlarge(1.3)} aria-label="Enlarge">
          +
        </button>
        <button type="button" class="button" onClick={() => enlarge(1 / 1.3)} aria-label="Make smaller">
          −
        </button>
        <button type="button" class="button" onClick={() => setMoved(undefined)}>
          All
        </button>
      </div>
      {!places && (
        <p class="soft" role="status">
          The drawing finds its shape …
        </p>
      )}
    </div>
  );
};

const usePlaces = (graph: Graph, tell: (places: Float32Array) => void): void => {
  useEffect(() => {
    const worker = new Worker(new URL("./layout.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Places>) => tell(data.places));
    const order: Order = {
      radii: graph.radii,
      edges: graph.ties.edges.map(({ from, to, contacts }) => [
        graph.index.get(from)!,
        graph.index.get(to)!,
        contacts,
      ]),
    };
    worker.postMessage(order);
    return () => worker.terminate();
  }, [graph]);
};

/** Changes whenever light turns to dark or back. */
const useScheme = (): number => {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const next = () => setTurn((one) => one + 1);
    const list = matchMedia("(prefers-color-scheme: dark)");
    const watcher = new MutationObserver(next);
    watcher.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    list.addEventListener("change", next);
    return () => {
      watcher.disconnect();
      list.removeEventListener("change", next);
    };
  }, []);
  return turn;
};

/** Dragging moves, the wheel with a modifier (or two fingers on a pad) enlarges, a click picks. */
const useHands = (
  view: View,
  move: (view: View) => void,
  enlarge: (by: number, x: number, y: number) => void,
  point: (x: number, y: number, pick: boolean) => void,
) => {
  const from = useRef<{ x: number; y: number; view: View; far: boolean } | undefined>(undefined);
  const at = (event: MouseEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top] as const;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      const [x, y] = at(event);
      from.current = { x, y, view, far: false };
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const [x, y] = at(event);
      const start = from.current;
      if (!start) return point(x, y, false);
      start.far ||= Math.hypot(x - start.x, y - start.y) > 4;
      if (start.far) move({ ...start.view, x: start.view.x + x - start.x, y: start.view.y + y - start.y });
    },
    onPointerUp: (event: PointerEvent) => {
      const [x, y] = at(event);
      if (from.current && !from.current.far) point(x, y, true);
      from.current = undefined;
    },
    onPointerLeave: (event: PointerEvent) => point(-99, -99 + event.detail, false),
    onWheel: (event: WheelEvent) => {
      // A plain wheel belongs to the page.
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
      event.preventDefault();
      const [x, y] = at(event);
      enlarge(Math.exp(-(event.deltaY || event.deltaX) * 0.004), x, y);
    },
  };
};
