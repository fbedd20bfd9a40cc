// A stretch of text -> the states, organizations and fixed phrases that it names.
/** Names of states have no more words than this ("Cooperation Council for the Arab States of the Gulf"). */
const longest = 9;

/** The values of the longest phrases that stand in the words, in order. */
export const findNamed = (words: readonly string[], names: ReadonlyMap<string, string>): string[] => {
  const found: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const one = namedAt(words, at, names);
    if (!one) continue;
    found.push(one.value);
    at += one.count - 1;
  }
  return found;
};

/** The longest phrase that begins at a word: what it stands for, and how many words it has. */
export const namedAt = (
  words: readonly string[],
  at: number,
  names: ReadonlyMap<string, string>,
): { readonly value: string; readonly count: number } | undefined => {
  for (let count = Math.min(longest, words.length - at); count > 0; count -= 1) {
    const value = names.get(words.slice(at, at + count).join(" "));
    if (value !== undefined) return { value, count };
  }
  return undefined;
};

/** True where one of the phrases, keyed as the tables are, stands in the words. */
export const holdsOne = (words: readonly string[], phrases: readonly string[]): boolean => {
  const line = ` ${words.join(" ")} `;
  return phrases.some((phrase) => line.includes(` ${phrase} `));
};
