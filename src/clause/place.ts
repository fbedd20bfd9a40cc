// A trigger in its tree -> where the text says that it took place.

import type { Mention } from "../model/actor.ts";
import type { Reading } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import type { Word } from "../model/token.ts";
import { baseRelation } from "../model/tree.ts";
import { markerOf } from "./arguments.ts";

const occasion = /^(?:the )?(?:G\d+|COP\d+|[A-Z]{3,}|United Nations|UN)\b/;
const where = new Set(["in", "at", "near", "outside", "inside", "on"]);
/** "discussed developments in Gaza": where what they talked about is, not they. */
const talksOf =
  /^(discuss|review|address|consider|examine|tackle|cover|concern|survey|assess|exchange|share|raise)$/;
/** A verb whose object is what was talked about. */
export const isTalkOf = ({ lemma, upos }: Word): boolean => upos === "VERB" && talksOf.test(lemma);
/** One is on an island; of anything else "on" says what was talked about. */
const isle = /\b(?:Islands?|Isle|Peninsula|Jeju|board)\b/;

/** The layers that places are read from. */
export type Placed = Pick<Reading, "words" | "names" | "mentions" | "times" | "document">;

/**
 * Makes a function from a trigger to the named place in a phrase of it or of the verb that carries it;
 * undefined where there is none.
 */
export const placesOf = (reading: Placed): ((index: number) => Span | undefined) => {
  const { words } = reading;
  const mentioned = new Map<number, Mention>();
  for (const mention of reading.mentions)
    for (let at = mention.first; at <= mention.last; at += 1)
      if ((mentioned.get(at)?.last ?? -1) < mention.last) mentioned.set(at, mention);
  return (index) => {
    const carrier = words[index]!.relation === "obj" ? [words[index]!.head] : [];
    for (const from of [index, ...carrier]) {
      const found = phrasesOf(words, from)
        .filter((child) => where.has(markerOf(words, child)) || isOfSite(words, child))
        .flatMap((child) => {
          const span = placeAt(reading, mentioned, child);
          const on = markerOf(words, child) === "on";
          return span && !(on && !isle.test(reading.document.text.slice(span.start, span.end))) ? [span] : [];
        });
      // "in Italy in June, at the G7": a place on the map comes before an occasion.
      const place =
        found.find(({ start, end }) => !occasion.test(reading.document.text.slice(start, end))) ?? found[0];
      if (place) return place;
    }
    const before = beforeWhere(reading, index);
    return before === undefined ? undefined : placeAt(reading, mentioned, before);
  };
};

/** "to Saudi Arabia (on Monday), where they are to meet": the word that the clause hangs behind. */
const beforeWhere = ({ words, times }: Placed, verb: number): number | undefined => {
  const at = words[verb]!.children.find((child) => child < verb && /^where$/i.test(words[child]!.text));
  if (at === undefined) return undefined;
  let before = words[at - 1]?.text === "," ? at - 2 : at - 1;
  const time = before < 0 ? undefined : holding(times, before);
  if (time) before = /^on$/i.test(words[time.first - 1]?.text ?? "") ? time.first - 2 : time.first - 1;
  return words[before]?.sentence === words[verb]!.sentence ? before : undefined;
};

/** "at the airport of Málaga", "in the city of Osh": the name of the place behind what it is. */
const isOfSite = (words: readonly Word[], index: number): boolean => {
  const site = words[words[index]!.head];
  return (
    site !== undefined &&
    markerOf(words, index) === "of" &&
    /^(?:airport|airbase|base|border|checkpoint|port|city|town|village|resort|palace|outskirts|suburb|island)$/.test(
      site.lemma,
    ) &&
    /^(?:in|at|near|on|outside)$/.test(markerOf(words, site.index))
  );
};

/** Phrases of the word, and those that hang on its object though they belong to it. */
const phrasesOf = (words: readonly Word[], index: number): number[] =>
  words[index]!.children.flatMap((child) => {
    const relation = baseRelation(words[child]!);
    if (relation === "obl" || relation === "nmod")
      return [child, ...words[child]!.children.filter((one) => baseRelation(words[one]!) === "nmod")];
    // "a dinner given by Aliyev in Baku"
    if (relation === "acl" && words[child]!.xpos === "VBN")
      return words[child]!.children.filter((one) => baseRelation(words[one]!) === "obl");
    if (relation === "obj" && isTalkOf(words[index]!)) return [];
    if (relation === "obj" || relation === "flat")
      return words[child]!.children.filter((one) => baseRelation(words[one]!) === "nmod");
    return [];
  });

/** A place by its name, by a mention of a state, or any name in capitals that is no person and no day. */
const placeAt = (
  reading: Placed,
  mentioned: ReadonlyMap<number, Mention>,
  index: number,
): Span | undefined => {
  const { words, names, times } = reading;
  const name = holding(names, index);
  const body = mentioned.get(index);
  // "a meeting of the Organization for Security and Co-operation in Europe": a part of what a body is called.
  if (
    body?.kind === "organization" &&
    body.first < index &&
    /^(?:in|for)$/i.test(words[index - 1]?.text ?? "")
  )
    return undefined;
  if (name) return name.kind === "person" ? undefined : { start: name.start, end: name.end };
  const mention = mentioned.get(index);
  if (mention) {
    const placed = mention.kind !== "person" && mention.form !== "pronoun";
    return placed ? { start: mention.start, end: mention.end } : undefined;
  }
  // "in the Omani capital"
  const [of] = words[index]!.children.filter((child) => words[child]!.relation === "amod");
  if (words[index]!.lemma === "capital" && of === index - 1)
    return { start: words[of]!.start, end: words[index]!.end };
  if (words[index]!.upos !== "PROPN" || holding(times, index)) return undefined;
  const isPart = (at: number) =>
    words[at]?.sentence === words[index]!.sentence && /^\p{Lu}/u.test(words[at]!.text);
  let [first, last] = [index, index];
  while (isPart(first - 1)) first -= 1;
  while (isPart(last + 1)) last += 1;
  return { start: words[first]!.start, end: words[last]!.end };
};

/** The span of words that holds a word, by halving. */
const holding = <T extends { readonly first: number; readonly last: number }>(
  spans: readonly T[],
  word: number,
): T | undefined => {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle]!;
    if (word < span.first) high = middle - 1;
    else if (word > span.last) low = middle + 1;
    else return span;
  }
  return undefined;
};
