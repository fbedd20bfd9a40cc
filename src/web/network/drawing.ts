// Actors with places and ties -> a canvas, and a point on the canvas -> the actor or tie under it.
import type { Ties } from "../state/shapes.ts";

/** What part of the plane is seen: `scale` pixels a unit, the plane's origin at `x`, `y`. */
export type View = { readonly x: number; readonly y: number; readonly scale: number };
export type Graph = {
  readonly ties: Ties;
  readonly index: ReadonlyMap<string, number>;
  readonly radii: readonly number[];
  /** Colour of each actor: a place among the side colours, -1 for none. */
  readonly hues: readonly number[];
};
export type Chosen = { readonly node?: number; readonly edge?: number };

/** Reckons sizes and colours once. */
export const graphOf = (ties: Ties): Graph & { readonly countries: readonly string[] } => {
  const weight = new Map<string, number>();
  for (const { country, contacts } of ties.nodes)
    if (country) weight.set(country, (weight.get(country) ?? 0) + contacts);
  const countries = [...weight]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 6)
    .map(([code]) => code);
  return {
    ties,
    countries,
    index: new Map(ties.nodes.map(({ key }, at) => [key, at])),
    radii: ties.nodes.map(({ contacts }) => Math.min(22, 3 + Math.sqrt(contacts) * 1.6)),
    hues: ties.nodes.map(({ country }) => countries.indexOf(country ?? "")),
  };
};

/** The view that shows everything. */
export const fitted = (places: Float32Array, width: number, height: number): View => {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < places.length; at += 2) {
    left = Math.min(left, places[at]!);
    right = Math.max(right, places[at]!);
    top = Math.min(top, places[at + 1]!);
    bottom = Math.max(bottom, places[at + 1]!);
  }
  if (left > right) return { x: width / 2, y: height / 2, scale: 1 };
  const scale = Math.min(
    2.2,
    (width - 90) / Math.max(1, right - left),
    (height - 70) / Math.max(1, bottom - top),
  );
  return {
    scale,
    x: width / 2 - ((left + right) / 2) * scale,
    y: height / 2 - ((top + bottom) / 2) * scale,
  };
};

