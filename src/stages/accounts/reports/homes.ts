// A report's statements that name no contact -> the contact that each is told of: what one of the two told the other,
// what a side's people report of it, and what those who took part say right after.
import type { BareContact } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { holds, overlaps } from "../../../model/span.ts";
import type { Statement } from "../../../model/statement.ts";
import { sentenceAt, sentenceOf } from "../sentence-of.ts";

type Told = Pick<Reading, "document" | "words" | "sentences" | "mentions" | "actors" | "statements">;
type Family = { readonly top: Statement; readonly all: readonly Statement[] };
/** A contact with where its mentions stand, in text order. */
type Place = { readonly contact: BareContact; readonly starts: readonly number[] };

/** Days before publication within which a contact is the news and no background. */
const recent = 4;

/** Sentences after what one of the two told the other in which a report may say at what it was. */
const lookAhead = 4;

/** Index of an outermost statement -> index of the contact it is told of; official texts have no need of it. */
export const homesOf = (reading: Told, contacts: readonly BareContact[]): ReadonlyMap<number, number> => {
  const homes = new Map<number, number>();
  if (reading.document.side !== undefined) return homes;
  const places = contacts
    .filter(({ status }) => status === "held")
    .map((contact) => ({
      contact,
      starts: contact.evidence.map(({ start }) => start).sort((a, b) => a - b),
    }));
  if (places.length === 0) return homes;
  const paragraphOf = (statement: Statement) => sentenceOf(reading, statement)?.paragraph;
  const paragraphs = Map.groupBy(reading.statements, paragraphOf);
  let before: { readonly statement: Statement; readonly home: number } | undefined;
  for (const family of familiesOf(reading)) {
    const { top } = family;
    const near = nearestFirst(reading, places, top, 1);
    const away =
      isOfThen(reading, top) ||
      (isInInterview(top, paragraphs.get(paragraphOf(top)) ?? []) &&
        !near.some((place) => isNamed(reading, top, place)));
    const said = () =>
      near.find(({ contact }) => isSaidInIt(reading, family, contact)) ??
      nearestFirst(reading, places, top, lookAhead).find(
        ({ contact }) => isNews(reading, contact) && isSaidInIt(reading, family, contact),
      );
    const home =
      (away ? undefined : said()) ??
      fullest(
        reading,
        family,
        withoutOld(reading, near, top).filter(({ contact }) => isReported(reading, family, contact)),
      ) ??
      (away ? undefined : near.find((place) => isByOneOfThem(reading, top, place, near))) ??
      near.find(({ contact }) => isOnMatters(reading, top, contact)) ??
      near.find(({ contact }) => before?.home === contact.index && goesOn(reading, before.statement, top));
    if (!home) continue;
    homes.set(top.index, home.contact.index);
    before = { statement: top, home: home.contact.index };
  }
  return homes;
};

/** Outermost statements in text order, each with all that it reports. */
const familiesOf = ({ statements }: Told): Family[] => {
  const families = new Map<number, Statement[]>();
  const rootOf = (statement: Statement): number => {
    let at = statement;
    for (let step = 0; step < 12 && at.within !== undefined; step += 1) at = statements[at.within]!;
    return at.index;
  };
  for (const statement of statements) {
    const root = rootOf(statement);
    families.set(root, [...(families.get(root) ?? []), statement]);
  }
  return [...families]
    .map(([root, all]) => ({ top: statements[root]!, all }))
    .sort((a, b) => (a.top.content[0]?.start ?? 0) - (b.top.content[0]?.start ?? 0));
};

/** Contacts told of up to so many sentences behind the statement's own, the one told of last first; then the others. */
const nearestFirst = (
  reading: Told,
  places: readonly Place[],
  statement: Statement,
  ahead: number,
): Place[] => {
  const own = sentenceOf(reading, statement);
  const end = own?.end ?? 0;
  const distance = ({ starts }: Place): number => {
    const last = starts.filter((start) => start < end).at(-1);
    return last === undefined ? Number.POSITIVE_INFINITY : end - last;
  };
  const next = reading.sentences[(own?.index ?? 0) + ahead]?.end ?? end;
  return places
    .filter(({ starts }) => starts[0]! < next)
    .map((place) => ({ place, far: distance(place) }))
    .sort((a, b) => (a.far === b.far ? 0 : a.far - b.far))
    .map(({ place }) => place);
};

/** Without what is long past, but where its own paragraph tells of it, or nothing is news. */
const withoutOld = (reading: Told, near: readonly Place[], statement: Statement): readonly Place[] => {
  const paragraph = sentenceOf(reading, statement)?.paragraph;
  const rest = near.filter(
    ({ contact, starts }) =>
      isNews(reading, contact) || starts.some((start) => sentenceAt(reading, start)?.paragraph === paragraph),
  );
  return rest.some(({ contact }) => isNews(reading, contact)) ? rest : near;
};

const sideIn = ({ participants }: BareContact, actor: number): string | undefined => {
  const found = participants.find((one) => one.actor === actor);
  return found && (found.side ?? `actor ${actor}`);
};

