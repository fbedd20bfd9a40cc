// Contacts and statements -> each side's account of each contact, cut into points.
import type { ContactsLanguage } from "../../language/contacts.ts";
import type { Account, BareContact, Contact, Point } from "../../model/contact.ts";
import type { Reading } from "../../model/reading.ts";
import { holds, lastBefore, overlaps, type Span } from "../../model/span.ts";
import type { Statement } from "../../model/statement.ts";
import { cutContent } from "./points/cut-content.ts";
import { topicOf } from "./points/name-topic.ts";
import { isOfParty } from "./points/party-parts.ts";
import { isBare, isOccasion } from "./points/telling-part.ts";
import { trimmed } from "./points/trim-points.ts";
import { isReadout, ownSide, stretchOf } from "./readouts/readouts.ts";
import { tellReadout, tellSpeech } from "./readouts/tell-readout.ts";
import { isAbout, isReport } from "./reports/about-contact.ts";
import { homesOf } from "./reports/homes.ts";
import { findTurns, speechesAt, toldIn } from "./reports/turns.ts";
import { isBackward, sideOf, speakersFor } from "./reports/whose-word.ts";
import { sentenceAt, sentenceOf } from "./sentence-of.ts";

type Told = Pick<
  Reading,
  "document" | "words" | "mentions" | "sentences" | "quotations" | "times" | "actors" | "statements"
>;
/** A statement that tells of a contact for a side. `depth` 1: reported in one that does. */
type Telling = { readonly statement: Statement; readonly side: string; readonly depth: number };

/** States of mind: what they hold stays a part of what reports them. */
const attitudes = new Set(["want", "intend", "believe", "hope", "know", "think", "fear", "mention"]);

/**
 * The contacts with their accounts, in the order of the sides' first points. A government's readout is its own account
 * from the contact's sentence on; in any other text a statement tells of a contact when it, or one around it, does.
 */
export const findAccounts = (
  reading: Told,
  contacts: readonly BareContact[],
  { markers, matters, mouthpieces }: Pick<ContactsLanguage, "markers" | "matters" | "mouthpieces">,
): Contact[] => {
  const byParagraph = new Map<number, Statement[]>();
  const inner = new Map<number | undefined, Statement[]>();
  for (const statement of reading.statements) {
    push(inner, statement.within, statement);
    if (statement.within === undefined)
      push(byParagraph, sentenceOf(reading, statement)?.paragraph ?? -1, statement);
  }
  const homes = contacts.length === 0 ? new Map<number, number>() : homesOf(reading, contacts);
  const cued = cuedBy(reading, contacts);
  const turns = findTurns(reading);
  const speeches = speechesAt(turns, contacts);
  // What a house tells of the contact that its text is about is told of no other that it names on the way.
  const isOfficial = contacts.some((contact) => isReadout(reading, contact, contacts));
  const accountsOf = (contact: BareContact): Account[] => {
    const told = toldIn(reading, turns, contact);
    const spoken = speeches.get(contact.index);
    if (spoken) {
      return bySide(
        spoken.map((one) => ({
          side: one.side,
          points: tellSpeech(reading, contact, inner, one, matters),
        })),
      );
    }
    if (isReadout(reading, contact, contacts)) {
      const stretch = stretchOf(reading, contact, contacts);
      const until = Math.min(stretch.until, told.until);
      const points = tellReadout(reading, contact, inner, { ...stretch, until }, matters);
      const side = ownSide(reading, contact);
      return points.length > 0 && side !== undefined ? [{ side, points }] : [];
    }
    const near = nearby(reading, contact, byParagraph, homes, told.holds)
      .filter(({ index }) => cued.get(index)?.has(contact.index) ?? !isOfficial)
      // What is said at talks before another contact is named is said of the talks.
      .filter(
        (one) => speeches.size === 0 || (sentenceOf(reading, one)?.end ?? 0) > contact.evidence[0]!.start,
      );
    const isOfOther = ({ content }: Statement) =>
      contacts.some(
        (other) =>
          other !== contact && other.evidence.some((one) => content.some((span) => overlaps(span, one))),
      );
    const tellings = tellingOf(reading, contact, near, inner, { homes, mouthpieces, isOfOther });
    return bySide(
      tellings.map((one) => ({
        side: one.side,
        points: pointsOf(reading, one, tellings, contact, markers),
      })),
    );
  };
  return withoutAsides(contacts.map((contact) => ({ ...contact, accounts: accountsOf(contact) })));
};

