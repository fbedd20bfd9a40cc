// A trigger on its line -> the actors named before it as those who act and after it as the other side, by the order
// of the words alone: what is left where a tree has gone wrong.
import type { Word } from "../model/token.ts";
import type { Parties } from "./parties.ts";

type Words = readonly Word[];

/** How many words to each side are looked at. */
const reach = 40;
const walls = new Set([";", ":", "(", ")", "“", "”", '"', "—", "–"]);
const relative = /^(who|whom|whose|which|where|when|that)$/i;
/** What a phrase of time ends with: "received A on Monday and B". */
const time = /day$|^(morning|evening|afternoon|night|week|month|year|today|yesterday|earlier|later)$|\d/i;
const weekday = /^\p{Lu}\p{L}+day$/u;
/** Prepositions inside a title: "the Minister of Foreign Affairs of Iran". */
const inner = /^(of|for|from)$/i;

/** Who serves at some place: "a former ambassador to Israel", "on her way to Belize". */
const serves = /^(ambassador|envoy|adviser|advisor|aide|representative|observer|delegate|route|way)s?$/i;

/** The actors that stand before a verb as its doers: "A, who …, and B of C then met". */
export const actorsActing = (words: Words, index: number, parties: Parties): number[] => {
  const found: number[] = [];
  let at = index - 1;
  let shared = isCoordinated(words, index);
  if (words[index]!.xpos === "VBG" && /^(ADP|SCONJ)$/.test(words[at]?.upos ?? "")) {
    shared = true;
    at -= 1;
  }
  while (at >= 0 && index - at <= reach && words[at]!.sentence === words[index]!.sentence) {
    const word = words[at]!;
    if (walls.has(word.text)) break;
    if (word.text === ",") {
      if (found.length > 0 && isNextClause(words, at, parties, found)) break;
      at = beforeInsertion(words, at) ?? at - 1;
      continue;
    }
    const ended = shared ? undefined : parties.endingAt(at);
    if (ended) {
      if (!isOwner(words, at) && words[at]!.xpos !== "PRP$" && !isPhrase(words, ended.first))
        found.unshift(...ended.actors.filter((one) => isParty(one, parties) && !found.includes(one)));
      at = ended.first - 1;
      continue;
    }
    if (isTensed(word)) {
      if (!shared) break;
      shared = false;
    } else if (word.upos === "SCONJ" || relative.test(word.text)) break;
    at -= 1;
  }
  return found;
};

/** The actors that follow a word as its object (`obj` among the markers) or after one of these prepositions. */
export const actorsAnswering = (
  words: Words,
  index: number,
  markers: readonly string[],
  parties: Parties,
): number[] => answersAfter(words, index, markers, parties).flatMap(({ actors }) => actors);

/** Those who answer, with the words where they are named. */
export type Answer = { readonly actors: readonly number[]; readonly first: number; readonly last: number };

/** The same with where each is named. */
export const answersAfter = (
  words: Words,
  index: number,
  markers: readonly string[],
  parties: Parties,
): Answer[] => {
  const found: Answer[] = [];
  const known = new Set<number>();
  const add = ({ actors, last }: { readonly actors: readonly number[]; readonly last: number }) => {
    const fresh = actors.filter((one) => isParty(one, parties) && !known.has(one));
    for (const one of fresh) known.add(one);
    if (fresh.length > 0) found.push({ actors: fresh, first: at, last });
  };
  let marker = "obj";
  let last: string | undefined;
  let deep = false;
  let about = false;
  let at = index + 1;
  while (at - index <= reach && words[at]?.sentence === words[index]!.sentence) {
    const word = words[at]!;
    if (walls.has(word.text) || (isBoundary(words, at) && !isSetParticiple(words, index, at))) break;
    const started = parties.startingAt(at);
    if (
      started &&
      word.upos !== "ADP" &&
      words[started.last]!.xpos !== "PRP$" &&
      !time.test(words[started.last]!.text)
    ) {
      const next = words[pastOrigin(words, started.last, parties) + 1];
      // "Talks between Putin and the President of Iran took place": no subject of a next clause.
      const closes = marker === "between" && known.size === 1;
      if (next && isTensed(next) && next.sentence === word.sentence && !closes) break;
      const owner = isOwner(words, started.last);
      const counts = !about || started.actors.some(parties.isPerson);
      if (!owner && !deep && counts && markers.includes(marker)) {
        add(started);
        last = marker;
      }
      at = started.last + 1;
      continue;
    }
    // "talked about the treaty with Tuvalu"
    about ||= /^(about|regarding|concerning)$/i.test(word.text);
    if (word.text === ",") deep = false;
    else if (
      word.upos === "CCONJ" &&
      last !== undefined &&
      (isAfterTime(words, at) || isAtAnotherPlace(words, at, marker, parties))
    )
      marker = last;
    // "saw A on Monday and [on Tuesday] B"
    else if (
      word.upos === "ADP" &&
      words[at - 1]!.upos === "CCONJ" &&
      weekday.test(words[at + 1]?.text ?? "")
    )
      deep = false;
    else if (word.text.toLowerCase() === "to" && serves.test(words[at - 1]!.text)) marker = "";
    else if (
      (word.upos === "ADP" || isWith(word)) &&
      !(inner.test(word.text) && !markers.includes(word.text.toLowerCase()))
    ) {
      marker = word.text.toLowerCase();
      deep = false;
    } else if (word.upos === "ADP") deep = true;
    at += 1;
  }
  return found;
};

/** "A meeting planned for Wednesday between": right behind the noun. */
const isSetParticiple = (words: Words, index: number, at: number): boolean =>
  at === index + 1 &&
  words[index]!.upos === "NOUN" &&
  /^(planned|scheduled|set|slated|due|expected)$/i.test(words[at]!.text);

