// How two accounts stand to each other at a glance: a headline, a sentence, and a bar whose parts are what only one side
// says, what they say against each other, in other words, and alike. The parts are buttons that show only these.
import { useEffect, useRef } from "preact/hooks";
import { Day } from "../parts/said.tsx";
import { Heading } from "../parts/shell.tsx";
import { weekdayOf } from "../state/date.ts";
import type { Comparison } from "../state/shapes.ts";
import { channelName, counted, listed, sideInSentence, sideName } from "../state/words.ts";

type Part = { readonly name: string; readonly says: string; readonly count: number; readonly style: string };

const countOf = (comparison: Comparison, relation: string): number =>
  comparison.shared.filter((row) => row.relation === relation).length;

const partsOf = (comparison: Comparison): Part[] => {
  const only = comparison.sides.map(
    ({ side }, at): Part => ({
      name: "only",
      says: `only ${sideName(side)}`,
      count: comparison.only.find((one) => one.side === side)?.points.length ?? 0,
      style: `part-only side-${at}`,
    }),
  );
  const shared: Part[] = [
    { name: "contrary", says: "contradict", count: countOf(comparison, "contrary"), style: "part-contrary" },
    {
      name: "reworded",
      says: "in other words",
      count: countOf(comparison, "reworded"),
      style: "part-reworded",
    },
    { name: "same", says: "both", count: countOf(comparison, "same"), style: "part-same" },
  ];
  const [first, ...rest] = only;
  return [...(first ? [first] : []), ...shared, ...rest].filter(({ count }) => count > 0);
};

/** The bar. */
export const Balance = ({
  comparison,
  show,
  filter,
}: {
  comparison: Comparison;
  show: string;
  filter: (name: string) => void;
}) => (
  <div class="balance" role="group" aria-label="Show only">
    {partsOf(comparison).map((part) => (
      <BarPart key={part.says} part={part} pressed={show === part.name} filter={filter} />
    ))}
  </div>
);

const BarPart = ({
  part,
  pressed,
  filter,
}: {
  part: Part;
  pressed: boolean;
  filter: (name: string) => void;
}) => {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Through the object model, since the policy allows no style in the markup.
    if (button.current) button.current.style.flexGrow = String(part.count);
  }, [part.count]);
  return (
    <button
      type="button"
      ref={button}
      class={part.style}
      aria-pressed={pressed}
      onClick={() => filter(part.name)}
    >
      <span class="number">{part.count}</span> <span class="part-name">{part.says}</span>
    </button>
  );
};

/** What it was, when, between whom; and in one sentence how the accounts stand. */
export const Headline = ({
  comparison,
  headline,
  alone,
}: {
  comparison: Comparison;
  headline: string;
  alone: boolean;
}) => {
  const { channel, status, date, place } = comparison.contact;
  const title = `${channelName(channel)}: ${headline}`;
  return (
    <header>
      <p class="label">
        {channelName(channel)}
        {status !== "held" && <span class={`tag status-${status}`}>{status}</span>}
      </p>
      <Heading title={title}>
        <bdi>{headline}</bdi>
      </Heading>
      <p class="dateline">
        <span>
          {weekdayOf(date)} <Day date={date} />
        </span>
        {place && <bdi>{place.text}</bdi>}
        <span>{counted(comparison.documents.length, "document")}</span>
      </p>
      <p class="standfirst">{sentence(comparison, alone)}</p>
    </header>
  );
};

const sentence = (comparison: Comparison, alone: boolean): string => {
  const sides = comparison.sides.map(({ side }) => sideInSentence(side));
  if (alone) {
    if (sides.length === 0) return "It is reported, and nobody's account of it is known.";
    return `Only the account of ${listed(sides)} is known so far. When another side's arrives, the two are laid side by side here.`;
  }
  const contrary = countOf(comparison, "contrary");
  const reworded = countOf(comparison, "reworded");
  const same = countOf(comparison, "same");
  const alones = comparison.sides.flatMap(({ side }) => {
    const count = comparison.only.find((one) => one.side === side)?.points.length ?? 0;
    return count === 0 ? [] : [{ side: sideInSentence(side), count }];
  });
  const told = (
    [
      [contrary, "they contradict each other"],
      [reworded, "they use other words"],
      [same, "they agree"],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, what], at) => `on ${at === 0 ? counted(count, "topic") : count} ${what}`);
  const begin = `${sides.length === 2 ? "Both" : `All ${sides.length}`} sides tell of it`;
  const [first, ...rest] = alones;
  const end = first
    ? ` ${capital(first.side)} alone makes ${counted(first.count, "point")}${rest.map(({ side, count }) => `, ${side} alone ${count}`).join("")}.`
    : "";
  return `${begin}${told.length > 0 ? `: ${listed(told)}` : ", but have nothing in common"}.${end}`;
};

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
