// Officials whose state the text leaves unsaid -> the state of those they stand beside: "Egypt's foreign ministry said …
// ministry spokesman Ahmed Hafez added", "North Korea answered. Vice Foreign Minister Kim Kye Gwan said …".
import type { Title } from "../../model/actor.ts";
import type { Cast, Entity } from "./entity.ts";

/** How many mentions back the ministry, the president or the state may stand. */
const memory = 24;
const served = /^(?:ministry|presidential|government|cabinet|palace|presidency)\b/;
const own = /^(?:ambassador|envoy|special envoy|official|spokesperson|diplomat|adviser|general)$/;
const relative = /^(?:counterpart|predecessor|successor|host|member)$/;

/** Gives a state to people of office who have none; whoever held an office before, or as another's counterpart, gets none. */
export const takeColleagues = (cast: Cast): void => {
  for (const entity of cast.entities) {
    const title = entity.titles[0];
    if (entity.kind !== "person" || entity.country || entity.person || entity.rule === "open") continue;
    const led = leadOf(cast, entity);
    if (led) entity.country = led;
    if (led || !title) continue;
    if (entity.titles.some((one) => one.of || one.modifier === "former" || relative.test(one.office)))
      continue;
    const country = sentFor(cast, title) ?? besideOf(cast, entity, title) ?? ownSide(cast, title);
    if (!country) continue;
    entity.country = country;
    entity.titles.splice(0, entity.titles.length, ...entity.titles.map((one) => ({ ...one, of: country })));
  }
};

/** "a trade mission headed by Nooruddin Azizi", "an EU delegation led by Commissioner Brunner": of the side of those whom he leads. */
const leadOf = ({ words, mentions, of }: Cast, entity: Entity): string | undefined => {
  for (const one of entity.mentions) {
    const { first } = mentions[one]!;
    const verb = words[first - 2];
    if (!/^by$/i.test(words[first - 1]?.text ?? "") || !verb || !/^(?:led|headed)$/i.test(verb.text))
      continue;
    const people = mentions.find(({ head, kind }) => head === verb.head && kind === "group");
    const country = people && of[people.index]?.[0]?.country;
    if (country) return country;
  }
  return undefined;
};

/** "The Special Envoy for Yemen" of a text that speaks of the United Nations or its Secretary-General is theirs. */
const sentFor = ({ document, mentions }: Cast, { group, start, end }: Title): string | undefined =>
  group === "envoy" &&
  / for /.test(document.text.slice(start, end)) &&
  mentions.some(
    ({ country, titles }) => country === "UN" || titles.some(({ office }) => office === "secretary-general"),
  )
    ? "UN"
    : undefined;

/** "Ambassador Hovenier" in a readout of his own side. */
const ownSide = (cast: Cast, { group, body }: Title): string | undefined =>
  own.test(group ?? "") && !body ? cast.document.side : undefined;

/** The ministry that a "ministry spokesman" is of, the president of a "presidential aide", the state that has just acted. */
const besideOf = (cast: Cast, entity: Entity, title: Title): string | undefined => {
  const first = cast.mentions[entity.mentions.reduce((a, b) => Math.min(a, b))];
  if (!first) return undefined;
  const words = title.words ?? title.office;
  if (title.body === "ministry" || /^(?:foreign )?ministry\b/.test(words))
    return lastOf(cast, first.index, (one) => /ministry|department/i.test(one.name));
  // "Volodymyr Zelenskyy came with First Lady Olena Zelenska"
  if (title.group === "first lady") return lastOf(cast, first.index, (one) => leads(one, "president"));
  if (served.test(words)) return lastOf(cast, first.index, (one) => leads(one, words) || isGovernment(one));
  const serves = /minister$|^(?:deputy|military|adviser|envoy|official|ambassador|diplomat)/.test(
    title.group ?? "",
  );
  return (
    (serves
      ? (placedIn(cast, first.first) ?? toldOf(cast, first.head) ?? reportedBy(cast, first.head))
      : undefined) ?? (/minister$/.test(title.group ?? "") ? justActed(cast, first.first) : undefined)
  );
};

