// A record -> a brief for the terminal: contacts with each side's account, then statements, then events.
import { bySide, initiatorOf, type LookUp, lengthWords, lookUp, wordsOf } from "../record/look-up.ts";
import type { Record, RecordContact, RecordEvent, RecordPoint, RecordStatement } from "../record/schema.ts";
import { columns, paint, plain, wrap } from "./style.ts";

/** What to call the text, and the only contact to show, where just one is wanted. */
export type BriefOptions = { readonly name: string; readonly contact?: string };

/** The brief of one record, lines joined by `\n`, none longer than the terminal is wide. */
export const brief = (record: Record, { name, contact }: BriefOptions): string => {
  const about = lookUp(record);
  const contacts = record.contacts.filter((one) => contact === undefined || one.id === contact);
  const told = new Set(
    contacts.flatMap((one) =>
      one.accounts.flatMap(({ points }) => points.flatMap(({ statement }) => statement ?? [])),
    ),
  );
  const sections = [
    heading(record, name),
    ...contacts.map((one) => contactLines(one, about)),
    contact === undefined ? statementLines(record, about, told) : [],
    contact === undefined ? eventLines(record, about) : [],
  ];
  const lines = sections.filter((section) => section.length > 0);
  if (lines.length === 1) lines.push(["No contact, statement or event found."]);
  return lines.map((section) => section.join("\n")).join("\n\n");
};

const heading = ({ document }: Record, name: string): string[] => {
  const facts = [
    document.publisher,
    document.side && `account of ${document.side}`,
    document.published,
  ].filter(Boolean);
  const title = paint("bold", plain(document.title ?? (name === "-" ? "Standard input" : name)));
  return [wrap([title, ...facts.map((fact) => plain(String(fact)))].join(" · "), "", "  ")];
};

/** What is wished or undertaken is nobody's report of it: "plans to see him" tells who plans, not who says so. */
const wishes =
  /^(?:intend|agree|want|hope|believe|urge|ask|request|demand|propose|offer|refuse|promise|prepare)$/;

const contactLines = (contact: RecordContact, about: LookUp): string[] => {
  const date = contact.date ?? "undated";
  const place = contact.place ? ` · ${plain(contact.place.text)}` : "";
  const status = contact.status === "held" ? "" : ` · ${contact.status}`;
  const teller = about.chain(contact.within).find(({ act }) => !wishes.test(act));
  const said = teller ? ` · as told by ${plain(about.teller(teller))}` : "";
  const lines = [
    wrap(
      `${paint(["bold", "cyan"], contact.channel.toUpperCase())}  ${date}${place}${status}${said}`,
      "",
      "  ",
    ),
  ];
  const sides = bySide(contact).map((group) =>
    group.actors.map((id) => plain(about.described(id))).join(", "),
  );
  lines.push(wrap(sides.join("  ↔  "), "  ", "    "));
  const initiator = initiatorOf(contact);
  if (initiator !== undefined) lines.push(wrap(`initiated by ${plain(about.name(initiator))}`, "  ", "    "));
  if (contact.duration) lines.push(wrap(`lasted ${plain(lengthWords(contact.duration.text))}`, "  ", "    "));
  for (const outcome of contact.outcomes ?? [])
    lines.push(wrap(`outcome: ${plain(outcome.text)}`, "  ", "    "));
  for (const { side, points } of contact.accounts) {
    lines.push("", `  ${paint("underline", `Account of ${side}`)}`);
    for (const point of points) lines.push(pointLine(point, side, about));
  }
  return lines;
};

const pointLine = (point: RecordPoint, side: string, about: LookUp): string => {
  const chain = about.chain(point.statement);
  const outer = chain.slice(0, -1).map((one) => about.names(one.speakers));
  const speakers = about.names(point.speakers) || side;
  const who = [...outer.filter((name) => name !== "" && name !== speakers), speakers].map(plain).join(" › ");
  return wrap(
    `${paint("bold", who)}, ${actWords(point.act)}: ${plain(wordsOf(point.content))}`,
    "  • ",
    "    ",
  );
};

const statementLines = (record: Record, about: LookUp, told: ReadonlySet<string>): string[] => {
  const rest = record.statements.filter((one) => !told.has(one.id));
  if (rest.length === 0) return [];
  return [paint(["bold", "cyan"], "STATEMENTS"), ...rest.map((one) => statementLine(one, about))];
};

const statementLine = (statement: RecordStatement, about: LookUp): string => {
  const who = about.chain(statement.id).map(about.teller).join(" › ");
  const said = statement.cue?.text ?? actWords(statement.act);
  const cue =
    statement.negated && !/\b(?:not|never|no|neither)\b|n['’]t\b/i.test(said) ? `not ${said}` : said;
  const date = statement.date ? `${paint("dim", statement.date)}  ` : "";
  return wrap(
    `${date}${paint("bold", plain(who))}${cue === ":" ? "" : `, ${plain(cue)}`}: ${plain(wordsOf(statement.content))}`,
    "  • ",
    "    ",
  );
};

const eventLines = (record: Record, about: LookUp): string[] => {
  if (record.events.length === 0) return [];
  return [paint(["bold", "cyan"], "EVENTS"), ...record.events.map((event) => eventLine(event, about))];
};

const eventLine = (event: RecordEvent, about: LookUp): string => {
  const actors = plain(about.names(event.actors)) || "someone";
  const recipients = plain(about.names(event.recipients));
  const code = paint("bold", [event.type, event.mode].filter(Boolean).join(" "));
  const doubt = event.factuality === "actual" ? "" : `, ${event.factuality}`;
  const teller = event.within ? `, as told by ${plain(about.teller(about.chain(event.within).at(-1)))}` : "";
  const parties = recipients === "" ? actors : `${actors} → ${recipients}`;
  const date = (event.date ?? "").padEnd(10);
  return wrap(
    `${date}  ${code}  ${parties}  “${plain(event.trigger.text)}”${doubt}${teller}`,
    "  ",
    "              ",
    columns(),
  );
};

const actWords = (act: string): string => act.replaceAll("-", " ");
