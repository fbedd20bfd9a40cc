// A record -> its findings by id with the few words that a card or a list shows of them.
import type {
  Record,
  RecordActor,
  RecordContact,
  RecordEvent,
  RecordSpan,
  RecordStatement,
  RecordTime,
} from "../../record/schema.ts";
import type { Layer } from "../reading/marks.ts";
import { dateWords } from "./date.ts";
import { actName, channelName, factualityWords, listed, spanWords } from "./words.ts";

type Base<Kind extends Layer, Finding> = {
  readonly layer: Kind;
  readonly id: string;
  readonly rule: string;
  readonly spans: readonly RecordSpan[];
  /** One line: who, or what. */
  readonly title: string;
  /** One line: what kind, when. */
  readonly label: string;
  readonly finding: Finding;
};
export type Finding =
  | Base<"contacts", RecordContact>
  | Base<"statements", RecordStatement>
  | Base<"actors", RecordActor>
  | Base<"times", RecordTime>
  | Base<"events", RecordEvent>;

/** Answers about the findings of one record. */
export type Findings = {
  readonly all: readonly Finding[];
  readonly byId: ReadonlyMap<string, Finding>;
  /** From the outermost statement down to this one. */
  readonly chain: (id: string | undefined) => RecordStatement[];
  readonly names: (ids: readonly string[]) => string;
  /** Who makes a statement: names, or the words that stand for them. */
  readonly teller: (statement: RecordStatement) => string;
};

/** Indexes a record once. Findings come in the order of the text. */
export const findingsOf = (record: Record): Findings => {
  const actors = new Map(record.actors.map((one) => [one.id, one]));
  const statements = new Map(record.statements.map((one) => [one.id, one]));
  const names = (ids: readonly string[]) =>
    listed(ids.map((id) => actors.get(id)?.name ?? "").filter(Boolean));
  const teller = ({ speakers, source }: RecordStatement) =>
    names(speakers) || source?.text || "someone unnamed";
  const chain = (id: string | undefined): RecordStatement[] => {
    const path: RecordStatement[] = [];
    for (
      let one = statements.get(id ?? "");
      one && !path.includes(one);
      one = statements.get(one.within ?? "")
    )
      path.unshift(one);
    return path;
  };
  const all: Finding[] = [
    ...record.contacts.map((one) => contactFinding(one, names)),
    ...record.statements.map((one) => statementFinding(one, chain(one.id).map(teller))),
    ...record.actors.map(actorFinding),
    ...record.times.map(timeFinding),
    ...record.events.map((one) => eventFinding(one, names)),
  ];
  const start = ({ spans }: Finding) => Math.min(...spans.map((span) => span.start));
  const ordered = all
    .map((finding) => ({ finding, at: start(finding) }))
    .sort((a, b) => a.at - b.at)
    .map(({ finding }) => finding);
  return { all: ordered, byId: new Map(ordered.map((one) => [one.id, one])), chain, names, teller };
};

const statementFinding = (one: RecordStatement, tellers: readonly string[]): Finding => ({
  layer: "statements",
  id: one.id,
  rule: one.rule,
  spans: [...(one.source ? [one.source] : []), ...(one.cue ? [one.cue] : []), ...one.content],
  title: tellers.filter((name, at) => name !== tellers[at - 1]).join(" › "),
  label: `${one.negated ? "not " : ""}${actName(one.act)}`,
  finding: one,
});

const actorFinding = (one: RecordActor): Finding => ({
  layer: "actors",
  id: one.id,
  rule: one.rule,
  spans: one.mentions,
  title: one.name,
  label: one.offices[0]?.title ?? one.kind,
  finding: one,
});

const timeFinding = (one: RecordTime): Finding => ({
  layer: "times",
  id: one.id,
  rule: one.rule,
  spans: [one],
  title: one.text,
  label: one.value,
  finding: one,
});

const contactFinding = (one: RecordContact, names: Findings["names"]): Finding => ({
  layer: "contacts",
  id: one.id,
  rule: one.rule,
  spans: [...one.evidence, ...(one.place ? [one.place] : [])],
  title: names(one.participants.map(({ actor }) => actor)),
  label: [
    one.status === "held" ? "" : one.status,
    channelName(one.channel).toLowerCase(),
    one.date ? dateWords(one.date, true) : "",
  ]
    .filter(Boolean)
    .join(" · "),
  finding: one,
});

const eventFinding = (one: RecordEvent, names: Findings["names"]): Finding => ({
  layer: "events",
  id: one.id,
  rule: one.rule,
  spans: [one.trigger, ...(one.place ? [one.place] : [])],
  title: [names(one.actors) || "someone", names(one.recipients)].filter(Boolean).join(" → "),
  label: [
    [one.type, one.mode].filter(Boolean).join(" "),
    factualityWords(one.factuality),
    one.date ? dateWords(one.date, true) : "",
  ]
    .filter(Boolean)
    .join(" · "),
  finding: one,
});

/** The words that a finding rests on. */
export const findingWords = ({ spans }: Finding): string => spanWords(spans);
