// A stretch of text -> the states, organizations and fixed phrases that it names.
/** Names of states have no more words than this ("the Democratic Republic of the Congo"). */
const longest = 7;

/** The values of the longest phrases that stand in the words, in order. */
export const findNamed = (words: readonly string[], names: ReadonlyMap<string, string>): string[] => {
  const found: string[] = [];
  for (let at = 0; at < words.length; at += 1)
    for (let count = Math.min(longest, words.length - at); count > 0; count -= 1) {
      const value = names.get(words.slice(at, at + count).join(" "));
      if (value === undefined) continue;
      found.push(value);
      at += count - 1;
      break;
    }
  return found;
};

/** True where one of the phrases, keyed as the tables are, stands in the words. */
export const holdsOne = (words: readonly string[], phrases: readonly string[]): boolean => {
  const line = ` ${words.join(" ")} `;
  return phrases.some((phrase) => line.includes(` ${phrase} `));
};
