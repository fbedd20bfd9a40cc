// A trigger's sentence -> the PLOVER contexts that its words speak of.
import type { Code, EventsLanguage } from "../../language/events.ts";
import type { Word } from "../../model/token.ts";

/** Makes a function from a trigger and its code to its contexts: the code's own first, then the sentence's. */
export const contextsOf = (
  words: readonly Word[],
  { contexts }: EventsLanguage,
): ((index: number, code: Code) => string[]) => {
  const byWord = new Map<string, string[]>();
  for (const [context, list] of contexts)
    for (const word of list) byWord.set(word, [...(byWord.get(word) ?? []), context]);
  const bySentence = new Map<number, Set<string>>();
  for (const word of words) {
    const named = byWord.get(word.lemma.toLowerCase());
    if (!named) continue;
    const held = bySentence.get(word.sentence) ?? new Set();
    for (const context of named) held.add(context);
    bySentence.set(word.sentence, held);
  }
  return (index, code) => [...new Set([...code.contexts, ...(bySentence.get(words[index]!.sentence) ?? [])])];
};