/** "Amir-Abdollahian told Shoukry that …": one who took part says it to one of another side who did. */
const isSaidInIt = (reading: Told, { top, all }: Family, contact: BareContact): boolean =>
  isOfDay(top, contact) &&
  all.some(({ speakers, addressees, act }) =>
    speakers.some((speaker) => {
      const side = sideIn(contact, speaker) ?? sideOfFellow(reading, contact, speaker);
      return (
        side !== undefined &&
        act !== "invite" &&
        mayWrite(contact, speaker) &&
        reading.actors[speaker]!.kind === "person" &&
        addressees.some((one) => (sideIn(contact, one) ?? side) !== side)
      );
    }),
  );

/** "Steenhuisen, who was part of the delegation, said he had told Trump …": an official of a side that took part. */
const sideOfFellow = (
  { actors }: Told,
  { participants, channel }: BareContact,
  speaker: number,
): string | undefined => {
  const { kind, country, offices } = actors[speaker]!;
  const serves = kind === "person" && offices.length > 0 && channel === "meeting";
  return serves ? participants.find(({ side }) => side !== undefined && side === country)?.side : undefined;
};

/** Only who writes says something in a letter. */
const mayWrite = ({ channel, participants }: BareContact, speaker: number): boolean =>
  !/^(letter|message)$/.test(channel) ||
  participants.some(({ actor, role }) => actor === speaker && role === "initiator");

/** "The ministry said Singh had conveyed …": somebody reports what a participant or his side said there. */
const isReported = (reading: Told, { top, all }: Family, contact: BareContact): boolean =>
  isOfDay(top, contact) &&
  all.some((statement) => {
    if (statement === top && !isPluperfect(reading, statement)) return false;
    if (!statement.speakers.every((speaker) => mayWrite(contact, speaker))) return false;
    // "Hungary had told NATO": said to somebody who was not there.
    const { addressees } = statement;
    if (addressees.length > 0 && !addressees.some((one) => isThere(reading, contact, one))) return false;
    const byPerson = statement.speakers.some(
      (speaker) => sideIn(contact, speaker) !== undefined && reading.actors[speaker]!.kind === "person",
    );
    if (statement !== top && byPerson)
      return !isOwnMind(statement, top) && !isGuessed(reading, statement, top, contact);
    const state = statement.speakers.some((speaker) => {
      const { kind, country } = reading.actors[speaker]!;
      return (
        kind !== "person" && contact.participants.some(({ side }) => side !== undefined && side === country)
      );
    });
    return state && contact.channel !== "visit" && statement !== top && isPluperfect(reading, statement);
  });

const isThere = ({ actors }: Told, contact: BareContact, actor: number): boolean =>
  sideIn(contact, actor) !== undefined ||
  contact.participants.some(({ side }) => side !== undefined && side === actors[actor]!.country);

/** Of several contacts the one at which most of those were who are reported to speak and to be spoken to; the nearest of such. */
const fullest = ({ actors }: Told, { top, all }: Family, places: readonly Place[]): Place | undefined => {
  const told = new Set(
    all
      .filter((one) => one !== top)
      .flatMap(({ speakers, addressees }) => [...speakers, ...addressees])
      .filter((actor) => actors[actor]!.kind === "person"),
  );
  const count = ({ contact }: Place) => contact.participants.filter(({ actor }) => told.has(actor)).length;
  const most = Math.max(...places.map(count));
  return places.find((place) => count(place) === most);
};

/** "Nuland said she wanted …": what a speaker says of his own mind is no report of what was said to others. */
const isOwnMind = ({ act, speakers }: Statement, top: Statement): boolean =>
  speakers.some((speaker) => top.speakers.includes(speaker)) && mind.test(act);

const mind = /^(?:want|intend|believe|view|hope|think|know|expect|fear|doubt|wish|plan|decide)$/;

/** "“Lee wants to talk to everyone,” an analyst said": what somebody outside thinks goes on in a mind. */
const isGuessed = (
  { actors }: Told,
  { act }: Statement,
  top: Statement,
  { participants }: BareContact,
): boolean =>
  mind.test(act) &&
  !top.speakers.some((speaker) => {
    const { country } = actors[speaker]!;
    return country !== undefined && participants.some(({ side }) => side === country);
  });

const isPluperfect = ({ document }: Told, { cue }: Statement): boolean =>
  cue !== undefined && /^had\b/i.test(document.text.slice(cue.start, cue.end));

/**
 * Somebody who took part speaks after it is told of, and it is the last of his that is news: not of another day, not
 * of another contact.
 */
