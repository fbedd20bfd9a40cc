// Where the tree names nobody: the actors named nearest before or after a word in its sentence.
import type { Word } from "../model/token.ts";
import { pastOrigin } from "./around.ts";
import type { Ended, Parties } from "./parties.ts";

type Words = readonly Word[];

const reach = 18;
const stops = new Set([";", ":", "(", ")", "“", "”", '"']);
const speech = new Set(["say", "tell", "announce", "report", "add", "confirm", "quote"]);

/** The actors of the nearest phrase before the word, those listed with it too, leaving out `taken`. */
export const actorsBefore = (
  words: Words,
  index: number,
  parties: Parties,
  taken: readonly number[],
  fits: (actor: number) => boolean = () => true,
): number[] => {
  const sentence = words[index]!.sentence;
  for (let at = index - 1; at >= 0 && index - at <= reach && words[at]!.sentence === sentence; at -= 1) {
    if (stops.has(words[at]!.text)) return [];
    const found = parties.at(at).filter((one) => !taken.includes(one) && fits(one));
    if (found.length === 0) continue;
    const list = words[at]!.relation === "conj" ? parties.of(words[at]!.head) : parties.of(at);
    return list.filter((one) => !taken.includes(one));
  }
  return [];
};

/** The actors of the nearest phrase after the word, before anyone is said to speak, leaving out `taken`. */
export const actorsAfter = (
  words: Words,
  index: number,
  parties: Parties,
  taken: readonly number[],
): number[] => {
  const sentence = words[index]!.sentence;
  for (
    let at = index + 1;
    at < words.length && at - index <= reach && words[at]!.sentence === sentence;
    at += 1
  ) {
    const word = words[at]!;
    if (stops.has(word.text) || isSpeech(words, at)) return [];
    if (word.xpos === "PRP$") continue;
    const found = parties.of(at).filter((one) => !taken.includes(one));
    if (found.length > 0 && parties.at(at).length > 0 && !speaks(words, at)) return found;
  }
  return [];
};

const isSpeech = (words: Words, at: number): boolean =>
  words[at]!.upos === "VERB" && speech.has(words[at]!.lemma.toLowerCase());

/** "…, the ministry said": whoever stands right before a word of speech is its speaker. */
export const speaks = (words: Words, at: number): boolean => {
  for (let next = at + 1; next < words.length && next <= at + 3; next += 1)
    if (isSpeech(words, next)) return true;
  return false;
};

/** The actors of the mentions right before a verb, its auxiliaries and adverbs: "A, B and C met". */
export const actorsRightBefore = (words: Words, index: number, parties: Parties): readonly number[] => {
  const inside = (at: number) => at >= 0 && words[at]!.sentence === words[index]!.sentence;
  let at = index - 1;
  while (
    inside(at) &&
    (/^(AUX|ADV|PART)$/.test(words[at]!.upos) || /^(last|first|later|earlier)$/i.test(words[at]!.text))
  )
    at -= 1;
  const found: number[] = [];
  let joined = false;
  if (inside(at) && words[at]!.text === ",") {
    at = beforeApposition(words, at, parties);
    // "will take it up with Kagame, having raised it with Tshisekedi"
    const ended = parties.endingAt(at);
    if (ended && words[index]!.xpos !== "VBD" && isGoverned(words, ended.first)) return found;
    if (ended && isInPhrase(words, index, ended, parties)) return found;
  }
  // "A poll in Germany saw Merz ahead": a place, and nobody who sees.
  const first = parties.endingAt(at);
  if (first && words[at]!.text !== "," && isPlace(words, first, parties)) return found;
  for (let step = 0; step < 8 && inside(at); step += 1) {
    const ended = parties.endingAt(at);
    if (!ended || isTeller(words, ended.first)) break;
    // "mediator in the conflict between A and B, met": what a phrase before the verb is of.
    const opener = words[ended.first - (/^the$/i.test(words[ended.first - 1]?.text ?? "") ? 2 : 1)];
    if (/^between$/i.test(opener?.text ?? "")) return [];
    if (found.length > 0 && !joined && isGoverned(words, ended.first)) break;
    found.unshift(...ended.actors);
    at = ended.first - 1;
    if (!inside(at) || !/^(and|,|or)$/i.test(words[at]!.text)) break;
    joined ||= words[at]!.text !== ",";
    if (!joined && hasVerbBefore(words, at)) break;
    at -= inside(at - 1) && words[at - 1]!.text === "," ? 2 : 1;
  }
  return found;
};

