// Parties -> parties that also know who "it", "its" or "they" is where the actors leave it open: whoever says so.
import { subjectOf } from "../../clause/arguments.ts";
import type { Parties } from "../../clause/parties.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation } from "../../model/tree.ts";

type Words = readonly Word[];

const pronoun = /^(it|its|they|their|theirs|itself|themselves)$/i;
const speech = new Set(
  "say announce confirm declare add tell state report claim indicate warn note deny vow".split(" "),
);

/** "Russia said its forces had seized a town": a pronoun that no actor stands for is the one whose words these are. */
export const ownParties = (words: Words, parties: Parties): Parties => {
  const of = (index: number): number[] => {
    const sayer = pronoun.test(words[index]!.text)
      ? (sayerOf(words, index) ?? toldBefore(words, index))
      : undefined;
    const said = sayer === undefined ? [] : parties.of(sayer);
    const plural = /^the(y|irs?|mselves)$/i.test(words[index]!.text);
    const isBody = said.length > 0 && (plural || !said.some(parties.isPerson));
    const found = parties.of(index);
    if (isBody && /^it$/i.test(words[index]!.text) && words[index]!.relation === "nsubj") return said;
    if (found.length === 0 && isPair(words, index)) return pairBefore(words, index, parties);
    if (found.length > 0) return found.some(parties.isKnown) ? found : [...found, ...ownerOf(index)];
    return isBody ? said : ownerOf(index);
  };
  const ownerOf = (index: number): number[] => {
    const owner = words[index]!.children.find(
      (child) => words[child]!.relation === "nmod:poss" && pronoun.test(words[child]!.text),
    );
    return owner === undefined || parties.of(owner).length > 0 ? [] : of(owner);
  };
  return { ...parties, of };
};

/** The subject of the verb of speech that the word's own clause is the content of. */
const sayerOf = (words: Words, index: number): number | undefined => {
  let at = index;
  for (let step = 0; step < 6; step += 1) {
    const word = words[at]!;
    const head = words[word.head];
    if (!head) return undefined;
    const relation = baseRelation(word);
    if (relation === "ccomp") {
      const subject = speech.has(head.lemma.toLowerCase()) ? subjectOf(words, head.index) : undefined;
      return subject === index ? undefined : subject;
    }
    if (/^(VERB|AUX)$/.test(word.upos) && relation !== "conj" && relation !== "xcomp") return undefined;
    at = head.index;
  }
  return undefined;
};

/** "Ukraine will not yield, its foreign ministry said": the subject of what stands before. */
const toldBefore = (words: Words, index: number): number | undefined => {
  if (words[index]!.relation !== "nmod:poss") return undefined;
  let at = words[index]!.head;
  for (let step = 0; step < 3 && words[at] !== undefined && words[at]!.upos !== "VERB"; step += 1)
    at = words[at]!.head;
  if (!speech.has(words[at]?.lemma.toLowerCase() ?? "")) return undefined;
  const told = words[at]!.children.find((child) => child < index && words[child]!.relation === "ccomp");
  return told === undefined ? undefined : subjectOf(words, told);
};

const bodies =
  /^(side|army|force|government|military|capital|state|country|neighbor|neighbour|nation|ministry)$/;

/** "each side", "both armies", "the two governments". */
const isPair = (words: Words, index: number): boolean =>
  bodies.test(words[index]!.lemma.toLowerCase()) &&
  words[index]!.children.some((child) => /^(each|both|two)$/i.test(words[child]!.text));

/** The two sides that the sentence, or the one before it, has named so far, where there are just two. */
const pairBefore = (words: Words, index: number, parties: Parties): number[] => {
  const pair = new Map<string, number>();
  for (let at = index - 1; at >= 0 && words[index]!.sentence - words[at]!.sentence <= 1; at -= 1)
    for (const actor of parties.at(at)) if (parties.isKnown(actor)) pair.set(parties.sideOf(actor), actor);
  return pair.size === 2 ? [...pair.values()].reverse() : [];
};
