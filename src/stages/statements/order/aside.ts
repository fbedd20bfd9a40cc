// ", the ministry said, …" -> a statement that the saying interrupts: name and verb alone between two commas, what is
// said on both sides of them, whatever the tree makes of it.
import type { Cue } from "../../../language/statements.ts";
import type { Word } from "../../../model/token.ts";
import { bothSides } from "../contents/clause-reach.ts";
import { cutShort } from "../contents/cut.ts";
import { interrupted, waiting } from "../contents/interrupted.ts";
import { isResumption } from "../contents/resumption.ts";
import { hasOwnObject, segmentOf } from "../contents/segment.ts";
import { cueIn, cueReach, isNegated } from "../cues/cue.ts";
import { human, isSpeech } from "../cues/speech.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans, range, trim } from "../spans.ts";
import { isDay } from "../speakers/dateline.ts";
import { withLongApposition } from "../speakers/source-reach.ts";
import { withOffice } from "../speakers/source-tail.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];

const nominal = /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|X)$/;
const loose = /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|X|ADP|ADV|CCONJ)$/;

/** The statement of a tensed verb of saying that stands with its speaker between two commas. */
export const asideDraft = (scene: Scene, index: number): Draft | undefined => {
  const { words, quotations } = scene.input;
  if (!isTensed(words, index)) return undefined;
  const cue = ["clause", "tell"]
    .map((frame) => cueIn(scene.language.cues.verb, words, index, frame))
    .find(Boolean);
  if (cue?.act.kind !== "speech" && !hasLearned(words, index)) return undefined;
  const reach = cueReach(words, index);
  const [from, to] = segmentOf(scene, index);
  const name =
    nameBefore(words, reach[0]) ??
    (isInterrupted(words, from, reach[0]) ? undefined : nameAfter(words, reach));
  if (!name) return undefined;
  const open = Math.min(name[0], reach[0]) - 1;
  const long = name[0] > index ? withLongApposition(words, range(name[0], name[1]), reach) : [];
  const last = Math.max(name[1], reach[1], long.at(-1) ?? 0);
  const isList = words.slice(name[0], name[1]).some(({ upos }) => upos === "CCONJ");
  const close = closing(words, last) ?? atEnd(words, last, to, isList);
  if (words[open]?.text !== "," || close === undefined) return undefined;
  if (open <= from || close === to) return undefined;
  if (close > to && waiting(words, from, open) !== undefined) return undefined;
  if (close > to && (!isClause(words, from, open) || isGoverned(words, index, cue, name))) return undefined;
  if (name[0] < index && hasOwnObject(scene, index + (cue?.rest?.length ?? 0), cue)) return undefined;
  const whole = [afterColon(words, from, open), to] as const;
  const [first, end] = close > to ? whole : interrupted(words, whole, open, close);
  const left = range(first, open - 1);
  const right = range(close + 1, end);
  const said = isSubject(words, left)
    ? [...left, ...cutShort(scene, index, [close, ...right], "verb").slice(1)]
    : (right.slice(0, 4).some((at) => isResumption(scene, index, words[at]!, close)) &&
          !isOtherActs(scene, index, close, left)) ||
        isSomebodyElses(words, close, right) ||
        isOwnAct(scene, index, close)
      ? left
      : bothSides(scene, left, right);
  const run = range(name[0], Math.max(isReduced(words, name[1] + 1) ? close - 1 : name[1], long.at(-1) ?? 0));
  const speaker = run.find(
    (at) =>
      /^(?:NOUN|PROPN|PRON)$/.test(words[at]!.upos) &&
      !(words[at]!.head >= name[0] && words[at]!.head <= run.at(-1)!),
  );
  const source = withOffice(words, trim(words, run), speaker ?? index, reach[1]);
  const content = contentSpans(words, said, quotations);
  if (!source || speaker === undefined || content.length === 0) return undefined;
  const listener = words[index]!.children.find(
    (child) => child > index && child !== speaker && /^i?obj$/.test(words[child]!.relation),
  );
  return {
    head: index,
    cue: reach,
    act: cue?.act.kind === "speech" ? cue.act : scene.language.acts.get("report")!,
    negated: isNegated(words, index),
    speaker,
    source,
    ...(listener === undefined ? {} : { addressee: listener }),
    content,
    confidence: 0.96,
    rule: "said-between-commas",
  };
};

/** ", the Guardian has learned": how newspapers say that they have it from sources. */
const hasLearned = (words: Words, index: number): boolean =>
  /^(?:learn|understand)$/.test(words[index]!.lemma) &&
  /^(?:has|have|can|understands)$/i.test(words[index - 1]?.text ?? words[index]!.text);

