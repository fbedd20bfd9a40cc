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
    const sayer = pronoun.test(words[index]!.text) ? sayerOf(words, index) : undefined;
    const said = sayer === undefined ? [] : parties.of(sayer);
    const plural = /^the(y|irs?|mselves)$/i.test(words[index]!.text);
    const isBody = said.length > 0 && (plural || !said.some(parties.isPerson));
    const found = parties.of(index);
    if (isBody && /^it$/i.test(words[index]!.text) && words[index]!.relation === "nsubj") return said;
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
