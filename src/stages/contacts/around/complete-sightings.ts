// Sightings that name nobody, or one side only -> the same with those whom the text around them supplies: "the two",
// "their", and who was spoken of last.
import { markerOf, objectOf, subjectOf } from "../../../clause/arguments.ts";
import { actorsAnswering } from "../../../clause/around.ts";
import { wordsBySentence } from "../../../clause/by-sentence.ts";
import { innermost } from "../../../clause/innermost.ts";
import type { Parties } from "../../../clause/parties.ts";
import { subjectsAbove } from "../../../clause/subjects-above.ts";
import type { Actor } from "../../../model/actor.ts";
import type { Reading } from "../../../model/reading.ts";
import { isSide, openingEnd } from "../../../model/readout.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";
import type { Sighting } from "../find-sightings.ts";
import type { Seen } from "../parties/find-participants.ts";
import { countSides } from "../parties/widen-participants.ts";
import { isTalkedOf, pointsBack } from "../triggers/points-back.ts";
import { asMeans, rangAgain, withTravellers } from "./journeys.ts";
import { isOfPair, isTopic, spokenPairs, withRoles, withTeller } from "./spoken-pairs.ts";

type Input = Pick<Reading, "document" | "sentences" | "words" | "actors" | "mentions" | "statements">;

/** How many sentences back those who are spoken of together may stand. */
const memory = 5;
const joint = /^(we|they|them|both|two|three|four|five|six|pair|duo|trio|group|sides|parties)$/i;
const people =
  /^(leader|minister|president|premier|diplomat|official|man|woman|head|counterpart|delegation|team|side|party|envoy|secretary|negotiator)s?$/i;

/** Who was told of together, and in which sentence. */
type Past = { readonly seen: readonly Seen[]; readonly sentence: number; readonly ahead: boolean };

/** Completes sightings in text order; what the text leaves open stays as it is. */
export const completeSightings = (
  reading: Input,
  sightings: readonly Sighting[],
  parties: Parties,
): Sighting[] => {
  const bySentence = wordsBySentence(reading.words);
  const persons = personsBySentence(reading);
  const pairs = spokenPairs(reading, parties);
  const within = innermost(reading);
  const past: Past[] = [];
  // Those whom a house's readout is about.
  let house: readonly Seen[] | undefined;
  const before = ({ word }: Sighting) =>
    sightings.findLast(
      (one) => one.word < word && reading.words[one.word]!.sentence === reading.words[word]!.sentence,
    );
  return sightings.map((sighting) => {
    const { sentence } = reading.words[sighting.word]!;
    const last = past.at(-1);
    const earlier = before(sighting);
    let whole = asMeans(
      reading.words,
      withTravellers(reading.words, onJourney(sighting, earlier), earlier, parties),
      earlier,
    );
    const pair = pairs.findLast((one) => one.sentence < sentence && sentence - one.sentence <= 2);
    const known =
      last?.ahead !== true && last?.seen.some(({ actor }) => pair?.seen.some((one) => one.actor === actor));
    if (
      pair &&
      pair.sentence >= (last?.sentence ?? -1) + (last?.ahead ? 0 : 1) &&
      !(known && pointsBack(reading.words, sighting.word)) &&
      isOfPair(reading.words, sighting, pair, parties)
    ) {
      whole = { ...sighting, seen: withRoles(pair.seen, sighting.seen), ...(pair.day && { day: pair.day }) };
    } else if (
      (isLacking(reading, sighting, parties) || (house && isBareJoint(reading, sighting))) &&
      !isTaken(reading.words, sighting) &&
      !(sighting.seen.length === 0 && isTalkedOf(reading.words, sighting, earlier?.rule))
    ) {
      const isNew = house && isNewParagraph(reading, sentence, last?.sentence);
      const near =
        withSpeaker(reading, sighting, past, within(sighting.word))?.seen ??
        (isNew ? house : last && sentence - last.sentence <= memory ? last.seen : undefined);
      const former = isNextOf(reading, sighting, past)
        ? past[0]
        : last && sentence - last.sentence <= 2
          ? last
          : undefined;
      const seen = isJoint(reading.words, sighting)
        ? (pairOf(reading.words, sighting, near, parties) ?? together(reading, persons, sentence, parties))
        : isAnother(reading.words, sighting) && !goesTo(reading.words, sighting) && former
          ? another(sighting, former.seen, parties)
          : sighting.open && !isTravel(sighting) && isNamedAsOther(reading.words, sighting, parties)
            ? withTopic(reading, bySentence, sighting, parties)
            : (rangAgain(reading.words, sighting, last?.seen) ??
              withTeller(reading, sighting, within(sighting.word), parties));
      if (seen) whole = { ...sighting, seen };
    }
    // "Spain and England met": states that meet in the flesh are teams.
    const bare = whole.bodily && whole.seen.every(({ actor }) => reading.actors[actor]!.kind === "state");
    if (
      countSides(whole.seen, parties) > 1 &&
      whole.standing !== "hypothetical" &&
      !bare &&
      whole.placed === undefined
    )
      past.push({ seen: whole.seen, sentence, ahead: whole.standing === "future" });
    if (!house && past.length > 0 && isOfHouse(reading, whole)) house = whole.seen;
    return whole;
  });
};

