// "The two sides", "both countries" -> the states or organizations of states that the text has last told of together.
import type { Mention } from "../../model/actor.ts";
import type { Cast, Entity } from "./entity.ts";
import { pairIn } from "./pairs.ts";

/** How many sentences back the two may stand. */
const memory = 12;

/** How much farther back a pair is looked for that whoever tells of the two belongs to. */
const patience = 5;

type Pair = readonly [Entity, Entity];

/**
 * The two sides that the text has last told of together: joined by "and", subject and object of one verb, or their people.
 * Whoever's own word tells of the two ("Tokyo's readout said the two sides would") is one of them where a pair near has
 * him; a mediator is not.
 */
export const lastSides = (cast: Cast, mention: Mention): Pair | undefined => {
  const { sentence } = cast.words[mention.first]!;
  const teller = tellerBefore(cast, mention);
  const known = timesNamed(cast, mention);
  let nearest: Pair | undefined;
  let found = 0;
  let isKnown = false;
  let at = mention.index - 1;
  for (let back = 0; back <= memory && at >= 0; back += 1) {
    const here: Mention[] = [];
    for (; at >= 0 && cast.words[cast.mentions[at]!.first]!.sentence >= sentence - back; at -= 1)
      here.unshift(cast.mentions[at]!);
    const pairs = pairsIn(cast, here);
    const own = teller && pairs.findLast((pair) => pair.includes(teller));
    if (own) return own;
    const often = pairs.findLast((pair) => pair.every((one) => (known.get(one) ?? 0) > 1));
    if (often ? !isKnown : !nearest && pairs.length > 0) {
      nearest = often ?? pairs.at(-1)!;
      isKnown = often !== undefined;
      found = back;
    }
    if (isKnown && (!teller || back - found >= patience)) return nearest;
  }
  return nearest;
};

/** Whether two people or two states act together in the nearest sentence before a mention in which any do. */
export const whoIsPaired = (cast: Cast, mention: Mention): "person" | "state" | undefined => {
  const { sentence } = cast.words[mention.first]!;
  for (let back = 0; back <= 2; back += 1) {
    const here = cast.mentions.filter(
      ({ index, first }) => index < mention.index && cast.words[first]!.sentence === sentence - back,
    );
    if (pairIn(cast, here)) return "person";
    const states = here.filter(({ index }) => cast.of[index]?.every(({ kind }) => kind === "state"));
    if (pairsIn(cast, states).length > 0) return "state";
  }
  return undefined;
};

/** How often each side, or anybody of it, has been named before the mention: who is named once is not who it is about. */
const timesNamed = (cast: Cast, { index }: Mention): ReadonlyMap<Entity, number> => {
  const times = new Map<Entity, number>();
  for (let at = 0; at < index; at += 1)
    for (const entity of cast.of[at] ?? []) {
      const side = sideOf(cast, entity);
      if (side) times.set(side, (times.get(side) ?? 0) + 1);
    }
  return times;
};

/** Pairs of one sentence, those told last behind the others. */
const pairsIn = (cast: Cast, here: readonly Mention[]): Pair[] => {
  const outer = here.filter(
    (one) => !here.some((other) => other !== one && other.start <= one.start && one.end <= other.end),
  );
  const found: Pair[] = [];
  const add = (left: Entity | undefined, right: Entity | undefined): void => {
    const differ = left?.country !== right?.country || left?.sector === "REB" || right?.sector === "REB";
    if (left && right && left !== right && differ) found.push([left, right]);
  };
  outer.forEach((mention, index) => {
    const own = cast.of[mention.index] ?? [];
    if (own.length === 2 && !isLookingOn(cast, mention.head))
      add(sideOf(cast, own[0]!), sideOf(cast, own[1]!));
    const isOut = (one: Mention): boolean =>
      cast.of[one.index]?.length !== 1 || isPlace(cast, one) || isLookingOn(cast, one.head);
    if (isOut(mention)) return;
    for (const before of outer.slice(0, index)) {
      if (isOut(before)) continue;
      const other = cast.of[before.index]!;
      if (together(cast, before, mention)) add(sideOf(cast, other[0]!), sideOf(cast, own[0]!));
    }
  });
  return found;
};

