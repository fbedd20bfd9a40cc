// A noun phrase read up to its head -> the whole phrase: with its owner, its portfolio, a second office, "-elect".
import { coreAt, type Draft, type Head, headOf, type Nominal, polityOf, takeLoose } from "./nominal.ts";
import { joined, lower, pick, type Scene } from "./scene.ts";

/** The phrase that starts at word `at`, without a name that may follow it. What may follow its head: "-elect", "of the Czech Republic", "for the State Department", "and Defense Minister". */
export const nominalAt = (scene: Scene, at: number): Nominal | undefined => {
  const core = coreAt(scene, at);
  return core && finish(scene, core);
};

const finish = (scene: Scene, nominal: Nominal): Nominal => {
  let result = nominal;
  const elect = electAfter(scene, result.last);
  if (elect) result = { ...result, last: elect.last, modifier: elect.modifier };
  const more = officeAfter(scene, result);
  if (more) result = { ...result, last: more.last, heads: [...result.heads, more] };
  return ownerAfter(scene, result);
};

const electAfter = (scene: Scene, last: number): { last: number; modifier: string } | undefined => {
  const dash = lower(scene, last + 1, last) === "-" ? 1 : 0;
  const word = lower(scene, last + 1 + dash, last);
  const modifier = {
    elect: "elect",
    designate: "designate",
    nominee: "designate",
    "in-waiting": "designate",
  }[word];
  return modifier ? { last: last + 1 + dash, modifier } : undefined;
};

const officeAfter = (scene: Scene, nominal: Nominal): Head | undefined => {
  const head = nominal.heads.at(-1)!;
  if (nominal.determiner === "the" && nominal.polities.length === 0) return undefined;
  if (head.kind !== "office" || head.office.plural || lower(scene, nominal.last + 1, head.first) !== "and")
    return undefined;
  const found = scene.hit(nominal.last + 2);
  const office = pick(found, "office");
  if (!found || !office || office.office.plural || lower(scene, nominal.last + 2, head.first) === "")
    return undefined;
  // "the president and prime minister" are two people unless a name follows at once.
  const next = scene.words[found.last + 1];
  if (!next || !joined(scene, found.last)) return undefined;
  const titled =
    nominal.determiner === "" && /^\p{Lu}/u.test(scene.words[found.last]!.text) && /^[,.;]$/.test(next.text);
  if (!titled && !/^\p{Lu}/u.test(next.text)) return undefined;
  return { kind: "office", office: office.office, first: nominal.last + 2, last: found.last };
};

/** "met the Qatari mediator on Tuesday": a day is no portfolio. */
const time =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

const withPortfolio =
  /^(?:minister|deputy minister|deputy foreign minister|envoy|commissioner|adviser|(?:deputy )?secretary-general)$/;

/** "Under Secretary for Political Affairs", "Special Envoy for the Sahel": capitals up to a name, a comma or a small word. */
const portfolioAfter = (scene: Scene, nominal: Nominal, preposition: string): Nominal => {
  const head = nominal.heads.at(-1)!;
  if (
    head.kind !== "office" ||
    !withPortfolio.test(head.office.group) ||
    !/^(?:of|for|on)$/.test(preposition)
  )
    return nominal;
  let last = -1;
  for (let at = nominal.last + 2; at < nominal.last + 11 && lower(scene, at, nominal.first) !== ""; at++) {
    const name = scene.name(at);
    if (name?.kind === "person" && name.first === at && last >= 0) break;
    // "The Spokesperson for the Secretary-General on the Secretary-General's meeting"
    if (last < 0 && pick(scene.hit(at), "office")) break;
    const { text } = scene.words[at]!;
    if (time.test(text)) break;
    if (/^\p{Lu}/u.test(text)) last = at;
    else if (!/^(?:the|of|and|for|to|&)$/.test(text)) break;
  }
  return last < 0 ? nominal : { ...nominal, last };
};

const owners = /^(?:of|for|on|at|from|with|to)$/;
/** "rebels in Darfur" belong there; troops in a country may be anyone's. */
const rooted = /^(?:REB|OPP|COP|CVL|REF|GOV|LEG|AGR|LAB|EDU)$/;

/** "met the rebels in Doha": no rebels are at home in a capital. */
const isCapital = (scene: Scene, at: number): boolean => pick(scene.hit(at), "state")?.use === "capital";

/** Whoever serves a person serves that person's side: "an adviser to the Ukrainian president". */
const serving = /^(?:adviser|spokesperson|envoy|chief of staff|official|first lady|director)$/;

