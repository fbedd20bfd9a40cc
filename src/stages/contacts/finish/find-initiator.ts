// A contact's sentences -> at whose wish it came about: "at the latter's request", "on the initiative of the Iranian
// side", "initiated by Ankara".
import { agentOf, isPassive, lemmaOf, markerOf, subjectOf } from "../../../clause/arguments.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { Word } from "../../../model/token.ts";
import type { Draft } from "../merge-sightings.ts";
import type { Seen } from "../parties/find-participants.ts";

type Words = readonly Word[];

const wishes = /^(request|initiative|behest|instigation|suggestion|wish)$/i;
const asks = new Set(["initiate", "request", "ask", "place", "arrange", "seek"]);

/** The draft's participants, the one at whose wish it came about as initiator; as they are where nothing says so. */
export const withInitiator = (
  words: Words,
  bySentence: (sentence: number) => Words,
  parties: Parties,
  { seen, sightings, channel }: Draft,
): Seen[] => {
  if (channel === "visit" || seen.some(({ role }) => role === "initiator")) return seen;
  const sentences = new Set(sightings.map(({ word }) => words[word]!.sentence));
  const triggers = new Set(sightings.flatMap(({ word, clause }) => [word, clause]));
  for (const { word } of sightings) {
    const asked = askedBy(words, word, parties);
    const at = asked === undefined ? undefined : participant(seen, asked, parties);
    if (at !== undefined) return named(seen, at);
  }
  for (const word of [...sentences].flatMap(bySentence)) {
    if (!wishes.test(word.text)) continue;
    if (!isOfTrigger(words, word.index, triggers)) continue;
    const at = ownerOf(words, word.index, parties, seen);
    if (at !== undefined) return named(seen, at);
  }
  return seen;
};

const named = (seen: readonly Seen[], at: number): Seen[] =>
  seen.map((one, index) => (index === at && one.role === undefined ? { ...one, role: "initiator" } : one));

/** The participant of the actors' side. */
const participant = (
  seen: readonly Seen[],
  actors: readonly number[],
  parties: Parties,
): number | undefined => {
  const sides = new Set(actors.map(parties.sideOf));
  const at = seen.findIndex(({ actor }) => actors.includes(actor) || sides.has(parties.sideOf(actor)));
  return at < 0 ? undefined : at;
};

/** "The call was initiated by Ankara", "Duda, who had asked for the call"; no more is said of who asked something during it. */
const askedBy = (words: Words, index: number, parties: Parties): readonly number[] | undefined => {
  const head = words[words[index]!.head];
  const isIts = !/^obl/.test(words[index]!.relation) || markerOf(words, index) === "for";
  if (head?.upos !== "VERB" || !isIts || !asks.has(lemmaOf(words, head.index))) return undefined;
  const doer = isPassive(words, head.index) ? agentOf(words, head.index) : subjectOf(words, head.index);
  return doer === undefined ? undefined : parties.of(doer);
};

/** The verb that the wish belongs to, right before it or, where none is, right after, tells of the contact. */
const isOfTrigger = (words: Words, index: number, triggers: ReadonlySet<number>): boolean => {
  const { sentence } = words[index]!;
  for (let at = index - 1; at > index - 60 && words[at]?.sentence === sentence; at -= 1)
    if (triggers.has(at) || words[at]!.upos === "VERB")
      return triggers.has(at) || isDoneTo(words, at, triggers);
  for (let at = index + 1; at < index + 60 && words[at]?.sentence === sentence; at += 1)
    if (triggers.has(at) || words[at]!.upos === "VERB") return triggers.has(at);
  return false;
};

/** "The call, which Beijing said was made at Washington's request": the verb tells of the trigger itself. */
const isDoneTo = (words: Words, verb: number, triggers: ReadonlySet<number>): boolean => {
  const { relation, head, children } = words[verb]!;
  return (
    (/^acl/.test(relation) && triggers.has(head)) ||
    children.some((child) => /^nsubj/.test(words[child]!.relation) && triggers.has(child))
  );
};

/** Whose wish it was: before it ("at the latter's request") or after it ("at the request of the American side"). */
const ownerOf = (
  words: Words,
  index: number,
  parties: Parties,
  seen: readonly Seen[],
): number | undefined => {
  const { sentence } = words[index]!;
  let from = index - 1;
  while (from > index - 8 && words[from]?.sentence === sentence && words[from]!.upos !== "ADP") from -= 1;
  if (words[from]?.sentence !== sentence || !/^(at|on|upon|by)$/i.test(words[from]!.text)) return undefined;
  const of = /^of$/i.test(words[index + 1]?.text ?? "");
  const [first, last] = of ? [index + 2, index + 9] : [from + 1, index - 1];
  for (let at = first; at <= last && words[at]?.sentence === sentence; at += 1) {
    const { text } = words[at]!;
    if (/^(latter|former)$/i.test(text)) return turn(words, index, parties, seen, text);
    const owner = participant(seen, parties.startingAt(at)?.actors ?? parties.at(at), parties);
    if (owner !== undefined) return owner;
  }
  return undefined;
};

/** "the latter" is who was named last before, "the former" who was named first. */
const turn = (
  words: Words,
  index: number,
  parties: Parties,
  seen: readonly Seen[],
  word: string,
): number | undefined => {
  const order: number[] = [];
  for (let at = index - 1; at >= 0 && words[at]!.sentence === words[index]!.sentence; at -= 1) {
    const found = seen.findIndex(({ actor }) => parties.endingAt(at)?.actors.includes(actor));
    if (found >= 0 && !order.includes(found)) order.push(found);
  }
  return /^latter$/i.test(word) ? order[0] : order.at(-1);
};
