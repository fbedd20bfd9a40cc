// A sighting that names several one after another, each at a time of his own ("received A on Monday and B on Tuesday",
// "spoke separately with A and B") -> one sighting each.
import { doerOf } from "../../../clause/arguments.ts";
import { type Answer, answersAfter } from "../../../clause/around.ts";
import type { Parties } from "../../../clause/parties.ts";
import { calendarDate } from "../../../dating/date-of.ts";
import type { Reading } from "../../../model/reading.ts";
import type { Span } from "../../../model/span.ts";
import type { Time } from "../../../model/time.ts";
import type { Word } from "../../../model/token.ts";
import type { DatedSighting } from "../merge-sightings.ts";

type Input = Pick<Reading, "words" | "times">;

const apart = /^(separate|separately|individually|respectively|successively)$/i;
const joint = /^(together|jointly|conference|joint|three-way|trilateral)$/i;
const later = /^(later|then|earlier|afterwards)$/i;

/** The sighting, or the several that it stands for, in text order; whom the text names from `next` on is not its own. */
export const splitSighting = (
  input: Input,
  sighting: DatedSighting,
  parties: Parties,
  next: number,
): DatedSighting[] => {
  if (sighting.channel === "visit") return [sighting];
  if (isHow(input.words, sighting)) return [];
  const gap = gapOf(input.words, sighting, parties);
  if (!gap) return splitList(input, sighting, parties, next);
  const { at, actors } = gap;
  const rest = sighting.seen.filter(({ actor }) => !actors.includes(actor));
  const { date: shared, ...bare } = sighting;
  const { sentence } = input.words[sighting.word]!;
  const times = input.times.filter((time) => input.words[time.first]?.sentence === sentence);
  const date = dayOf(times.find(({ first }) => first > at)) ?? (times.length > 1 ? undefined : shared);
  return [
    ...splitList(input, { ...sighting, seen: rest }, parties, at),
    { ...bare, ...(date && { date }), fresh: true, seen: actors.map((actor) => ({ actor })) },
  ];
};

/** "Mirziyoyev had talks with Aliyev, and Japarov with Rahmon": two more, for whom the verb is left out. */
const gapOf = (
  words: readonly Word[],
  { word, markers }: DatedSighting,
  parties: Parties,
): { readonly at: number; readonly actors: readonly number[] } | undefined => {
  for (let at = word + 2; words[at + 3]?.sentence === words[word]!.sentence && at < word + 30; at += 1) {
    if (/^(VERB|AUX)$/.test(words[at]!.upos)) return undefined;
    if (!/^(and|while|;)$/i.test(words[at]!.text)) continue;
    const one = parties.startingAt(at + 1);
    const link = words[(one?.last ?? at) + 1];
    const other =
      link && markers.includes(link.text.toLowerCase()) ? parties.startingAt(link.index + 1) : undefined;
    const both = [...(one?.actors ?? []), ...(other?.actors ?? [])];
    if (other && both.length === 2 && new Set(both.map(parties.sideOf)).size === 2)
      return { at, actors: both };
  }
  return undefined;
};

const splitList = (
  { words, times }: Input,
  sighting: DatedSighting,
  parties: Parties,
  until: number,
): DatedSighting[] => {
  const { sentence } = words[sighting.word]!;
  const own = times.filter(({ first }) => words[first]?.sentence === sentence && first < until);
  const paid = isPaying(words, sighting.word, sighting.clause);
  const markers = [...markersOf(sighting), ...(paid ? ["on"] : [])];
  const answers = answersAfter(words, sighting.word, markers, parties).filter(({ first }) => first < until);
  const groups = isOneByOne(words, sighting, answers, parties)
    ? eachSide(answers, parties, paid)
    : grouped(words, own, sighting, answers);
  if (groups.length < 2) return eachDoer(words, sighting, parties);
  const others = new Set(groups.flatMap((group) => group.flatMap(({ actors }) => actors)));
  const acting = sighting.seen.filter(({ actor }) => !others.has(actor));
  if (acting.length === 0) return [sighting];
  const role = sighting.seen.find(({ actor, role: given }) => others.has(actor) && given)?.role;
  const before = timesBefore(words, own, groups) ?? timesInOrder(words, times, groups);
  const apartByPlace = groups.every((group) => placeBehind(words, group.at(-1)!.last) !== undefined);
  return groups.map((group, at): DatedSighting => {
    const until = groups[at + 1]?.[0]?.first ?? Number.POSITIVE_INFINITY;
    const time = before?.[at] ?? own.find(({ first }) => first > group.at(-1)!.last && first < until);
    const date = dayOf(time);
    const { date: shared, ...rest } = sighting;
    const last = groups.at(-1)!.at(-1)!.last;
    const place = apartByPlace ? placeBehind(words, group.at(-1)!.last) : undefined;
    const day =
      date ?? (own.length > 1 ? undefined : (shared ?? dayOf(own.find(({ first }) => first > last))));
    return {
      ...rest,
      ...(day && { date: day }),
      ...(place && { goalSpan: place }),
      fresh: at > 0 || sighting.fresh,
      seen: [
        ...acting,
        ...group.flatMap(({ actors }) => actors.map((actor) => ({ actor, ...(role && { role }) }))),
      ],
    };
  });
};

