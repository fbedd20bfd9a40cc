// Turns of a transcript ("Mao Ning: We urge Japan …") -> "I" and "we" are whoever has the turn.
import type { Mention } from "../../model/actor.ts";
import { attach, type Cast, type Entity } from "./entity.ts";

/** Words before the colon that a turn opens with. */
const longestLabel = 14;

/** Gives first-person pronouns outside quotations to the one whose turn it is. */
export const resolveTurns = (cast: Cast, quoted: Int32Array): void => {
  const holders = holdersOf(cast);
  if (holders.size === 0) return;
  for (const mention of cast.mentions) {
    if (mention.person !== 1 || cast.of[mention.index] || quoted[mention.first]! >= 0) continue;
    const holder = holders.get(cast.words[mention.first]!.sentence);
    if (holder) attach(cast, mention, ...holder);
  }
};

/** Who has the turn in each sentence; a turn goes on through paragraphs of prose. */
const holdersOf = (cast: Cast): Map<number, readonly Entity[]> => {
  const found = new Map<number, readonly Entity[]>();
  const [firsts, bySentence] = openings(cast);
  let holder: readonly Entity[] | undefined;
  let paragraph = -1;
  for (const { index, block, paragraph: own } of cast.sentences) {
    if (block === "turn" && own !== paragraph)
      holder = labelOf(cast, firsts.get(index), bySentence.get(index) ?? []);
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
