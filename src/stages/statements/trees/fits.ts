// Where a rule matches a tree, whether what it found is a statement: conditions on words that a pattern can't state.
import type { Match } from "../../../match/match.ts";
import { lastBefore } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { childBy, subtree } from "../../../model/tree.ts";
import { cueIn, isPassive, opensClause } from "../cues/cue.ts";
import { isMedium } from "../cues/media.ts";
import type { Scene } from "../draft.ts";
import { quotationOf } from "../spans.ts";
import { caseOf } from "../speakers/own-subject.ts";
import {
  isAudience,
  isBought,
  isComeUpon,
  isDealtWith,
  isInterrogated,
  isPassedOn,
  isPickedUp,
  isPriced,
  isThanks,
  isWithheld,
} from "./deeds.ts";

/** Where a frame fits the tree only under a condition that a pattern can't state. */
export const fits = (
  scene: Scene,
  { captures, rule }: Match,
  frame: string,
  content: number | undefined,
): boolean => {
  const { words } = scene.input;
  const { language } = scene;
  if (content === undefined) return true;
  const { head } = captures as { head: number };
  if (content < head && words[content]!.lemma.toLowerCase() === "it" && isPassive(words, head)) return false;
  if (words[content]!.relation === "nsubj:pass" && hasNearerSubject(words, head, content)) return false;
  // "It was not clear whether he would come": nobody's word; "it was prepared to come" is.
  if (rule.attributes.part === "adjective" && frame !== "to" && childBy(words, head, "expl")) return false;
  if (frame === "noun" && isPassedOn(words, head)) return false;
  if (frame === "noun" && isHanded(words, captures.noun)) return false;
  if (frame === "noun" && isMatter(words, head, captures.noun)) return false;
  if (frame === "noun" && isCarrier(scene, captures.noun, content)) return false;
  if (rule.attributes.part === "noun" && isMedium(scene, head)) return false;
  if (content < head && rule.attributes.part !== undefined && rule.attributes.part !== "verb") return false;
  // "talked one on one"
  if (frame === "on" && /^one$/i.test(words[content]!.text)) return false;
  const isAgreed = frame === "on" && words[head]!.lemma === "agree";
  // "was pushed back to Friday": a day is no word that anybody answers.
  if (frame === "to" && isTime(scene, words[content]!)) return false;
  if (
    (["on", "in", "to", "at"].includes(frame) || (frame === "with" && words[head]!.lemma !== "take")) &&
    language.media.has(words[content]!.lemma) &&
    !isAgreed &&
    !isCommented(scene, head, content)
  )
    return false;
  const isAsking = frame === "for" && /^(?:ask|appeal|beg|plead)$/.test(words[captures.head!]!.lemma);
  if (["on", "in", "at", "for", "of", "noun"].includes(frame) && !isAsking && isTime(scene, words[content]!))
    return false;
  if (
    (frame === "on" || (frame === "noun" && caseOf(words, words[content]!) === "on")) &&
    /^(?:condition|behalf|record|background|basis|occasion|phone|telephone|(?:sideline|margin|fringe)s?|day|eve)$/.test(
      words[content]!.lemma,
    )
  )
    return false;
  if (frame === "noun" && isOfWhich(words, content)) return false;
  if (frame === "object" && (isShown(words, head, content) || carriesWords(scene, content))) return false;
  if (isPlainThat(words, head, content)) return false;
  if (rule.id === "told-so" && content < head) return false;
  // "the claim that Wagner asked for mines": such a "that" opens the clause, whatever the tree makes of it.
  if (frame === "for" && isThat(words, captures.more, head)) return false;
  // "honoured a promise": no praise.
  if (/^honou?r$/.test(words[head]!.lemma) && language.cues.noun.has(words[content]!.lemma)) return false;
  if (rule.id === "recalled-saying" && !isRecalled(words, head, content)) return false;
  if (frame === "on-to" && !isCalledOn(words, head)) return false;
  if (frame === "noun" && isOtherNoun(scene, head, captures.noun, content)) return false;
  if (frame === "of" && isNamed(words, content)) return false;
  if (
    frame === "object" &&
    words[head]!.lemma === "shoot" &&
    scene.language.rules.classes.get("craft")!.has(words[content]!.lemma)
  )
    return false;
  if (frame === "object" && (isAudience(words, head, content) || isDealtWith(words, head))) return false;
  if (frame === "thank" && isThanks(words, head)) return false;
  if (/^(?:thank|object)$/.test(frame) && isInterrogated(words, head, content)) return false;
  if (
    frame === "object" &&
    (isWithheld(words, head, content) || isPickedUp(words, head, content) || isBought(words, head, content))
  )
    return false;
  if (frame === "accuse" && isPriced(words, captures)) return false;
  if (frame === "name" && isComeUpon(words, head, content)) return false;
  if (frame === "name" && isPurpose(words, captures.more)) return false;
  if (/^(?:object|thank)$/.test(frame) && content < head && isWished(words, head, content)) return false;
  if (/^(?:clause|tell|infinitive|object)$/.test(frame) && content > head && isWhen(words, head, content))
    return false;
  if (prepositions.has(frame) && isToldOf(words, head)) return false;
  // "At the port, dockers protested": a phrase that opens the clause says where or when.
  if (prepositions.has(frame) && content < head && !/^W/.test(words[content]!.xpos)) return false;
  if (frame === "to" && isUnanswered(scene, captures.head!, content)) return false;
  if (/^(?:clause|tell)$/.test(frame) && content > head && isBehindClause(words, head, content)) return false;
  if (/^(?:clause|tell)$/.test(frame) && content < head && isParted(scene, head, content)) return false;
  if (rule.attributes.around === "yes")
    return (
      isAside(words, head) && !words.slice(Math.min(content, head), head).some(({ text }) => text === ":")
    );
  const by = words[captures.speaker ?? -1]?.text ?? "";
  if (words[head]!.head === content && /^(?:who|which|that)$/i.test(by)) return false;
  const word = words[content]!;
  if (frame === "clause" && content < head && !endsWith(words, head, word)) return false;
  if (frame === "infinitive" && words[head]!.children.some((child) => words[child]!.relation === "aux:pass"))
    return false;
  if (frame === "infinitive" || frame === "urge") return !isGerund(words, content) && word.upos !== "ADJ";
  if (frame === "object" && /^(?:that|which|who|whom|what)$/i.test(word.text) && word.children.length === 0)
    return false;
  if (frame === "object")
    return (
      !["self", "themselves", "himself", "herself", "itself"].includes(word.lemma) && word.index !== head
    );
  // "only members are required to come": a duty that nobody is said to lay on them.
  if (rule.id === "reported-to-have" && /^(?:require|allow|permit|oblige|expect)$/.test(words[head]!.lemma))
    return captures.speaker !== undefined;
  if (frame === "that") return word.relation !== "acl:relcl" && isMarked(words, content);
  return true;
};

