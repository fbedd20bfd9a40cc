// A stretch of words -> where the items of its lists begin, by what the words show beside the tree.
import { markerOf } from "../../../clause/arguments.ts";
import type { Word } from "../../../model/token.ts";
import { subtree } from "../../../model/tree.ts";
import { deeds } from "../readouts/deeds.ts";
import { isBetween, matterStarts } from "./matter-starts.ts";

type Words = readonly Word[];

/** Stands between two items. */
export const between = /^(and|or|but|nor|including|as|plus|while|whereas|then|because)$/i;
/** Opens a clause that tells of what stands before it. */
export const relative = /^(which|who|whose|whom|where)$/i;

/** First words of items, with their conjunctions; with `topics` also what commas alone part. */
export const listStarts = (words: Words, from: number, to: number, topics: boolean): number[] => [
  ...gerunds(words, from, to),
  ...afterColon(words, from, to),
  ...parallels(words, from, to),
  ...series(words, from, to, topics),
  ...oxford(words, from, to),
  ...deeds(words, from, to),
  ...(topics ? [] : [...named(words, from, to), ...phrases(words, from, to)]),
  ...spans(words, from, to),
  ...(topics ? matterStarts(words, from, to) : wishes(words, from, to)),
  ...ledIn(words, from, to, topics),
];

/**
 * "cooperation in trade, science and energy": three nouns or more in a row, each a matter of its own, but not where all
 * share what the last one has ("the unity, independence and integrity of the country").
 */
const series = (words: Words, from: number, to: number, topics: boolean): number[] => {
  const starts: number[] = [];
  for (let at = from; at <= to; at += 1) {
    if (!isNoun(words[at]!) || words[at]!.relation === "conj") continue;
    const placed = isName(words[at]!) && markerOf(words, at) !== "";
    const items = words[at]!.children.filter(
      (child) =>
        child > at &&
        child <= to &&
        words[child]!.relation === "conj" &&
        isNoun(words[child]!) &&
        !(placed && isName(words[child]!)),
    );
    if (/^(between|among)$/.test(markerOf(words, at))) continue;
    if (items.length === 1 && (topics || !isField(words, at) || isFixed(words, at, items[0]!))) continue;
    if (items.length < 1 || (items.length > 1 && sharesOne(words, [at, ...items], topics))) continue;
    if ((!topics && !isField(words, at)) || isTold(words, at, from)) continue;
    for (const item of items) starts.push(subtree(words, item)[0]!);
  }
  return starts;
};

/** "the agreement, which covers safety, trade and relief": what a relative clause lists stays with what it tells of. */
const isTold = (words: Words, item: number, from: number): boolean => {
  for (let [at, step] = [item, 0]; at >= from && step < 6; at = words[at]!.head, step += 1)
    if (
      words[at]!.relation === "acl:relcl" &&
      words[at]!.children.some((child) =>
        subtree(words, child).some((one) => relative.test(words[one]!.text) && one < at),
      )
    )
      return true;
  return false;
};

/** Two fields that are named as one: "trade and investment". */
const couples = new Set(
  "trade investment|trade economy|science technology|peace security|peace stability|security defence|defence security|security defense|defense security|oil gas|food agriculture|research development|research innovation|economy trade|education culture|media culture|culture sport|art culture|health medicine|politics security|drug arm|people good|good service|minister leader".split(
    "|",
  ),
);

/** A couple, two names, or two nouns that share what stands before or behind them: "trade and economic ties". */
const isFixed = (words: Words, first: number, item: number): boolean =>
  couples.has(`${words[first]!.lemma} ${words[item]!.lemma}`.toLowerCase()) ||
  (words[first]!.upos === "PROPN" && words[item]!.upos === "PROPN") ||
  !/^(in|on|like|such_as|including)$/.test(markerOf(words, first)) ||
  [first, item].some((at) =>
    words[at]!.children.some((child) => /^(nmod|acl|nmod:poss|det)$/.test(words[child]!.relation)),
  );

