// A clause in which views were exchanged, or talks had, on something -> where that something stands.
import type { Matters } from "../../../language/contacts.ts";
import type { Word } from "../../../model/token.ts";

type Words = readonly Word[];
type Run = readonly [number, number];

const about = /^(on|about|regarding|concerning|over|around)$/i;
const carrying = /^(exchange|share|have|hold|conduct|engage|undertake|carry|make|compare|be)$/;
/** Of these it is said what they are of. */
const reviews = /^(review|overview|stocktaking|assessment|discussion)$/;

/** "exchanged in-depth views on X", "had candid discussions on X": the first and last word of X. */
export const exchangedOn = (words: Words, verb: number, end: number, { held }: Matters): Run | undefined => {
  if (!carrying.test(words[verb]!.lemma.toLowerCase())) return undefined;
  const ahead = words.slice(verb + 1, Math.min(end, verb + 12));
  const topic = ahead.findIndex(({ text, index }) => about.test(text) && !isSetting(words, index + 1));
  const noun = ahead
    .slice(0, topic < 0 ? undefined : topic)
    .find(({ upos, lemma }) => upos === "NOUN" && held.has(lemma.toLowerCase()));
  if (!noun) return undefined;
  for (let at = noun.index + 1; at < end; at += 1) {
    const { text, upos } = words[at]!;
    if (about.test(text) && !isSetting(words, at + 1)) return [at + 1, end];
    if (/^of$/i.test(text) && at === noun.index + 1 && reviews.test(noun.lemma)) return [at + 1, end];
    // "held talks in Beijing with the Minister on X", but not "held talks, which …"
    if (/^(VERB|AUX|SCONJ)$/.test(upos) || /^[;:]$/.test(text)) return undefined;
  }
  return undefined;
};

/** "The meeting was an occasion to welcome X and to consider Y": what stands behind "to welcome". */
export const occasionFor = (words: Words, from: number, end: number): Run | undefined => {
  for (let at = from; at < Math.min(end - 2, from + 5); at += 1)
    if (/^(occasion|opportunity|chance)$/i.test(words[at]!.text) && /^(to|for)$/i.test(words[at + 1]!.text))
      return words[at + 2]!.upos === "VERB" ? [at + 3, end] : undefined;
  return undefined;
};

/** "informed his counterpart in detail about X", "briefed him on X", "brought to his attention X": X. */
export const informedOf = (words: Words, verb: number, end: number): Run | undefined => {
  const lemma = words[verb]!.lemma.toLowerCase();
  const text = (at: number) => words[at]?.text.toLowerCase() ?? "";
  if (lemma === "bring" || lemma === "draw")
    for (let at = verb + 1; at < Math.min(end, verb + 4); at += 1)
      if (text(at) === "attention") {
        if (lemma === "bring") return [at + 1, end];
        const to = words.findIndex((word, on) => on > at && on < end && word.text.toLowerCase() === "to");
        return to < 0 ? undefined : [to + 1, end];
      }
  if (!/^(inform|brief|update|acquaint|apprise|familiari[sz]e)$/.test(lemma)) return undefined;
  for (let at = verb + 1; at < Math.min(end, verb + 12); at += 1) {
    if (/^[,;:]$/.test(text(at)) || words[at]!.upos === "VERB") return undefined;
    if (
      /^(about|on|of|regarding|with|concerning)$/.test(text(at)) &&
      !(
        text(at) === "of" &&
        words[at - 1]!.upos !== "PRON" &&
        words[at - 1]!.upos !== "PROPN" &&
        !/part$/.test(text(at - 1))
      )
    )
      return [at + 1, end];
  }
  return undefined;
};

/** "on Friday", "on the sidelines of", "on 3 May". */
const isSetting = (words: Words, at: number): boolean =>
  words[at]!.upos === "NUM" ||
  words
    .slice(at, at + 2)
    .some(({ text }) =>
      /^(?:\p{Lu}\p{L}+day|January|February|March|April|May|June|July|August|September|October|November|December|sidelines?|margins?|phone|telephone|occasion)$/u.test(
        text,
      ),
    );

/** "discussed in a phone call with the Minister of X, the overall developments": what stands behind the long aside. */
export const behindAside = (words: Words, from: number, end: number): Run | undefined => {
  for (let at = from + 1; at < end - 1; at += 1) {
    if (
      words[at]!.text !== "," ||
      !/^(the|a|an|ways|recent|current|bilateral|regional)$/.test(words[at + 1]!.text)
    )
      continue;
    const noun = words.slice(at + 1, end + 1).find(({ upos }) => /^(NOUN|PROPN)$/.test(upos));
    if (
      noun?.upos === "NOUN" &&
      /^\p{Ll}/u.test(noun.text) &&
      !/^(minister|president|head|chief|secretary)$/.test(noun.text)
    )
      return [at + 1, end];
  }
  return undefined;
};
