// "Jan Novak, the Czech foreign minister," and "the Czech foreign minister, Jan Novak,": a title and a name side by side.
import type { Mention } from "../../model/actor.ts";
import type { Draft } from "./draft.ts";
import { lower, type Scene } from "./scene.ts";

/** Links each title to the name it stands beside, and gives the name its titles. */
export const joinAppositions = (scene: Scene, drafts: readonly Draft[]): void => {
  const outer = drafts
    .filter((draft) => draft.rule !== "possessor" && (draft.kind === "person" || maybePerson(scene, draft)))
    .filter((draft) => draft.form !== "pronoun")
    .sort((a, b) => a.first - b.first);
  const owners = new Set(
    outer.flatMap((draft) => (beginningOf(draft) < draft.first ? [draft.possessor] : [])),
  );
  const places = outer.filter(
    (draft, index) => !(owners.has(draft) && beginningOf(outer[index + 1] ?? draft) === draft.first),
  );
  for (let index = 0; index + 1 < places.length; index++) {
    const right = places[index + 1]!;
    const left = officeBefore(scene, places, index, right);
    if (!sideBySide(scene, { ...left, last: places[index]!.last }, right)) continue;
    const [name, title] = left.form === "name" ? [left, right] : [right, left];
    if (name.form !== "name" || title.form !== "title" || title.plural) continue;
    if (name.kind === "organization") takePerson(name);
    title.apposition = name;
    name.titles = [...name.titles, ...title.titles] as Mention["titles"];
    if (!name.country && title.country) name.country = title.country;
    if (!name.sector && title.sector) name.sector = title.sector;
    if (name.gender === "unknown") name.gender = title.gender;
  }
};

/** "the Special Envoy of the UN Secretary-General for Yemen, Hans Grundberg": the office whose apposition the name is. */
const officeBefore = (scene: Scene, places: readonly Draft[], index: number, name: Draft): Draft => {
  const near = places[index]!;
  const { relation, head } = scene.words[name.head]!;
  const far = places[index - 1];
  if (
    !far ||
    far.definite === false ||
    near.form !== "title" ||
    far.form !== "title" ||
    far.head !== head ||
    relation !== "appos"
  )
    return near;
  return lower(scene, far.last + 1, far.first) === "of" && scene.words[near.head]!.head === far.head
    ? far
    : near;
};

