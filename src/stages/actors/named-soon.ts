// An office that is told of before its holder is named -> the one whom the next sentences name: "[The Foreign Minister]
// arrived on Wednesday. Sergey Lavrov will …", "summoned [the American ambassador]. Donald Blome was handed a note".
import type { Mention, Title } from "../../model/actor.ts";
import { addTitles, type Cast, type Entity } from "./entity.ts";
import { holds } from "./office-holders.ts";

/** How many sentences ahead the name may stand. */
const ahead = 2;

/** The bare office that a text opens with, before it has named anyone: the first one named below who is known to hold it. */
export const openedBy = (cast: Cast, mention: Mention, title: Title): Entity | undefined => {
  if (title.of || title.body || title.modifier || cast.document.side) return undefined;
  const { sentence } = cast.words[mention.first]!;
  const isFirst = cast.mentions.every(
    ({ index, country }) => index >= mention.index || (country === undefined && !cast.of[index]?.length),
  );
  if (!isFirst) return undefined;
  const found = namesAhead(cast, mention, ahead).filter(
    (one) => one.sentence > sentence && holds(cast, one.entity, title),
  );
  const [only, more] = new Set(found.map(({ entity }) => entity));
  return more ? found.find(({ subject }) => subject)?.entity : only;
};

/**
 * An office of a known state whose holder nobody knows: the first subject of the next sentences, or one listed with it, who is
 * named there for the first time and whom neither the text nor the register gives an office or a state.
 */
export const unveiledBy = (cast: Cast, mention: Mention, title: Title): Entity | undefined => {
  if (!title.of || title.modifier === "former" || mention.definite === false) return undefined;
  const { sentence } = cast.words[mention.first]!;
  const isNew = ({ mentions, titles, person, country, sector, gender }: Entity) =>
    mentions.every((index) => index > mention.index) &&
    titles.length === 0 &&
    !person &&
    !country &&
    !sector &&
    ([gender, mention.gender].includes("unknown") || gender === mention.gender);
  const found = namesAhead(cast, mention, ahead).find(
    (one) => (one.subject || one.listed) && one.sentence > sentence && isNew(one.entity),
  );
  const entity = found?.entity;
  if (!entity) return undefined;
  addTitles(entity, [title]);
  return entity;
};

/** People named in the mention's sentence behind it and in so many sentences below, and whether as the subject of a sentence. */
const namesAhead = (
  { words, mentions, of }: Cast,
  mention: Mention,
  sentences: number,
): {
  readonly entity: Entity;
  readonly subject: boolean;
  readonly listed: boolean;
  readonly sentence: number;
}[] => {
  const { sentence } = words[mention.first]!;
  const found = [];
  for (let index = mention.index + 1; index < mentions.length; index += 1) {
    const one = mentions[index]!;
    const word = words[one.head]!;
    if (word.sentence > sentence + sentences) break;
    const entity = one.form === "name" && one.kind === "person" ? of[index]?.[0] : undefined;
    if (!entity) continue;
    const subject = word.relation.startsWith("nsubj") && words[word.head]!.relation === "root";
    const first = words[word.head];
    const listed =
      word.relation === "conj" && first?.relation === "nsubj" && words[first.head]!.relation === "root";
    found.push({ entity, subject, listed, sentence: word.sentence });
  }
  return found;
};
