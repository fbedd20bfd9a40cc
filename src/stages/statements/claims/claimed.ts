// "denied Yerevan's accusations that Ankara had sent men" -> the whole noun phrase is what is denied: parsers hang the
// clause on the verb. The noun makes a statement of its own within it.
import { lastBefore } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { cueIn } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";

type Words = readonly Word[];

/** The draft with its content begun where the noun phrase begins that stands between the verb and its "that" or "to". */
export const withClaimedNoun = (scene: Scene, draft: Draft): Draft => {
  const { words } = scene.input;
  const [first, ...rest] = draft.content;
  if (!first || words[draft.head]!.upos !== "VERB" || first.start < words[draft.cue[1]]!.end) return draft;
  const opener = lastBefore(words, first.start);
  const cue =
    draft.head === draft.cue[1] ? cueIn(scene.language.cues.verb, words, draft.head, "object") : undefined;
  if (!cue || !/^(?:that|to)$/i.test(words[opener]!.text)) return draft;
  const noun = beforeHolder(words, opener - 1, draft.cue[1]);
  if (words[noun]!.upos !== "NOUN" || !cueIn(scene.language.cues.noun, words, noun, "that")) return draft;
  const start = phraseStart(words, noun, draft.cue[1]);
  const isBare = start === noun && noun === draft.cue[1] + 1 && /^NNP?S$/.test(words[noun]!.xpos);
  if (
    (start === noun && !isBare) ||
    !(start === draft.cue[1] + 1 || isGivenTo(words, draft.cue[1] + 1, start))
  )
    return draft;
  return { ...draft, act: cue.act, content: [{ ...first, start: words[start]!.start }, ...rest] };
};

/** "denied allegations by the State Department that": the noun before the one whom it comes from. */
const beforeHolder = (words: Words, last: number, cue: number): number => {
  for (let at = last; at > cue + 1 && last - at < 10; at -= 1) {
    if (/^(?:by|from|in)$/i.test(words[at]!.text) && words[at - 1]!.upos === "NOUN") return at - 1;
    if (!isPart(words[at]!) && words[at]!.text.toLowerCase() !== "of" && words[at]!.upos !== "CCONJ")
      return last;
  }
  return last;
};

/** "rejected the accusation": to reject what is claimed is to deny it, to reject a demand is to refuse. */
export const withDenial = ({ input: { words }, language }: Scene, draft: Draft): Draft => {
  const deny = language.acts.get("deny");
  const first = draft.content[0];
  const isDismissed = /^(?:dismiss|repudiate)$/.test(words[draft.head]!.lemma);
  const isJudged = isDismissed && draft.rule === "described-as";
  if (!(isDismissed || /^(?:reject|dispute)$/.test(draft.act.name)) || !deny || !first) return draft;
  for (let at = lastBefore(words, first.start); words[at] && words[at]!.end <= first.end; at += 1) {
    const { upos, text } = words[at]!;
    if (/^(?:that|to|of|by)$/i.test(text)) return draft;
    if (upos !== "NOUN" || words[at + 1]?.upos === "NOUN") continue;
    // "dismissed as nonsense a claim".
    if (/^as$/i.test(words[at - 1]?.text ?? "") && words[at + 1]?.upos === "DET") continue;
    const act = cueIn(language.cues.noun, words, at, "")?.act.name ?? "";
    if (act === "suggest" && /^of$/i.test(words[at + 1]?.text ?? "")) return draft;
    if (isJudged)
      return /^(?:request|urge|demand|propose|offer|invite)$/.test(act) ? draft : { ...draft, act: deny };
    return /^(?:claim|accuse|report|say|insist|argue|criticize|complain|suggest|explain)$/.test(act)
      ? { ...draft, act: deny }
      : draft;
  }
  return draft;
};

/** The first word of the noun phrase that ends at the noun, at most the one after the cue. */
const phraseStart = (words: Words, noun: number, cue: number): number => {
  let at = noun;
  while (at - 1 > cue && isPart(words[at - 1]!) && !opensPhrase(words, at)) at -= 1;
  return at;
};

const isPart = ({ upos, text }: Word): boolean =>
  /^(?:NOUN|PROPN|DET|ADJ|NUM)$/.test(upos) || /^['’]s?$|^(?:his|her|its|their|our|my|your)$/i.test(text);

/** An article or "its" opens a phrase, but for one with a possessor after it. */
const opensPhrase = (words: Words, at: number): boolean =>
  words[at]!.upos === "DET" || /^(?:his|her|its|their|our|my|your)$/i.test(words[at]!.text);

/** "conveyed to Washington its view that": nothing but the listener stands between. */
const isGivenTo = (words: Words, from: number, start: number): boolean => {
  if (words[from]!.text.toLowerCase() !== "to" || start - from > 8) return false;
  for (let at = from + 1; at < start; at += 1)
    if (!/^(?:NOUN|PROPN|DET|ADJ|PART|PRON)$/.test(words[at]!.upos)) return false;
  return start > from + 1;
};
