// UTF-16 offsets, as memory counts, and code points, as records count.

/** Gives for a UTF-16 offset of `text` the number of code points before it, in constant time after one pass. */
export const toPoints = (text: string): ((unit: number) => number) => {
  if (!/[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text)) return (unit) => unit;
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    points[unit] = count;
    if ((text.codePointAt(unit) ?? 0) > 0xffff) {
      unit += 1;
      points[unit] = count;
    }
    count += 1;
  }
  points[text.length] = count;
  return (unit) => points[unit] ?? count;
};