const isByOneOfThem = (reading: Told, top: Statement, place: Place, near: readonly Place[]): boolean => {
  const { contact, starts } = place;
  const persons = top.speakers.filter(
    (speaker) => sideIn(contact, speaker) !== undefined && reading.actors[speaker]!.kind === "person",
  );
  // What both say together is no side's own.
  if (new Set(persons.map((speaker) => sideIn(contact, speaker))).size > 1) return false;
  if (persons.length === 0 || !isNews(reading, contact) || !isOfDay(top, contact)) return false;
  const own = sentenceOf(reading, top);
  if (!own || starts[0]! > own.end) return false;
  const told = near.filter(
    ({ contact: other, starts: [first] }) =>
      first! < own.end && isNews(reading, other) && persons.some((one) => sideIn(other, one) !== undefined),
  );
  // What is said of a journey is said of the talks on it, where some are told of.
  const talks = told.filter(({ contact: other }) => other.channel !== "visit");
  const open = talks.length > 0 ? talks : told;
  return (
    mainOf(reading, open, persons, own.end) === place &&
    !near.some((other) => other !== place && isNamed(reading, top, other))
  );
};

/** "In an interview with ABC, Rubio accused …", and what he goes on to say there: an answer to somebody else. */
const isInInterview = (top: Statement, paragraph: readonly Statement[]): boolean =>
  paragraph.some(
    ({ medium, speakers, content }) =>
      medium !== undefined &&
      /^(?:interview|broadcast)$/.test(medium.kind) &&
      content[0]!.start <= top.content[0]!.start &&
      speakers.some((speaker) => top.speakers.includes(speaker)),
  );

/** "They spoke on May 3. At the time Merz called the deal a ray of hope": said in the days that the text has gone back to. */
const isOfThen = (reading: Told, top: Statement): boolean => {
  const own = sentenceOf(reading, top);
  return (
    own !== undefined &&
    /^(?:at (?:the|that) time|back then)\b/i.test(reading.document.text.slice(own.start, own.end))
  );
};

/**
 * The one told of last; of several of one sentence ("held talks with Muttaqi and called on Akhund") that whose other side
 * gives an account as well.
 */
const mainOf = (
  reading: Told,
  open: readonly Place[],
  persons: readonly number[],
  end: number,
): Place | undefined => {
  const sentenceOfLast = ({ starts }: Place) =>
    sentenceAt(reading, starts.filter((start) => start < end).at(-1) ?? 0)?.index;
  const [latest] = open;
  const beside = open.filter((one) => latest && sentenceOfLast(one) === sentenceOfLast(latest));
  const speaks = (actor: number) => reading.statements.some(({ speakers }) => speakers.includes(actor));
  return (
    beside.find(({ contact }) =>
      contact.participants.some(
        ({ actor, side }) => !persons.some((one) => sideIn(contact, one) === side) && speaks(actor),
      ),
    ) ?? latest
  );
};

/** "clarified that there had been no talk of a joint operation": an official of a side tells what was spoken of. */
const isOnMatters = (reading: Told, top: Statement, contact: BareContact): boolean =>
  isNews(reading, contact) &&
  isOfDay(top, contact) &&
  top.speakers.some((speaker) => {
    const { country } = reading.actors[speaker]!;
    return country !== undefined && contact.participants.some(({ side }) => side === country);
  }) &&
  top.content.some(({ start, end }) => matters.test(reading.document.text.slice(start, end)));

const matters =
  /\b(?:(?:had|was|were|has|have) (?:not |never |also |only )?(?:been |come )?(?:discussed|raised|brought up|mentioned|touched (?:up)?on|addressed|broached|up for discussion|changed hands|presented|promised|agreed|offered|handed over|set|asked|told|proposed|demanded|requested|accepted|rejected|refused|assured|pleaded|sought|conveyed|listened|given)|no (?:talk|mention|discussion) of)\b/i;

/** True where the statement's sentence or content holds a mention of the contact. */
const isNamed = (reading: Told, top: Statement, { contact }: Place): boolean => {
  const own = sentenceOf(reading, top);
  return contact.evidence.some(
    (one) => (own && holds(own, one)) || top.content.some((content) => overlaps(content, one)),
  );
};

/** Held within the days before publication; without a day, the first that the text tells of. */
const isNews = ({ document }: Told, { date, index }: BareContact): boolean => {
  if (date === undefined || document.published === undefined)
    return date === document.published || index === 0;
  if (date.length < 10) return false;
  const days = (Date.parse(document.published) - Date.parse(date)) / 86_400_000;
  return days <= recent && days >= 0;
};

/** Not said on a day that is clearly another one. */
const isOfDay = ({ date: said }: Statement, { date }: BareContact): boolean => {
  if (said?.length !== 10 || date === undefined) return true;
  if (date.length < 10) return said.startsWith(date) || said > date;
  const days = (Date.parse(said) - Date.parse(date)) / 86_400_000;
  return days >= 0 && days <= recent;
};

/** The same speaker in the same paragraph. */
const goesOn = (reading: Told, before: Statement, statement: Statement): boolean => {
  if (!statement.speakers.some((speaker) => before.speakers.includes(speaker))) return false;
  const [a, b] = [sentenceOf(reading, before), sentenceOf(reading, statement)];
  return a !== undefined && b !== undefined && a.paragraph === b.paragraph && b.index - a.index <= 3;
};