const isTensed = (words: Words, index: number): boolean => {
  const { upos, xpos } = words[index]!;
  if (upos !== "VERB") return false;
  return (
    (xpos === "VB" && words[index]!.text === "say" && words[index + 1]?.text === ",") ||
    /^VB[DZP]$/.test(xpos) ||
    (xpos === "VBN" && /^(?:have|has|had|'ve|’ve)$/i.test(words[index - 1]?.text ?? ""))
  );
};

/** The noun phrase that ends right before the cue and opens right after a comma. */
const nameBefore = (words: Words, cue: number): Range | undefined => {
  let first = cue;
  while (first - 1 >= 0 && words[first - 1]!.sentence === words[cue]!.sentence && cue - first < 16) {
    const { upos, text, xpos } = words[first - 1]!;
    const isModifier = xpos === "VBG" && /^\p{Lu}/u.test(text);
    if (
      !(
        nominal.test(upos) ||
        isModifier ||
        isReduced(words, first - 1) ||
        (upos === "ADP" && first < cue) ||
        (upos === "CCONJ" && first < cue)
      )
    )
      break;
    first -= 1;
  }
  if (first === cue || words[first - 1]?.text !== ",") return nameWithRelative(words, cue);
  const opens = words[first]!;
  if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|VERB)$/.test(opens.upos)) return undefined;
  if (/^(?:who|which|that|whom|whose|what)$/i.test(opens.text)) return undefined;
  return /^(?:NOUN|PROPN|PRON|NUM)$/.test(words[cue - 1]!.upos) ? [first, cue - 1] : undefined;
};

/** ", people who have spoken with him say,": a noun and its relative clause. */
const nameWithRelative = (words: Words, cue: number): Range | undefined => {
  let first = cue;
  while (
    words[first - 1]?.sentence === words[cue]!.sentence &&
    words[first - 1]!.text !== "," &&
    cue - first < 14
  )
    first -= 1;
  if (words[first - 1]?.text !== "," || words[first - 1]!.sentence !== words[cue]!.sentence) return undefined;
  let noun = first;
  while (/^(?:NOUN|PROPN|DET|ADJ|NUM)$/.test(words[noun]!.upos) && noun < cue) noun += 1;
  const isWho =
    noun > first && /^who$/i.test(words[noun]!.text) && /^(?:NOUN|PROPN)$/.test(words[noun - 1]!.upos);
  const verbs = range(noun + 1, cue - 1).filter((at) => /^(?:VB[DZP]|MD)$/.test(words[at]!.xpos));
  return isWho && verbs.length === 1 ? [first, cue - 1] : undefined;
};

/** ", said the envoy, …": the noun phrase right after the cue. */
const nameAfter = (words: Words, [first, last]: Range): Range | undefined => {
  if (words[first - 1]?.text !== ",") return undefined;
  let end = last;
  while (
    words[end + 1]?.sentence === words[last]!.sentence &&
    nominal.test(words[end + 1]!.upos) &&
    end - last < 12
  )
    end += 1;
  const opens = words[last + 1];
  if (end === last || !opens || /^(?:him|her|them|us|me|it|that|which|who|whom)$/i.test(opens.text))
    return undefined;
  return /^(?:NOUN|PROPN|PRON)$/.test(words[end]!.upos) ? [last + 1, end] : undefined;
};

/**
 * "The minister, she said, denied the charge", "The minister, for his part, described ties as good": after an aside the
 * verb is that of the subject before it.
 */
const isInterrupted = (words: Words, from: number, verb: number): boolean => {
  let open = verb - 2;
  while (open > from && words[open]!.text !== ",") open -= 1;
  return (
    words[verb - 1]?.text === "," &&
    open > from &&
    isSubject(words, range(interrupted(words, [from, verb], open, verb - 1)[0], open - 1)) &&
    (!isSubject(words, range(open + 1, verb - 2)) || hasSubjectBefore(words, verb, open))
  );
};

const hasSubjectBefore = (words: Words, verb: number, open: number): boolean =>
  words[verb]!.children.some((child) => child < open && /^nsubj/.test(words[child]!.relation));

/** The comma that closes the aside, after a listener, a place or a time at most. */
const closing = (words: Words, last: number): number | undefined => {
  for (let at = last + 1; at < last + 12 && words[at]?.sentence === words[last]!.sentence; at += 1) {
    if (words[at]!.text === ",") return at;
    if (
      !(loose.test(words[at]!.upos) || isReduced(words, at) || isDoing(words, at)) ||
      /^(?:that|whether|to|who|which|whose|whom)$/i.test(words[at]!.text)
    )
      return undefined;
  }
  return undefined;
};

/** "The Secretary emphasized that …, the Department said, and commended": two acts of the one who is reported. */
const isOtherActs = (scene: Scene, index: number, close: number, left: readonly number[]): boolean => {
  const { words } = scene.input;
  let at = close + 2;
  while (words[at]?.upos === "ADV") at += 1;
  const next = words[at];
  if (!/^and$/i.test(words[close + 1]?.text ?? "") || next?.xpos !== "VBD" || words[index]!.xpos !== "VBD")
    return false;
  if (/^(?:add|say|continue|conclude|tell)$/.test(next.lemma)) return false;
  const main = left.find((word) => /^(?:VB[DZP]|MD)$/.test(words[word]!.xpos));
  return main !== undefined && words[main]!.xpos === "VBD" && isSpeech(scene, words[main]!);
};

