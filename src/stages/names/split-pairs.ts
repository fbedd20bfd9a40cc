// "The [Trump]-[Zelensky] meeting": two people joined by a hyphen before what they did together.
import type { Name } from "../../model/name.ts";
import type { Word } from "../../model/token.ts";

const together =
  /^(?:meeting|summit|call|talk|talks|conversation|phone|telephone|video|encounter|dinner|lunch|handshake|deal|pact|agreement|statement|dialogue|exchange|row|spat|feud)$/i;

/** The same names in text order, such pairs as two. */
export const splitPairs = (words: readonly Word[], names: readonly Name[]): Name[] =>
  names.flatMap((name) => {
    const { first, last, kind } = name;
    const isPair =
      kind === "person" &&
      last === first + 2 &&
      words[first + 1]!.text === "-" &&
      isFamily(words[first]!) &&
      isFamily(words[last]!) &&
      words[last + 1]?.sentence === words[last]!.sentence &&
      together.test(words[last + 1]!.text);
    if (!isPair) return [name];
    const one = (at: number): Name => ({
      ...name,
      start: words[at]!.start,
      end: words[at]!.end,
      first: at,
      last: at,
    });
    return [one(first), one(last)];
  });

const isFamily = ({ text }: Word): boolean => /^\p{Lu}\p{L}/u.test(text);