/**
 * "receives letters from envoys, meets Stubb", "just back from a trip to Serbia, called": what closes a phrase before the
 * comma of a verb that shares its subject, or a state that is a place there.
 */
const isInPhrase = (words: Words, index: number, { first, actors }: Ended, parties: Parties): boolean => {
  const before = words[first - 1];
  if (before?.sentence !== words[index]!.sentence || before.upos !== "ADP") return false;
  const { relation, head } = words[index]!;
  if (relation === "conj" && words[head]!.upos === "VERB") return true;
  return /^(to|in|at)$/i.test(before.text) && actors.every((one) => parties.kindOf(one) === "state");
};

/** "in Germany": a state under a preposition of place. */
const isPlace = (words: Words, { first, actors }: Ended, parties: Parties): boolean =>
  /^(in|at|near)$/i.test(words[first - 1]?.text ?? "") &&
  words[first - 1]!.sentence === words[first]!.sentence &&
  actors.every((one) => parties.kindOf(one) === "state");

/** "Addressing the Assembly, Petro spoke": what a participle or a preposition governs is not listed with who did it. */
const isGoverned = (words: Words, first: number): boolean => {
  let at = first - 1;
  while (words[at]?.sentence === words[first]!.sentence && /^(DET|ADJ)$/.test(words[at]!.upos)) at -= 1;
  const before = words[at];
  return (
    before?.sentence === words[first]!.sentence &&
    (before.xpos === "VBG" || (before.upos === "ADP" && !/^(of|for|from|between)$/i.test(before.text)))
  );
};

/** "According to Reinsalu, Lipaev left": who tells it is not listed with who did it. */
const isTeller = (words: Words, first: number): boolean =>
  /^(?:to|of)$/i.test(words[first - 1]?.text ?? "") &&
  /^(?:according|view|words)$/i.test(words[first - 2]?.text ?? "");

/** "Putin telephoned Mokhber, Xi sent a message": the comma parts two clauses, no list. */
const hasVerbBefore = (words: Words, comma: number): boolean => {
  for (let at = comma - 1; at > comma - 40 && words[at]?.sentence === words[comma]!.sentence; at -= 1)
    if (words[at]!.upos === "VERB" && /^VB[DZP]$/.test(words[at]!.xpos)) return true;
  return false;
};

/** "Prince Faisal, Minister of Foreign Affairs, held": the comma where the apposition begins, or the word before this one. */
const beforeApposition = (words: Words, comma: number, parties: Parties): number => {
  const ended = parties.endingAt(comma - 1);
  if (ended && !/^(of|for)$/i.test(words[ended.first - 1]?.text ?? "")) return comma - 1;
  for (let at = comma - 1; at > comma - 14 && words[at]?.sentence === words[comma]!.sentence; at -= 1)
    if (words[at]!.text === ",") return parties.endingAt(at - 1) ? at - 1 : comma - 1;
  return comma - 1;
};

