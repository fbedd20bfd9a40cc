// Records -> groups of contacts that are one exchange told several times, with the evidence for and against.
import type { Record, RecordContact } from "../record/schema.ts";
import type { Candidate, Hours, Reason, Telling } from "./candidate.ts";
import { type Copies, findCopies } from "./copies.ts";
import { daysOf } from "./days.ts";
import { identityOf } from "./identity.ts";
import { type Contrary, joinContrary } from "./join-contrary.ts";
import { isExact, joinLoose, type Loose, oneNight } from "./join-loose.ts";
import { comparePeople } from "./people.ts";
import { makeSets } from "./sets.ts";

export type Linking = {
  readonly groups: readonly (readonly Telling[])[];
  readonly reasons: readonly Reason[];
  /** Documents that are another's text again. */
  readonly copies: Copies;
};

/**
 * Joins tellings by who, how, when and where. Candidates are blocked by the pair of their sides and compared only
 * with their neighbours in time, so that the work grows as n log n; the order of the records changes nothing.
 */
export const linkContacts = (records: readonly Record[], hours: Hours): Linking => {
  const blocks = new Map<string, Candidate[]>();
  const candidates: Candidate[] = [];
  for (const record of records)
    for (const contact of record.contacts) {
      const candidate = candidateOf(record, contact);
      candidates.push(candidate);
      for (const key of blockKeys(candidate)) push(blocks, key, candidate);
    }
  const copies = findCopies(records);
  const sets = makeSets();
  const reasons = new Map<string, Reason>();
  const note = (reason: Reason) => {
    reasons.set(`${reason.a} ${reason.b}`, reason);
    if (reason.joined) sets.join(reason.a, reason.b);
  };
  for (const reason of joinCopies(records, copies)) note(reason);
  const loose: Loose[] = [];
  const contrary: Contrary[] = [];
  const weigh = (a: Candidate, b: Candidate, block: readonly Candidate[]) => {
    const { firm, nearly, ...reason } = judge(a, b, hours);
    if (nearly && a.record !== b.record) contrary.push({ a, b, block });
    if (reason.joined && !(firm && isExact(a, b) && a.record !== b.record)) loose.push({ a, b, reason });
    else note(reason);
  };
  for (const key of [...blocks.keys()].sort()) {
    const block = blocks.get(key)!.sort((a, b) => a.from - b.from || (a.contact.id < b.contact.id ? -1 : 1));
    block.forEach((a, at) => {
      for (let next = at + 1; next < block.length && block[next]!.from <= a.to + 1; next += 1) {
        const b = block[next]!;
        if (a.record === b.record && !isJourney(a, b)) continue;
        if (key.endsWith(unknown) && !isOpen(a) && !isOpen(b)) continue;
        if (!reasons.has(`${a.contact.id} ${b.contact.id}`)) weigh(a, b, block);
      }
    });
  }
  joinLoose(loose, candidates, { sets, hours, note });
  joinContrary(contrary, note);
  return { groups: groupsOf(records, sets.rootOf), reasons: [...reasons.values()], copies };
};

/** What a text tells once it tells again in its copy, whatever the copy's own date makes of "today". */
const joinCopies = (records: readonly Record[], copies: Copies): Reason[] => {
  const byId = new Map(records.map((record) => [record.document.id, record]));
  const words = ({ evidence }: RecordContact) => evidence.map(({ text }) => text).join(" ");
  return [...copies].flatMap(([copy, original]) =>
    byId.get(copy)!.contacts.flatMap((contact): Reason[] => {
      const same = byId
        .get(original)!
        .contacts.find((one) => one.status === contact.status && words(one) === words(contact));
      return same
        ? [{ a: same.id, b: contact.id, joined: true, because: ["one text, published again"] }]
        : [];
    }),
  );
};

const push = <One>(lists: Map<string, One[]>, key: string, one: One): void => {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
};

const groupsOf = (records: readonly Record[], find: (id: string) => string): Telling[][] => {
  const groups = new Map<string, Telling[]>();
  for (const record of records)
    for (const contact of record.contacts) {
      const root = find(contact.id);
      push(groups, root, { record, contact });
    }
  return [...groups.values()];
};

