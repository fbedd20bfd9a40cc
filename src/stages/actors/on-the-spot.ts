// A bare office of somebody who is met where the text has got to -> the state whose office it is: "Lavrov arrived in Doha
// and was received by [the Emir]", "Blinken met [the president] in Beirut".
import { doerOf } from "../../clause/arguments.ts";
import type { Mention, Title } from "../../model/actor.ts";
import type { Word } from "../../model/token.ts";
import { bareText, type Cast, type Entity } from "./entity.ts";
import { holds } from "./office-holders.ts";

/** How many sentences back the place may stand. */
const memory = 2;
const offices = /^(?:head|deputy head|monarch|minister|security adviser|.* minister)$/;
const receives = /^(?:receive|host|welcome|greet)$/;
const meets = /^(?:meet|see|confer|talk|speak|sit|dine|lunch|huddle|consult|call|visit)$/;
const talks =
  /^(?:talk|meeting|conversation|dinner|lunch|breakfast|discussion|consultation|session|audience)$/;
/** Where many come together, whoever is met there may be anyone's. */
const neutral = /^(?:Geneva|Vienna|New York|Brussels|Davos|Munich|The Hague|Strasbourg)$/;

/** "[The visiting minister] paid a call": of two who hold such an office, the one in whose capital the text does not play. */
export const visitorBefore = (cast: Cast, mention: Mention, title: Title): Entity | undefined => {
  if (!/^visiting /i.test(bareText(cast, mention))) return undefined;
  const { mentions, of } = cast;
  const capitals = mentions.filter(({ rule, index }) => rule === "state-capital" && index < mention.index);
  const home = new Set(capitals.flatMap(({ index }) => of[index]?.map(({ country }) => country) ?? []));
  const holding = cast.entities.filter(
    (one) =>
      one.kind === "person" &&
      one.mentions.some((index) => index < mention.index) &&
      !home.has(one.country) &&
      holds(cast, one, title),
  );
  return holding.length === 1 ? holding[0] : undefined;
};

/** A verb of meeting, and the argument of it that the mention is or stands in. */
type Met = { readonly verb: number; readonly top: number };

/** The title with the state of the place; undefined where nobody is met, or no place or one of both sides is named. */
export const onTheSpot = (cast: Cast, mention: Mention, title: Title): Title | undefined => {
  if (title.of || title.body || title.modifier || !offices.test(title.group ?? "")) return undefined;
  const met = meetingOf(cast.words, mention);
  // In a house's own account who acts is its own.
  if (!met || (cast.document.side !== undefined && isSubject(cast, mention))) return undefined;
  const of = placeAfter(cast, mention) ?? placeBefore(cast, mention);
  return of && !isAtHome(cast, met, of) ? { ...title, of } : undefined;
};

/** "to the Syrian capital, where he will meet [the new authorities]": the state of a government that the words give none. */
export const placeGovernments = (cast: Cast): void => {
  for (const entity of cast.entities) {
    if (entity.rule !== "body:government" || entity.country || cast.document.side) continue;
    const first = cast.mentions[Math.min(...entity.mentions)];
    if (!first || first.possessor !== undefined) continue;
    if (!meetingOf(cast.words, first)) continue;
    const country = placeAfter(cast, first) ?? placeBefore(cast, first);
    if (country) entity.country = country;
  }
};

/** "I am pleased to welcome the Secretary to Ljubljana": who receives somebody in an office that is nobody's yet is at home. */
export const placeHosts = (cast: Cast): void => {
  const { words, mentions, of } = cast;
  for (const verb of words) {
    if (verb.upos !== "VERB" || !receives.test(verb.lemma)) continue;
    const subject = doerOf(words, verb.index);
    const mention = subject === undefined ? undefined : mentions.find(({ head }) => head === subject);
    const [host, more] = (mention && of[mention.index]) ?? [];
    if (host?.kind !== "person" || more || host.country) continue;
    if (!host.titles.some(({ group = "", modifier }) => offices.test(group) && !modifier)) continue;
    const country = placeBehind(cast, verb.index);
    if (country) host.country = country;
  }
};