/** "cooperation in trade, science and energy", "in areas such as …": fields are matters, qualities and deeds are not. */
const isField = (words: Words, item: number): boolean => {
  const above = words[words[item]!.head];
  if (above === undefined) return false;
  // "the agenda should include fertilizers, energy and diesel"
  if (words[item]!.relation === "obj") return /^(include|cover|comprise|span|embrace)$/.test(above.lemma);
  return fields.has(above.lemma.toLowerCase());
};

const fields = new Set(
  "cooperation cooperate collaboration area field sector sphere exchange tie relation work partnership interaction exchange issue topic matter subject domain coordination agreement memorandum project programme progress expertise experience".split(
    " ",
  ),
);

/** "in Syria, Yemen and Sudan": names under one preposition are no matters of their own. */
const isName = ({ upos }: Word): boolean => upos === "PROPN";

const isNoun = ({ upos }: Word): boolean => upos === "NOUN" || upos === "PROPN";

/** What the first or the last one has is said of all, or they are parties and no matters. */
const sharesOne = (words: Words, items: readonly number[], topics: boolean): boolean => {
  const isBare = (item: number) =>
    words[item]!.children.every((child) => /^(cc|punct|conj|case)$/.test(words[child]!.relation));
  const has = (item: number, relation: RegExp) =>
    words[item]!.children.some((child) => relation.test(words[child]!.relation));
  const [first, last] = [items[0]!, items.at(-1)!];
  if (!topics && items.every((item) => words[item]!.upos === "PROPN")) return true;
  if (items.slice(0, -1).every(isBare) && has(last, /^nmod$/)) return true;
  return !topics && items.slice(1).every(isBare) && has(first, /^amod$/);
};

/**
 * "and that …", "and to …", "and of …" after a part that begins alike: said again, the little word shows that a list
 * goes on, whatever the tree makes of it.
 */
const parallels = (words: Words, from: number, to: number): number[] => {
  const seen = new Set<string>([lead(words, from - 1), lead(words, from)]);
  if (words.slice(from, to + 1).some(({ xpos }) => /^(VB[DPZ]|MD)$/.test(xpos))) seen.delete("the");
  if (words[from]!.xpos === "VB" || words[from - 1]?.xpos === "VB") seen.add("to");
  const starts: number[] = [];
  for (let at = from + 1; at < to; at += 1) {
    const word = lead(words, at);
    if (word === "") continue;
    if (word === "the" && !(between.test(words[at - 1]!.text) && words[at - 2]?.text === ",")) continue;
    const after =
      between.test(words[at - 1]!.text) ||
      (words[at - 1]!.text === "," && (/^(to|that)$/.test(word) || comesAgain(words, at, to, word)));
    const minor =
      /^(of|in)$/.test(word) &&
      (/^or$/i.test(words[at - 1]!.text) || isBrief(words, at, to)) &&
      !isFieldAbove(words, at, from);
    if (between.test(words[at - 1]!.text) && word === "against" && at - from > 2) starts.push(at);
    else if (
      after &&
      !minor &&
      seen.has(word) &&
      at - from > (word === "of" && lead(words, from - 1) !== "of" ? 4 : 2)
    )
      starts.push(at);
    seen.add(word);
  }
  return starts;
};

/**
 * "the course of the defence, the fighting around Kyiv and the crimes against civilians": where no verb stands, what
 * begins with an article after a comma or "and" is an item.
 */
const phrases = (words: Words, from: number, to: number): number[] => {
  if (!/^(DET|NOUN|ADJ|PROPN)$/.test(words[from]!.upos) && words[from]!.xpos !== "PRP$") return [];
  const tells = ({ xpos, relation }: Word) => /^(VB[DPZ]|MD)$/.test(xpos) && !/^acl/.test(relation);
  if (words.slice(from, to + 1).some(tells)) return [];
  return matterStarts(words, from, to).filter((at) => {
    const and = between.test(words[at]!.text) ? at : at - 1;
    const first = words[and + 1]!;
    return (first.upos === "DET" || first.xpos === "PRP$") && !isBetween(words, from, and);
  });
};

