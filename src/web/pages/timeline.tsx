// One actor or two through time: a drawing with a lane a layer, and the same as a list.
import { useState } from "preact/hooks";
import { PartyPicker, usePartyNames } from "../parts/party.tsx";
import { Period } from "../parts/period.tsx";
import { Day, Shown } from "../parts/said.tsx";
import { Heading } from "../parts/shell.tsx";
import { choose, go, hrefOf, useAddress } from "../state/address.ts";
import { useData } from "../state/data.ts";
import { periodOf } from "../state/date.ts";
import { useKeys } from "../state/keys.ts";
import type { Entry, Page } from "../state/shapes.ts";
import { channelName, counted, factualityWords, listed, saysWord, spanWords } from "../state/words.ts";
import { Chart } from "../timeline/chart.tsx";
import { type Lane, lanes, spanOf } from "../timeline/lanes.ts";

/** The page. */
export const Timeline = () => {
  const { query } = useAddress();
  const parties = query.getAll("actor").filter(Boolean).slice(0, 2);
  const names = usePartyNames(parties);
  const title = parties.length === 0 ? "Timeline" : listed(names);
  return (
    <>
      <header>
        <p class="label">Timeline</p>
        <Heading title={parties.length === 0 ? title : `Timeline: ${title}`}>
          <bdi>{parties.length === 0 ? "Whose timeline?" : title}</bdi>
        </Heading>
      </header>
      <PartyPicker parties={parties} names={names} />
      {parties.length > 0 && <Lanes key={parties.join(" ")} parties={parties} />}
    </>
  );
};

const most = "500";

const Lanes = ({ parties }: { parties: readonly string[] }) => {
  const { query } = useAddress();
  const since = query.get("since") ?? undefined;
  const until = query.get("until") ?? undefined;
  const answer = useData<Page<Entry>>(`/api${hrefOf(["timeline"], { actor: parties, limit: most })}`);
  // Where not everything came at once, the chosen period is asked for on its own.
  const part = useData<Page<Entry>>(
    answer.data?.next !== undefined && (since || until)
      ? `/api${hrefOf(["timeline"], { actor: parties, limit: most, since, until })}`
      : undefined,
  );
  return (
    <Shown answer={answer}>
      {({ items, next }) => {
        const all = merged(items, part.data?.items ?? []);
        return all.length === 0 ? (
          <p>The library has nothing of {parties.length === 1 ? "this party" : "these two together"}.</p>
        ) : (
          <Entries all={all} since={since} until={until} more={next !== undefined} />
        );
      }}
    </Shown>
  );
};

const merged = (first: readonly Entry[], second: readonly Entry[]): Entry[] => {
  const seen = new Set(first.map(({ finding }) => finding.id));
  return [...first, ...second.filter(({ finding }) => !seen.has(finding.id))];
};

type EntriesProps = {
  all: readonly Entry[];
  since: string | undefined;
  until: string | undefined;
  more: boolean;
};

