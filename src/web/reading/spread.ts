// Heights of cards and where their words stand -> where the cards stand, so that none lies on another.

const gap = 6;

/** Tops of cards that want to stand at `wanted`; the one at `fixed` stands where it wants to, the others make room for it. */
export const spread = (wanted: readonly number[], heights: readonly number[], fixed: number): number[] => {
  const tops: number[] = [];
  wanted.forEach((want, at) => {
    const free = at === 0 ? 0 : tops[at - 1]! + heights[at - 1]! + gap;
    tops[at] = at === fixed ? want : Math.max(want, free);
    if (at !== fixed) return;
    for (let above = at - 1; above >= 0; above -= 1)
      tops[above] = Math.min(tops[above]!, tops[above + 1]! - heights[above]! - gap);
  });
  // Above the text there is no room.
  const over = Math.min(0, ...tops);
  return tops.map((top) => top - over);
};
