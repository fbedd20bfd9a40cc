// Where a rule finds a statement in what is done to people: whom one welcomes, calls on, holds talks with or writes to is
// nothing that anybody says.
import type { Mention } from "../../../model/actor.ts";
import type { Scene } from "../draft.ts";
import { caseOf } from "../speakers/own-subject.ts";

/** "welcomed Netanyahu in Budapest", "held talks with the president", "sent a note to Warsaw", "paid a courtesy call on". */
export const isDoneToGuest = (
  { input: { words, mentions } }: Scene,
  frame: string,
  head: number,
  noun: number | undefined,
  content: number | undefined,
): boolean => {
  if (content === undefined) return false;
  const held: Mention | undefined = mentions.find((mention) => mention.head === content);
  if (frame === "object") return words[head]!.lemma === "welcome" && held?.kind === "person";
  if (frame !== "noun" || noun === undefined) return false;
  // "held talks with visiting President Díaz-Canel"
  const isRightBehind = content === noun + 2 && /^with$/i.test(words[noun + 1]!.text);
  if (isRightBehind && exchanged.test(words[noun]!.lemma)) return true;
  if (!held) return false;
  const link = caseOf(words, words[content]!);
  const isCourtesy = words[noun]!.lemma === "call" && words[head]!.lemma === "pay";
  return isCourtesy || (/^(?:with|to|between)$/.test(link) && exchanged.test(words[noun]!.lemma));
};

const exchanged =
  /^(?:note|message|letter|telegram|cable|talks?|discussions?|consultations?|negotiations?|meeting|conversation)$/;