/** "…, ranging from tourism to farming and the sea", "…; the treaty has no such clause", "…, beginning with the envoys". */
const spans = (words: Words, from: number, to: number): number[] => {
  const starts: number[] = [];
  for (let at = from + 2; at < to - 1; at += 1) {
    const [before, text] = [words[at - 1]!.text.toLowerCase(), words[at]!.text.toLowerCase()];
    if (before === ";" && hasSubjectBehind(words, at, to)) starts.push(at);
    if (/^(beginning|starting)$/.test(text) && before === "," && /^with$/i.test(words[at + 1]!.text))
      starts.push(at);
    if (text === "as" && before === "," && isReport(words, at, to)) starts.push(at);
    if (text === "with" && before === "," && isAbsolute(words, at, to)) starts.push(at);
    if (text !== "from" || !/^(,|ranging)$/.test(before)) continue;
    const until = words.findIndex((word, on) => on > at + 1 && on < to && /^to$/i.test(word.text));
    if (until < 0 || words.slice(at, until).some(({ text: one }) => /^[,;]$/.test(one))) continue;
    // "in phases, from a freeze to dismantlement": how, not of what.
    if (until - at < 4 && to - until < 3) continue;
    starts.push(at, until, ...matterStarts(words, until + 1, to));
    const and = words.findIndex((word, on) => on > until + 1 && on < to && /^and$/i.test(word.text));
    if (and > 0) starts.push(and);
  }
  return starts;
};

/** ", as he affirmed his support": beside what stands before it. */
const isReport = (words: Words, at: number, to: number): boolean =>
  words.slice(at + 2, Math.min(to, at + 6)).some(({ xpos }) => xpos === "VBD") &&
  /^(he|she|they|the|his|her|HE)$/i.test(words[at + 1]!.text);

/** ", with the Secretary emphasizing X". */
const isAbsolute = (words: Words, at: number, to: number): boolean => {
  for (let on = at + 2; on < Math.min(to, at + 7); on += 1) {
    if (/^(,|of|on|in|and)$/i.test(words[on]!.text)) return false;
    if (words[on]!.xpos === "VBG" && words[on]!.upos === "VERB")
      return words[on - 1]!.upos === "PROPN" || words[on - 1]!.upos === "NOUN";
  }
  return false;
};

const hasSubjectBehind = (words: Words, at: number, to: number): boolean =>
  words.slice(at, to + 1).some(({ relation }) => /^[nc]subj/.test(relation));

/** "cooperation in defence and in health": fields are matters, however short. */
const isFieldAbove = (words: Words, at: number, from: number): boolean => {
  let before = at - 2;
  while (before > from && words[before]!.text.toLowerCase() !== words[at]!.text.toLowerCase()) before -= 1;
  return /^in$/i.test(words[at]!.text) && fields.has(words[before - 1]?.lemma.toLowerCase() ?? "");
};

/** "of beef and of rice": one noun on either side. */
const isBrief = (words: Words, at: number, to: number): boolean => {
  const telling = (from: number, end: number) =>
    words.slice(from, end).filter(({ upos }) => /^(NOUN|PROPN|VERB|ADJ|NUM)$/.test(upos)).length;
  let before = at - 2;
  while (before > 0 && words[before]!.text.toLowerCase() !== words[at]!.text.toLowerCase()) before -= 1;
  let after = at + 1;
  while (after <= to && words[after]!.upos !== "ADP" && words[after]!.upos !== "PUNCT") after += 1;
  return telling(before, at) < 2 && telling(at, after) < 2;
};

/** "…, of X, and of Y": the last of them has the conjunction. */
const comesAgain = (words: Words, at: number, to: number, word: string): boolean => {
  for (let on = at + 1; on < to; on += 1)
    if (words[on]!.text.toLowerCase() === "and" && lead(words, on + 1) === word) return true;
  return false;
};

