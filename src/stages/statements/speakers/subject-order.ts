// Cue -> subject by the order of the words, where that is surer than the tree: before an aside, after a colon, beside a
// name that is put between commas, and of a verb that another one asks or blames for.
import type { Word } from "../../../model/token.ts";

type Words = readonly Word[];

/** The subject that the order of the words gives against the tree: before an aside, or of a verb that another governs. */
export const subjectByOrder = (words: Words, cue: number): number | undefined =>
  afterColon(words, cue) ??
  openingName(words, cue) ??
  beforeApposition(words, cue) ??
  nameBeforeApposition(words, cue) ??
  controlledBy(words, cue);

/** "DIOP: I said": the pronoun between a colon and the verb. */
const afterColon = (words: Words, cue: number): number | undefined => {
  const first = groupStart(words, cue);
  const isAlone = words[first - 1]?.upos === "PRON" && words[first - 2]?.text === ":";
  return isAlone && words[first - 1]!.sentence === words[cue]!.sentence ? first - 1 : undefined;
};

/** "Reuters, citing two people, said", "Michel, who had left, told": the name that opens the sentence before an aside. */
const openingName = (words: Words, verb: number): number | undefined => {
  const { sentence } = words[verb]!;
  const cue = groupStart(words, verb);
  if (
    !/^VB[DZPN]?$/.test(words[verb]!.xpos) ||
    words[cue - 1]?.text !== "," ||
    words[cue - 1]!.sentence !== sentence
  )
    return undefined;
  const relative = relativeBefore(words, cue - 1);
  if (relative !== undefined) return relative;
  let first = cue - 1;
  while (words[first - 1]?.sentence === sentence && cue - first < 60 && !opensPart(words, first - 1))
    first -= 1;
  let comma = first;
  while (
    comma < cue - 1 &&
    (/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|ADP)$/.test(words[comma]!.upos) || words[comma]!.xpos === "HYPH")
  )
    comma += 1;
  const aside = words[comma + 1];
  if (comma === first || comma >= cue - 1 || words[comma]!.text !== "," || words[first]!.upos === "ADP")
    return undefined;
  const opensAside =
    /^(?:who|which|according|with|citing)$/i.test(aside!.text) ||
    /^VB[GN]$/.test(aside!.xpos) ||
    (aside!.upos === "ADP" && !hasFinite(words, comma, cue));
  if (!opensAside && !isSaying(words, comma, cue - 1)) return undefined;
  for (let at = first; at < comma; at += 1)
    if (isName(words[at]!) && words[at + 1]?.upos !== "PART") return headOf(words, at, first, comma);
  return undefined;
};

/** ", while an official, quoted by the Post, said": the word that opens the second half of a sentence. */
const opensPart = (words: Words, at: number): boolean =>
  /^[:;]$/.test(words[at]!.text) ||
  (/^(?:while|but|although|though|whereas)$/i.test(words[at]!.text) && words[at - 1]?.text === ",");

const hasFinite = (words: Words, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) return true;
  return false;
};

/** ", the presiding judge, Hendrik Steenhuis, read": the noun before a name that two commas enclose. */
const beforeApposition = (words: Words, verb: number): number | undefined => {
  const { sentence, xpos } = words[verb]!;
  const close = groupStart(words, verb) - 1;
  const isIn = (at: number): boolean => words[at]?.sentence === sentence;
  if (!/^VB[DZPN]$/.test(xpos) || !isIn(close) || words[close]!.text !== ",") return undefined;
  let open = close - 1;
  while (isIn(open) && /^(?:PROPN|PART)$/.test(words[open]!.upos)) open -= 1;
  if (!isIn(open) || open === close - 1 || words[open]!.text !== ",") return undefined;
  let first = open;
  while (isIn(first - 1) && isTitle(words[first - 1]!)) first -= 1;
  if (first === open || !/^(?:DET|PRON)$/.test(words[first]!.upos) || words[open - 1]!.upos !== "NOUN")
    return undefined;
  return headOf(words, open - 1, first, open);
};

