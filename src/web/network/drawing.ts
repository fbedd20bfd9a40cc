// Actors with places and ties -> a canvas: all of them in quiet colours, or over that what is chosen, in strong ones; and a
// point on the canvas -> the actor or tie under it.
import type { Ties } from "../state/shapes.ts";

/** What part of the plane is seen: `scale` pixels a unit, the plane's origin at `x`, `y`. */
export type View = { readonly x: number; readonly y: number; readonly scale: number };
/** The sheet that is drawn on, in CSS pixels, and how many of the screen's there are to one of them. */
export type Sheet = { readonly width: number; readonly height: number; readonly ratio: number };
export type Graph = {
  readonly ties: Ties;
  readonly index: ReadonlyMap<string, number>;
  readonly radii: readonly number[];
  /** Colour of each actor: a place among the side colours, -1 for none. */
  readonly hues: readonly number[];
  /** The sides that have a colour. */
  readonly countries: readonly string[];
};
export type Chosen = { readonly node?: number; readonly edge?: number };
/** Colours worked out from the page's style, and its font. */
export type Inks = {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
  readonly sides: readonly string[];
  readonly font: string;
};
type Paint = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
type Plane = {
  readonly px: (at: number) => number;
  readonly py: (at: number) => number;
  readonly zoom: number;
};

/** Reckons sizes and colours once. */
export const graphOf = (ties: Ties): Graph => {
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
export const fitted = (places: Float32Array, { width, height }: Sheet): View => {
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

/** The colours that a part of the page has now. */
export const inksOf = (element: HTMLElement): Inks => {
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

const planeOf = (places: Float32Array, view: View): Plane => ({
  px: (at) => places[at * 2]! * view.scale + view.x,
  py: (at) => places[at * 2 + 1]! * view.scale + view.y,
  zoom: Math.max(0.6, Math.min(1.6, view.scale)),
});

const prepared = (
  canvas: HTMLCanvasElement | OffscreenCanvas,
  { width, height, ratio }: Sheet,
): Paint | null => {
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const paint = canvas.getContext("2d") as Paint | null;
  paint?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return paint;
};

const line = (paint: Paint, { px, py }: Plane, from: number, to: number): void => {
  paint.moveTo(px(from), py(from));
  paint.lineTo(px(to), py(to));
};
const disc = (
  paint: Paint,
  { px, py, zoom }: Plane,
  { radii, hues }: Graph,
  inks: Inks,
  at: number,
): void => {
  paint.fillStyle = inks.sides[hues[at]!] ?? inks.soft;
  paint.beginPath();
  paint.arc(px(at), py(at), radii[at]! * zoom, 0, Math.PI * 2);
  paint.fill();
  paint.stroke();
};

type Look = { readonly sheet: Sheet; readonly inks: Inks; readonly view: View | undefined };

/** Draws everything, with the names of the largest actors. */
export const drawAll = (
  canvas: HTMLCanvasElement | OffscreenCanvas,
  graph: Graph,
  places: Float32Array,
  { sheet, inks, view }: Look,
): void => {
  const paint = prepared(canvas, sheet);
  if (!paint) return;
  const plane = planeOf(places, view ?? fitted(places, sheet));
  const { ties, index } = graph;
  paint.strokeStyle = inks.line;
  paint.globalAlpha = 0.6;
  const widths = Map.groupBy(ties.edges, ({ contacts }) =>
    Math.min(6, Math.round(Math.log2(contacts) * 2) / 2),
  );
  for (const [width, edges] of widths) {
    paint.lineWidth = 0.7 + width * 0.9;
    for (const { from, to } of edges) {
      paint.beginPath();
      line(paint, plane, index.get(from)!, index.get(to)!);
      paint.stroke();
    }
  }
  paint.globalAlpha = 1;
  paint.strokeStyle = inks.paper;
  paint.lineWidth = 1.5;
  for (let at = 0; at < ties.nodes.length; at += 1) disc(paint, plane, graph, inks, at);
  const order = graph.radii.map((_, at) => at).sort((a, b) => graph.radii[b]! - graph.radii[a]!);
  nameThem(paint, graph, plane, { sheet, inks }, order.slice(0, 120), 60);
};

/** Draws what is chosen, with its neighbours and their names, on a sheet that lies over the other. */
export const drawChosen = (
  canvas: HTMLCanvasElement,
  graph: Graph,
  places: Float32Array,
  { sheet, inks, view }: Look,
  { node, edge }: Chosen,
): void => {
  const paint = prepared(canvas, sheet);
  if (!paint || (node === undefined && edge === undefined)) return;
  const plane = planeOf(places, view ?? fitted(places, sheet));
  const near = new Set<number>(node === undefined ? [] : [node]);
  paint.strokeStyle = inks.ink;
  graph.ties.edges.forEach((one, at) => {
    const [from, to] = [graph.index.get(one.from)!, graph.index.get(one.to)!];
    if (at !== edge && from !== node && to !== node) return;
    near.add(from).add(to);
    paint.lineWidth = Math.min(6, 0.9 + Math.log2(one.contacts) * 0.9);
    paint.beginPath();
    line(paint, plane, from, to);
    paint.stroke();
  });
  paint.strokeStyle = inks.paper;
  paint.lineWidth = 1.5;
  for (const at of near) disc(paint, plane, graph, inks, at);
  nameThem(paint, graph, plane, { sheet, inks }, [...near], 40);
};

/** Names actors in order, at most so many; a name that finds no free place beside its actor is left out. */
const nameThem = (
  paint: Paint,
  { ties, radii }: Graph,
  { px, py, zoom }: Plane,
  { sheet: { width, height }, inks }: Omit<Look, "view">,
  order: readonly number[],
  most: number,
): void => {
  paint.font = `500 12.5px ${inks.font}`;
  paint.textBaseline = "middle";
  paint.lineJoin = "round";
  paint.lineWidth = 3.5;
  paint.strokeStyle = inks.paper;
  paint.fillStyle = inks.ink;
  const taken = order.map((at): readonly [number, number, number, number] => {
    const r = radii[at]! * zoom;
    return [px(at) - r, py(at) - r, px(at) + r, py(at) + r];
  });
  let named = 0;
  for (const at of order) {
    if (named === most) break;
    const name = ties.nodes[at]!.name.slice(0, 40);
    const w = paint.measureText(name).width;
    const r = radii[at]! * zoom + 4;
    const [x, y] = [px(at), py(at)];
    const place = (
      [
        [x + r, y],
        [x - r - w, y],
        [x - w / 2, y - r - 5],
        [x - w / 2, y + r + 5],
      ] as const
    ).find(
      ([left, middle]) =>
        left > 0 &&
        left + w < width &&
        middle > 8 &&
        middle < height - 8 &&
        !taken.some(([l, t, rt, b]) => left < rt && left + w > l && middle - 8 < b && middle + 8 > t),
    );
    if (!place) continue;
    named += 1;
    taken.push([place[0], place[1] - 8, place[0] + w, place[1] + 8]);
    paint.strokeText(name, ...place);
    paint.fillText(name, ...place);
  }
};

/** The actor at a point, else the tie. */
export const under = (graph: Graph, places: Float32Array, view: View, x: number, y: number): Chosen => {
  const { px, py, zoom } = planeOf(places, view);
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
