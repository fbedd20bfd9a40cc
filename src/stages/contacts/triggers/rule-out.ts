// A trigger in its tree -> whether it tells of something else: a plea, a name somebody is called, a wish.
import { isLeaveToSpeak, lemmaOf, markerOf, objectOf, subjectOf } from "../../../clause/arguments.ts";
import type { ContactsLanguage, ContactWord } from "../../../language/contacts.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";
import { carrierBefore } from "./find-trigger.ts";
import { isPaid } from "./name-channel.ts";

/** "a call for peace", "called him a liar", "called on Iran", "met the demands", "a meeting of minds". */
export const isNone = (
  words: readonly Word[],
  word: Word,
  row: ContactWord,
  language: ContactsLanguage,
): boolean => {
  const lemma = word.lemma.toLowerCase();
  // "I will let the Jordanians speak for themselves"
  if (
    /^(speak|talk)$/.test(lemma) &&
    /^for$/i.test(words[word.index + 1]?.text ?? "") &&
    isSelf(words[word.index + 2])
  )
    return true;
  if (isInCorrection(words, word)) return true;
  if (isLeaveToSpeak(words, word.index) || isForElsewhere(words, word, row)) return true;
  if (isSpeakingAfter(words, word) || isSpeakingOf(words, word)) return true;
  if (isWishForNobody(words, word) || isNoPost(words, word) || isWrittenToNobody(words, word)) return true;
  if (row.verb ? isTakenFor(words, word) : isSwap(words, word)) return true;
  if (isOfFiction(words, word) || isHeldView(words, word)) return true;
  if (row.verb && row.subject === "host" && isOfTalks(words, word, language)) return true;
  if (isKept(words, word) || isMeans(words, word, row, language) || isRoundOf(words, word, language))
    return true;
  const after = (names: RegExp, relations: RegExp) =>
    word.children.some(
      (child) =>
        child > word.index &&
        relations.test(baseRelation(words[child]!)) &&
        names.test(markerOf(words, child)) &&
        !isDay(words[child]!),
    );
  if (
    lemma === "call" &&
    !row.verb &&
    isPaid(words, word, carrierBefore(words, word.index, language) ?? Math.max(0, word.head))
  )
    return false;
  if (lemma === "call") {
    if (row.verb && isWhatCalled(words, word)) return true;
    if (row.verb && (isNaming(words, word) || isNamed(words, word) || isCalledSo(words, word))) return true;
    if (row.verb && (isThing(words[word.index + 1]) || isCalledWhat(words, word))) return true;
    if (row.verb && word.children.some((child) => isNameCalling(words, word.index, child))) return true;
    if (
      !(row.verb && objectOf(words, word.index) !== undefined && words[word.index + 1]?.upos !== "ADP") &&
      after(/^(for|on|upon)$/, /^(obl|nmod|advcl|acl)$/) &&
      row.words.includes("call") &&
      !hasMarker(words, word, language)
    )
      return true;
    const next = words[word.index + 1]?.text.toLowerCase();
    const plea =
      next === "for" || (next === "to" && isAppeal(words, word)) || (next === "on" && !isDated(words, word));
    if (!row.verb && plea && !hasMarker(words, word, language)) return true;
    if (
      !row.verb &&
      word.children.some(
        (child) => /^(acl|ccomp|xcomp)$/.test(words[child]!.relation) && markerOf(words, child) === "to",
      )
    )
      return true;
  }
  return (
    !row.verb &&
    after(/^of$/, /^nmod$/) &&
    word.children.some((child) => /^(mind|eye)$/i.test(words[child]!.lemma))
  );
};

const isSelf = (word: Word | undefined): boolean => /sel(?:f|ves)$/i.test(word?.text ?? "");

/** "spoke of a quantum leap", "spoke in support of dialogue", "speaking on condition of anonymity": to whoever listened, where nobody is named whom it was said to or with. */
const isSpeakingOf = (words: readonly Word[], { upos, lemma, index, children }: Word): boolean =>
  upos === "VERB" &&
  /^(speak|talk)$/i.test(lemma) &&
  /^(?:of|against|in (?:support|favou?r|defen[cs]e) of|on (?:the )?condition(?: of)?)\b/i.test(
    words
      .slice(index + 1, index + 4)
      .map(({ text }) => text)
      .join(" "),
  ) &&
  !children.some((child) => /^(?:with|to|by)$/.test(markerOf(words, child)));

/**
 * "conveyed his condolences on the passing of the king", "to the victims": said in a talk, and sent to nobody who acts.
 * "conveyed President Hassan's greetings to President Xi", "the greetings of Modi": nor does who carries them send them.
 */
