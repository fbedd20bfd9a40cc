// "“The Emir told me,” he said, “that …”" -> the inner statement, whose cue stands in one part of the quotation and whose
// clause in the next.
import type { Span } from "../../../model/span.ts";
import { cueIn, cueReach, isNegated } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";
import { wordsIn } from "../spans.ts";
import { sourceSpan } from "../speakers/source.ts";
import { subjectOf } from "../speakers/speaker.ts";

/** The drafts with one for each verb that ends a part of a quotation and whose clause opens the next part. */
export const withParted = (scene: Scene, drafts: readonly Draft[]): Draft[] => {
  const found = new Map(drafts.map((draft) => [draft.head, draft]));
  for (const { content, rule } of drafts) {
    if (!rule.startsWith("quoted-")) continue;
    for (let at = 1; at < content.length; at += 1) {
      const draft = acrossAside(scene, content[at - 1]!, content[at]!);
      if (draft) found.set(draft.head, draft);
    }
  }
  return [...found.values()];
};

const acrossAside = (scene: Scene, left: Span, right: Span): Draft | undefined => {
  const { words, quotations } = scene.input;
  const before = wordsIn(words, left);
  const after = wordsIn(words, right);
  if (!before || !after) return undefined;
  const opens = words[after[0]]!.upos === "PUNCT" ? after[0] + 1 : after[0];
  const opener = words[opens]?.text ?? "";
  if (!/^(?:that|whether|to|how|why)$/.test(opener)) return undefined;
  let last = before[1];
  while (last > before[0] && words[last]!.upos === "PUNCT") last -= 1;
  let verb = last;
  while (
    verb > before[0] &&
    last - verb < 6 &&
    /^(?:NOUN|PROPN|PRON|DET|ADJ|ADV|ADP)$/.test(words[verb]!.upos)
  )
    verb -= 1;
  const frames = opener === "to" ? ["urge", "infinitive"] : last > verb ? ["tell", "clause"] : ["clause"];
  const cue = frames.map((frame) => cueIn(scene.language.cues.verb, words, verb, frame)).find(Boolean);
  if (words[verb]!.upos !== "VERB" || !cue) return undefined;
  const speaker = subjectOf(words, verb);
  const source = speaker === undefined ? undefined : sourceSpan(words, speaker, quotations, [verb, verb]);
  const listener = words[verb]!.children.find(
    (child) => child > verb && child <= last && /^(?:i?obj|obl)$/.test(words[child]!.relation),
  );
  let end = opens;
  while (end < after[1] && words[end + 1]!.text !== ";") end += 1;
  while (end > opens && words[end]!.upos === "PUNCT") end -= 1;
  return {
    head: verb,
    cue: cueReach(words, verb),
    act: cue.act,
    negated: isNegated(words, verb),
    ...(speaker === undefined || !source ? {} : { speaker, source }),
    ...(listener === undefined ? {} : { addressee: listener }),
    content: [
      ...(opener === "to" && verb < last ? [{ start: words[verb + 1]!.start, end: words[last]!.end }] : []),
      { start: words[opens]!.start, end: words[end]!.end },
    ],
    confidence: 0.9,
    rule: "parted-quotation",
  };
};