const Entries = ({ all, since, until, more }: EntriesProps) => {
  const { query } = useAddress();
  const hidden = (query.get("hide") ?? "").split(",").filter(Boolean);
  const [lit, setLit] = useState<string>();
  const from = periodOf(since)?.from ?? Number.NEGATIVE_INFINITY;
  const to = periodOf(until)?.to ?? Number.POSITIVE_INFINITY;
  const layered = all.filter(({ layer }) => !hidden.includes(layer));
  const inside = layered.filter((entry) => {
    if (!since && !until) return true;
    const span = spanOf(entry);
    return span !== undefined && span.to > from && span.from < to;
  });
  const ends = layered.flatMap((entry) => spanOf(entry) ?? []);
  const brush =
    since || until
      ? ([
          Math.max(from, Math.min(...ends.map((one) => one.from))),
          Math.min(to, Math.max(...ends.map((one) => one.to))),
        ] as const)
      : undefined;
  const toggle = (lane: Lane) =>
    choose({
      hide: (hidden.includes(lane) ? hidden.filter((one) => one !== lane) : [...hidden, lane]).join(","),
    });
  useKeys("Timeline", [
    ...lanes.map((lane, at) => ({
      keys: String(at + 1),
      says: `show or hide ${lane}`,
      run: () => toggle(lane),
    })),
    { keys: "0", says: "all time", run: () => choose({ since: undefined, until: undefined }) },
  ]);
  return (
    <>
      <div class="layer-bar" role="group" aria-label="Lanes">
        {lanes.map((lane, at) => (
          <button
            key={lane}
            type="button"
            class={`layer of-${lane}`}
            aria-pressed={!hidden.includes(lane)}
            onClick={() => toggle(lane)}
          >
            <kbd>{at + 1}</kbd> {lane}{" "}
            <span class="number soft">{all.filter(({ layer }) => layer === lane).length}</span>
          </button>
        ))}
        <Period />
      </div>
      <Chart
        entries={layered}
        brush={brush}
        choose={(a, b) => choose({ since: a, until: b })}
        lit={lit}
        open={(entry) => go(hrefFor(entry))}
      />
      <h2>
        {counted(inside.length, "entry", "entries")}
        {(since || until) && " in this period"}
      </h2>
      {more && <p class="soft">The newest {most} are drawn; a period brings the older ones.</p>}
      <ol class="entries">
        {inside.slice(0, 300).map((entry) => (
          <Line key={entry.finding.id} entry={entry} light={setLit} />
        ))}
      </ol>
    </>
  );
};

const hrefFor = ({ layer, finding }: Entry): string =>
  layer === "contacts"
    ? hrefOf(["contacts", finding.id])
    : hrefOf(["documents", finding.document.id], { at: finding.id });

const Line = ({ entry, light }: { entry: Entry; light: (id: string | undefined) => void }) => {
  const { who, what } = wordsOf(entry);
  return (
    <li
      class={`entry of-${entry.layer}`}
      onPointerEnter={() => light(entry.finding.id)}
      onPointerLeave={() => light(undefined)}
    >
      <span class="entry-date">
        <Day date={entry.date === "" ? undefined : entry.date} brief />
      </span>
      <span class="entry-layer">
        <span class={entry.planned ? "mark-dot planned" : "mark-dot"} aria-hidden="true" />
        {entry.layer.slice(0, -1)}
      </span>
      <span class="entry-words">
        <a
          href={hrefFor(entry)}
          data-item
          onFocus={() => light(entry.finding.id)}
          onBlur={() => light(undefined)}
        >
          <bdi>{who}</bdi>
        </a>{" "}
        <bdi class={entry.layer === "statements" ? "said" : undefined}>{what}</bdi>
        <span class="soft">
          {" "}
          <bdi>{entry.finding.document.publisher ?? ""}</bdi>
        </span>
      </span>
    </li>
  );
};

const wordsOf = (entry: Entry): { who: string; what: string } => {
  const { names } = entry.finding;
  const named = (ids: readonly string[]) =>
    listed([...new Set(ids.map((id) => names[id] ?? "").filter(Boolean))]);
  if (entry.layer === "contacts") {
    const { channel, status, participants, place } = entry.finding;
    return {
      who: named(participants.map(({ actor }) => actor)) || "A contact",
      what: [channelName(channel).toLowerCase(), status === "held" ? "" : status, place?.text ?? ""]
        .filter(Boolean)
        .join(", "),
    };
  }
  if (entry.layer === "statements") {
    const { speakers, source, act, negated, content } = entry.finding;
    return {
      who: `${named(speakers) || source?.text || "someone unnamed"} ${saysWord(act, speakers.length, negated)}`,
      what: spanWords(content).slice(0, 220),
    };
  }
  const { actors, recipients, type, mode, factuality } = entry.finding;
  return {
    who: [named(actors) || "someone", named(recipients)].filter(Boolean).join(" → "),
    what: [[type, mode].filter(Boolean).join(" ").toLowerCase(), factualityWords(factuality)]
      .filter(Boolean)
      .join(", "),
  };
};