/** "promised him a house if he told police the fire was an accident": what another clause reports, between cue and content. */
const isBehindClause = (words: readonly Word[], head: number, content: number): boolean => {
  const first = subtree(words, content)[0]!;
  const opener = words
    .slice(head + 1, first)
    .find(({ text }) => /^(?:if|unless|when|once|because|until)$/i.test(text));
  return (
    opener !== undefined &&
    words.slice(opener.index, first).some(({ xpos, upos }) => upos === "VERB" && /^VB[DZP]$/.test(xpos))
  );
};

/** "conveyed a demand by Hamas that": whose demand it is stands behind it; who conveys it demands nothing. */
const isHanded = (words: readonly Word[], noun: number | undefined): boolean =>
  noun !== undefined &&
  /^(?:by|from)$/i.test(words[noun + 1]?.text ?? "") &&
  words[noun + 2]?.upos === "PROPN" &&
  /^that$/i.test(words[noun + 3]?.text ?? "");

/** "reacted to the ruling", "responded to pressure": what is answered has to be words, unless the answer fails to come. */
const isUnanswered = ({ input: { words }, language }: Scene, head: number, content: number): boolean =>
  /^(?:answer|react|reply|respond)$/.test(words[head]!.lemma) &&
  !words[head]!.children.some((child) => /^(?:not|n['’]t|never)$/i.test(words[child]!.text)) &&
  !language.cues.noun.has(words[content]!.lemma) &&
  !language.media.has(words[content]!.lemma) &&
  !/^(?:query|inquiry|enquiry|request|call|invitation|overture|recording|footage|leak|publication)$/.test(
    words[content]!.lemma,
  );

/** "The report is genuine; the ministry would not discuss it", "Pretoria said so after the envoy told them": another clause. */
const isParted = ({ input: { words, quotations } }: Scene, head: number, content: number): boolean => {
  const inside = quotationOf(words[head]!, quotations);
  for (let at = content + 1; at < head; at += 1)
    if (words[at]!.text === ";" && quotationOf(words[at]!, quotations) === inside) return true;
  let first = head;
  for (const child of words[head]!.children)
    if (child < head && words[child]!.relation.startsWith("nsubj"))
      first = Math.min(first, subtree(words, child)[0] ?? child);
  return (
    first - 1 > content &&
    /^(?:after|before|when|while|because|although|though|since|until)$/i.test(words[first - 1]!.text)
  );
};

const isThat = (words: readonly Word[], more: number | undefined, head: number): boolean =>
  more !== undefined && more < head && words[more]!.xpos === "IN" && /^that$/i.test(words[more]!.text);

/** "Beijing's version is that they had been warned": of two subjects the nearer one is the verb's. */
const hasNearerSubject = (words: readonly Word[], head: number, content: number): boolean =>
  words[head]!.children.some(
    (child) => child > content && child < head && words[child]!.relation.startsWith("nsubj"),
  );

/** "issued a statement saying", as an object: what it says is the statement. */
const carriesWords = (scene: Scene, noun: number): boolean =>
  scene.input.words[noun]!.children.some((child) => child > noun && isCarrier(scene, noun, child));

/** "issued a statement saying": the participle says it. */
const isCarrier = (
  { input: { words }, language }: Scene,
  noun: number | undefined,
  content: number,
): boolean =>
  noun !== undefined &&
  language.media.has(words[noun]!.lemma) &&
  words[content]!.xpos === "VBG" &&
  words[content]!.head === noun &&
  cueIn(language.cues.verb, words, content, "clause")?.act.kind === "speech";

/** "raised the question of": brings a matter up, and asks nothing. */
const isMatter = (words: readonly Word[], head: number, noun: number | undefined): boolean =>
  words[head]!.lemma === "raise" &&
  noun !== undefined &&
  /^(?:attacks?|question|issue|reports?|allegations?|claims?|accusations?|proposals?)$/i.test(
    words[noun]!.text,
  );

/** "aired a statement in which": a relative clause of the noun. */
const isOfWhich = (words: readonly Word[], content: number): boolean =>
  subtree(words, content).some(
    (at) => words[at]!.text === "which" && words[at - 1]?.upos === "ADP" && at < content,
  );

/** "called publicly on": the preposition stands by its verb; in "called the remarks on Sunday" it is another's. */
const isCalledOn = (words: readonly Word[], head: number): boolean => {
  let at = head + 1;
  while (words[at]?.upos === "ADV" || /^["“‘]$/.test(words[at]?.text ?? "")) at += 1;
  return /^(?:on|upon|to)$/i.test(words[at]?.text ?? "");
};

/** "the first time that Kyiv accused Budapest": of two objects the one behind the verb is its own. */
const isPlainThat = (words: readonly Word[], head: number, content: number): boolean =>
  content < head &&
  /^that$/i.test(words[content]!.text) &&
  words[head]!.children.some((child) => child > head && words[child]!.relation === "obj");

/** "take up his post for the time being", "took his word for it": a noun that may mean a thing speaks in its own frames only. */
const isOtherNoun = (
  { input: { words }, language }: Scene,
  head: number,
  noun: number | undefined,
  content: number,
): boolean => {
  if (noun === undefined) return false;
  if (words[noun]!.lemma === "word" && words[head]!.lemma === "take") return true;
  const marker = caseOf(words, words[content]!);
  const cue = cueIn(language.cues.noun, words, noun, "");
  return (
    marker !== "" &&
    cue !== undefined &&
    [...cue.frames.values()].every((one) => one < 1) &&
    !cue.frames.has(marker)
  );
};

/** "informed the Organization of American States": a part of its name. */
const isNamed = (words: readonly Word[], content: number): boolean =>
  words[content]!.upos === "PROPN" &&
  words[words[content]!.head]?.upos === "PROPN" &&
  words[content]!.relation === "nmod";

/** "commented on the report": words that one can answer, where "commented on Twitter" names the place. */
const isCommented = ({ input: { words }, language }: Scene, head: number, content: number): boolean =>
  words[head]!.lemma === "comment" &&
  /^(?:report|statement|letter|speech|interview|other)$/.test(
    language.media.get(words[content]!.lemma) ?? "",
  );

/** "called his counterpart to say": an infinitive of purpose names nothing. */
const isPurpose = (words: readonly Word[], more: number | undefined): boolean =>
  more !== undefined && words[more]!.xpos === "VB" && childBy(words, more, "mark")?.lemma === "to";

/** "the offer should be accepted", "she was warned": by nobody who is named, and wished for or about somebody alone. */
const isWished = (words: readonly Word[], head: number, content: number): boolean =>
  (words[content]!.upos === "PRON" ||
    words[head]!.children.some((child) =>
      /^(?:should|must|can|could|may|might)$/.test(words[child]!.lemma),
    )) &&
  !words[head]!.children.some(
    (child) => words[child]!.relation === "obl:agent" || caseOf(words, words[child]!) === "by",
  );

/** "told journalists on a call after the ministers had met": a clause of time that follows what stands before the cue. */
const isWhen = (words: readonly Word[], head: number, content: number): boolean => {
  let first = content;
  for (const child of subtree(words, content)) first = Math.min(first, child);
  return (
    first > head &&
    [first, first - 1].some(
      (at) => at > head && /^(?:after|before|while|when|until|since)$/i.test(words[at]!.text),
    )
  );
};

const prepositions = new Set(["about", "of", "on", "for", "to", "with", "against", "over", "at", "in"]);

/** "people briefed on the matter": a participle on its noun is done to it, and nobody is named who does it. */
const isToldOf = (words: readonly Word[], head: number): boolean =>
  words[head]!.xpos === "VBN" &&
  (words[head]!.relation === "acl" || (words[head]!.lemma === "tell" && isPassive(words, head))) &&
  !words[head]!.children.some(
    (child) =>
      words[child]!.relation === "obl:agent" ||
      (words[head]!.relation === "acl" && words[child]!.relation.startsWith("aux")),
  );

/** Content before its cue is a clause of its own ("Talks failed, he said"), not what leads up to it ("Asked, he said …"). */
const endsWith = (words: readonly Word[], head: number, content: Word): boolean => {
  if (/^(?:asked|pressed|questioned|quizzed)$/i.test(content.text) && content.upos === "VERB") return false;
  const isClause =
    !/^VB[GN]$/.test(content.xpos) ||
    content.children.some((child) => /^(nsubj|aux)/.test(words[child]!.relation));
  if (isClause && !words[head]!.children.some((child) => child > head && words[child]!.relation === "ccomp"))
    return true;
  let after = 0;
  for (let at = head + 1; words[at]?.sentence === words[head]!.sentence && after < 4; at += 1)
    if (words[at]!.upos !== "PUNCT" && !/^nsubj/.test(words[at]!.relation)) after += 1;
  return after < 4;
};

/** True for a clause with "that", "to" or "whether". */
const isMarked = (words: readonly Word[], content: number): boolean =>
  words[content]!.children.some(
    (child) => words[child]!.relation === "mark" && /^(?:that|to|whether|if)$/i.test(words[child]!.text),
  );

/** "…, he said, …" and "…, he said.": nothing follows the cue but a pause, or little more than the end. */
const isAside = (words: readonly Word[], head: number): boolean => {
  let before = head - 1;
  while (words[before]?.sentence === words[head]!.sentence && words[before]!.upos !== "PUNCT") before -= 1;
  if (words[before]?.sentence !== words[head]!.sentence || /^["“‘'(]$/.test(words[before]!.text))
    return false;
  let after = 0;
  for (let at = head + 1; words[at]?.sentence === words[head]!.sentence; at += 1) {
    if (words[at]!.text === "," && after <= 3) return true;
    if (words[at]!.upos !== "PUNCT" && !/^(?:nsubj|compound|flat|appos)/.test(words[at]!.relation))
      after += 1;
  }
  return after < 6;
};

const isGerund = (words: readonly Word[], at: number): boolean =>
  words[at]!.xpos === "VBG" && childBy(words, at, "mark")?.lemma !== "to" && !childBy(words, at, "aux");

/** "repeated his demand", "believed the promise": a word that may mean a deed speaks where its object is a noun of saying. */
export const isOfSaying = (
  { input: { words }, language }: Scene,
  head: number,
  content: number | undefined,
): boolean =>
  content !== undefined &&
  !/^(?:air|publish|post|release)$/.test(words[head]!.lemma) &&
  !words.slice(head + 1, content).some(({ xpos, text }) => /^(?:VB[DZP]|MD)$/.test(xpos) || text === ",") &&
  !hasLateThat(words, content) &&
  words[content]!.upos === "NOUN" &&
  isSaid(cueIn(language.cues.noun, words, content, "that")?.act.kind, words, content) &&
  words[content]!.children.some((child) =>
    /^(?:nmod:poss|acl|nmod|amod|compound)/.test(words[child]!.relation),
  );

/** "echoed statements by the candidate last week that": the clause follows a day, and the tree has lost it. */
export const hasLateThat = (words: readonly Word[], noun: number): boolean => {
  const last = subtree(words, noun).at(-1) ?? noun;
  return [1, 2, 3].some((step) => words[last + step] !== undefined && opensClause(words, last + step));
};

/** Views are said where their clause follows: "backed the view that". */
const isSaid = (kind: string | undefined, words: readonly Word[], noun: number): boolean =>
  kind === "speech" ||
  (kind === "stance" && words[noun]!.children.some((child) => words[child]!.relation.startsWith("acl")));

/** "recalled him saying": what somebody is remembered to say follows at once. */
const isRecalled = (words: readonly Word[], head: number, content: number): boolean =>
  /^(?:recall|remember|describe)$/.test(words[head]!.lemma) &&
  !words.slice(head, content).some(({ upos }) => upos === "PUNCT");

/** "posted a video in which an officer says": to show a thing is no utterance where it has words of its own. */
const isShown = (words: readonly Word[], head: number, content: number): boolean =>
  /^(?:post|publish|air|release|broadcast|carry|show)$/.test(words[head]!.lemma) && isOfWhich(words, content);

export const isTime = ({ input: { times } }: Scene, word: Word): boolean => {
  const time = times[lastBefore(times, word.start)];
  return time !== undefined && word.start < time.end;
};
