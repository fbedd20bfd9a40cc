// Every word that reports -> its statement in the making: what the tree says and what the order of the words says of it,
// the surer of the two.
import { lastBefore } from "../../model/span.ts";
import { withClaimedNoun, withDenial } from "./claims/claimed.ts";
import { withinSubject } from "./contents/own-phrase.ts";
import { cueIn, isPassive } from "./cues/cue.ts";
import type { Draft, Scene } from "./draft.ts";
import { asideDraft } from "./order/aside.ts";
import { askedDraft } from "./order/asked.ts";
import { complementDraft } from "./order/complement.ts";
import { fallbackDraft } from "./order/fallback.ts";
import { nameFallback } from "./order/name-fallback.ts";
import { nounFallback } from "./order/noun-fallback.ts";
import { relativeSaidDraft } from "./order/relative-said.ts";
import { whatCalledDraft } from "./order/what-called.ts";
import { regularDraft } from "./trees/regular.ts";

/** One draft a cue, those of quotations and layout (`spoken`) among them, with what their cues report beside it. */
export const readCues = (scene: Scene, spoken: readonly Draft[]): Draft[] => {
  const byCue = new Map(spoken.map((draft) => [draft.head, draft]));
  for (const { index } of scene.input.words) {
    const speech = byCue.get(index);
    const isNone = isAuthors(scene, index) || isReduced(scene, index) || isDeed(scene, index);
    const draft = isNone ? undefined : draftAt(scene, index);
    if (draft && isOwnName(scene, draft)) continue;
    if (draft && speech?.rule !== "quoted-as" && !isRelative(scene, draft) && !isNobodys(scene, draft))
      byCue.set(
        index,
        speech ? withIndirect(speech, draft) : withDenial(scene, withClaimedNoun(scene, draft)),
      );
  }
  return [...byCue.values()].map((draft) => withinSubject(scene, draft));
};

/** "it is too early to speak of peace": the "it" of such a judgement says nothing; "ask yourself", "call it luck": nor does a reader. */
const isNobodys = ({ input: { words } }: Scene, { head, speaker, cue: [first] }: Draft): boolean => {
  const it = words[speaker ?? -1];
  const isTo = /^to$/i.test(words[first]!.text);
  if (it === undefined)
    return (
      words[head]!.xpos === "VB" && first === head && words[head - 1]?.sentence !== words[head]!.sentence
    );
  return it.lemma.toLowerCase() === "it" && isTo && words[it.head]?.upos === "ADJ";
};

