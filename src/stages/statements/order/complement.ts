// A verb and what follows it -> a statement, where "to", "that", "whether" and their like say by themselves that a
// clause is reported: parsers hang such clauses on the listener, on the agent of a passive, or on a noun between.
import type { Word } from "../../../model/token.ts";
import { rightReach } from "../contents/clause-reach.ts";
import { cutShort } from "../contents/cut.ts";
import { cueIn, cueReach, isNegated, isPassive } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans, range } from "../spans.ts";
import { sourceSpan } from "../speakers/source.ts";
import { subjectOf } from "../speakers/speaker.ts";
import { type Complement, complementOf, letKnown } from "./opener.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];

/** The statement that a verb makes with a clause that its first word marks. */
export const complementDraft = (scene: Scene, index: number): Draft | undefined => {
  const { words, quotations } = scene.input;
  const verb = words[index]!;
  if (verb.upos !== "VERB" || !scene.language.cues.verb.has(verb.lemma.toLowerCase())) return undefined;
  if (isReduced(words, verb)) return undefined;
  const passive = isPassive(words, index) || isDoneBy(words, index);
  const { rest = [] } = cueIn(scene.language.cues.verb, words, index, "clause") ?? {};
  const found = letKnown(words, index) ?? complementOf(words, index, passive, rest);
  if (!found || isOfNoun(words, found)) return undefined;
  const { opener, object, agent } = found;
  const fit = frameOf(scene, index, found, passive);
  if (!fit) return undefined;
  const told = passive ? subjectPhrase(words, index) : undefined;
  const named = passive ? (agent ? headOf(words, agent) : undefined) : subjectOf(words, index);
  const cue = cueReach(words, index, found.last ?? index);
  const source = named === undefined ? undefined : sourceSpan(words, named, quotations, cue);
  const own = agent ? within(words, agent, source) : source;
  const start = fit.takesObject && object ? object[0] : opener;
  const clauseStart = /^(?:that|wh)$/.test(found.kind) ? opener : undefined;
  const body = rightReach(scene, index, range(start, pieceEnd(words, opener)), clauseStart);
  // "accused the broadcaster, which the state owns, of lying": the object's own clause is no comment at its end.
  const lead = found.kind === "of" ? range(start, opener - 1) : [];
  const cut = [...lead, ...cutShort(scene, index, body.slice(lead.length), "verb")];
  const whole = fit.takesObject && told ? [...range(told[0], told[1]), ...cut] : cut;
  const content = contentSpans(words, whole, quotations);
  if (content.length === 0) return undefined;
  const listener = object ?? told ?? found.listener;
  return {
    head: index,
    cue,
    act: fit.act,
    negated: isNegated(words, index),
    ...(named === undefined || !own ? {} : { speaker: named, source: own }),
    ...(listener ? { addressee: headOf(words, listener) } : {}),
    content,
    confidence: fit.confidence,
    rule: "marked-clause",
  };
};

/** "conveyed thanks for the courage of the men who took part": who they are, where a preposition stands before the noun. */
const isOfNoun = (words: Words, { kind, opener }: Complement): boolean => {
  const noun = words[opener - 1];
  if (kind !== "wh" || !/^(?:who|which)$/i.test(words[opener]!.text) || noun?.upos !== "NOUN") return false;
  const isTold = words[words[opener]!.head]?.relation === "acl:relcl";
  return isTold && noun.relation === "nmod";
};

/** The agent's phrase as a span, where the tree made too much or too little of it. */
const within = (
  words: Words,
  [first, last]: Range,
  source: { readonly start: number; readonly end: number } | undefined,
) => {
  const span = { start: words[first]!.start, end: words[last]!.end };
  return source && source.start === span.start && source.end < span.end + 2 && source.end > span.start
    ? source
    : span;
};

/** "in an interview posted to YouTube": a participle on a noun, with nobody who does it. */
const isReduced = (words: Words, { index, xpos, relation, children }: Word): boolean =>
  xpos === "VBN" &&
  relation === "acl" &&
  /^(?:NOUN|PROPN)$/.test(words[index - 1]?.upos ?? "") &&
  words[index + 1]?.text.toLowerCase() !== "by" &&
  !children.some((child) => /^(?:aux|nsubj|obl:agent)/.test(words[child]!.relation));