/** "the head of the UN agency for refugees": the noun that the name stands before is the owner. */
const isOthers = ({ words }: Scene, last: number, { polities }: Draft): boolean => {
  const owner = polities.at(-1);
  const next = words[last + 1];
  return (
    owner?.last === last &&
    /^(?:organization|adjective)$/.test(owner.use) &&
    next?.sentence === words[last]!.sentence &&
    next.upos === "NOUN" &&
    /^\p{Ll}/u.test(next.text)
  );
};

const ownerAfter = (scene: Scene, nominal: Nominal): Nominal => {
  const preposition = lower(scene, nominal.last + 1, nominal.first);
  const office = nominal.heads.at(-1)!;
  const local =
    preposition === "in" &&
    nominal.polities.length === 0 &&
    (office.kind === "group" || office.kind === "generic") &&
    rooted.test(office.sector) &&
    !(office.sector === "REB" && isCapital(scene, nominal.last + 2));
  if (!owners.test(preposition) && !local) return nominal;
  if (office.kind === "organization" || office.kind === "body") return nominal;
  // "a delegation from Ankara"
  const sentFrom = preposition === "from" && office.kind === "group" && office.sector !== "REF";
  if (preposition !== "of" && !local && !sentFrom && office.kind !== "office") return nominal;
  let at = nominal.last + 2;
  if (lower(scene, at, nominal.first) === "the") at += 1;
  // "The Personal Envoy of the Secretary-General for Western Sahara"
  const chief = scene.hit(at);
  if (preposition === "of" && pick(chief, "office")?.office.office === "secretary-general")
    return ownerAfter(scene, { ...nominal, last: chief!.last, of: nominal.of ?? "UN" });
  const draft: Draft = { first: at, last: at, determiner: "", polities: [], heads: [] };
  let last = -1;
  for (let count = 0; count < 10 && lower(scene, at, nominal.first) !== ""; count++) {
    const found = scene.hit(at);
    const polity = found && polityOf(found.values, at, found.last);
    const head = found && headOf(found.values, at, found.last);
    if (polity && polity.use !== "people") draft.polities.push(polity);
    // "the head of the military agency" heads no news agency.
    else if (head?.kind === "body" || (head?.kind === "generic" && head.name !== "outlet"))
      draft.heads.push(head);
    else {
      const step = last >= 0 ? takeLoose(scene, at, lower(scene, at, nominal.first), draft) : undefined;
      if (step === undefined) break;
      at = step;
      continue;
    }
    last = found!.last;
    at = last + 1;
  }
  // "a delegation from the Syrian opposition" is read no further than its noun.
  if (sentFrom && draft.heads.length === 0 && /^(?:adjective|people)$/.test(draft.polities.at(-1)?.use ?? ""))
    return nominal;
  if (last < 0) return portfolioAfter(scene, nominal, preposition);
  if (isOthers(scene, last, draft)) return nominal;
  // "the spokesman for Russia's foreign minister": the owner is a person, who is read on its own.
  const after = scene.hit(last + 1);
  if (joined(scene, last) && pick(after, "office") && draft.polities.at(-1)?.use !== "name")
    return serving.test(office.kind === "office" ? office.office.group : "")
      ? { ...nominal, polities: [...nominal.polities, ...draft.polities] }
      : nominal;
  // "the deputy chief of Israel's militia ally" is the ally's; whoever speaks for it is still of that side.
  if (/^['\u2019]s?$/.test(lower(scene, last + 1, nominal.first)))
    return /^(?:spokesperson|adviser|envoy)$/.test(office.kind === "office" ? office.office.group : "")
      ? { ...nominal, polities: [...nominal.polities, ...draft.polities] }
      : nominal;
  const body = draft.heads.at(-1);
  if (preposition === "to" || preposition === "with")
    return office.kind === "office" && preposition === "to"
      ? { ...nominal, last, matters: draft.polities }
      : nominal;
  // "The special envoy for Yemen" is no Yemeni.
  const sent =
    office.kind === "office" && office.office.group === "envoy" && !/^(?:of|from)$/.test(preposition);
  if (sent && !body) return { ...nominal, last, matters: draft.polities };
  const whole = {
    ...nominal,
    last,
    polities: [...nominal.polities, ...draft.polities],
    ...(body && !nominal.body ? { body } : {}),
  };
  // "Ambassador of Cuba to Russia Julio Garmendia"
  const posted = office.kind === "office" && office.office.group === "ambassador" && preposition === "of";
  return posted && lower(scene, last + 1, nominal.first) === "to" ? ownerAfter(scene, whole) : whole;
};
