// Words -> deeds: each trigger with its code, worked out through promises, demands, refusals and threats.
import { doerOf, lemmaOf, markerOf } from "../../clause/arguments.ts";
import { isNegated, type Standing, standingOf } from "../../clause/factuality.ts";
import type { Parties } from "../../clause/parties.ts";
import type { Code, EventsLanguage, Family, Trigger } from "../../language/events.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation } from "../../model/tree.ts";
import { sidesOf } from "./find-roles.ts";
import { matchTrigger } from "./match-triggers.ts";
import type { Sides } from "./noun-roles.ts";

/** A trigger worked out: `index` is its word. */
export type Deed = {
  readonly index: number;
  readonly code: Code;
  readonly sides: Sides;
  readonly standing: Standing;
  readonly rule: string;
};

type Words = readonly Word[];
type Scene = {
  readonly words: Words;
  readonly matched: ReadonlyMap<number, Trigger>;
  readonly language: EventsLanguage;
};
/** A code with the words of the deeds that it was worked out from. */
type Matter = { readonly code: Code; readonly taken: readonly number[] };

const speech = new Set(["say", "tell", "announce", "declare", "confirm", "state", "warn", "add", "insist"]);

/** "decided to expel envoys": no threat, but the deed itself, which is to come. */
const settled = new Set(["decide", "agree", "vote"]);

/** Deeds in text order. A deed that only fills a promise, demand, refusal, threat or end is not one of its own. */
export const codeTriggers = (words: Words, parties: Parties, language: EventsLanguage): Deed[] => {
  const matched = new Map<number, Trigger>();
  for (const word of words) {
    const trigger = matchTrigger(words, word.index, language);
    if (trigger) matched.set(word.index, trigger);
  }
  const spent = spentOn(words, matched);
  const scene: Scene = { words, matched, language };
  const deeds: Deed[] = [];
  for (const [index, trigger] of matched) {
    if (spent.has(index) || isGeneric(words, words[index]!)) continue;
    if (trigger.upos === "X" && matched.get(words[words[index]!.head]?.head ?? -1)?.upos === "V") continue;
    const sides = sidesOf({ words, parties, matched, language }, index, trigger);
    const standing = standingOf(words, index, language.governors);
    const matter = trigger.family ? composed(scene, index, trigger, trigger.family, standing, 0) : undefined;
    if (trigger.family && !matter) continue;
    const code = matter?.code ?? willed(words, parties, index, trigger, sides, standing, language);
    const goesOn = trigger.family === "cease" && standing !== "actual";
    if (!goesOn) for (const inner of matter?.taken ?? []) spent.add(inner);
    const announced = trigger.needs.some(({ place }) => place === "aux");
    if (announced && code === trigger.code) continue;
    if (trigger.upos === "A" && standing === "negated" && matter?.taken.length === 0) continue;
    deeds.push({ index, code, sides, standing: kept(standing, code, trigger), rule: trigger.rule });
  }
  return deeds.filter(({ index }) => !spent.has(index));
};

/** "Breaking off contacts never helped": a gerund as a subject tells of no deed of anybody. */
const isGeneric = (words: Words, { index, relation, xpos }: Word): boolean =>
  xpos === "VBG" && /^csubj/.test(relation) && doerOf(words, index) === undefined;

/** A promise is actual now, though what it promises is to come; so is a refusal. */
const kept = (standing: Standing, code: Code, trigger: Trigger): Standing => {
  if (trigger.family) return standing === "negated" && trigger.family === "agree" ? "actual" : standing;
  return code !== trigger.code && (standing === "future" || standing === "negated") ? "actual" : standing;
};

/** What only fills the pattern of its verb: "launched an attack", "joined the sanctions imposed on Russia". */
const spentOn = (words: Words, matched: ReadonlyMap<number, Trigger>): Set<number> => {
  const spent = new Set<number>();
  for (const [index, trigger] of matched)
    for (const child of withMeasured(words, words[index]!.children)) {
      for (const again of words[child]!.children)
        if (words[again]!.relation === "acl" && rootOf(matched.get(again)) === rootOf(trigger))
          spent.add(again);
      const noun = matched.get(child);
      if (noun?.upos !== "N") continue;
      const lemma = words[child]!.lemma.toLowerCase();
      const named = trigger.needs.some((need) => !need.absent && need.words.has(lemma));
      if (named || rootOf(noun) === rootOf(trigger)) spent.add(child);
    }
  return spent;
};

const rootOf = (trigger: Trigger | undefined): string | undefined => trigger?.code.code.slice(0, 2);

