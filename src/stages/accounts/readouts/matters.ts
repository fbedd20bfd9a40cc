// A clause in a readout's own voice -> the matters that it says were talked about: "Syria was considered, with an
// emphasis on aid", "attention was paid to trade", "the sale of jets was on the agenda", "the talks focused on energy".
import { isPassive, lemmaOf, markerOf } from "../../../clause/arguments.ts";
import type { Matters } from "../../../language/contacts.ts";
import type { Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation, subtree } from "../../../model/tree.ts";
import { behindAside, exchangedOn, informedOf, occasionFor } from "./exchanged-on.ts";
import { agreedOn, namedLast, subjectOf, topicWas, turnedOver } from "./matter-subjects.ts";

type Words = readonly Word[];

/** Prepositions before a matter. */
const about = /^(on|about|to|of|over|regarding|concerning|around|upon|with)$/;

/** What was talked about, in text order; `speaker` is the word for who spoke, where the clause says it. */
export type Matter = { readonly act: string; readonly spans: readonly Span[]; readonly speaker?: number };

/** Undefined where the clause between `first` and `last` tells of no talk. */
export const mattersOf = (
  words: Words,
  head: number,
  [first, last]: readonly [number, number],
  matters: Matters,
): Matter | undefined => {
  // "Syria was not discussed": that it was not is what is told.
  if (words[head]!.children.some((child) => /^(?:not|never|n['’]t)$/i.test(words[child]!.text)))
    return undefined;
  const listed = namedLast(words, first, last, matters);
  if (listed) return { act: "discuss", spans: [spanOf(words, ...listed)] };
  const [verb, subject] = subjectAndVerb(words, head, matters);
  const end = endOf(words, verb, last);
  if (subject === undefined || subject < first) {
    // "Both exchanged views on X": the tree may see no subject.
    const run =
      verb >= first ? (exchangedOn(words, verb, end, matters) ?? informedOf(words, verb, end)) : undefined;
    return run && { act: "discuss", spans: [spanOf(words, ...run)] };
  }
  const pleaded = pleadedFor(words, verb, subject, end);
  if (pleaded) return { act: "support", spans: [spanOf(words, ...pleaded)], speaker: subject };
  const agreed = agreedOn(words, verb, end, matters);
  if (agreed) return { act: "agree", spans: [spanOf(words, ...agreed)], speaker: subject };
  const isTurned = words[verb]!.children.every((child) => words[child]!.relation !== "aux:pass");
  const found =
    (talkIs(words, subject, matters) ? occasionFor(words, subject + 1, end) : undefined) ??
    (isTurned ? turnedTo(words, verb, subject, end, matters) : undefined) ??
    passive(words, verb, subject, matters) ??
    paid(words, verb, subject, end, matters) ??
    onIt(words, verb, subject, matters) ??
    subjectOf(words, verb, subject, matters) ??
    topicWas(words, verb, subject, end, matters) ??
    turnedOver(words, verb, end, matters) ??
    layOn(words, verb, subject, end, matters) ??
    exchangedOn(words, verb, end, matters) ??
    informedOf(words, verb, end) ??
    active(words, verb, subject, end, matters);
  if (!found) return undefined;
  const more = stressed(words, verb, last, matters) ?? among(words, verb, last);
  const [from, to] = found;
  const own: Run = more && to >= more[0] ? [from, beforeMark(words, more[0])] : found;
  const runs = [own, ...(more ? [more] : [])].filter(([a, b]) => a <= b);
  return { act: "discuss", spans: runs.map((run) => spanOf(words, ...run)) };
};

const talkIs = (words: Words, subject: number, { talk }: Matters): boolean => talk.has(lower(words, subject));

/** "The President spoke in favour of a ceasefire". */
const pleadedFor = (words: Words, verb: number, subject: number, end: number): Run | undefined => {
  if (subject > verb || !/^(speak|come)$/.test(lower(words, verb))) return undefined;
  const text = (at: number) => words[at]?.text.toLowerCase() ?? "";
  const from = /^(out|also|again)$/.test(text(verb + 1)) ? verb + 2 : verb + 1;
  const pleads = text(from) === "in" && /^(favou?r|support)$/.test(text(from + 1)) && text(from + 2) === "of";
  return pleads && from + 3 <= end ? [from + 3, end] : undefined;
};

/** "…, among them X", "…, first of all X" behind the verb. */
const among = (words: Words, verb: number, last: number): Run | undefined => {
  for (let at = verb + 1; at < last - 1; at += 1) {
    if (!/^[,;–—(]$/.test(words[at]!.text)) continue;
    const rest = words
      .slice(at + 1, at + 4)
      .map(({ text }) => text.toLowerCase())
      .join(" ");
    const mark =
      /^(among them|among others|including|in particular|notably|above all|first of all|primarily|especially)\b/.exec(
        rest,
      );
    if (mark) return [at + 1 + mark[1]!.split(" ").length, last];
  }
  return undefined;
};

type Run = readonly [number, number];

/** The verb and its subject; "the talks focused on X" may stand in the tree as a noun with a participle. */
const subjectAndVerb = (
  words: Words,
  head: number,
  { talk, turns }: Matters,
): [number, number | undefined] => {
  const participle = talk.has(lower(words, head)) ? turnBehind(words, head, turns) : undefined;
  if (participle !== undefined) return [participle, head];
  return [head, words[head]!.children.find((child) => /^nsubj/.test(words[child]!.relation))];
};

/** "The talks between the two [dealt] with X", whatever the tree hangs it on. */
const turnBehind = (words: Words, noun: number, turns: ReadonlySet<string>): number | undefined => {
  for (let at = noun + 1; at < noun + 8 && words[at]?.sentence === words[noun]!.sentence; at += 1) {
    if (/^[,;:]$/.test(words[at]!.text) || words[at]!.relation === "nsubj") return undefined;
    if (/^VB[DN]$/.test(words[at]!.xpos)) return turns.has(lower(words, at)) ? at : undefined;
  }
  return undefined;
};

const lower = (words: Words, at: number): string => words[at]!.lemma.toLowerCase();

/** "The situation in Syria was considered": all that stands before the verb's first auxiliary. */
const passive = (
  words: Words,
  verb: number,
  subject: number,
  { passive: verbs }: Matters,
): Run | undefined => {
  if (!isPassive(words, verb) || !verbs.has(bareLemma(words, verb)) || subject > verb) return undefined;
  const aux =
    words[verb]!.children.find((child) => /^aux/.test(words[child]!.relation) && child > subject) ?? verb;
  const from = subtree(words, subject)[0]!;
  return words[subject]!.upos === "PRON" || aux - 1 < from ? undefined : [from, aux - 1];
};

/** Without the particle that is a preposition: "touched upon". */
const bareLemma = (words: Words, verb: number): string => {
  const lemma = lemmaOf(words, verb);
  return /_(up)?on$/.test(lemma) ? lemma.replace(/_.*/, "") : lemma;
};

/** "Attention was paid to X", "an exchange of views took place on X". */
const paid = (
  words: Words,
  verb: number,
  subject: number,
  end: number,
  { paid: nouns, held }: Matters,
): Run | undefined => {
  const noun = lower(words, subject);
  const given = nouns.has(noun) && isPassive(words, verb);
  const took =
    held.has(noun) && (isPassive(words, verb) || /^(take|take_place|be)$/.test(lemmaOf(words, verb)));
  if (!given && !took) return undefined;
  for (let at = subject + 1; at < end; at += 1) {
    const word = words[at]!;
    const marks = /^(case|mark)$/.test(word.relation) || /^on$/i.test(word.text);
    if (!marks || !about.test(word.text.toLowerCase())) continue;
    if (word.text.toLowerCase() === "of" && /^(view|opinion)$/.test(lower(words, word.head))) continue;
    if (took && /^(to|of|with)$/i.test(word.text)) continue;
    return at < verb ? [at + 1, beforeVerb(words, verb)] : [at + 1, end];
  }
  return undefined;
};

const beforeVerb = (words: Words, verb: number): number => {
  const aux = words[verb]!.children.find((child) => /^aux/.test(words[child]!.relation));
  return (aux ?? verb) - 1;
};

/** "The sale of jets and the fight against terror were also on the agenda". */
const onIt = (words: Words, head: number, subject: number, { on }: Matters): Run | undefined => {
  if (!on.has(lower(words, head)) || !/^(on|in|at|under)$/.test(markerOf(words, head))) return undefined;
  const cop = words[head]!.children.find((child) => /^(cop|aux)/.test(words[child]!.relation));
  if (cop === undefined || subject > cop) return undefined;
  return [subtree(words, subject)[0]!, cop - 1];
};

/** "The focus was on X", "the emphasis was on X". */
const layOn = (
  words: Words,
  head: number,
  subject: number,
  end: number,
  { stress }: Matters,
): Run | undefined => {
  if (!stress.has(lower(words, subject)) || subject > head) return undefined;
  const own = (relation: string) =>
    words[head]!.children.find((child) => words[child]!.relation === relation);
  const [cop, marker] = [own("cop"), own("case")];
  if (cop === undefined || marker === undefined || !/^(up)?on$/i.test(words[marker]!.text)) return undefined;
  return marker < end ? [marker + 1, end] : undefined;
};

/** "The talks focused on X", "the conversation covered X", "the topics were X". */
const turnedTo = (
  words: Words,
  verb: number,
  subject: number,
  end: number,
  { talk, turns }: Matters,
): Run | undefined => {
  if (!talk.has(lower(words, subject)) || subject > verb) return undefined;
  const lemma = bareLemma(words, verb);
  if (words[verb]!.upos !== "VERB" || !turns.has(lemma)) return undefined;
  const at = afterManner(words, verb + 1, end);
  if (at > end) return undefined;
  if (/^(on|upon|around|to|with|about)$/i.test(words[at - 1]!.text)) return [at, end];
  if (/^(around|to|with|about)$/i.test(words[at]!.text)) return at < end ? [at + 1, end] : undefined;
  const object = words[verb]!.children.some((child) => words[child]!.relation === "obj");
  return object ? [at, end] : undefined;
};

/** "The parties discussed in detail X", where no statement has it. */
const active = (
  words: Words,
  verb: number,
  subject: number,
  end: number,
  { passive: verbs }: Matters,
): Run | undefined => {
  if (isPassive(words, verb) || words[verb]!.upos !== "VERB" || subject > verb) return undefined;
  const lemma = lower(words, verb);
  if (!verbs.has(bareLemma(words, verb)) || /^(speak|deal|mention)$/.test(lemma)) return undefined;
  // "considered him a friend", "considered joining": an opinion, or a plan.
  if (lemma === "consider" && !isJoint(words, verb, subject)) return undefined;
  const from = afterManner(words, verb + 1, end);
  if (from > end || words[from]!.upos !== "ADP") return from <= end ? [from, end] : undefined;
  // "discussed in a telephone call with the General the latest developments"
  const object = words[verb]!.children.find((child) => child > from && words[child]!.relation === "obj");
  return object === undefined ? behindAside(words, from, end) : [subtree(words, object)[0]!, end];
};

/** "The ministers considered the trade deal": more than one, and a thing. */
const isJoint = (words: Words, verb: number, subject: number): boolean => {
  const own = (relation: RegExp) =>
    words[verb]!.children.filter((child) => relation.test(words[child]!.relation));
  const many = /^(NNS|NNPS)$/.test(words[subject]!.xpos) || /^(they|both|two)$/i.test(words[subject]!.text);
  return many && own(/^obj$/).length === 1 && own(/^(ccomp|xcomp)/).length === 0;
};

/** Past "in detail", "at length", "candidly", "upon". */
const afterManner = (words: Words, start: number, end: number): number => {
  let at = start;
  while (at <= end) {
    const [here, next] = [words[at]!.text, words[at + 1]?.text ?? ""];
    // "discussed, among other topics, visas"
    const aside =
      here === "," && /^(among|inter|in)$/i.test(next) ? nextComma(words, at + 1, end) : undefined;
    if (aside !== undefined) at = aside + 1;
    else if (/^(in|at)$/i.test(here) && /^(detail|depth|length|particular)$/i.test(next)) at += 2;
    else if (words[at]!.upos === "ADV" || /^([,:]|upon|on)$/i.test(here)) at += 1;
    else break;
  }
  return at;
};

const nextComma = (words: Words, from: number, end: number): number | undefined =>
  words.slice(from, Math.min(end, from + 6)).find(({ text }) => text === ",")?.index;

/** "…, with an emphasis on X": the first and last word of X. */
const stressed = (words: Words, verb: number, last: number, { stress }: Matters): Run | undefined => {
  for (let at = verb + 1; at < last - 2; at += 1) {
    if (!/^with$/i.test(words[at]!.text)) continue;
    for (let noun = at + 1; noun <= at + 4 && noun < last - 1; noun += 1)
      if (stress.has(lower(words, noun)))
        for (let next = noun + 1; next <= noun + 3 && next < last; next += 1)
          if (/^(on|to|upon)$/i.test(words[next]!.text)) return [next + 1, last];
  }
  return undefined;
};

const beforeMark = (words: Words, at: number): number => {
  let found = at - 1;
  while (found > at - 6 && !/^(with|[,;–—(])$/i.test(words[found]!.text)) found -= 1;
  return found - 1;
};

/** The clause's last word that belongs to its verb, whatever clause is hung behind it. */
const endOf = (words: Words, verb: number, last: number): number => {
  const beside = words[verb]!.children.find(
    (child) =>
      child > verb &&
      child <= last &&
      /^(conj|parataxis)$/.test(baseRelation(words[child]!)) &&
      hasVerb(words, child),
  );
  return beside === undefined ? last : subtree(words, beside)[0]! - 1;
};

const hasVerb = (words: Words, at: number): boolean =>
  words[at]!.upos === "VERB" && words[at]!.children.some((child) => /^nsubj/.test(words[child]!.relation));

const spanOf = (words: Words, from: number, to: number): Span => ({
  start: words[from]!.start,
  end: words[to]!.end,
});
