// A word in small letters -> its stem, by which words are compared.

/** A word without its English inflection and commonest derivations; never empty. */
export const stemOf = (word: string): string => {
  const rules: readonly [RegExp, string][] = [
    [/(?:ies)$/, "y"],
    [/(?:sses)$/, "ss"],
    [/([^su])s$/, "$1"],
    [/(?:ations?|ating|ated|ates|ate)$/, "at"],
    [/(?:ments?)$/, "ment"],
    [/ing(?:ly)?$/, ""],
    [/edly$/, ""],
    [/ied$/, "y"],
    [/ed$/, ""],
    [/ly$/, ""],
    [/e$/, ""],
  ];
  let stem = word;
  for (const [ending, put] of rules) {
    const next = stem.replace(ending, put);
    if (next !== stem && next.length >= 3) stem = next;
  }
  return stem.replace(/([bdfgmnprt])\1$/, "$1").replace(/y$/, "i");
};
