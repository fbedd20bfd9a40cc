// The drawing of a timeline: three lanes under one axis; dragging over it chooses a period. Everything that it shows
// stands in the list below it too, which is the way through it by keyboard and screen reader.
import { scaleUtc } from "d3-scale";
import { useRef, useState } from "preact/hooks";
import { useWidth } from "../parts/size.ts";
import { isoDay } from "../state/date.ts";
import type { Entry } from "../state/shapes.ts";
import { type Dot, domainOf, type Lane, lanes, stacked } from "./lanes.ts";

type ChartProps = {
  readonly entries: readonly Entry[];
  readonly brush: readonly [number, number] | undefined;
  readonly choose: (since: string | undefined, until: string | undefined) => void;
  readonly lit: string | undefined;
  readonly open: (entry: Entry) => void;
};

/** More dots than this on one day lie on each other. */
const levels = 16;
const dot = 9;
const left = 92;
const axis = 26;

/** The chart. */
export const Chart = ({ entries, brush, choose, lit, open }: ChartProps) => {
  const figure = useRef<HTMLElement>(null);
  const width = useWidth(figure);
  const domain = domainOf(entries);
  const [drag, setDrag] = useState<readonly [number, number]>();
  const x = scaleUtc(domain ?? [0, 1], [left, Math.max(left + 1, width - 12)]);
  const moment = (event: PointerEvent) => {
    const box = figure.current!.getBoundingClientRect();
    const [from, to] = x.domain() as [Date, Date];
    return Math.min(Math.max(x.invert(event.clientX - box.left).getTime(), from.getTime()), to.getTime());
  };
  const shown = drag ?? brush;
  const marks = lanes.map((lane) =>
    stacked(
      entries.filter((entry) => entry.layer === lane),
      x,
      dot,
      levels,
    ),
  );
  const heights = marks.map((dots) => Math.max(3, ...dots.map(({ level }) => level + 1)) * (dot + 1) + 16);
  const grounds = heights.map((_, at) => heights.slice(0, at + 1).reduce((sum, one) => sum + one, 0) - 6);
  const height = grounds.at(-1)! + 6 + axis;
  const ended = () => {
    if (!drag) return;
    const [from, to] = [Math.min(...drag), Math.max(...drag)];
    setDrag(undefined);
    if (Math.abs(x(to) - x(from)) < 5) choose(undefined, undefined);
    else choose(isoDay(from), isoDay(to));
  };
  return (
    <figure class="timeline" ref={figure}>
      {width > 0 && domain && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={`Timeline with ${entries.length} entries from ${isoDay(domain[0])} to ${isoDay(domain[1])}; the list below holds them all`}
          onPointerDown={(event) => {
            if (event.button !== 0 || (event.target as Element).closest(".dot")) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            const at = moment(event);
            setDrag([at, at]);
          }}
          onPointerMove={(event) => drag && setDrag([drag[0], moment(event)])}
          onPointerUp={ended}
          onPointerCancel={() => setDrag(undefined)}
        >
          <Axis x={x} height={height} />
          {shown && (
            <rect
              class="brush"
              x={Math.min(x(shown[0]), x(shown[1]))}
              width={Math.abs(x(shown[1]) - x(shown[0]))}
              y={0}
              height={height - axis}
            />
          )}
          {lanes.map((lane, at) => (
            <LaneMarks
              key={lane}
              lane={lane}
              dots={marks[at]!}
              ground={grounds[at]!}
              x={x}
              width={width}
              lit={lit}
              open={open}
            />
          ))}
        </svg>
      )}
      <figcaption class="soft">
        <span class="key-mark">●</span> on that day <span class="key-mark">▬</span> within these days{" "}
        <span class="key-mark">○</span> planned or foreseen. Drag over the drawing to choose a period.
      </figcaption>
    </figure>
  );
};

const Axis = ({ x, height }: { x: ReturnType<typeof scaleUtc<number, number>>; height: number }) => {
  const [, right] = x.range() as [number, number];
  const count = Math.max(2, Math.floor((right - left) / 110));
  const format = x.tickFormat(count);
  return (
    <g class="axis">
      {x.ticks(count).map((tick) => (
        <g key={tick.getTime()} transform={`translate(${x(tick)},0)`}>
          <line y1={0} y2={height - axis} />
          <text y={height - 8} text-anchor="middle">
            {format(tick)}
          </text>
        </g>
      ))}
    </g>
  );
};

type LaneProps = {
  lane: Lane;
  dots: readonly Dot[];
  ground: number;
  x: (moment: number) => number;
  width: number;
  lit: string | undefined;
  open: (entry: Entry) => void;
};

const LaneMarks = ({ lane, dots, ground, x, width, lit, open }: LaneProps) => (
  <g class={`lane of-${lane}`}>
    <line class="ground" x1={left} x2={width - 12} y1={ground} y2={ground} />
    <text class="lane-name" x={0} y={ground - 4}>
      {lane}
    </text>
    {dots.map((one) => (
      <Mark
        key={one.entry.finding.id}
        dot={one}
        ground={ground}
        x={x}
        lit={one.entry.finding.id === lit}
        open={open}
      />
    ))}
  </g>
);

const Mark = ({
  dot: { entry, from, to, exact, level },
  ground,
  x,
  lit,
  open,
}: {
  dot: Dot;
  ground: number;
  x: (moment: number) => number;
  lit: boolean;
  open: (entry: Entry) => void;
}) => {
  const y = ground - 7 - level * (dot + 1);
  const name = `dot${entry.planned ? " planned" : ""}${lit ? " lit" : ""}`;
  // The list below opens the same by key.
  const hands = { onClick: () => open(entry) };
  return exact ? (
    <circle class={name} cx={x((from + to) / 2)} cy={y} r={dot / 2 - 0.5} {...hands} />
  ) : (
    <rect
      class={name}
      x={x(from)}
      width={Math.max(x(to) - x(from), dot)}
      y={y - 2.5}
      height={5}
      rx={2.5}
      {...hands}
    />
  );
};
