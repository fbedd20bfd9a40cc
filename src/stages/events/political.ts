// Deeds -> those of public life: of states, offices, armed groups, crowds; not what private people do among themselves.
import { doerOf, objectOf } from "../../clause/arguments.ts";
import type { EventsLanguage } from "../../language/events.ts";
import type { Actor } from "../../model/actor.ts";
import type { Word } from "../../model/token.ts";
import type { Deed } from "./code-triggers.ts";

type Scene = {
  readonly words: readonly Word[];
  readonly actors: readonly Actor[];
  readonly language: Pick<
    EventsLanguage,
    "publicOffices" | "publicPeople" | "people" | "works" | "unofficial"
  >;
};

/** Deeds that the state does to people, and people to the state, whoever they are: arrests, releases, attacks, protests. */
const among = /^(ASSAULT|COERCE|PROTEST|RETREAT|CONCEDE|MOBILIZE)$/;

/**
 * The deeds of public life, in their order. In a text that tells of some, arrests, releases, attacks and protests count
 * whose sides nobody knows, and so do the words of bodies that nobody knows ("the opposition Unita").
 */
export const political = (deeds: readonly Deed[], scene: Scene): Deed[] => {
  const typed = deeds.filter(
    (deed) => deed.code.type !== undefined && !isToldOfWorks(deed, scene) && !isUnofficial(deed, scene),
  );
  const sure = new Set(typed.filter((deed) => isPolitical(deed, scene) || isPublic(deed, scene)));
  if (sure.size === 0) return [];
  return typed.filter((deed) => sure.has(deed) || isHome(deed, scene));
};

/** "Researchers in Kenya warned", "the Austrian collector refused": words of nobody's state. */
const isUnofficial = (deed: Deed, { words, language }: Scene): boolean => {
  const doer = words[deed.index]!.upos === "VERB" ? doerOf(words, deed.index) : undefined;
  if (doer === undefined) return false;
  const named = [doer, ...words[doer]!.children.filter((child) => words[child]!.relation === "appos")];
  return named.some((word) => language.unofficial.has(words[word]!.lemma.toLowerCase()));
};

/** "a thriller about a diplomat kidnapped in Mogadishu", "a video that praised the rebels": what works of art tell of. */
const isToldOfWorks = ({ index }: Deed, { words, language }: Scene): boolean => {
  const isWork = (word: number | undefined) =>
    word !== undefined && language.works.has(words[word]!.lemma.toLowerCase());
  for (let at = index, step = 0; at >= 0 && step < 8; step += 1) {
    const { upos, relation, head } = words[at]!;
    if (upos === "VERB" && isWork(doerOf(words, at))) return true;
    if (!/^(acl|nmod|obl|obj|conj|xcomp|ccomp|advcl)/.test(relation)) return false;
    at = head;
    if (/^(acl|nmod)/.test(relation) && isWork(at)) return true;
  }
  return false;
};

const isPrivate = (code: string | undefined): boolean =>
  / (CVL|CIV|BUS|MED|JRN|EDU|LAB|REL|HLH|AGR|ELI|CRM)/.test(code ?? "");

const isVerbal = ({ code }: Deed): boolean => Number(code.code.slice(0, 2)) < 14;

/** Deeds of states, offices and the like; a verbal act also needs someone who does it. */
const isPolitical = (deed: Deed, { actors, language }: Scene): boolean => {
  const { type } = deed.code;
  const { sides } = deed;
  if (isVerbal(deed) && sides.actors.length === 0) return false;
  const [by, to] = [sides.actors, sides.recipients].map((side) =>
    side.map((index) => actors[index]!.country),
  );
  const abroad = by!.some((one) => one && [...by!, ...to!].some((other) => other && other !== one));
  const people = sides.actors.some((index) => actors[index]!.kind === "person");
  if (abroad && (!people || /^(ASSAULT|COERCE)$/.test(type ?? ""))) return true;
  return [...sides.actors, ...sides.recipients].some((index) => {
    const { kind, code, offices } = actors[index]!;
    if (kind === "state") return true;
    if (type === "PROTEST" && kind !== "person" && actors[index]!.country) return true;
    if (isPrivate(code)) return false;
    if (offices.some(({ title, of }) => of !== undefined || language.publicOffices.has(title))) return true;
    return code !== undefined && (kind !== "person" || code.includes(" "));
  });
};

/** "gunmen took", "police arrested", "freed the hostages": what public people do or suffer, of whatever state. */
const isPublic = (deed: Deed, { words, language }: Scene): boolean => {
  const { code, index, standing, sides } = deed;
  if (!among.test(code.type ?? "") || words[index]!.upos !== "VERB") return false;
  if (standing !== "actual" && sides.actors.length + sides.recipients.length === 0) return false;
  return [doerOf(words, index), objectOf(words, index)].some(
    (word) => word !== undefined && language.publicPeople.has(words[word]!.lemma.toLowerCase()),
  );
};

/** What is done to people, or by crowds, in a text of public life. */
const isHome = (deed: Deed, { words, actors, language }: Scene): boolean => {
  const { sides, code, index, standing } = deed;
  const suffers = code.type === "COERCE" || code.type === "ASSAULT";
  const all = suffers ? sides.actors : [...sides.actors, ...sides.recipients];
  if (all.some((one) => isPrivate(actors[one]!.code))) return false;
  if (isVerbal(deed) && !/^(RETREAT|CONCEDE)$/.test(code.type ?? ""))
    return sides.actors.some((one) => /^(organization|group)$/.test(actors[one]!.kind));
  if (!among.test(code.type ?? "") || words[index]!.upos !== "VERB" || standing !== "actual") return false;
  if (code.type === "PROTEST") return true;
  if (code.type === "COERCE" && sides.recipients.some((one) => actors[one]!.kind === "person")) return true;
  return [doerOf(words, index), objectOf(words, index)].some((word) => {
    const { lemma = "", upos = "" } = words[word ?? -1] ?? {};
    return upos === "NUM" || language.people.has(lemma.toLowerCase());
  });
};
