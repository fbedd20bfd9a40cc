// Words and the network's scores of labels -> names of people, organizations, places and nationalities: the best labels
// sentence by sentence, then made to agree through the document, then corrected by what the tables know for sure.
import type { NamesLanguage } from "../../language/names.ts";
import type { Name } from "../../model/name.ts";
import type { Word } from "../../model/token.ts";
import { agree } from "./agree.ts";
import { correctNames } from "./known-names.ts";
import { bestLabels, labelCount, labelKinds } from "./label.ts";
import { setEdges } from "./set-edges.ts";
import { settlePeople } from "./settle-people.ts";
import { splitPairs } from "./split-pairs.ts";

/** Names in text order, none inside another; `scores` has `labelCount` cells a word. */
export const findNames = (
  words: readonly Word[],
  scores: Float32Array,
  { gazetteer, persons }: NamesLanguage,
): Name[] => {
  const names: Name[] = [];
  for (let first = 0; first < words.length; ) {
    let end = first + 1;
    while (end < words.length && words[end]!.sentence === words[first]!.sentence) end += 1;
    const sentence = words.slice(first, end);
    const labels = bestLabels(scores.subarray(first * labelCount, end * labelCount));
    for (const name of namesOf(labels, sentence)) names.push(name);
    first = end;
  }
  const known = correctNames(words, agree(words, names, gazetteer), gazetteer);
  const settled = setEdges(words, settlePeople(words, known, gazetteer, persons), gazetteer);
  return splitPairs(words, settled);
};

/** Labels as names, without the marks and joining words that a name can't begin or end with. */
const namesOf = (labels: Uint8Array, words: readonly Word[]): Name[] => {
  const names: Name[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const label = labels[at]!;
    if (label === 0) continue;
    let first = at;
    while (at + 1 < words.length && labels[at + 1] === label + (label % 2)) at += 1;
    let last = at;
    while (first <= last && loose.test(words[first]!.text)) first += 1;
    while (first <= last && loose.test(words[last]!.text) && !isShop(words, last)) last -= 1;
    // "Lee Jae-myung": what hangs on a person's name by a hyphen is a part of it, "Trump-led" is none.
    while (label < 3 && hangs(words, last)) last += 2;
    if (label < 3) last = beforeHonours(words, first, last);
    if (label > 2 && label < 7 && isOpenShop(words, first, last)) last += 1;
    const start = words[first];
    const end = words[last];
    if (first > last || !start || !end) continue;
    const kind = labelKinds[(label - 1) >> 1]!;
    names.push({ start: start.start, end: end.end, kind, first: start.index, last: end.index });
  }
  return names;
};

const loose = /^(?:[^\p{L}\p{N}]+|['’]s|of|and|the)$/u;

/** "[Yusuf Tuggar], OON": letters behind a comma are no part of a person's name. */
const beforeHonours = (words: readonly Word[], first: number, last: number): number =>
  last - first > 2 && words[last - 1]!.text === "," && /^\p{Lu}{2,5}$/u.test(words[last]!.text)
    ? last - 2
    : last;

/** "going to Kenneally's for dinner": what one goes to or eats at takes the genitive of nothing along. */
const isOpenShop = (words: readonly Word[], first: number, last: number): boolean =>
  words[last + 1]?.xpos === "POS" &&
  isShop(words, last + 1) &&
  /^(?:at|to|from|near|in|into|by)$/i.test(words[first - 1]?.text ?? "");

/** "a table at [Del Frisco's]": the genitive of what is not there, so that it is a part of the name. */
const isShop = (words: readonly Word[], last: number): boolean => {
  const next = words[last + 1];
  return (
    /^['’]s$/.test(words[last]!.text) && (!next || /^(?:PUNCT|ADP|VERB|AUX|CCONJ|SCONJ)$/.test(next.upos))
  );
};

const hangs = (words: readonly Word[], last: number): boolean => {
  const [name, hyphen, part] = [words[last], words[last + 1], words[last + 2]];
  return (
    name !== undefined &&
    part !== undefined &&
    hyphen?.text === "-" &&
    name.end === hyphen.start &&
    hyphen.end === part.start &&
    /^\p{L}{2,6}$/u.test(part.text) &&
    part.upos !== "VERB" &&
    !/^(?:led|era|like|style|held|run|born|made|backed|aligned|loyal|linked)$/.test(part.text)
  );
};
