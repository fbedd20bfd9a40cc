// A word as `4 said say VERB < 0 root`: its number in the sentence, form, lemma, tag, the number of its head, relation.
import type { Reading } from "../../src/model/reading.ts";

export const show = ({ sentences, words }: Reading): string[] =>
  sentences.flatMap((sentence) => {
    const own = words.filter((word) => word.sentence === sentence.index);
    const first = own[0]?.index ?? 0;
    return own.map(
      (word) =>
        `${word.index - first + 1} ${word.text} ${word.lemma} ${word.upos} < ${word.head < 0 ? 0 : word.head - first + 1} ${word.relation}`,
    );
  });
