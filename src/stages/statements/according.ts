// "according to X" -> a statement: by the order of the words, since the phrase mostly opens or closes its sentence.
import type { Word } from "../../model/token.ts";
import { subtree } from "../../model/tree.ts";
import { cutShort } from "./cut.ts";
import type { Draft, Scene } from "./draft.ts";
import { contentSpans, quotationOf, trim } from "./spans.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];
const nominal = new Set(["NOUN", "PROPN", "PRON", "NUM", "X"]);

/** The statement that "according" opens at this word, if it does. */
export const accordingTo = (scene: Scene, word: Word): Draft | undefined => {
  const { words, quotations } = scene.input;
  if (word.text.toLowerCase() !== "according" || words[word.index + 1]?.text.toLowerCase() !== "to")
    return undefined;
  const clause = clauseAround(scene, word.index);
  const opens = onlyLead(words, clause[0], word.index);
  if (clause[1] < word.index + 2) return undefined;
  const end = sourceEnd(words, word.index + 2, clause[1], opens);
  const run = range(word.index + 2, end);
  const speaker = run.find((index) => nominal.has(words[index]!.upos) && !run.includes(words[index]!.head));
  const source = trim(words, run);
  if (speaker === undefined || !source) return undefined;
  const indexes = [...range(clause[0], word.index - 1), ...range(end + 1, clause[1])];
  const kept = opens ? indexes.filter((index) => index > end) : indexes;
  const content = contentSpans(words, cutShort(scene, word.index, kept, "verb"), quotations);
  if (content.length === 0) return undefined;
  return {
    head: word.index,
    cue: [word.index, word.index + 1],
    act: scene.language.acts.get("say")!,
    negated: false,
    speaker,
    source,
    content,
    confidence: 0.95,
    rule: "according-to",
  };
};

/** First and last word of what the phrase speaks about: its sentence, its quotation, or the clause after a "that". */
const clauseAround = ({ input: { words, quotations, sentences } }: Scene, at: number): Range => {
  const { sentence } = words[at]!;
  const inside = quotationOf(words[at]!, quotations);
  const isIn = (index: number): boolean =>
    words[index]?.sentence === sentence && quotationOf(words[index]!, quotations) === inside;
  let first = at;
  while (isIn(first - 1)) {
    const before = words[first - 1]!;
    if (/^(?:that|;|:|while|whereas|although|because)$/i.test(before.text) && at - first < 2) break;
    if (/^[;:]$/.test(before.text)) break;
    first -= 1;
  }
  let last = at;
  const stop = sentences[sentence]!.end;
  while (
    words[last + 1] &&
    words[last + 1]!.end <= stop &&
    words[last + 1]!.text !== ";" &&
    (inside >= 0 ? isIn(last + 1) : words[last + 1]!.sentence === sentence)
  )
    last += 1;
  while (last > at && /^[.!?;]$/.test(words[last]!.text)) last -= 1;
  return [first, last];
};

/** True where nothing but "And", "But" or a time stands before the phrase. */
const onlyLead = (words: Words, first: number, at: number): boolean => {
  for (let index = first; index < at; index += 1)
    if (!/^(?:and|but|so|yet|also|however|still|that|,|["“”‘’'(])$/i.test(words[index]!.text)) return false;
  return true;
};

/** Last word of the source: up to a comma, a bracket, a dash or a verb that goes on with the sentence. */
const sourceEnd = (words: Words, from: number, last: number, opens: boolean): number => {
  const own = new Set(ownPhrase(words, from, last));
  let end = from - 1;
  for (let at = from; at <= last; at += 1) {
    const word = words[at]!;
    if (
      /^[,;:()—–"“”]$|^--$|^-$/.test(word.text) &&
      !(/^-$/.test(word.text) && words[at - 1]?.end === word.start)
    )
      break;
    const finite = (word.upos === "VERB" || word.upos === "AUX") && /^(?:VB[DZP]|MD)$/.test(word.xpos);
    if (finite && !own.has(at)) break;
    if (finite && opens && !word.relation.startsWith("acl") && !/^(?:aux|cop)/.test(word.relation)) break;
    end = at;
  }
  return end;
};

const ownPhrase = (words: Words, from: number, last: number): number[] => {
  for (let at = from; at <= last; at += 1)
    if (nominal.has(words[at]!.upos) && !(words[at]!.head > at && nominal.has(words[words[at]!.head]!.upos)))
      return subtree(words, at);
  return [];
};

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
