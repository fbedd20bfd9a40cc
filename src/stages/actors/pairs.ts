// Two people who act together -> whom "the two men", "the two leaders" and "they" mean.
import type { Mention, Title } from "../../model/actor.ts";
import type { Cast, Entity } from "./entity.ts";
import { holds } from "./office-holders.ts";

/** How many sentences back the two may stand. */
const memory = 14;

/**
 * The two people that the text has last told of together before a mention: "Macron spoke with Biden. A spokeswoman was
 * pleased. [The two men] will meet." Whoever asks or hears something of the two is none of them; who says what the two
 * did may be one.
 */
export const lastPair = (cast: Cast, mention: Mention, title: Title | undefined): Entity[] | undefined => {
  const outside = tellersOf(cast, mention, false);
  const fits = (pair: readonly Entity[]): boolean =>
    pair.length === 2 &&
    pair.every(
      (one) =>
        one.kind === "person" &&
        !outside.has(one) &&
        (!title || holds(cast, one, { ...title, of: "" })) &&
        !(/\bmen$/i.test(cast.document.text.slice(mention.start, mention.end)) && one.gender === "feminine"),
    );
  const { sentence } = cast.words[mention.first]!;
  const sayer = sayerAbove(cast, mention);
  const side = sayer?.country;
  const isOfSide = (pair: readonly Entity[]) =>
    side === undefined || pair.some(({ country }) => country === side);
  // "Anwar called Paetongtarn and Hun Manet. He said [both leaders] had agreed": he told of his own talk with the two.
  const tookPart = (here: readonly Mention[]) => here.some(({ index }) => cast.of[index]!.includes(sayer!));
  let first: Entity[] | undefined;
  let at = mention.index - 1;
  for (let back = 0; (back <= memory || side !== undefined) && at >= 0; back += 1) {
    const here: Mention[] = [];
    for (; at >= 0 && cast.words[cast.mentions[at]!.first]!.sentence >= sentence - back; at -= 1)
      if ((cast.of[at]?.length ?? 0) > 0) here.unshift(cast.mentions[at]!);
    const plural = here.findLast(({ index }) => fits(cast.of[index]!));
    const pair = pairIn(cast, here);
    const beside = back === 0 && !pair && !plural ? besidePronoun(cast, mention) : undefined;
    const found =
      pair && fits(pair.entities) && !(plural && plural.start > pair.at)
        ? pair.entities
        : beside?.every(({ kind }) => kind === "person")
          ? beside
          : plural && [...cast.of[plural.index]!];
    if (found && (isOfSide(found) || tookPart(here))) return found;
    if (back <= memory) first ??= found;
  }
  return first;
};

/** "He held talks with Nawrocki, and [the two] agreed": the subject of the sentence before, and the one with him. */
const besidePronoun = (cast: Cast, { first, index }: Mention): Entity[] | undefined => {
  const { words, mentions, of, document } = cast;
  const { sentence } = words[first]!;
  const here = mentions
    .slice(Math.max(0, index - 12), index)
    .filter(({ kind, first: at }) => kind === "person" && words[at]!.sentence === sentence);
  const pronoun = here.find(
    ({ form, plural, head }) => form === "pronoun" && !plural && isSubject(cast, head),
  );
  const partner = here.findLast((one) => one.form !== "pronoun" && of[one.index]?.length === 1);
  if (!pronoun || !partner || partner.start < pronoun.end || isSubject(cast, partner.head)) return undefined;
  if (!joins.test(document.text.slice(pronoun.end, partner.start))) return undefined;
  const [subject] = subjectBefore(cast, pronoun);
  const other = of[partner.index]![0]!;
  return subject && subject !== other ? [subject, other] : undefined;
};

const isSubject = ({ words }: Cast, index: number): boolean => words[index]!.relation.startsWith("nsubj");

/** Words that stand between two who act together. */
const joins =
  /\b(?:with|met|meets|meet|meeting|called|telephoned|phoned|hosted|received|spoke|welcomed|counterpart)\b/i;