/** "The leaders of Serbia and Kosovo met separately with Borrell": each of those who act by himself. */
const eachDoer = (words: readonly Word[], sighting: DatedSighting, parties: Parties): DatedSighting[] => {
  const { word, clause, seen } = sighting;
  const near = words.slice(Math.max(0, word - 2), word + 3);
  const subject = doerOf(words, clause);
  const doers = new Set(subject === undefined ? [] : parties.of(subject));
  const acting = Map.groupBy(
    seen.filter(({ actor }) => doers.has(actor)),
    ({ actor }) => parties.sideOf(actor),
  );
  const others = seen.filter(({ actor }) => !doers.has(actor));
  if (!near.some(({ text }) => apart.test(text)) || acting.size < 2 || others.length === 0) return [sighting];
  return [...acting.values()].map((side, at) => ({
    ...sighting,
    fresh: at > 0 || sighting.fresh,
    seen: [...side, ...others],
  }));
};

/** "A in Paris and B in London": the place behind a name. */
const placeBehind = (words: readonly Word[], last: number): Span | undefined => {
  const first = words[last + 2];
  if (!/^(in|at)$/i.test(words[last + 1]?.text ?? "") || first?.upos !== "PROPN") return undefined;
  let end = first;
  while (words[end.index + 1]?.upos === "PROPN" && words[end.index + 1]!.sentence === first.sentence)
    end = words[end.index + 1]!;
  return { start: first.start, end: end.end };
};

/** "spoke on Tuesday with A, and on Wednesday with B": the time before each, where all but the first have one right there. */
const timesBefore = (
  words: readonly Word[],
  times: readonly Time[],
  groups: readonly (readonly Answer[])[],
): Time[] | undefined => {
  const found = groups.map((group, at) => {
    const { first } = group[0]!;
    const time = times.findLast(({ last }) => last < first);
    const isBeside = time && words.slice(time.last + 1, first).every(({ upos }) => /^(ADP|DET)$/.test(upos));
    return at === 0 || isBeside ? time : undefined;
  });
  return found.every((time) => time !== undefined) ? found : undefined;
};

/** "called A and B on Sunday and Monday respectively": as many days behind them. */
const timesInOrder = (
  words: readonly Word[],
  times: readonly Time[],
  groups: readonly (readonly Answer[])[],
): Time[] | undefined => {
  const last = groups.at(-1)?.at(-1);
  if (!last || groups.length < 2) return undefined;
  const { sentence } = words[last.last]!;
  const own = times.filter(({ first }) => first > last.last && words[first]!.sentence === sentence);
  const isSaid = words
    .slice(last.last + 1, last.last + 16)
    .some((word) => word.sentence === sentence && /^respectively$/i.test(word.text));
  return isSaid && own.length === groups.length ? own : undefined;
};

const dayOf = (time: Time | undefined): string | undefined => time && calendarDate(time.value);

/** "had bilaterals with A and B", "one-on-one talks with A and B": more than one. */
const isSeveral = (words: readonly Word[], word: number): boolean =>
  /^(bilaterals|meetings|calls|conversations|sit-downs|one-on-ones|encounters)$/i.test(words[word]!.text) ||
  (/s$/.test(words[word]!.text) &&
    /(one-on-one|individual|bilateral)$/i.test(
      words
        .slice(Math.max(0, word - 5), word)
        .map(({ text }) => text)
        .join(""),
    ));

