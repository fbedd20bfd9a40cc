// A noun phrase of the office grammar and the name after it -> mentions: the holder, and the states and owners inside.
import type { Gender } from "../../model/actor.ts";
import { type Draft, draftMention } from "./draft.ts";
import type { Nominal } from "./nominal.ts";
import { officeAfter } from "./office-of.ts";
import { type PersonName, personNameAt } from "./person-name.ts";
import { joined, lower, pick, type Scene } from "./scene.ts";
import { genderOf, ownerCode, textOf, titlesOf } from "./title.ts";
import { isAlone } from "./title-alone.ts";
import { nominalAt } from "./whole-nominal.ts";

export type Read = { readonly drafts: Draft[]; readonly last: number };

/** Reads a phrase that starts at word `at`; undefined where none does. */
export const readPhrase = (scene: Scene, at: number, before: readonly Draft[]): Read | undefined => {
  if (!mayStart(scene, at)) return undefined;
  const honored = honorificsAt(scene, at);
  if (honored > at) {
    // "HRH Princess Reema": the honorific belongs to the office and the name after it.
    const read = readPhrase(scene, honored, before);
    const draft = read?.drafts[0];
    if (draft?.kind !== "person" || draft.titles.length === 0 || draft.first !== honored) return undefined;
    draft.first = at;
    draft.start = scene.words[at]!.start;
    return read;
  }
  const nominal = nominalAt(scene, at);
  if (!nominal || longerName(scene, at, nominal)) return undefined;
  const head = nominal.heads[0]!;
  const inner = innerMentions(scene, nominal, before);
  const possessor = inner.find((one) => one.rule === "possessor") ?? ownerBefore(scene, nominal, before);
  const made =
    head.kind === "office"
      ? readOffice(scene, nominal, before.at(-1))
      : head.kind === "group"
        ? readGroup(scene, nominal)
        : head.kind === "noun"
          ? readNoun(scene, nominal, head)
          : readBody(scene, nominal);
  if (!made) return undefined;
  if (possessor) for (const draft of made.drafts) draft.possessor = possessor;
  else if (unowned(scene, nominal)) for (const draft of made.drafts) draft.definite = false;
  return { drafts: [...made.drafts, ...inner], last: made.last };
};

/** The word after the honorifics in capitals that stand at a word. */
const honorificsAt = (scene: Scene, from: number): number => {
  let at = from;
  while (
    /^(?:H\.?R\.?H|H\.?H|H\.?M|H\.?S\.?H|H\.?E)\.?$/.test(scene.words[at]?.text ?? "") &&
    joined(scene, at)
  )
    at += 1;
  return at;
};