const isWishForNobody = (words: readonly Word[], word: Word): boolean =>
  /^(?:greeting|condolence|congratulation)$/i.test(word.lemma) &&
  (isCarried(words, word) || isSaidOnly(words, word));

const isCarried = (words: readonly Word[], { head, children }: Word): boolean =>
  /^(?:convey|deliver|pass|relay|bring|carry)$/.test(words[head]?.lemma ?? "") &&
  children.some(
    (child) =>
      words[child]!.upos !== "PRON" &&
      (words[child]!.relation === "nmod:poss" || markerOf(words, child) === "of"),
  );

const isSaidOnly = (words: readonly Word[], { head, children }: Word): boolean =>
  ![...children, ...(words[head]?.children ?? [])].some(
    (child) =>
      (/^(?:to|from)$/.test(markerOf(words, child)) && !mourners.test(words[child]!.lemma)) ||
      words[child]!.relation === "iobj",
  );

const mourners = /^(?:victim|family|relative|bereaved|wounded|injured|survivor|friend|one|people|nation)$/;

/** "My message to both sides was the same": what somebody has to say; "the exchange of notes": what is signed; "took note". */
const isNoPost = (words: readonly Word[], { lemma, head, relation, index }: Word): boolean =>
  (/^message$/i.test(lemma) &&
    /^nsubj/.test(relation) &&
    words[head]!.children.some((child) => words[child]!.relation === "cop")) ||
  // "the note said", "said in a note": a paper of the house.
  (/^note$/i.test(lemma) && /^(?:say|add|read|state|announce|explain)$/.test(words[head]?.lemma ?? "")) ||
  (/^note$/i.test(lemma) &&
    /^of$/i.test(words[index - 1]?.text ?? "") &&
    /^exchange$/i.test(words[index - 2]?.text ?? "")) ||
  (/^note$/i.test(lemma) &&
    /^take$/i.test(words[head]?.lemma ?? "") &&
    /^of$/i.test(words[index + 1]?.text ?? "")) ||
  (/^exchange$/i.test(lemma) &&
    /^of$/i.test(words[index + 1]?.text ?? "") &&
    /^(?:notes|letters|instruments)$/i.test(words[index + 2]?.text ?? ""));

/** "beyond what the president had written": to whoever reads it, where no reader is named. */
const isWrittenToNobody = (words: readonly Word[], { upos, lemma, children, head }: Word): boolean =>
  upos === "VERB" &&
  lemma === "write" &&
  ![...children, ...(words[head]?.children ?? [])].some(
    (child) =>
      markerOf(words, child) === "to" ||
      words[child]!.relation === "iobj" ||
      /^(?:letter|message)$/.test(words[child]!.lemma),
  );

/** "Speaking shortly after talks with Kagame": to whoever listened, after the contact that the noun tells of. */
const isSpeakingAfter = (words: readonly Word[], { xpos, lemma, index }: Word): boolean => {
  if (xpos !== "VBG" || !/^(speak|talk)$/i.test(lemma)) return false;
  const next = words[index + 1]?.upos === "ADV" ? words[index + 2] : words[index + 1];
  if (/^(after|following|before|ahead|during|alongside)$/i.test(next?.text ?? "")) return true;
  // "Speaking in the Oval Office alongside Carney"
  for (
    let at = index + 1;
    at < index + 10 && /^(ADP|DET|ADJ|NOUN|PROPN|ADV)$/.test(words[at]?.upos ?? "");
    at += 1
  )
    if (/^(alongside|beside)$/i.test(words[at]!.text)) return true;
  return false;
};

/** "spoke with Lipavsky on the phone": the verb before it tells of it already. */
const isMeans = (
  words: readonly Word[],
  word: Word,
  row: ContactWord,
  { verbs }: ContactsLanguage,
): boolean => {
  if (row.verb || !row.words.some((one) => one.includes("_"))) return false;
  let at = word.index - 1;
  while (at > word.index - 40 && words[at]?.sentence === word.sentence && words[at]!.upos !== "VERB") at -= 1;
  const verb = words[at];
  const told = verb && (verbs.get(verb.lemma.toLowerCase()) ?? verbs.get(lemmaOf(words, at)));
  return verb?.sentence === word.sentence && told !== undefined && told.kind !== "placed";
};

/** "The film, in which Kissinger meets Mao": made up. */
const isOfFiction = (words: readonly Word[], { relation, head, upos }: Word): boolean =>
  upos === "VERB" &&
  relation === "acl:relcl" &&
  /^(film|movie|novel|play|opera|musical|comedy|drama|painting|cartoon|thriller|sitcom)$/.test(
    words[head]?.lemma ?? "",
  );

