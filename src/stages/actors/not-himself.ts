// "“I told Mr Vucic to his face,” [he] said", "[he] urged Ankara to wait": who speaks is neither whom he names nor of the
// state that he urges.
import type { Mention } from "../../model/actor.ts";
import type { Antecedent } from "./antecedents.ts";
import type { Cast, Entity } from "./entity.ts";

/** The mention that speaks in each quotation -> the quotations. */
export type Spoken = ReadonlyMap<Mention, readonly number[]>;

/** Turns the speakers of quotations around. */
export const spokenBy = (speakers: ReadonlyMap<number, Mention>): Spoken => {
  const found = new Map<Mention, number[]>();
  for (const [quotation, mention] of speakers) found.set(mention, [...(found.get(mention) ?? []), quotation]);
  return found;
};

/** The antecedents without those; all of them where none would be left. */
export const notHimself = (
  cast: Cast,
  pronoun: Mention,
  found: Antecedent[],
  spoken: Spoken,
): Antecedent[] => {
  if (pronoun.gender === "neuter" || found.length < 2) return found;
  const named = namedIn(cast, pronoun, spoken.get(pronoun) ?? []);
  const state = stateSpokenTo(cast, pronoun);
  const rest = found.filter(
    ({ entity }) => !named.has(entity) && (state === undefined || entity.country !== state),
  );
  return rest.length > 0 ? rest : found;
};

/** People whom the quotations name. */
const namedIn = (
  { mentions, of, quotations }: Cast,
  { index }: Mention,
  quoted: readonly number[],
): ReadonlySet<Entity> => {
  const found = new Set<Entity>();
  const add = (mention: Mention): void => {
    if (mention.form === "name" && mention.kind === "person")
      for (const entity of of[mention.index] ?? []) found.add(entity);
  };
  for (const at of quoted) {
    const { start, end } = quotations[at]!;
    for (let back = index - 1; back >= 0 && mentions[back]!.start >= start; back -= 1)
      if (mentions[back]!.end <= end) add(mentions[back]!);
    for (let next = index + 1; next < mentions.length && mentions[next]!.end <= end; next += 1)
      if (mentions[next]!.start >= start) add(mentions[next]!);
  }
  return found;
};

/** The state that is told or urged something by the pronoun. */
const stateSpokenTo = (
  { words, mentions, of, language }: Cast,
  { head, index }: Mention,
): string | undefined => {
  const verb = words[words[head]!.head];
  if (!verb || !words[head]!.relation.startsWith("nsubj") || !language.speech.has(verb.lemma))
    return undefined;
  const told = verb.children.filter((child) => /^i?obj$/.test(words[child]!.relation));
  const mention = mentions.slice(index + 1, index + 5).find((one) => told.includes(one.head));
  const entity = mention && of[mention.index]?.[0];
  return entity?.kind === "state" ? entity.country : undefined;
};
