// Times that stand near a contact and are not its own: of what is said, of something else, of another contact.
import { markerOf } from "../../../clause/arguments.ts";
import { calendarDate } from "../../../dating/date-of.ts";
import type { Reading } from "../../../model/reading.ts";
import type { Time } from "../../../model/time.ts";
import type { Word } from "../../../model/token.ts";
import type { Sighting } from "../find-sightings.ts";
import { isOnceDue } from "../triggers/due.ts";

type Input = Pick<Reading, "document" | "words" | "statements">;

/** "China on Friday rejected the claim that he had called": a time before what is said is that of the saying. */
export const isWithin = ({ statements }: Input, time: Time, statement: number | undefined): boolean =>
  statement === undefined || statements[statement]!.content.some(({ start }) => start <= time.start);

/** "confirmed the call, saying they would be in Rome next week": the time of what is said after it and not of it. */
export const isOfSaid = (
  { statements, words }: Input,
  { start }: Time,
  { word, clause }: Pick<Sighting, "word" | "clause">,
): boolean =>
  statements.some(
    ({ cueWord, act, content }) =>
      cueWord !== undefined &&
      cueWord > word &&
      cueWord !== clause &&
      words[cueWord]!.sentence === words[word]!.sentence &&
      act === "say" &&
      content.some((span) => span.start <= start && start < span.end) &&
      !content.some((span) => span.start <= words[word]!.start && words[word]!.start < span.end),
  );

/** "talked about the forum, which he will chair in May": the time of a relative clause that tells of something else. */
export const isOfRelative = (
  words: readonly Word[],
  { first, last }: Time,
  { word, clause }: Pick<Sighting, "word" | "clause">,
): boolean => {
  if (isBehindRelative(words, last, word) || isBeyondRelative(words, first, word)) return true;
  let at = last;
  for (let step = 0; step < 12 && at >= 0 && at !== word && at !== clause; step += 1) {
    const { relation, head, lemma, xpos } = words[at]!;
    // "The call came after a truce agreed in Geneva last month"
    const tells = relation === "acl:relcl" || (relation === "acl" && /^VB[NG]$/.test(xpos));
    // "a call that had been planned for Monday": the clause tells of the contact itself.
    const isOwn = head === word || /^(plan|schedule|set|slate|expect|hold|take|arrange|place)$/.test(lemma);
    if (tells && at > word && !isOwn) return true;
    at = head;
  }
  return false;
};

/** "Li, who came for a meeting, was sanctioned in 2018": the clause that tells of the contact is closed before the time. */
const isBeyondRelative = (words: readonly Word[], time: number, word: number): boolean => {
  if (word < 0 || time < word) return false;
  let open = word - 1;
  while (
    open > word - 14 &&
    words[open]?.sentence === words[word]!.sentence &&
    !/^[,;]$/.test(words[open]!.text)
  )
    open -= 1;
  if (words[open]?.text !== "," || !/^(WDT|WP)$/.test(words[open + 1]?.xpos ?? "")) return false;
  const close = words.slice(word, time).findIndex(({ text }) => text === ",");
  return close > 0 && words.slice(word + close, time).some(({ xpos }) => /^VB[DZP]$/.test(xpos));
};

/** The same on the line, whatever the tree: an open relative clause stands between the two. */
export const isBehindRelative = (words: readonly Word[], time: number, word: number): boolean => {
  if (word < 0 || time < word) return false;
  for (let at = time - 1; at > word; at -= 1) {
    if (/^[,;]$/.test(words[at]!.text) && at < time - 1 && !/^(WDT|WP|WRB)$/.test(words[at + 1]!.xpos))
      return false;
    if (/^(WDT|WP)$/.test(words[at]!.xpos))
      return (
        words[at - 1]?.text === "," &&
        words.slice(at, time).some(({ upos }) => upos === "VERB" || upos === "AUX")
      );
  }
  return false;
};

