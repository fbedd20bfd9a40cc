// Links between mentions against gold chains: is each mention tied to one that the annotators put in the same chain?

export type Stretch = { readonly start: number; readonly end: number };
/** A mention of the system: its actors by index, whether it is a pronoun, and whether an adjective ("Czech"). */
export type Tied = Stretch & {
  readonly actors: readonly number[];
  readonly pronoun: boolean;
  readonly adjective?: boolean;
};
export type Count = { readonly right: number; readonly all: number };

/** The chain that a stretch belongs to: of the gold mentions with the same end, the one closest in length. */
export const chainOf = (chains: readonly (readonly Stretch[])[], one: Stretch): number => {
  let best = -1;
  let gap = Number.POSITIVE_INFINITY;
  chains.forEach((chain, index) => {
    for (const gold of chain) {
      const distance = Math.abs(gold.start - one.start);
      if (gold.end === one.end && distance < gap) {
        gap = distance;
        best = index;
      }
    }
  });
  return best;
};

/** Of the gold pronouns that have a chain, those whose actor's nearest other mention by name or title lies in it. */
export const scorePronouns = (
  pronouns: readonly Stretch[],
  chains: readonly (readonly Stretch[])[],
  found: readonly Tied[],
): Count => {
  let right = 0;
  for (const gold of pronouns) {
    const mine = found.find((one) => one.start === gold.start && one.end === gold.end);
    const actor = mine?.actors[0];
    if (actor === undefined) continue;
    const other = nearest(found, gold, actor);
    if (other && chainOf(chains, other) === chainOf(chains, gold) && chainOf(chains, gold) >= 0) right += 1;
  }
  return { right, all: pronouns.length };
};

const nearest = (found: readonly Tied[], to: Stretch, actor: number): Tied | undefined => {
  let best: Tied | undefined;
  for (const one of found) {
    if (one.pronoun || !one.actors.includes(actor)) continue;
    const distance = (mention: Stretch): number =>
      mention.start <= to.start ? to.start - mention.start : 100000 + mention.start - to.start;
    if (!best || distance(one) < distance(best)) best = one;
  }
  return best;
};

/** Of the mentions by name or title that the system ties to an earlier one, those whose two ends lie in one chain. */
export const scoreLinks = (chains: readonly (readonly Stretch[])[], found: readonly Tied[]): Count => {
  const last = new Map<number, Tied>();
  let right = 0;
  let all = 0;
  for (const one of found) {
    const actor = one.actors[0];
    if (one.pronoun || one.adjective || one.actors.length !== 1 || actor === undefined) continue;
    const before = last.get(actor);
    last.set(actor, one);
    if (!before) continue;
    const [here, there] = [chainOf(chains, one), chainOf(chains, before)];
    if (here < 0 || there < 0) continue;
    all += 1;
    if (here === there) right += 1;
  }
  return { right, all };
};

/** GAP: each pronoun's actor against the two names; precision, recall and F1 over all names that are or are said to be its. */
export const scoreGap = (
  answers: readonly { readonly gold: boolean; readonly said: boolean }[],
): { precision: number; recall: number; f1: number } => {
  const hits = answers.filter((one) => one.gold && one.said).length;
  const said = answers.filter((one) => one.said).length;
  const gold = answers.filter((one) => one.gold).length;
  const precision = said === 0 ? 0 : (100 * hits) / said;
  const recall = gold === 0 ? 0 : (100 * hits) / gold;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
};