/** "the concessions that …, and the involvement of X": after a comma and "and" a phrase without a verb is an item. */
const oxford = (words: Words, from: number, to: number): number[] => {
  const starts: number[] = [];
  for (let at = from + 3; at < to - 1; at += 1) {
    if (words[at]!.text !== "," || !/^and$/i.test(words[at + 1]!.text)) continue;
    const item = words[at + 2]!;
    if (!/^(DET|NOUN|PROPN|ADJ)$/.test(item.upos) && item.xpos !== "PRP$") continue;
    let end = at + 3;
    while (end <= to && !/^[,;:]$/.test(words[end]!.text)) end += 1;
    const tells = ({ xpos, index, relation }: Word) =>
      (/^(VB[DPZ]|MD)$/.test(xpos) && !/^acl/.test(relation)) ||
      (xpos === "VB" && !/^to$/i.test(words[index - 1]!.text));
    if (!words.slice(at + 2, end).some(tells)) starts.push(at + 2);
  }
  return starts;
};

/** "in areas such as A, B and C", "including A, B, and C": what is named one by one goes by its commas. */
const named = (words: Words, from: number, to: number): number[] => {
  for (let at = from; at < to - 3; at += 1) {
    const pair = `${words[at]!.text} ${words[at + 1]!.text}`.toLowerCase();
    const opens =
      pair === "such as" ||
      (fields.has(words[at]!.lemma.toLowerCase()) && /^(of|in|on|like)$/i.test(words[at + 1]!.text));
    const start = opens ? at + 2 : /^including$/i.test(words[at]!.text) ? at + 1 : undefined;
    if (start === undefined) continue;
    let end = start;
    while (
      end < to &&
      !/^(VB[DPZ]|MD|TO)$/.test(words[end]!.xpos) &&
      !/^(which|who|that|with|by|as|so)$/i.test(words[end]!.text)
    )
      end += 1;
    const starts = matterStarts(words, start, end < to ? end - 1 : to);
    if (starts.length > 1) return starts;
  }
  return [];
};

/**
 * "developments in the region, such as the war in Sudan and piracy", "relations, with a focus on trade and energy", "joint
 * projects, foremost among them the plant": the wider matter, and each of its parts; of what is no topic only a list.
 */
const ledIn = (words: Words, from: number, to: number, topics: boolean): number[] => {
  for (let at = from + 1; at < to - 1; at += 1) {
    if (words[at]!.text !== ",") continue;
    const length = leadLength(words, at);
    const first = at + length;
    if (length === 0 || first > to) continue;
    const items = matterStarts(words, first, to);
    if (words[first]!.upos === "PROPN" || (!topics && items.length < 2)) return [];
    return [first, ...items];
  }
  return [];
};

const leadIn =
  /^, (?:such as|(?:(?:first and )?foremost |first |chief |most notably )?among (?:them|which|these|others)(?: is| are| being)?|(?:in particular|particularly|especially|notably|primarily|above all)(?: in| on| regarding)|with (?:an? |special |particular |the )*(?:focus|emphasis|accent|stress|attention) (?:on|to)) /i;

/** Words of what leads from the wider matter to its parts, its comma with it. */
export const leadLength = (words: Words, comma: number): number => {
  const text = words
    .slice(comma, comma + 9)
    .map((word) => word.text)
    .join(" ");
  return leadIn.exec(`${text} `)?.[0].trim().split(" ").length ?? 0;
};

const wish =
  /^(?:gratitude|thanks?|condolences?|greetings?|congratulations?|regrets?|wish|sympath(?:y|ies)|apolog(?:y|ies)|appreciation|solidarity|support|concern|readiness|satisfaction|commitment)$/i;

