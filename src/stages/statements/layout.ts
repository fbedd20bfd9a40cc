// Layout that names a source -> statements: "X: …" in headlines, turns and before quotations, "… – X", "“…” — X, minister".
import type { Draft, Scene } from "./draft.ts";
import { contentSpans, lastBefore, trim } from "./spans.ts";

type Range = readonly [first: number, last: number];

const plain = new Set(["PROPN", "NOUN", "ADJ", "DET", "ADP", "PUNCT", "CCONJ", "NUM", "X", "PART"]);
const dashes = /^(?:[–—-]|--)$/;

/** Statements whose cue is a colon or a dash. */
export const layoutDrafts = (scene: Scene): Draft[] => {
  const found: Draft[] = [];
  for (const range of sentenceRanges(scene)) {
    const draft =
      nameFirst(scene, wholeName(scene, range)) ??
      nameLast(scene, range) ??
      signature(scene, range) ??
      headlineTail(scene, range);
    if (draft && !isDated(scene, draft)) found.push(draft);
  }
  return found;
};

/** Words that name who speaks in turns and headlines: "Q: …", "A: …", "Sources: …". */
const speakerWords =
  /^(?:q|a|question|answer|reporter|journalist|moderator|host|interviewer|sources?|officials?|minister|spokes(?:man|woman|person)|report|reports|experts?|diplomats?|analysts?|envoys?|aides?|lawmakers|residents|medics|rescuers|witness(?:es)?|police|union|ministry|ministers|army|media|agency)$/i;

/** True where the word ends the name or the title of a person. */
const isPerson = ({ input: { words, mentions, actors } }: Scene, at: number): boolean =>
  actors.some(
    ({ kind, mentions: own }) =>
      kind === "person" && own.some((index) => mentions[index]!.last === at && words[at]!.upos === "PROPN"),
  );

/** What editors put before a headline names nobody. */
const labels =
  /^(?:breaking|update|updated|exclusive|analysis|explainer|watch|live|opinion|factbox|corrected|correction|urgent|video|photos?|editorial|timeline|fact|news|note|source|tel|email|date|subject|re)$/i;

/** "Last updated: 14 Mar. 2025 09:12": a day says nothing. */
const isDated = ({ input: { words } }: Scene, { source }: Draft): boolean =>
  source !== undefined &&
  words
    .filter(({ start, end }) => start >= source.start && end <= source.end)
    .every((word) => isOfDay(word) || /^\d{1,2}:\d{2}/.test(word.text));

/** "15 March 2013: …" heads an entry and says nothing. */
const isOfDay = ({ text }: { readonly text: string }): boolean =>
  /^(?:\d{1,4}(?:st|nd|rd|th)?|[,.]|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?|(?:early|mid|late)-?)$/i.test(
    text,
  );

/** A word that may stand in a name before a colon: no verb, unless all is written large. */
const isNamePart = ({ upos, text }: { readonly upos: string; readonly text: string }): boolean =>
  plain.has(upos) || /^\p{Lu}{3,}$/u.test(text);

/** First and last word of each sentence. */
const sentenceRanges = ({ input: { words } }: Scene): Range[] => {
  const found: [number, number][] = [];
  for (const { index, sentence } of words) {
    const open = found.at(-1);
    if (open && words[open[0]]!.sentence === sentence) open[1] = index;
    else found.push([index, index]);
  }
  return found;
};

/** "Merkel: We can do it", as a headline, as a turn of a transcript, or before a quotation. */
const nameFirst = (scene: Scene, [first, last]: Range): Draft | undefined => {
  const { words, sentences, quotations } = scene.input;
  let colon = first;
  while (colon < last && colon < first + 12 && words[colon]!.text !== ":") colon += 1;
  if (words[colon]!.text !== ":" || colon === first) return undefined;
  const lead = words.slice(first, colon);
  const quoted = quotations[lastBefore(quotations, words[colon]!.end + 2)];
  const speech = quoted && quoted.start >= words[colon]!.end && quoted.depth === 0 ? quoted : undefined;
  const { block } = sentences[words[first]!.sentence]!;
  const isTitle = block === "heading" || block === "turn" || isAlone(scene, first);
  const caps = lead.some((word) => word.upos === "PROPN" || /^\p{Lu}{3,}$/u.test(word.text));
  const isSpeakerWord = lead.length <= 2 && speakerWords.test(lead.at(-1)!.text);
  if (labels.test(lead[0]!.text) || lead.every(isOfDay)) return undefined;
  if (!(caps || isSpeakerWord) || !(isSpeakerWord || lead.every(isNamePart))) return undefined;
  if (!speech && (!isTitle || colon === last || lead.length > 8)) return undefined;
  const isTurn = block === "turn" && !isAlone(scene, first);
  const end = isTurn ? turnEnd(scene, last) : last;
  if (
    !speech &&
    !isTurn &&
    !/^(?:q|a|question|answer)$/i.test(lead[0]!.text) &&
    !(last - colon > 2 && isPerson(scene, colon - 1)) &&
    !words
      .slice(colon + 1, last + 1)
      .some((word) => /^(?:VERB|AUX)$/.test(word.upos) || /^VB/.test(word.xpos))
  )
    return undefined;
  const content = speech
    ? [{ start: speech.start, end: speech.end }]
    : isTurn
      ? [{ start: words[colon + 1]!.start, end: words[end]!.end }]
      : contentSpans(words, span(colon + 1, last), quotations);
  return draftOf(
    scene,
    colon,
    [first, nameEnd(words, first, colon) - 1],
    content,
    speech ? 0.9 : 0.75,
    "colon-lead",
  );
};