/** "…, Juliette Touma, a spokeswoman for the agency, said": the name between commas before what it is put beside. */
const nameBeforeApposition = (words: Words, verb: number): number | undefined => {
  const { sentence, xpos } = words[verb]!;
  const close = groupStart(words, verb) - 1;
  const isIn = (at: number): boolean => words[at]?.sentence === sentence;
  if (!/^VB[DZPN]$/.test(xpos) || !isIn(close) || words[close]!.text !== ",") return undefined;
  let open = close - 1;
  const isHyphen = (at: number): boolean => words[at]!.xpos === "HYPH";
  while (
    isIn(open) &&
    close - open < 20 &&
    (/^(?:NOUN|PROPN|DET|ADJ|ADP|NUM|PART|PRON)$/.test(words[open]!.upos) || isHyphen(open))
  )
    open -= 1;
  const opens = words[open + 1];
  if (!isIn(open) || words[open]!.text !== "," || close - open < 3 || !opens) return undefined;
  if (!/^(?:DET|NUM)$/.test(opens.upos) && opens.xpos !== "PRP$") return undefined;
  let first = open;
  while (isIn(first - 1) && (words[first - 1]!.upos === "PROPN" || isHyphen(first - 1))) first -= 1;
  const before = words[first - 1];
  const isList = words[first - 2]?.upos === "PROPN";
  const isOpen =
    before?.text === ","
      ? !isList
      : /^(?:after|before|when|while|because|since|that)$/i.test(before?.text ?? "");
  return first < open && open - first < 6 && isIn(first - 1) && isOpen
    ? headOf(words, first, first, open)
    : undefined;
};

const isTitle = ({ upos, text, xpos }: Word): boolean =>
  /^(?:NOUN|PROPN|DET|ADJ|PART|NUM)$/.test(upos) || xpos === "PRP$" || (xpos === "VBG" && text !== ",");

/** First word of a verb with its auxiliaries and the adverbs among them. */
const groupStart = (words: Words, verb: number): number => {
  let first = verb;
  while (words[first - 1]?.sentence === words[verb]!.sentence && /^(?:AUX|ADV)$/.test(words[first - 1]!.upos))
    first -= 1;
  if (words[first - 1]?.text === "not" || words[first - 1]?.text === "n't") first -= 1;
  while (words[first - 1]?.upos === "AUX") first -= 1;
  return first;
};

/** ", who, the agency said, had vowed": the pronoun before the aside that ends at this comma. */
const relativeBefore = (words: Words, close: number): number | undefined => {
  let open = close - 1;
  while (words[open]?.sentence === words[close]!.sentence && words[open]!.text !== "," && close - open < 14)
    open -= 1;
  if (words[open]?.text !== "," || !isSaying(words, open, close)) return undefined;
  const before = words[open - 1];
  if (before && /^(?:who|which)$/i.test(before.text)) return open - 1;
  return /^whose$/i.test(words[open - 2]?.text ?? "") ? open - 1 : undefined;
};

/** ", Platts reported,": a short aside with a verb of its own at its end. */
const isSaying = (words: Words, from: number, to: number): boolean => {
  let finite = 0;
  for (let at = from + 1; at < to; at += 1) {
    if (words[at]!.text === ",") return false;
    if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) finite += 1;
  }
  if (finite !== 1 || to - from >= 12) return false;
  return /^VB[DZP]$/.test(words[to - 1]!.xpos) || isTelling(words, from, to);
};

/** ", an envoy told the network,": a verb of telling with nothing but its listener behind it. */
const isTelling = (words: Words, from: number, to: number): boolean => {
  let at = to - 1;
  while (at > from && /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|ADP|ADV)$/.test(words[at]!.upos)) at -= 1;
  return (
    /^(?:tell|inform|assure|remind|say|add|note|explain|report|claim|write|recall|insist|warn|admit|testify)$/.test(
      words[at]!.lemma,
    ) && /^VB[DZP]$/.test(words[at]!.xpos)
  );
};

/** Up from a part of a name to its head, between two words. */
const headOf = (words: Words, index: number, first: number, end: number): number => {
  let top = index;
  while (
    /^(?:compound|flat|amod|nummod|det|nmod)/.test(words[top]!.relation) &&
    words[top]!.head >= first &&
    words[top]!.head < end
  )
    top = words[top]!.head;
  return top;
};