/** A contact of two people that a readout opens with, one of them of its side. */
const isOfHouse = (
  { document, actors, sentences, words }: Input,
  { seen, word, standing }: Sighting,
): boolean =>
  document.side !== undefined &&
  standing === "actual" &&
  words[word]!.start < openingEnd({ document, sentences }) &&
  seen.length === 2 &&
  seen.every(({ actor }) => actors[actor]!.kind === "person") &&
  seen.some(({ actor }) => isSide(document, actors[actor]!.country)) &&
  seen.some(({ actor }) => !isSide(document, actors[actor]!.country));

/** "The leaders last met", "they agreed to meet": nobody is named in the sentence but by such a word. */
const isBareJoint = (reading: Input, sighting: Sighting): boolean => {
  const { words, actors, mentions } = reading;
  const { sentence } = words[sighting.word]!;
  return (
    isJoint(words, sighting) &&
    sighting.seen.every(({ actor }) =>
      actors[actor]!.mentions.every((one) => {
        const { head, form } = mentions[one]!;
        return words[head]!.sentence !== sentence || form !== "name";
      }),
    )
  );
};

/** "The leaders last met in October": in a paragraph of its own it is of those whom the readout is about. */
const isNewParagraph = ({ sentences }: Input, sentence: number, last: number | undefined): boolean =>
  last !== undefined && sentences[sentence]!.paragraph !== sentences[last]!.paragraph;

/** "MINISTER EIDE: We will meet again in March": the last ones told of who are more than he who says it, and he. */
const withSpeaker = (
  { words, actors, statements }: Input,
  { seen, clause }: Sighting,
  past: readonly Past[],
  statement: number | undefined,
): Past | undefined => {
  if (!/^we$/i.test(words[subjectOf(words, clause) ?? -1]?.text ?? "")) return undefined;
  const isPerson = (actor: number) => actors[actor]!.kind === "person";
  const own = seen.map(({ actor }) => actor);
  const named = own.some(isPerson) ? own : (statements[statement ?? -1]?.speakers ?? []);
  return named.some(isPerson)
    ? past.findLast((one) => named.every((actor) => one.seen.some((other) => other.actor === actor)))
    : undefined;
};

/**
 * One side only, or "the two" taken for the states named last, who neither ring nor meet; or all whom "Consultations with
 * the leaders of Italy and Germany took place" names are the other side.
 */
const isLacking = (reading: Input, sighting: Sighting, parties: Parties): boolean => {
  const { words, actors } = reading;
  const { seen, bodily, channel, open, word, rule } = sighting;
  if (countSides(seen, parties) < 2) return true;
  if (isToOthers(words, sighting, parties)) return true;
  const spoken = bodily || channel === "call" || channel === "video";
  if (rule.endsWith("/V")) {
    const bare = seen.every(({ actor }) => actors[actor]!.kind === "state");
    return spoken && bare && isJoint(words, sighting);
  }
  return open && /^(consultation|conversation|call)s?$/i.test(words[word]!.text) && isWith(words, word);
};

/** "similar calls went out to Mirziyoyev and Lukashenko": all are named as those whom they went to. */
const isToOthers = (
  words: readonly Word[],
  { seen, fresh, rule, clause }: Sighting,
  parties: Parties,
): boolean => {
  if (!fresh || !rule.endsWith("/N") || words[clause]!.upos !== "VERB") return false;
  const answering = actorsAnswering(words, clause, ["to"], parties);
  return seen.every(({ actor }) => answering.includes(actor));
};

/** "Consultations with the leaders of Italy and Germany": all are named as the other side. */
const isWith = (words: readonly Word[], word: number): boolean => /^with$/i.test(words[word + 1]?.text ?? "");

/** "a visit to Manila by the vice minister": who travels is named. */
const isTravel = ({ channel, seen }: Sighting): boolean =>
  channel === "visit" && seen.some(({ role }) => role === "guest");

