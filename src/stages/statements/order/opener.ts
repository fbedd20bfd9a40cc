// A verb -> what opens the clause that it reports: "that", "to", "whether", read over a listener, an agent and phrases between.
import type { Word } from "../../../model/token.ts";
import { opensClause } from "../cues/cue.ts";
import { human } from "../cues/speech.ts";
import { range } from "../spans.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];

type Kind = "to" | "that" | "wh" | "ing" | "noun" | "of";

/** What stands between a verb and the word that opens what is reported. */
export type Complement = {
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

/** "let it be known that", "let Putin know that". */
export const letKnown = (words: Words, index: number): Complement | undefined => {
  if (words[index]!.lemma !== "let") return undefined;
  const object = phraseFrom(words, index + 1);
  const know = (object?.[1] ?? index) + 1;
  if (object && words[know]?.text === "know" && words[know + 1] && kindOf(words, know + 1) !== undefined)
    return { kind: "that", opener: know + 1, object, last: know };
  const isCue =
    words[index]!.lemma === "let" &&
    /^it be (?:known|understood|felt)$/i.test(
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
export const complementOf = (
  words: Words,
  index: number,
  passive: boolean,
  rest: readonly string[] = [],
): Complement | undefined => {
  const { sentence } = words[index]!;
  let object: Range | undefined;
  let agent: Range | undefined;
  let origin: Range | undefined;
  let listener: Range | undefined;
  let at = index + 1;
  const after = afterRest(words, index, rest);
  if (after !== undefined) at = after;
  const deed = /^(?:ever|even|not|never|also)$/i.test(words[at]?.text ?? "") ? at + 1 : at;
  if (words[deed]?.xpos === "VBG" && words[deed]!.sentence === sentence && !passive)
    return { kind: "ing", opener: at };
  for (let parts = 0; parts < 4; parts += 1) {
    while (words[at]?.sentence === sentence && isPassedOver(words[at]!)) at += 1;
    const before = at;
    if (words[at]?.text === ",") at = afterAside(words, at) ?? at;
    const word = words[at];
    // "denied on Wednesday having told".
    if (word?.sentence === sentence && parts > 0 && at === before && /^having$/i.test(word.text) && !passive)
      return { kind: "ing", opener: at };
    if (at > before && /^who$/i.test(word?.text ?? "")) return undefined;
    if (!word || word.sentence !== sentence || at > index + 24) return undefined;
    const cleft = cleftFrom(words, index, at);
    if (cleft !== undefined) return { kind: "that", opener: cleft, ...(object ? { object } : {}) };
    // "had alerted the mayors and that two had answered": what is joined to another clause is not the verb's.
    if (word.upos === "CCONJ" && /^that$/i.test(words[at + 1]?.text ?? "")) return undefined;
    const kind =
      kindOf(words, at) ?? askedIf(words, index, at) ?? (parts > 0 ? lateThat(words, at) : undefined);
    if (kind === "wh" && isRelative(words, at, index, agent ?? object)) return undefined;
    if (kind) {
      const one = { kind, opener: at, ...(after === undefined ? {} : { last: after - 1 }) };
      return {
        ...one,
        ...(object ? { object } : {}),
        ...(agent ? { agent } : {}),
        ...(origin ? { origin } : {}),
        ...(listener ? { listener } : {}),
      };
    }
    // "accused the broadcaster, which is state-owned, of lying".
    if (object && isAccusation(words, index, at)) return { kind: "of", opener: at, object };
    const matter = word.text === ":" ? afterColon(words, index, at) : undefined;
    if (matter !== undefined) return { kind: "that", opener: matter, ...(object ? { object } : {}) };
    if (object && isWhen(words, at)) {
      at += 2;
      continue;
    }
    // "said in a message posted on Telegram that": a participle of the noun before.
    if (word.xpos === "VBN" && !object && parts > 0 && words[at + 1]?.upos === "ADP") {
      at += 1;
      continue;
    }
    const judged = word.text.toLowerCase() === "as" && !passive ? afterJudgement(words, at) : undefined;
    if (judged !== undefined) return { kind: "noun", opener: judged };
    const isOfWhom =
      /^of$/i.test(word.text) && at === index + 1 && /^(?:say|write|speak)$/.test(words[index]!.lemma);
    if (word.upos === "ADP" && (isOfWhom || !/^of$/i.test(word.text))) {
      const phrase = phraseFrom(words, at + 1) ?? [at + 1, at + 1];
      if (!/^(?:NOUN|PROPN|PRON|ADJ)$/.test(words[phrase[1]]?.upos ?? "")) return undefined;
      if (passive && /^by$/i.test(word.text) && !isManner(words, phrase)) agent = phrase;
      // "asked for three days to study it": what is asked for, and no time.
      if (
        /^for$/i.test(word.text) &&
        !object &&
        /^(?:ask|call|appeal|plead|push|press)$/.test(words[index]!.lemma)
      )
        return undefined;
      if (word.text.toLowerCase() === "from") origin = phrase;
      if (word.text.toLowerCase() === "to") listener = phrase;
      if (/^with$/i.test(word.text) && /^(?:agree|concur|plead)$/.test(words[index]!.lemma))
        listener = phrase;
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

/** "told by loudspeaker to leave": a bare noun says how. */
const isManner = (words: Words, [first, last]: Range): boolean =>
  first === last && words[first]!.xpos === "NN" && !human.test(words[first]!.lemma);

/** "what the president told me this morning: it is unlikely": what "what" stands for follows the colon. */
const afterColon = (words: Words, verb: number, colon: number): number | undefined => {
  const { sentence } = words[verb]!;
  if (words[colon + 1]?.sentence !== sentence) return undefined;
  for (let at = verb - 1; at > verb - 10 && words[at]?.sentence === sentence; at -= 1) {
    if (/^what$/i.test(words[at]!.text)) return colon + 1;
    if (/^[,;:]$/.test(words[at]!.text)) return undefined;
  }
  return undefined;
};

/** "this morning", "last week". */
const isWhen = (words: Words, at: number): boolean =>
  /^(?:this|that|last|next|every)$/i.test(words[at]!.text) &&
  /^(?:morning|afternoon|evening|night|week|month|year|spring|summer|autumn|winter)$/i.test(
    words[at + 1]?.text ?? "",
  );

/** "made (it) clear to": the word after a cue of several. */
const afterRest = (words: Words, index: number, rest: readonly string[]): number | undefined => {
  if (rest.length === 0 || !/^(?:make|put|leave)$/.test(words[index]!.lemma)) return undefined;
  let at = index + 1;
  if (/^it$/i.test(words[at]?.text ?? "")) at += 1;
  while (words[at]?.upos === "ADV") at += 1;
  return rest.every((part, step) => words[at + step]?.text.toLowerCase() === part)
    ? at + rest.length
    : undefined;
};

/** "accused … of", "charged … with". */
const isAccusation = (words: Words, verb: number, at: number): boolean => {
  const { lemma } = words[verb]!;
  return /^of$/i.test(words[at]!.text)
    ? /^(?:accuse|suspect|convict)$/.test(lemma)
    : /^with$/i.test(words[at]!.text) && lemma === "charge";
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

const isWh = ({ text }: Word): boolean => /^(?:whether|how|why|when|where|what|whose|who)$/i.test(text);

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
    const isNoun =
      /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/.test(word.upos) ||
      /^['’]s?$/.test(word.text) ||
      (word.xpos === "HYPH" && last >= from);
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