/** "greetings from the President and gratitude for the aid", whatever the tree hangs the second one on. */
const wishes = (words: Words, from: number, to: number): number[] => {
  const starts: number[] = [];
  // What was wished first may stand in the cue: "expressed his condolences over [the floods and readiness to help]".
  let first = from;
  for (let at = from; at < to; at += 1) {
    if (words[at]!.upos !== "NOUN" || !wish.test(words[at]!.text)) continue;
    let start = at;
    while (
      start > from &&
      (/^(?:ADJ|DET|ADV)$/.test(words[start - 1]!.upos) || words[start - 1]!.xpos === "PRP$")
    )
      start -= 1;
    const isItem =
      /^(?:and|,)$/i.test(words[start - 1]?.text ?? "") && /^(?:ADP|PART)$/.test(words[at + 1]!.upos);
    // "their keenness and support for peace": both are of the last one's matter.
    const isOwn = words.slice(first, start).some(({ upos, xpos }) => upos === "ADP" || xpos === "TO");
    const isOfCue =
      first === from && words[start - 3]?.upos === "DET" && !/^(?:support|concern)/i.test(words[at]!.text);
    if (isItem && (isOwn || isOfCue) && start - first > 2) starts.push(start);
    first = at;
  }
  return starts;
};

/** The little word that opens a clause or phrase. */
const lead = (words: Words, at: number): string => {
  const { text, upos, relation } = words[at] ?? { text: "", upos: "X", relation: "" };
  // "to respect the truce and not to …"
  if (/^not$/i.test(text) && /^to$/i.test(words[at + 1]?.text ?? "")) return lead(words, at + 1);
  if (/^(that|how|what|whether|why|the)$/i.test(text)) return text.toLowerCase();
  if (/^to$/i.test(text)) {
    const next = words[at + 1]?.upos === "ADV" ? words[at + 2] : words[at + 1];
    return next?.xpos === "VB" ? "to" : /^(ADP|SCONJ|PART)$/.test(upos) ? "to it" : "";
  }
  return (/^(ADP|SCONJ)$/.test(upos) || relation === "case") &&
    /^(of|on|for|with|about|by|in|against|from)$/i.test(text)
    ? text.toLowerCase()
    : "";
};

/** "increasing X, and buying Y": gerunds in a row are parts of their own, whatever the tree makes of them. */
const gerunds = (words: Words, from: number, to: number): number[] => {
  const starts: number[] = [];
  for (let at = from + 1; at <= to; at += 1) {
    const before = words[at - 1]!;
    const parted = before.text === "," || (before.lemma === "and" && words[at - 2]?.text === ",");
    if (parted && isGerund(words[at]!)) starts.push(at);
  }
  if (starts.length > 1 || (starts.length > 0 && isGerund(words[from]!))) return starts;
  return starts.length > 0 ? [] : gerundPair(words, from, to);
};

/** "the importance of opening consulates and expanding scholarships", but not a means: "by opening … and expanding …". */
const gerundPair = (words: Words, from: number, to: number): number[] => {
  for (let at = from + 2; at < to; at += 1) {
    if (!/^and$/i.test(words[at - 1]!.text) || !isGerund(words[at]!) || isGerund(words[at - 2]!)) continue;
    let first = at - 2;
    while (first > from && !isGerund(words[first]!)) first -= 1;
    const opens = first === from || /^(of|on|about)$/i.test(words[first - 1]!.text);
    const tells = (begin: number, end: number) =>
      words.slice(begin, end).some(({ upos }) => /^(NOUN|PROPN)$/.test(upos));
    if (isGerund(words[first]!) && opens && tells(first + 1, at - 1) && tells(at + 1, to + 1)) return [at];
  }
  return [];
};

const isGerund = (word: Word): boolean => word.xpos === "VBG" && word.upos === "VERB";

/** "issues of concern: X, Y and Z": what is listed after a colon, where no clause stands there. */
const afterColon = (words: Words, from: number, to: number): number[] => {
  let colon = from;
  while (colon <= to && words[colon]!.text !== ":") colon += 1;
  if (colon >= to) return [];
  for (let at = colon + 1; at < to; at += 1) if (/^[nc]subj/.test(words[at]!.relation)) return [colon + 1];
  if (lead(words, colon + 1) === "to") return [colon + 1, ...parallels(words, colon + 1, to)];
  return [colon + 1, ...matterStarts(words, colon + 1, to)];
};