/** A name that the engine takes for an organization's, though no word of it says so; a title beside it says it is a person's. */
const maybePerson = (scene: Scene, { kind, rule, first, last, sector, country }: Draft): boolean => {
  if (kind !== "organization" || rule !== "name" || sector || country || last - first < 1 || last - first > 4)
    return false;
  for (let at = first; at <= last; at++) {
    const { text } = scene.words[at]!;
    if (!/^\p{Lu}[\p{L}'\u2019-]*\p{Ll}/u.test(text) || scene.language.sectorOfWord.has(text.toLowerCase()))
      return false;
  }
  return true;
};

const takePerson = (draft: Draft): void => {
  draft.kind = "person";
  draft.gender = "unknown";
};

/** Where a phrase begins, the owner before its 's included. */
const beginningOf = (draft: Draft): number =>
  draft.possessor && draft.possessor.last === draft.first - 2 ? draft.possessor.first : draft.first;

const rank = /^(?:ambassador|officer|military|doctor|academic|legislator|monarch)$/;

/** A comma between them, one of them bare, and after both an end that shows that no list goes on. */
const sideBySide = (scene: Scene, left: Draft, right: Draft): boolean => {
  if (scene.words[right.first]!.sentence !== scene.words[left.first]!.sentence) return false;
  if (left.form === right.form) return false;
  const next = lower(scene, left.last + 1, left.first) === "," && beginningOf(right) === left.last + 2;
  if (!next && isSent(scene, left, right)) return true;
  if (!next && !isDouble(scene, left, right)) return false;
  if (left.form !== "name" && right.titles.some((title) => !rank.test(title.group ?? "")))
    return isRole(scene, left, right) && inApposition(scene, left, right);
  if (isHeadlinePair(scene, left, right)) return false;
  if (inApposition(scene, left, right)) return true;
  // "…, Jean Barrot, the same source said"
  if (right.gender === "neuter" && right.titles.length === 0) return false;
  const after = lower(scene, right.last + 1, right.first);
  const closed = /^(?:,|\.|;|:|\)|-|--|\u2013|\u2014|"|\u201d|)$/;
  // "With the minister, Novak was …" has no apposition, "The minister, Novak, was …" has.
  if (left.form !== "name") return closed.test(after);
  if (isAddressed(scene, left, right) || isNextSubject(scene, left, right)) return false;
  return (
    closed.test(after) ||
    /^(?:who|whose|said|says|told|has|was|is|will|would|had|wrote|added|in|on|at|from|to)$/.test(after)
  );
};

/** "Abdelatty, UN envoy discuss Libya": in headlines a comma is an "and". */
const isHeadlinePair = ({ words }: Scene, left: Draft, right: Draft): boolean => {
  const [opens, verb] = [words[left.first - 1], words[right.last + 1]];
  const { sentence } = words[left.first]!;
  return (
    left.form === "name" &&
    opens?.sentence !== sentence &&
    words[right.first]!.upos !== "DET" &&
    verb?.sentence === sentence &&
    verb.upos === "VERB" &&
    /^VBP?$/.test(verb.xpos)
  );
};

/** "his counterpart, Foreign Minister Novak", "the envoy, former prime minister Novak, met": a role, then who has it. */
const isRole = (scene: Scene, left: Draft, right: Draft): boolean =>
  left.titles.some(({ office }) => office === "counterpart") ||
  (left.titles.some(({ group, office }) => /^(?:envoy|mediator)$/.test(group ?? office ?? "")) &&
    /^(?:,|\.|;)$/.test(lower(scene, right.last + 1, right.first)));

/** "[Minister Novak], the Croatian minister said on Monday that …": who is spoken to at the head of a question. */
const isAddressed = (scene: Scene, left: Draft, right: Draft): boolean => {
  const before = lower(scene, left.first - 1, left.first);
  const { relation, head } = scene.words[right.head]!;
  return /^:?$/.test(before) && relation.startsWith("nsubj") && head === right.last + 1;
};

/** "In his meeting with [Rahmon], the Chinese president said": a phrase before the clause ends with the name, and its subject begins. */
const isNextSubject = ({ words }: Scene, left: Draft, right: Draft): boolean => {
  const subject = words[right.head]!;
  const { relation, head } = words[left.head]!;
  return (
    subject.relation.startsWith("nsubj") &&
    subject.head > right.last &&
    /^(?:nmod|obl)/.test(relation) &&
    head < left.first
  );
};

/** The tree says so: one's head hangs on the other's as its apposition. */
const inApposition = (scene: Scene, left: Draft, right: Draft): boolean => {
  const word = scene.words[right.head]!;
  return word.relation === "appos" && word.head >= left.first && word.head <= left.last;
};

/**
 * "The Director of the Office and Foreign Minister, Novak", "The President of the Council and Commander of the Armed
 * Forces, Lt. Gen. Novak", "his counterpart in Prague, Jan Novak": two offices, or an office and its place, before one name.
 */
const isDouble = (scene: Scene, left: Draft, right: Draft): boolean =>
  left.form === "title" &&
  /^(?:and|in|of|for)$/.test(lower(scene, left.last + 1, left.first)) &&
  lower(scene, beginningOf(right) - 1, left.first) === "," &&
  beginningOf(right) - left.last < 16 &&
  scene.words[right.head]!.relation === "appos" &&
  scene.words[right.head]!.head === left.head &&
  !scene.words.slice(left.last, right.first).some(({ upos }) => upos === "VERB");

/** "The Ambassador of Japan to the Kingdom, Choi Ho,": names after "to" or "for" part the office from its holder. */
const isSent = (scene: Scene, left: Draft, right: Draft): boolean => {
  const close = beginningOf(right) - 1;
  if (left.form !== "title" || right.form !== "name" || right.titles.length > 0) return false;
  if (lower(scene, close, left.first) !== "," || close - left.last > 9 || right.first === right.last)
    return false;
  const gap = scene.words.slice(left.last + 1, close);
  return (
    gap.every(({ text }) => /^(?:\p{Lu}|(?:to|for|of|on|the|and|-)$)/u.test(text)) &&
    gap.some(({ text }) => /^(?:to|for|on)$/.test(text)) &&
    (/^(?:,|\.|;|:|\)|)$/.test(lower(scene, right.last + 1, right.first)) ||
      (scene.words[right.head]!.relation === "appos" && scene.words[right.head]!.head >= left.first))
  );
};
