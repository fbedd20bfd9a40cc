// Mentions that nobody stands for yet -> actors without a name, where they are the ones who say something: "a source
// close to the talks told AFP", "diplomats said". What they say must have somebody to belong to.
import type { Mention } from "../../model/actor.ts";
import type { Word } from "../../model/token.ts";
import { attach, bareText, type Cast, type Entity, newEntity } from "./entity.ts";

const self = / (?:him|her|it|them)sel(?:f|ves)$/i;
const owner = /^(?:his|her|its|their|our|my|whose)\s+/i;
const number = /^(?:some|several|many|a few|two|three|four|five|six|both|other|\d+)\s+/i;

/** Resolves what is left open and speaks. "The two men said" is left alone: they are people of the text. */
export const resolveSources = (cast: Cast): void => {
  for (const mention of cast.mentions) {
    if (mention.form !== "title" || !/^(?:person|group)$/.test(mention.kind) || !speaks(cast, mention))
      continue;
    const [before] = cast.of[mention.index] ?? [];
    if (before?.rule === "noun") before.rule = "source";
    if (before || (mention.count !== undefined && isDefinite(cast, mention))) continue;
    attach(cast, mention, saidBefore(cast, mention) ?? newSource(cast, mention));
  }
};

/**
 * Runs `resolve` while whoever speaks without a name ("the unification minister said …") stands for themselves, so that "he
 * added" may be theirs. It may come out later who they are: what this returns, called then, gives them what was theirs.
 */
export const amongSpeakers = (cast: Cast, resolve: () => void): (() => void) => {
  const open = cast.mentions.filter(
    (mention) =>
      mention.form === "title" &&
      mention.kind === "person" &&
      !mention.plural &&
      mention.possessor === undefined &&
      cast.of[mention.index] === undefined &&
      (speaks(cast, mention) || cast.words[mention.head]!.relation === "obj"),
  );
  const speakers = new Set(
    open.map((mention) => {
      const entity = saidBefore(cast, mention) ?? newSource(cast, mention);
      attach(cast, mention, entity);
      return entity;
    }),
  );
  resolve();
  for (const entity of speakers) {
    cast.entities.splice(cast.entities.indexOf(entity), 1);
    for (const index of entity.mentions) delete cast.of[index];
  }
  return () => {
    for (const entity of speakers) for (const index of entity.mentions) giveBack(cast, entity, index);
  };
};

/** A mention that was a speaker's goes to whoever the speaker's own last mention before it means now. */
const giveBack = (cast: Cast, speaker: Entity, index: number): void => {
  const own = speaker.mentions.findLast((one) => one < index && cast.mentions[one]!.form === "title");
  const found = own === undefined ? undefined : cast.of[own];
  if (!found || cast.of[index] !== undefined) return;
  for (const one of found) if (one.gender === "unknown") one.gender = speaker.gender;
  attach(cast, cast.mentions[index]!, ...found);
};

/** "The secretary called him" tells of a call, "called the decision a mistake" and "called on Belarus" of words. */
const isCall = (words: readonly Word[], { lemma, children }: Word): boolean =>
  lemma === "call" &&
  children.some((child) => words[child]!.relation === "obj" && /^PR/.test(words[child]!.upos));

const isDefinite = (cast: Cast, { start, end }: Mention): boolean =>
  /^(?:the|both|these|those)\s/i.test(cast.document.text.slice(start, end));

/** Subject of a verb of speech, or the one after "according to". */
const speaks = ({ words, language }: Cast, { head }: Mention): boolean => {
  const word = words[head]!;
  const verb = words[word.head];
  if (!verb) return false;
  if (word.relation === "nsubj")
    return verb.upos === "VERB" && language.speech.has(verb.lemma) && !isCall(words, verb);
  return word.children.some((child) => words[child]!.text.toLowerCase() === "according");
};

/** "The source" after "a source", "the officials" after "two officials". */
const saidBefore = (cast: Cast, mention: Mention): Entity | undefined => {
  if (mention.definite === false) return undefined;
  const word = nounOf(cast, mention);
  return cast.entities.findLast(
    ({ rule, name, mentions }) =>
      rule === "source" && mentions[0]! < mention.index && name.toLowerCase().split(" ").includes(word),
  );
};

const nounOf = ({ words }: Cast, { head }: Mention): string => words[head]!.text.toLowerCase();

const newSource = (cast: Cast, mention: Mention): Entity => {
  const country = mention.country ?? serves(cast, mention);
  return newEntity(cast, {
    kind: mention.kind,
    name: (bareText(cast, mention).replace(self, "") + described(cast, mention))
      .replace(owner, "")
      .replace(number, ""),
    gender: mention.gender,
    plural: mention.plural,
    titles: [...mention.titles],
    rule: "source",
    ...(country && { country }),
    ...(mention.sector && { sector: mention.sector }),
  });
};

/** What the words right behind say of a source, " close to the talks": short and without a clause, or nothing. */
const described = ({ words, document }: Cast, { head, last, end }: Mention): string => {
  let at = last;
  while (at - last <= 8 && isBelow(words, at + 1, head)) at += 1;
  const tail = words.slice(last + 1, at + 1);
  const clause = tail.some(
    ({ upos, text }) => /^(?:VERB|AUX)$/.test(upos) || /^(?:,|who|that|which)$/.test(text),
  );
  const whole = at > last && at - last <= 8 && !clause;
  return whole ? document.text.slice(end, words[at]!.end).replace(/\s+/g, " ") : "";
};

const isBelow = (words: readonly Word[], index: number, above: number): boolean => {
  const sentence = words[above]!.sentence;
  let at = index;
  for (let step = 0; step < 12 && words[at]?.sentence === sentence; step += 1) {
    if (at === above) return true;
    at = words[at]!.head;
  }
  return false;
};

/** "A source in the Turkish Foreign Ministry" is Turkey's. */
const serves = (cast: Cast, { head }: Mention): string | undefined => {
  const phrases = cast.words[head]!.children.filter((child) => cast.words[child]!.relation === "nmod");
  const body = cast.mentions.find(
    (one) => phrases.includes(one.head) && cast.of[one.index]?.[0]?.kind === "organization",
  );
  return body && cast.of[body.index]?.[0]?.country;
};
