// Expressions -> whether the text tells of days gone by (a history) or of the days around its publication (news).
import { stretchOf } from "./calendar.ts";

/** True where most dates that name their year lie far from the day of publication, and there are several. */
export const isNarrative = (
  expressions: readonly { readonly said: string }[],
  now: string | undefined,
): boolean => {
  const years: number[] = [];
  let deictic = 0;
  for (const { said } of expressions) {
    const stretch = /^(?:\d{4}|BC)/.test(said) ? stretchOf(said.split(" ")[0]!) : undefined;
    if (stretch) years.push(Number(said.slice(0, 4)));
    else if (said.startsWith("BC")) years.push(-1);
    else if (/^now [+-]P[\d.]+[DW]|^XXXX-WXX/.test(said)) deictic += 1;
  }
  if (years.length < 4 || deictic * 5 > years.length) return false;
  if (now === undefined) return true;
  const published = Number(now.slice(0, 4));
  const far = years.filter((year) => Math.abs(year - published) > 1).length;
  return far * 3 >= years.length * 2;
};
