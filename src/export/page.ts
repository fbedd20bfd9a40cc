// Records -> one self-contained page: each text with its findings underlined, its contacts and facts beside it.
import { bySide, initiatorOf, type LookUp, lengthWords, lookUp, wordsOf } from "../record/look-up.ts";
import type { Record, RecordContact, RecordEvent, RecordSpan, RecordStatement } from "../record/schema.ts";
import { escapeText, frame } from "./markup.ts";
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";
import { layers, segments } from "./segments.ts";

/** The page of one or several records; it needs no network and works printed. */
export const toPage = (records: readonly Record[]): string => {
  const title = records.length === 1 ? titleOf(records[0]!) : `${records.length} texts`;
  const buttons = layers.map(
    (layer, at) =>
      `<button data-layer="${layer}" aria-pressed="true" style="--layer:var(--${layer})"><kbd>${at + 1}</kbd>${layer}</button>`,
  );
  const keys = `<span class="soft">keys: 1 to ${layers.length} layers, n and p facts, Esc clears</span>`;
  const body = `<nav aria-label="Layers">${buttons.join("")} ${keys}</nav>\n${records.map(section).join("\n")}`;
  const shown = `document.body.className=${JSON.stringify(layers.map((layer) => `show-${layer}`).join(" "))};`;
  return frame(title, pageStyle, body, shown + pageScript);
};

/** What a text is called: its title, or its first words. */
export const titleOf = ({ document }: Record): string =>
  document.title ?? `${document.text.trim().slice(0, 70).replace(/\s+/g, " ")}…`;

const section = (record: Record): string => {
  const about = lookUp(record);
  const { document } = record;
  const facts = [
    document.publisher,
    document.side && `account of ${document.side}`,
    document.published,
    document.url,
  ];
  return `<header><h1>${escapeText(titleOf(record))}</h1>
<p class="facts">${facts
    .filter((fact) => fact !== undefined)
    .map((fact) => escapeText(fact))
    .join(" · ")}</p></header>
<section class="reading"><article class="text" id="${document.id}">${markedText(record)}</article>
<aside>${[
    group(
      "Contacts",
      record.contacts.map((contact) => contactCard(contact, about)),
    ),
    group(
      "Statements",
      record.statements.map((statement) => statementCard(statement, about)),
    ),
    group(
      "Events",
      record.events.map((event) => eventCard(event, about)),
    ),
    group(
      "Actors",
      record.actors.map((actor) => actorCard(actor, about)),
    ),
    group("Times", record.times.map(timeCard)),
  ].join("\n")}</aside></section>`;
};

const markedText = (record: Record): string =>
  segments(record)
    .map(({ start, text, marks }) => {
      if (marks.length === 0) return escapeText(text);
      const classes = [
        ...new Set(marks.map(({ layer, faint }) => (faint ? `in-${layer}-faint` : `in-${layer}`))),
      ].join(" ");
      const ids = [...new Set(marks.map((mark) => mark.id))].join(" ");
      return `<span id="${record.document.id}-${start}" data-start="${start}" data-marks="${ids}" class="${classes}">${escapeText(text)}</span>`;
    })
    .join("");

/** Attributes that tie an element to its words in a text. */
export const tied = (spans: readonly RecordSpan[], text?: string): string =>
  spans.length === 0
    ? ""
    : ` tabindex="0" data-spans="${spans.map(({ start, end }) => `${start}-${end}`).join(" ")}"${text ? ` data-text="${text}"` : ""}`;

const group = (title: string, cards: readonly string[]): string =>
  cards.length === 0 ? "" : `<h2>${title}</h2>\n${cards.join("\n")}`;

const card = (id: string, layer: string, spans: readonly RecordSpan[], body: string): string =>
  `<div class="card" id="${id}" style="--layer:var(--${layer})"${tied(spans)}>${body}</div>`;

