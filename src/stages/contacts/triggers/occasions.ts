// Occasions on which people meet, a summit or a body's session: no contacts of their own beside those that take place there.
import { markerOf } from "../../../clause/arguments.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { Channel } from "../../../model/contact.ts";
import type { Word } from "../../../model/token.ts";
import type { Seen } from "../parties/find-participants.ts";

/** What is looked at of a sighting. */
type Told = {
  readonly word: number;
  readonly clause: number;
  readonly rule: string;
  readonly channel?: Channel;
  readonly standing?: unknown;
  readonly placed?: boolean;
  readonly seen: readonly Seen[];
};

/** "met in Munich at a meeting hosted by Scholz", "held talks at a Mercosur summit": the occasion is no contact beside the one. */
export const withoutOccasions = <T extends Told>(
  words: readonly Word[],
  found: readonly T[],
  parties: Parties,
): T[] => {
  const hosts = new Map<number, readonly Seen[]>();
  const kept = found.filter((one) => {
    if (
      !one.rule.endsWith("/N") ||
      one.channel === "visit" ||
      !/^(at|during)$/.test(markerOf(words, one.word))
    )
      return true;
    // "agreed to raise it at the EU summit": where many meet, whoever of them is named.
    if (isGathering(words, words[one.word]!)) return false;
    // "At a meeting with Fidan, Lavrov thanked Ankara": what is done there alone tells of none.
    const main = found.find(
      (other) =>
        other !== one &&
        other.placed === undefined &&
        (other.word === words[one.word]!.head || other.clause === words[one.word]!.head),
    );
    if (!main || main.seen.length < 2 || main.standing !== one.standing) return true;
    hosts.set(
      main.word,
      one.seen.filter(
        ({ actor }) => parties.isPerson(actor) && main.seen.every((seen) => seen.actor !== actor),
      ),
    );
    return false;
  });
  return kept.map((one) => ({ ...one, seen: [...one.seen, ...(hosts.get(one.word) ?? [])] }));
};

/** "the G20 summit", "the COP28 talks": where many meet is no word for what two of them did. */
export const isGathering = (words: readonly Word[], { children, index }: Word): boolean =>
  children.some(
    (child) =>
      child < index &&
      words[child]!.relation === "compound" &&
      /^\p{Lu}{2,}\d*$|^G\d+$/u.test(words[child]!.text),
  );

/**
 * "on the sidelines of the session of the General Assembly", "briefed them after a session of the Council of Ministers": a
 * body's own meeting is no talk with it; nor is the summit beside which they look forward to meeting.
 */
export const isBodysOwn = (
  words: readonly Word[],
  { index, head, children }: Word,
  parties: Parties,
): boolean => {
  // "the Joint Commission, whose last session dates back to 2019"
  if (children.some((child) => /^whose$/i.test(words[child]!.text))) {
    const owner = words[words[head]?.head ?? -1];
    if (owner && parties.isMention(owner.index) && !parties.at(owner.index).some(parties.isPerson))
      return true;
  }
  const ofBody = children.some((child) => {
    const [only, more] = markerOf(words, child) === "of" ? parties.at(child) : [];
    return only !== undefined && more === undefined && parties.kindOf(only) === "organization";
  });
  if (ofBody && /^(?:after|following|before|during|at)$/.test(markerOf(words, index)))
    return !children.some((child) => /^(?:with|between)$/.test(markerOf(words, child)));
  const isBeside = words
    .slice(Math.max(0, index - 6), index)
    .some(({ text }) => /^(sidelines?|margins?|fringes?)$/i.test(text));
  return (
    isBeside &&
    (ofBody || words.slice(Math.max(0, index - 15), index).some(({ text }) => /^forward$/i.test(text)))
  );
};

/** "the World Governments Summit": the name of an event, no word for what two did. */
export const isNamedEvent = (
  words: readonly Word[],
  { index, text, sentence }: Word,
  parties: Parties,
): boolean => {
  const before = words[index - 1];
  const isTitle = words.some(
    (one) => one.sentence === sentence && /^\p{Ll}{4,}/u.test(one.text) && one.upos !== "ADP",
  );
  return (
    /^(Summit|Conference|Forum|Dialogue|Congress)$/.test(text) &&
    before?.sentence === sentence &&
    /^\p{Lu}\p{Ll}/u.test(before.text) &&
    isTitle &&
    parties.at(before.index).length === 0
  );
};