/** "agreed to stay in contact, also with a view to the summit in Rome": what was said at one that was held is said of none to come. */
const withoutAsides = (contacts: readonly Contact[]): Contact[] => {
  const heard = new Set(
    contacts
      .filter(({ status }) => status === "held")
      .flatMap(({ accounts }) =>
        accounts.flatMap(({ points }) => points.flatMap(({ statement }) => statement ?? [])),
      ),
  );
  return contacts.map((contact) =>
    contact.status !== "planned"
      ? contact
      : {
          ...contact,
          accounts: contact.accounts
            .map(({ side, points }) => ({
              side,
              points: points.filter(
                ({ statement, content }) =>
                  statement === undefined ||
                  !heard.has(statement) ||
                  contact.evidence.some((one) => content.some((span) => overlaps(span, one))),
              ),
            }))
            .filter(({ points }) => points.length > 0),
        },
  );
};

/** One account a side, its points in text order. */
const bySide = (
  parts: readonly { readonly side: string; readonly points: readonly Point[] }[],
): Account[] => {
  const found = new Map<string, Point[]>();
  for (const { side, points } of parts)
    if (points.length > 0) found.set(side, [...(found.get(side) ?? []), ...points]);
  return [...found].map(([side, list]) => ({
    side,
    points: list.sort((a, b) => a.content[0]!.start - b.content[0]!.start),
  }));
};

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Paragraphs behind the last that names the contact in which a report may go on about it. */
const reach = 2;

/** Outermost statements in the paragraphs that tell of the contact, those between and right behind them, and its own. */
const nearby = (
  reading: Told,
  contact: BareContact,
  byParagraph: ReadonlyMap<number, Statement[]>,
  homes: ReadonlyMap<number, number>,
  isInTurn: (paragraph: number) => boolean,
): Statement[] => {
  const told = contact.evidence.map(({ start }) => sentenceAt(reading, start)?.paragraph ?? -1);
  const [first, last] = [Math.min(...told), Math.max(...told) + reach];
  return [...byParagraph].flatMap(([paragraph, list]) =>
    paragraph >= first && paragraph <= last && isInTurn(paragraph)
      ? list
      : list.filter(({ index }) => homes.get(index) === contact.index),
  );
};

/**
 * Statements whose cue is a word for a contact -> the contacts that it is a word for, of no other of which it tells:
 * "spoke about the cable and will see her in Munich".
 */
const cuedBy = (
  { statements }: Told,
  contacts: readonly BareContact[],
): ReadonlyMap<number, ReadonlySet<number>> => {
  const found = new Map<number, Set<number>>();
  for (const { index, cue } of statements)
    for (const contact of contacts)
      if (cue && contact.evidence.some((one) => overlaps(one, cue)))
        found.set(index, (found.get(index) ?? new Set()).add(contact.index));
  return found;
};

