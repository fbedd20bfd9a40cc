// "Modi was pleased, Kwatra told reporters. “It is a start,” [he] said." -> whoever spoke in the sentence before speaks on.
import type { Mention } from "../../model/actor.ts";
import type { Word } from "../../model/token.ts";
import type { Antecedent } from "./antecedents.ts";
import type { Cast, Entity } from "./entity.ts";

/** Who spoke in the sentence before a "he" or "she" that says a main clause ("he said", "according to him"); among the antecedents. */
export const speaksOn = (cast: Cast, pronoun: Mention, found: readonly Antecedent[]): Entity | undefined => {
  const { words, sentences } = cast;
  const word = words[pronoun.head]!;
  const verb = words[word.head];
  if (pronoun.gender === "neuter" || !verb) return undefined;
  if (!says(cast, word) && !isAccordingTo(cast, pronoun)) return undefined;
  const before = sentences[word.sentence - 1];
  const own = sentences[word.sentence]!.paragraph;
  if (!before) return undefined;
  const last = before.paragraph === own ? before.index : undefined;
  const speaker =
    (last === undefined ? undefined : speakerIn(cast, pronoun, last)) ?? aboveQuotation(cast, pronoun, own);
  return found.some(({ entity }) => entity === speaker) ? speaker : undefined;
};

/** "“It was frank. It was long,” he said": nobody else speaks in its paragraph, which goes on from the one before. */
const aboveQuotation = (cast: Cast, pronoun: Mention, paragraph: number): Entity | undefined => {
  const { document, sentences, words } = cast;
  let first = words[pronoun.head]!.sentence;
  while (sentences[first - 1]?.paragraph === paragraph) first -= 1;
  const opens = document.text[sentences[first]!.start] ?? "";
  const spoken = cast.mentions.some(
    ({ index, head }) =>
      index < pronoun.index &&
      words[head]!.sentence >= first &&
      isSayer(cast, words[head]!, words[head]!.sentence),
  );
  return first > 0 && !spoken && /^["“]/.test(opens) ? speakerIn(cast, pronoun, first - 1) : undefined;
};

/** "Rubio and Waltz said that the teams had met. [They] said …": those who spoke in the sentence before, where they are several. */
export const speakOn = (cast: Cast, pronoun: Mention): readonly Entity[] | undefined => {
  const { words, sentences, mentions } = cast;
  const word = words[pronoun.head]!;
  const before = sentences[word.sentence - 1];
  if (!says(cast, word) || before?.paragraph !== sentences[word.sentence]!.paragraph) return undefined;
  const near = mentions.slice(Math.max(0, pronoun.index - 30), pronoun.index);
  const subject = near.findLast(({ head }) => isSayer(cast, words[head]!, word.sentence - 1));
  if (!subject) return undefined;
  const found = near
    .filter(({ head }) => head === subject.head || isJoinedTo(words[head]!, subject.head))
    .flatMap(({ index }) => cast.of[index] ?? []);
  const sayers = [...new Set(found)];
  return sayers.length > 1 || sayers[0]?.plural ? sayers : undefined;
};

const isAccordingTo = ({ words }: Cast, { first }: Mention): boolean =>
  /^according$/i.test(words[first - 2]?.text ?? "") && /^to$/i.test(words[first - 1]!.text);

/** The subject of a main verb of saying. */
const says = (cast: Cast, { relation, head }: Word): boolean => {
  const verb = cast.words[head];
  return (
    relation.startsWith("nsubj") &&
    verb !== undefined &&
    cast.language.speech.has(verb.lemma) &&
    isMain(cast, verb)
  );
};

const isSayer = (cast: Cast, word: Word, wanted: number): boolean =>
  word.sentence === wanted && word.relation === "nsubj" && says(cast, word);

const isJoinedTo = ({ relation, head }: Word, subject: number): boolean =>
  relation === "conj" && head === subject;

/** The person whose main verb of saying stands last in a sentence. */
const speakerIn = (cast: Cast, pronoun: Mention, sentence: number): Entity | undefined => {
  for (let at = pronoun.index - 1; at >= 0; at -= 1) {
    const mention = cast.mentions[at]!;
    const word = cast.words[mention.head]!;
    if (word.sentence < sentence) return undefined;
    const verb = cast.words[word.head];
    const isSpeaker =
      word.sentence === sentence &&
      verb !== undefined &&
      (word.relation === "nsubj" || isBehindQuotation(cast, mention, verb)) &&
      (cast.language.speech.has(verb.lemma) || acts.test(verb.lemma)) &&
      isMain(cast, verb);
    if (isSpeaker) return cast.of[at]?.length === 1 ? cast.of[at]![0] : undefined;
  }
  return undefined;
};

/** "“I came to hand over a letter,” declared [the minister]": who stands right behind the verb that a quotation comes before. */
const isBehindQuotation = ({ words }: Cast, { first }: Mention, { index }: Word): boolean =>
  first === index + 1 && /^["”’]$/.test(words[index - 1]?.text ?? "");

/** What else is done with words: "Kurti accused the envoy. “He is not neutral,” [he] said." */
const acts =
  /^(?:accuse|blame|criticize|criticise|condemn|denounce|reject|deny|dismiss|urge|welcome|praise|hail|thank|vow|pledge|promise|defend|regret|demand|describe|call|voice|express|reiterate|threaten|apologize|apologise)$/;

/** A finite verb that is no part of what another one says. */
const isMain = ({ words, language }: Cast, verb: Word): boolean => {
  if (!/^VB[DZP]$/.test(verb.xpos)) return false;
  for (let at = verb, step = 0; step < 8; step += 1) {
    if (at.head < 0) return true;
    const head = words[at.head]!;
    if (!/^(?:parataxis|conj|ccomp|dep)$/.test(at.relation.replace(/:.*/, ""))) return false;
    // A clause that stands before the verb that says it hangs below it, or above: "Modi was pleased, Kwatra told".
    if (at.relation === "ccomp" && language.speech.has(head.lemma)) return false;
    at = head;
  }
  return false;
};