/** "urged by the mayor to": a participle that its agent follows. */
const isDoneBy = (words: Words, index: number): boolean =>
  /^VB[ND]$/.test(words[index]!.xpos) && words[index + 1]?.text.toLowerCase() === "by";

const headOf = (words: Words, [first, last]: Range): number =>
  range(first, last).find(
    (at) =>
      /^(?:NOUN|PROPN|PRON)$/.test(words[at]!.upos) && !(words[at]!.head >= first && words[at]!.head <= last),
  ) ?? last;

/** The subject of a passive verb as it stands before its auxiliaries. */
const subjectPhrase = (words: Words, index: number): Range | undefined => {
  const subject = words[index]!.children.map((child) => words[child]!).find(
    ({ relation }) => relation === "nsubj:pass" || relation === "nsubj",
  );
  if (!subject || subject.index > index || subject.upos === "VERB" || subject.lemma.toLowerCase() === "it")
    return undefined;
  let first = subject.index;
  for (const child of words[first]!.children) if (child < first) first = Math.min(first, child);
  let last = index - 1;
  while (last > subject.index && /^(?:AUX|ADV|PART|PUNCT)$/.test(words[last]!.upos)) last -= 1;
  return last - first < 12 ? [first, last] : undefined;
};

type Fit = { readonly act: Draft["act"]; readonly takesObject: boolean; readonly confidence: number };

/** The frame of the verb that the complement fits. */
const frameOf = (scene: Scene, index: number, found: Complement, passive: boolean): Fit | undefined => {
  const { words } = scene.input;
  const { kind, object, agent } = found;
  const fits = (frame: string, base: number, takesObject: boolean): Fit | undefined => {
    const cue = cueIn(scene.language.cues.verb, words, index, frame);
    if (!cue) return undefined;
    return { act: cue.act, takesObject, confidence: base * (cue.frames.get(frame) ?? 1) };
  };
  if (kind === "to" && passive)
    return (
      fits("urge", 0.92, true) ??
      (isImpersonal(words, index) ? fits("infinitive", 0.85, false) : undefined) ??
      (agent || isPerfectAfter(words, found.opener) ? fits("clause", 0.85, true) : undefined)
    );
  if (kind === "of") return passive ? undefined : fits("accuse", 0.93, true);
  // "described as false a statement".
  const isJudged = words.slice(index + 1, found.opener).some(({ text }) => /^as$/i.test(text));
  if (kind === "noun" && passive) return undefined;
  if (kind === "noun")
    return (
      (isJudged ? fits("as", 0.85, false) : undefined) ??
      fits("thank", 0.85, false) ??
      fits("object", 0.85, false)
    );
  if (kind === "ing") return fits("object", 0.85, false);
  if (kind === "to") return object ? fits("urge", 0.9, true) : fits("infinitive", 0.85, false);
  const base = kind === "that" ? 0.93 : 0.85;
  if (found.origin && /^(?:learn|hear)$/.test(words[index]!.lemma))
    return { act: scene.language.acts.get("report")!, takesObject: false, confidence: base };
  if (passive)
    return agent ? (fits("tell", base, false) ?? fits("clause", base, false)) : fits("tell", base, false);
  return object ? fits("tell", base, false) : fits("clause", base, false);
};

/** "It was agreed to meet." */
const isImpersonal = (words: Words, index: number): boolean =>
  words[index]!.children.some(
    (child) =>
      child < index && words[child]!.lemma.toLowerCase() === "it" && words[child]!.relation !== "obj",
  );

/** "to have left". */
const isPerfectAfter = (words: Words, to: number): boolean => words[to + 1]?.lemma === "have";

const pieceEnd = (words: Words, from: number): number => {
  let at = from;
  while (
    words[at + 1]?.sentence === words[from]!.sentence &&
    !/^(?:[,;:()—–.!?]|--)$/.test(words[at + 1]!.text)
  )
    at += 1;
  return at;
};
