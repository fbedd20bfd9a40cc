// A clause with several verbs in a row -> where each but the first begins.
import type { Word } from "../../../model/token.ts";

type Words = readonly Word[];

/**
 * "should deepen cooperation, handle differences properly, and help each other": base forms in a row after "should",
 * "will" or "to", each with what it does, whatever the tree makes of them; and finite verbs, where each has much to say.
 */
export const deeds = (words: Words, from: number, to: number): number[] => {
  const starts: number[] = [];
  let first = -1;
  let isRowed = false;
  for (let at = from; at < to; at += 1) {
    const { text, xpos } = words[at]!;
    if (/^(which|who)$/i.test(text)) return starts;
    if (first < 0) {
      const opens = xpos === "MD" || (at > from + 2 && /^to$/i.test(text));
      const own =
        at === from || /^VB[PZ]$/.test(xpos) ? (xpos === "NN" ? undefined : verbAt(words, at)) : undefined;
      first = (opens ? verbAt(words, at + 1) : own) ?? -1;
      continue;
    }
    const comma = text === ",";
    if (at <= first || (!comma && !/^and$/i.test(text))) continue;
    // "ready to support and encourage all measures": both have the last one's object.
    const bare = !comma && words[at - 1]!.xpos === "VB";
    const next = comma && /^and$/i.test(words[at + 1]!.text) ? at + 2 : at + 1;
    const verb = verbAt(words, next);
    // "must disarm and can never again govern": a modal of its own parts them.
    if (verb === undefined || verb > to - 1 || (bare && words[verb]!.xpos !== "MD")) continue;
    // "should remove barriers, rebuild trust": where only a comma stands, each verb with its object tells something.
    const isRow =
      ((comma && next === at + 1) || (isRowed && !comma)) &&
      names(words, first, at) &&
      names(words, verb, to + 1);
    const least =
      isBase(words[verb]!) && isRow ? 1 : isBase(words[verb]!) ? 2 : words[verb]!.xpos === "MD" ? 2 : 4;
    if (
      substance(words, first, at) < (words[verb]!.xpos === "MD" ? 0 : least) ||
      substance(words, verb, to + 1) < least
    )
      continue;
    starts.push(next);
    isRowed = comma && next === at + 1;
    first = verb;
  }
  return starts;
};

const names = (words: Words, from: number, end: number): boolean =>
  words.slice(from + 1, end).some(({ upos }) => /^(NOUN|PROPN)$/.test(upos));

/** A verb without a subject of its own there, after an adverb or "to". */
const verbAt = (words: Words, at: number): number | undefined => {
  let verb = at;
  while (verb < at + 2 && (words[verb]?.upos === "ADV" || /^to$/i.test(words[verb]?.text ?? ""))) verb += 1;
  const word = words[verb];
  if (word === undefined) return undefined;
  const finite =
    /^(VB[PZ]|MD)$/.test(word.xpos) &&
    !words[verb]!.children.some(
      (child) => child >= at && child < verb && /^nsubj/.test(words[child]!.relation),
    );
  return isBase(word) || finite ? verb : undefined;
};

/** A base form; "handle differences" may be taken for a noun. */
const isBase = ({ xpos, relation, text }: Word): boolean =>
  xpos === "VB" || (relation === "compound" && verbal.test(text));

const verbal =
  /^(handle|advance|respect|support|benefit|view|address|focus|further|play|work|manage|shoulder|champion|safeguard|balance|open|counter|control|pool|build|step|practice|boost|curb|start|act)$/;

/** Words that tell something from the verb on. */
const substance = (words: Words, verb: number, end: number): number =>
  words.slice(verb + 1, end).filter(({ upos }) => /^(NOUN|PROPN|ADJ|NUM|VERB)$/.test(upos)).length;