const contactCard = (contact: RecordContact, about: LookUp): string => {
  const parts = [
    contact.date ?? "undated",
    contact.place?.text,
    contact.status === "held" ? undefined : contact.status,
  ];
  const sides = bySide(contact).map(({ actors }) =>
    actors.map((id) => escapeText(about.described(id))).join(", "),
  );
  const initiator = initiatorOf(contact);
  const length =
    contact.duration &&
    `lasted <span${tied([contact.duration])}>${escapeText(lengthWords(contact.duration.text))}</span>`;
  const outcomes = (contact.outcomes ?? []).map((one) => `<li${tied([one])}>${escapeText(one.text)}</li>`);
  const accounts = contact.accounts.map(({ side, points }) => {
    const items = points.map((point) => {
      const chain = about
        .chain(point.statement)
        .slice(0, -1)
        .map((one) => about.names(one.speakers));
      const who = [...chain, about.names(point.speakers) || side].filter(Boolean).join(" › ");
      return `<li id="${point.id}"${tied(point.content)}><span class="who">${escapeText(who)}</span>, ${escapeText(point.act)}: ${escapeText(wordsOf(point.content))}</li>`;
    });
    return `<div class="side"><h4>Account of ${escapeText(side)}</h4><ul>${items.join("")}</ul></div>`;
  });
  return card(
    contact.id,
    "contacts",
    contact.evidence,
    `<h3>${escapeText(contact.channel)}, ${escapeText(parts.filter(Boolean).join(", "))}</h3>
<p>${sides.join(" ↔ ")}</p>
${initiator === undefined ? "" : `<p class="soft">initiated by ${escapeText(about.name(initiator))}</p>`}
${length ? `<p class="soft">${length}</p>` : ""}${outcomes.length > 0 ? `<p class="soft">outcome</p><ul>${outcomes.join("")}</ul>` : ""}
<div class="accounts">${accounts.join("")}</div>`,
  );
};

const statementCard = (statement: RecordStatement, about: LookUp): string => {
  const chain = about.chain(statement.id).map(about.teller);
  const spans = [
    ...(statement.source ? [statement.source] : []),
    ...(statement.cue ? [statement.cue] : []),
    ...statement.content,
  ];
  const medium = statement.medium
    ? ` <span class="tag">${escapeText(statement.medium.name ?? statement.medium.kind)}</span>`
    : "";
  const not = statement.negated ? "not " : "";
  return card(
    statement.id,
    "statements",
    spans,
    `<p><span class="who">${escapeText(chain.join(" › "))}</span> <span class="tag">${not}${escapeText(statement.act)}</span>${medium} <span class="soft">${statement.date ?? ""}</span></p>
<p>${escapeText(wordsOf(statement.content))}</p>`,
  );
};

const eventCard = (event: RecordEvent, about: LookUp): string => {
  const parties = [about.names(event.actors) || "someone", about.names(event.recipients)]
    .filter(Boolean)
    .join(" → ");
  const teller = event.within ? `, as told by ${about.teller(about.chain(event.within).at(-1))}` : "";
  const doubt = event.factuality === "actual" ? "" : `, ${event.factuality}`;
  return card(
    event.id,
    "events",
    [event.trigger],
    `<p><span class="who">${escapeText([event.type, event.mode].filter(Boolean).join(" "))}</span> ${escapeText(parties)}
<span class="soft">${escapeText(`${event.date ?? ""}${doubt}${teller}`)}</span></p>`,
  );
};

const actorCard = (actor: Record["actors"][number], about: LookUp): string =>
  card(
    actor.id,
    "actors",
    actor.mentions,
    `<p><span class="who">${escapeText(about.described(actor.id))}</span> <span class="soft">${escapeText(actor.code ?? "")} ${actor.mentions.length} mentions</span></p>`,
  );

const timeCard = (time: Record["times"][number]): string =>
  card(
    time.id,
    "times",
    [time],
    `<p>${escapeText(time.text)} <span class="soft">${escapeText(`${time.value}, from ${time.basis}`)}</span></p>`,
  );
