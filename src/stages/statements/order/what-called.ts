// "in what he described as a "sacred fight"", "rejected what it called baseless claims" -> a description: who calls what stands
// before the clause by what, and trees seldom show it.
import type { Cues } from "../../../language/statements.ts";
import { lastBefore } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { subtree } from "../../../model/tree.ts";
import { cueIn, cueReach, isNegated, opensClause } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans, quotationOf, range } from "../spans.ts";
import { sourceSpan } from "../speakers/source.ts";
import { subjectOf } from "../speakers/speaker.ts";

type Words = readonly Word[];

/** The statement of a verb of naming whose object is the "what" before its subject. */
export const whatCalledDraft = (scene: Scene, index: number): Draft | undefined => {
  const { words, quotations } = scene.input;
  const word = words[index]!;
  if (word.upos !== "VERB" || !/^VB[DZPN]$/.test(word.xpos)) return undefined;
  const as = asAfter(words, index);
  const takesAs = as !== undefined;
  const cue = cueIn(scene.language.cues.verb, words, index, takesAs ? "as" : "name");
  if (!cue) return undefined;
  const reach = cueReach(words, index);
  const what = whatBefore(words, reach[0], scene.language.cues.noun);
  // "whom she called in on Tuesday", "what he called for"
  if (what === undefined || (!takesAs && words[index + 1]?.upos === "ADP")) return undefined;
  const end = withClaimed(scene, (as ?? index) + 1);
  const speaker = subjectOf(words, index) ?? reach[0] - 1;
  const named = speaker > what ? sourceSpan(words, speaker, quotations, reach) : undefined;
  // "what observers from the group described": the tree may take "what" for the noun's.
  const source = named && { start: Math.max(named.start, words[what + 1]!.start), end: named.end };
  if (end === undefined || !source || source.start >= source.end) return undefined;
  const last = as ?? reach[1];
  return {
    head: index,
    cue: [reach[0], as === index + 1 ? as : reach[1]],
    act: cue.act,
    negated: isNegated(words, index),
    speaker,
    source,
    content: contentSpans(words, [what, ...range(last + 1, end)], quotations),
    confidence: 0.9,
    rule: "called-in-order",
  };
};

/** The "as" of "described as", "described on state television as". */
const asAfter = (words: Words, verb: number): number | undefined => {
  if (words[verb + 1]?.text.toLowerCase() === "as") return verb + 1;
  if (words[verb + 1]?.upos !== "ADP") return undefined;
  for (let at = verb + 2; at < verb + 7 && words[at]?.sentence === words[verb]!.sentence; at += 1) {
    if (words[at]!.text.toLowerCase() === "as") return at;
    if (!/^(?:NOUN|PROPN|DET|ADJ|ADP|NUM)$/.test(words[at]!.upos)) return undefined;
  }
  return undefined;
};

/** The "what", or after a comma the "whom", that opens the clause, with nothing but the speaker between. */
const whatBefore = (words: Words, cue: number, nouns: Cues): number | undefined => {
  for (let at = cue - 1; at > cue - 10 && words[at]?.sentence === words[cue]!.sentence; at -= 1) {
    if (/^what$/i.test(words[at]!.text)) return at < cue - 1 ? at : undefined;
    if (/^(?:whom|which)$/i.test(words[at]!.text) && words[at - 1]?.text === ",")
      return at < cue - 1 ? at : undefined;
    // "a closure that truckers had called ruinous".
    if (/^that$/i.test(words[at]!.text))
      return at < cue - 1 && isPlainNoun(words, at - 1, nouns) && isWithoutObject(words, cue)
        ? at
        : undefined;
    if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|ADP|ADV)$/.test(words[at]!.upos)) return undefined;
  }
  return undefined;
};

/** "called ruinous": a quality or a quotation follows at once, so that the pronoun before is what is called so. */
const isWithoutObject = (words: Words, cue: number): boolean => {
  let verb = cue;
  while (words[verb]?.upos === "AUX" || words[verb]?.upos === "ADV") verb += 1;
  return words[verb + 1]?.upos === "ADJ" || /^(?:as|an?|["“‘])$/i.test(words[verb + 1]?.text ?? "");
};

/** A noun that takes no clause with "that", as "report" and "claim" do. */
const isPlainNoun = (words: Words, at: number, nouns: Cues): boolean =>
  words[at]?.upos === "NOUN" && cueIn(nouns, words, at, "that") === undefined;

/** "what it described as “baseless accusations” by Canberra that Tehran was behind it": with the clause that such a noun takes. */
const withClaimed = (scene: Scene, from: number): number | undefined => {
  const { words } = scene.input;
  const end = phraseEnd(scene, from);
  if (end === undefined || words[end + 1] === undefined || !opensClause(words, end + 1)) return end;
  const isClaim = range(from, end).some(
    (at) => words[at]!.upos === "NOUN" && cueIn(scene.language.cues.noun, words, at, "that") !== undefined,
  );
  let last = end;
  while (
    isClaim &&
    words[last + 1]?.sentence === words[end]!.sentence &&
    !/^[,;:.]$/.test(words[last + 1]!.text)
  )
    last += 1;
  return last;
};

/** Last word of the noun or adjective phrase, or of the quotation, that opens at the word. */
const phraseEnd = (scene: Scene, from: number): number | undefined => {
  const { words, quotations } = scene.input;
  let end = from - 1;
  while (end + 1 < words.length && words[end + 1]!.sentence === words[from]?.sentence) {
    const { upos, text } = words[end + 1]!;
    const inside = quotationOf(words[end + 1]!, quotations);
    if (inside >= 0 && inside !== quotationOf(words[from - 1]!, quotations))
      end = Math.max(end + 1, lastBefore(words, quotations[inside]!.end - 1));
    else if (
      /^(?:NOUN|PROPN|ADJ|DET|ADP|NUM|PART|ADV|PRON)$/.test(upos) &&
      !/^(?:to|that|after|before)$/i.test(text)
    )
      end += 1;
    else if (/^(?:and|-)$/.test(text) && /^(?:NOUN|PROPN|ADJ|DET)$/.test(words[end + 2]?.upos ?? ""))
      end += 1;
    else if (words[end + 1]!.xpos === "VBN" && words[end]!.upos === "ADV" && end >= from) end += 1;
    else if (/^VB[GN]$/.test(words[end + 1]!.xpos) && /^(?:NOUN|ADJ)$/.test(words[end + 2]?.upos ?? ""))
      end += 1;
    else if (end >= from && isPurpose(words, from, end)) end = purposeEnd(words, end + 2);
    else break;
  }
  return end >= from ? end : undefined;
};

/** "an illegal attempt to seize the bank": an infinitive that the tree hangs on the phrase. */
const isPurpose = (words: Words, from: number, end: number): boolean => {
  const verb = words[end + 2];
  return (
    words[end + 1]!.text === "to" &&
    verb?.xpos === "VB" &&
    verb.relation === "acl" &&
    verb.head >= from &&
    verb.head <= end
  );
};

/** The last word of the unbroken run that the infinitive governs. */
const purposeEnd = (words: Words, verb: number): number => {
  const own = new Set(subtree(words, verb));
  let last = verb;
  while (own.has(last + 1) && !/^[,;:.]$/.test(words[last + 1]!.text)) last += 1;
  return last;
};
