// Runs in a worker: ties -> places of the actors, and the drawing of them, so that neither holds up the page. The page
// sends what to lay out once, and afterwards only where it looks; it gets the places back for what lies under the pointer.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";
import { drawAll, type Graph, type Inks, type Sheet, type View } from "./drawing.ts";

/** What the worker is told: once a graph with a canvas, then what to show. Without a view everything is shown. */
export type Order =
  | { readonly kind: "graph"; readonly graph: Graph; readonly canvas: OffscreenCanvas }
  | { readonly kind: "show"; readonly sheet: Sheet; readonly inks: Inks; readonly view: View | undefined };
/** What it answers: x and y by turns. */
export type Places = { readonly places: Float32Array<ArrayBuffer>; readonly done: boolean };

type Node = SimulationNodeDatum & { readonly radius: number };
type Show = Extract<Order, { kind: "show" }>;

const scope = self as unknown as {
  postMessage: (message: Places, transfer: Transferable[]) => void;
  requestAnimationFrame: (run: () => void) => number;
};

let graph: Graph | undefined;
let canvas: OffscreenCanvas | undefined;
let places: Float32Array | undefined;
let show: Show | undefined;
let asked = false;

const redraw = (): void => {
  if (asked) return;
  asked = true;
  scope.requestAnimationFrame(() => {
    asked = false;
    if (graph && canvas && places && show) drawAll(canvas, graph, places, show);
  });
};

self.addEventListener("message", ({ data }: MessageEvent<Order>) => {
  if (data.kind === "show") {
    show = data;
    redraw();
    return;
  }
  graph = data.graph;
  canvas = data.canvas;
  layOut(graph);
});

/** Milliseconds of work before what the page sent in between is heard. */
const stretch = 40;

const layOut = ({ radii, ties, index }: Graph): void => {
  const nodes: Node[] = radii.map((radius) => ({ radius }));
  const links = ties.edges.map(({ from, to, contacts }) => ({
    source: index.get(from)!,
    target: index.get(to)!,
    weight: contacts,
  }));
  const simulation = forceSimulation(nodes)
    .force(
      "charge",
      forceManyBody<Node>()
        .strength((node) => -18 - node.radius * 6)
        .distanceMax(600),
    )
    .force(
      "link",
      forceLink<Node, (typeof links)[number]>(links)
        .distance(46)
        .strength((link) => Math.min(0.9, 0.25 + link.weight * 0.08)),
    )
    .force("x", forceX<Node>().strength(0.045))
    .force("y", forceY<Node>().strength(0.065))
    .force(
      "collide",
      forceCollide<Node>((node) => node.radius + 3),
    )
    .stop();
  const tell = (done: boolean) => {
    places = Float32Array.from(nodes.flatMap(({ x = 0, y = 0 }) => [x, y]));
    redraw();
    const copy = new Float32Array(places);
    scope.postMessage({ places: copy, done }, [copy.buffer]);
  };
  let told = 0;
  const work = () => {
    const start = performance.now();
    while (simulation.alpha() > 0.012 && performance.now() - start < stretch) simulation.tick();
    const done = simulation.alpha() <= 0.012;
    if (done || performance.now() - told > 200) {
      told = performance.now();
      tell(done);
    }
    if (!done) setTimeout(work, 0);
  };
  work();
};
