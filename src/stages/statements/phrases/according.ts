// "according to X", "as X put it" -> a statement: by the order of the words, since the phrase mostly opens or closes its
// sentence.
import { type Act, isSpeechWord } from "../../../language/statements.ts";
import { lastBefore } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { subtree } from "../../../model/tree.ts";
import { cutShort } from "../contents/cut.ts";
import { interrupted } from "../contents/interrupted.ts";
import { cueIn } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans, quotationOf, range, trim } from "../spans.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];
const nominal = new Set(["NOUN", "PROPN", "PRON", "NUM", "X"]);

/**
 * A phrase that names a source: its first and last word, the words that say so, and the source. What has no `end` of the source
 * or no `last` word ends where the source does.
 */
type Phrase = {
  readonly at: number;
  readonly cue: Range;
  readonly from: number;
  readonly end?: number;
  readonly last?: number;
  readonly rule?: string;
};

/** The statement that a phrase opens at this word: "according to X", "in the words of X", "per X", "as X put it". */
export const accordingTo = (scene: Scene, word: Word): Draft | undefined => {
  const { words, quotations } = scene.input;
  const phrase = phraseAt(scene, word.index);
  if (!phrase) return undefined;
  const { cue, from } = phrase;
  const around = withinClause(words, phrase, clauseAround(scene, word.index));
  const opens = onlyLead(words, around[0], word.index);
  if (around[1] < from) return undefined;
  const isWhich = /^(?:which|whom)$/i.test(words[from]!.text);
  const end = isWhich ? from : (phrase.end ?? sourceEnd(words, from, around[1], opens));
  const run = range(from, end);
  const speaker =
    run.find((index) => nominal.has(words[index]!.upos) && !run.includes(words[index]!.head)) ??
    run.findLast((index) => nominal.has(words[index]!.upos));
  const source = trim(words, run);
  if (speaker === undefined || !source) return undefined;
  const close = phrase.last ?? Math.max(end, cue[1]);
  const isAside = words[word.index - 1]?.text === "," && words[close + 1]?.text === ",";
  const inner = isAside ? interrupted(words, around, word.index - 1, close + 1) : around;
  const clause = [inner[0], quotedEnd(scene, close, inner[1])] as const;
  const indexes = [...range(clause[0], word.index - 1), ...range(close + 1, clause[1])];
  const isWho =
    clause[0] < word.index && words[close + 1]?.text === "," && /^W/.test(words[close + 2]?.xpos ?? "");
  const kept = isWho
    ? indexes.filter((index) => index < close)
    : opens || isWhich
      ? indexes.filter((index) => index > afterRelative(words, close))
      : indexes;
  // "according to a statement read out on television": a participle is the source's.
  const isRead = !opens && /^VB[DN]$/.test(words[close + 1]?.xpos ?? "") && clause[0] < word.index;
  const own = isRead ? kept.filter((index) => index < close) : kept;
  const content = contentSpans(words, cutShort(scene, word.index, own, "verb"), quotations);
  if (content.length === 0) return undefined;
  return {
    head: cue[1] > cue[0] && words[cue[1]]!.upos === "VERB" ? cue[1] : cue[0],
    cue,
    act: actOf(scene, cue[1]),
    negated: false,
    speaker,
    source,
    ...listenerOf(words, phrase),
    content,
    confidence: phrase.rule === undefined ? 0.95 : 0.8,
    rule: phrase.rule ?? "according-to",
  };
};

/** "said they would meet in May, as both had agreed": of the clause that the tree hangs it from, not of the saying. */
const withinClause = (words: Words, { at, cue }: Phrase, around: Range): Range => {
  const { relation, head, upos } = words[cue[1]]!;
  if (upos !== "VERB" || relation !== "advcl" || head > at || words[head]!.relation !== "ccomp")
    return around;
  const parts = subtree(words, head);
  const first = parts.find((index) => !/^(?:that|,)$/i.test(words[index]!.text));
  return first !== undefined && first > around[0] && first < head ? [first, around[1]] : around;
};

/** "as the king told the BBC last year,": whom the verb tells. */
const listenerOf = (words: Words, { cue, last }: Phrase): { readonly addressee?: number } => {
  if (words[cue[1]]!.lemma !== "tell" || last === undefined) return {};
  const addressee = range(cue[1] + 1, last).find(
    (at) => words[at]!.head === cue[1] && nominal.has(words[at]!.upos),
  );
  return addressee === undefined ? {} : { addressee };
};