/** "China to US: …", "Algiers on recall of envoy": where the name ends before the listener or the matter. */
const nameEnd = (words: Scene["input"]["words"], first: number, end: number): number => {
  for (let at = first + 1; at < end; at += 1) if (/^(?:to|on|at|in)$/.test(words[at]!.text)) return at;
  return end;
};

/** "JAVIER SOLÍS: …": a name that the sentence break fell into opens its paragraph. */
const wholeName = ({ input: { words, sentences } }: Scene, [first, last]: Range): Range => {
  const own = sentences[words[first]!.sentence]!;
  const before = sentences[own.index - 1];
  if (before?.paragraph !== own.paragraph || sentences[own.index - 2]?.paragraph === own.paragraph)
    return [first, last];
  let from = first;
  while (words[from - 1]?.sentence === before.index && first - from < 4) from -= 1;
  const isName =
    words[from - 1]?.sentence !== before.index &&
    words.slice(from, first).every((word) => /^\p{Lu}/u.test(word.text));
  return isName ? [from, last] : [first, last];
};

/** "Law 'will end two systems', Patten warns": a headline that ends with speaker and verb, whatever their tags. */
const headlineTail = (scene: Scene, [first, last]: Range): Draft | undefined => {
  const { words, quotations } = scene.input;
  if (!isAlone(scene, first) || /[.!?]$/.test(words[last]!.text)) return undefined;
  for (let verb = last; verb > Math.max(first + 3, last - 6); verb -= 1) {
    const cue = presentCue(scene, words[verb]!.text);
    if (!cue) continue;
    let name = verb;
    while (name - 1 > first && verb - name < 6 && /^(?:PROPN|NOUN|ADJ|NUM|DET)$/.test(words[name - 1]!.upos))
      name -= 1;
    if (name === verb || words[name - 1]!.text !== "," || name - first < 4) continue;
    const from = labels.test(words[first]!.text) && words[first + 1]!.text === ":" ? first + 2 : first;
    const content = contentSpans(words, span(from, name - 2), quotations);
    const draft = draftOf(scene, verb, [name, verb - 1], content, 0.9, "headline-tail");
    return draft && { ...draft, act: cue };
  }
  return undefined;
};

/** The act of "warns", "says": a verb of saying in the present, also where it was taken for a noun. */
const presentCue = ({ language }: Scene, text: string): Draft["act"] | undefined => {
  if (!/^\p{Ll}+s$/u.test(text)) return undefined;
  for (const lemma of [text.slice(0, -1), text.slice(0, -2), text.replace(/ies$/, "y")]) {
    const cue = language.cues.verb
      .get(lemma)
      ?.find(({ rest, frames }) => rest.length === 0 && frames.get("clause") === 1);
    if (cue?.act.kind === "speech") return cue.act;
  }
  return undefined;
};

/** "Ghani has left the country: Abdullah", "Truce holds – Interfax": headlines that name their source last. */
const nameLast = (scene: Scene, [from, last]: Range): Draft | undefined => {
  const { words, quotations } = scene.input;
  const first = afterColon(scene, from, last) ?? from;
  if (/[.!?]$/.test(words[last]!.text) || !(isAlone(scene, from) || first < from)) return undefined;
  if (last - first < 3) return undefined;
  let mark = last - 1;
  const reach = words.slice(first, last).some(({ text }) => text === ":") ? 16 : 5;
  while (
    mark > first &&
    last - mark < reach &&
    words[mark]!.upos !== "PUNCT" &&
    !dashes.test(words[mark]!.text)
  )
    mark -= 1;
  const { text, start } = words[mark]!;
  const isSpaced = words[mark - 1] !== undefined && words[mark - 1]!.end < start;
  if (mark - first < 2 || !(text === ":" || (dashes.test(text) && isSpaced))) return undefined;
  const quoted = quotations[lastBefore(quotations, start)];
  const isQuoted = quoted !== undefined && quoted.end <= start && start - quoted.end < 2 && text === ":";
  if (isQuoted) return afterQuotation(scene, mark, [first, last]);
  const name = words.slice(mark + 1, last + 1);
  const isNamed = name.some((word) => /^\p{Lu}/u.test(word.text) || speakerWords.test(word.text));
  if (!isNamed || !name.every((word) => plain.has(word.upos))) return undefined;
  if (!words.slice(first, mark).some((word) => word.upos === "VERB" || word.upos === "AUX")) return undefined;
  const content = contentSpans(words, span(first, mark - 1), quotations);
  return draftOf(scene, mark, [mark + 1, nameEnd(words, mark + 1, last + 1) - 1], content, 0.75, "name-last");
};

