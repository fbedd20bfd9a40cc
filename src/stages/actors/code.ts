// A stretch of text that names an actor -> its country and PLOVER sector, as the words and the resolved actors tell them.
import type { ActorsLanguage } from "../../language/actors.ts";
import type { Actor, Mention } from "../../model/actor.ts";
import type { Document } from "../../model/document.ts";
import { holds, overlaps, type Span } from "../../model/span.ts";

type Read = {
  readonly document: Document;
  readonly mentions: readonly Mention[];
  readonly actors: readonly Actor[];
};
type Code = { readonly country?: string; readonly sector?: string };

/** Country (ISO alpha-3 or IGO code) and sector of the mention that carries the stretch best, else of a place in it. */
export const codeOf = ({ document, mentions, actors }: Read, span: Span, language: ActorsLanguage): Code => {
  const inside = mentions.filter((one) => overlaps(one, span) && one.form !== "pronoun");
  const best = [...inside].sort((a, b) => weight(b, span) - weight(a, span))[0];
  const words = wordsOf(document.text.slice(span.start, span.end));
  const place = placeIn(words, language);
  const rest = (): Code =>
    coded(place ?? onlyState(mentions), wordSector(words, language) ?? (place && "CVL"));
  if (!best) return rest();
  const actor = actors.find((one) => one.mentions.includes(best.index));
  const within = inside.find((one) => one.country && holds(span, one));
  const country =
    (best.countries ? within?.country : best.country) ??
    actor?.country ??
    within?.country ??
    inside.find((one) => one.country)?.country ??
    rest().country;
  return coded(country, sectorOf(best, inside, span, actor) ?? rest().sector);
};

/** A text that speaks of one state only means its people, where it names no other. */
const onlyState = (mentions: readonly Mention[]): string | undefined => {
  const states = new Set(
    mentions.flatMap((one) => (one.kind === "state" && one.country ? [one.country] : [])),
  );
  return states.size === 1 ? [...states][0] : undefined;
};

/** "a newspaper based in Beirut": the last word but a place's that tells a sector, whatever phrase it stands in. */
const wordSector = (words: readonly string[], { sectorOfWord }: ActorsLanguage): string | undefined => {
  const at = words.findIndex(
    (word, index) => index > 0 && /^(?:in|from|of|at|near|based|operating)$/.test(word),
  );
  const sector = sectorOfName(at < 0 ? words : words.slice(0, at), sectorOfWord);
  return sector === "IGO" ? "GOV" : sector;
};

/** The sector of the last word of a phrase that tells one, read together with the words before it where the tables know them. */
export const sectorOfName = (
  words: readonly string[],
  sectorOfWord: ReadonlyMap<string, string>,
): string | undefined => {
  for (let last = words.length; last > 0; last--)
    for (let first = Math.max(0, last - 3); first < last; first++) {
      const sector = sectorOfWord.get(words.slice(first, last).join(" ").toLowerCase());
      if (sector) return sector;
    }
  return undefined;
};

const sectorOf = (
  best: Mention,
  inside: readonly Mention[],
  span: Span,
  actor: Actor | undefined,
): string | undefined => {
  if (/^state-(?:capital|seat)$/.test(best.rule)) return "GOV";
  const own = best.sector ?? (best.kind === "state" ? undefined : actor?.code?.split(" ")[1]);
  // The state alone ("Egyptian" of "Egyptian demonstrators") has the sector of the phrase it stands in.
  const around = inside.find((one) => one.sector && one.start < one.end && holds(one, span));
  const sector =
    (best.kind === "state" || own === "IGO" ? around?.sector : undefined) ??
    own ??
    around?.sector ??
    inside.find((one) => one.sector && holds(span, one))?.sector;
  return sector === "IGO" ? "GOV" : sector;
};

const coded = (country: string | undefined, sector: string | undefined): Code => ({
  ...(country && { country }),
  ...(sector && { sector }),
});

const weight = (mention: Mention, span: Span): number => {
  const shared = Math.min(mention.end, span.end) - Math.max(mention.start, span.start);
  return shared * 3 - (mention.end - mention.start) + (mention.sector ? 2 : 0);
};

/** The state of the last place or capital that the text names. */
const placeIn = (words: readonly string[], language: ActorsLanguage): string | undefined => {
  for (let last = words.length; last > 0; last--)
    for (let first = Math.max(0, last - 4); first < last; first++) {
      const code = language.places.get(words.slice(first, last).join(" "));
      if (code) return code;
    }
  return undefined;
};

const wordsOf = (text: string): string[] =>
  text.split(/[^\p{L}\p{N}.'\u2019-]+/u).filter((word) => word !== "");
