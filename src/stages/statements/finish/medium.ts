// A statement in the making -> the medium that its sentence names: "in a statement", "told a news conference", "Addressing
// the council", "a letter in which the minister pledged".
import { lastBefore, type Span } from "../../../model/span.ts";
import type { Medium, MediumKind } from "../../../model/statement.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation, childrenBy, subtree } from "../../../model/tree.ts";
import { opensClause } from "../cues/cue.ts";
import { kindNamed } from "../cues/media.ts";
import type { Draft, Scene } from "../draft.ts";
import { trim } from "../spans.ts";
import { caseOf } from "../speakers/own-subject.ts";
import { sourceSpan } from "../speakers/source.ts";

type Words = readonly Word[];

/** The medium of a statement; `hull` is the content it stands in, else its sentence. */
export const mediumOf = (scene: Scene, draft: Draft, hull: Span): Medium | undefined =>
  mediumInTree(scene, draft.head) ??
  mediumBeside(scene, draft, hull) ??
  carrierOf(scene, draft) ??
  ownMedium(scene, draft.head);

const carriers = new Set(["in", "on", "during", "at", "by", "via", "through", "over", "from"]);

/** The medium that the cue's clause names: "in a statement", "on social media", "in an interview with ABC". */
const mediumInTree = (scene: Scene, head: number): Medium | undefined => {
  const { words, quotations } = scene.input;
  const clause = [head];
  const word = words[head]!;
  if (word.head >= 0 && ["conj", "xcomp", "advcl", "parataxis"].includes(baseRelation(word)))
    if (words[word.head]!.relation !== "acl:relcl") clause.push(word.head);
  for (const at of clause)
    for (const child of childrenBy(words, at, "obl", "nmod", "advmod", "obj")) {
      const kind = kindOf(scene, child);
      if (!kind || (at !== head && child.index > head)) continue;
      const isObject = baseRelation(child) === "obj";
      if (
        isObject
          ? child.index < at || (kind !== "statement" && kind !== "letter") || !issuing.test(words[at]!.lemma)
          : !carriers.has(caseOf(words, child)) || isCause(words, at, child)
      )
        continue;
      const whole = sourceSpan(words, child.index, quotations);
      if (!whole) continue;
      const span = untilClause(words, child.index, whole);
      const name = nameOf(scene, child);
      const run = words.filter(({ start, end }) => start >= span.start && end <= span.end);
      const mixed =
        mixedKind(
          scene,
          run.map(({ index }) => index),
        ) ?? kind;
      return {
        kind: kind === "speech" && mixed === "social-media" ? mixed : kind,
        ...(name === undefined ? {} : { name }),
        span,
      };
    }
  return undefined;
};

/** Verbs that send a text into the world; one that "welcomed the statement" speaks otherwise. */
const issuing =
  /^(?:issue|release|publish|air|broadcast|show|make|give|deliver|read|write|sign|send|post|share|circulate|put|draft|hand|prepare|carry|submit)$/;

/** "is concerned by reports": what one feels about is no medium. */
const isCause = (words: Words, at: number, child: Word): boolean =>
  caseOf(words, child) === "by" && (words[at]!.upos === "ADJ" || child.relation === "obl:agent");

/** "said in a letter that the road was open": the clause is the verb's. */
const untilClause = (words: Words, noun: number, span: Span): Span => {
  for (let at = noun + 1; words[at] && words[at]!.end <= span.end; at += 1)
    if (opensClause(words, at)) return { start: span.start, end: words[at - 1]!.end };
  return span;
};

/**
 * A phrase of the sentence outside of what is said, by the order of the words: "In her memoirs, published on Tuesday,
 * the minister recalls", "told journalists on a call".
 */
const mediumBeside = (scene: Scene, draft: Draft, hull: Span): Medium | undefined => {
  const { words } = scene.input;
  const { sentence } = words[draft.head]!;
  let first = draft.head;
  while (words[first - 1]?.sentence === sentence && words[first - 1]!.start >= hull.start) first -= 1;
  // "according to a statement read out on television".
  const isText = draft.speaker !== undefined && kindOf(scene, words[draft.speaker]!) !== undefined;
  const inside = (word: Word): boolean =>
    draft.content.some(({ start, end }) => start <= word.start && word.end <= end);
  for (let at = first; words[at]?.sentence === sentence && words[at]!.end <= hull.end; at += 1) {
    const word = words[at]!;
    if (inside(word) || !near(words, at, draft) || isOthers(words, at, draft, isText)) continue;
    const opens = /^VB[GN]$/.test(word.xpos) ? occasionOf(words, word) : undefined;
    const run = phraseFrom(words, at + 1).filter((index) => !inside(words[index]!));
    const noun = run.findLast((index) => kindOf(scene, words[index]!) !== undefined);
    const isOpening = at === first && opens !== undefined;
    const kind = isOpening
      ? opens
      : noun !== undefined && carriers.has(word.text.toLowerCase())
        ? mixedKind(scene, run)
        : undefined;
    const span = trim(words, [at, ...run]);
    if (kind && span) return { kind, span: isOpening ? span : (trim(words, run) ?? span) };
  }
  return undefined;
};