/** "In Paris, Interior Minister Bruno Retailleau phoned …": of the state whose place opens the sentence. */
const placedIn = ({ words, mentions, of }: Cast, first: number): string | undefined => {
  const { sentence } = words[first]!;
  let start = first;
  while (words[start - 1]?.sentence === sentence) start -= 1;
  if (!/^in$/i.test(words[start]!.text) || first - start > 4 || words[first - 1]?.text !== ",")
    return undefined;
  const place = mentions.find((one) => one.first > start && one.last < first && one.first <= start + 2);
  const entity = place && of[place.index]?.[0];
  return entity?.kind === "state" ? entity.country : undefined;
};

/** "South Africa handed over a draft, Trade Minister Parks Tau said": a minister tells what his own state does. */
const toldOf = ({ words, mentions, of }: Cast, from: number): string | undefined => {
  const saying = words[words[from]!.head];
  if (!/^nsubj/.test(words[from]!.relation) || !saying || !tells.test(saying.lemma)) return undefined;
  const clause =
    saying.relation === "parataxis"
      ? words[saying.head]
      : saying.children.map((child) => words[child]!).find(({ relation }) => relation === "ccomp");
  const subject = clause?.children.find((child) => words[child]!.relation === "nsubj");
  const told = mentions.find(({ head }) => head === subject);
  const entity = told && of[told.index]?.[0];
  return entity?.kind === "state" && told!.form !== "pronoun" ? entity.country : undefined;
};

const tells = /^(?:say|tell|add|announce|confirm|report|state|note)$/;

/** "The Chinese spokesman said Vice Foreign Minister Deng Li had …": of the side of the official who tells of him. */
const reportedBy = ({ words, mentions, of }: Cast, from: number): string | undefined => {
  let at = words[from];
  for (let step = 0; at && step < 10; step += 1) {
    const saying = [words[at.head], ...at.children.map((child) => words[child])].find(
      (one) =>
        one?.upos === "VERB" &&
        tells.test(one.lemma) &&
        (one.index === at!.head ? at!.relation === "ccomp" : one.relation === "parataxis"),
    );
    const subject = saying?.children.find((child) => words[child]!.relation === "nsubj");
    const speaker = mentions.find(({ head }) => head === subject);
    const entity = speaker && of[speaker.index]?.[0];
    if (saying)
      return entity && (entity.titles.length > 0 || (isGovernment(entity) && at.head === saying.index))
        ? entity.country
        : undefined;
    at = words[at.head];
  }
  return undefined;
};

const isGovernment = ({ kind, sector }: Entity): boolean => kind === "organization" && sector === "GOV";

/** Whoever a presidential spokesman speaks for is a president. */
const leads = ({ kind, titles, person, offices }: Entity, words: string): boolean => {
  if (kind !== "person") return false;
  const held = [...titles.map(({ office }) => office), ...offices.map(({ title }) => title)];
  if (person === undefined && held.length === 0) return false;
  return held.some((office) =>
    (words.startsWith("president") ? /^president/ : /president|premier|prime/).test(office),
  );
};

const lastOf = (cast: Cast, from: number, fits: (one: Entity) => boolean): string | undefined => {
  for (let index = from - 1; index >= 0 && index > from - memory; index -= 1) {
    const found = cast.of[index]?.find((one) => one.country !== undefined && fits(one));
    if (found) return found.country;
  }
  return undefined;
};

/** The state that is the subject of the sentence before, in the same paragraph. */
const justActed = ({ sentences, words, mentions, of }: Cast, first: number): string | undefined => {
  const { sentence } = words[first]!;
  if (sentences[sentence - 1]?.paragraph !== sentences[sentence]?.paragraph) return undefined;
  const subject = mentions.find(
    ({ head }) => words[head]!.sentence === sentence - 1 && words[head]!.relation.startsWith("nsubj"),
  );
  const [entity] = (subject && of[subject.index]) ?? [];
  return entity?.kind === "state" ? entity.country : undefined;
};
