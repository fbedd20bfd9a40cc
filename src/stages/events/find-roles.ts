// A trigger in its tree -> the words that name who acts and who is acted on, as actors.
import { doerOf, isPassive, markerOf, objectOf, subjectOf } from "../../clause/arguments.ts";
import { actorsListedAfter, actorsRightBefore } from "../../clause/nearby.ts";
import type { Parties } from "../../clause/parties.ts";
import type { Trigger } from "../../language/events.ts";
import type { Word } from "../../model/token.ts";
import { askedOf, nounSides, type Roled, type Sides } from "./noun-roles.ts";
import { goal, listedDoers, namedAfter, namedBefore, reach, where, without } from "./reach.ts";

type Words = readonly Word[];

/** Codes of deeds whose "of" names the one they are done to: "the arrest of", "the shelling of". */
const done = /^(0841|17[345]|18|19|20)/;

/** Days that trees take for subjects: "The council today agreed". */
const time = /^(today|yesterday|tomorrow|tonight|earlier|later|(mon|tues|wednes|thurs|fri|satur|sun)day)$/i;
/** Codes of deeds that one does with one's own people: "the troops were withdrawn". */
const ownForce = /^(0874|15[345]|1661|074)/;
/** Codes of deeds whose object are one's own people, never the ones acted on. */
const forces = /^(0874|15|074)/;
/** Codes of deeds that are done to nobody: stepping down. */
const alone = /^0831/;

/** Finds both sides of the event that the trigger at `index` tells of. */
export const sidesOf = (context: Roled, index: number, trigger: Trigger): Sides => {
  const found =
    trigger.upos === "X"
      ? speakerSides(context, index)
      : context.words[index]!.upos === "VERB" || trigger.upos === "A"
        ? verbSides(context, index, trigger)
        : nounSides(context, index, trigger);
  if (alone.test(trigger.code.code)) return { actors: found.actors, recipients: [] };
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
  const skip = new Set([doer, ...bordersNear(words, index, trigger)].filter((word) => word !== undefined));
  const told =
    byMatter(context, index, object, trigger, actors, skip) ?? askedOf(context, index, trigger, actors);
  if (told) return { actors, recipients: told };
  const post = object === undefined ? undefined : postOf(context, trigger, object, actors);
  if (post) return { actors, recipients: post };
  const named = object === undefined || object === doer ? [] : parties.of(object);
  const asked = named.some(parties.isKnown) ? [] : neededPhrase(context, index, trigger, actors);
  if (asked.length > 0) return { actors, recipients: asked };
  if (forces.test(trigger.code.code) && !passive) {
    const taken = [...actors, ...forcesOf(context, object)];
    const found = reach(words, parties, index, taken, skip, 0);
    return { actors, recipients: found.length > 0 ? found : namedAfter(words, index, parties, taken) };
  }
  const meets = trigger.code.type === "CONSULT" && object === undefined;
  if (trigger.roles === "both" && (actors.length > 1 || meets))
    return { actors, recipients: withWhom(context, index, object, actors) };
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
  if (!recipients.some(parties.isKnown))
    recipients = [...recipients, ...ofMeans(context, doer, trigger, [...actors, ...recipients])];
  if (recipients.length === 0 && !isSettled(context, index, object))
    recipients = passive
      ? namedBefore(words, index, parties, actors)
      : namedAfter(words, index, parties, actors);
  return { actors, recipients };
};

/** "recalled its ambassador to Kenya": whom it is done to is where the envoy was sent. */
const postOf = (
  { words, parties }: Roled,
  { code }: Trigger,
  object: number,
  actors: readonly number[],
): number[] | undefined => {
  if (code.code !== "161") return undefined;
  const post = words[object]!.children.filter((child) => /^(?:to|in|from|at)$/.test(markerOf(words, child)));
  const all = post.flatMap((child) => [
    child,
    ...words[child]!.children.filter((more) => words[more]!.relation === "conj"),
  ]);
  const found = without(all.flatMap((child) => parties.at(child)).filter(parties.isKnown), actors);
  return found.length > 0 ? found : undefined;
};

/** "Air strikes on Kherson wounded 17 people": whom the deed in the subject is done to. */
const ofMeans = (
  context: Roled,
  doer: number | undefined,
  { code }: Trigger,
  taken: readonly number[],
): number[] => {
  const deed = doer === undefined ? undefined : context.matched.get(doer);
  if (deed?.upos !== "N" || deed.code.code.slice(0, 2) !== code.code.slice(0, 2)) return [];
  return without(nounSides(context, doer!, deed).recipients, taken);
};

