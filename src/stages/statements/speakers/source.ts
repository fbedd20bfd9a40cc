// A word -> the name of the speaker that it heads: with titles and appositions, without what merely comments on it.
import type { Quotation } from "../../../model/sentence.ts";
import type { Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation, subtree } from "../../../model/tree.ts";
import { quotationOf, trim } from "../spans.ts";
import { isDay, withoutDateline } from "./dateline.ts";
import {
  afterFor,
  throughName,
  upToCue,
  withApposition,
  withFirstItem,
  withLongApposition,
  withoutAside,
  withoutTail,
} from "./source-reach.ts";
import { afterVerb, fromStart, withoutLead, withoutOpener } from "./source-start.ts";
import { withOffice } from "./source-tail.ts";

type Words = readonly Word[];

/** The name of a speaker: the word with all that it governs, but without what merely comments on it. */
export const sourceSpan = (
  words: Words,
  head: number,
  quotations: readonly Quotation[],
  cue: readonly [first: number, last: number] = [-1, -1],
): Span | undefined => {
  const inside = quotationOf(words[head]!, quotations);
  const phrase = subtree(words, head, (word) => {
    const relation = baseRelation(word);
    if (word.relation === "cc:preconj") return false;
    if (["case", "cc", "mark", "punct"].includes(relation) && word.head === head) return relation !== "punct";
    if (["parataxis", "advcl", "ccomp", "discourse", "dep"].includes(relation)) return true;
    if (isWhen(words, word)) return true;
    // "Tehran, not he, would have to ask": who does not speak.
    if (relation === "conj" && /^not$/i.test(words[word.index - 1]!.text)) return true;
    if (word.relation === "acl:relcl" && afterComma(words, word)) return true;
    return inside !== quotationOf(word, quotations) && relation !== "flat" && relation !== "amod";
  });
  const around = runAround(words, phrase, head);
  const run = withoutAside(
    words,
    afterVerb(words, around.slice(around.findIndex((index) => words[index]!.upos !== "PUNCT")), head),
    head,
    cue,
  );
  const begun = afterFor(words, fromStart(words, upToCue(words, run, head, cue), head, cue), head, cue);
  const reached = withoutTail(words, begun, head);
  const named = head > cue[1] ? throughName(words, reached, cue) : reached;
  const near = withApposition(words, withFirstItem(words, withoutLead(words, named, head), cue), cue);
  const clear = head > cue[1] ? withLongApposition(words, near, cue) : near;
  const own = clear.filter(
    (index) =>
      (cue[0] < 0 || (index < cue[0] ? head < cue[0] : index > cue[1] && head > cue[1])) &&
      // "a [Hungarian] allegation": the article is the noun's.
      !(words[head]!.relation === "amod" && words[index]!.relation === "det" && words[index]!.head !== head),
  );
  const span = withBrackets(words, trim(words, withoutOpener(words, withoutDateline(words, own))), own);
  return withOffice(words, withSelf(words, span, own), head, cue[1]);
};

/** "the president himself". */
const withSelf = (words: Words, span: Span | undefined, run: readonly number[]): Span | undefined => {
  const next = words[(run.at(-1) ?? -2) + 1];
  const isSelf = /^(?:himself|herself|itself|themselves)$/i.test(next?.text ?? "");
  return span && next && isSelf && next.start === span.end + 1 ? { start: span.start, end: next.end } : span;
};

/** "Rep. Smith (R-Fla.)": brackets right after a name belong to it. */
const withBrackets = (words: Words, span: Span | undefined, run: readonly number[]): Span | undefined => {
  const next = (run.at(-1) ?? -2) + 1;
  if (!span || words[next]?.text !== "(" || words[next]!.start > span.end + 1) return span;
  for (let at = next + 1; at < next + 8 && words[at]?.sentence === words[next]!.sentence; at += 1)
    if (words[at]!.text === ")") return { start: span.start, end: words[at]!.end };
  return span;
};

/** "on Monday", "Tuesday": parsers hang a time on the noun beside it. */
const isWhen = (words: Words, word: Word): boolean =>
  isDay(word) &&
  (["unmarked", "tmod", "npmod"].some((kind) => word.relation.endsWith(kind)) ||
    word.children.some((child) => /^(?:on|in|last|this|next|earlier|late)$/i.test(words[child]!.text)) ||
    baseRelation(word) === "appos");

const afterComma = (words: Words, word: Word): boolean => {
  const first = subtree(words, word.index)[0]!;
  return /^[,(–—-]$/.test(words[first - 1]?.text ?? "") || words[first]?.text === ",";
};

/** The unbroken run of indexes that holds `head`; punctuation between may be missing from the tree's phrase. */
const runAround = (words: Words, indexes: readonly number[], head: number): number[] => {
  const at = indexes.indexOf(head);
  let first = at;
  let last = at;
  const joined = (a: number, b: number): boolean =>
    b - a === 1 || (b - a === 2 && words[a + 1]!.upos === "PUNCT");
  while (first > 0 && joined(indexes[first - 1]!, indexes[first]!)) first -= 1;
  while (last < indexes.length - 1 && joined(indexes[last]!, indexes[last + 1]!)) last += 1;
  const run: number[] = [];
  for (let index = indexes[first]!; index <= indexes[last]!; index += 1) run.push(index);
  return run;
};

/** The word that heads the phrase from one word to another. */
export const sourceHead = (words: Words, from: number, last: number): number | undefined => {
  for (let at = from; at <= last; at += 1)
    if (
      /^(?:NOUN|PROPN|PRON)$/.test(words[at]!.upos) &&
      !(words[at]!.head >= from && words[at]!.head <= last)
    )
      return at;
  return undefined;
};