const tellingOf = (
  reading: Told,
  contact: BareContact,
  statements: readonly Statement[],
  inner: ReadonlyMap<number | undefined, readonly Statement[]>,
  {
    homes,
    mouthpieces,
    isOfOther,
  }: {
    readonly homes: ReadonlyMap<number, number>;
    readonly mouthpieces: ReadonlySet<string>;
    readonly isOfOther: (statement: Statement) => boolean;
  },
): Telling[] => {
  const sides = new Set(contact.participants.flatMap(({ side }) => (side ? [side] : [])));
  const own = ownSide(reading, contact);
  if (own !== undefined) sides.add(own);
  const found: Telling[] = [];
  let last: Telling | undefined;
  let voice: { side: string; paragraph: number } | undefined;
  let home: number | undefined;
  const tell = (statement: Statement, side: string | undefined, depth: number): void => {
    const paragraph = sentenceOf(reading, statement)?.paragraph ?? -1;
    const goes = own === undefined && voice?.paragraph === paragraph && isBackward(reading, statement);
    const teller = side ?? (goes ? voice!.side : sideOf(reading, statement, contact, own, mouthpieces));
    if (!goes && side === undefined && teller !== undefined && sides.has(teller) && isOuter(statement))
      voice = { side: teller, paragraph };
    const telling =
      statement.negated || statement.act === "decline-comment" || isOfDifference(reading, statement)
        ? undefined
        : side !== undefined
          ? { statement, side, depth }
          : teller !== undefined &&
              sides.has(teller) &&
              (home === contact.index ||
                (home === undefined && goes && last?.side === teller) ||
                isAbout(
                  reading,
                  statement,
                  contact,
                  home === undefined ? last?.statement : undefined,
                  home !== undefined || isOfOther(statement),
                ) ||
                (home === undefined && isReport(reading, statement, contact, inner)))
            ? { statement, side: teller, depth: 0 }
            : undefined;
    if (telling) found.push(telling);
    if (telling?.depth === 0) last = telling;
    for (const below of inner.get(statement.index) ?? [])
      if (!telling) {
        // "demanded that the government explain": whoever is to do it has said nothing.
        if (!unreal.test(statement.act)) tell(below, undefined, 0);
      } else if (
        !(attitudes.has(below.act) && !isExpressed(reading, below)) &&
        !unreal.test(statement.act) &&
        !isSupposed(reading, below) &&
        !isOthersDeed(reading, below, statement)
      )
        tell(below, telling.side, telling.depth + 1);
  };
  for (const statement of statements) {
    home = homes.get(statement.index);
    tell(statement, undefined, 0);
  }
  return found;
};

/** "offered conflicting versions of how it came about", "gave different accounts": what is told of their words, not by them. */
const isOfDifference = ({ words }: Told, { cue, cueWord = -9 }: Statement): boolean =>
  words
    .slice(Math.max(0, cueWord - 6), Math.max(0, cueWord + 6))
    .some(
      ({ text, start, head }) =>
        /^(?:differ\w*|conflicting|contradictory|diverg\w+|rival|competing)$/i.test(text) &&
        ((cue !== undefined && start >= cue.start && start < cue.end) ||
          (head === cueWord && words[head]?.upos === "NOUN")),
    );

/** "expressed readiness to receive them": a state of mind that was put into words. */
const isExpressed = ({ document }: Told, { cue }: Statement): boolean =>
  cue !== undefined &&
  /^(?:had |has )?(?:express|voice|convey|reiterat|reaffirm|stat)/i.test(
    document.text.slice(cue.start, cue.end),
  );

/** "denied that it was discussed", "asked Kyiv to agree": what stands within was not said or done. */
const unreal = /^(?:deny|refuse|reject|ask|demand|urge|propose|offer|want)$/;

/** "would be a mistake if it decided to", "a day after he announced his intention to resign": what is only supposed, or was said at another time. */
const isSupposed = ({ words }: Told, { cueWord }: Statement): boolean => {
  for (let at = cueWord ?? -1, step = 0; at >= 0 && step < 4; at = words[at]!.head, step += 1)
    if (
      words[at]!.children.some(
        (child) =>
          words[child]!.relation === "mark" &&
          (/^(?:if|unless)$/i.test(words[child]!.text) ||
            (words[at]!.xpos === "VBD" && /^(?:after|before|since|until)$/i.test(words[child]!.text))),
      )
    )
      return true;
  return false;
};

