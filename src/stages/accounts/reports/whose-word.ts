// A statement about a contact -> the side whose word it is, and who of that side speaks.
import type { BareContact } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { holds } from "../../../model/span.ts";
import type { Statement } from "../../../model/statement.ts";

type Told = Pick<Reading, "document" | "actors" | "mentions">;

/**
 * The side whose word it is: that of a readout for all that it tells, otherwise the speaker's; the press has none, but an agency
 * that publishes its state's account.
 */
export const sideOf = (
  reading: Told,
  statement: Statement,
  contact: BareContact,
  publisher: string | undefined,
  mouthpieces: ReadonlySet<string>,
): string | undefined => {
  const { actors } = reading;
  const parties = new Set(contact.participants.map(({ actor }) => actor));
  const own = statement.speakers.some((speaker) => parties.has(speaker));
  if (publisher && (own || isOfTheTwo(statement, contact, actors))) return publisher;
  for (const speaker of statement.speakers) {
    const { country, code, name } = actors[speaker]!;
    if (country && (own || isMouthpiece(mouthpieces, name) || !/ (MED|JRN)/.test(code ?? ""))) return country;
  }
  return statement.speakers.length === 0 ? sideOfPaper(reading, statement, contact) : undefined;
};

/** "IRNA", "Iran's state-run IRNA news agency". */
const isMouthpiece = (mouthpieces: ReadonlySet<string>, name: string): boolean =>
  mouthpieces.has(name) || name.split(/\s/).some((word) => /^\p{Lu}/u.test(word) && mouthpieces.has(word));

/** "According to the Chinese readout": whose paper it is that says so. */
const sideOfPaper = (
  { actors, mentions }: Told,
  { source }: Statement,
  { participants }: BareContact,
): string | undefined =>
  source &&
  participants.find(({ side }) =>
    actors.some(
      (actor) =>
        actor.kind === "state" &&
        actor.country === side &&
        actor.mentions.some((mention) => holds(source, mentions[mention]!)),
    ),
  )?.side;

/** "The two sides stressed", "the Minister said": in a readout of the contact, nobody else's word is told so. */
const isOfTheTwo = (statement: Statement, contact: BareContact, actors: Told["actors"]): boolean =>
  statement.speakers.every((speaker) => {
    const { country, code } = actors[speaker]!;
    return !/ (MED|JRN)/.test(code ?? "") && contact.participants.some(({ side }) => side === country);
  });

/** "It said", "the ministry added", "according to the statement": in a report, whoever of a side spoke before goes on. */
export const isBackward = (
  { document, words }: Told & Pick<Reading, "words">,
  { source, speakers, act, cueWord }: Statement,
): boolean =>
  source
    ? backward.test(document.text.slice(source.start, source.end))
    : // "Asked about the remark", "after mutual accusations that …": somebody else's words.
      speakers.length === 0 && act !== "ask" && words[cueWord ?? -1]?.upos !== "NOUN";

const backward =
  /^(?:it|they|the (?:(?:foreign )?ministry|foreign office|government|statement|readout|note|communiqué|communique|release|presidency|office|embassy|department|(?:minist|presiden)\w+['’]s office|minister|president|spokes\w+))$/i;

/**
 * In Libya's account "the minister" is Libya's, whoever was taken for him: a bare office within what a side tells means
 * the one of its people who took part.
 */
export const speakersFor = (
  { document, actors }: Told,
  { source, speakers }: Statement,
  { participants }: BareContact,
  side: string,
): readonly number[] => {
  const bare = source && bareOffice.test(document.text.slice(source.start, source.end));
  if (!bare || speakers.some((speaker) => actors[speaker]!.country === side)) return speakers;
  const own = participants.filter((one) => one.side === side && actors[one.actor]!.kind === "person");
  return own.length === 1 ? [own[0]!.actor] : speakers;
};

const bareOffice =
  /^the (?:(?:foreign|prime|defen[cs]e) )?(?:minister|president|secretary|chancellor|premier)$/i;