/** "A and B signed a deal with C": who else takes part. */
const withWhom = (
  { words, parties }: Roled,
  index: number,
  object: number | undefined,
  actors: readonly number[],
): number[] => {
  const phrases = [index, ...(object === undefined ? [] : [object])].flatMap((at) => words[at]!.children);
  const phrase = phrases.find((child) => markerOf(words, child) === "with");
  const met = object === undefined ? [] : parties.at(object);
  return without([...met, ...(phrase === undefined ? [] : parties.of(phrase))], actors);
};

/** "captured a village on the Thai border": where an attack takes place, not whom it hits. */
const bordersNear = (words: Words, index: number, { code: { type } }: Trigger): number[] => {
  const found: number[] = [];
  if (type !== "ASSAULT") return found;
  for (let at = index + 1; words[at]?.sentence === words[index]!.sentence; at += 1)
    if (/^(border|frontier)$/.test(words[at]!.lemma)) found.push(at);
  return found;
};

/** Whose forces an object tells of: "French troops", "his army". */
const forcesOf = ({ words, parties }: Roled, object: number | undefined): number[] =>
  object === undefined
    ? []
    : [
        ...parties.at(object),
        ...words[object]!.children.filter((child) =>
          /^(amod|compound|nmod:poss)$/.test(words[child]!.relation),
        ).flatMap((child) => parties.of(child)),
      ];

/** True where the tree names the one acted on, though nobody knows who it is: "arrested the protesters". */
const isSettled = ({ words, parties }: Roled, index: number, object: number | undefined): boolean =>
  (object !== undefined && parties.isMention(object)) || /^(acl|amod)/.test(words[index]!.relation);

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

/** "Kenya sent police to Haiti to fight gangs": those sent are whose who sends them. */
const senderOf = (words: Words, index: number, doer: number): number | undefined => {
  const word = words[index]!;
  if (word.relation !== "xcomp" || words[doer]!.head !== word.head || words[doer]!.relation !== "obj")
    return undefined;
  return subjectOf(words, word.head);
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
  const doubtful = words[index]!.relation === "acl" && words[index]!.xpos === "VBD";
  const own = doer !== undefined && !doubtful;
  if (isPlain(words, doer, index) || isThings(words, doer, index) || (own && parties.isMention(doer)))
    return [];
  const sent = own ? senderOf(words, index, doer) : undefined;
  if (sent !== undefined && parties.of(sent).length > 0) return [...parties.of(sent)];
  const sharing = listedDoers(words, index, parties);
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
  const about = trigger.code.type === "ACCUSE" ? /^(over|about|against|at|for)$/ : /^for$/;
  const matter = object ?? words[index]!.children.find((child) => about.test(markerOf(words, child)));
  const deed = matter === undefined ? undefined : matched.get(matter);
  if (matter === undefined || deed?.upos !== "N" || !done.test(deed.code.code)) return undefined;
  const doers = without(nounSides(context, matter, deed).actors, actors);
  if (doers.length > 0) return doers;
  return reach(words, parties, index, actors, new Set([...skip, matter]), 0);
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
  /^(NOUN|PRON|SYM|NUM)$/.test(words[doer]!.upos);

/** "the talks which ended the war": what a thing has done nobody named before it did. */
const isThings = (words: Words, doer: number | undefined, verb: number): boolean =>
  doer !== undefined &&
  words[doer]!.upos === "NOUN" &&
  // "approved a law that bars": whoever makes a law does what it does.
  !/^(?:law|bill|decree|order|ruling|resolution|legislation|act|measure)$/.test(words[doer]!.lemma) &&
  words[verb]!.relation === "acl:relcl" &&
  words[verb]!.head === doer &&
  words[verb]!.children.some((child) => /^(?:which|that)$/i.test(words[child]!.text));

/** "Trump, along with Vance": those who act beside the subject. */
const alongside = (words: Words, parties: Parties, index: number): number[] =>
  words[index]!.children.filter((child) =>
    /^(along|together|alongside|joined|accompanied)/.test(markerOf(words, child)),
  ).flatMap((child) => parties.of(child));
