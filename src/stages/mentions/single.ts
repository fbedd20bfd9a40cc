// What is a mention by itself: a name, a state, a capital that acts, an organization, a pronoun.
import type { Entry, StateUse } from "../../language/mentions.ts";
import { type Draft, draftMention } from "./draft.ts";
import { standsForState } from "./metonymy.ts";
import { isOffice, officeOf } from "./office-of.ts";
import { personNameAt } from "./person-name.ts";
import type { Read } from "./phrase.ts";
import { lower, pick, type Scene } from "./scene.ts";

/** The mention that starts at word `at`, outside of any phrase. */
export const readSingle = (scene: Scene, at: number): Read | undefined => {
  const answer = readAnswer(scene, at);
  if (answer) return answer;
  const pair = readTwo(scene, at);
  if (pair) return pair;
  const found = scene.hit(at);
  const name = scene.name(at);
  const longer = name?.first === at && name.last > (found?.last ?? -1) && !isPair(scene, found);
  if (name?.kind === "person" && name.first === at && (longer || !isState(found?.values)))
    return person(scene, at);
  if (
    pick(found, "honorific") ||
    (pick(found, "person") && !isState(found?.values)) ||
    scene.language.firstNames.has(scene.words[at]!.text)
  ) {
    const read = person(scene, at);
    if (read) return read;
    if (isHe(scene, at)) return one(draftMention(scene.words, at, at, he));
  }
  // "Eighty UN peacekeepers" begins with a number.
  if (longer && numeral.test(scene.words[at]!.text)) return undefined;
  if (longer && name.kind === "organization") return organization(scene, at, name.last);
  if (!found)
    return name?.kind === "organization" && name.first === at
      ? organization(scene, at, name.last)
      : undefined;
  const pronoun = pick(found, "pronoun");
  if (pronoun) {
    const draft = readPronoun(scene, at, pronoun);
    const owned = draft.rule === "pronoun:possessive" && isOffice(scene, at + 1, at);
    if (owned) return { drafts: [officeOf(scene, draft, at, at + 1), draft], last: at + 1 };
    return one(draft);
  }
  const state = pick(found, "state");
  if (state) {
    // "North America" and "Western Australia" are places of their own; "in French" is a language.
    if (name?.kind === "place" && name.last >= found.last && name.first < at)
      return { drafts: [], last: found.last };
    if (state.use === "adjective" && language(scene, at, found.last)) return { drafts: [], last: found.last };
    return readState(scene, at, found.last, state.code, state.use);
  }
  return undefined;
};

/** "HE noted that …": Gulf agencies call somebody so again. */
const isHe = ({ words }: Scene, at: number): boolean =>
  /^H[EH]$/.test(words[at]!.text) &&
  /^nsubj/.test(words[at]!.relation) &&
  /^VB[DPZ]$/.test(words[at + 1]?.xpos ?? "");

const he = { form: "pronoun", kind: "person", gender: "masculine", rule: "pronoun" } as const;

/** "A: We talk to them every day.": the label stands for whoever answers, as "I" does. */
const readAnswer = ({ words }: Scene, at: number): Read | undefined =>
  /^(?:A|ANSWER|Answer)$/.test(words[at]!.text) &&
  words[at - 1]?.sentence !== words[at]!.sentence &&
  words[at + 1]?.text === ":" &&
  words[at + 1]!.sentence === words[at]!.sentence
    ? one(draftMention(words, at, at, { form: "pronoun", kind: "person", person: 1, rule: "answer" }))
    : undefined;

/** "The two discussed trade", "the pair met": two without a noun, who act. */
const readTwo = (scene: Scene, at: number): Read | undefined => {
  const [two, next] = [scene.words[at + 1], scene.words[at + 2]];
  if (lower(scene, at, at) !== "the" || !/^(?:two|pair|duo)$/.test(lower(scene, at + 1, at)) || !two || !next)
    return undefined;
  if (!/^(?:nsubj|obj|iobj|obl)/.test(two.relation) || !/^(?:VERB|AUX|ADV)$/.test(next.upos))
    return undefined;
  return one(
    draftMention(scene.words, at, at + 1, {
      form: "title",
      kind: "group",
      plural: true,
      definite: true,
      count: 2,
      rule: "group",
    }),
  );
};

const numeral =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|(?:thir|four|fif|six|seven|eigh|nine)(?:teen|ty)|twenty|forty)$/i;

