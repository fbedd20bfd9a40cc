// The drawing of a network: it finds its shape and is drawn in a worker; over it lies a second sheet with what is chosen or
// under the pointer. It can be moved and enlarged.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useWidth } from "../parts/size.ts";
import { useKeys } from "../state/keys.ts";
import {
  type Chosen,
  drawChosen,
  fitted,
  type Graph,
  inksOf,
  type Sheet,
  under,
  type View,
} from "./drawing.ts";
import type { Order, Places } from "./layout.ts";

type CanvasProps = {
  readonly graph: Graph;
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
};

/** The canvas. Another graph needs another one. */
export const Canvas = ({ graph, chosen, choose }: CanvasProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const [moved, setMoved] = useState<View>();
  const [hover, setHover] = useState<Chosen>({});
  const scheme = useScheme();
  const sheet = useMemo((): Sheet => {
    const height = width < 600 ? width * 1.1 : Math.min(640, Math.max(420, innerHeight * 0.66));
    return { width, height: Math.round(height), ratio: globalThis.devicePixelRatio || 1 };
  }, [width]);
  const { places, tell } = useWorker(graph, ground);
  const view = useMemo(() => moved ?? (places && fitted(places, sheet)), [moved, places, sheet]);
  const shown = chosen.node === undefined && chosen.edge === undefined ? hover : chosen;
  useEffect(() => {
    if (!frame.current || width === 0) return;
    tell({ kind: "show", sheet, inks: inksOf(frame.current), view: moved });
  }, [tell, sheet, moved, scheme, width]);
  useEffect(() => {
    if (!frame.current || !over.current || !places || width === 0) return;
    drawChosen(over.current, graph, places, { sheet, inks: inksOf(frame.current), view }, shown);
  }, [graph, places, sheet, view, shown, scheme, width]);
  const enlarge = (by: number, x = sheet.width / 2, y = sheet.height / 2) => {
    if (view) setMoved({ scale: view.scale * by, x: x - (x - view.x) * by, y: y - (y - view.y) * by });
  };
  useKeys("Drawing", [
    { keys: "+", says: "enlarge", run: () => enlarge(1.3) },
    { keys: "-", says: "make smaller", run: () => enlarge(1 / 1.3) },
    { keys: "0", says: "show everything", run: () => setMoved(undefined) },
  ]);
  const hands = useHands(view, setMoved, enlarge, (x, y, pick) => {
    if (!places || !view) return;
    const found = under(graph, places, view, x, y);
    if (pick) choose(found);
    else if (found.node !== hover.node || found.edge !== hover.edge) setHover(found);
  });
  const lit = shown.node !== undefined || shown.edge !== undefined;
  return (
    <div class={lit ? "network-frame lit" : "network-frame"} ref={frame}>
      <canvas class="network ground" ref={ground} />
      <canvas
        ref={over}
        class="network over"
        role="img"
        aria-label={`Network of ${graph.ties.nodes.length} actors and ${graph.ties.edges.length} ties; the table holds the same`}
        {...hands}
      />
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

/** The worker of a graph, the places that it found so far, and the way to tell it what to show. */
const useWorker = (graph: Graph, ground: { readonly current: HTMLCanvasElement | null }) => {
  const [places, setPlaces] = useState<Float32Array>();
  const worker = useRef<Worker | undefined>(undefined);
  const waiting = useRef<Order | undefined>(undefined);
  const tell = useMemo(
    () => (order: Order) => {
      if (worker.current) worker.current.postMessage(order);
      else waiting.current = order;
    },
    [],
  );
  useEffect(() => {
    const own = new Worker(new URL("./layout.ts", import.meta.url), { type: "module" });
    worker.current = own;
    own.addEventListener("message", ({ data }: MessageEvent<Places>) => setPlaces(data.places));
    const canvas = ground.current!.transferControlToOffscreen();
    own.postMessage({ kind: "graph", graph, canvas } satisfies Order, [canvas]);
    if (waiting.current) own.postMessage(waiting.current);
    return () => own.terminate();
  }, [graph, ground]);
  return { places, tell };
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
  view: View | undefined,
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
      if (view) from.current = { x, y, view, far: false };
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
    onPointerLeave: () => point(-99, -99, false),
    onWheel: (event: WheelEvent) => {
      // A plain wheel belongs to the page.
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
      event.preventDefault();
      const [x, y] = at(event);
      enlarge(Math.exp(-(event.deltaY || event.deltaX) * 0.004), x, y);
    },
  };
};