const candidateOf = (record: Record, contact: RecordContact): Candidate => {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const identities = contact.participants.flatMap(({ actor, side }) => {
    const found = actors.get(actor);
    if (!found) return [];
    const identity = identityOf(found);
    return [side !== undefined && identity.country === undefined ? { ...identity, country: side } : identity];
  });
  const [from, to] = daysOf(record, contact);
  return { record, contact, identities, from, to, dated: contact.date !== undefined };
};

/** Stands in a key for a side that the text leaves open. */
const unknown = "?";

/** Pairs of sides; where the side of some participant is open, each side with it, so that the others are met there. */
const blockKeys = ({ identities }: Candidate): string[] => {
  const sides = [...new Set(identities.flatMap((one) => one.country ?? []))].sort();
  return [
    ...sides.flatMap((a, at) => sides.slice(at + 1).map((b) => `${a} ${b}`)),
    ...sides.map((side) => `${side} ${unknown}`),
  ];
};

/** In a block of open sides, only pairs of which one is open are new. */
const isOpen = ({ identities }: Candidate): boolean =>
  identities.some(({ country }) => country === undefined);

/** `firm`: by those who lead on each side. `nearly`: but for the day, they are one meeting. */
type Judgement = Reason & { readonly firm: boolean; readonly nearly: boolean };

/** A visit and a meeting on it, told of in one text. */
const isJourney = (a: Candidate, b: Candidate): boolean =>
  [a, b]
    .map(({ contact }) => contact.channel)
    .sort()
    .join() === "meeting,visit" &&
  a.dated &&
  b.dated;

const judge = (a: Candidate, b: Candidate, hours: Hours): Judgement => {
  const against: string[] = [];
  const because: string[] = [];
  const people = comparePeople(a.identities, b.identities);
  (people.apart ? against : because).push(people.why);
  if (!channelsMeet(a.contact, b.contact)) against.push(`${a.contact.channel} against ${b.contact.channel}`);
  else
    because.push(
      a.contact.channel === b.contact.channel
        ? a.contact.channel
        : `${a.contact.channel} and ${b.contact.channel}`,
    );
  if (a.contact.status !== b.contact.status) against.push(`${a.contact.status} against ${b.contact.status}`);
  if (isPassing(a) || isPassing(b)) against.push("a mention in passing");
  if (a.contact.status === "planned" && !(a.dated && b.dated)) against.push("a plan without a day");
  const apart = Math.max(a.from, b.from) - Math.min(a.to, b.to);
  const exact = a.dated && b.dated;
  if (apart > (exact && !oneNight(a, b, hours) ? 0 : 1))
    against.push(`${a.contact.date ?? "undated"} against ${b.contact.date ?? "undated"}`);
  else
    because.push(exact && a.contact.date === b.contact.date ? `both on ${a.contact.date}` : "days that meet");
  const joined = against.length === 0;
  const firm = people.firm;
  const nearly =
    firm &&
    exact &&
    apart === 1 &&
    against.length === 1 &&
    a.contact.status === "held" &&
    isPresent(a) &&
    isPresent(b);
  return { a: a.contact.id, b: b.contact.id, joined, because: joined ? because : against, firm, nearly };
};

const isPresent = ({ contact }: Candidate): boolean => /^(?:meeting|visit)$/.test(contact.channel);

/** More than a week wide, of no day or no channel, in a readout that tells of another contact and nothing more of this one. */
const isPassing = ({ record, contact, dated, from, to }: Candidate): boolean =>
  (!dated || to - from > 7 || contact.channel === "other") &&
  record.document.side !== undefined &&
  contact.accounts.every(({ points }) => points.length === 0);

const channelsMeet = (a: RecordContact, b: RecordContact): boolean => {
  const kinds: { readonly [channel in RecordContact["channel"]]: string } = {
    call: "remote",
    video: "remote",
    meeting: "present",
    visit: "present",
    letter: "written",
    message: "written",
    other: "any",
  };
  const [x, y] = [kinds[a.channel], kinds[b.channel]];
  return x === y || x === "any" || y === "any";
};
