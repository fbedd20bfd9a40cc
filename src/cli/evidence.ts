// One finding -> its fields in plain words, with the sentences of the text it rests on.
import type { LookUp } from "../record/look-up.ts";
import type {
  RecordActor,
  RecordContact,
  RecordEvent,
  RecordSpan,
  RecordStatement,
} from "../record/schema.ts";
import type { FindingLayer } from "../store/find.ts";
import { partiesOf } from "./contacts.ts";
import { rolesOf } from "./events.ts";
import { chainOf } from "./statements.ts";
import { paint, plain, wrap } from "./style.ts";

/** A finding for the terminal, its evidence marked in the text around it. */
export const evidenceOf = (finding: { readonly id: string }, layer: FindingLayer, about: LookUp): string => {
  const { document } = about.record;
  const source = [
    document.title,
    document.publisher,
    document.side && `account of ${document.side}`,
    document.published,
    document.url,
  ];
  const [facts, spans] = parts(finding, layer, about);
  const lines = facts.filter(([, value]) => value !== undefined && value !== "");
  return [
    paint(["bold", "cyan"], `${layer.replace(/s$/, "").toUpperCase()}  ${finding.id}`),
    ...lines.map(([name, value]) => wrap(`${paint("bold", name)}: ${plain(String(value))}`, "  ", "    ")),
    "",
    ...quotes(spans, document.text),
    wrap(
      source
        .filter((one) => one !== undefined)
        .map((one) => plain(one))
        .join(" · ") || document.id,
      "  ",
      "    ",
    ),
  ].join("\n");
};

type Facts = (readonly [string, string | number | undefined])[];

const parts = (
  finding: { readonly id: string },
  layer: FindingLayer,
  about: LookUp,
): [Facts, RecordSpan[]] => {
  if (layer === "contacts") {
    const one = finding as RecordContact;
    const accounts = one.accounts.map(({ side, points }) => `${side}: ${points.length} points`).join(", ");
    return [
      [
        ["who", partiesOf(one, about)],
        ["channel", one.channel],
        ["status", one.status],
        ["date", one.date],
        ["place", one.place?.text],
        ["accounts", accounts],
        ["rule", one.rule],
      ],
      one.evidence,
    ];
  }
  if (layer === "statements") {
    const one = finding as RecordStatement;
    const { act, form, date, confidence, rule } = one;
    return [
      [
        ["who", chainOf(one, about)],
        ["act", act],
        ["form", form],
        ["to", about.names(one.addressees)],
        ["medium", one.medium?.name ?? one.medium?.kind],
        ["date", date],
        ["confidence", confidence],
        ["rule", rule],
      ],
      [...(one.source ? [one.source] : []), ...(one.cue ? [one.cue] : []), ...one.content],
    ];
  }
  if (layer === "events") {
    const one = finding as RecordEvent;
    return [
      [
        ["who", rolesOf(one, about)],
        ["type", [one.type, one.mode].filter(Boolean).join(" ")],
        ["CAMEO", one.cameo],
        ["date", one.date],
        ["factuality", one.factuality],
        ["contexts", one.contexts.join(", ")],
        ["rule", one.rule],
      ],
      [one.trigger],
    ];
  }
  if (layer === "actors") {
    const one = finding as RecordActor;
    return [
      [
        ["name", about.described(one.id)],
        ["kind", one.kind],
        ["code", one.code],
        ["Wikidata", one.wikidata],
        ["mentions", one.mentions.length],
        ["rule", one.rule],
      ],
      one.mentions.slice(0, 1),
    ];
  }
  return [Object.entries(finding) as Facts, []];
};

/** The stretch of text that holds all spans, with these marked. Offsets are code points, so it is cut by them. */
const quotes = (spans: readonly RecordSpan[], text: string): string[] => {
  if (spans.length === 0) return [];
  const letters = [...text];
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const start = Math.max(0, sorted[0]!.start - 80);
  const end = Math.min(letters.length, Math.max(...spans.map((span) => span.end)) + 80, start + 2000);
  let line = "";
  let at = start;
  for (const span of sorted) {
    if (span.end <= at || span.start >= end) continue;
    line += plainKeep(letters.slice(at, Math.max(at, span.start)).join(""));
    line += paint(
      "underline",
      plainKeep(letters.slice(Math.max(at, span.start), Math.min(end, span.end)).join("")),
    );
    at = Math.min(end, span.end);
  }
  line += plainKeep(letters.slice(at, end).join(""));
  return [
    wrap(`“${start > 0 ? "…" : ""}${line.trim()}${end < letters.length ? "…" : ""}”`, "  ", "    "),
    "",
  ];
};

/** `plain`, but with the spaces at both ends, which part marked words from others. */
const plainKeep = (text: string): string =>
  `${/^\s/.test(text) ? " " : ""}${plain(text)}${/\S\s+$/.test(text) ? " " : ""}`;
