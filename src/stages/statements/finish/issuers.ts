// A paper that says something -> who issued it: "a White House readout, which said", "the statement added".
import type { Word } from "../../../model/token.ts";
import { childrenBy } from "../../../model/tree.ts";
import { caseOf } from "../speakers/own-subject.ts";

type Words = readonly Word[];

/** Looks up the actors that a word stands for. */
export type ActorsAt = (word: number) => number[];

/** Papers that speak for whoever issues them. */
const papers =
  /^(?:statement|readout|read-out|communiqu[eé]|release|transcript|declaration|note|letter|message|post|tweet|summary|announcement|dispatch|bulletin|account)$/;

/** How many sentences back the paper may have been named with its issuer. */
const memory = 4;

/** The actors who issued the paper that a word names: its own issuer, or that of the last such paper before "the readout". */
export const issuersOf = (words: Words, paper: number, at: ActorsAt): number[] => {
  const { lemma, sentence } = words[paper]!;
  if (!isPaper(words[paper]!)) return [];
  const own = namedBy(words, paper, at);
  if (own.length > 0 || !isPointing(words, paper)) return own;
  for (let back = paper - 1; back >= 0 && words[back]!.sentence >= sentence - memory; back -= 1)
    if (words[back]!.lemma === lemma) {
      const found = namedBy(words, back, at);
      if (found.length > 0) return found;
    }
  return [];
};

const isPaper = ({ lemma, upos }: Word): boolean =>
  /^(?:NOUN|PROPN)$/.test(upos) && papers.test(lemma.toLowerCase());

/** "the readout", "that letter". */
const isPointing = (words: Words, paper: number): boolean =>
  childrenBy(words, paper, "det").some(({ text }) => /^(?:the|that|this)$/i.test(text));

/** "Moscow's statement", "a statement by the embassy", "a readout issued by the ministry". */
const namedBy = (words: Words, paper: number, at: ActorsAt): number[] => {
  const slots = childrenBy(words, paper, "nmod:poss", "compound", "amod", "nmod").filter(
    (child) => child.relation !== "nmod" || /^(?:by|from|of)$/i.test(caseOf(words, child)),
  );
  const agents = childrenBy(words, paper, "acl").flatMap((verb) =>
    childrenBy(words, verb.index, "obl").filter((child) => /^by$/i.test(caseOf(words, child))),
  );
  return [...slots, ...agents].flatMap((child) => at(child.index));
};
