// A verb and what follows it -> a statement, where "to", "that", "whether" and their like say by themselves that a
// clause is reported: parsers hang such clauses on the listener, on the agent of a passive, or on a noun between.
import type { Word } from "../../model/token.ts";
import { rightReach } from "./clause-reach.ts";
import { cueIn, cueReach, isNegated, isPassive, opensClause } from "./cue.ts";
import { cutShort } from "./cut.ts";
import type { Draft, Scene } from "./draft.ts";
import { sourceSpan } from "./source.ts";
import { contentSpans } from "./spans.ts";
import { subjectOf } from "./speaker.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];
type Kind = "to" | "that" | "wh" | "ing" | "noun";

/** What stands between a verb and the word that opens what is reported. */
type Complement = {
  readonly kind: Kind;
  /** The word that opens it; of a noun, its first word: "condemn in the strongest terms the attack". */
  readonly opener: number;
  /** A noun phrase right after the verb: who is told or asked. */
  readonly object?: Range;
  /** The noun phrase after "by", where the verb is passive. */
  readonly agent?: Range;
  /** The noun phrase after "from": "has learned from a diplomat that". */
  readonly origin?: Range;
  /** The noun phrase after "to": "signaled to Rome that". */
  readonly listener?: Range;
  /** Last word of a cue of several: "let it be known". */
  readonly last?: number;
};

