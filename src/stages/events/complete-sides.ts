// Deeds that lean on others of the text -> the sides that they leave out: "condemned the launches", "vowed to retaliate".
import { markerOf, objectOf } from "../../clause/arguments.ts";
import type { Parties } from "../../clause/parties.ts";
import type { EventsLanguage } from "../../language/events.ts";
import type { Word } from "../../model/token.ts";
import type { Deed } from "./code-triggers.ts";
import type { Sides } from "./noun-roles.ts";

type Words = readonly Word[];
type Scene = {
  readonly words: Words;
  readonly parties: Parties;
  readonly language: Pick<EventsLanguage, "answerable">;
};

/** How many sentences back a deed may lie that a later one speaks of. */
const memory = 3;
/** How many deeds on either side one may speak of. */
const nearby = 40;
const force = /^(1[4-9]|20)/;
/** "cut ties after a mob had stormed the embassy", "in retaliation for the killing": no charge. */
const aside = /^(?:in|after|before|during|since|when|while|as|amid|following|despite)$/;

/** The deeds in their order, with what others settle about them. */
export const completeSides = (deeds: readonly Deed[], scene: Scene): Deed[] => {
  const done: Deed[] = [];
  const byWord = new Map(deeds.map((deed) => [deed.index, deed]));
  for (const [at, deed] of deeds.entries()) {
    const before = done.slice(-nearby);
    const sides =
      charged(deed, byWord, scene) ??
      mediated(deed, before, scene) ??
      answered(deed, before, scene) ??
      addressed(deed, before, scene) ??
      returned(deed, before, scene) ??
      sameDeed(deed, [...before.toReversed(), ...deeds.slice(at + 1, at + 1 + nearby)], scene);
    done.push(sides ? { ...deed, sides } : deed);
  }
  return done;
};

/** "a warrant for Putin over the deportation of children": what somebody is charged with is his deed. */
const charged = (deed: Deed, byWord: ReadonlyMap<number, Deed>, { words }: Scene): Sides | undefined => {
  if (deed.sides.actors.length > 0 || !force.test(deed.code.code)) return undefined;
  let at = deed.index;
  for (let step = 0; step < 3; step += 1) {
    const word = words[at]!;
    const hangs = step === 0 ? /^(obl|nmod|advcl)/ : /^(obl|nmod|advcl|obj)/;
    if (!hangs.test(word.relation) || word.head < 0 || aside.test(markerOf(words, at))) return undefined;
    at = word.head;
    const outer = byWord.get(at);
    if (outer && /^(ACCUSE|SANCTION)$/.test(outer.code.type ?? "")) {
      const { recipients } = outer.sides;
      return recipients.length === 0 ? undefined : without(deed.sides, recipients);
    }
  }
  return undefined;
};

const without = ({ recipients }: Sides, actors: readonly number[]): Sides => ({
  actors: [...actors],
  recipients: recipients.filter((one) => !actors.includes(one)),
});

/**
 * "condemned the launches", "rejected the offer": said to whoever did the last such deed that the text tells of;
 * "demanded his release": to whoever did something to him.
 */
const answered = (deed: Deed, done: readonly Deed[], scene: Scene): Sides | undefined => {
  const { words, parties } = scene;
  const { actors, recipients } = deed.sides;
  if (recipients.some(parties.isKnown) || actors.length === 0) return undefined;
  if (!/^(SUPPORT|REJECT|ACCUSE|CONCEDE|REQUEST)$/.test(deed.code.type ?? "")) return undefined;
  const matter = recipients.length > 0 ? undefined : matterOf(deed, scene);
  if (matter === undefined) return undefined;
  const harmed = parties.of(matter);
  if (harmed.length === 0 && !pointsBack(words, matter)) return undefined;
  const fitting = done.filter(
    (one) =>
      isNear(words, one, deed) &&
      one.standing !== "negated" &&
      one.sides.actors.some(parties.isKnown) &&
      isOther(one, actors) &&
      (harmed.length === 0 || one.sides.recipients.some((index) => harmed.includes(index))),
  );
  // Complaints are of the last hostile deed, if there is one.
  const hostile =
    deed.code.type === "ACCUSE" ? fitting.findLast(({ code }) => isHostile(code.code)) : undefined;
  // Nobody complains of what is only to be, or of a wish.
  const real =
    deed.code.type === "ACCUSE" ? fitting.filter(({ standing }) => standing === "actual") : fitting;
  const last = hostile ?? real.at(-1);
  return last && { actors, recipients: last.sides.actors };
};

const isHostile = (code: string): boolean => Number(code.slice(0, 2)) >= 10;

