// "…, adding that …": a participle after a comma has the speaker of its sentence's first finite cue, whatever the tree says.
import type { Quotation } from "../../../model/sentence.ts";
import type { Word } from "../../../model/token.ts";
import { childBy } from "../../../model/tree.ts";
import type { Draft, Scene } from "../draft.ts";
import { quotationOf } from "../spans.ts";
import { sourceSpan } from "../speakers/source.ts";

/** The same drafts; participles that resume take over speaker and source. */
export const withSharedSpeaker = (
  { input: { words, quotations } }: Scene,
  drafts: readonly Draft[],
): Draft[] => {
  const first = new Map<number, Draft>();
  for (const draft of drafts) {
    const { xpos, sentence } = words[draft.head]!;
    if (!/^VB[DZP]$/.test(xpos) || draft.act.kind !== "speech" || draft.speaker === undefined) continue;
    const known = first.get(sentence);
    if (!known || draft.head < known.head) first.set(sentence, draft);
  }
  return drafts.map((draft) => {
    const word = words[draft.head]!;
    const main = resumed(words, drafts, draft);
    if (main) return { ...draft, speaker: main.speaker!, source: main.source! };
    const near = word.xpos === "VBG" ? justBefore(words, drafts, draft) : undefined;
    if (draft.speaker === undefined && !near && /^VBG?$/.test(word.xpos))
      return withMainSubject(words, quotations, draft);
    const host = near ?? first.get(word.sentence);
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
    if ((words[before]?.text !== "," && !near) || host.speaker === undefined || !host.source) return draft;
    return { ...draft, speaker: host.speaker, source: host.source };
  });
};

/** "…, a witness testified, adding": the statement whose speaker and cue stand right before the participle's comma. */
const justBefore = (words: readonly Word[], drafts: readonly Draft[], { head }: Draft): Draft | undefined => {
  let comma = head - 1;
  while (words[comma]?.upos === "ADV") comma -= 1;
  if (words[comma]?.upos === "CCONJ" && /^(?:that|whether)$/i.test(words[head + 1]?.text ?? ""))
    return drafts.findLast(
      (other) =>
        other.head < head &&
        words[other.head]!.sentence === words[head]!.sentence &&
        words[other.head]!.xpos === "VBG" &&
        other.act.kind === "speech" &&
        other.speaker !== undefined,
    );
  if (/^while$/i.test(words[comma]?.text ?? ""))
    return drafts.findLast(
      (other) =>
        other.head < head &&
        words[other.head]!.sentence === words[head]!.sentence &&
        /^VB[DZP]$/.test(words[other.head]!.xpos) &&
        other.act.kind === "speech" &&
        other.speaker !== undefined,
    );
  if (words[comma]?.text !== ",") return undefined;
  return drafts.find(
    ({ cue, source, speaker, act, content, head: other }) =>
      content.length > 0 &&
      other < head &&
      act.kind === "speech" &&
      speaker !== undefined &&
      /^VB[DZPN]$/.test(words[other]!.xpos) &&
      (cue[1] === comma - 1 ||
        (speaker > other && source?.end === words[comma - 1]!.end) ||
        (content.at(-1)!.end <= words[other]!.start && isPlain(words, cue[1] + 1, comma))),
  );
};

/** "said the strikes broke the law and called on": the statement whose content ends right before "and" and a cue of the same form. */
const resumed = (words: readonly Word[], drafts: readonly Draft[], draft: Draft): Draft | undefined => {
  const { head, cue, speaker } = draft;
  const joint = cue[0] - 1;
  const isHeadline =
    words[joint]?.text === "," &&
    /^VB[ZP]$/.test(words[head]!.xpos) &&
    draft.content.every(({ start }) => start >= words[head]!.end);
  if (!/^VB[DZNG]?$/.test(words[head]!.xpos) || !(words[joint]?.upos === "CCONJ" || isHeadline))
    return undefined;
  if (speaker === undefined && words[head]!.children.some((child) => words[child]!.upos === "AUX"))
    return undefined;
  if (words[head]!.children.some((child) => words[child]!.relation.startsWith("nsubj"))) return undefined;
  const { end } = words[words[joint - 1]?.text === "," ? joint - 2 : joint - 1] ?? { end: -1 };
  const quoting = drafts.find((other) => isQuoting(words, other, draft, end));
  if (quoting) return quoting;
  return drafts.find(
    (other) =>
      other.head < head &&
      other.source !== undefined &&
      other.speaker !== undefined &&
      other.content.at(-1)?.end === end &&
      (speaker === undefined ||
        isRelative(words, other, draft) ||
        (speaker > other.head &&
          (words[other.head]!.xpos === words[head]!.xpos || isSilent(words, draft)) &&
          other.content[0]!.start <= words[speaker]!.start &&
          words[speaker]!.end <= end)),
  );
};

/** "but would not say". */
const isSilent = (words: readonly Word[], { cue: [first], negated }: Draft): boolean =>
  negated && /^(?:would|did|could)$/i.test(words[first]!.text) && /^but$/i.test(words[first - 1]?.text ?? "");

/** "“They will come back,” he said, and added": who is named right before the joint goes on, nobody in the quotation. */
const isQuoting = (
  words: readonly Word[],
  { head, cue, source, content, speaker: own }: Draft,
  { speaker }: Draft,
  end: number,
): boolean =>
  own !== undefined &&
  source !== undefined &&
  speaker !== undefined &&
  Math.max(words[cue[1]]!.end, source.end) === end &&
  content.every((span) => span.end <= words[head]!.start) &&
  content.some((span) => span.start <= words[speaker]!.start && words[speaker]!.end <= span.end);

/** "their client, who lamented that … and stated": the clause of "who" goes on, whatever stands before it. */
const isRelative = (
  words: readonly Word[],
  { speaker, head }: Draft,
  { head: next, speaker: own }: Draft,
): boolean =>
  (/^(?:who|which)$/i.test(words[speaker ?? head]!.text) || isInWhich(words, speaker ?? head)) &&
  (own ?? next) < (speaker ?? 0) &&
  words[head]!.xpos === words[next]!.xpos;

/** "a statement in which the Guards vowed … and claimed": the clause's own subject. */
const isInWhich = (words: readonly Word[], speaker: number): boolean =>
  words
    .slice(Math.max(0, speaker - 4), speaker)
    .some(({ text, index }) => /^which$/i.test(text) && words[index - 1]?.upos === "ADP");

/** A listener, a place or a time at most. */
const isPlain = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).every(({ upos }) => /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|ADP)$/.test(upos)) &&
  to - from < 9 &&
  words[from]?.sentence === words[to]?.sentence;

/** A participle or infinitive for which the tree gives nobody takes the subject of its sentence. */
const withMainSubject = (words: readonly Word[], quotations: readonly Quotation[], draft: Draft): Draft => {
  const { sentence } = words[draft.head]!;
  let root = draft.head;
  for (let step = 0; step < 40 && words[root]!.head >= 0; step += 1) root = words[root]!.head;
  const subject = childBy(words, root, "nsubj");
  if (subject?.relation !== "nsubj" || subject.index > draft.head || words[root]!.sentence !== sentence)
    return draft;
  if (quotationOf(subject, quotations) !== quotationOf(words[draft.head]!, quotations)) return draft;
  const source = sourceSpan(words, subject.index, quotations, draft.cue);
  return source ? { ...draft, speaker: subject.index, source } : draft;
};