/** "two days of talks": what is measured counts with its measure. */
const withMeasured = (words: Words, children: readonly number[]): number[] =>
  children.flatMap((child) => [
    child,
    ...words[child]!.children.filter(
      (one) => words[one]!.relation === "nmod" && markerOf(words, one) === "of",
    ),
  ]);

/** A family's code by the deed below it, which may be of a family too ("asked them to stop the shelling"). */
const composed = (
  scene: Scene,
  index: number,
  trigger: Trigger,
  family: Family,
  standing: Standing,
  depth: number,
): Matter | undefined => {
  const { words, matched, language } = scene;
  const from = trigger.upos === "X" && words[index]!.head >= 0 ? words[index]!.head : index;
  const inner = trigger.upos === "X" && matched.has(from) ? from : deedBelow(words, matched, from, index, 0);
  const deed = inner === undefined ? undefined : matterOf(scene, inner, depth);
  if (deed && isConflict(deed.code) && settled.has(lemmaOf(words, index))) return undefined;
  const own: Family = standing === "negated" && family === "agree" ? "reject" : family;
  const chosen = own === "agree" && deed && isConflict(deed.code) ? "threaten" : own;
  const code = compose(chosen, deed?.code, language);
  return code && { code, taken: inner === undefined ? [] : [inner, ...(deed?.taken ?? [])] };
};

/** What an inner deed is; not doing it is the end of it ("told them not to attack"). */
const matterOf = (scene: Scene, index: number, depth: number): Matter | undefined => {
  const { words, matched, language } = scene;
  const trigger = matched.get(index)!;
  const matter =
    trigger.family && depth < 3
      ? composed(scene, index, trigger, trigger.family, "actual", depth + 1)
      : { code: trigger.code, taken: [] };
  if (!matter || !isNegated(words, index)) return matter;
  const ended = compose("cease", matter.code, language);
  return ended && { ...matter, code: ended };
};

const compose = (family: Family, inner: Code | undefined, language: EventsLanguage): Code | undefined => {
  const codes = language.compose.get(family)!;
  for (let length = inner?.code.length ?? 0; length >= 0; length -= 1) {
    const code = codes.get(inner?.code.slice(0, length) ?? "");
    if (code !== undefined) return language.codes.get(code);
  }
  return language.codes.get(codes.get("")!);
};

const isConflict = ({ code }: Code): boolean => Number(code.slice(0, 2)) >= 14;

/** The nearest deed in what the trigger is about. */
const deedBelow = (
  words: Words,
  matched: ReadonlyMap<number, Trigger>,
  index: number,
  outer: number,
  depth: number,
): number | undefined => {
  if (depth > 4) return undefined;
  const children = (words[index]?.children ?? []).filter(
    (child) => child !== outer && leadsOn(words, words[child]!),
  );
  for (const child of children) {
    const trigger = matched.get(child);
    if (trigger && trigger.upos !== "X") return child;
  }
  for (const child of children) {
    const found = deedBelow(words, matched, child, outer, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
};

const leadsOn = (words: Words, word: Word): boolean => {
  const relation = baseRelation(word);
  if (relation === "advcl") return markerOf(words, word.index) === "to";
  return /^(xcomp|ccomp|obj|obl|nmod|acl|compound|amod)$/.test(relation) || word.relation === "nsubj:pass";
};

/**
 * Deeds to come: cooperation that will be is a promise, that won't be is a refusal, force announced is a threat. One
 * who is "about to" do something promises nothing.
 */
const willed = (
  words: Words,
  parties: Parties,
  index: number,
  trigger: Trigger,
  sides: Sides,
  standing: Standing,
  language: EventsLanguage,
): Code => {
  const { code } = trigger;
  const root = Number(code.code.slice(0, 2));
  const friendly = root >= 4 && root <= 8;
  if (words[words[index]!.head]?.lemma.toLowerCase() === "about") return code;
  if (standing === "future" && friendly) return compose("agree", code, language) ?? code;
  if (standing === "negated" && friendly && hasModal(words, index))
    return compose("reject", code, language) ?? code;
  if (standing === "future" && isConflict(code) && announces(words, parties, index, sides))
    return compose("threaten", code, language) ?? code;
  return code;
};

const hasModal = (words: Words, index: number): boolean =>
  words[index]!.children.some(
    (child) =>
      words[child]!.relation === "aux" && /^(will|would|wo|'ll|can|could)$/i.test(words[child]!.text),
  );

/** "Iran said it would attack": the one who says it is the one who will do it. */
const announces = (words: Words, parties: Parties, index: number, sides: Sides): boolean => {
  const head = words[words[index]!.head];
  if (!head || !speech.has(lemmaOf(words, head.index))) return false;
  const speaker = doerOf(words, head.index);
  return speaker !== undefined && parties.of(speaker).some((one) => sides.actors.includes(one));
};