/** "Addressing the council", "Briefing reporters", "Briefing party leaders". */
const occasionOf = (words: Words, { index, text }: Word): MediumKind | undefined => {
  const isPress = words
    .slice(index + 1, index + 4)
    .some(({ lemma }) => /^(?:reporter|journalist|press|media|correspondent)$/i.test(lemma));
  return isPress && /^briefing$/i.test(text) ? "press-conference" : participles.get(text.toLowerCase());
};

/** "officials briefed on the talks said", "praised the progress made in talks and invited": inside who speaks, or behind another verb of his. */
const isOthers = (words: Words, at: number, { cue, source }: Draft, isText: boolean): boolean => {
  const { start, end } = words[at]!;
  if (!source) return false;
  if (start >= source.start && end <= source.end) return !isText;
  if (start < source.end || at > cue[0]) return false;
  for (let verb = at - 1; words[verb]!.start >= source.end; verb -= 1)
    if (/^VB[DZP]$/.test(words[verb]!.xpos)) return true;
  return false;
};

/** Participles that open a sentence by naming an occasion: "Addressing the council, she said". */
const participles = new Map<string, MediumKind>([
  ["addressing", "speech"],
  ["interviewed", "interview"],
  ["briefing", "meeting"],
]);

/** Up to the end of the sentence's opening, or beside the cue: other verbs' phrases are theirs. */
const near = (words: Words, at: number, { cue, content, source }: Draft): boolean => {
  const start = Math.min(
    words[cue[0]]!.start,
    source?.start ?? Number.POSITIVE_INFINITY,
    ...content.map((one) => one.start),
  );
  if (words[at]!.start < start) return true;
  for (let verb = cue[1] + 1; verb < at; verb += 1)
    if (
      /^(?:VB[DZP]|MD)$/.test(words[verb]!.xpos) &&
      !content.some(({ start: from, end }) => from <= words[verb]!.start && words[verb]!.end <= end)
    )
      return false;
  return true;
};

/** A noun phrase with what hangs on it by "of", "with", "to" or "on", and participles: "an address posted on Telegram". */
const phraseFrom = (words: Words, from: number): number[] => {
  const run: number[] = [];
  for (let at = from; words[at] && words[at]!.sentence === words[from]!.sentence && at < from + 12; at += 1) {
    const { upos, xpos, text } = words[at]!;
    const isPart =
      /^(?:NOUN|PROPN|DET|ADJ|NUM|PART|X)$/.test(upos) ||
      xpos === "PRP$" ||
      (/^VB[GN]$/.test(xpos) && run.length > 0) ||
      (/^(?:of|with|to|on|for|at|by)$/i.test(text) && run.length > 0 && upos === "ADP") ||
      (text === "-" && run.length > 0);
    if (!isPart || /^that$/i.test(text)) break;
    run.push(at);
  }
  return run;
};

/** The most telling kind among the phrase's nouns: an address on Telegram is on social media. */
const mixedKind = (scene: Scene, run: readonly number[]): MediumKind | undefined => {
  const kinds = run.flatMap((at) => kindOf(scene, scene.input.words[at]!) ?? []);
  return kinds[0] === "interview"
    ? "interview"
    : (kinds.find((kind) => kind === "social-media" || kind === "broadcast") ?? kinds[0]);
};

/** "a letter in which he pledged", "a statement saying": the noun on which the cue's clause hangs; "told a news conference". */
const carrierOf = (scene: Scene, { head, source, speaker, addressee }: Draft): Medium | undefined => {
  const { words, quotations } = scene.input;
  const noun = baseRelation(words[head]!) === "acl" ? words[words[head]!.head] : undefined;
  const isTelling = /^(?:tell|inform|brief|assure|remind)$/.test(words[head]!.lemma);
  const told = !isTelling
    ? undefined
    : addressee === undefined
      ? childrenBy(words, head, "obj", "iobj")[0]
      : words[addressee];
  // "people who have seen the letter say": the letter says nothing.
  const last = source ? words[lastBefore(words, source.end - 1)] : undefined;
  const isInside = last && speaker !== undefined && isInRelative(words, last, speaker);
  const own = isInside ? words[speaker] : last;
  const found =
    [noun].find((word) => word && carried.has(kindOf(scene, word) ?? "other") && word.upos === "NOUN") ??
    [told].find(
      (word) =>
        word &&
        (/^(?:press-conference|broadcast)$/.test(kindOf(scene, word) ?? "") || gatherings.test(word.lemma)) &&
        word.upos === "NOUN",
    ) ??
    [own].find((word) => word && carried.has(kindOf(scene, word) ?? "other") && word.upos === "NOUN") ??
    [words[speaker ?? -1]].find(
      (word) =>
        word?.upos === "NOUN" &&
        word.lemma !== "broadcaster" &&
        /^(?:report|broadcast|statement|social-media|letter)$/.test(kindOf(scene, word) ?? ""),
    );
  const kind = found ? kindOf(scene, found) : undefined;
  const span = found ? sourceSpan(words, found.index, quotations) : undefined;
  return kind && span ? { kind, span } : undefined;
};

