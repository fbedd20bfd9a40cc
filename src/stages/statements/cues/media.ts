// A word -> the kind of medium that it names.
import type { MediumKind } from "../../../model/statement.ts";
import type { Word } from "../../../model/token.ts";
import type { Scene } from "../draft.ts";

/** By its lemma or, where that is another ("talks"), by the word as it stands. */
export const kindNamed = (
  media: ReadonlyMap<string, MediumKind>,
  { lemma, text }: Word,
): MediumKind | undefined => media.get(lemma) ?? media.get(text);

/** "stressed in the phone call that …": a noun that names the medium reports nothing itself. */
export const isMedium = ({ input: { words }, language }: Scene, index: number): boolean =>
  language.media.has(words[index]!.lemma) &&
  !/^(?:by|from)$/i.test(words[index + 1]?.text ?? "") &&
  words[index]!.children.some(
    (child) =>
      words[child]!.relation === "case" && /^(?:in|on|during|at|by|over|via)$/i.test(words[child]!.text),
  );
