// A clause that names a matter by where it stood in the talks -> where the matter stands: "trade topped the agenda", "Syria
// came up", "the main topic was energy", "also on the agenda was gas", "the ministers took stock of the railway".
import { isPassive, lemmaOf, markerOf } from "../../../clause/arguments.ts";
import type { Matters } from "../../../language/contacts.ts";
import type { Word } from "../../../model/token.ts";
import { subtree } from "../../../model/tree.ts";

type Words = readonly Word[];
type Run = readonly [number, number];

const lower = (words: Words, at: number): string => words[at]!.lemma.toLowerCase();

const topics = /^(topic|subject|theme|focus|item|issue|agenda)$/;

const childBy = (words: Words, at: number, relation: RegExp): number | undefined =>
  words[at]!.children.find((child) => relation.test(words[child]!.relation));

/** "Among the matters addressed were X and Y", "At the heart of the talks was X", "Also on the agenda was X": X. */
export const namedLast = (
  words: Words,
  first: number,
  last: number,
  { on, talk }: Matters,
): Run | undefined => {
  const isAmong = /^among$/i.test(words[first]!.text);
  if (!isAmong && !/^(also|further|at|on|high|in|central|key)$/i.test(words[first]!.text)) return undefined;
  let told = isAmong;
  for (let at = first + 1; at < Math.min(last, first + 9); at += 1) {
    if (/^(is|are|was|were)$/i.test(words[at]!.text))
      return told && at > first + 1 ? [at + 1, last] : undefined;
    if (!isAmong && words[at]!.text === ",") return undefined;
    told ||= on.has(lower(words, at)) || talk.has(lower(words, at));
  }
  return undefined;
};

/** "The security of shipping [came up, topped the agenda, received special attention, was another topic]". */
export const subjectOf = (words: Words, head: number, subject: number, matters: Matters): Run | undefined => {
  if (subject > head || words[subject]!.upos === "PRON" || matters.talk.has(lower(words, subject)))
    return undefined;
  const cop = childBy(words, head, /^cop$/);
  const told =
    cop === undefined
      ? figures(words, head, matters)
      : /^(was|were)$/i.test(words[cop]!.text) && isTopic(words, head, matters);
  if (!told) return undefined;
  const from = subtree(words, subject)[0]!;
  let to = subject;
  for (const at of subtree(words, subject)) if (at < (cop ?? head)) to = at;
  return /^(who|which|that|what|this|it)$/i.test(words[from]!.text) ? undefined : [from, to];
};

/** "featured in the talks", "topped the agenda", "received attention", "was given priority". */
const figures = (words: Words, verb: number, { figures: verbs, paid, on, talk }: Matters): boolean => {
  const lemma = lemmaOf(words, verb);
  const object = childBy(words, verb, /^obj$/);
  const noun = object === undefined ? "" : lower(words, object);
  if (/^(receive|gain|get|enjoy)$/.test(lemma) || (lemma === "give" && isPassive(words, verb)))
    return paid.has(noun);
  if (!verbs.has(lemma) || isPassive(words, verb)) return false;
  return object === undefined
    ? !words[verb]!.children.some((child) => /^(ccomp|xcomp)$/.test(words[child]!.relation))
    : on.has(noun) || talk.has(noun);
};

/** "was another topic of the talks", "was the subject of an exchange of views", "was among the matters discussed". */
const isTopic = (words: Words, head: number, { on, talk }: Matters): boolean => {
  const marker = markerOf(words, head);
  if (marker !== "" && marker !== "among") return false;
  if (marker === "among")
    return /^(topic|subject|theme|matter|item|issue|question)$/.test(lower(words, head));
  return topics.test(lower(words, head)) && (talk.has(lower(words, head)) || on.has(lower(words, head)));
};

/** "The main topics were X", "The subject of the talks was X". */
export const topicWas = (
  words: Words,
  head: number,
  subject: number,
  end: number,
  { talk }: Matters,
): Run | undefined => {
  if (subject > head || !talk.has(lower(words, subject))) return undefined;
  if (!topics.test(lower(words, subject))) return undefined;
  const cop = words[head]!.children.find((child) => words[child]!.relation === "cop" && child > subject);
  return cop !== undefined && cop < end && words[cop + 1]!.upos !== "ADJ" ? [cop + 1, end] : undefined;
};

/** "took stock of X", "looked at X", "dwelt in detail on X", "paid special attention to X", "the talks were devoted to X". */
export const turnedOver = (
  words: Words,
  verb: number,
  end: number,
  { over, paid }: Matters,
): Run | undefined => {
  const lemma = lower(words, verb);
  const passive = isPassive(words, verb);
  if (passive && !/^(devote|dedicate)$/.test(lemma)) return undefined;
  const telling = words.slice(verb + 1, Math.min(end + 1, verb + 7));
  const rest = telling.map(({ text }) => text.toLowerCase());
  for (const phrase of over) {
    const [first, ...more] = phrase.split(" ");
    if (first !== lemma) continue;
    let at = 0;
    while (
      /^(in|at|particularly|once|more|briefly|also|again|together|detail|depth|length)$/.test(
        rest[at] ?? "",
      ) &&
      rest[at] !== more[0]
    )
      at += 1;
    if (more.every((word, on) => rest[at + on] === word) && verb + at + more.length < end)
      return [verb + 1 + at + more.length, end];
  }
  if (!/^(pay|devote|place|lay|put|give|dedicate)$/.test(lemma)) return undefined;
  const noun = telling.findIndex((word) => paid.has(word.lemma.toLowerCase()));
  if (noun < 0 || telling.slice(0, noun).some(({ upos }) => /^(ADP|VERB|PUNCT)$/.test(upos)))
    return undefined;
  return /^(to|on|upon)$/.test(rest[noun + 1] ?? "") && verb + noun + 3 <= end
    ? [verb + noun + 3, end]
    : undefined;
};

/** "reached an understanding on X", "found common ground on X", "Consensus was reached on X": what was agreed. */
export const agreedOn = (words: Words, verb: number, end: number, { agreed }: Matters): Run | undefined => {
  const lemma = lower(words, verb);
  if (!/^(reach|find|achieve|establish)$/.test(lemma)) return undefined;
  const noun = words[verb]!.children.find(
    (child) => /^(obj|nsubj:pass)$/.test(words[child]!.relation) && agreed.has(lower(words, child)),
  );
  if (noun === undefined) return undefined;
  for (let at = noun + 1; at < end; at += 1)
    if (/^(on|about|regarding|concerning|over)$/i.test(words[at]!.text))
      return at < verb ? undefined : [at + 1, end];
  return undefined;
};
