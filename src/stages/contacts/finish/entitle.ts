// A readout's title and the contacts of its text -> the contact that the title announces, found or put right by it.
import type { ContactsLanguage, ContactWord } from "../../../language/contacts.ts";
import type { Actor } from "../../../model/actor.ts";
import type { BareContact, Channel } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { isOwnWord, isSide, openingEnd } from "../../../model/readout.ts";
import type { Span } from "../../../model/span.ts";

type Titled = Pick<
  Reading,
  "document" | "sentences" | "words" | "mentions" | "actors" | "times" | "statements"
>;

/** What a title says: the channel, whether its words leave no doubt about it, and the row of words.tsv they fit. */
type Announced = { readonly channel: Channel; readonly exact: boolean; readonly rule: string };

/** "to visit", "will meet", "postponed", "no call": the title announces none that was held. */
const unheld =
  /\b(?:will|shall|upcoming|planned|plans|planning|postpone[sd]?|cancel(?:s|led|ed)?|den(?:y|ies|ied)|no|not|ahead|invit\w+|expected|scheduled|to (?:meet|visit|hold|speak|receive|host|travel|attend|call|talk|have|discuss))\b/i;

/**
 * A government titles its readout by the contact: "Telephone conversation with President Macron". Where the text's
 * first contact is the one announced, the title settles its channel and that it was held; where the text's own
 * sentences gave none, the title does, with the people whom the first sentences name.
 */
export const entitle = (
  reading: Titled,
  contacts: readonly BareContact[],
  language: ContactsLanguage,
): BareContact[] => {
  const announced = announcedBy(reading.document.title ?? "", language);
  if (!announced || reading.document.side === undefined) return [...contacts];
  const end = openingEnd(reading);
  const first = contacts.findIndex((one) => opensWith(reading, one, end));
  if (first >= 0) return contacts.map((one, at) => (at === first ? settled(reading, one, announced) : one));
  const made = contactOf(reading, announced, language, end);
  return made ? [made, ...contacts].map((one, index) => ({ ...one, index })) : [...contacts];
};

const opensWith = (reading: Titled, { within, participants, evidence }: BareContact, end: number): boolean =>
  isOwnWord(reading, within) &&
  evidence[0]!.start < end &&
  participants.some(({ side }) => isSide(reading.document, side));

const settled = (
  reading: Titled,
  contact: BareContact,
  { channel, exact, rule }: Announced,
): BareContact => ({
  ...contact,
  status: isAhead(reading, contact) ? contact.status : "held",
  // "Ministers confer on Syria" above "conferred by telephone" leaves the channel to the text.
  channel:
    (exact || (rule === contact.rule && !/^(?:call|video)$/.test(contact.channel))) &&
    contact.channel !== "visit"
      ? channel
      : contact.channel,
  ...dateOf(reading, contact),
});

/** "will pay a visit on 12 January", told the day before. */
const isAhead = ({ document: { published } }: Titled, { status, date }: BareContact): boolean =>
  status === "planned" && published !== undefined && date?.length === 10 && date > published.slice(0, 10);

/** A day that the contact's own sentence does not give ("they discussed the attack of Saturday") is not its day. */
const dateOf = (
  { document: { published }, sentences, times }: Titled,
  { date, evidence }: BareContact,
): { date?: string } => {
  if (published === undefined) return date === undefined ? {} : { date };
  const sentence = sentences.find(({ end }) => end > evidence[0]!.start);
  const given = times.some(
    ({ start, end, value }) =>
      sentence && sentence.start <= start && end <= sentence.end && value.slice(0, 10) === date?.slice(0, 10),
  );
  return { date: date !== undefined && given ? date : published };
};

const announcedBy = (title: string, language: ContactsLanguage): Announced | undefined => {
  if (unheld.test(title)) return undefined;
  const words = title.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];
  const rows = words.flatMap((word) => rowOf(word, language) ?? []).filter(isTalk);
  const called =
    !/\bvideo\b/iu.test(title) &&
    /\breceiv\p{L}+ (?:an? )?(?:\p{L}+ )?call\b|\bcalls? (?:with|from)\b/iu.test(title);
  const marked = called
    ? "call"
    : /\bcall(?:s|ed)? on\b|\bcourtesy call\b/iu.test(title)
      ? "meeting"
      : words.map((word) => language.markers.get(word)).find((channel) => channel !== undefined);
  const best = rows.find((row) => row.kind === "exact") ?? rows.find((row) => row.kind === "loose");
  if (!best) return undefined;
  return {
    channel: marked ?? best.channel,
    exact: marked !== undefined || best.kind === "exact",
    rule: best.rule,
  };
};

