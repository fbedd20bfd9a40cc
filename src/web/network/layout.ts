// Runs in a worker: ties -> places of the actors, sent a few times a second until they come to rest.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";

/** What the worker is asked: radii by node, ends and weights by edge. */
export type Order = {
  readonly radii: readonly number[];
  readonly edges: readonly (readonly [from: number, to: number, weight: number])[];
};
/** What it answers: x and y by turns. */
export type Places = { readonly places: Float32Array<ArrayBuffer>; readonly done: boolean };

type Node = SimulationNodeDatum & { readonly radius: number };

const scope = self as unknown as { postMessage: (message: Places, transfer: Transferable[]) => void };

self.addEventListener("message", (event: MessageEvent<Order>) => {
  const { radii, edges } = event.data;
  const nodes: Node[] = radii.map((radius) => ({ radius }));
  const links = edges.map(([source, target, weight]) => ({ source, target, weight }));
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
    const places = new Float32Array(nodes.length * 2);
    nodes.forEach((node, at) => {
      places[at * 2] = node.x ?? 0;
      places[at * 2 + 1] = node.y ?? 0;
    });
    scope.postMessage({ places, done }, [places.buffer]);
  };
  let told = performance.now();
  while (simulation.alpha() > 0.012) {
    simulation.tick();
    if (performance.now() - told < 120) continue;
    tell(false);
    told = performance.now();
  }
  tell(true);
});
