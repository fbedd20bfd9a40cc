// A sighting in its tree -> what was talked about there.
import { markerOf } from "../../../clause/arguments.ts";
import type { Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation, spansOf, subtree } from "../../../model/tree.ts";
import type { Sighting } from "../find-sightings.ts";

type Words = readonly Word[];

const about = /^(about|on|regarding|over|concerning)$/;
const talking = new Set([
  "discuss",
  "review",
  "address",
  "cover",
  "debate",
  "tackle",
  "talk_over",
  "examine",
  "explore",
]);

/** Topics that the sighting's own clause names: "about …", "to discuss …". */
export const topicsOf = (words: Words, { word, clause }: Sighting): Span[] =>
  [...new Set([word, clause])].flatMap((from) => {
    const own = talking.has(words[from]!.lemma.toLowerCase()) ? objects(words, from) : [];
    return [
      ...own,
      ...words[from]!.children.flatMap((child) => {
        const part = words[child]!;
        const relation = baseRelation(part);
        // "a statement on their meeting": the contact is no topic of its own.
        if (
          /^(obl|nmod)$/.test(relation) &&
          child !== word &&
          about.test(markerOf(words, child)) &&
          !isTime(part) &&
          !isCalledOn(words, from, child)
        )
          return spanOf(words, child);
        if (/^(advcl|acl|xcomp)$/.test(relation) && talking.has(part.lemma.toLowerCase()))
          return objects(words, child);
        return [];
      }),
    ];
  });

/** "The envoy called on the President": whom he saw. */
const isCalledOn = (words: Words, verb: number, child: number): boolean =>
  /^(call|drop)$/.test(words[verb]!.lemma) &&
  markerOf(words, child) === "on" &&
  words[verb]!.children.every((one) => words[one]!.relation !== "obj");

const objects = (words: Words, verb: number): Span[] =>
  words[verb]!.children.filter((child) => words[child]!.relation === "obj").flatMap((child) =>
    spanOf(words, child),
  );

const isTime = (word: Word): boolean =>
  word.relation.endsWith("tmod") ||
  /day$|^(morning|evening|afternoon|night|weekend|week|month|year|january|february|march|april|may|june|july|august|september|october|november|december|phone|telephone|margin|sideline|sidelines|margins|visit|trip|tour|mission|occasion|request|initiative|invitation)$/i.test(
    word.lemma,
  ) ||
  word.upos === "NUM";

/** The phrase without its preposition, as one stretch. */
const spanOf = (words: Words, index: number): Span[] => {
  const parts = subtree(words, index).filter(
    (at) => !(words[at]!.head === index && /^(case|punct)$/.test(words[at]!.relation)),
  );
  return spansOf(words, parts).slice(0, 1);
};