/** What people do together: not journeys, not what they write. */
const isTalk = ({ channel }: ContactWord): boolean => !/^(visit|letter|message)$/.test(channel);

const rowOf = (word: string, { nouns, verbs, forms }: ContactsLanguage): ContactWord | undefined =>
  nouns.get(word) ??
  nouns.get(word.replace(/s$/, "")) ??
  verbs.get(word) ??
  verbs.get(forms.get(word) ?? "") ??
  verbs.get(word.replace(/s$/, ""));

const contactOf = (
  reading: Titled,
  { channel }: Announced,
  language: ContactsLanguage,
  end: number,
): BareContact | undefined => {
  const { document, actors } = reading;
  const seen = (actor: Actor) => firstIn(reading, actor, end);
  const people = actors
    .filter(
      (actor) => actor.kind === "person" && seen(actor) !== undefined && !/ (MED|JRN)/.test(actor.code ?? ""),
    )
    .sort(
      (a, b) =>
        Number(isNamed(document, b)) - Number(isNamed(document, a)) || seen(a)!.start - seen(b)!.start,
    );
  const other = people.find(({ country }) => country !== undefined && !isSide(document, country));
  if (!other) return undefined;
  const near = (actor: Actor) => Math.abs(seen(actor)!.start - seen(other)!.start);
  const [nearest] = people
    .filter((actor) => isSide(document, actor.country) && !isSpokesperson(actor))
    .sort((a, b) => near(a) - near(b));
  const own =
    nearest ??
    actors.find(
      ({ kind, country, code }) => isSide(document, country) && (kind === "state" || / IGO/.test(code ?? "")),
    );
  if (!own) return undefined;
  const parties = [own, other].sort((a, b) => (seen(a)?.start ?? 0) - (seen(b)?.start ?? 0));
  return {
    index: 0,
    channel,
    status: "held",
    participants: parties.map(({ index, country }) => ({ actor: index, ...(country && { side: country }) })),
    ...(dayOf(reading, end) && { date: dayOf(reading, end)! }),
    topics: [],
    outcomes: [],
    evidence: [wordIn(reading, language, end) ?? seen(other)!],
    rule: "title",
  };
};

const isSpokesperson = ({ offices }: Actor): boolean => offices.some(({ title }) => /spokes/.test(title));

const firstIn = ({ mentions }: Titled, actor: Actor, end: number): Span | undefined => {
  const mention = mentions[actor.mentions[0] ?? -1];
  return mention && mention.start < end ? { start: mention.start, end: mention.end } : undefined;
};

/** The title has the actor's last name. */
const isNamed = ({ title = "" }: Titled["document"], { name }: Actor): boolean =>
  title.toLowerCase().includes((name.split(" ").at(-1) ?? name).toLowerCase());

/** The word in the first sentences that tells of it. */
const wordIn = ({ words }: Titled, language: ContactsLanguage, end: number): Span | undefined => {
  for (const { start, end: stop, lemma, upos } of words) {
    if (start >= end) return undefined;
    const row = /^(NOUN|VERB)$/.test(upos) ? rowOf(lemma.toLowerCase(), language) : undefined;
    if (row && row.kind !== "weak" && isTalk(row)) return { start, end: stop };
  }
  return undefined;
};

/** The day that the first sentences name, not after publication and not long before; else that of publication. */
const dayOf = ({ times, document: { published } }: Titled, end: number): string | undefined => {
  const isDay = (value: string) =>
    /^\d{4}-\d\d-\d\d/.test(value) &&
    (published === undefined ||
      (value.slice(0, 10) <= published &&
        Date.parse(published) - Date.parse(value.slice(0, 10)) < 8 * 86_400_000));
  return times.find(({ start, value }) => start < end && isDay(value))?.value.slice(0, 10) ?? published;
};