/** "as it had promised": the act of the verb, where there is one. */
const actOf = ({ input: { words }, language }: Scene, verb: number): Act => {
  const own = ["clause", "infinitive", "object"]
    .map((frame) => cueIn(language.cues.verb, words, verb, frame)?.act)
    .find((act) => act?.kind === "speech");
  // "in Tehran's view": held, and perhaps never said.
  if (/^(?:view|opinion|estimation)$/.test(words[verb]!.lemma)) return language.acts.get("believe")!;
  return (words[verb]!.upos === "VERB" ? own : undefined) ?? language.acts.get("say")!;
};

/** "The envoy, as she put it, “ran out of road”, and left": what stands in quotation marks is what she put so. */
const quotedEnd = ({ input: { words, quotations } }: Scene, close: number, last: number): number => {
  const opens = words[close + 1]?.text === "," ? words[close + 2] : words[close + 1];
  const quotation = quotations.find(({ depth, start }) => depth === 0 && start === opens?.start);
  const end = quotation ? lastBefore(words, quotation.end - 1) : last;
  const goesOn = words[end + 1]?.text === "," || words[end + 1]?.upos === "CCONJ";
  return quotation && end < last && goesOn ? end : last;
};

/** "according to the daily, which cited two officials, the envoy left": the comma that ends what is said of the source. */
const afterRelative = (words: Words, close: number): number => {
  if (words[close + 1]?.text !== "," || !/^(?:which|who|whose)$/i.test(words[close + 2]?.text ?? ""))
    return close;
  for (let at = close + 3; at < close + 22 && words[at]?.sentence === words[close]!.sentence; at += 1)
    if (words[at]!.text === ",") return at;
  return close;
};

/** Words that open such a phrase; the source follows. */
const openers = [["according", "to"], ["in", "the", "words", "of"], ["per"]];

const phraseAt = ({ input: { words }, language }: Scene, at: number): Phrase | undefined => {
  const { sentence } = words[at]!;
  const is = (index: number, text: string): boolean =>
    words[index]?.sentence === sentence && words[index]!.text.toLowerCase() === text;
  for (const opener of openers)
    if (opener.every((text, step) => is(at + step, text))) {
      const last = at + opener.length - 1;
      if (opener[0] === "per" && !isPer(words, at)) return undefined;
      if (opener[0] === "according" && isMeasure(words[last + 1])) return undefined;
      return { at, cue: [at, last], from: last + 1 };
    }
  const own = ownWordsAt(words, at);
  if (own) return own;
  const from = is(at, "as") ? at + 1 : is(at, "to") && is(at + 1, "hear") ? at + 2 : undefined;
  if (from === undefined) return undefined;
  for (let verb = from + 1; verb < from + 14 && words[verb]?.sentence === sentence; verb += 1) {
    const { lemma, upos, xpos } = words[verb]!;
    const isIt =
      /^(?:put|see|tell|describe|phrase|frame)$/.test(lemma) &&
      is(verb + 1, "it") &&
      isPause(words, verb + 2);
    if (isIt) return { at, cue: [verb, verb + 1], from, end: verb - 1 };
    const isSaid =
      is(at, "as") &&
      /^VB[DZPN]$/.test(xpos) &&
      pauseAfter(words, verb) !== undefined &&
      isSpeechWord(language, lemma);
    if (isSaid && isPause(words, at, -1)) {
      let first = verb;
      while (/^(?:AUX|ADV)$/.test(words[first - 1]!.upos)) first -= 1;
      const last = pauseAfter(words, verb)! - 1;
      return first > from ? { at, cue: [first, verb], from, end: first - 1, last } : undefined;
    }
    if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|ADP|NUM|PART|ADV|AUX)$/.test(upos)) return undefined;
  }
  return undefined;
};

/** "went according to plan", "handled according to law": a bare noun for a rule or a measure, whose nobody is. */
const isMeasure = (word: Word | undefined): boolean =>
  word !== undefined &&
  /^(?:plan|schedule|law|protocol|custom|tradition|procedure|regulations|rules|size|age|rank|need|merit|ability|taste|type|region|weight)$/i.test(
    word.text,
  );