/** "'We will not kneel': Petro hits back at Trump": the name that opens what follows the colon. */
const afterQuotation = (scene: Scene, mark: number, [first, last]: Range): Draft | undefined => {
  const { words, quotations } = scene.input;
  let end = mark;
  while (end < last && /^(?:PROPN|NOUN|ADJ|DET|NUM|PART)$/.test(words[end + 1]!.upos)) end += 1;
  const owner = words.slice(mark + 1, end + 1).findLast(({ text }) => /^['’]s?$/.test(text));
  if (owner && !/^(?:VERB|AUX)$/.test(words[end + 1]?.upos ?? "")) end = owner.index - 1;
  else if (!owner) while (end > mark && !/^\p{Lu}/u.test(words[end]!.text)) end -= 1;
  if (end === mark || !words.slice(mark + 1, end + 1).some((word) => /^\p{Lu}/u.test(word.text)))
    return undefined;
  const content = contentSpans(words, span(first, mark - 1), quotations);
  return draftOf(scene, mark, [mark + 1, end], content, 0.8, "name-last");
};

/** First word of the sentence before, where this one is the name that follows its colon. */
const afterColon = (
  { input: { words, sentences } }: Scene,
  from: number,
  last: number,
): number | undefined => {
  const colon = words[from - 1];
  if (!colon || !(colon.text === ":" || dashes.test(colon.text)) || last - from > 4) return undefined;
  const own = sentences[words[from]!.sentence]!;
  const before = sentences[own.index - 1];
  if (before?.paragraph !== own.paragraph || sentences[own.index + 1]?.paragraph === own.paragraph)
    return undefined;
  let first = from - 1;
  while (words[first - 1]?.sentence === before.index) first -= 1;
  return first;
};

/** "“The river has no borders.” — Maris Sangiampongsa, foreign minister" */
const signature = (scene: Scene, [first, last]: Range): Draft | undefined => {
  const { words, quotations } = scene.input;
  const at =
    [first, first + 1].find((index) => index <= last && dashes.test(words[index]!.text)) ??
    dashAfterQuotation(scene, first, last);
  if (at === undefined || at >= last) return undefined;
  const quotation = quotations[lastBefore(quotations, words[at]!.start)];
  if (
    !quotation ||
    quotation.depth > 0 ||
    words[at]!.start - quotation.end > 3 ||
    quotation.end > words[at]!.start
  )
    return undefined;
  const name = words.slice(at + 1, last + 1);
  if (
    name.length > 20 ||
    !name.some((word) => word.upos === "PROPN") ||
    name.some((word) => word.upos === "VERB" || word.upos === "AUX")
  )
    return undefined;
  return draftOf(
    scene,
    at,
    [at + 1, last],
    [{ start: quotation.start, end: quotation.end }],
    0.9,
    "signature",
  );
};

const dashAfterQuotation = ({ input: { words } }: Scene, first: number, last: number): number | undefined => {
  for (let at = first + 1; at < last; at += 1)
    if (dashes.test(words[at]!.text) && /^["”’']$/.test(words[at - 1]!.text)) return at;
  return undefined;
};

const draftOf = (
  scene: Scene,
  mark: number,
  name: Range,
  content: Draft["content"],
  confidence: number,
  rule: string,
): Draft | undefined => {
  const { words } = scene.input;
  const run = span(name[0], name[1]);
  const source = trim(words, run);
  if (!source || content.length === 0) return undefined;
  const nominal = run.filter((index) => /^(?:PROPN|NOUN)$/.test(words[index]!.upos));
  const speaker =
    nominal.find((index) => words[index]!.head < name[0] || words[index]!.head > name[1]) ??
    nominal[0] ??
    name[0];
  const ends = lastBefore(words, content[0]!.end - 1);
  const question = content.length === 1 && (words[ends]?.text === "?" || words[ends + 1]?.text === "?");
  const asks = /^(?:q|question)$/i.test(words[name[0]]!.text) && words[name[0] + 1]?.text === ":";
  const act = scene.language.acts.get((question || asks) && rule === "colon-lead" ? "ask" : "say")!;
  return { head: mark, cue: [mark, mark], act, negated: false, speaker, source, content, confidence, rule };
};

/** True where the sentence is its paragraph, and no full stop ends it: a headline, whatever the layout made of it. */
const isAlone = ({ input: { words, sentences } }: Scene, first: number): boolean => {
  const own = sentences[words[first]!.sentence]!;
  const before = sentences[own.index - 1];
  const after = sentences[own.index + 1];
  return before?.paragraph !== own.paragraph && after?.paragraph !== own.paragraph;
};

/** Last word of the paragraph that the word stands in. */
const turnEnd = ({ input: { words, sentences } }: Scene, last: number): number => {
  const { paragraph } = sentences[words[last]!.sentence]!;
  let at = last;
  while (words[at + 1] && sentences[words[at + 1]!.sentence]!.paragraph === paragraph) at += 1;
  return at;
};

const span = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