const mayStart = (scene: Scene, at: number): boolean =>
  (scene.hit(at) !== undefined && !isInfinitive(scene, at)) ||
  /^(?:the|a|an|this|that|these|those|another|both|two|three|'s|\u2019s|whose)$/i.test(scene.words[at]!.text);

/** "will host Keir Starmer": a verb, no presenter. */
const isInfinitive = ({ words }: Scene, at: number): boolean =>
  words[at]!.upos === "VERB" &&
  words[at]!.xpos === "VB" &&
  (words[at - 1]?.text.toLowerCase() === "to" || words[at - 1]?.xpos === "MD");

/** A name that starts here and goes further than the phrase is a name ("Defense News", "Jordan King Smith"). */
const longerName = (scene: Scene, at: number, nominal: Nominal): boolean => {
  const name = scene.name(at);
  if (!name || name.first !== at) return false;
  if (name.kind === "person") return nominal.heads[0]!.kind !== "office" && name.last >= nominal.last;
  return name.kind === "organization" && name.last > nominal.last;
};

const readOffice = (scene: Scene, nominal: Nominal, before: Draft | undefined): Read | undefined => {
  const titles = titlesOf(scene, nominal);
  const office = nominal.heads.find((one) => one.kind === "office")!;
  const plural = office.kind === "office" && office.office.plural;
  if (plural) return readOffices(scene, nominal);
  const name = joined(scene, nominal.last) ? nameAfter(scene, nominal) : undefined;
  const own = ownerCode(nominal) ?? titles[0]?.of;
  const after = name && own === undefined ? polityAfter(scene, name.last) : undefined;
  const country = own ?? after;
  const sector = titles[0]?.sector;
  const said = {
    titles: after ? titles.map((title) => ({ ...title, of: after })) : titles,
    ...(country && { country }),
    ...(sector && { sector }),
  };
  if (name) {
    const gender = name.gender === "unknown" ? genderOf(nominal) : name.gender;
    const draft = draftMention(scene.words, nominal.first, name.last, {
      form: "name",
      kind: "person",
      name: spanOf(scene, name),
      gender,
      rule: "title-name",
      ...said,
    });
    const speaks = officeAfter(scene, draft);
    return speaks ? { drafts: [speaks, draft], last: speaks.last } : { drafts: [draft], last: name.last };
  }
  if (!isAlone(scene, nominal, before)) return undefined;
  const draft = draftMention(scene.words, nominal.first, nominal.last, {
    form: "title",
    kind: "person",
    gender: genderOf(nominal),
    definite: nominal.determiner !== "a",
    rule: "title",
    ...said,
  });
  const beside = nameBeside(scene, nominal);
  return { drafts: beside ? [draft, beside] : [draft], last: beside?.last ?? nominal.last };
};

/** "Turkey's ambassador to Chile, Ada Kaya, said": two capitalized words between commas that the engine saw no name in. */
const nameBeside = (scene: Scene, { determiner, polities, last }: Nominal): Draft | undefined => {
  const at = last + 2;
  if (lower(scene, last + 1, last) !== "," || lower(scene, at, last) === "" || scene.name(at))
    return undefined;
  if (determiner === "a" || polities.length === 0) return undefined;
  const name = personNameAt(scene, at, true);
  if (!name || name.last === name.first || name.last - name.first > 3) return undefined;
  if (!/^[,.;]?$/.test(lower(scene, name.last + 1, last))) return undefined;
  return draftMention(scene.words, name.from, name.last, {
    form: "name",
    kind: "person",
    name: spanOf(scene, name),
    gender: name.gender,
    rule: "name",
  });
};

/** "his wife Ann Lee", "a witness": people without an office, who stand where a pronoun could mean them. */
const readNoun = (
  scene: Scene,
  nominal: Nominal,
  { gender, sector }: { readonly gender: Gender; readonly sector: string },
): Read | undefined => {
  if (nominal.number !== undefined) return undefined;
  const name = joined(scene, nominal.last) ? nameAfter(scene, nominal) : undefined;
  const country = ownerCode(nominal);
  if (!name && nominal.determiner === "" && !country) return undefined;
  const draft = draftMention(scene.words, nominal.first, name?.last ?? nominal.last, {
    form: name ? "name" : "title",
    kind: "person",
    ...(name && { name: spanOf(scene, name) }),
    gender: gender !== "unknown" ? gender : (name?.gender ?? "unknown"),
    definite: nominal.determiner !== "a",
    ...(country && { country }),
    ...(sector && { sector }),
    rule: "noun",
  });
  return { drafts: [draft], last: draft.last };
};

const spanOf = (scene: Scene, name: PersonName) => ({
  start: scene.words[name.first]!.start,
  end: scene.words[name.last]!.end,
});

const nameAfter = (scene: Scene, nominal: Nominal): PersonName | undefined => {
  const at = nominal.last + 1;
  const name = personNameAt(scene, at, true);
  if (!name) return undefined;
  // After "president of X" or a title in small letters a name must look like one: two words, or one the engine knows.
  const office = nominal.heads.at(-1)!;
  const small = /^\p{Ll}/u.test(scene.words[office.first]!.text);
  const far = office.last < nominal.last;
  if ((small || far) && name.last === name.first && scene.name(name.first)?.kind !== "person")
    return undefined;
  return name;
};

/** "Foreign Minister Jan Novak of Austria": the state that follows title and name. */
const polityAfter = (scene: Scene, last: number): string | undefined => {
  if (lower(scene, last + 1, last) !== "of") return undefined;
  const at = last + 2 + (lower(scene, last + 2, last) === "the" ? 1 : 0);
  if (lower(scene, at, last) === "") return undefined;
  const found = scene.hit(at);
  const state = pick(found, "state");
  return state?.use === "name" ? state.code : pick(found, "organization")?.code;
};

/** "the North's leader": an owner that is no mention leaves it open whose office it is. */
const unowned = (scene: Scene, { possessor, polities }: Nominal): boolean =>
  possessor !== undefined && polities.length === 0 && /^['\u2019]s?$/.test(scene.words[possessor]!.text);

/** "Presidents Putin and Xi", "the French and German foreign ministers", "the two leaders". */
const readOffices = (scene: Scene, nominal: Nominal): Read | undefined => {
  const titles = titlesOf(scene, nominal);
  const drafts: Draft[] = [];
  let last = nominal.last;
  for (let at = nominal.last + 1; joined(scene, last) && drafts.length < 6; ) {
    const name = personNameAt(scene, at, drafts.length === 0 || scene.name(at)?.kind === "person");
    if (!name) break;
    drafts.push(
      draftMention(scene.words, drafts.length === 0 ? nominal.first : name.from, name.last, {
        form: "name",
        kind: "person",
        name: spanOf(scene, name),
        titles,
        gender: genderOf(nominal),
        ...(ownerCode(nominal) && { country: ownerCode(nominal)! }),
        rule: "titles-name",
      }),
    );
    last = name.last;
    const link = lower(scene, last + 1, nominal.first);
    if (link !== "and" && link !== ",") break;
    at = last + 2 + (link === "," && lower(scene, last + 2, nominal.first) === "and" ? 1 : 0);
    if (lower(scene, at, nominal.first) === "") break;
  }
  return drafts.length > 0 ? { drafts, last } : readGroup(scene, nominal);
};

const readGroup = (scene: Scene, nominal: Nominal): Read | undefined => {
  const head = nominal.heads[0]!;
  const states = [...new Set(nominal.polities.map((one) => one.code))];
  const country = ownerCode(nominal);
  const count = pairCount(scene, nominal);
  const bare = !country && count === undefined && nominal.determiner !== "the";
  const text = scene.words[head.last]!.text;
  if (bare && nominal.determiner !== "possessive" && !/(?:s|men|people|police)$/i.test(text))
    return undefined;
  const own = head.kind === "office" ? head.office.sector : "sector" in head ? head.sector : "";
  const sector = nominal.opposition && /^(?:GOV|PTY|CVL|LEG)?$/.test(own) ? "OPP" : own;
  const draft = draftMention(scene.words, nominal.first, nominal.last, {
    form: "title",
    kind: "group",
    titles: titlesOf(scene, nominal),
    plural: true,
    definite: nominal.determiner === "the" || nominal.determiner === "possessive" || count === 2,
    rule: "group",
    ...(country && { country }),
    ...(states.length > 1 && { countries: states }),
    ...(sector && { sector }),
    ...(count !== undefined && { count }),
  });
  return { drafts: [draft], last: nominal.last };
};

const pairCount = (_scene: Scene, nominal: Nominal): number | undefined => {
  const head = nominal.heads[0]!;
  if (nominal.number === undefined) return undefined;
  if (head.kind === "office") return nominal.number;
  return head.kind === "group" && head.pair ? nominal.number : undefined;
};

const readBody = (scene: Scene, nominal: Nominal): Read | undefined => {
  const head = nominal.heads[0]!;
  // "French and Egyptian warships" are two forces.
  if (head.kind === "generic" && scene.words[head.last]!.text.endsWith("s") && nominal.polities.length > 1)
    return readGroup(scene, nominal);
  const country = ownerCode(nominal);
  const text = textOf(scene, head.first, head.last);
  let sector = "GOV";
  if (head.kind === "generic") {
    sector = head.sector;
    const named = /^\p{Lu}/u.test(text) && nominal.first === head.first;
    const owned = country !== undefined || nominal.determiner === "possessive";
    if (!owned && !(head.alone && (nominal.determiner === "the" || named))) return undefined;
    // "the agency", but not "the military agency".
    if (head.name === "outlet" && nominal.last > nominal.first + 1) return undefined;
    if (nominal.determiner === "a" && !country) return undefined;
    if (head.name === "side" && !isSide(nominal, text)) return undefined;
    if (head.name === "government" && isQuality(scene, nominal, head)) return undefined;
  } else if (nominal.determiner === "a") return undefined;
  else if (head.kind === "body") sector = head.body.sector;
  else if (head.kind === "organization") sector = "IGO";
  const draft = draftMention(scene.words, nominal.first, nominal.last, {
    form: head.kind === "generic" ? "title" : "name",
    kind: "organization",
    name: { start: scene.words[head.first]!.start, end: scene.words[nominal.last]!.end },
    gender: "neuter",
    sector,
    definite: nominal.determiner !== "a",
    rule: head.kind === "generic" ? `body:${head.name}` : head.kind,
    ...(country && { country }),
  });
  return { drafts: [draft], last: nominal.last };
};

/** "The current state of relations", "Kenya's leadership of the mission": what is so or done, and nobody. */
const isQuality = (scene: Scene, nominal: Nominal, { first, last }: Nominal["heads"][number]): boolean => {
  const word = lower(scene, last, last);
  const described = first > nominal.first + (nominal.determiner === "" ? 0 : 1);
  if (word === "state" && lower(scene, last + 1, last) === "of")
    return nominal.last === last || nominal.polities.length !== 1 || described;
  return /^(?:leadership|presidency|executive|state)$/.test(word)
    ? nominal.last === last && /^(?:of|in|on|during)$/.test(lower(scene, last + 1, last))
    : false;
};

/** "The French side", "our side", "his country"; no other country is a side. */
const isSide = (nominal: Nominal, text: string): boolean =>
  nominal.polities.length === (nominal.determiner === "possessive" ? 0 : 1) &&
  (nominal.determiner === "possessive" || text === "side");

/** The states and the owner inside a phrase are mentions of their own. */
const innerMentions = (scene: Scene, nominal: Nominal, _before: readonly Draft[]): Draft[] => {
  const drafts: Draft[] = [];
  if (nominal.possessor !== undefined) {
    const pronoun = pick(scene.hit(nominal.possessor), "pronoun")?.pronoun;
    if (pronoun)
      drafts.push(
        draftMention(scene.words, nominal.possessor, nominal.possessor, {
          form: "pronoun",
          kind: pronoun.gender === "neuter" ? "organization" : "person",
          gender: pronoun.gender,
          plural: pronoun.plural,
          person: pronoun.person,
          rule: "possessor",
        }),
      );
  }
  for (const polity of [...nominal.polities, ...(nominal.matters ?? [])]) {
    const state = polity.use !== "organization";
    drafts.push(
      draftMention(scene.words, polity.first, polity.last, {
        form: polity.use === "adjective" || polity.use === "people" ? "demonym" : "name",
        kind: state ? "state" : "organization",
        country: polity.code,
        gender: "neuter",
        rule: state ? `state-${polity.use}` : "organization",
      }),
    );
  }
  const body = nominal.body;
  if (body?.kind === "body" || body?.kind === "organization")
    drafts.push(
      draftMention(scene.words, body.first, body.last, {
        form: "name",
        kind: "organization",
        gender: "neuter",
        name: { start: scene.words[body.first]!.start, end: scene.words[body.last]!.end },
        ...(body.kind === "body" ? { sector: body.body.sector } : { sector: "IGO" }),
        ...countryOf(body, nominal),
        rule: body.kind,
      }),
    );
  return drafts;
};

const countryOf = (body: NonNullable<Nominal["body"]>, nominal: Nominal): { country?: string } => {
  const code =
    body.kind === "organization"
      ? body.code
      : (nominal.polities[0]?.code ?? (body.kind === "body" ? body.body.country : undefined));
  return code ? { country: code } : {};
};

/** The mention before "'s", where the phrase starts with it. */
const ownerBefore = (scene: Scene, nominal: Nominal, before: readonly Draft[]): Draft | undefined => {
  if (nominal.possessor === undefined) return undefined;
  for (let index = before.length - 1; index >= 0 && index >= before.length - 4; index--)
    if (before[index]!.last === nominal.possessor - 1 && scene.words[nominal.possessor]!.text.endsWith("s"))
      return before[index];
  return undefined;
};
