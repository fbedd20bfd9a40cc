// Words and mentions -> which actors a phrase names: by its head, by its modifiers ("Russian troops"), by its list.
import { type ActorKind, type Mention, sideIn } from "../model/actor.ts";
import type { Reading } from "../model/reading.ts";
import type { Word } from "../model/token.ts";
import { baseRelation } from "../model/tree.ts";

/** The layers that parties are read from. */
export type Partied = Pick<Reading, "words" | "mentions" | "actors">;

/** Finds the actors (indexes) that the phrase headed by a word names, in text order without doubles. */
export type Parties = {
  /** Those of the phrase's head and of the heads listed with it; where the head names none, those of its modifiers. */
  readonly of: (word: number) => number[];
  /** Those of the word alone. */
  readonly at: (word: number) => readonly number[];
  /** True for an actor whose side is known. */
  readonly isKnown: (actor: number) => boolean;
  readonly isPerson: (actor: number) => boolean;
  /** True for the head of a mention, whether or not an actor is known for it. */
  readonly isMention: (word: number) => boolean;
  readonly kindOf: (actor: number) => ActorKind;
  /** The side of an actor, or a name of its own where none is known. */
  readonly sideOf: (actor: number) => string;
  /** Last word of the longest mention that the word heads, or the word itself. */
  readonly lastOf: (word: number) => number;
  /** Those of the longest mention that ends with the word, and its first word. */
  readonly endingAt: (word: number) => Ended | undefined;
  /** Those of the longest mention that begins with the word, and its last word. */
  readonly startingAt: (word: number) => Started | undefined;
};

/** A mention's actors and its first word. */
export type Ended = { readonly first: number; readonly actors: readonly number[] };

/** A mention's actors and its last word. */
export type Started = { readonly last: number; readonly actors: readonly number[] };

type Held = { readonly length: number; readonly actors: readonly number[] };

const none: readonly number[] = [];
/** Modifiers that say whose or from where a head is, the telling ones first. */
const modifiers = ["nmod:poss", "appos", "flat", "compound", "amod", "nmod", "acl"];
const telling = new Set(["of", "from", "in", "for", "among", "between", "loyal_to"]);

/** Builds the index once a document. */
export const partiesOf = ({ words, mentions, actors }: Partied): Parties => {
  const byMention = new Map<number, number[]>();
  for (const actor of actors) {
    // Who is known only as a source, and of no side, is no party to anything.
    if (actor.rule === "source" && actor.country === undefined) continue;
    for (const mention of actor.mentions)
      byMention.set(mention, [...(byMention.get(mention) ?? []), actor.index]);
  }
  const heads = new Set(mentions.map(({ head }) => head));
  const byWord = new Map<number, Held>();
  const lastOf = new Map<number, number>();
  const byFirst = new Map<number, Held>();
  const byLast = new Map<number, Held>();
  for (const mention of mentions) {
    const named = byMention.get(mention.index);
    const length = mention.last - mention.first;
    // "Erdogan himself called": names nobody besides.
    if (!named || /^(?:him|her|it|them)sel(?:f|ves)$/i.test(words[mention.head]!.text)) continue;
    if ((lastOf.get(mention.head) ?? -1) < mention.last) lastOf.set(mention.head, mention.last);
    for (const [map, key] of [
      [byWord, mention.head],
      // "his French counterpart Jean-Noël Barrot", where the tree hangs the name from the calling
      [byWord, topOf(words, mention)],
      [byFirst, mention.first],
      [byLast, mention.last],
    ] as const)
      if ((map.get(key)?.length ?? -1) < length) map.set(key, { length, actors: named });
  }
  const isKnown = (actor: number): boolean =>
    actors[actor]!.country !== undefined || actors[actor]!.code !== undefined;
  const at = (word: number): readonly number[] => byWord.get(word)?.actors ?? none;
  const own = (word: number, depth: number): number[] => {
    const named = at(word);
    if (named.some(isKnown) || depth > 3) return [...named];
    for (const relation of modifiers)
      for (const child of words[word]!.children) {
        const word = words[child]!;
        if (word.relation !== relation && !(relation === "nmod" && isTelling(words, word))) continue;
        const found = [...own(child, depth + 1), ...listed(child, depth + 1)];
        if (found.length > 0) return [...new Set([...named, ...found])];
      }
    return [...named];
  };
  /** What stands beyond a verb is listed with the word only where it is named itself: trees hang whole clauses there. */
  const isListed = (word: number, child: number): boolean =>
    baseRelation(words[child]!) === "conj" && (at(child).length > 0 || !hasVerb(words, word, child));
  const listed = (word: number, depth: number): number[] =>
    words[word]!.children.filter((child) => isListed(word, child)).flatMap((child) =>
      depth > 6 ? [] : [...own(child, depth), ...listed(child, depth + 1)],
    );
  return {
    at,
    isKnown,
    isPerson: (actor) => actors[actor]!.kind === "person",
    isMention: (word) => heads.has(word),
    kindOf: (actor) => actors[actor]!.kind,
    sideOf: (actor) => sideIn(actors[actor]!) ?? `actor ${actor}`,
    lastOf: (word) => lastOf.get(word) ?? word,
    endingAt: (word) => {
      const held = byLast.get(word);
      return held && { first: word - held.length, actors: held.actors };
    },
    startingAt: (word) => {
      const held = byFirst.get(word);
      return held && { last: word + held.length, actors: held.actors };
    },
    of: (word) => [...new Set([...own(word, 0), ...listed(word, 0)])],
  };
};

/** The word of a mention that hangs from something outside of it. */
const topOf = (words: readonly Word[], { first, last, head }: Mention): number => {
  let at = head;
  for (let step = 0; step < 4 && words[at]!.head >= first && words[at]!.head <= last; step += 1)
    at = words[at]!.head;
  return at;
};

const hasVerb = (words: readonly Word[], from: number, to: number): boolean => {
  for (let at = from + 1; at < to; at += 1) if (/^VB[DZP]$/.test(words[at]!.xpos)) return true;
  return false;
};

const isTelling = (words: readonly Word[], word: Word): boolean =>
  word.relation.startsWith("nmod") &&
  word.children.some(
    (child) => words[child]!.relation === "case" && telling.has(words[child]!.lemma.toLowerCase()),
  );