/** "…, the envoy said after landing, but he conceded": the speaker's next act, in the writer's words. */
const isOwnAct = (scene: Scene, index: number, close: number): boolean => {
  const { words } = scene.input;
  if (!/^(?:but|and|though|although)$/i.test(words[close + 1]?.text ?? "")) return false;
  if (!/^(?:he|she|they|it)$/i.test(words[close + 2]?.text ?? "")) return false;
  let at = close + 3;
  while (words[at]?.upos === "ADV") at += 1;
  const verb = words[at];
  return verb !== undefined && verb.xpos === words[index]!.xpos && isSpeech(scene, verb);
};

/** "…, his office says, but politicians have told …, according to a cable": what another source closes is its own. */
const isSomebodyElses = (words: Words, close: number, right: readonly number[]): boolean =>
  /^(?:but|while|and)$/i.test(words[close + 1]?.text ?? "") &&
  right.some((at) => /^according$/i.test(words[at]!.text) && words[at - 1]!.text === ",");

/** "told the network on leaving the office": a participle and its preposition. */
const isDoing = (words: Words, at: number): boolean => {
  const isOpener = (index: number): boolean =>
    /^(?:on|upon|before|after|while|when)$/i.test(words[index]?.text ?? "");
  return words[at]!.xpos === "VBG" ? isOpener(at - 1) : isOpener(at) && words[at + 1]?.xpos === "VBG";
};

/** "said a declaration read out by the host": a participle of the name's. */
const isReduced = (words: Words, at: number): boolean =>
  words[at]?.xpos === "VBN" &&
  /^(?:NOUN|PROPN)$/.test(words[at - 1]?.upos ?? "") &&
  words.slice(at + 1, at + 3).some(({ upos }) => upos === "ADP");

/**
 * The word after the last one, where the aside closes the sentence; nothing but a listener, a place or a time follows, and
 * what is said of these.
 */
const atEnd = (words: Words, last: number, to: number, isList: boolean): number | undefined => {
  for (let at = last + 1; at <= to; at += 1)
    if (!isList && at > last + 2 && /^(?:who|which|whose|after|before|as|when|while)$/i.test(words[at]!.text))
      return to + 1;
    else if (
      !(loose.test(words[at]!.upos) || isReduced(words, at)) ||
      words[at]!.upos === "CCONJ" ||
      /^(?:that|whether|to)$/i.test(words[at]!.text)
    )
      return undefined;
  return to + 1;
};

/** "asked for restraint", "that published the paper", "whatever they said": a verb with an object of its own. */
const isGoverned = (words: Words, verb: number, cue: Cue | undefined, name: Range): boolean => {
  if (words.slice(name[0], name[1] + 1).some(({ xpos, text }) => /^W/.test(xpos) || /^that$/i.test(text)))
    return true;
  if (name[0] > verb) return isThing(words, verb, cue, name);
  const next = words[verb + 1];
  if (next?.sentence !== words[verb]!.sentence || next.upos === "PUNCT" || isDay(next)) return false;
  if (next.upos === "ADP") return /^(?:ask|warn|call|appeal|complain)$/.test(words[verb]!.lemma);
  return next.upos !== "ADV" && cue?.frames.has("tell") !== true;
};

/** "Minsk says convoy left, denies delay": behind a verb that takes an object, one bare noun that is nobody. */
const isThing = (words: Words, verb: number, cue: Cue | undefined, [first, last]: Range): boolean =>
  first === last &&
  words[first]!.xpos === "NN" &&
  words[first]!.head === verb &&
  words[first]!.relation === "obj" &&
  cue?.frames.get("object") === 1 &&
  !human.test(words[first]!.lemma);

/** True where a whole clause stands before the aside that closes the sentence, and no phrase that leads up to it. */
const isClause = (words: Words, from: number, open: number): boolean => {
  if (/^(?:ADP|SCONJ|CCONJ)$/.test(words[from]!.upos) || /^VB[GN]$|^W/.test(words[from]!.xpos)) return false;
  return words.slice(from, open).some(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos));
};

/** "He disagreed: the talks, he said, …": what is said begins after a colon. */
const afterColon = (words: Words, from: number, open: number): number => {
  for (let at = open - 2; at > from; at -= 1) if (words[at]!.text === ":") return at + 1;
  return from;
};

/** True where no verb stands left of the aside: it parts a subject from its verb. */
const isSubject = (words: Words, left: readonly number[]): boolean =>
  !left.some((at) => /^(?:VB[DZP]|MD)$/.test(words[at]!.xpos));
