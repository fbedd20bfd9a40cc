// One finding as a card: a line when it is one of many; its chain, what it is made of and why, when it is chosen.

import { Component } from "preact";
import type {
  RecordActor,
  RecordContact,
  RecordEvent,
  RecordStatement,
  RecordTime,
} from "../../record/schema.ts";
import { hrefOf, hrefWith } from "../state/address.ts";
import { type Finding, type Findings, findingWords } from "../state/findings.ts";
import { channelName, saysWord, sideName } from "../state/words.ts";
import { Day } from "./said.tsx";
import { Why } from "./why.tsx";

type NoteProps = {
  readonly finding: Finding;
  readonly about: Findings;
  readonly publisher: string;
  readonly chosen: boolean;
  readonly why: boolean;
  readonly choose: (id: string) => void;
  readonly act: (what: "accept" | "reject" | "edit" | "why" | "cite") => void;
  readonly state: "accepted" | "edited" | undefined;
};

/** The card. It is drawn anew only where something about it changes: many stand beside a long text. */
export class Note extends Component<NoteProps> {
  override shouldComponentUpdate({ finding, chosen, state }: NoteProps) {
    return chosen || this.props.chosen || finding !== this.props.finding || state !== this.props.state;
  }
  override render({ finding, about, publisher, chosen, why, choose, act, state }: NoteProps) {
    return (
      <article class={`note of-${finding.layer}${chosen ? " chosen" : ""}`}>
        <button
          type="button"
          class="note-head"
          aria-expanded={chosen}
          data-finding={finding.id}
          onClick={() => choose(finding.id)}
        >
          <span class="note-label">
            {finding.label}
            {state && <span class="note-state"> · {state}</span>}
          </span>
          {!(chosen && finding.layer === "statements") && (
            <bdi class="note-title">{finding.title || findingWords(finding)}</bdi>
          )}
        </button>
        {chosen && (
          <div class="note-body">
            <Chain finding={finding} about={about} publisher={publisher} />
            <Facts finding={finding} about={about} />
            <div class="note-acts" role="group" aria-label="What to do with it">
              <button type="button" class="button" aria-expanded={why} onClick={() => act("why")}>
                Why? <kbd>w</kbd>
              </button>
              <button
                type="button"
                class="button"
                aria-pressed={state === "accepted"}
                onClick={() => act("accept")}
              >
                Accept <kbd>a</kbd>
              </button>
              <button type="button" class="button" onClick={() => act("reject")}>
                Reject <kbd>x</kbd>
              </button>
              <button type="button" class="button" onClick={() => act("edit")}>
                Edit <kbd>e</kbd>
              </button>
              <button type="button" class="button" onClick={() => act("cite")}>
                Cite <kbd>c</kbd>
              </button>
            </div>
            {why && <Why finding={finding} />}
          </div>
        )}
      </article>
    );
  }
}

/** Publisher › who tells › who says: each step leads to its statement. */
const Chain = ({ finding, about, publisher }: { finding: Finding; about: Findings; publisher: string }) => {
  const within = "within" in finding.finding ? finding.finding.within : undefined;
  const path = about.chain(finding.layer === "statements" ? finding.id : within);
  if (finding.layer === "actors" || finding.layer === "times") return null;
  return (
    <nav class="chain" aria-label="Through whom it is known">
      <ol>
        <li>
          <bdi>{publisher}</bdi>
        </li>
        {path.map((one) => (
          <li key={one.id}>
            <a href={hrefWith({ at: one.id })} aria-current={one.id === finding.id ? "step" : undefined}>
              <bdi>{about.teller(one)}</bdi>
            </a>{" "}
            <span class="soft">{saysWord(one.act, one.speakers.length, one.negated)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
};

const actorLink = (id: string, about: Findings) => (
  <a key={id} href={hrefOf(["actors", id])}>
    <bdi>{about.names([id]) || id}</bdi>
  </a>
);
const actorLinks = (ids: readonly string[], about: Findings) =>
  ids.flatMap((id, at) => (at === 0 ? [actorLink(id, about)] : [", ", actorLink(id, about)]));

const Facts = ({ finding, about }: { finding: Finding; about: Findings }) => (
  <dl class="note-facts">
    {rowsOf(finding, about).map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

type Row = readonly [string, preact.ComponentChildren];
type Maybe = Row | false | undefined;

const rowsOf = (one: Finding, about: Findings): Row[] =>
  allRowsOf(one, about).filter((row): row is Row => row !== false && row !== undefined);

const allRowsOf = (one: Finding, about: Findings): Maybe[] => {
  switch (one.layer) {
    case "statements":
      return statementRows(one.finding, about);
    case "contacts":
      return contactRows(one.finding, about);
    case "events":
      return eventRows(one.finding, about);
    case "actors":
      return actorRows(one.finding);
    case "times":
      return timeRows(one.finding);
  }
};

const when = (date: string | undefined): Maybe =>
  date !== undefined && ["When", <Day key="d" date={date} brief />];
const who = (name: string, ids: readonly string[], about: Findings): Maybe =>
  ids.length > 0 && [name, actorLinks(ids, about)];
const link = (name: string, words: string, href: string): Row => [
  name,
  <a key={name} href={href}>
    {words}
  </a>,
];

const statementRows = (
  { speakers, addressees, form, date, medium, confidence, contact }: RecordStatement,
  about: Findings,
): Maybe[] => [
  who("By", speakers, about),
  who("To", addressees, about),
  when(date),
  medium && ["Medium", medium.name ?? medium.kind],
  ["Form", form],
  contact !== undefined && link("About", "this contact, both accounts", hrefOf(["contacts", contact])),
  ["Confidence", `${Math.round(confidence * 100)} %`],
];

const contactRows = (
  { id, participants, status, channel, date, place }: RecordContact,
  about: Findings,
): Maybe[] => [
  who(
    "Who",
    participants.map(({ actor }) => actor),
    about,
  ),
  ["How", `${channelName(channel).toLowerCase()}, ${status}`],
  when(date),
  place && ["Where", <bdi key="p">{place.text}</bdi>],
  link("Accounts", "side by side", hrefOf(["contacts", id])),
];

const eventRows = ({ actors, recipients, date, cameo, contexts }: RecordEvent, about: Findings): Maybe[] => [
  who("By", actors, about),
  who("To", recipients, about),
  when(date),
  contexts.length > 0 && ["Context", contexts.join(", ")],
  cameo !== undefined && ["CAMEO", cameo],
];

const actorRows = ({ id, country, code, offices, mentions }: RecordActor): Maybe[] => [
  country !== undefined && ["Side", sideName(country)],
  offices.length > 0 && ["Office", offices.map(({ title }) => title).join(", ")],
  code !== undefined && ["Code", code],
  ["Mentions", String(mentions.length)],
  link("File", "in all texts", hrefOf(["actors", id])),
];

const timeRows = ({ value, type, basis, anchor }: RecordTime): Maybe[] => [
  ["Value", value],
  ["Type", type.toLowerCase()],
  [
    "From",
    basis === "text"
      ? "the words alone"
      : `the words and ${basis === "published" ? "the day of publication" : `the ${basis}`}`,
  ],
  anchor !== undefined && ["Counted from", <Day key="d" date={anchor} brief />],
];
