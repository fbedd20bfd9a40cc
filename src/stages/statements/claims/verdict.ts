// ", an accusation that Kigali has called baseless", ", a charge denied by Minsk" -> what somebody says of what was just
// reported: the writer's comment, and no part of it.
import type { Word } from "../../../model/token.ts";
import { type Verdict, verdictAt } from "../contents/comment.ts";
import { cueIn, cueReach, isNegated } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans, range } from "../spans.ts";
import { sourceSpan } from "../speakers/source.ts";

type Words = readonly Word[];

/** The drafts with one for each verdict; the noun of a verdict makes no statement of its own. */
export const withVerdicts = (scene: Scene, drafts: readonly Draft[]): Draft[] => {
  const { words } = scene.input;
  const found = new Map(drafts.map((draft) => [draft.head, draft]));
  for (const word of words) {
    const verdict = word.upos === "PUNCT" ? verdictAt(scene, word.index) : undefined;
    const isOpen = /^(?:neither|nor)$/i.test(words[(verdict?.verb ?? 0) - 1]?.text ?? "");
    const draft = verdict && !isOpen ? draftOf(scene, verdict) : undefined;
    if (!verdict || !draft) continue;
    for (let at = verdict.noun[0]; at <= verdict.noun[1]; at += 1) found.delete(at);
    found.set(draft.head, draft);
  }
  return [...found.values()];
};

const draftOf = (scene: Scene, { noun, verb, judge }: Verdict): Draft | undefined => {
  const { words, quotations } = scene.input;
  const cue = ["name", "as", "object", "thank"]
    .map((frame) => cueIn(scene.language.cues.verb, words, verb, frame))
    .find(Boolean);
  const speaker = range(judge[0], judge[1]).find(
    (at) =>
      /^(?:NOUN|PROPN|PRON|NUM)$/.test(words[at]!.upos) &&
      !(words[at]!.head >= judge[0] && words[at]!.head <= judge[1]),
  );
  const source = speaker === undefined ? undefined : sourceSpan(words, speaker, quotations, [verb, verb]);
  const own = { start: words[judge[0]]!.start, end: words[judge[1]]!.end };
  if (!cue || speaker === undefined) return undefined;
  const isInside = source && source.start >= own.start && source.end <= own.end;
  return {
    head: verb,
    cue: cueReach(words, verb),
    act: actOf(scene, cue.act),
    negated: isNegated(words, verb),
    speaker,
    source: isInside ? source : own,
    content: contentSpans(words, [...range(noun[0], noun[1]), ...judgement(words, verb, judge)], quotations),
    confidence: 0.88,
    rule: "verdict",
  };
};

/** "rejected", "disputed" of a claim is a denial. */
const actOf = ({ language }: Scene, act: Draft["act"]): Draft["act"] =>
  /^(?:reject|dispute|disagree)$/.test(act.name) ? language.acts.get("deny")! : act;

/** "called [baseless]", "dismissed [as fantasy]": up to the next pause. */
const judgement = (words: Words, verb: number, judge: readonly [number, number]): number[] => {
  const from = Math.max(verb, judge[1] > verb ? judge[1] : verb) + 1;
  const found: number[] = [];
  for (let at = from; words[at]?.sentence === words[verb]!.sentence && at < from + 15; at += 1) {
    if (/^(?:[,;:()—–.!?]|--|and|but|while|after|on)$/i.test(words[at]!.text)) break;
    found.push(at);
  }
  return found;
};