/** "as my colleague said in Oslo this morning,": the pause after where and when it was said. */
const pauseAfter = (words: Words, verb: number): number | undefined => {
  for (let at = verb + 1; at < verb + 9; at += 1) {
    if (isPause(words, at)) return at;
    if (!/^(?:DET|ADP|ADJ|ADV|NUM|NOUN|PROPN|PART)$/.test(words[at]!.upos) || /^to$/i.test(words[at]!.text))
      return undefined;
  }
  return undefined;
};

const ownWords = /^(?:word|view|opinion|telling|account|estimation)$/;

/** ", in his words,", "In the minister's own view …": a preposition, whose they are, and the noun. */
const ownWordsAt = (words: Words, at: number): Phrase | undefined => {
  if (!/^(?:in|by)$/i.test(words[at]!.text) || !isPause(words, at, -1)) return undefined;
  const { sentence } = words[at]!;
  let holder = at + 1;
  while (holder < at + 9 && words[holder]?.sentence === sentence && !isPossessor(words[holder]!)) {
    if (!/^(?:NOUN|PROPN|DET|ADJ|NUM|ADP)$/.test(words[holder]!.upos)) return undefined;
    holder += 1;
  }
  let noun = holder + 1;
  while (words[noun]?.upos === "ADJ" && noun < holder + 3) noun += 1;
  if (words[noun]?.sentence !== sentence || !ownWords.test(words[noun]!.lemma)) return undefined;
  const end = /^['’]s?$/.test(words[holder]!.text) ? holder - 1 : holder;
  return end < at + 1
    ? undefined
    : { at, cue: [noun, noun], from: at + 1, end, last: noun, rule: "in-words-of" };
};

const isPossessor = ({ xpos, text }: Word): boolean => xpos === "PRP$" || /^['’]s?$/.test(text);

/** "Per the central bank, …", "…, per Reuters.": between pauses, and no rate. */
const isPer = (words: Words, at: number): boolean => {
  const opens = words[at - 1]?.sentence !== words[at]!.sentence || words[at - 1]!.text === ",";
  const next = words[at + 1];
  return (
    opens &&
    next?.sentence === words[at]!.sentence &&
    /^(?:PROPN|DET)$/.test(next.upos) &&
    !/^an?$/i.test(next.text)
  );
};

/** True where the sentence pauses or ends at the word; with `step` -1 where it does so before it. */
const isPause = (words: Words, at: number, step = 0): boolean => {
  const word = words[at + step];
  return word?.sentence !== words[step < 0 ? at : at - 1]!.sentence || /^[,.;:)–—"“”]$/.test(word.text);
};

/** First and last word of what the phrase speaks about: its sentence, its quotation, or the clause after a "that". */
const clauseAround = ({ input: { words, quotations, sentences } }: Scene, at: number): Range => {
  const { sentence } = words[at]!;
  const inside = quotationOf(words[at]!, quotations);
  // A phrase outside of them speaks about the scare quotes of its sentence too.
  const isIn = (index: number): boolean =>
    words[index]?.sentence === sentence && (inside < 0 || quotationOf(words[index]!, quotations) === inside);
  let first = at;
  while (isIn(first - 1)) {
    const before = words[first - 1]!;
    if (/^(?:that|;|:|while|whereas|although|because)$/i.test(before.text) && at - first < 2) break;
    // "…, to which he answered, according to officials, that".
    const isToWhich = /^(?:to|upon)$/i.test(words[first]!.text) && words[first + 1]?.text === "which";
    if (/^[;:]$/.test(before.text) || (before.text === "," && (isToWhich || isWhichSaid(words, first, at))))
      break;
    if (isAfterOther(words, first)) {
      first += 1;
      break;
    }
    first -= 1;
  }
  let last = at;
  const stop = sentences[sentence]!.end;
  while (
    words[last + 1] &&
    words[last + 1]!.end <= stop &&
    words[last + 1]!.text !== ";" &&
    !(words[last + 1]!.text === "," && /^(?:while|whereas)$/i.test(words[last + 2]?.text ?? "")) &&
    (inside >= 0 ? isIn(last + 1) : words[last + 1]!.sentence === sentence)
  )
    last += 1;
  while (last > at && /^[.!?;]$/.test(words[last]!.text)) last -= 1;
  return [first, last];
};

/** "…, which insisted, according to a statement, that": the relative clause whose verb the phrase parts from what it reports. */
const isWhichSaid = (words: Words, first: number, at: number): boolean =>
  /^(?:who|which)$/i.test(words[first]!.text) &&
  words[at - 1]?.text === "," &&
  /^VB[DZP]$/.test(words[at - 2]?.xpos ?? "") &&
  at - first < 6;

/** "…, his office says, but politicians have told": the clause after a saying that closes the one before. */
const isAfterOther = (words: Words, first: number): boolean => {
  if (!/^(?:but|while|and)$/i.test(words[first]!.text) || words[first - 1]?.text !== ",") return false;
  const verb = words[first - 2];
  return (
    verb?.upos === "VERB" &&
    /^VB[DZP]$/.test(verb.xpos) &&
    /^(?:say|report|insist|claim|write|argue|note|add|explain|announce|maintain|tell)$/.test(verb.lemma)
  );
};

/** True where nothing but "And", "But" or a time stands before the phrase. */
const onlyLead = (words: Words, first: number, at: number): boolean => {
  for (let index = first; index < at; index += 1)
    if (!/^(?:and|but|so|yet|also|however|still|that|,|["“”‘’'(])$/i.test(words[index]!.text)) return false;
  return true;
};

/** Last word of the source: up to a comma, a bracket, a dash or a verb that goes on with the sentence. */
const sourceEnd = (words: Words, from: number, last: number, opens: boolean): number => {
  const own = new Set(ownPhrase(words, from, last));
  let end = from - 1;
  for (let at = from; at <= last; at += 1) {
    const word = words[at]!;
    if (
      /^[,;:()—–"“”]$|^--$|^-$/.test(word.text) &&
      !(/^-$/.test(word.text) && words[at - 1]?.end === word.start)
    )
      break;
    if (opens && at > from && isOtherSubject(words, at, last)) break;
    const finite = (word.upos === "VERB" || word.upos === "AUX") && /^(?:VB[DZP]|MD)$/.test(word.xpos);
    if (finite && !own.has(at)) break;
    if (finite && opens && !word.relation.startsWith("acl") && !/^(?:aux|cop)/.test(word.relation)) break;
    end = at;
  }
  return opens ? appositionEnd(words, shortNameEnd(words, end), last) : end;
};

/** "According to the Ministry of External Affairs (MEA), …": the short name in brackets is the source's. */
const shortNameEnd = (words: Words, end: number): number =>
  words[end + 1]?.text === "(" && words[end + 3]?.text === ")" && /^\p{Lu}/u.test(words[end + 2]!.text)
    ? end + 3
    : end;

/** "according to Abbas Araghchi the two delegations met": an article after a name opens the clause. */
const isOtherSubject = (words: Words, at: number, last: number): boolean => {
  if (words[at]!.upos !== "DET" || words[at - 1]!.upos !== "PROPN") return false;
  return range(at, Math.min(last, at + 12)).some((next) => /^(?:VB[DZP]|MD)$/.test(words[next]!.xpos));
};

/** "According to Badr Albusaidi, the Omani host, the tone was cordial": what two commas put beside a name belongs to it. */
const appositionEnd = (words: Words, end: number, last: number): number => {
  if (words[end]!.upos !== "PROPN" || words[end + 1]?.text !== "," || words[end + 2]?.upos !== "DET")
    return end;
  let close = end + 2;
  while (close < last && close - end < 12 && /^(?:NOUN|PROPN|DET|ADJ|ADP|NUM|PART)$/.test(words[close]!.upos))
    close += 1;
  const opens = words[close + 1];
  return words[close]!.text === "," && opens && /^(?:DET|PROPN|NOUN|PRON|NUM|ADJ)$/.test(opens.upos)
    ? close - 1
    : end;
};

const ownPhrase = (words: Words, from: number, last: number): number[] => {
  for (let at = from; at <= last; at += 1)
    if (nominal.has(words[at]!.upos) && !(words[at]!.head > at && nominal.has(words[words[at]!.head]!.upos)))
      return subtree(words, at);
  return [];
};