/** "urged Biden to say", "accused London of telling": the noun before a form that another verb asks or blames for. */
const controlledBy = (words: Words, cue: number): number | undefined => {
  const { xpos, sentence } = words[cue]!;
  let at = cue - 1;
  while (words[at]?.upos === "ADV" || words[at]?.text.toLowerCase() === "not") at -= 1;
  const isHaving = /^having$/i.test(words[at]?.text ?? "") && xpos === "VBN";
  if (isHaving) at -= 1;
  const link = words[at]?.text.toLowerCase() ?? "";
  if (xpos === "VB" && at === cue - 1 && words[at]?.sentence === sentence && isObject(words[at]!))
    return heardBefore(words, at);
  if (
    !(xpos === "VB" && link === "to") &&
    !((xpos === "VBG" || isHaving) && /^(?:of|for|from|against|as)$/.test(link))
  )
    return undefined;
  let noun = at - 1;
  if (!words[noun] || words[noun]!.sentence !== sentence || !isObject(words[noun]!)) return undefined;
  const last = noun;
  while (
    words[noun - 1]?.sentence === sentence &&
    (isObject(words[noun - 1]!) || /^(?:DET|ADJ|NUM|PART|ADP|CCONJ)$/.test(words[noun - 1]!.upos)) &&
    last - noun < 10
  )
    noun -= 1;
  const awaited = xpos === "VB" ? awaitedIn(words, noun, last) : undefined;
  if (awaited !== undefined) return awaited;
  const verb = words[noun - 1];
  const isCalledIn = words[noun]!.upos === "ADP" && words[noun]!.text.toLowerCase() === "in";
  if (/^(?:call|summon)$/.test(verb?.lemma ?? "") && (words[noun]!.upos !== "ADP" || isCalledIn))
    return undefined;
  if (words[noun]!.text.toLowerCase() === "by") return undefined;
  const pattern = xpos === "VB" ? askers : link === "as" ? quoters : blamers;
  return verb?.sentence === sentence && pattern.test(verb.lemma)
    ? headOf(words, firstObject(words, noun, last), noun, at)
    : undefined;
};

/** "waiting for Israel to confirm", "time for them to admit": the name between "for" and "to". */
const awaitedIn = (words: Words, first: number, last: number): number | undefined => {
  let at = last;
  while (at >= first && words[at]!.text.toLowerCase() !== "for" && !isOfJudged(words, at)) at -= 1;
  if (at < first || at === last) return undefined;
  const name = firstObject(words, at + 1, last);
  const isWho = words
    .slice(at + 1, last + 1)
    .some(({ upos, xpos }) => upos === "PROPN" || (upos === "PRON" && xpos !== "PRP$"));
  return isWho ? headOf(words, name, at + 1, last + 1) : undefined;
};

/** "“hypocritical” of Washington to claim". */
const isOfJudged = (words: Words, at: number): boolean =>
  words[at]!.text.toLowerCase() === "of" &&
  (words[at - 1]?.upos === "ADJ" ||
    (/^["”’]$/.test(words[at - 1]?.text ?? "") && words[at - 2]?.upos === "ADJ"));

/** "heard Foreign Minister Wang say": the noun between a verb of hearing and a bare form. */
const heardBefore = (words: Words, last: number): number | undefined => {
  let first = last;
  while (/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART)$/.test(words[first - 1]?.upos ?? "") && last - first < 8)
    first -= 1;
  const verb = words[first - 1];
  return verb?.sentence === words[last]!.sentence &&
    /^(?:hear|overhear|watch|have|make|let|see)$/.test(verb.lemma)
    ? headOf(words, firstObject(words, first, last), first, last + 1)
    : undefined;
};

const askers =
  /^(?:urge|ask|tell|call|press|push|order|want|beg|implore|invite|encourage|warn|expect|advise|remind|instruct|persuade|appeal|request|allow|permit|force|require|challenge|exhort|implored)$/;
const blamers =
  /^(?:accuse|blame|thank|criticize|criticise|praise|warn|condemn|suspect|charge|stop|prevent|keep)$/;
const quoters = /^(?:quote|cite|report|describe|record|remember)$/;
const isObject = ({ upos }: Word): boolean => /^(?:NOUN|PROPN|PRON)$/.test(upos);

const firstObject = (words: Words, first: number, last: number): number => {
  for (let at = first; at <= last; at += 1)
    if (isObject(words[at]!) && words[at + 1]?.upos !== "PART") return at;
  return last;
};

/** True for what can head the name of a speaker. */
export const isName = ({ upos, xpos, text }: Word): boolean =>
  (/^(?:NOUN|PROPN|PRON|NUM)$/.test(upos) ||
    (xpos === "VBG" && /^\p{Lu}/u.test(text)) ||
    /^(?:half|most|many|some|others|both|all|another|each|several|none|neither|few)$/i.test(text)) &&
  !/^(?:me|him|us|them|myself|himself|herself|themselves|itself)$/i.test(text);