/** The statement that a verb makes with a clause that its first word marks. */
export const complementDraft = (scene: Scene, index: number): Draft | undefined => {
  const { words, quotations } = scene.input;
  const verb = words[index]!;
  if (verb.upos !== "VERB" || !scene.language.cues.verb.has(verb.lemma.toLowerCase())) return undefined;
  if (isReduced(words, verb)) return undefined;
  const passive = isPassive(words, index) || isDoneBy(words, index);
  const found = letKnown(words, index) ?? complementOf(words, index, passive);
  if (!found) return undefined;
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
  const cut = cutShort(scene, index, body, "verb");
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

/** "let it be known that", "let Putin know that". */
const letKnown = (words: Words, index: number): Complement | undefined => {
  if (words[index]!.lemma !== "let") return undefined;
  const object = phraseFrom(words, index + 1);
  const know = (object?.[1] ?? index) + 1;
  if (object && words[know]?.text === "know" && words[know + 1] && kindOf(words, know + 1) !== undefined)
    return { kind: "that", opener: know + 1, object, last: know };
  const isCue =
    words[index]!.lemma === "let" &&
    /^it be known$/i.test(
      words
        .slice(index + 1, index + 4)
        .map(({ text }) => text)
        .join(" "),
    );
  return isCue && words[index + 4] && opensClause(words, index + 4)
    ? { kind: "that", opener: index + 4, last: index + 3 }
    : undefined;
};

/** Reads on from the verb over a listener, an agent, adverbs and phrases up to the word that opens a clause. */
const complementOf = (words: Words, index: number, passive: boolean): Complement | undefined => {
  const { sentence } = words[index]!;
  let object: Range | undefined;
  let agent: Range | undefined;
  let origin: Range | undefined;
  let listener: Range | undefined;
  let at = index + 1;
  const deed = /^(?:ever|even|not|never|also)$/i.test(words[at]?.text ?? "") ? at + 1 : at;
  if (words[deed]?.xpos === "VBG" && words[deed]!.sentence === sentence && !passive)
    return { kind: "ing", opener: at };
  for (let parts = 0; parts < 4; parts += 1) {
    while (words[at]?.sentence === sentence && isPassedOver(words[at]!)) at += 1;
    const before = at;
    if (words[at]?.text === ",") at = afterAside(words, at) ?? at;
    const word = words[at];
    if (at > before && /^who$/i.test(word?.text ?? "")) return undefined;
    if (!word || word.sentence !== sentence || at > index + 24) return undefined;
    const cleft = cleftFrom(words, index, at);
    if (cleft !== undefined) return { kind: "that", opener: cleft, ...(object ? { object } : {}) };
    const kind =
      kindOf(words, at) ?? askedIf(words, index, at) ?? (parts > 0 ? lateThat(words, at) : undefined);
    if (kind === "wh" && isRelative(words, at, index, agent ?? object)) return undefined;
    if (kind) {
      const one = { kind, opener: at };
      return {
        ...one,
        ...(object ? { object } : {}),
        ...(agent ? { agent } : {}),
        ...(origin ? { origin } : {}),
        ...(listener ? { listener } : {}),
      };
    }
    // "said in a message posted on Telegram that": a participle of the noun before.
    if (word.xpos === "VBN" && !object && parts > 0 && words[at + 1]?.upos === "ADP") {
      at += 1;
      continue;
    }
    const judged = word.text.toLowerCase() === "as" && !passive ? afterJudgement(words, at) : undefined;
    if (judged !== undefined) return { kind: "noun", opener: judged };
    if (word.upos === "ADP" && word.text.toLowerCase() !== "of") {
      const phrase = phraseFrom(words, at + 1) ?? [at + 1, at + 1];
      if (!/^(?:NOUN|PROPN|PRON|ADJ)$/.test(words[phrase[1]]?.upos ?? "")) return undefined;
      if (passive && word.text.toLowerCase() === "by") agent = phrase;
      if (word.text.toLowerCase() === "from") origin = phrase;
      if (word.text.toLowerCase() === "to") listener = phrase;
      at = phrase[1] + 1;
      const isTerms = /^terms?$/i.test(words[phrase[1]]!.text) && phraseFrom(words, at) !== undefined;
      if (isTerms) return { kind: "noun", opener: at };
    } else {
      const phrase = phraseFrom(words, at);
      if (!phrase || object || parts > 1) return undefined;
      object = phrase;
      at = phrase[1] + 1;
    }
  }
  return undefined;
};

/** "What we told him is that": the clause after "is", where "what" opens the verb's own. */
const cleftFrom = (words: Words, verb: number, at: number): number | undefined => {
  if (!/^(?:is|was)$/i.test(words[at]!.text) || !opensClause(words, at + 1)) return undefined;
  for (let back = verb - 1; back > verb - 8 && words[back]?.sentence === words[verb]!.sentence; back -= 1)
    if (/^(?:can|could|may|might)$/i.test(words[back]!.text)) return undefined;
    else if (/^what$/i.test(words[back]!.text)) return at + 1;
  return undefined;
};

const asking =
  /^(?:ask|say|know|tell|explain|decide|learn|wonder|see|reveal|announce|confirm|specify|discuss|describe|show|inquire|disclose|recall|remember|understand|forget|determine)$/;

/** "told by people who want war", "lied to her when he insisted": such a clause hangs on a noun or says when. */
const isRelative = (words: Words, at: number, verb: number, phrase: Range | undefined): boolean => {
  const text = words[at]!.text.toLowerCase();
  const before = words[at - 1]!;
  if (text === "who") return phrase !== undefined && phrase[1] === at - 1 && before.upos !== "PRON";
  if (!/^(?:when|where)$/.test(text)) return false;
  if (at === verb + 1) return !asking.test(words[verb]!.lemma);
  return !(phrase !== undefined && phrase[0] === verb + 1);
};

/** "dismissed as absurd Trudeau's assertion": the noun phrase after an adjective that judges it. */
const afterJudgement = (words: Words, as: number): number | undefined => {
  let at = as + 1;
  if (/^["“‘]$/.test(words[at]?.text ?? "")) return afterMark(words, at);
  while (words[at]?.upos === "ADV") at += 1;
  while (words[at]?.upos === "ADJ" || (words[at]?.upos === "CCONJ" && words[at + 1]?.upos === "ADJ")) at += 1;
  const opens = words[at];
  if (at === as + 1 || words[at - 1]!.upos !== "ADJ" || opens?.sentence !== words[as]!.sentence)
    return undefined;
  return /^(?:DET|PROPN)$/.test(opens.upos) || opens.xpos === "PRP$" ? at : undefined;
};

/** "as “an absolute lie” Western suggestions": the noun phrase after the quotation that judges it. */
const afterMark = (words: Words, open: number): number | undefined => {
  for (let at = open + 1; at < open + 10 && words[at]?.sentence === words[open]!.sentence; at += 1)
    if (/^["”’]$/.test(words[at]!.text)) {
      const opens = words[at + 1];
      const isPhrase =
        opens?.sentence === words[open]!.sentence && /^(?:DET|PROPN|ADJ|NOUN|PRON)$/.test(opens.upos);
      return isPhrase ? at + 1 : undefined;
    }
  return undefined;
};

/** Adverbs, and the mark that closes "‘did not plan’". */
const isPassedOver = (word: Word): boolean =>
  (word.upos === "ADV" && !isWh(word)) || /^not$/i.test(word.text) || /^["”’']$/.test(word.text);

/** The word after the comma that closes an aside: a phrase, or "two diplomats said". */
const afterAside = (words: Words, comma: number): number | undefined => {
  let verbs = 0;
  for (let at = comma + 1; at < comma + 16 && words[at]?.sentence === words[comma]!.sentence; at += 1) {
    if (words[at]!.text === ",") return verbs === 0 || at - comma < 13 ? at + 1 : undefined;
    if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) verbs += 1;
    if (verbs > 1 || /^[;:()]$/.test(words[at]!.text)) return undefined;
  }
  return undefined;
};

/** The kind of clause that the word opens, if it does. */
const kindOf = (words: Words, at: number): Kind | undefined => {
  const word = words[at]!;
  if (word.text.toLowerCase() === "to") {
    let next = at + 1;
    while (words[next]?.upos === "ADV" || /^["“‘']$/.test(words[next]?.text ?? "")) next += 1;
    const isNever = /^(?:never|not)$/i.test(words[at - 1]?.text ?? "") && next > at + 1;
    return words[next]?.xpos === "VB" || isNever ? "to" : undefined;
  }
  if (opensClause(words, at)) return isBareThat(words, at) ? undefined : "that";
  return isWh(word) && hasVerb(words, at) ? "wh" : undefined;
};

/** "“You have said that before”": no verb follows in the quotation or the sentence. */
const isBareThat = (words: Words, that: number): boolean => {
  for (let at = that + 1; words[at]?.sentence === words[that]!.sentence && at < that + 40; at += 1) {
    if (/^(?:VERB|AUX)$/.test(words[at]!.upos)) return false;
    if (/^["”]$/.test(words[at]!.text) && /^[,.]$/.test(words[at - 1]!.text)) return true;
  }
  return true;
};

/** "asked if the bridge would hold". */
const askedIf = (words: Words, verb: number, at: number): Kind | undefined =>
  /^if$/i.test(words[at]!.text) &&
  /^(?:ask|wonder|inquire|enquire|query|see|know|say|tell|decide|doubt)$/.test(words[verb]!.lemma) &&
  hasVerb(words, at)
    ? "wh"
    : undefined;

/** "said in the past that enrichment would": behind a phrase "that" opens a clause, whatever the tree makes of it. */
const lateThat = (words: Words, at: number): Kind | undefined =>
  /^that$/i.test(words[at]!.text) && words[at]!.upos === "DET" && hasVerb(words, at) ? "that" : undefined;

const isWh = ({ text }: Word): boolean => /^(?:whether|how|why|when|where|what|who)$/i.test(text);

/** True where a finite verb comes before the next pause. */
const hasVerb = (words: Words, at: number): boolean => {
  for (let next = at + 1; words[next]?.sentence === words[at]!.sentence; next += 1) {
    if (/^(?:VB[DZP]|MD)$/.test(words[next]!.xpos)) return true;
    if (words[next]!.xpos === "VB" && words[next - 1]!.text === "to") return true;
    if (/^[,;:()]$/.test(words[next]!.text)) return false;
  }
  return false;
};

/** A noun phrase without any phrase that hangs on it but "of …" and "in …" before a name. */
const phraseFrom = (words: Words, from: number): Range | undefined => {
  const { sentence } = words[from] ?? { sentence: -1 };
  let last = from - 1;
  for (let at = from; words[at]?.sentence === sentence && at < from + 12; at += 1) {
    const word = words[at]!;
    if (word.text.toLowerCase() === "to" || opensClause(words, at)) break;
    const isJoint =
      (/^(?:of|in|and|at|from)$/i.test(word.text) || isListed(words, at)) &&
      last >= from &&
      /^(?:NOUN|PROPN|DET|ADJ|PRON|NUM)$/.test(words[at + 1]?.upos ?? "");
    const isModifier = /^VB[GN]$/.test(word.xpos) && /^(?:NOUN|PROPN)$/.test(words[at + 1]?.upos ?? "");
    const isNoun = /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/.test(word.upos) || /^['’]s?$/.test(word.text);
    if (!(isNoun || isJoint || isModifier) || isWh(word)) break;
    last = at;
  }
  return last >= from && range(from, last).some((at) => /^(?:NOUN|PROPN|PRON)$/.test(words[at]!.upos))
    ? [from, last]
    : undefined;
};

/** The comma of "Turkey, Ukraine and the UN". */
const isListed = (words: Words, comma: number): boolean => {
  if (words[comma]!.text !== ",") return false;
  for (let at = comma + 1; at < comma + 8 && words[at]?.sentence === words[comma]!.sentence; at += 1) {
    if (words[at]!.lemma === "and") return at > comma + 1;
    if (!/^(?:NOUN|PROPN|DET|ADJ|NUM)$/.test(words[at]!.upos) && words[at]!.text !== ",") return false;
  }
  return false;
};

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
  if (kind === "noun")
    return passive ? undefined : (fits("thank", 0.85, false) ?? fits("object", 0.85, false));
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

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
