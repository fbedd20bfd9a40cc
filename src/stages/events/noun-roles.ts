// A noun that tells of a deed -> who acts and who is acted on: its owner, its phrases, the verb that carries it.
import { agentOf, doerOf, markerOf, objectOf, subjectOf } from "../../clause/arguments.ts";
import { actorsRightAfter } from "../../clause/nearby.ts";
import type { Parties } from "../../clause/parties.ts";
import type { EventsLanguage, Trigger } from "../../language/events.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation } from "../../model/tree.ts";
import { listedDoers, reach, without } from "./reach.ts";

/** Actors (indexes) on each side of an event. */
export type Sides = { readonly actors: number[]; readonly recipients: number[] };

/** What sides are found with; `matched` holds the triggers by word. */
export type Roled = {
  readonly words: readonly Word[];
  readonly parties: Parties;
  readonly matched: ReadonlyMap<number, Trigger>;
  readonly language: Pick<EventsLanguage, "forms" | "light" | "victims">;
};

/** Both sides of the deed that a noun tells of. */
export const nounSides = (context: Roled, index: number, trigger: Trigger): Sides => {
  const { words, parties, language } = context;
  const word = words[index]!;
  const [owner, owning] = ownerOf(context, index, trigger);
  if (owner !== undefined && isPatient(context, index, owner, owning, trigger))
    return { actors: reach(words, parties, index, owning, new Set([owner]), 0), recipients: owning };
  let actors = owning;
  const head = words[word.head];
  const involved =
    head !== undefined &&
    /^(engage|involve|participate)$/.test(head.lemma) &&
    markerOf(words, index) === "in";
  const carried =
    involved ||
    (head?.upos === "VERB" &&
      language.light.has(head.lemma.toLowerCase()) &&
      /^(obj|nsubj:pass)$/.test(word.relation));
  const skip = new Set([owner].filter((one) => one !== undefined));
  // "Georgia expressed its gratitude": whoever carries the noun owns it.
  const itsOwn = owner !== undefined && words[owner]!.upos === "PRON";
  if (carried && (actors.length === 0 || itsOwn)) {
    const doer = involved ? subjectOf(words, head.index) : doerOf(words, head.index);
    const doers = doer === undefined || doer === index ? [] : parties.of(doer);
    if (doers.length > 0) actors = doers;
  }
  const carrier = carried ? doerOf(words, head!.index) : undefined;
  // Whoever carries the noun is not the one it is for: "underscored Washington's support".
  const taken = carrier === undefined || carrier === index ? actors : [...actors, ...parties.of(carrier)];
  let recipients =
    askedOf(context, index, trigger, actors) ??
    (carried ? neededBeside(context, index, head!.index, trigger, taken) : undefined) ??
    reach(words, parties, index, taken, skip, 0);
  if (actors.length === 0 && !carried) actors = byParticiple(context, index);
  if (recipients.length === 0 && carried)
    recipients = reach(words, parties, head.index, taken, new Set([index]), 0);
  if (recipients.length === 0 && actors.length > 0) recipients = victimsOf(context, index, actors);
  return { actors, recipients };
};

/** "reaffirmed support [for Ukraine]", where the tree hangs the phrase that the noun asks for on its verb. */
const neededBeside = (
  { words, parties }: Roled,
  index: number,
  verb: number,
  { needs }: Trigger,
  actors: readonly number[],
): number[] | undefined => {
  const phrase = words[verb]!.children.find(
    (child) =>
      child > index && needs.some(({ place, absent }) => !absent && markerOf(words, child) === place),
  );
  const found = phrase === undefined ? [] : without(parties.of(phrase), actors);
  return found.length > 0 ? found : undefined;
};

/** "sent arms and imposed sanctions", where the tree takes the verb for an adjective of its object. */
const byParticiple = ({ words, parties, language }: Roled, index: number): number[] => {
  const verb = words[index]!.children.find(
    (child) =>
      words[child]!.relation === "amod" &&
      language.light.has(language.forms.get(words[child]!.text.toLowerCase()) ?? ""),
  );
  return verb === undefined ? [] : listedDoers(words, verb, parties);
};

/** "his release", "the arrest of", "the journalist's murder": the one who owns the noun is the one it is done to. */
const isPatient = (
  { words, parties }: Roled,
  index: number,
  owner: number,
  owning: readonly number[],
  { code: { code } }: Trigger,
): boolean =>
  /^(0841|17[34]|181|182|186|187)/.test(code) &&
  words[owner]!.relation === "nmod:poss" &&
  owning.every(parties.isPerson) &&
  !words[index]!.children.some((child) => markerOf(words, child) === "of");

/** Whose deed a noun tells of: its owner, its adjective, the one after "by". */
const ownerOf = (
  { words, parties }: Roled,
  index: number,
  { code: { code } }: Trigger,
): [number | undefined, number[]] => {
  let actors: number[] = [];
  let owner: number | undefined;
  const own = code === "0874" || code === "0831" || code === "154";
  for (const child of words[index]!.children) {
    const part = words[child]!;
    const marker = markerOf(words, child);
    const possessor = /^(nmod:poss|compound|amod)$/.test(part.relation);
    const by =
      baseRelation(part) === "nmod" && (marker === "by" || marker === "between" || (own && marker === "of"));
    const claimed = part.relation === "acl" && part.lemma === "claim" ? agentOf(words, child) : undefined;
    if (!possessor && !by && claimed === undefined) continue;
    const found = parties.of(claimed ?? child);
    if (found.length === 0) continue;
    if (owner === undefined || by) {
      actors = found;
      owner = child;
    }
  }
  return [owner, actors];
};

/** "Ukraine resists Russian aggression", "protects Ukraine from Russian attacks": who suffers the deed of a noun. */
const victimsOf = (
  { words, parties, language }: Roled,
  index: number,
  actors: readonly number[],
): number[] => {
  let at = index;
  for (let step = 0; step < 4; step += 1) {
    const word = words[at]!;
    const head = words[word.head];
    if (!head || !/^(obj|obl|nmod|nsubj|conj)/.test(word.relation)) return [];
    const role = language.victims.get(head.lemma.toLowerCase());
    if (role) {
      const victim = role === "subject" ? doerOf(words, head.index) : objectOf(words, head.index);
      const found = victim === undefined || victim === at ? [] : without(parties.of(victim), actors);
      if (found.length > 0 || role === "subject") return found;
      const self = doerOf(words, head.index);
      return self === undefined ? [] : without(parties.of(self), actors);
    }
    if (head.upos === "VERB") return [];
    at = head.index;
  }
  return [];
};

/** "demanded that Iran ease its rules": the one who is to do it, where nobody else is addressed. */
export const askedOf = (
  { words, parties }: Roled,
  index: number,
  { code: { type } }: Trigger,
  actors: readonly number[],
): number[] | undefined => {
  if (type !== "REQUEST") return undefined;
  for (let at = index + 1; at <= index + 5 && words[at]?.sentence === words[index]!.sentence; at += 1) {
    if (without(parties.at(at), actors).length > 0) return undefined;
    if (words[at]!.text.toLowerCase() !== "that") continue;
    const found = without(actorsRightAfter(words, at, parties), actors);
    return found.length > 0 ? found : undefined;
  }
  return undefined;
};