/** "met A in Paris and B in London": behind a place, another one and his. */
const isAtAnotherPlace = (words: Words, at: number, marker: string, parties: Parties): boolean => {
  const next = parties.startingAt(at + 1);
  return (
    /^(in|at)$/.test(marker) &&
    words[at - 1]!.upos === "PROPN" &&
    next?.actors.every(parties.isPerson) === true &&
    /^(in|at)$/i.test(words[next.last + 1]?.text ?? "") &&
    words[next.last + 2]?.upos === "PROPN"
  );
};

/** "received A on Monday and B", or behind a comma where no clause begins: "…, and B the day after". */
const isAfterTime = (words: Words, at: number): boolean => {
  if (words[at - 1]!.text !== ",") return time.test(words[at - 1]!.text);
  const rest = words.slice(at + 1, at + reach);
  const end = rest.findIndex(
    ({ text, sentence }) => /^[,;:]$/.test(text) || sentence !== words[at]!.sentence,
  );
  const clause = end < 0 ? rest : rest.slice(0, end);
  return time.test(words[at - 2]!.text) && !clause.some((word) => isTensed(word) || word.upos === "AUX");
};

/** "Nawaf Salam of Lebanon": the last word of the phrase that says where he is from, or his own. */
export const pastOrigin = (words: Words, last: number, parties: Parties): number => {
  const link = words[last + 1];
  const from = link && /^(of|from)$/i.test(link.text) ? parties.startingAt(last + 2) : undefined;
  return from && words[from.last]?.sentence === words[last]!.sentence ? from.last : last;
};

/** "with him to exchange views": whatever the tagger takes it for. */
const isWith = ({ text }: Word): boolean => /^with$/i.test(text);

const isParty = (actor: number, parties: Parties): boolean =>
  parties.isPerson(actor) || parties.isKnown(actor);

/** "arrived in Paris and met": the verb shares its subject with the one before. */
const isCoordinated = (words: Words, index: number): boolean => {
  for (let at = index - 1; at >= index - 4 && words[at]?.sentence === words[index]!.sentence; at -= 1) {
    if (words[at]!.upos === "CCONJ") return true;
    if (words[at]!.text === ",") return isListed(words, at);
    // "Iran's Araghchi says will meet Putin"
    if (/^(say|vow|pledge|confirm|announce)$/.test(words[at]!.lemma) && at < index - 1) return true;
    if (!/^(ADV|AUX|PART)$/.test(words[at]!.upos)) return false;
  }
  return false;
};

/** "met Saidov, was received by Mirziyoyev and left": a verb without a subject of its own after that of the one before. */
const isListed = (words: Words, comma: number): boolean => {
  for (let at = comma - 1; at > comma - reach && words[at]?.sentence === words[comma]!.sentence; at -= 1) {
    const word = words[at]!;
    if (word.text === "," || word.upos === "CCONJ" || word.upos === "SCONJ" || relative.test(word.text))
      return false;
    if (isTensed(word)) {
      const before = words
        .slice(Math.max(0, at - 3), at)
        .filter(({ sentence }) => sentence === word.sentence);
      return before.length > 0 && !before.some(({ text }) => relative.test(text));
    }
  }
  return false;
};

/** "Putin telephoned Mokhber, Xi sent a message": what stands before the comma belongs to another verb. */
const isNextClause = (words: Words, comma: number, parties: Parties, found: readonly number[]): boolean => {
  const sides = new Set(found.map(parties.sideOf));
  if (parties.endingAt(comma - 1)?.actors.some((actor) => sides.has(parties.sideOf(actor)))) return false;
  if (words[comma + 1]?.upos === "CCONJ") return false;
  for (let at = comma - 1; at > comma - reach && words[at]?.sentence === words[comma]!.sentence; at -= 1)
    if (isTensed(words[at]!) && beforeInsertion(words, comma) === undefined) return true;
  return false;
};

/** Before "…, who is visiting Tehran," and the like: the word before the comma that opens it. */
const beforeInsertion = (words: Words, comma: number): number | undefined => {
  for (let at = comma - 1; at > comma - 30 && words[at]?.sentence === words[comma]!.sentence; at -= 1)
    if (words[at]!.text === ",") {
      const next = words[at + 1]!;
      return relative.test(next.text) || /^(VBG|VBN|MD)$/.test(next.xpos) ? at - 1 : undefined;
    }
  return undefined;
};

const isOwner = (words: Words, last: number): boolean => /^['’]s?$/.test(words[last + 1]?.text ?? "");

/** "in Beijing", "to Putin", "after meeting Kamel": a phrase of something before it or an object, no doer. */
const isPhrase = (words: Words, first: number): boolean => {
  let at = first - 1;
  while (words[at]?.sentence === words[first]?.sentence && /^(DET|ADJ)$/.test(words[at]?.upos ?? "")) at -= 1;
  const before = words[at];
  const isGoverned = before?.upos === "ADP" || (before?.upos === "VERB" && before.xpos === "VBG");
  return isGoverned && before.sentence === words[first]!.sentence;
};

const isTensed = (word: Word): boolean =>
  word.upos === "VERB" && (/^(VBD|VBZ|VBP|VBN)$/.test(word.xpos) || /VerbForm=Fin/.test(word.features));

const isBoundary = (words: Words, at: number): boolean => {
  const word = words[at]!;
  const opens = word.upos === "SCONJ" && !isWith(word);
  if (isTensed(word) || word.upos === "AUX" || opens || relative.test(word.text)) return true;
  return word.upos === "VERB" || (word.text.toLowerCase() === "to" && words[at + 1]?.upos === "VERB");
};
