// A clause in a readout's own voice -> the deeds that it tells of: what was signed, what was reviewed "with whom", what was
// done with several things.
import type { BareContact } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import type { Span } from "../../../model/span.ts";
import { subtree } from "../../../model/tree.ts";
import { wordsIn } from "../points/cut-content.ts";
import { signing } from "../points/telling-part.ts";
import type { Clause } from "./clauses.ts";
import { speakersAt } from "./voices.ts";

type Told = Pick<Reading, "words" | "mentions" | "actors">;

/** "The two [signed a memorandum on trade] and discussed energy": from the verb on to the next one. */
export const signedIn = (words: Told["words"], { head, span }: Clause): Span | undefined => {
  const [first, last] = wordsIn(words, span);
  const verb = [head, ...words[head]!.children].find(
    (at) =>
      at >= first && at <= last && signing.test(words[at]!.lemma.toLowerCase()) && words[at]!.upos === "VERB",
  );
  if (verb === undefined || words[verb]!.children.every((child) => words[child]!.relation !== "obj"))
    return undefined;
  const next = words[verb]!.children.find(
    (child) =>
      child > verb && child <= last && words[child]!.relation === "conj" && words[child]!.upos === "VERB",
  );
  const end = next === undefined ? last : subtree(words, next)[0]! - 1;
  return { start: words[verb]!.start, end: words[end]!.end };
};

/** "spoke with the President, with whom she [reviewed] the agreement", "held a call in which they [considered] trade". */
export const withWhom = (
  words: Told["words"],
  [first, last]: readonly [number, number],
): number | undefined =>
  words.slice(first + 1, last + 1).find(({ relation, index }) => {
    if (relation !== "acl:relcl" && relation !== "advcl") return false;
    const [one, two] = subtree(words, index).filter((at) => words[at]!.upos !== "PUNCT");
    const text = `${words[one!]!.text} ${words[two ?? one!]!.text}`;
    return /^(?:(?:with|in|during|at) (?:whom|which)|where\b.*)$/i.test(text);
  })?.index;

/** The finite verb of a clause whose subject are those who met, and where its object begins. */
export const ownDeed = (
  reading: Told,
  contact: BareContact,
  { head, span }: Clause,
): readonly [verb: number, object: number] | undefined => {
  const { words } = reading;
  const [first, last] = wordsIn(words, span);
  const own = (relation: RegExp) =>
    words[head]!.children.find(
      (child) => child >= first && child <= last && relation.test(words[child]!.relation),
    );
  const [subject, object] = [own(/^nsubj$/), own(/^obj$/)];
  if (!/^VB[DZP]$/.test(words[head]!.xpos) || subject === undefined || object === undefined) return undefined;
  const from = subtree(words, object)[0]!;
  const isOwn = isThem(words, subject) || isParticipant(reading, contact, subject);
  return subject < head && from > head && isOwn ? [head, from] : undefined;
};

const isParticipant = (reading: Told, { participants }: BareContact, subject: number): boolean =>
  speakersAt(reading, subject).some((actor) => participants.some((one) => one.actor === actor));

/** "They", "the two sides", "both ministers". */
const isThem = (words: Told["words"], subject: number): boolean =>
  /^(?:they|both|he|she|two)$/i.test(words[subject]!.text) ||
  words[subject]!.children.some((child) => /^(?:both|two)$/i.test(words[child]!.text));