/** "share the view that aid must flow": they think alike. */
const isHeldView = (words: readonly Word[], { lemma, index }: Word): boolean => {
  const object = words[lemma === "share" ? (objectOf(words, index) ?? -1) : -1];
  return (
    object !== undefined &&
    /^(view|opinion|assessment|concern|conviction|belief)$/.test(object.lemma) &&
    /^that$/i.test(words[object.index + 1]?.text ?? "")
  );
};

/** "The talks brought together Lavrov and Fidan": the talks tell of it. */
const isOfTalks = (words: readonly Word[], { index }: Word, { nouns }: ContactsLanguage): boolean => {
  const subject = words[subjectOf(words, index) ?? -1];
  return subject?.upos === "NOUN" && nouns.has(subject.lemma.toLowerCase());
};

/** "the third round of political consultations": the consultations tell of it. */
const isRoundOf = (words: readonly Word[], word: Word, { nouns }: ContactsLanguage): boolean =>
  /^(round|session)$/i.test(word.lemma) &&
  word.children.some(
    (child) => markerOf(words, child) === "of" && nouns.has(words[child]!.lemma.toLowerCase()),
  );

/** "freed in a 24-person exchange", "an exchange of fire": what is given and taken are no words. */
const isSwap = (words: readonly Word[], { index, lemma, sentence }: Word): boolean => {
  if (lemma.toLowerCase() !== "exchange") return false;
  const near = words.slice(Math.max(0, index - 30), index + 8).filter((one) => one.sentence === sentence);
  return (
    near.some(({ lemma: one }) => swapped.test(one)) &&
    !near.some(({ lemma: one }) => /^(view|opinion|word)$/.test(one))
  );
};

const swapped =
  /^(?:free|release|swap|prisoner|hostage|captive|detainee|inmate|fire|gunfire|shelling|rocket|missile|body|remains)$/i;

/** "agreed to stay in close touch": a wish, no exchange. */
const isKept = (words: readonly Word[], { index, sentence, lemma }: Word): boolean =>
  /^(touch|contact|communication)$/i.test(lemma) &&
  words
    .slice(Math.max(0, index - 4), index)
    .some(
      (before) =>
        before.sentence === sentence &&
        /^(remain|stay|keep|continu|maintain|intensif|expand|deepen)/i.test(before.text),
    );

/** "agreed to raise the matter at the summit": before others, whom nobody names, rather than with each other. */
const isForElsewhere = (
  words: readonly Word[],
  { lemma, xpos, index, sentence }: Word,
  row: ContactWord,
): boolean => {
  if (xpos !== "VB" || !row.words.includes("raise") || !/^(raise|bring|take|broach)$/.test(lemma))
    return false;
  for (let at = index + 1; words[at]?.sentence === sentence; at += 1)
    if (/^with$/i.test(words[at]!.text)) return false;
  return true;
};

/** "a call to disarm", "a call to action": no call to anybody. */
const isAppeal = (words: readonly Word[], { index }: Word): boolean => {
  const after = words[index + 2];
  return (
    after !== undefined && (after.upos === "VERB" || (after.upos === "NOUN" && /^\p{Ll}/u.test(after.text)))
  );
};

/** "the call on Monday": what follows is a day, not a plea. */
const isDated = (words: readonly Word[], word: Word): boolean => {
  const after = words[word.index + 1]?.text.toLowerCase() === "on" ? words[word.index + 2] : undefined;
  return after !== undefined && isDay(after);
};

const isDay = (word: Word): boolean =>
  word.upos === "NUM" ||
  /(day|evening|morning|afternoon|night|week|month|year)s?$|^(january|february|march|april|may|june|july|august|september|october|november|december)$/i.test(
    word.text,
  );

/** "after what Albusaidi called a cordial round": what it is named. */
const isWhatCalled = (words: readonly Word[], { index, sentence }: Word): boolean => {
  for (let at = index - 1; at > index - 14 && words[at]?.sentence === sentence; at -= 1) {
    if (/^what$/i.test(words[at]!.text)) return true;
    if (/^(VERB|SCONJ|CCONJ)$/.test(words[at]!.upos) || words[at]!.text === ",") return false;
  }
  return false;
};