/** "called A and B", "paid courtesy calls on A and B": people who are rung or called on, each alone. */
const isOneByOne = (
  words: readonly Word[],
  { word, rule, clause, marked }: DatedSighting,
  answers: readonly Answer[],
  parties: Parties,
): boolean => {
  const { sentence } = words[word]!;
  const together = words
    .slice(word + 1, word + 12)
    .some((one) => one.sentence === sentence && joint.test(one.text));
  const rung = /^(call|phone|telephone|ring|brief)\b.*\/V$/.test(rule) && marked !== true;
  return (
    (rung || isPaying(words, word, clause) || isSeveral(words, word)) &&
    !together &&
    answers.every(({ actors }) => actors.every((one) => parties.isPerson(one) && parties.isKnown(one)))
  );
};

const isPaying = (words: readonly Word[], word: number, clause: number): boolean =>
  /^calls$/i.test(words[word]!.text) && words[clause]!.lemma.toLowerCase() === "pay";

/** Those of one side are rung together; who is called on is called on alone. */
const eachSide = (answers: readonly Answer[], parties: Parties, paid: boolean): Answer[][] => {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) {
    const side = paid ? `${answer.first}` : parties.sideOf(answer.actors[0]!);
    groups.set(side, [...(groups.get(side) ?? []), answer]);
  }
  return [...groups.values()];
};

const markersOf = ({ markers }: DatedSighting): string[] => [...markers, "with"];

/** "spoke with A and with B, in separate calls": how they did what the sentence has told. */
const isHow = (words: readonly Word[], { word, rule, clause }: DatedSighting): boolean =>
  rule.endsWith("/N") &&
  clause < word &&
  /^separate$/i.test(words[word - 1]?.text ?? "") &&
  /^(in|during|by)$/i.test(words[word - 2]?.text ?? "");

/** "discussed it with A and with B in separate telephone calls": said behind them. */
const isInSeparate = (words: readonly Word[], last: number): boolean => {
  const rest = words.slice(last + 1, last + 6).filter(({ sentence }) => sentence === words[last]!.sentence);
  const at = rest.findIndex(({ text }) => /^separate$/i.test(text));
  return (
    at >= 0 &&
    rest.slice(at + 1).some(({ lemma }) => /^(call|conversation|meeting|talk|discussion)$/.test(lemma))
  );
};

/** "spoke by phone with Grossi and with Iran's Araghchi", "in Suva with Rabuka and in Apia with Mata'afa". */
const isMarkedAgain = (words: readonly Word[], first: number, markers: readonly string[]): boolean => {
  let at = first - 1;
  while (at > first - 8 && /^(PROPN|PART|ADJ|DET|NOUN)$/.test(words[at]!.upos)) at -= 1;
  if (!markers.includes(words[at]!.text.toLowerCase())) return false;
  let before = at - 1;
  if (words[before]!.upos === "PROPN") {
    while (words[before]!.upos === "PROPN") before -= 1;
    if (!/^(in|at)$/i.test(words[before]!.text)) return false;
    before -= 1;
  }
  return /^(and|,)$/i.test(words[before]!.text);
};

/** Those named, parted where their preposition, a time of day or "later" stands between them, or everywhere after "separately". */
const grouped = (
  words: readonly Word[],
  times: readonly Time[],
  sighting: DatedSighting,
  answers: readonly Answer[],
): Answer[][] => {
  const { word } = sighting;
  const markers = markersOf(sighting);
  const all =
    words.slice(Math.max(0, word - 3), word + 4).some(({ text }) => apart.test(text)) ||
    timesInOrder(
      words,
      times,
      answers.map((answer) => [answer]),
    ) !== undefined ||
    isInSeparate(words, answers.at(-1)?.last ?? word) ||
    /^(separately|individually)$/i.test(words[(answers.at(-1)?.last ?? word) + 1]?.text ?? "");
  const groups: Answer[][] = [];
  for (const [at, answer] of answers.entries()) {
    const before = answers[at - 1];
    const parted =
      before !== undefined &&
      // "spoke to Trump on Sunday along with Meloni": all at once.
      !words.slice(before.last + 1, answer.first).some(({ text }) => /^(along|together)$/i.test(text)) &&
      (all ||
        // "spoke by phone with Grossi and with Witkoff"
        isMarkedAgain(words, answer.first, markers) ||
        times.some(({ first }) => first > before.last && first < answer.first) ||
        words.slice(before.last + 1, answer.first).some(({ text }) => later.test(text) || apart.test(text)) ||
        (placeBehind(words, before.last) !== undefined && placeBehind(words, answer.last) !== undefined));
    if (before && !parted) groups.at(-1)!.push(answer);
    else groups.push([answer]);
  }
  return groups;
};
