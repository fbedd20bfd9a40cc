// Turns of a transcript ("Mao Ning: We urge Japan …") -> "I" and "we" are whoever has the turn.
import type { Mention } from "../../model/actor.ts";
import { attach, type Cast, type Entity } from "./entity.ts";

/** Words before the colon that a turn opens with. */
const longestLabel = 14;

/** Gives first-person pronouns outside quotations to the one whose turn it is. */
export const resolveTurns = (
  cast: Cast,
  quoted: Int32Array,
  holders: ReadonlyMap<number, readonly Entity[]>,
): void => {
  if (holders.size === 0) return;
  for (const mention of cast.mentions) {
    if (mention.person !== 1 || cast.of[mention.index] || quoted[mention.first]! >= 0) continue;
    const holder = holders.get(cast.words[mention.first]!.sentence);
    if (holder) attach(cast, mention, ...holder);
  }
};

/** Who has the turn in each sentence; a turn goes on through paragraphs of prose. */
export const holdersOf = (cast: Cast): Map<number, readonly Entity[]> => {
  const found = new Map<number, readonly Entity[]>();
  if (!cast.sentences.some(({ block }) => block === "turn")) return found;
  const [firsts, bySentence] = openings(cast);
  const answers = answererOf(cast, firsts);
  let holder: readonly Entity[] | undefined;
  let paragraph = -1;
  for (const { index, block, paragraph: own } of cast.sentences) {
    if (block === "turn" && own !== paragraph)
      holder = isAnswer(cast, firsts.get(index))
        ? answers
        : labelOf(cast, firsts.get(index), bySentence.get(index) ?? []);
    else if (block === "heading") holder = undefined;
    paragraph = own;
    if (holder) found.set(index, holder);
  }
  return found;
};

/** The first word and the mentions of each sentence. */
const openings = ({ words, mentions }: Cast): [Map<number, number>, Map<number, Mention[]>] => {
  const firsts = new Map<number, number>();
  for (const { index, sentence } of words) if (!firsts.has(sentence)) firsts.set(sentence, index);
  const bySentence = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const { sentence } = words[mention.first]!;
    const listed = bySentence.get(sentence);
    if (listed) listed.push(mention);
    else bySentence.set(sentence, [mention]);
  }
  return [firsts, bySentence];
};

/** The actors named before the colon, a person before anybody else. */
const labelOf = (
  { words, of }: Cast,
  first: number | undefined,
  mentions: readonly Mention[],
): readonly Entity[] | undefined => {
  if (first === undefined) return undefined;
  let colon = first;
  while (colon < first + longestLabel && words[colon] && words[colon]!.text !== ":") colon += 1;
  if (words[colon]?.text !== ":") return undefined;
  const named = mentions.filter(({ last, index }) => last < colon && (of[index]?.length ?? 0) === 1);
  const label = named.find(({ kind }) => kind === "person") ?? named[0];
  return label && of[label.index];
};

/** "A: …", "ANSWER: …". */
const isAnswer = ({ words }: Cast, first: number | undefined): boolean =>
  first !== undefined && /^(?:a|answer)$/i.test(words[first]!.text) && words[first + 1]?.text === ":";

/**
 * Who answers in an interview with "Q" and "A": the one who speaks or answers in what stands before the first turn, else
 * the only person whom that names with an office. A byline names the one who asks.
 */
const answererOf = (cast: Cast, firsts: ReadonlyMap<number, number>): readonly Entity[] | undefined => {
  const { sentences, words, mentions, of, document } = cast;
  const turns = sentences.filter(({ block }) => block === "turn");
  if (!turns.some(({ index }) => isAnswer(cast, firsts.get(index)))) return undefined;
  const before = mentions.filter(
    ({ kind, form, start, index }) =>
      kind === "person" &&
      start < turns[0]!.start &&
      of[index]?.length === 1 &&
      (form !== "name" ||
        !/\b(?:by|interviewed by)\s+$/i.test(document.text.slice(Math.max(0, start - 16), start))),
  );
  const speaks = before.find(({ head }) => {
    const { relation, head: verb } = words[head]!;
    return relation.startsWith("nsubj") && interviewed.test(words[verb]?.lemma ?? "");
  });
  const people = new Set(before.map(({ index }) => of[index]![0]!));
  const titled = [...people].filter(({ titles, person }) => titles.length > 0 || person !== undefined);
  const only = titled.length === 1 ? titled[0] : people.size === 1 ? [...people][0] : undefined;
  return speaks ? of[speaks.index] : only && [only];
};

const interviewed = /^(?:speak|talk|sit|answer|tell|discuss|explain|give|say|receive)$/;