/** "a print called X", "called “X”": what something is named. */
const isNaming = (words: readonly Word[], word: Word): boolean =>
  (baseRelation(word) === "acl" &&
    word.relation !== "acl:relcl" &&
    word.xpos === "VBN" &&
    !word.children.some((child) => /^(nsubj|aux)/.test(words[child]!.relation))) ||
  /^["“‘'`]/.test(words[word.index + 1]?.text ?? "");

/** "called Zelenskyy a dictator": one object for whom, one for what. */
const isNamed = (words: readonly Word[], word: Word): boolean => {
  const parts = word.children.map((child) => words[child]!);
  return (
    parts.some(({ relation }) => relation === "iobj") &&
    parts.some(({ relation, upos }) => relation === "obj" && /^(NOUN|ADJ)$/.test(upos))
  );
};

/** "called his Spanish counterpart a genius", whatever the tree makes of it: right after whom, a noun with an article. */
const isCalledSo = (words: readonly Word[], { index, sentence }: Word): boolean => {
  for (let at = index + 1; at < index + 10 && words[at]?.sentence === sentence; at += 1) {
    const word = words[at]!;
    if (/^(VERB|AUX|ADP|CCONJ|PUNCT)$/.test(word.upos)) return false;
    if (isVerdict(words, index, at)) return true;
    // "called Georgia one of the closest partners"
    if (/^one$/i.test(word.text) && /^of$/i.test(words[at + 1]?.text ?? "")) return true;
    if (!/^an?$/i.test(word.text) || at === index + 1) continue;
    const named = words.slice(at + 1, at + 5).find(({ upos }) => upos === "NOUN");
    return named !== undefined && !/^(time|minute|moment|hour|day|week|month|year|while)$/.test(named.lemma);
  }
  return false;
};

/** "calls them terrorists", "called him unfit": a noun or an adjective right behind the pronoun. */
const isCalledWhat = (words: readonly Word[], { index, sentence }: Word): boolean => {
  const [whom, what] = [words[index + 1], words[index + 2]];
  return (
    whom !== undefined &&
    /^(him|her|them|us|me|you)$/i.test(whom.text) &&
    what?.sentence === sentence &&
    (/^(NOUN|ADJ)$/.test(what.upos) || /^["“‘]$/.test(what.text)) &&
    !isDay(what) &&
    !/^(last|early|late|next|twice|today|earlier|later|first|several|collect|direct)$/i.test(what.text)
  );
};

/** "This story has been corrected to show that the leaders met on Tuesday": what an agency says of its own report. */
const isInCorrection = (words: readonly Word[], { index, sentence }: Word): boolean => {
  let first = index;
  while (words[first - 1]?.sentence === sentence && index - first < 40) first -= 1;
  const opening = words
    .slice(first, index)
    .map(({ text }) => text)
    .join(" ");
  return /^(?:correction : )?(?:this|an? (?:earlier|previous) version of this) (?:story|report|article|item|version)\b/i.test(
    opening,
  );
};

/** "saw Hamas as an enemy": what somebody is taken for. */
const isTakenFor = (words: readonly Word[], { lemma, children, index }: Word): boolean =>
  lemma === "see" &&
  children.some(
    (child) => child > index + 1 && markerOf(words, child) === "as" && words[child]!.upos === "NOUN",
  );

/** "called the proposal fair and balanced": an adjective that closes the phrase behind whom or what. */
const isVerdict = (words: readonly Word[], verb: number, at: number): boolean => {
  const [noun, next, then] = [words[at - 1]!, words[at + 1], words[at + 2]];
  if (at < verb + 2 || words[at]!.upos !== "ADJ" || !/^(NOUN|PROPN|PRON)$/.test(noun.upos)) return false;
  // "called his Ukrainian and Russian counterparts"
  if (noun.xpos === "PRP$") return false;
  const ends = next?.sentence !== noun.sentence || /^[,.;:"”]$/.test(next.text);
  return ends || (/^(and|but|or)$/i.test(next.text) && then?.upos === "ADJ");
};

/** "calling it a major issue": nobody rings a thing. */
const isThing = (next: Word | undefined): boolean => /^(it|this|that|these|those)$/i.test(next?.text ?? "");

/** "called him a liar": a noun after the object, with no comma before it. */
const isNameCalling = (words: readonly Word[], verb: number, child: number): boolean => {
  if (words[child]!.relation !== "xcomp" || /^(VERB|PROPN)$/.test(words[child]!.upos)) return false;
  for (let at = verb + 1; at < child; at += 1) if (words[at]!.text === ",") return false;
  return true;
};

const hasMarker = (words: readonly Word[], word: Word, language: ContactsLanguage): boolean =>
  word.children.some((child) => language.markers.has(words[child]!.lemma.toLowerCase()));