/** "The Kremlin aide said [the two leaders] had talked": whoever only speaks for a side tells of its own leader. */
const sayerAbove = (cast: Cast, mention: Mention): Entity | undefined => {
  let at = mention.head;
  for (let step = 0; step < 12 && at >= 0; step += 1) {
    const below = cast.words[at]!.relation;
    at = cast.words[at]!.head;
    const subject = cast.words[at]?.children.find(
      (child) => /^nsubj/.test(cast.words[child]!.relation) && child !== mention.head,
    );
    const sayer = cast.mentions.find(({ head }) => head === subject);
    if (below !== "ccomp" || !sayer) continue;
    const [only, more] = cast.of[sayer.index] ?? (sayer.form === "pronoun" ? subjectBefore(cast, sayer) : []);
    return more ? undefined : only;
  }
  return undefined;
};

/**
 * Subjects and listeners of the verbs above a mention, its own verb's aside: "Moon urged [the two leaders] to talk". Those
 * who only say a clause ("Trump wrote that the two had agreed") are left out where `sayers` is false.
 */
export const tellersOf = (cast: Cast, mention: Mention, sayers = true): Set<Entity> => {
  const heads = new Set<number>();
  let at = mention.head;
  let own = cast.words[at]!.relation.startsWith("nsubj");
  for (let step = 0; step < 12 && at >= 0; step += 1) {
    const below = cast.words[at]!.relation;
    const participle = cast.words[at]!.xpos === "VBG";
    at = cast.words[at]!.head;
    const word = cast.words[at];
    if (word?.upos !== "VERB") continue;
    // "Ishiba congratulated Lee and [the two] agreed": beside, not below.
    if (below === "conj") continue;
    // "Vučić said, adding that [the two] had talked": who says the one thing says the other.
    if (below === "advcl" && !sayers && participle) continue;
    const says = below === "ccomp" && !word.children.some((child) => cast.words[child]!.relation === "iobj");
    if (!own && (sayers || !says))
      for (const child of word.children)
        if (/^(?:nsubj|iobj)/.test(cast.words[child]!.relation) && child !== mention.head) heads.add(child);
    own = false;
  }
  const tellers = cast.mentions.filter(({ head }) => heads.has(head));
  return new Set(
    tellers.flatMap((one) => cast.of[one.index] ?? (one.form === "pronoun" ? subjectBefore(cast, one) : [])),
  );
};

/** "He", not yet resolved: most likely the subject of the sentence before. */
const subjectBefore = (cast: Cast, pronoun: Mention): readonly Entity[] => {
  const { sentence } = cast.words[pronoun.first]!;
  const subject = cast.mentions.find(({ kind, head }) => {
    const word = cast.words[head]!;
    return kind === "person" && word.sentence === sentence - 1 && word.relation.startsWith("nsubj");
  });
  return (subject && cast.of[subject.index]) ?? [];
};

/** One speaks to, thanks, meets the other: subject and object of one verb. */
const together = (cast: Cast, left: Mention, right: Mention): boolean => {
  const [a, b] = [cast.words[left.head]!, cast.words[right.head]!];
  return a.relation.startsWith("nsubj") && a.head === b.head && /^(?:obj|iobj|obl)/.test(b.relation);
};

/**
 * Two people of one sentence who act together: joined by "and", or a subject and the one "with" it, who is not the
 * subject of another verb ("would talk with Kyiv, Hebestreit said").
 */
export const pairIn = (
  cast: Cast,
  mentions: readonly Mention[],
): { entities: Entity[]; at: number } | undefined => {
  const people = mentions.filter(
    (one) => one.kind === "person" && one.form !== "pronoun" && cast.of[one.index]?.length === 1,
  );
  for (let index = people.length - 1; index > 0; index--) {
    const [left, right] = [people[index - 1]!, people[index]!];
    const entities = [...new Set([cast.of[left.index]![0]!, cast.of[right.index]![0]!])];
    if (entities.length < 2) continue;
    if (together(cast, left, right)) return { entities, at: right.start };
    const between = cast.document.text.slice(left.end, right.start);
    // "Macron said Europe should reopen a channel with Putin": the one with him is another subject's.
    const isAnother =
      isSubject(cast, right.head) ||
      cast.words
        .slice(left.last + 1, right.first)
        .some(({ index, upos }) => /^(?:NOUN|PROPN)$/.test(upos) && isSubject(cast, index));
    // "A and B are to meet C": the two are A and B.
    const first = people[index - 2];
    const isJoined = first && /^,? and $/i.test(cast.document.text.slice(first.end, left.start));
    if (/^,? and $/i.test(between) || (!isAnother && !isJoined && joins.test(between)))
      return { entities, at: right.start };
  }
  return undefined;
};