/** "welcomed the Prime Minister's decision to wait": what somebody else's noun holds stays a part of what is said of it. */
const isOthersDeed = ({ words, actors }: Told, below: Statement, { speakers }: Statement): boolean => {
  const sides = new Set(speakers.map((speaker) => actors[speaker]!.country));
  return (
    words[below.cueWord ?? -1]?.upos === "NOUN" &&
    below.speakers.length > 0 &&
    below.speakers.every((speaker) => !sides.has(actors[speaker]!.country))
  );
};

const isOuter = ({ within }: Statement): boolean => within === undefined;

/** Points of one statement: its content cut into parts, less what statements within it say and the bare contact. */
const pointsOf = (
  reading: Told,
  { statement, depth, side }: Telling,
  told: readonly Telling[],
  contact: BareContact,
  markers: ReadonlyMap<string, unknown>,
): Point[] => {
  if (depth > 1) return [];
  const { words, times } = reading;
  const inner =
    depth === 1
      ? []
      : told.filter((one) => one.statement.within === statement.index).map((one) => one.statement);
  const nested = inner.flatMap(({ content, cue, source }) => [
    ...content,
    ...(cue ? [cue] : []),
    ...(source ? [source] : []),
  ]);
  const ends = new Map(inner.map((one) => [one, one.content.at(-1)?.end ?? 0]));
  const points = statement.content
    .flatMap((content) => cutContent(words, content))
    .filter(({ span }) => !nested.some((other) => overlaps(span, other)) && !isTime(times, span))
    .filter((part) => !markers.has(words[part.head]!.lemma.toLowerCase()) && !isBare(words, part, contact))
    .filter((part) => !isOccasion(words, part, statement.act))
    .filter((part) => !isOfParty(reading, contact, part))
    // "…, as the two governments agreed in June"
    .filter(({ first }) => !(words[first - 1]?.text === "as" && words[first - 2]?.text === ","))
    .filter(({ first, last, head }) => last - first > 1 || !exchange.test(words[head]!.lemma))
    .filter(
      ({ first, last }) =>
        !/^(?:which|who|whom|whose)$/i.test(words[first]!.text) &&
        words.slice(first, last + 1).some(({ upos }) => !/^(?:PRON|DET|PUNCT)$/.test(upos)),
    )
    .map((part) => {
      const owner = inner.find((one) => runsOn(reading, ends.get(one)!, part.span.start)) ?? statement;
      if (owner !== statement) ends.set(owner, part.span.end);
      return {
        statement: owner.index,
        act: owner.act,
        speakers: depth === 1 ? speakersFor(reading, owner, contact, side) : owner.speakers,
        topic: topicOf(words, part),
        content: [trimmed(reading, contact, owner.act, part.span)],
      };
    });
  return withReason(reading, points);
};

/** "thanked the United States many times [for its support]": whom one thanks and what for are one point. */
const withReason = ({ document }: Told, points: readonly Point[]): Point[] => {
  const found: Point[] = [];
  for (const point of points) {
    const before = found.at(-1);
    const [first, ...rest] = point.content;
    const mark = /\b(?:for|of|over) $/i.exec(document.text.slice(first!.start - 5, first!.start));
    const isReason =
      before?.statement === point.statement &&
      /^(?:thank|praise|criticize|condemn|accuse)$/.test(point.act) &&
      mark !== null;
    if (before && isReason) {
      const reason = { start: first!.start - mark[0].length, end: first!.end };
      found[found.length - 1] = { ...before, content: [...before.content, reason, ...rest] };
    } else found.push(point);
  }
  return found;
};

/** "the call", alone, is what all is told of. */
const exchange = /^(?:call|conversation|meeting|talk|talks|discussion|visit)$/i;

/** "…, including our support of B": what follows goes on from the content that ends before it. */
const runsOn = ({ document }: Told, end: number, start: number): boolean =>
  start > end &&
  start - end < 30 &&
  /^[\s,]*(?:(?:including|and|as well as|such as)\s*)?$/i.test(document.text.slice(end, start));

/** True where one time holds the whole span; times stand in text order. */
const isTime = (times: Told["times"], span: Span): boolean => {
  const time = times[lastBefore(times, span.start)];
  return time !== undefined && holds(time, span);
};