/** Told a gathering is said at it; a council or a committee is who is told. */
const gatherings = /^(?:session|summit|hearing|rally|forum|debate)$/;

/** True where a relative pronoun or a participle of the speaker's stands between it and a later word. */
const isInRelative = (words: Words, word: Word, speaker: number): boolean =>
  words
    .slice(speaker + 1, word.index)
    .some(({ text, relation }) => relation.startsWith("acl") || /^(?:who|which|whose)$/i.test(text));

const carried = new Set<MediumKind>(["statement", "letter", "social-media"]);

/** "tweeted": the verb itself names the medium. */
const ownMedium = ({ input: { words } }: Scene, head: number): Medium | undefined => {
  const { lemma, start, end, children } = words[head]!;
  // "wrote to the council that": by letter.
  const isTo = children.some((child) => child > head && caseOf(words, words[child]!) === "to");
  const own = lemma === "write" && isTo ? "letter" : verbs.get(lemma);
  return own ? { kind: own, span: { start, end } } : undefined;
};

const verbs = new Map<string, MediumKind>([
  ["tweet", "social-media"],
  ["retweet", "social-media"],
  ["post", "social-media"],
  ["blog", "social-media"],
]);

const kindOf = ({ input: { words }, language: { media } }: Scene, word: Word): MediumKind | undefined => {
  const own = kindNamed(media, word);
  // "his part in the release of the hostages"
  if (word.lemma === "release" && /^(?:of|from)$/i.test(words[word.index + 1]?.text ?? "")) return undefined;
  const isAired = word.children.some((child) => /^(?:televised|broadcast)$/i.test(words[child]!.text));
  if (own && isAired) return "broadcast";
  // "At the conference": the press is not said to have been there.
  const isPress = word.children.some((child) => /^(?:press|news|media|daily)$/i.test(words[child]!.text));
  if (/^conference$/i.test(word.lemma) && !isPress) return "meeting";
  // "state media": only the social ones carry posts.
  if (/^media$/i.test(word.text) && !word.children.some((child) => /^social$/i.test(words[child]!.text)))
    return undefined;
  // "During the conversation": by telephone or face to face, the text does not say.
  if (
    word.lemma === "conversation" &&
    word.children.some((child) => /^(?:the|this|that|their|our)$/i.test(words[child]!.text)) &&
    !word.children.some((child) => /^(?:amod|compound|nmod)$/.test(words[child]!.relation))
  )
    return undefined;
  if (
    word.lemma === "message" &&
    word.children.some((child) => /^(?:video|voice|audio)$/i.test(words[child]!.text))
  )
    return word.children.some((child) => /^video$/i.test(words[child]!.text)) ? "broadcast" : "other";
  if (word.lemma === "conversation" || word.lemma === "message") return own;
  for (const child of word.children) {
    const kind = words[child]!.relation === "compound" ? media.get(words[child]!.lemma) : undefined;
    if (kind && own && ["call", "social-media", "broadcast"].includes(kind))
      return own === "interview" ? own : kind;
  }
  return own;
};

/** The name of the outlet or service: "ABC" of "an interview with ABC", "Twitter" of "on Twitter". */
const nameOf = ({ input: { words, document } }: Scene, word: Word): string | undefined => {
  const textOf = (span: Span) => document.text.slice(span.start, span.end);
  if (word.upos === "PROPN") return textOf(word);
  for (const child of childrenBy(words, word.index, "nmod", "compound"))
    if (
      child.upos === "PROPN" &&
      (child.relation === "compound" || ["with", "on", "for", "to"].includes(caseOf(words, child)))
    ) {
      const phrase = subtree(
        words,
        child.index,
        (one) => baseRelation(one) === "case" || baseRelation(one) === "acl",
      );
      const names = phrase.filter((at) => words[at]!.upos === "PROPN");
      return textOf({ start: words[names[0]!]!.start, end: words[names.at(-1)!]!.end });
    }
  return undefined;
};
