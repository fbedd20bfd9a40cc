// Statements -> those that frame a stretch of a readout: their cue heads it, and a side of the contact says it.
import type { Contact } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { holds, type Span } from "../../../model/span.ts";
import type { Statement } from "../../../model/statement.ts";
import { baseRelation, subtree } from "../../../model/tree.ts";
import { wordsIn } from "../points/cut-content.ts";

type Told = Pick<Reading, "words" | "actors">;

/** A statement with the parts of its content that lie in the stretch. */
export type Frame = { readonly statement: Statement; readonly contents: readonly Span[] };

/** States of mind: what they hold stays a part of what reports them. */
const attitudes = new Set([
  "want",
  "intend",
  "believe",
  "hope",
  "know",
  "think",
  "fear",
  "mention",
  "expect",
  "see",
  "support",
  "consider",
]);

/** Verbs that only carry the noun that reports: "expressed the hope that", but not "discussed the guarantees that". */
const carriers =
  /^(express|have|make|give|voice|convey|offer|raise|issue|send|lodge|show|reiterate|reaffirm|renew|extend|repeat|deliver|pay|state|confirm|underline|stress)$/;

/** What is asked for or foretold is not said: "both should support …", "China will promote …". */
const notSaid = /^(must|should|may|might|can|could|will|shall|need)$/;

/** Frames in the order of their cues. `depth` 0: the stretch is a sentence, more: it is the content of a statement. */
export const framesOf = (
  { words, actors }: Told,
  contact: Pick<Contact, "participants">,
  statements: readonly Statement[],
  span: Span,
  depth: number,
): Frame[] => {
  const [first, last] = wordsIn(words, span);
  return statements.flatMap((statement) => {
    const contents = statement.content.flatMap((content) => {
      const [start, end] = [Math.max(content.start, span.start), Math.min(content.end, span.end)];
      if (start >= end) return [];
      return [{ start, end: isBareTo(words, content) ? Math.max(end, words[last]!.start) : end }];
    });
    const told = contents.filter((content) => !isLeadIn(words, content, contents, statement));
    if (contents.length === 0 || statement.negated || isThird(words, actors, statement, contact)) return [];
    if (depth > 0 && isThing(words, statement)) return [];
    if (depth > 0 && (attitudes.has(statement.act) || contents.every((one) => goesBack(words, one))))
      return [];
    const cue = cueWord(words, statement);
    // A quotation that runs on over a sentence has its cue elsewhere.
    if (cue === undefined || cue < first || cue > last)
      return depth === 0 &&
        contents.some((content) => holds(content, { start: words[first]!.start, end: words[last]!.start }))
        ? [{ statement, contents }]
        : [];
    // "outlined the UK's plans to train pilots": what is outlined are the plans, not what they say.
    if (
      depth > 0 &&
      words[cue]!.upos === "NOUN" &&
      !(isCarried(words, cue) && isAlone(words, cue, first, contents))
    )
      return [];
    return heads(words, cue, [first, last], contents, depth) ? [{ statement, contents: told }] : [];
  });
};

/** "is ready [to], together with Thailand, act on the consensus": the tree parts the verb from its "to". */
const isBareTo = (words: Told["words"], content: Span): boolean => {
  const [first, last] = wordsIn(words, content);
  return first === last && words[first]!.xpos === "TO" && words[first + 1]?.text === ",";
};

/** "agreed that the catastrophe demands action": no act of anybody's. */
const isThing = (words: Told["words"], { source, speakers }: Statement): boolean => {
  if (!source || speakers.length > 0) return false;
  const [first, last] = wordsIn(words, source);
  return (
    /^(?:the|a|an|this|that|these)$/i.test(words[first]!.text) &&
    !words
      .slice(first, last + 1)
      .some(({ text }) =>
        /^(?:two|both|sides?|parties|leaders?|ministers?|presidents?|officials?)$/i.test(text),
      )
  );
};

/** "[On Lebanon], he praised the army": what only leads to what is praised. */
const isLeadIn = (
  words: Told["words"],
  content: Span,
  contents: readonly Span[],
  { cue }: Statement,
): boolean =>
  cue !== undefined &&
  content.end <= cue.start &&
  contents.some((other) => other.start >= cue.end) &&
  /^(on|regarding|concerning|about)$/i.test(words[wordsIn(words, content)[0]]?.text ?? "");

/** "The testimony confirms this": what only goes back stays a part of what is said. */
const goesBack = (words: Told["words"], span: Span): boolean => {
  const [first, last] = wordsIn(words, span);
  return words.slice(first, last + 1).every(({ upos }) => /^(PRON|DET|PUNCT|ADP|SCONJ)$/.test(upos));
};

const isCarried = (words: Told["words"], noun: number): boolean => {
  const { relation, head } = words[noun]!;
  return relation === "obj" && carriers.test(words[head]?.lemma ?? "");
};

