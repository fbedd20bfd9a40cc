// Heights of cards and where their words stand -> where the cards stand, so that none lies on another.

const gap = 6;

/**
 * Tops of cards that want to stand at `wanted`; the one at `fixed` stands where it wants to, the others make room for it.
 * Undefined for those above it that find no room below the top: they are left out while it is chosen.
 */
export const spread = (
  wanted: readonly number[],
  heights: readonly number[],
  fixed: number,
): (number | undefined)[] => {
  const tops: number[] = [];
  wanted.forEach((want, at) => {
    const free = at === 0 ? 0 : tops[at - 1]! + heights[at - 1]! + gap;
    tops[at] = at === fixed ? Math.max(0, want) : Math.max(want, free);
    if (at !== fixed) return;
    for (let above = at - 1; above >= 0; above -= 1)
      tops[above] = Math.min(tops[above]!, tops[above + 1]! - heights[above]! - gap);
  });
  return tops.map((top) => (top < 0 ? undefined : top));
};
