// A trigger in its tree -> the words that name who acts and who is acted on, as actors.
import { doerOf, isPassive, markerOf, objectOf, subjectOf } from "../../clause/arguments.ts";
import { actorsAfter, actorsListedAfter, actorsRightAfter, actorsRightBefore } from "../../clause/nearby.ts";
import type { Parties } from "../../clause/parties.ts";
import type { EventsLanguage, Trigger } from "../../language/events.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation } from "../../model/tree.ts";
import { goal, listedDoer, namedBefore, reach, where, without } from "./reach.ts";

/** Actors (indexes) on each side of an event. */
export type Sides = { readonly actors: number[]; readonly recipients: number[] };

/** What sides are found with; `matched` holds the triggers by word. */
export type Roled = {
  readonly words: readonly Word[];
  readonly parties: Parties;
  readonly matched: ReadonlyMap<number, Trigger>;
  readonly language: Pick<EventsLanguage, "forms" | "light" | "victims">;
};

type Words = readonly Word[];

/** Codes of deeds whose "of" names the one they are done to: "the arrest of", "the shelling of". */
const done = /^(0841|17[345]|18|19|20)/;

/** Days that trees take for subjects: "The council today agreed". */
const time = /^(today|yesterday|tomorrow|tonight|earlier|later|(mon|tues|wednes|thurs|fri|satur|sun)day)$/i;
/** Codes of deeds that one does with one's own people: "the troops were withdrawn". */
const ownForce = /^(0874|15[345]|1661|074)/;

/** Finds both sides of the event that the trigger at `index` tells of. */
export const sidesOf = (context: Roled, index: number, trigger: Trigger): Sides => {
  const found =
    trigger.upos === "X"
      ? speakerSides(context, index)
      : context.words[index]!.upos === "VERB" || trigger.upos === "A"
        ? verbSides(context, index, trigger)
        : nounSides(context, index, trigger);
  if (trigger.roles === "flip") return { actors: found.recipients, recipients: found.actors };
  if (trigger.roles !== "both" || trigger.code.type !== "CONSULT") return found;
  return { actors: [...new Set([...found.actors, ...found.recipients])], recipients: [] };
};

const verbSides = (context: Roled, index: number, trigger: Trigger): Sides => {
  const { words, parties } = context;
  const passive = trigger.upos !== "A" && isPassive(words, index);
  const doer = trigger.upos === "A" ? subjectOf(words, index) : doerOf(words, index);
  let actors = doersOf(context, index, doer, passive);
  const object = objectOf(words, index);
  const skip = new Set([doer].filter((word) => word !== undefined));
  const told =
    byMatter(context, index, object, trigger, actors, skip) ?? askedOf(context, index, trigger, actors);
  if (told) return { actors, recipients: told };
  const named = object === undefined || object === doer ? [] : parties.of(object);
  const asked = named.some(parties.isKnown) ? [] : neededPhrase(context, index, trigger, actors);
  if (asked.length > 0) return { actors, recipients: asked };
  let recipients = without(
    named.length > 0 ? [...new Set([...named, ...actorsListedAfter(words, object!, parties)])] : named,
    actors,
  );
  if (trigger.roles === "reach" && recipients.length === 0) recipients = goal(words, parties, index, actors);
  if (!recipients.some(parties.isKnown)) {
    const further = reach(words, parties, index, [...actors, ...recipients], skip, 0);
    if (recipients.length === 0 || further.some(parties.isKnown)) recipients = further;
  }
  if (actors.length === 0 && passive && ownForce.test(trigger.code.code)) {
    actors = recipients;
    recipients = reach(words, parties, index, actors, new Set(object === undefined ? [] : [object]), 0);
  }
  if (actors.length === 0 && doer === undefined && passive) actors = where(words, parties, index, recipients);
  if (recipients.length === 0)
    recipients = passive
      ? namedBefore(words, index, parties, actors)
      : actorsAfter(words, index, parties, actors);
  return { actors, recipients };
};

/** Whoever stands in the phrase that the trigger asks for: "agreed to American mediation". */
const neededPhrase = (
  { words, parties }: Roled,
  index: number,
  { needs, code }: Trigger,
  actors: readonly number[],
): number[] => {
  if (!/^(AGREE|REJECT|CONCEDE)$/.test(code.type ?? "")) return [];
  for (const { place, absent, words: wanted } of needs) {
    if (absent || wanted.size === 0) continue;
    const phrase = words[index]!.children.find(
      (child) => markerOf(words, child) === place && wanted.has(words[child]!.lemma.toLowerCase()),
    );
    const found = phrase === undefined ? [] : without(parties.of(phrase), actors);
    if (found.length > 0) return found;
  }
  return [];
};