/** "welcomed Yoon to the palace at the outset of a three-day state visit": who is received is on the journey. */
const onJourney = (sighting: Sighting, before: Sighting | undefined): Sighting => {
  const isBare = sighting.channel === "visit" && sighting.rule.endsWith("/N") && sighting.seen.length === 0;
  if (!isBare || !before || before.standing !== sighting.standing) return sighting;
  const has = (given: string) => before.seen.some(({ role }) => role === given);
  return has("guest") && has("host") ? { ...sighting, seen: before.seen } : sighting;
};

/** "we will see a change", "they went home": what is met is no one, and a journey has a goal or is none. */
const isTaken = (
  words: readonly Word[],
  { word, clause, weak, channel, markers, rule }: Sighting,
): boolean => {
  if (channel === "visit") return weak;
  // "The leaders signed a joint declaration": with whom is said, or nobody is met.
  if (rule.startsWith("sign+")) return true;
  if (isOfOthersAbove(words, subjectOf(words, clause))) return true;
  if (rule === "see/V" && objectOf(words, word) === undefined) return true;
  const object = markers.includes("obj") ? words[objectOf(words, word) ?? -1] : undefined;
  return object !== undefined && /^(NOUN|PROPN)$/.test(object.upos) && !people.test(object.lemma);
};

/** "The bloc's ministers will decide when they meet": people of whom no pair is told. */
const isOfOthersAbove = (words: readonly Word[], subject: number | undefined): boolean =>
  subject !== undefined &&
  /^they$/i.test(words[subject]!.text) &&
  subjectsAbove(words, subject).some(
    (above) =>
      words[above]!.xpos === "NNS" &&
      !words[above]!.children.some((child) => /^(the|both|two|these|three)$/i.test(words[child]!.text)),
  );

/** Those spoken of last; "the pair" of three are the two named first. */
const pairOf = (
  words: readonly Word[],
  { word, clause }: Sighting,
  near: readonly Seen[] | undefined,
  parties: Parties,
): readonly Seen[] | undefined => {
  const all = near?.map(({ actor }) => ({ actor }));
  const subject = words[subjectOf(words, clause) ?? -1] ?? words[word]!;
  const two =
    /^(two|both|pair|duo)$/i.test(subject.text) ||
    subject.children.some((child) => /^(two|both)$/i.test(words[child]!.text));
  const pair = all?.slice(0, 2) ?? [];
  return two && all && all.length > 2 && countSides(pair, parties) === 2 ? pair : all;
};

/** "the two talked", "their meeting", "talks between the two". */
const isJoint = (words: readonly Word[], { word, clause }: Sighting): boolean => {
  const phrases = words[word]!.children.filter((child) => /^(nmod|obl)/.test(words[child]!.relation));
  const owned = phrases.some((child) => /^their$/i.test(words[child]!.text));
  return owned || namesBoth(words, word, subjectOf(words, clause), ...phrases);
};

/** One of the phrases, or what stands right before the verb, is "the two", "both leaders", "the sides". */
export const namesBoth = (
  words: readonly Word[],
  index: number,
  ...phrases: readonly (number | undefined)[]
): boolean =>
  isRightAfterJoint(words, index) ||
  (words[index]!.relation === "xcomp" && isRightAfterJoint(words, words[index]!.head)) ||
  phrases.some((at) => {
    const one = words[at ?? -1];
    if (!one) return false;
    if (joint.test(one.text)) return true;
    const owned = one.children.some((child) => /^(of|from)$/.test(markerOf(words, child)));
    return (
      !owned &&
      people.test(one.lemma) &&
      one.children.some((child) => /^(the|two|both|these|three|four)$/i.test(words[child]!.text)) &&
      /s$|men$/.test(one.text)
    );
  });

/** "The two last met": right before the verb, its auxiliaries and adverbs. */
const isRightAfterJoint = (words: readonly Word[], index: number): boolean => {
  if (words[index]!.upos !== "VERB") return false;
  let at = index - 1;
  while (/^(AUX|ADV|PART)$/.test(words[at]?.upos ?? "") || /^(last|first)$/i.test(words[at]?.text ?? ""))
    at -= 1;
  const [word, before] = [words[at], words[at - 1]];
  if (word?.sentence !== words[index]!.sentence) return false;
  // "both leaders agreed"
  const both =
    people.test(word.lemma) && /s$|men$/.test(word.text) && /^(both|two)$/i.test(before?.text ?? "");
  return joint.test(word.text) || both;
};

/** "An earlier handshake in Dubai": another one of those who were just spoken of. */
const isAnother = (words: readonly Word[], { word, fresh, weak }: Sighting): boolean =>
  fresh && !weak && words[word]!.upos === "NOUN";

