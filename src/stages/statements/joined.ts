// "China deplores and opposes the move" -> two statements: verbs that "and" joins share what follows the last of them.
import type { Word } from "../../model/token.ts";
import { cueIn, cueReach, isNegated } from "./cue.ts";
import type { Draft, Scene } from "./draft.ts";

type Words = readonly Word[];
const frames = ["object", "thank"];

/** The drafts with one more for each verb that has only the verb joined to it between itself and its object. */
export const withJoined = (scene: Scene, drafts: readonly Draft[]): Draft[] => {
  const { words } = scene.input;
  const known = new Set(drafts.map(({ head }) => head));
  const found = [...drafts];
  for (const draft of drafts) {
    const first = joinedBefore(words, draft);
    if (first === undefined || known.has(first)) continue;
    const cue = frames.map((frame) => cueIn(scene.language.cues.verb, words, first, frame)).find(Boolean);
    if (!cue) continue;
    known.add(first);
    found.push({
      ...draft,
      head: first,
      cue: cueReach(words, first),
      act: cue.act,
      negated: isNegated(words, first),
      rule: "joined-verb",
    });
  }
  return found;
};

/** The verb before "and" and this one's adverbs, where nothing else lies between and the content follows. */
const joinedBefore = (words: Words, { head, content, cue }: Draft): number | undefined => {
  if (words[head]!.upos !== "VERB" || (content[0]?.start ?? 0) < words[head]!.end) return undefined;
  let at = cue[0] - 1;
  while (words[at]?.upos === "ADV") at -= 1;
  if (!/^(?:and|or|nor)$/i.test(words[at]?.text ?? "")) return undefined;
  const verb = words[at - 1];
  return verb?.sentence === words[head]!.sentence &&
    verb.upos === "VERB" &&
    isAlike(verb.xpos, words[head]!.xpos)
    ? verb.index
    : undefined;
};

/** Taggers confuse past tense and participle. */
const isAlike = (a: string, b: string): boolean => a === b || (/^VB[DN]$/.test(a) && /^VB[DN]$/.test(b));
