// Counts -> precision, recall and F1 in per cent.

/** What was right, what was found, what should have been. */
export type Counts = { right: number; found: number; gold: number };

/** Named figures in per cent, F1 first; nothing found or nothing to find counts as 0. */
export const precisionRecall = ({ right, found, gold }: Counts): [string, number][] => {
  const precision = found === 0 ? 0 : (100 * right) / found;
  const recall = gold === 0 ? 0 : (100 * right) / gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return [
    ["F1", f1],
    ["precision", precision],
    ["recall", recall],
  ];
};
