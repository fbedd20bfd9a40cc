// Sentences in which the author leaves himself out ("Had a good call with …", "Pleasure to welcome …", "Spoke with …")
// -> the same sightings with the author as one of those who take part.
import { subjectOf } from "../../../clause/arguments.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { ContactsLanguage } from "../../../language/contacts.ts";
import type { Reading } from "../../../model/reading.ts";
import { isSide } from "../../../model/readout.ts";
import type { Word } from "../../../model/token.ts";
import type { Sighting } from "../find-sightings.ts";
import type { Seen } from "../parties/find-participants.ts";

type Input = Pick<Reading, "document" | "words" | "actors" | "mentions">;

/** How many words of a sentence may stand before what the author did. */
const reach = 9;
const says = /^(post|tweet|write|say|add)$/;

/** Adds the author; where the text neither names him nor his side, he stays unnamed and the other is `alone`. */
export const withAuthor = (
  reading: Input,
  sightings: readonly Sighting[],
  parties: Parties,
  language: ContactsLanguage,
): Sighting[] => {
  const author = authorOf(reading);
  return sightings.map((sighting) => {
    if (sighting.seen.length === 0) return sighting;
    const spoken = voicedBefore(reading.words, sighting, parties);
    if (spoken.length > 0)
      return { ...sighting, seen: [...spoken.map((actor) => ({ actor })), ...sighting.seen] };
    if (!leavesOut(reading.words, sighting, parties, language)) return sighting;
    const speaker = speakerOf(reading.words, sighting, parties);
    const headed = speaker.length > 0 ? [] : authorBefore(reading.words, sighting, parties);
    const told = [...speaker, ...headed];
    const voice = author ?? voiceOf(reading, sighting);
    const own = told.length > 0 ? told : voice === undefined ? [] : [voice];
    const role = sighting.doer && { role: sighting.doer };
    const more = own.filter((actor) => !sighting.seen.some((one) => one.actor === actor));
    const seen: Seen[] = [...more.map((actor) => ({ actor, ...role })), ...sighting.seen];
    return { ...sighting, seen, alone: own.length === 0 };
  });
};

/** The author, or else the state or organization that publishes the text, where the text names it. */
const authorOf = ({ actors, document }: Input): number | undefined =>
  (
    actors.find(({ rule }) => rule === "author") ??
    actors.find(
      ({ kind, country, code }) => isSide(document, country) && (kind === "state" || / IGO/.test(code ?? "")),
    )
  )?.index;

/** "Just off the phone with Ibrahim. Canada stands ready to help": the one state beside the other's that the text tells of as its own. */
const voiceOf = ({ actors, mentions, words }: Input, { seen }: Sighting): number | undefined => {
  const others = new Set(seen.map(({ actor }) => actors[actor]!.country));
  const isSubject = (at: number): boolean => {
    const { relation, head } = words[at]!;
    return relation === "conj" && head >= 0 ? isSubject(head) : relation.startsWith("nsubj");
  };
  const [own, more] = actors.filter(
    ({ kind, country, mentions: all }) =>
      kind === "state" && !others.has(country) && all.some((one) => isSubject(mentions[one]!.head)),
  );
  return more === undefined ? own?.index : undefined;
};

/** Nobody stands before it in its sentence, which begins with a past tense or a word of pleasure. */
const leavesOut = (
  words: readonly Word[],
  { word, clause }: Sighting,
  parties: Parties,
  { openers }: ContactsLanguage,
): boolean => {
  const first = openingOf(words, word, parties);
  if (first === undefined) return false;
  const opening = words[first]!;
  if (isVerbless(words, word, clause)) return true;
  const subject = words[subjectOf(words, clause) ?? -1];
  const headed = words[first - 1]?.text === ":" && words[first - 1]?.sentence === opening.sentence;
  if (isPast(opening, headed) && !openers.has(opening.text.toLowerCase()))
    return (
      (first === clause || first === word) && (subject === undefined || (headed && subject.index < first))
    );
  const other = subject && /^(PROPN|PRON)$/.test(subject.upos) && !isIt(subject);
  if (!openers.has(opening.text.toLowerCase()) || other) return false;
  // "Another call for peace was ignored" tells of the call, not of its author.
  return !words
    .slice(word + 1, word + reach)
    .some(
      ({ sentence, xpos, upos }) => sentence === opening.sentence && upos === "AUX" && /^VB[DZP]$/.test(xpos),
    );
};

/** "Today in Vienna: a first meeting with …": a sentence that tells of it without any verb, and no headline. */
const isVerbless = (words: readonly Word[], word: number, clause: number): boolean => {
  const { sentence, upos } = words[word]!;
  if (upos !== "NOUN" || clause !== word) return false;
  let [first, last] = [word, word];
  while (words[first - 1]?.sentence === sentence) first -= 1;
  while (words[last + 1]?.sentence === sentence) last += 1;
  return words[last]!.text === "." && !words.slice(first, last).some((one) => /^(VERB|AUX)$/.test(one.upos));
};

/** The first word of the sentence, past "it was a"; undefined where someone is named before the trigger. */
const openingOf = (words: readonly Word[], word: number, parties: Parties): number | undefined => {
  const { sentence } = words[word]!;
  let first = word;
  while (words[first - 1]?.sentence === sentence) {
    first -= 1;
    const one = words[first]!;
    if (word - first > reach || (parties.isMention(first) && !isIt(one))) return undefined;
    if (/^[:;]$/.test(one.text)) return first + 1;
  }
  if (isIt(words[first]!) && words[first + 1]!.lemma === "be") first += 2;
  while (words[first]!.upos === "DET") first += 1;
  return first;
};

const isIt = ({ text }: Word): boolean => /^it$/i.test(text);

/** "Spoke", "Had": a past tense that opens its sentence, or what follows a name and a colon. */
const isPast = ({ xpos, upos, text }: Word, headed: boolean): boolean =>
  /^(VERB|AUX)$/.test(upos) && /^VB[DN]$/.test(xpos) && (headed || /^\p{Lu}/u.test(text));

/** "Sybiha: spoke with my Finnish colleague": the one whose name and a colon open the sentence. */
const authorBefore = (words: readonly Word[], { word }: Sighting, parties: Parties): readonly number[] => {
  for (let at = word - 1; at >= word - reach && words[at]?.sentence === words[word]!.sentence; at -= 1)
    if (words[at]!.text === ":") return parties.endingAt(at - 1)?.actors.filter(parties.isPerson) ?? [];
  return [];
};

/** "Sybiha: I spoke with Lammy": the same where he says "I" and nobody is known for it. */
const voicedBefore = (words: readonly Word[], sighting: Sighting, parties: Parties): readonly number[] => {
  const subject = subjectOf(words, sighting.clause);
  if (subject === undefined || !/^(i|we)$/i.test(words[subject]!.text) || parties.at(subject).length > 0)
    return [];
  return authorBefore(words, sighting, parties).filter(
    (actor) => !sighting.seen.some((one) => one.actor === actor),
  );
};

/** "Good to see Mélanie Joly, James Cleverly posted". */
const speakerOf = (words: readonly Word[], { word }: Sighting, parties: Parties): number[] => {
  for (let at = word + 1; words[at]?.sentence === words[word]!.sentence; at += 1) {
    if (!says.test(words[at]!.lemma) || words[at]!.upos !== "VERB") continue;
    const subject = subjectOf(words, at);
    if (subject !== undefined && subject > word) return parties.of(subject).filter(parties.isPerson);
  }
  return [];
};