/** "reiterated its readiness to help", but not "its commitment to X and its readiness to help": nothing else stands there. */
const isAlone = (words: Told["words"], cue: number, first: number, contents: readonly Span[]): boolean => {
  const own = new Set(subtree(words, cue));
  const [start] = wordsIn(words, contents[0]!);
  const tells = (at: number) => /^(NOUN|PROPN|VERB)$/.test(words[at]!.upos);
  for (let at = first; at < cue; at += 1) if (tells(at) && !own.has(at)) return false;
  for (let at = cue + 1; at < start; at += 1) if (tells(at)) return false;
  return true;
};

const cueWord = (words: Told["words"], { cueWord: word, cue }: Statement): number | undefined =>
  word ?? (cue && wordsIn(words, cue)[0]);

/** From the cue up to the head of the stretch lead only clauses beside it and what cues of several words are made of. */
const heads = (
  words: Told["words"],
  cue: number,
  [first, last]: readonly [number, number],
  contents: readonly Span[],
  depth: number,
): boolean => {
  for (let [at, steps] = [cue, 0]; steps < 10; steps += 1) {
    const word = words[at]!;
    if (word.children.some((child) => words[child]!.relation === "aux" && notSaid.test(words[child]!.lemma)))
      return false;
    if (/^(need|have)$/.test(word.lemma) && at !== cue) return false;
    if (word.head < first || word.head > last) return true;
    if (isLedBy(words, at, first) || (at === cue && /^according$/i.test(word.text))) return true;
    if (depth === 0 && isMeanwhile(words, at)) return true;
    const relation = baseRelation(word);
    // "while rejecting any pressure", ", while the Amir affirmed", but not "if he rejects it"
    const isBesides = (child: number) =>
      /^(?:while|whereas)$/i.test(words[child]!.text) &&
      (word.xpos === "VBG" || (depth === 0 && words[child - 1]?.text === ","));
    const within =
      relation === "advcl" &&
      word.children.some((child) => words[child]!.relation === "mark" && !isBesides(child));
    if (
      within ||
      !/^(conj|parataxis|obj|xcomp|advcl|discourse)$|^nsubj:pass$/.test(
        relation === "nsubj" ? word.relation : relation,
      )
    )
      return false;
    // "Germany will send more, the Chancellor announced": what it hangs on is what was said.
    if (relation === "parataxis" && contents.some((content) => holds(content, words[word.head]!)))
      return true;
    if (relation === "obj" && !carriers.test(words[word.head]!.lemma)) return false;
    at = word.head;
  }
  return false;
};

/** "held a call in which he conveyed X", "had a meeting where they agreed to X": told of the contact, not of a matter. */
const isMeanwhile = (words: Told["words"], verb: number): boolean => {
  if (!/^(acl|advcl)/.test(words[verb]!.relation)) return false;
  const [first, second] = subtree(words, verb).filter((at) => words[at]!.upos !== "PUNCT");
  if (first === undefined || second === undefined || first >= verb) return false;
  const [text, next] = [words[first]!.text.toLowerCase(), words[second]!.text.toLowerCase()];
  if (/^(where|when)$/.test(text) || (/^(in|during|at|over|throughout)$/.test(text) && next === "which"))
    return true;
  // "held talks, at the end of which they agreed"
  const before = words.slice(Math.max(0, first - 6), first);
  const lead = before.slice(before.findLastIndex((word) => word.text === ",") + 1);
  return lead[0]?.upos === "ADP" && lead.length < 6 && /^which$/i.test(lead.at(-1)!.text);
};

/** "In this regard he emphasized …": no clause of "regard", whatever the tree makes of it. */
const isLedBy = (words: Told["words"], verb: number, first: number): boolean => {
  const { relation, head } = words[verb]!;
  const subject = words[head + 1];
  return (
    /^acl/.test(relation) &&
    words[first]!.upos === "ADP" &&
    head < first + 4 &&
    /^(PRON|PROPN|DET)$/.test(subject?.upos ?? "") &&
    !/^(which|who|that|whose)$/i.test(subject?.text ?? "")
  );
};

/** "The same source added": the readout itself, or the house whose it is. */
const ownWord =
  /^(?:source|statement|readout|read-out|release|communiqu[eé]|note|text|bulletin|summary|ministry|presidency|office|palace|secretariat)$/i;

/**
 * Said by somebody of another state only. "The two sides", "it was noted", a bare "the Minister" and "they", whoever
 * they are taken for, are no third.
 */
const isThird = (
  words: Told["words"],
  actors: Told["actors"],
  { speakers, source }: Statement,
  { participants }: Pick<Contact, "participants">,
): boolean => {
  if (source && /^(they|we|both)$/i.test(words[wordsIn(words, source)[0]]?.text ?? "")) return false;
  if (
    source &&
    speakers.every((speaker) => actors[speaker]!.country === undefined) &&
    ownWord.test(words[wordsIn(words, source)[1]]?.text ?? "")
  )
    return false;
  const sides = new Set(participants.map(({ side }) => side));
  return speakers.length > 0 && speakers.every((speaker) => !sides.has(actors[speaker]!.country));
};