const isSubject = ({ words }: Cast, { head }: Mention): boolean => words[head]!.relation === "nsubj";

/** The verb of meeting that the mention is an argument of, itself or with a noun: "held talks with [the minister]". */
const meetingOf = (words: readonly Word[], { head }: Mention): Met | undefined => {
  let at = words[head]!;
  let noun = false;
  for (let step = 0; step < 5; step += 1) {
    const next = words[at.head];
    if (!next) return undefined;
    const { relation } = at;
    if (next.upos !== "VERB") {
      if (!/^(?:conj|appos|nmod)$/.test(relation)) return undefined;
      noun ||= talks.test(next.lemma);
      at = next;
      continue;
    }
    if (relation === "conj") return undefined;
    noun ||= relation === "obl" && next.children.some((child) => talks.test(words[child]!.lemma));
    if (noun || meets.test(next.lemma))
      return /^(?:nsubj|obj|obl|iobj)/.test(relation) ? { verb: next.index, top: at.index } : undefined;
    // Whoever is received comes from elsewhere.
    const isHost = /^(?:nsubj|obl:agent)$/.test(relation) || isAgent(words, at);
    return receives.test(next.lemma) && isHost ? { verb: next.index, top: at.index } : undefined;
  }
  return undefined;
};

const isAgent = (words: readonly Word[], { relation, children }: Word): boolean =>
  relation === "obl" && children.some((child) => words[child]!.text.toLowerCase() === "by");

/** True where somebody of the state is the other one who takes part, or is named so far in no other state. */
const isAtHome = ({ words, mentions, of }: Cast, { verb, top }: Met, state: string): boolean =>
  mentions.some(
    ({ head, kind, index }) =>
      kind === "person" &&
      head !== top &&
      words[head]!.head === verb &&
      of[index]?.some(({ country }) => country === state),
  );

/** "met the president in Beirut": the place behind the mention in its sentence. */
const placeAfter = (cast: Cast, { last }: Mention): string | undefined => placeBehind(cast, last);

/** The place that a word leads to, before another verb. */
const placeBehind = (cast: Cast, word: number): string | undefined => {
  const { sentence } = cast.words[word]!;
  for (let at = word + 1; at < word + 9 && cast.words[at]?.sentence === sentence; at += 1) {
    if (cast.words[at]!.upos === "VERB") return undefined;
    if (/^(?:in|at|to)$/.test(cast.words[at]!.text)) return placeAt(cast, at + 1);
  }
  return undefined;
};

/** "arrived in Doha … ": the place that the text has named last before the mention. */
const placeBefore = (cast: Cast, { first }: Mention): string | undefined => {
  const { sentence } = cast.words[first]!;
  for (let at = first - 2; at >= 0 && cast.words[at]!.sentence >= sentence - memory; at -= 1) {
    if (!/^(?:in|at|to|into|reached|visited|visiting|for)$/i.test(cast.words[at]!.text)) continue;
    const place = placeAt(cast, at + 1);
    if (place) return place;
  }
  return undefined;
};

/** The state of the place whose name begins at the word: of a capital or city, or the state's own. */
const placeAt = ({ words, language, mentions, of }: Cast, at: number): string | undefined => {
  const { sentence } = words[at] ?? {};
  const named = words.slice(at, at + 3).filter((word) => word.sentence === sentence);
  for (let length = named.length; length > 0; length -= 1) {
    const name = named
      .slice(0, length)
      .map(({ text }) => text)
      .join(" ");
    if (neutral.test(name)) return undefined;
    const code = language.places.get(name);
    if (code) return code;
  }
  const mention = mentions.find(
    ({ first }) => first === at || (first === at + 1 && /^the$/i.test(words[at]!.text)),
  );
  const [entity] = (mention && of[mention.index]) ?? [];
  // "to the Syrian capital"
  const capital = words.slice(at, at + 5).findIndex(({ lemma }) => lemma === "capital");
  const isPlace = mention?.form === "name" || (capital > 0 && mention?.last === at + capital - 1);
  return entity?.kind === "state" && isPlace ? entity.country : undefined;
};