/** "Mexico and Canada" are two, even where the engine saw one name. */
const isPair = (scene: Scene, found: ReturnType<Scene["hit"]>): boolean => {
  if (!found || !/^(?:and|,|&)$/.test(lower(scene, found.last + 1, found.last))) return false;
  const known = (one: typeof found): boolean =>
    one.values.some((value) => value.kind === "state" || value.kind === "organization");
  const next = scene.hit(found.last + 2);
  return known(found) && next !== undefined && known(next);
};

const isState = (values: readonly Entry[] | undefined): boolean =>
  !!values?.some((value) => value.kind === "state" || value.kind === "pronoun");

/** "in French", "speaks Arabic": the language, where no noun follows. */
const language = (scene: Scene, at: number, last: number): boolean =>
  /^(?:in|into|speak|speaks|speaking|spoke|fluent|from|learn|learning|taught|write|writes|wrote)$/.test(
    lower(scene, at - 1, at),
  ) && !/^(?:NOUN|PROPN|ADJ)$/.test(scene.words[last + 1]?.upos ?? "");

const one = (draft: Draft): Read => ({ drafts: [draft], last: draft.last });

const person = (scene: Scene, at: number): Read | undefined => {
  const name = personNameAt(scene, at, false);
  if (!name) return undefined;
  const read = one(
    draftMention(scene.words, name.from, name.last, {
      form: "name",
      kind: "person",
      name: { start: scene.words[name.first]!.start, end: scene.words[name.last]!.end },
      gender: name.gender,
      rule: "name",
    }),
  );
  const government = governmentOf(scene, read.drafts[0]!);
  return government ? { drafts: [government, ...read.drafts], last: government.last } : read;
};

/** "the Trump administration", "Assad's government": a body that bears its leader's name. */
const governmentOf = (scene: Scene, leader: Draft): Draft | undefined => {
  const at = leader.last + 1 + (/^['\u2019]s$/.test(lower(scene, leader.last + 1, leader.first)) ? 1 : 0);
  const found = lower(scene, at, leader.first) === "" ? undefined : scene.hit(at);
  const generic = pick(found, "generic");
  if (at > leader.last + 1 && isOffice(scene, at, leader.first))
    return officeOf(scene, leader, leader.first, at);
  if (!found || generic?.name !== "government") return undefined;
  const from = lower(scene, leader.first - 1, leader.first) === "the" ? leader.first - 1 : leader.first;
  return draftMention(scene.words, from, found.last, {
    form: "title",
    kind: "organization",
    name: { start: scene.words[at]!.start, end: scene.words[found.last]!.end },
    gender: "neuter",
    sector: generic.sector,
    possessor: leader,
    rule: "body:government",
  });
};

const organization = (scene: Scene, at: number, last: number): Read => {
  const found = scene.hit(at);
  const known = found?.last === last ? found : undefined;
  const country = pick(found, "state")?.code;
  const body = pick(known, "body")?.body;
  return one(
    draftMention(scene.words, at, last, {
      form: "name",
      kind: "organization",
      name: { start: scene.words[at]!.start, end: scene.words[last]!.end },
      gender: "neuter",
      rule: "name",
      ...(country && { country }),
      ...(body && { sector: body.sector }),
    }),
  );
};

const readPronoun = (scene: Scene, at: number, entry: Extract<Entry, { kind: "pronoun" }>): Draft => {
  const { pronoun } = entry;
  return draftMention(scene.words, at, at, {
    form: "pronoun",
    kind: pronoun.gender === "neuter" ? "organization" : "person",
    gender: pronoun.gender,
    plural: pronoun.plural,
    person: pronoun.person,
    rule: `pronoun${pronoun.use === "" ? "" : `:${pronoun.use}`}`,
  });
};

const readState = (scene: Scene, at: number, last: number, code: string, use: StateUse): Read | undefined => {
  const seat = use === "seat";
  if ((seat || use === "capital") && !standsForState(scene, at, last, seat)) return { drafts: [], last };
  const people = use === "people" && scene.words[at]!.xpos !== "JJ" && scene.words[last]!.text.endsWith("s");
  return one(
    draftMention(scene.words, at, last, {
      form: use === "adjective" || use === "people" ? "demonym" : "name",
      kind: people ? "group" : "state",
      country: code,
      gender: people ? "unknown" : "neuter",
      plural: people,
      rule: `state-${people ? "people" : use === "people" ? "adjective" : use}`,
      ...(people && { sector: "CVL" }),
    }),
  );
};