/** The actors of the mention right after a verb: "South Africa's Cyril Ramaphosa" is the second, not its owner. */
export const actorsRightAfter = (words: Words, index: number, parties: Parties): readonly number[] => {
  const inside = (at: number) => words[at]?.sentence === words[index]!.sentence;
  let at = index + 1;
  if (inside(at) && words[at]!.upos === "DET" && !parties.startingAt(at)) at += 1;
  // "his French counterpart Barrot" names him; of "his delegation" only the owner is known.
  const isOwner = inside(at) && words[at]!.relation === "nmod:poss" && words[at]!.upos === "PRON";
  if (isOwner && (parties.startingAt(at)?.last ?? at) === at) at += 1;
  for (let step = 0; step < 3 && inside(at); step += 1) {
    const found = parties.startingAt(at);
    if (!found) return [];
    if (!inside(found.last + 1) || !/^['’]s?$/.test(words[found.last + 1]!.text)) return found.actors;
    at = found.last + 2;
  }
  return [];
};

/** The actors named right after the first of these prepositions that follows the word at most ten words on. */
export const actorsAfterMarker = (
  words: Words,
  index: number,
  markers: readonly string[],
  parties: Parties,
): readonly number[] => {
  let about = false;
  for (let at = index + 1; at <= index + 10 && words[at]?.sentence === words[index]!.sentence; at += 1) {
    const word = words[at]!;
    if (word.upos === "VERB" || word.text === "," || stops.has(word.text)) return [];
    about ||= /^(about|regarding|concerning)$/i.test(word.text);
    if (!(word.upos === "ADP" || /^with$/i.test(word.text)) || !markers.includes(word.text.toLowerCase()))
      continue;
    const next = actorsRightAfter(words, at, parties);
    if (next.some(parties.isPerson)) return next;
    // "talked about the treaty with Tuvalu"
    if (about) return [];
    const titled = personAfter(words, at, parties);
    return titled.length > 0 && !titled.some((one) => isTelling(words, at, one, parties)) ? titled : next;
  }
  return [];
};

/** "a visit by Putin to New Delhi, Ushakov said": whoever is named there tells of it. */
const isTelling = (words: Words, from: number, actor: number, parties: Parties): boolean => {
  for (let at = from + 1; at <= from + 18 && words[at]?.sentence === words[from]!.sentence; at += 1) {
    const started = parties.startingAt(at);
    if (started?.actors.includes(actor)) return words[at - 1]!.text === "," && speaks(words, started.last);
  }
  return false;
};

/** "with the Minister of Foreign Affairs of Iran, Hossein Amir-Abdollahian": the person at the end of a long title. */
const personAfter = (words: Words, index: number, parties: Parties): readonly number[] => {
  for (let at = index + 1; at <= index + 18 && words[at]?.sentence === words[index]!.sentence; at += 1) {
    const word = words[at]!;
    const started = word.upos === "PRON" ? undefined : parties.startingAt(at);
    if (started?.actors.some(parties.isPerson)) return started.actors;
    if (/^(VERB|AUX|SCONJ)$/.test(word.upos) || stops.has(word.text)) return [];
    const serves = /^(advis[eo]r|aide|assistant|ambassador|envoy|representative|secretary)$/i;
    const inner = /^(of|for)$/i.test(word.text) || serves.test(words[at - 1]!.text);
    if (word.upos === "ADP" && !inner) return [];
    if (word.text === "," && !parties.startingAt(at + 1)?.actors.some(parties.isPerson)) return [];
    // "On a visit to Oslo, Chancellor Merz met": a bare place has no name in apposition.
    if (word.text === "," && words.slice(index + 1, at).every(({ upos }) => upos === "PROPN")) return [];
  }
  return [];
};

/** The actors listed on after a mention: "with King Abdullah, Mahmoud Abbas and Abdel Fattah el-Sisi". */
export const actorsListedAfter = (words: Words, index: number, parties: Parties): readonly number[] => {
  const inside = (at: number) => words[at]?.sentence === words[index]!.sentence;
  const found: number[] = [];
  let last = parties.lastOf(index);
  for (let step = 0; step < 10; step += 1) {
    let at = last + 1;
    if (!inside(at) || !/^(,|and)$/i.test(words[at]!.text)) break;
    at += inside(at + 1) && /^and$/i.test(words[at + 1]!.text) ? 2 : 1;
    const next = inside(at) ? parties.startingAt(at) : undefined;
    const then = next && pastOrigin(words, next.last, parties) + 1;
    if (!next || !then || (inside(then) && /^(VERB|AUX)$/.test(words[then]!.upos))) break;
    if (inside(next.last + 1) && /^['’]s?$/.test(words[next.last + 1]!.text)) break;
    found.push(...next.actors);
    last = next.last;
  }
  return found;
};