/** "demanded that Iran ease its rules": the one who is to do it, where nobody else is addressed. */
const askedOf = (
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

/** Who does it: the subject with those beside it; else the doer of the verb it is listed with, or who stands before. */
const doersOf = (
  { words, parties }: Roled,
  index: number,
  doer: number | undefined,
  passive: boolean,
): number[] => {
  const found =
    doer === undefined
      ? []
      : time.test(words[doer]!.text)
        ? [...actorsRightBefore(words, doer, parties)]
        : [...parties.of(doer), ...alongside(words, parties, index)];
  if (passive) return [...new Set(found)];
  const listed = actorsRightBefore(words, index, parties);
  if (found.length > 0)
    return [...new Set(listed.some((one) => found.includes(one)) ? [...found, ...listed] : found)];
  if (isPlain(words, doer, index)) return [];
  const shared = listedDoer(words, index);
  const sharing = shared === undefined ? [] : parties.of(shared);
  if (sharing.length > 0) return sharing;
  return listed.length > 0 ? [...listed] : namedBefore(words, index, parties, []);
};

/**
 * Whoever complains of a deed or asks for one speaks to its doer, never to the one it is done to: "condemned the
 * killing of a Turk by rebels". Undefined where the matter is no such deed.
 */
const byMatter = (
  context: Roled,
  index: number,
  object: number | undefined,
  trigger: Trigger,
  actors: readonly number[],
  skip: ReadonlySet<number>,
): number[] | undefined => {
  const { words, parties, matched } = context;
  if (!/^(ACCUSE|REQUEST|SUPPORT)$/.test(trigger.code.type ?? "")) return undefined;
  const matter = object ?? words[index]!.children.find((child) => markerOf(words, child) === "for");
  const deed = matter === undefined ? undefined : matched.get(matter);
  if (matter === undefined || deed?.upos !== "N" || !done.test(deed.code.code)) return undefined;
  const doers = without(nounSides(context, matter, deed).actors, actors);
  if (doers.length > 0) return doers;
  return reach(words, parties, index, actors, new Set([...skip, matter]), 0);
};

const nounSides = (context: Roled, index: number, trigger: Trigger): Sides => {
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
  if (carried && actors.length === 0) {
    const doer = involved ? subjectOf(words, head.index) : doerOf(words, head.index);
    if (doer !== undefined && doer !== index) actors = parties.of(doer);
  }
  let recipients = askedOf(context, index, trigger, actors) ?? reach(words, parties, index, actors, skip, 0);
  if (actors.length === 0 && !carried) actors = byParticiple(context, index);
  if (recipients.length === 0 && carried)
    recipients = reach(words, parties, head.index, actors, new Set([index]), 0);
  if (recipients.length === 0 && actors.length > 0) recipients = victimsOf(context, index, actors);
  return { actors, recipients };
};

/** "sent arms and imposed sanctions", where the tree takes the verb for an adjective of its object. */
const byParticiple = ({ words, parties, language }: Roled, index: number): number[] => {
  const verb = words[index]!.children.find(
    (child) =>
      words[child]!.relation === "amod" &&
      language.light.has(language.forms.get(words[child]!.text.toLowerCase()) ?? ""),
  );
  const doer = verb === undefined ? undefined : listedDoer(words, verb);
  return doer === undefined ? [] : parties.of(doer);
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
    if (!possessor && !by) continue;
    const found = parties.of(child);
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

/** "Iran must …, Britain said": the speaker asks it of the subject. */
const speakerSides = ({ words, parties }: Roled, index: number): Sides => {
  const verb = words[index]!.head;
  if (verb < 0) return { actors: [], recipients: [] };
  const target = doerOf(words, verb);
  const speech =
    words[words[verb]!.head] ??
    words[words[verb]!.children.find((child) => words[child]!.relation === "parataxis") ?? -1];
  const speaker = speech?.upos === "VERB" ? doerOf(words, speech.index) : undefined;
  const actors = speaker === undefined ? [] : parties.of(speaker);
  const asked = target === undefined ? [] : without(parties.of(target), actors);
  return {
    actors,
    recipients: asked.length > 0 ? asked : without(actorsRightBefore(words, index, parties), actors),
  };
};

/** A doer right before its verb, as trees seldom get wrong: nobody else is looked for. */
const isPlain = (words: Words, doer: number | undefined, verb: number): boolean =>
  doer !== undefined &&
  doer < verb &&
  verb - doer <= 2 &&
  words[doer]!.head === verb &&
  /^(NOUN|PRON)$/.test(words[doer]!.upos);

/** "Trump, along with Vance": those who act beside the subject. */
const alongside = (words: Words, parties: Parties, index: number): number[] =>
  words[index]!.children.filter((child) =>
    /^(along|together|alongside|joined|accompanied)/.test(markerOf(words, child)),
  ).flatMap((child) => parties.of(child));
