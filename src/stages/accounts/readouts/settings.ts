// A clause's head -> does it tell of a contact's setting (its length, who else was there), and not of what was said?
import type { Word } from "../../../model/token.ts";

/** "The call lasted …", "Ministers took part", "The overview is as follows". */
const settings = new Set([
  "last",
  "attend",
  "participate",
  "accompany",
  "follow",
  "take_part",
  "form_part",
  "present",
  "attributable",
  "arrive",
  "co-host",
  "co-organise",
  "co-organize",
]);

/** "They attended a signing ceremony for ten documents": what was signed is told. */
const isSigning = (words: readonly Word[], object: number | undefined): boolean =>
  object !== undefined &&
  [object, ...words[object]!.children].some((at) => /^signing$/i.test(words[at]!.text));

/** "The meeting opened with an expanded session of talks, followed by a dinner". */
const isSession = (words: readonly Word[], at: number): boolean =>
  /^obl/.test(words[at]!.relation) &&
  /^(session|meeting|talk|talks|ceremony|lunch|dinner|walk)$/i.test(words[at]!.lemma);

/** True for a clause of the setting: its head, alone or with its object, is one of the words above. */
export const isSetting = (words: readonly Word[], head: number): boolean => {
  const word = words[head]!;
  const lemma = word.lemma.toLowerCase();
  if (word.upos !== "VERB" && !settings.has(lemma)) return false;
  if (/^(open|begin|start|commence)$/.test(lemma) && word.children.some((child) => isSession(words, child)))
    return true;
  const object = word.children.find((child) => words[child]!.relation === "obj");
  return (
    // "were present", but not "presented the plan".
    (settings.has(lemma) && !isSigning(words, object) && !(lemma === "present" && word.upos === "VERB")) ||
    (object !== undefined && settings.has(`${lemma}_${words[object]!.lemma.toLowerCase()}`))
  );
};
