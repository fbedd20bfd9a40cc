// Confidences against outcomes: the reliability table, and the mean gap between what is promised and what holds.

export type Outcome = { readonly confidence: number; readonly right: boolean };

const edges = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 1];

/** For each bin its share of right ones in per cent, and the gap (expected calibration error) in points. */
export const scoreReliability = (outcomes: readonly Outcome[]): { figure: string; value: number }[] => {
  const rows: { figure: string; value: number }[] = [];
  let gap = 0;
  for (let at = 0; at + 1 < edges.length; at += 1) {
    const [low, high] = [edges[at]!, edges[at + 1]!];
    const bin = outcomes.filter(({ confidence }) => confidence >= low && (confidence < high || high === 1));
    if (bin.length === 0) continue;
    const right = bin.filter((one) => one.right).length / bin.length;
    const promised = bin.reduce((sum, one) => sum + one.confidence, 0) / bin.length;
    gap += (bin.length / outcomes.length) * Math.abs(right - promised);
    rows.push({ figure: `right at confidence ${low} to ${high} (${bin.length})`, value: 100 * right });
  }
  return [...rows, { figure: "calibration gap", value: 100 * gap }];
};
