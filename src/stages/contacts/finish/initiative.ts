// A contact's sentences -> whose wish it was: "at the request of the Russian side", "received a call from".
import type { BareContact, Participant } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { isSide } from "../../../model/readout.ts";
import type { Span } from "../../../model/span.ts";

type Told = Pick<Reading, "document" | "sentences" | "mentions" | "actors">;

const wish = "(?:request|initiative|invitation|proposal|suggestion)";
const asked =
  /\b(?:requested|initiated|placed|sought|asked for) (?:the|this) (?:\p{L}+ )?(?:call|conversation|talks?|meeting|discussion)\b/giu;
/** Each with what follows or stands before as the one whose wish it was. */
const forms: readonly { readonly form: RegExp; readonly after: boolean }[] = [
  { form: new RegExp(`\\b(?:at|on|upon|by) the ${wish} of `, "giu"), after: true },
  {
    form: /\b(?:received|took|had|answered|got)(?:[ ,]+(?:today|yesterday|earlier|this|on|last|late|\p{Lu}\p{L}+day)\b[^.;:]{0,40}?)?[ ,]+(?:a|the) (?:\p{L}+ ){0,3}(?:call|conversation) (?:\p{L}+ ){0,2}from /giu,
    after: true,
  },
  { form: /\bcall,? (?:made|placed) by /giu, after: true },
  { form: /\bwho (?:had )?(?:called|phoned|telephoned|rang) (?:him|her|to)\b/giu, after: false },
  { form: /\b(?:made|placed|gave) (?:a|the) (?:\p{L}+ ){0,3}call to\b/giu, after: false },
  { form: /\b(?:requested|initiated|proposed) by /giu, after: true },
  { form: asked, after: false },
  { form: new RegExp(`['’]s? ${wish}\\b`, "giu"), after: false },
  { form: new RegExp(`\\b(?:at|on) the \\p{L}+ (?:side['’]s )?${wish}\\b`, "giu"), after: false },
];

/** "met with Minister Wong upon request": it was the other side's. */
const others = /\b(?:up)?on (?:request|invitation)\b(?! (?:of|by))/iu;

/** How far from the form its owner may stand, in code units. */
const reach = 60;
/** Sentences after the contact's first one that may still say it, if they begin with the contact itself or say who asked for it. */
const sentences = 2;
const goesOn =
  /^(?:It|The|This)\b(?: \p{L}+){0,2} (?:call|conversation|talks?|meeting|exchange|took|was|came)\b/u;

/** The contact with its initiator, where none is known yet and its first sentences name one of the two sides. */
export const withInitiative = (reading: Told, contact: BareContact): BareContact => {
  if (contact.participants.some(({ role }) => role === "initiator")) return contact;
  const at = reading.sentences.findIndex(({ end }) => end > contact.evidence[0]!.start);
  const told = reading.sentences.slice(at, at + 1 + sentences).filter(({ start, end }, index) => {
    const text = reading.document.text.slice(start, end);
    return index === 0 || goesOn.test(text) || text.search(asked) >= 0;
  });
  for (const sentence of told) {
    const found = initiatedIn(reading, contact, sentence);
    if (found) return found;
  }
  return contact;
};

const initiatedIn = (
  reading: Told,
  contact: BareContact,
  { start: from, end: to }: Span,
): BareContact | undefined => {
  const text = reading.document.text.slice(from, to);
  const { document } = reading;
  if (document.side !== undefined && others.test(text)) {
    const other = contact.participants.find(({ side }) => side !== undefined && !isSide(document, side));
    return other && withInitiator(contact, other);
  }
  for (const { form, after } of forms)
    for (const match of text.matchAll(form)) {
      // At somebody's invitation one travels; a call comes about so.
      if (/invitation/i.test(match[0]) && !/^(call|video)$/.test(contact.channel)) continue;
      // A courtesy call is no ringing.
      if (/^(?:received|took|had|got)/i.test(match[0]) && contact.channel === "meeting") continue;
      const [start, end] = [from + match.index, from + match.index + match[0].length];
      const side = ownerOf(reading, contact, start, end, after);
      const initiator = side === undefined ? undefined : leadOf(reading, contact, side);
      if (initiator) return withInitiator(contact, initiator);
    }
  return undefined;
};

const withInitiator = (contact: BareContact, initiator: Participant): BareContact => ({
  ...contact,
  participants: contact.participants.map((one) => (one === initiator ? { ...one, role: "initiator" } : one)),
});

/** The side named right after or before the form; "the latter" is the side named last before it. */
const ownerOf = (
  reading: Told,
  contact: BareContact,
  start: number,
  end: number,
  after: boolean,
): string | undefined => {
  const sides = new Set(contact.participants.map(({ side }) => side));
  const latter = /\blatter\b/iu.test(reading.document.text.slice(start - 12 < 0 ? 0 : start - 12, end + 12));
  const own = reading.mentions
    .filter((mention) =>
      latter || !after
        ? mention.start >= end - 200 && mention.start < end
        : mention.start >= end - 1 && mention.start < end + reach,
    )
    .flatMap((mention) => {
      const actor = reading.actors.find(({ mentions }) => mentions.includes(mention.index));
      // "The Minister will travel, at the President's request": sent by somebody who takes no part.
      const isSender = !after && mention.end >= start - 1 && actor?.kind === "person";
      if (isSender && !latter && contact.participants.every((one) => one.actor !== actor.index)) return [""];
      const side = mention.country ?? actor?.country;
      return side !== undefined && sides.has(side) ? [side] : [];
    });
  return latter || !after ? own.at(-1) : own[0];
};

const leadOf = ({ actors }: Told, { participants }: BareContact, side: string): Participant | undefined =>
  participants.find((one) => one.side === side && actors[one.actor]!.kind === "person") ??
  participants.find((one) => one.side === side);
