// Text and numbers -> 32-bit codes, from which features are numbered.

/** FNV-1a over UTF-16 units. */
export const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
};

/** Two codes as one; the order counts. */
export const mix = (a: number, b: number): number => {
  const value = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  return (value ^ (value >>> 15)) | 0;
};
