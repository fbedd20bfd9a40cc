// A stretch of text that names an actor -> its country and PLOVER sector, as the words and the resolved actors tell them.
import type { ActorsLanguage } from "../../language/actors.ts";
import type { Actor, Mention } from "../../model/actor.ts";
import { overlaps, type Span } from "../../model/span.ts";

/** Country (ISO alpha-3 or IGO code) and sector of the mention that carries the stretch best. */
export const codeOf = (
  { mentions, actors }: { readonly mentions: readonly Mention[]; readonly actors: readonly Actor[] },
  span: Span,
  language: ActorsLanguage,
): { country?: string; sector?: string } => {
  const inside = mentions.filter((one) => overlaps(one, span) && one.form !== "pronoun");
  const best = [...inside].sort((a, b) => weight(b, span) - weight(a, span))[0];
  if (!best) return {};
  const actor = actors.find((one) => one.mentions.includes(best.index));
  const country = best.country ?? actor?.country ?? inside.find((one) => one.country)?.country;
  const own = best.sector ?? (best.kind === "person" ? actor?.code?.split(" ")[1] : undefined);
  const sector = country && language.organizationByCode.has(country) && own === "IGO" ? "GOV" : own;
  return { ...(country && { country }), ...(sector && { sector }) };
};

const weight = (mention: Mention, span: Span): number => {
  const shared = Math.min(mention.end, span.end) - Math.max(mention.start, span.start);
  return shared * 3 - (mention.end - mention.start) + (mention.sector ? 2 : 0);
};
