// "told Wang that he would act on what [he] called a threat" -> whose words these are: theirs who speak, not of whom they are told.
import type { Mention } from "../../model/actor.ts";
import type { Antecedent } from "./antecedents.ts";
import type { Cast, Entity } from "./entity.ts";

/** Who speaks nearest before a "what he called", an "as he put it" or an "in his words" of the same sentence; among the antecedents. */
export const ownWords = (cast: Cast, pronoun: Mention, found: readonly Antecedent[]): Entity | undefined => {
  const { words, mentions, of, language } = cast;
  if (!areOwn(cast, pronoun)) return undefined;
  for (let at = pronoun.index - 1; at >= 0; at -= 1) {
    const mention = mentions[at]!;
    if (words[mention.head]!.sentence !== words[pronoun.head]!.sentence) return undefined;
    let verb = mention.last + 1;
    while (/^(?:AUX|ADV)$/.test(words[verb]?.upos ?? "")) verb += 1;
    const said = words[verb];
    if (said?.upos !== "VERB" || !language.speech.has(said.lemma) || said.index >= pronoun.first) continue;
    const entity = of[at]?.length === 1 ? of[at]![0] : undefined;
    if (found.some((one) => one.entity === entity)) return entity;
  }
  return undefined;
};

const areOwn = ({ words }: Cast, { first, last, gender }: Mention): boolean => {
  const text = (at: number): string => words[at]?.text.toLowerCase() ?? "";
  if (gender === "neuter") return false;
  if (/^(?:what|as)$/.test(text(first - 1)))
    return /^(?:call|describe|term|put|see|say|dub|label)$/.test(
      words[/^(?:has|have|had)$/.test(text(last + 1)) ? last + 2 : last + 1]?.lemma ?? "",
    );
  return text(first - 1) === "in" && /^(?:words|view|opinion)$/.test(text(last + 1));
};