/** "Let's say", "Having said that", "it is worth noting", "goes without saying": what the writer says himself, of nobody. */
const isAuthors = ({ input: { words } }: Scene, index: number): boolean => {
  const { lemma, sentence, xpos } = words[index]!;
  const textAt = (at: number) => (words[at]?.sentence === sentence ? words[at]!.text.toLowerCase() : "");
  const before = textAt(index - 1);
  if (before === "worth" && xpos === "VBG") return true;
  if (lemma !== "say") return false;
  return (
    (before === "without" && words[index - 2]?.lemma === "go") ||
    (/^['’]s$/.test(before) && textAt(index - 2) === "let") ||
    (before === "having" && textAt(index + 1) === "that") ||
    (before === "to" && /^(?:suffice|it|needless|fair|safe)$/.test(textAt(index - 2)))
  );
};

/** "A poll released Friday found that": a participle of the noun before, though the tagger takes it for a past tense. */
const isReduced = ({ input: { words } }: Scene, index: number): boolean => {
  const { lemma, xpos, sentence } = words[index]!;
  if (!/^(?:release|publish|post|issue|unveil|air|conduct|obtain)$/.test(lemma) || !/^VB[DN]$/.test(xpos))
    return false;
  if (!/^(?:NOUN|PROPN)$/.test(words[index - 1]?.upos ?? "")) return false;
  if (words[index + 1]?.upos === "DET" && !/^(?:this|last)$/i.test(words[index + 1]!.text)) return false;
  for (let at = index + 1; words[at]?.sentence === sentence && at < index + 9; at += 1) {
    if (/^VB[DZP]$/.test(words[at]!.xpos)) return at > index + 1;
    if (!/^(?:NOUN|PROPN|ADP|DET|NUM|ADJ)$/.test(words[at]!.upos) || /^that$/i.test(words[at]!.text))
      return false;
  }
  return false;
};

/** "were not authorized to discuss it": leave to speak, given by nobody who is named. */
const isToSpeak = (words: Scene["input"]["words"], index: number): boolean =>
  words[index + 1]?.text === "to" &&
  /^(?:speak|talk|discuss|comment|brief|disclose|be)$/.test(words[index + 2]?.lemma ?? "");

/** "The envoy, who briefed the council, said": whom "who" stands for is nothing that he says. */
const isOwnName = ({ input: { words } }: Scene, { cue: [first], content }: Draft): boolean =>
  /^who$/i.test(words[first - 1]?.text ?? "") &&
  content.length === 1 &&
  content[0]!.end <= words[first - 1]!.start &&
  !/["”’]$/.test(words[first - 3]?.text ?? "");

/** "recalled its ambassador", "held what he called talks": whoever is posted somewhere is called back, and talks are no belief. */
const isDeed = (scene: Scene, index: number): boolean => {
  const { words } = scene.input;
  return (
    (words[index]!.lemma === "hold" && /^what$/i.test(words[index + 1]?.text ?? "")) ||
    (/^authori[sz]e$/.test(words[index]!.lemma) && isPassive(words, index) && isToSpeak(words, index)) ||
    (/^(?:request|demand|seek|ask)$/.test(words[index]!.lemma) &&
      words.slice(index + 1, index + 3).some(({ text }) => /^anonymity$/i.test(text))) ||
    isEvidence(words, index) ||
    isPosted(words, index) ||
    (words[index]!.lemma === "recall" &&
      words[index]!.children.some(
        (child) =>
          /^(?:obj|nsubj:pass)$/.test(words[child]!.relation) &&
          scene.language.rules.classes.get("posted")!.has(words[child]!.lemma),
      ))
  );
};

/** "posted a loss": a figure in the books. */
const isPosted = (words: Scene["input"]["words"], index: number): boolean =>
  words[index]!.lemma === "post" &&
  words[index]!.children.some(
    (child) =>
      words[child]!.relation === "obj" &&
      /^(?:loss|profit|gain|surplus|deficit|revenue|sale|growth|result|earnings|win|victory|rise|drop|fall|increase|bail|guard|soldier|troop)$/.test(
        words[child]!.lemma,
      ),
  );

/** "offering evidence", "without citing a source": to show a thing is no offer, and what is left out is not said. */
const isEvidence = (words: Scene["input"]["words"], index: number): boolean =>
  (/^(?:citing|quoting)$/i.test(words[index]!.text) && /^without$/i.test(words[index - 1]?.text ?? "")) ||
  (words[index]!.lemma === "offer" &&
    words[index]!.children.some(
      (child) =>
        words[child]!.relation === "obj" &&
        /^(?:evidence|proof|detail|explanation|reason|clue|example)$/.test(words[child]!.lemma),
    ));

/** Turns of speech that the order of the words settles come first; then the tree; then the order where the tree is in doubt. */
const draftAt = (scene: Scene, index: number): Draft | undefined =>
  asideDraft(scene, index) ??
  whatCalledDraft(scene, index) ??
  relativeSaidDraft(scene, index) ??
  askedDraft(scene, index) ??
  likeliest(
    better(regularDraft(scene, index), complementDraft(scene, index)),
    () => nameFallback(scene, index) ?? fallbackDraft(scene, index) ?? nounFallback(scene, index),
  );

/**
 * "a charge that officials reject": where a verb that takes an object ends the clause, the noun itself is its object;
 * "had a call to discuss": such a call is held, not made to anybody.
 */
const isRelative = ({ input: { words }, language }: Scene, { head, content }: Draft): boolean => {
  if (words[head]!.upos !== "NOUN" || content.length !== 1) return false;
  const verb = words[words[head]!.head]?.lemma ?? "";
  if (
    words[head]!.lemma === "call" &&
    /^(?:have|hold|schedule|plan|arrange|take|receive|get|place|join)$/.test(verb)
  )
    return true;
  const opener = words[lastBefore(words, content[0]!.start)]!;
  const last = words[lastBefore(words, content[0]!.end - 1)]!;
  return (
    /^that$/i.test(opener.text) &&
    /^VB[DZPN]$/.test(last.xpos) &&
    !isPassive(words, last.index) &&
    ["object", "clause"].some((frame) => cueIn(language.cues.verb, words, last.index, frame) !== undefined)
  );
};

/** What the tree gives, unless it misses the clause that the words after the verb mark as reported. */
const better = (regular: Draft | undefined, marked: Draft | undefined): Draft | undefined => {
  if (!regular || !marked || regular.content.length === 0) return marked ?? regular;
  const end = marked.content.at(-1)!.end;
  // "urged to stay at home by the ministry": what stands at the end may be who says it.
  const isAgent = regular.source !== undefined && regular.source.start < end && regular.source.end > end - 2;
  const misses = !isAgent && !regular.content.some((span) => span.start < end && span.end > end - 2);
  const first = regular.content[0]!.start;
  const isLate = /^(?:said|told)-that$/.test(regular.rule) && marked.content[0]!.start < first;
  // "has learned from a diplomat that": what reads as a thought is a report where it tells from whom.
  // "agreed with Macron [that Europe must act]": the phrase before the clause says with whom, or of whom.
  const isBefore =
    marked.rule === "marked-clause" &&
    /^(?:agreed-with|spoke-of)$/.test(regular.rule) &&
    marked.content[0]!.start > first;
  const isReport = regular.act.kind === "thought" && marked.act.kind === "speech";
  // "rejected as absurd [the claim that …]": the judgement stands before what is rejected.
  const isJudged = regular.rule === "described-as" && marked.content[0]!.start > first;
  const isBetter = misses || isLate || isBefore || isReport || isJudged || regular.confidence < 0.6;
  if (isBetter && marked.confidence >= 0.6) return marked;
  return regular.addressee === undefined &&
    marked.addressee !== undefined &&
    !/-as$|^called/.test(regular.rule)
    ? { ...regular, addressee: marked.addressee }
    : regular;
};

/** What the tree gives, unless it is doubtful and the order of the words gives something better. */
const likeliest = (regular: Draft | undefined, other: () => Draft | undefined): Draft | undefined => {
  if (regular && regular.confidence >= 0.6) return regular;
  const fallback = other();
  return fallback && (!regular || fallback.confidence > regular.confidence) ? fallback : regular;
};

/**
 * Direct speech together with what the same cue reports in the writer's words beside it: "said that …, “…”",
 * "reported “600 incidents” in the city".
 */
const withIndirect = (speech: Draft, draft: Draft): Draft => {
  const first = speech.content[0];
  const whole = draft.content[0];
  const isPart =
    speech.rule === "quoted-after" &&
    speech.content.length === 1 &&
    draft.content.length === 1 &&
    whole!.start <= first!.start &&
    whole!.end > first!.end + 1;
  if (isPart) return { ...speech, content: draft.content };
  const lead = draft.content.find(
    (span) => first !== undefined && span.start < first.start && span.end >= first.start,
  );
  if (!lead || !first || speech.rule !== "quoted-after") return speech;
  return {
    ...speech,
    content: [{ start: lead.start, end: Math.max(lead.end, first.end) }, ...speech.content.slice(1)],
  };
};
