// Why a finding was made: its rule in plain words, and the words of the text that it rests on.

import { useData } from "../state/data.ts";
import type { Finding } from "../state/findings.ts";

type Explained = {
  readonly items: readonly { readonly kind: string; readonly label: string; readonly meaning: string }[];
};

/** The explanation. */
export const Why = ({ finding }: { finding: Finding }) => (
  <div class="why">
    <h4 class="label">The words it rests on</h4>
    <ul class="said">
      {finding.spans.slice(0, 8).map((span) => (
        <li key={`${span.start}-${span.end}`}>
          <bdi>“{span.text.length > 160 ? `${span.text.slice(0, 160)}…` : span.text}”</bdi>{" "}
          <span class="soft number">
            {span.start}–{span.end}
          </span>
        </li>
      ))}
    </ul>
    <h4 class="label">The rule that found it</h4>
    <dl>
      <Meaning label={finding.rule} fallback="a rule without a description of its own" />
    </dl>
    <h4 class="label">What it is called</h4>
    <dl>
      {labelsOf(finding).map((label) => (
        <Meaning key={label} label={label} />
      ))}
    </dl>
  </div>
);

const Meaning = ({ label, fallback }: { label: string; fallback?: string }) => {
  // All labels at once: they are few, and a label that nothing explains is no error.
  const { data } = useData<Explained>("/api/explain");
  const meanings = (data?.items ?? []).filter((one) =>
    [label, label.split(":")[0]].some((name) => one.label.toLowerCase() === name?.toLowerCase()),
  );
  if (meanings.length === 0 && fallback === undefined) return null;
  return (
    <div>
      <dt>
        <code>{label}</code>
      </dt>
      {meanings.length === 0 && <dd class="soft">{data ? fallback : "…"}</dd>}
      {meanings.map(({ kind, meaning }) => (
        <dd key={kind}>
          <span class="soft">{kind}:</span> {meaning}
        </dd>
      ))}
    </div>
  );
};

const labelsOf = (one: Finding): string[] => {
  if (one.layer === "statements") return [one.finding.act];
  if (one.layer === "contacts") return [one.finding.channel, one.finding.status];
  if (one.layer === "events")
    return [one.finding.type, ...(one.finding.mode ? [one.finding.mode] : []), one.finding.factuality];
  return [];
};
