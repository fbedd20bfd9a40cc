// Sightings that lean on one told of before them -> the same with those who took part in that: who travels for talks, who
// rings again.
import { objectOf, subjectOf } from "../../../clause/arguments.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { Word } from "../../../model/token.ts";
import type { Sighting } from "../find-sightings.ts";
import type { Seen } from "../parties/find-participants.ts";

/** "is to arrive on January 29 for talks with Jilani": who travels for them takes part, and they are as sure as the journey. */
export const withTravellers = (
  words: readonly Word[],
  sighting: Sighting,
  journey: Sighting | undefined,
  parties: Parties,
): Sighting => {
  if (journey?.channel !== "visit" || !journey.rule.endsWith("/V")) return sighting;
  if (!sighting.rule.endsWith("/N") || sighting.channel === "visit" || !isFor(words, sighting.word))
    return sighting;
  const travellers = journey.seen.filter(({ role }) => role === "guest");
  const sides = new Set(travellers.map(({ actor }) => parties.sideOf(actor)));
  const others = sighting.seen.filter(({ actor }) => !sides.has(parties.sideOf(actor)));
  if (travellers.length === 0 || others.length === 0) return sighting;
  const standing = sighting.standing === "actual" ? journey.standing : sighting.standing;
  const seen = [...travellers.map(({ actor }) => ({ actor })), ...others];
  // Nobody travels to talk by phone: these are no talks of another day's call.
  return { ...sighting, standing, seen, loose: sighting.loose && sighting.channel !== "meeting" };
};

/** "for four days of talks": what stands before the noun and its adjectives. */
const isFor = (words: readonly Word[], index: number): boolean => {
  let at = index - 1;
  const isPart = (word: Word | undefined) =>
    word?.sentence === words[index]!.sentence &&
    (/^(DET|ADJ|NUM|NOUN|PUNCT)$/.test(word.upos) || /^of$/i.test(word.text)) &&
    word.text !== ",";
  while (at > index - 8 && isPart(words[at])) at -= 1;
  return /^for$/i.test(words[at]?.text ?? "") && words[at]!.sentence === words[index]!.sentence;
};

/** "When Araghchi called again on Friday, …": whoever rings and names nobody rings the one he has just talked to. */
export const rangAgain = (
  words: readonly Word[],
  { word, rule, seen, standing }: Sighting,
  last: readonly Seen[] | undefined,
): readonly Seen[] | undefined => {
  if (!/^(call|call_back|ring_back)\/V$/.test(rule) || standing !== "actual" || last?.length !== 2)
    return undefined;
  if (objectOf(words, word) !== undefined || subjectOf(words, word) === undefined) return undefined;
  const [caller, more] = seen;
  const again = words
    .slice(word + 1, word + 4)
    .some(({ text, sentence }) => sentence === words[word]!.sentence && /^(again|back|once)$/i.test(text));
  if (!again || !caller || more || !last.some(({ actor }) => actor === caller.actor)) return undefined;
  return last.map(({ actor }) =>
    actor === caller.actor ? { actor, role: "initiator" as const } : { actor },
  );
};

const talking = /^(call|video|meeting|other)$/;

/** "had talked with Botchorishvili once, in a phone call on Dec. 1": how the two did it. */
export const asMeans = (
  words: readonly Word[],
  sighting: Sighting,
  before: Sighting | undefined,
): Sighting => {
  const { word, rule, channel } = sighting;
  if (!before?.rule.endsWith("/V") || !rule.endsWith("/N") || before.seen.length < 2) return sighting;
  if (!talking.test(before.channel) || !talking.test(channel) || !before.loose) return sighting;
  if (/^(with|between|from|to|among)$/i.test(words[word + 1]?.text ?? "")) return sighting;
  let at = word - 1;
  while (at > before.word && /^(DET|ADJ|NOUN|NUM|PUNCT)$/.test(words[at]!.upos) && words[at]!.text !== ",")
    at -= 1;
  if (!/^(in|during|over|on)$/i.test(words[at]!.text)) return sighting;
  const between = words.slice(before.word + 1, at);
  const isClosed = between.some(
    ({ xpos, text }) => /^(VB[DZP]|MD)$/.test(xpos) || /^(and|but|;)$/i.test(text),
  );
  return isClosed || between.at(-1)?.text !== ","
    ? sighting
    : { ...sighting, seen: before.seen, back: true, fresh: false };
};