/** "scrapped a trip to Lisbon on Thursday": a day that has come, behind the verb that calls it off, is that verb's. */
export const isOfCancelling = (
  { words, document }: Input,
  { word, clause, standing }: Sighting,
  time: Time,
): boolean => {
  if (standing !== "cancelled" && standing !== "postponed") return false;
  if (isOnceDue(words, clause)) return false;
  const date = calendarDate(time.value) ?? "";
  if (document.published === undefined || date.length !== 10 || date > document.published) return false;
  let verb = words[words[word]!.head];
  if (verb && verb.upos !== "VERB") verb = words[verb.head];
  if (words[word]!.upos === "VERB" || verb?.upos !== "VERB" || time.first < verb.index) return false;
  return time.first > word && !isSet(words, time) && !/^for$/i.test(words[time.first - 1]!.text);
};

/** "planned for Thursday": the next one, but not where the words look back at it ("had been due on Friday"). */
export const isSet = (words: readonly Word[], { first }: Time): boolean => {
  const inside = (from: number, to: number) =>
    words.slice(Math.max(0, from), to).filter(({ sentence }) => sentence === words[first]!.sentence);
  return (
    /^(for|on)$/i.test(words[first - 1]?.text ?? "") &&
    (isToHave(words, first) ||
      inside(first - 6, first - 1).some(({ text }) =>
        /^(planned|scheduled|set|due|slated|expected)$/i.test(text),
      )) &&
    !inside(first - 30, first + 30).some(({ text }) => /^(did|had)$/i.test(text))
  );
};

/** "which was to have been held on Thursday" */
export const isToHave = (words: readonly Word[], first: number): boolean =>
  /\bto (?:have been|be|have) (?:held|taken place) on $/i.test(
    `${words
      .slice(Math.max(0, first - 7), first)
      .map(({ text }) => text)
      .join(" ")} `,
  );

/** "followed a stay in Ottawa, where he signed an accord": of the day of the stay. */
export const isThere = (words: readonly Word[], clause: number): boolean =>
  words[clause]!.children.some((child) => /^where$/i.test(words[child]!.text));

/** "an earlier handshake", "the call followed a visit". */
export const isEarlier = (words: readonly Word[], word: number): boolean =>
  words[word]!.children.some((child) => /^(earlier|previous|last)$/i.test(words[child]!.text)) ||
  (words[word]!.relation === "obj" && words[words[word]!.head]!.lemma === "follow");

/** "had spoken with him and Riga would lower its ties from February 24": a day to come is not of what has been. */
export const isPastYet = (
  { words, document }: Input,
  { word, standing }: Pick<Sighting, "word" | "standing">,
  date: string,
): boolean =>
  standing === "actual" &&
  date.length === 10 &&
  date > (document.published ?? date) &&
  (words[word]!.xpos === "VBD" ||
    (words[word]!.xpos === "VBN" &&
      words[word]!.children.some((child) => /^(had|has|have|was|were)$/i.test(words[child]!.text))));

/** "after Friday's earthquake": the day of something else. */
export const isAside = ({ words }: Input, time: Time | undefined, { word, clause }: Sighting): boolean => {
  let at = time?.first ?? -1;
  if (time !== undefined && isSince(words, word, time.first)) return true;
  for (let step = 0; step < 6 && at >= 0 && at !== word && at !== clause; step += 1) {
    const inside = time !== undefined && at >= time.first && at <= time.last;
    const marker = inside ? "" : markerOf(words, at);
    if (/^(after|before|since|until|following|ahead|ahead_of)$/.test(marker)) return true;
    const own = time !== undefined && (time.last < at || words[time.first - 1]?.text === "of");
    if (own && isTopic(words[at]!, marker) && at > word) return true;
    at = words[at]!.head;
  }
  return false;
};

