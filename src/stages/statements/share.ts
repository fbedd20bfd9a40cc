// "…, adding that …": a participle after a comma has the speaker of its sentence's first finite cue, whatever the tree says.
import type { Draft, Scene } from "./draft.ts";

/** The same drafts; participles that resume take over speaker and source. */
export const withSharedSpeaker = ({ input: { words } }: Scene, drafts: readonly Draft[]): Draft[] => {
  const first = new Map<number, Draft>();
  for (const draft of drafts) {
    const { xpos, sentence } = words[draft.head]!;
    if (!/^VB[DZP]$/.test(xpos) || draft.act.kind !== "speech" || draft.speaker === undefined) continue;
    const known = first.get(sentence);
    if (!known || draft.head < known.head) first.set(sentence, draft);
  }
  return drafts.map((draft) => {
    const word = words[draft.head]!;
    const host = first.get(word.sentence);
    if (
      word.xpos !== "VBG" ||
      draft.rule === "according-to" ||
      draft.act.kind !== "speech" ||
      !host ||
      host.head > draft.head
    )
      return draft;
    let before = draft.head - 1;
    while (words[before]?.upos === "ADV") before -= 1;
    if (words[before]?.text !== "," || host.speaker === undefined || !host.source) return draft;
    return { ...draft, speaker: host.speaker, source: host.source };
  });
};
