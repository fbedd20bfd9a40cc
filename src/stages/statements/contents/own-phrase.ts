// What somebody says inside a noun phrase -> cut where the phrase ends and the verb whose subject it is begins: "those who
// had declined to sign it | had assured her".
import { lastBefore } from "../../../model/span.ts";
import { subtree } from "../../../model/tree.ts";
import type { Draft, Scene } from "../draft.ts";

/** The draft with its content kept within the subject that its cue stands in. */
export const withinSubject = ({ input: { words } }: Scene, draft: Draft): Draft => {
  const { head, content } = draft;
  const top = words[head]!.upos === "PUNCT" ? undefined : subjectAround(words, head);
  const last = content.at(-1);
  if (top === undefined || !last || last.start < words[head]!.start) return draft;
  const end = subtree(words, top).at(-1)!;
  if (last.end <= words[end]!.end || last.start > words[end]!.start) return draft;
  let stop = end;
  while (words[stop]!.text === "," && stop > head) stop -= 1;
  const first = lastBefore(words, last.start);
  if (stop < first || !holdsVerb(words, end + 1, end + 4)) return draft;
  if (/^(?:that|whether)$/i.test(words[first]!.text) && !holdsVerb(words, first, stop)) return draft;
  return { ...draft, content: [...content.slice(0, -1), { ...last, end: words[stop]!.end }] };
};

/** The subject of a later verb that the word stands in. */
const subjectAround = (words: Scene["input"]["words"], index: number): number | undefined => {
  let at = index;
  for (let step = 0; step < 40; step += 1) {
    const { head, relation } = words[at]!;
    if (head < 0) return undefined;
    if (/^(?:nsubj|csubj)/.test(relation) && head > index) return at;
    at = head;
  }
  return undefined;
};

const holdsVerb = (words: Scene["input"]["words"], from: number, to: number): boolean =>
  words.slice(from, to + 1).some(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos));