/** "for the first time since a row erupted last week": when it was that something else began. */
const isSince = (words: readonly Word[], word: number, time: number): boolean => {
  const between = word < time ? words.slice(word + 1, time) : [];
  const at = between.map(({ text }) => text.toLowerCase()).lastIndexOf("since");
  return at >= 0 && !between.slice(at).some(({ text }) => /^[,;]$/.test(text));
};

/** "talked about Monday's attack": what the talk was about. */
const isTopic = ({ upos, text }: Word, marker: string): boolean =>
  upos === "NOUN" &&
  /^(about|regarding|concerning|over|on)$/.test(marker) &&
  !/^(sideline|margin|occasion|eve|fringe)s?$/i.test(text);

/** "The call on Tuesday followed a visit": a time that stands after another sighting and before the verb is that one's. */
export const isOfAnother = (
  words: readonly Word[],
  { first, last }: Time,
  { word, clause }: Sighting,
  all: readonly Sighting[],
): boolean => {
  const others = all.filter(
    (other) =>
      other.word !== word && other.word < first && words[other.word]!.sentence === words[word]!.sentence,
  );
  return (
    (last < clause && clause < word && others.length > 0) ||
    others.some((other) => other.word > word && isRightBehind(words, first, word, other.word))
  );
};

/** "welcomed his visit and was glad to see him after their meeting in Rome in May": nothing but names before the time. */
const isRightBehind = (words: readonly Word[], time: number, word: number, other: number): boolean =>
  isCloseBehind(words, time, other) &&
  words.slice(word + 1, other).some(({ xpos }) => /^(?:VB[DPZ]|MD)$/.test(xpos));

/** "their meeting in Rome in May". */
export const isCloseBehind = (words: readonly Word[], time: number, noun: number): boolean =>
  /^(?:NOUN|PROPN)$/.test(words[noun]!.upos) &&
  time > noun &&
  words.slice(noun + 1, time).every(({ upos }) => /^(?:ADP|DET|PROPN|ADJ)$/.test(upos));

/** "agreed by phone to see each other on May 9": the day of what is to be done. */
const isOfIntent = (words: readonly Word[], first: number, word: number): boolean =>
  /^(agree|decide|pledge|vow|resolve)$/.test(words[word]!.lemma) &&
  words
    .slice(word + 1, first)
    .some(({ text, index }) => /^to$/i.test(text) && words[index + 1]!.xpos === "VB");

/** "Seoul said on Wednesday": the day of the telling. */
export const isOfSpeech = (words: readonly Word[], { first }: Time, { word, clause }: Sighting): boolean => {
  if (isOfIntent(words, first, word)) return true;
  const before = words[first - 1]?.upos === "ADP" ? words[first - 2] : words[first - 1];
  return (
    before !== undefined &&
    before.index !== word &&
    before.index !== clause &&
    /^(say|tell|announce|report|add|confirm|state|post|write)$/.test(before.lemma)
  );
};

/** "spoke with her on Sunday and will see her in Munich": the day of what has been is not that of what is to come. */
export const isOfPast = (
  words: readonly Word[],
  { first, last }: Time,
  { word, standing }: Pick<Sighting, "word" | "standing">,
): boolean => {
  if (standing !== "future" || last > word) return false;
  const { sentence } = words[word]!;
  const before = words.slice(Math.max(0, first - 40), first).filter((one) => one.sentence === sentence);
  const verb = before.findLast(({ xpos }) => /^(?:VB[DPZ]|MD)$/.test(xpos));
  const opens = words.slice(last + 1, word).findIndex(({ upos }) => upos === "CCONJ");
  return verb?.xpos === "VBD" && opens >= 0 && isAhead(words, last + 2 + opens);
};

/** "will see", "is to see", "plans to see". */
const isAhead = (words: readonly Word[], at: number): boolean =>
  /^(?:will|shall|would)$/i.test(words[at]!.text) ||
  (/^(?:is|are|was|were|plans?|intends?|expects?)$/i.test(words[at]!.text) && words[at + 1]?.text === "to");
