// Where a person's name stands after a title, and how far it goes.
import { unaccent } from "../../language/phrases.ts";
import type { Gender } from "../../model/actor.ts";
import { joined, pick, type Scene } from "./scene.ts";

export type PersonName = {
  /** First word of the honorific, or of the name where there is none. */
  readonly from: number;
  readonly first: number;
  readonly last: number;
  readonly gender: Gender;
};

const particles = new Set(
  "al el ul bin ibn bint von van der den de da di do dos das del della la le ter ten ben abu zu af av y e ou".split(
    " ",
  ),
);
const longestName = 8;

/** The name that starts at word `at`, honorifics before it included; `sure` where a title has just announced one. */
export const personNameAt = (scene: Scene, at: number, sure: boolean): PersonName | undefined => {
  const name = nameFrom(scene, at, sure);
  if (name?.gender !== "unknown") return name;
  const gender =
    name.first === name.last
      ? undefined
      : scene.language.firstNames.get(unaccent(scene.words[name.first]!.text));
  return gender ? { ...name, gender } : name;
};

/** "Zelensky mardi à Kiev": words in small letters that no name has end it. */
const lastNamed = ({ words }: Scene, first: number, last: number): number => {
  for (let at = first + 1; at <= last; at += 1) {
    const { text, start } = words[at]!;
    const loose = words[at - 1]!.end < start;
    if (
      loose &&
      /^\p{Ll}[\p{L}’']*$/u.test(text) &&
      !particles.has(text) &&
      !/^(?:o[uğ]l|ag$|i$|und$)/.test(text)
    )
      return at - 1;
  }
  return last;
};

const nameFrom = (scene: Scene, at: number, sure: boolean): PersonName | undefined => {
  let first = at;
  let gender: Gender = "unknown";
  let honored = false;
  for (let honorific = pick(scene.hit(first), "honorific"); honorific && !isGiven(scene, first); ) {
    gender = gender === "unknown" ? honorific.gender : gender;
    const last = scene.hit(first)!.last;
    if (!joined(scene, last)) return undefined;
    first = last + 1;
    honored = true;
    honorific = pick(scene.hit(first), "honorific");
  }
  const name = scene.name(first);
  const title = pick(scene.hit(first), "honorific") && !isGiven(scene, first) ? scene.hit(first)!.last : -1;
  if (name?.kind === "person" && title >= first && title < name.last) first = title + 1;
  if (name?.kind === "person" && name.last >= first) {
    if (name.first < first || honored || name.first === first)
      return { from: at, first, last: extend(scene, lastNamed(scene, first, name.last)), gender };
  }
  const known = pick(scene.hit(first), "person");
  if (known && (known.whole || sure || honored || lone(scene, first, scene.hit(first)!.last)))
    return {
      from: at,
      first,
      last: extend(scene, scene.hit(first)!.last),
      gender: gender === "unknown" ? known.gender : gender,
    };
  if (!name || (name.kind !== "place" && name.first === name.last)) {
    const given = scene.words[first]!;
    const alone =
      given.upos === "PROPN" && scene.language.firstNames.has(given.text) && !blocked(scene, first);
    if (alone && !properBeside(scene, first)) return { from: at, first, last: first, gender };
  }
  if (!sure && !honored) return undefined;
  if (name && name.kind !== "other" && name.kind !== "person" && blocked(scene, first)) return undefined;
  const last = runEnd(scene, first);
  return last === undefined ? undefined : { from: at, first, last, gender };
};

/** "Don told Betty": what is an honorific elsewhere is a name where no name follows. */
const isGiven = (scene: Scene, at: number): boolean => {
  const name = scene.name(at);
  return name?.kind === "person" && name.first === at && name.last === at && !properBeside(scene, at);
};

/** A family name of the register by itself: no other name beside it, and no capital that a sentence's start would give. */
const lone = (scene: Scene, first: number, last: number): boolean =>
  (!scene.name(first) || isPlaceThatActs(scene, first, last)) &&
  scene.words[first]!.upos === "PROPN" &&
  !properBeside(scene, first, last);

/** "Tusk met Orpo": a firm or body of the same name meets and rings nobody. */
const isMet = ({ words }: Scene, at: number): boolean => {
  const { relation, head } = words[at]!;
  return (
    /^(?:nsubj|obj)$/.test(relation) &&
    /^(?:meet|call|phone|telephone|receive|host|visit|speak|talk|confer|dine)$/.test(words[head]?.lemma ?? "")
  );
};

const speaking =
  /^(?:speak|talk|say|stress|write|explain|underline|emphasi[sz]e|convey|reply|respond|complain|apologi[sz]e)$/;

/** "Lula met Maduro", "in a call with Sharif": what the names layer takes for a place that no table knows acts or is met. */
const isPlaceThatActs = (scene: Scene, first: number, last: number): boolean => {
  const name = scene.name(first)!;
  const { relation, text } = scene.words[first]!;
  if (name.first !== first || name.last !== last) return false;
  if (name.kind !== "place" && !(name.kind === "organization" && isMet(scene, first))) return false;
  if (blocked(scene, first) || scene.language.towns.has(text.toLowerCase())) return false;
  const before = scene.words[first - 1]?.text ?? "";
  const told = /^to$/i.test(before) && speaking.test(scene.words[scene.words[first]!.head]?.lemma ?? "");
  return told || /^(?:nsubj|obj|iobj|nmod:poss)/.test(relation) || /^(?:with|by)$/i.test(before);
};

const properBeside = (scene: Scene, first: number, last = first): boolean => {
  const proper = (at: number): boolean =>
    scene.words[at]?.sentence === scene.words[first]!.sentence && scene.words[at]!.upos === "PROPN";
  return proper(first - 1) || proper(last + 1);
};

/** A names-layer span may stop before "III", "Jr." or a hyphenated half. */
const extend = (scene: Scene, last: number): number => {
  let end = last;
  if (hyphenated(scene, end)) end += 2;
  if (joined(scene, end) && /^(?:[IVX]{1,4}|Jr\.?|Sr\.?)$/.test(scene.words[end + 1]!.text)) end += 1;
  return end;
};

const hyphenated = (scene: Scene, at: number): boolean => {
  const [here, dash, next] = [scene.words[at], scene.words[at + 1], scene.words[at + 2]];
  return (
    !!here &&
    !!dash &&
    !!next &&
    dash.text === "-" &&
    here.end === dash.start &&
    dash.end === next.start &&
    /^\p{L}/u.test(next.text) &&
    // "The Trump-Zelensky meeting": another person, whom the names layer has told apart.
    scene.name(next.index)?.first !== next.index
  );
};

const capital = /^\p{Lu}(?:[\p{L}\p{M}'\u2019\u02bc-]*\.?|(?:\.\p{Lu})+\.?)$/u;

/** True where the word is taken by the lexicon: a state, an office, a body. */
const blocked = (scene: Scene, at: number): boolean => {
  const found = scene.hit(at);
  return !!found?.values.some((value) =>
    ["state", "organization", "body", "office", "generic", "pronoun"].includes(value.kind),
  );
};

const runEnd = (scene: Scene, first: number): number | undefined => {
  let last: number | undefined;
  for (let at = first; at < first + longestName && at < scene.words.length; at++) {
    const word = scene.words[at]!;
    if (word.sentence !== scene.words[first]!.sentence) break;
    const particle = particles.has(word.text.toLowerCase()) && joined(scene, at);
    if (capital.test(word.text) && !(at === first ? blocked(scene, at) : stop(scene, at))) {
      last = at;
      if (hyphenated(scene, at)) {
        at += 1;
        last = at + 1;
      }
      continue;
    }
    const next = scene.words[at + 1];
    if (particle && next && (capital.test(next.text) || particles.has(next.text.toLowerCase()))) continue;
    if (particle && hyphenated(scene, at)) {
      at += 1;
      continue;
    }
    break;
  }
  return last;
};

/** Inside a run only what can't belong to a name stops it; "Georgia Meloni" and "Jordan" may. */
const stop = (scene: Scene, at: number): boolean => {
  const found = scene.hit(at);
  return !!found?.values.some(
    (value) =>
      value.kind === "office" ||
      value.kind === "pronoun" ||
      value.kind === "organization" ||
      (value.kind === "state" && value.use === "adjective"),
  );
};