/** The deed that a verb answers: its object, or what it is for or against. */
const matterOf = ({ index }: Deed, { words, language }: Scene): number | undefined => {
  if (words[index]!.upos !== "VERB") return undefined;
  const phrases = words[index]!.children.filter((child) =>
    /^(against|at|over|for|to)$/.test(markerOf(words, child)),
  );
  // "demanded that the decision be reversed"
  const undone = words[index]!.children.flatMap((child) =>
    words[child]!.relation === "ccomp" ? (objectOf(words, child) ?? []) : [],
  );
  return [objectOf(words, index), ...phrases, ...undone].find(
    (word) => word !== undefined && language.answerable.has(words[word]!.lemma.toLowerCase()),
  );
};

/** "summoned the Iranian envoy and demanded that the ship be freed": said to the same, in one breath. */
const addressed = (deed: Deed, done: readonly Deed[], { words }: Scene): Sides | undefined => {
  const { actors, recipients } = deed.sides;
  const last = done.at(-1);
  if (recipients.length > 0 || last === undefined || words[deed.index]!.relation !== "conj") return undefined;
  if (!/^(REQUEST|ACCUSE|THREATEN)$/.test(deed.code.type ?? "")) return undefined;
  const same = last.sides.actors.length > 0 && last.sides.actors.every((one) => actors.includes(one));
  const spoken =
    words[deed.index]!.head === last.index &&
    /^(REQUEST|ACCUSE|THREATEN|SANCTION)$/.test(last.code.type ?? "");
  return same && spoken && last.sides.recipients.length > 0
    ? { actors, recipients: last.sides.recipients }
    : undefined;
};

/** "a truce between A and B, brokered by C": between those of the deed before in the sentence. */
const mediated = (deed: Deed, done: readonly Deed[], { words, parties }: Scene): Sides | undefined => {
  const { actors, recipients } = deed.sides;
  const last = done.at(-1);
  if (deed.code.code !== "045" || recipients.length > 0 || last === undefined || actors.length === 0)
    return undefined;
  if (words[last.index]!.sentence !== words[deed.index]!.sentence) return undefined;
  const between = [...last.sides.actors, ...last.sides.recipients].filter(
    (one) => parties.isKnown(one) && !actors.includes(one),
  );
  return between.length === 0 ? undefined : { actors, recipients: between };
};

/**
 * "vowed to retaliate": a threat that names nobody is for whoever last did something to the one who threatens; a
 * protest lodged for whoever last did something at all.
 */
const returned = (deed: Deed, done: readonly Deed[], { words, parties }: Scene): Sides | undefined => {
  const { actors, recipients } = deed.sides;
  const lodged = deed.code.code === "114" && words[deed.index]!.upos === "VERB";
  if (recipients.length > 0 || !(lodged || deed.code.type === "THREATEN")) return undefined;
  const last = done.findLast(
    (one) =>
      isNear(words, one, deed) &&
      (lodged ? force.test(one.code.code) : one.sides.recipients.some((index) => actors.includes(index))) &&
      one.sides.actors.some(parties.isKnown) &&
      isOther(one, actors),
  );
  return last && { actors, recipients: last.sides.actors };
};

/** "the Russian invasion" after "Russia invaded Ukraine": a noun with one side has the other from the same deed. */
const sameDeed = (deed: Deed, others: readonly Deed[], { words, parties }: Scene): Sides | undefined => {
  const { actors, recipients } = deed.sides;
  if (words[deed.index]!.upos === "VERB" || !force.test(deed.code.code)) return undefined;
  const [open, known] =
    recipients.length === 0 ? (["recipients", actors] as const) : (["actors", recipients] as const);
  if (deed.sides[open].length > 0 || known.length === 0) return undefined;
  const side = open === "recipients" ? "actors" : "recipients";
  const same = others.find(
    ({ code, sides, standing }) =>
      code.code.slice(0, 2) === deed.code.code.slice(0, 2) &&
      standing === "actual" &&
      sides[side].some((one) => known.includes(one)) &&
      sides[open].some(parties.isKnown) &&
      !sides[open].some((one) => known.includes(one)),
  );
  return same && { ...deed.sides, [open]: same.sides[open] };
};

const isNear = (words: Words, earlier: Deed, later: Deed): boolean =>
  words[later.index]!.sentence - words[earlier.index]!.sentence <= memory;

const isOther = ({ sides }: Deed, actors: readonly number[]): boolean =>
  !sides.actors.some((one) => actors.includes(one));

/** "the offer", "this ban", "her release", without anybody's name on it. */
const pointsBack = (words: Words, index: number): boolean =>
  words[index]!.children.some((child) =>
    /^(the|this|that|these|those|such|his|her)$/i.test(words[child]!.text),
  );