/** Joined by "and", subject and object of one verb, or who meets and who is met. */
const together = (cast: Cast, left: Mention, right: Mention): boolean => {
  const between = cast.document.text.slice(left.end, right.start);
  const [first, second] = [topOf(cast, left.head), topOf(cast, right.head)];
  // "A called B and C": the listed meet A, not each other; of "A, B and C" no two are the two.
  if (/^,? and (?:the )?(?:\p{Lu}\S*\/)?$|^ ?[-–] ?$/iu.test(between))
    return !isWith(cast, second) && cast.words[left.head]!.relation !== "conj";
  if (first === second) return false;
  const [top, next] = [cast.words[first]!, cast.words[second]!];
  if (!/^nsubj/.test(top.relation)) return false;
  if (top.head === next.head) return /^(?:obj|iobj)/.test(next.relation) || isWith(cast, next.index);
  const noun = cast.words[next.head];
  return isWith(cast, next.index) && noun?.head === top.head && /^(?:obj|obl)/.test(noun.relation);
};

/** "Observers from China and the United States" are of neither side. */
const isLookingOn = ({ words }: Cast, index: number): boolean => {
  let at = words[index]!;
  if (onlookers.test(at.lemma)) return true;
  for (
    let step = 0;
    step < 3 && /^(?:conj|nmod|amod|compound)/.test(at.relation) && at.head >= 0;
    step += 1
  ) {
    at = words[at.head]!;
    if (onlookers.test(at.lemma)) return true;
  }
  return false;
};

const onlookers = /^(?:observer|monitor|mediator|guarantor|facilitator|diplomat|expert|journalist|host)$/;

/** Up the items of a list to the first. */
const topOf = (cast: Cast, index: number): number => {
  let top = index;
  for (let step = 0; step < 4 && cast.words[top]!.relation === "conj"; step += 1) top = cast.words[top]!.head;
  return top;
};

const caseOf = (cast: Cast, index: number): string =>
  cast.words[index]!.children.filter((child) => cast.words[child]!.relation === "case")
    .map((child) => cast.words[child]!.text.toLowerCase())
    .join(" ");

const isWith = (cast: Cast, index: number): boolean => /^(?:with|to)$/.test(caseOf(cast, index));

/** "in Malta", "near Syria": where something is, no side of it. */
export const isPlace = (cast: Cast, { head, first, kind }: Mention): boolean =>
  kind !== "person" &&
  (/^(?:in|at|near|from|inside|outside|across|around|over|into|about|on)$/.test(
    caseOf(cast, topOf(cast, head)),
  ) ||
    /^(?:in|at|near)$/i.test(cast.words[first - 1]?.text ?? ""));

/** The state, armed movement or organization of states that somebody acts for; themselves where the text does not name it. */
const sideOf = (cast: Cast, entity: Entity): Entity | undefined => {
  const { country, kind, sector } = entity;
  if (country === undefined) return undefined;
  if (sector === "REB" && kind !== "person") return entity;
  const state = cast.byCode.get(country);
  if (state || kind === "group") return state;
  return cast.entities.find((one) => one.kind === "organization" && one.country === country) ?? entity;
};

/** The side whose word the clause is that the mention stands in: "the Kremlin said the two sides". */
const tellerBefore = (cast: Cast, mention: Mention): Entity | undefined => {
  const { words } = cast;
  let at = mention.head;
  for (let step = 0; step < 10 && at >= 0; step += 1) {
    const { relation, head } = words[at]!;
    at = head;
    if (!/^(?:ccomp|parataxis)$/.test(relation) || head < 0) continue;
    const subject = words[head]!.children.find((child) => /^nsubj/.test(words[child]!.relation));
    if (subject === undefined) continue;
    const teller = cast.mentions.find((one) => one.first <= subject && subject <= one.last);
    const owner =
      teller && cast.of[teller.index]?.length
        ? teller
        : cast.mentions.find(
            (one) => words[one.head]!.relation === "nmod:poss" && words[one.head]!.head === subject,
          );
    const entity = owner && cast.of[owner.index]?.[0];
    return entity && sideOf(cast, entity);
  }
  return undefined;
};