type Inks = { ink: string; soft: string; line: string; paper: string; sides: string[]; font: string };
const inksOf = (element: HTMLElement): Inks => {
  const probe = document.createElement("span");
  element.append(probe);
  const read = (name: string) => {
    // A custom property comes back as written (light-dark(…)); a color property comes back worked out.
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const inks = {
    ink: read("--ink"),
    soft: read("--soft"),
    line: read("--edge"),
    paper: read("--paper"),
    sides: [0, 1, 2, 3, 4, 5].map((at) => read(`--side-${at}`)),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return inks;
};

/** Draws. `labels` is how many of the largest actors are named. */
export const draw = (
  canvas: HTMLCanvasElement,
  graph: Graph,
  places: Float32Array,
  view: View,
  { node, edge }: Chosen,
): void => {
  const context = canvas.getContext("2d");
  if (!context) return;
  const inks = inksOf(canvas.parentElement!);
  const ratio = devicePixelRatio || 1;
  const [width, height] = [canvas.width / ratio, canvas.height / ratio];
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const px = (at: number) => places[at * 2]! * view.scale + view.x;
  const py = (at: number) => places[at * 2 + 1]! * view.scale + view.y;
  const { ties, index, radii, hues } = graph;
  const near = new Set<number>(node === undefined ? [] : [node]);
  ties.edges.forEach((one, at) => {
    const [from, to] = [index.get(one.from)!, index.get(one.to)!];
    const lit = at === edge || from === node || to === node;
    if (lit) near.add(from).add(to);
    const quiet = (node !== undefined || edge !== undefined) && !lit;
    context.globalAlpha = quiet ? 0.15 : lit ? 0.95 : 0.6;
    context.strokeStyle = lit ? inks.ink : inks.line;
    context.lineWidth = Math.min(6, 0.7 + Math.log2(one.contacts) * 0.9);
    context.beginPath();
    context.moveTo(px(from), py(from));
    context.lineTo(px(to), py(to));
    context.stroke();
  });
  const zoom = Math.max(0.6, Math.min(1.6, view.scale));
  ties.nodes.forEach((_, at) => {
    const quiet = (node !== undefined || edge !== undefined) && !near.has(at);
    context.globalAlpha = quiet ? 0.25 : 1;
    context.fillStyle = inks.sides[hues[at]!] ?? inks.soft;
    context.strokeStyle = inks.paper;
    context.lineWidth = 1.5;
    context.beginPath();
    context.arc(px(at), py(at), radii[at]! * zoom, 0, Math.PI * 2);
    context.fill();
    context.stroke();
  });
  label(context, graph, { px, py, zoom, near, chosen: node !== undefined || edge !== undefined }, inks, [
    width,
    height,
  ]);
  context.globalAlpha = 1;
};

type Labelling = {
  px: (at: number) => number;
  py: (at: number) => number;
  zoom: number;
  near: Set<number>;
  chosen: boolean;
};

/** Names, the largest first; one that would lie on another is left out. */
const label = (
  context: CanvasRenderingContext2D,
  { ties, radii }: Graph,
  { px, py, zoom, near, chosen }: Labelling,
  inks: Inks,
  [width, height]: [number, number],
): void => {
  context.font = `500 12.5px ${inks.font}`;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  // Circles of the larger actors are in the way too.
  const taken: [number, number, number, number][] = ties.nodes.slice(0, 300).map((_, at) => {
    const r = radii[at]! * zoom;
    return [px(at) - r, py(at) - r, px(at) + r, py(at) + r];
  });
  let named = 0;
  const order = ties.nodes
    .map((_, at) => at)
    .sort((a, b) => Number(near.has(b)) - Number(near.has(a)) || radii[b]! - radii[a]!);
  for (const at of order.slice(0, 400)) {
    if (chosen && !near.has(at)) break;
    if (named > 60) break;
    named += 1;
    const name = ties.nodes[at]!.name.slice(0, 40);
    const w = context.measureText(name).width;
    const r = radii[at]! * zoom + 4;
    const places: [number, number][] = [
      [px(at) + r, py(at)],
      [px(at) - r - w, py(at)],
      [px(at) - w / 2, py(at) - r - 5],
      [px(at) - w / 2, py(at) + r + 5],
    ];
    const place = places.find(
      ([x, y]) =>
        x > 0 &&
        x + w < width &&
        y > 8 &&
        y < height - 8 &&
        !taken.some(
          ([left, top, right, bottom]) => x < right && x + w > left && y - 8 < bottom && y + 8 > top,
        ),
    );
    if (!place) continue;
    const [x, y] = place;
    taken.push([x, y - 8, x + w, y + 8]);
    context.globalAlpha = 1;
    context.strokeStyle = inks.paper;
    context.lineWidth = 3.5;
    context.strokeText(name, x, y);
    context.fillStyle = inks.ink;
    context.fillText(name, x, y);
  }
};

/** The actor at a point, else the tie. */
export const under = (graph: Graph, places: Float32Array, view: View, x: number, y: number): Chosen => {
  const zoom = Math.max(0.6, Math.min(1.6, view.scale));
  const px = (at: number) => places[at * 2]! * view.scale + view.x;
  const py = (at: number) => places[at * 2 + 1]! * view.scale + view.y;
  for (let at = graph.ties.nodes.length - 1; at >= 0; at -= 1)
    if (Math.hypot(px(at) - x, py(at) - y) <= graph.radii[at]! * zoom + 3) return { node: at };
  let best: Chosen = {};
  let nearest = 6;
  graph.ties.edges.forEach((one, at) => {
    const [a, b] = [graph.index.get(one.from)!, graph.index.get(one.to)!];
    const [ax, ay, bx, by] = [px(a), py(a), px(b), py(b)];
    const long = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
    const part = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long));
    const far = Math.hypot(ax + part * (bx - ax) - x, ay + part * (by - ay) - y);
    if (far < nearest) {
      nearest = far;
      best = { edge: at };
    }
  });
  return best;
};
