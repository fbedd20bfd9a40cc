// "China deplores and opposes the move" -> two statements: verbs that "and" joins share what follows the last of them,
// whichever of the two it hangs from in the tree.
import type { Word } from "../../../model/token.ts";
import { cueIn, cueReach, isNegated } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";

type Words = readonly Word[];
const frames = ["object", "thank"];

/** The drafts with one more for each verb that has only the verb joined to it between itself and its object. */
export const withJoined = (scene: Scene, drafts: readonly Draft[]): Draft[] => {
  const { words } = scene.input;
  const known = new Set(drafts.map(({ head }) => head));
  const found = [...drafts];
  for (const draft of drafts) {
    const other = joinedBefore(words, draft) ?? joinedAfter(words, draft);
    if (other === undefined || known.has(other)) continue;
    const cue = frames.map((frame) => cueIn(scene.language.cues.verb, words, other, frame)).find(Boolean);
    if (!cue) continue;
    known.add(other);
    found.push({
      ...draft,
      head: other,
      cue: cueReach(words, other),
      act: cue.act,
      negated: isNegated(words, other),
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

/** The verb after "and" and its own adverbs, where nothing else lies between and this one's content follows both. */
const joinedAfter = (words: Words, { head, content }: Draft): number | undefined => {
  let at = head + 1;
  if (!/^(?:and|or|nor)$/i.test(words[at]?.text ?? "")) return undefined;
  do at += 1;
  while (words[at]?.upos === "ADV");
  const verb = words[at];
  if (verb?.head !== head || verb.relation !== "conj" || !isAlike(words[head]!.xpos, verb.xpos))
    return undefined;
  const hasOwn = verb.children.some((child) => /^(?:obj|ccomp|xcomp)$/.test(words[child]!.relation));
  return !hasOwn && (content[0]?.start ?? 0) >= verb.end ? verb.index : undefined;
};

/** Taggers confuse past tense and participle. */
const isAlike = (a: string, b: string): boolean => a === b || (/^VB[DN]$/.test(a) && /^VB[DN]$/.test(b));