/** "The next round is set for April", in a paragraph of its own: the next one of what the report is about. */
const isNextOf = (
  { words, sentences }: Input,
  { word, standing, seen }: Sighting,
  past: readonly Past[],
): boolean => {
  const last = past.at(-1);
  return (
    standing === "future" &&
    seen.length === 0 &&
    last !== undefined &&
    sentences[last.sentence]!.paragraph !== sentences[words[word]!.sentence]!.paragraph &&
    words[word]!.children.some((child) => /^next$/i.test(words[child]!.text))
  );
};

/** "Similar letters went out this week to Tokyo": to somebody whom nothing else is known of. */
const goesTo = (words: readonly Word[], { word, seen, markers }: Sighting): boolean =>
  seen.length === 0 &&
  words
    .slice(word + 1, word + 9)
    .some(
      ({ index, sentence, text }) =>
        sentence === words[word]!.sentence &&
        text === "to" &&
        markers.includes(text) &&
        words[index + 1]?.upos === "PROPN",
    );

/** All of them, or, where one is named ("A similar letter went to Putin"), the one who acted and he. */
const another = (
  { seen, doer }: Sighting,
  last: readonly Seen[],
  parties: Parties,
): readonly Seen[] | undefined => {
  if (seen.length === 0) return last.map(({ actor }) => ({ actor }));
  const sides = new Set(seen.map(({ actor }) => parties.sideOf(actor)));
  const acting = doer ?? "initiator";
  const first = last.find(({ actor, role }) => role === acting && !sides.has(parties.sideOf(actor)));
  return first ? [first, ...seen] : undefined;
};

/** The people of two sides or more that a sentence, or else the next, names. */
const together = (
  reading: Input,
  persons: ReadonlyMap<number, ReadonlySet<number>>,
  sentence: number,
  parties: Parties,
): Seen[] | undefined => {
  for (const at of [sentence, sentence - 1, sentence + 1]) {
    const found = [...(persons.get(at) ?? [])]
      .sort((a, b) => a - b)
      .filter((actor) => (at === sentence - 1 ? isNamed(reading, actor) : isAble(reading.actors[actor]!)));
    const seen = found.map((actor) => ({ actor }));
    if (!found.some((actor) => isAble(reading.actors[actor]!))) continue;
    if (found.length === 2 && countSides(seen, parties) === 2) return seen;
  }
  return undefined;
};

const isNamed = ({ actors, mentions }: Input, actor: number): boolean =>
  actors[actor]!.mentions.some((one) => mentions[one]!.form === "name");

/** People by the sentences that name them. */
const personsBySentence = ({ words, mentions, actors }: Input): Map<number, Set<number>> => {
  const found = new Map<number, Set<number>>();
  for (const { kind, index, mentions: own } of actors)
    for (const one of kind === "person" ? own : []) {
      const { sentence } = words[mentions[one]!.head]!;
      found.set(sentence, (found.get(sentence) ?? new Set()).add(index));
    }
  return found;
};

const isAble = ({ country, offices }: Actor): boolean => country !== undefined || offices.length > 0;

/** "Talks with Singh", "was received by Macron": the one side that is named is named as the other one. */
const isNamedAsOther = (
  words: readonly Word[],
  { word, markers, seen }: Sighting,
  parties: Parties,
): boolean => {
  if (seen.length === 0) return false;
  const named = words[word]!.upos === "VERB" ? [...markers, "obj", "by"] : [...markers, "with", "by"];
  const others = actorsAnswering(words, word, named, parties);
  return countSides(seen, parties) === 1
    ? seen.some(({ actor }) => others.includes(actor))
    : isWith(words, word);
};

/** The side named, with whom the sentence or the two before it are about: "Talks with Singh will be held tomorrow." */
const withTopic = (
  reading: Input,
  bySentence: (sentence: number) => readonly Word[],
  sighting: Sighting,
  parties: Parties,
): Seen[] | undefined => {
  const { words } = reading;
  const taken = new Set(sighting.seen.map(({ actor }) => parties.sideOf(actor)));
  const { sentence } = words[sighting.word]!;
  for (let at = sentence; at >= Math.max(0, sentence - 2); at -= 1) {
    const end = at === sentence ? words[sighting.word]!.start : Number.POSITIVE_INFINITY;
    const topic = bySentence(at)
      .filter((word) => word.end <= end && /^nsubj/.test(baseRelation(word)))
      .flatMap(({ index }) => parties.of(index))
      .find((actor) => !taken.has(parties.sideOf(actor)) && isTopic(reading.actors[actor]!));
    if (topic !== undefined) return [{ actor: topic }, ...sighting.seen];
  }
  return undefined;
};
