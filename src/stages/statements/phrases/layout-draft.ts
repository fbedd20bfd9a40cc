// A name beside a colon or a dash -> a statement, and what the layouts have in common.
import { lastBefore } from "../../../model/span.ts";
import type { Draft, Scene } from "../draft.ts";
import { range, trim } from "../spans.ts";

type Range = readonly [first: number, last: number];

export const plain = new Set(["PROPN", "NOUN", "ADJ", "DET", "ADP", "PUNCT", "CCONJ", "NUM", "X", "PART"]);
export const dashes = /^(?:[–—-]|--)$/;

/** Words that name who speaks in turns and headlines: "Q: …", "A: …", "Sources: …". */
export const speakerWords =
  /^(?:q|a|question|answer|reporter|journalist|moderator|host|interviewer|sources?|officials?|minister|spokes(?:man|woman|person)|report|reports|experts?|diplomats?|analysts?|envoys?|aides?|lawmakers|residents|medics|rescuers|witness(?:es)?|police|poll|polls|survey|study|watchdog|union|ministry|ministers|army|media|agency)$/i;

/** What editors put before a headline names nobody. */
export const labels =
  /^(?:breaking|latest|update|updated|exclusive|analysis|explainer|watch|live|opinion|factbox|corrected|correction|urgent|video|photos?|editorial|timeline|fact|news|note|source|tel|email|date|subject|re)$/i;

/** Behind "Exclusive:" or "The Latest:", which an editor has put before a headline; `first` where there is none. */
export const afterLabel = (words: Scene["input"]["words"], first: number): number => {
  const label = /^the$/i.test(words[first]!.text) ? first + 1 : first;
  return labels.test(words[label]?.text ?? "") && words[label + 1]?.text === ":" ? label + 2 : first;
};

/** "China to US: …", "Algiers on recall of envoy": where the name ends before the listener or the matter. */
export const nameEnd = (words: Scene["input"]["words"], first: number, end: number): number => {
  for (let at = first + 1; at < end; at += 1) if (/^(?:to|on|at|in)$/.test(words[at]!.text)) return at;
  return end;
};

export const draftOf = (
  scene: Scene,
  mark: number,
  name: Range,
  content: Draft["content"],
  confidence: number,
  rule: string,
): Draft | undefined => {
  const { words } = scene.input;
  const run = range(afterClock(words, name), name[1]);
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

/** "17:42 CET – [Zelensky]: …" in a live report: the name behind the time. */
const afterClock = (words: Scene["input"]["words"], [first, last]: Range): number => {
  if (!/^\d{1,2}[:.]\d{2}$/.test(words[first]!.text)) return first;
  const dash = range(first, Math.min(first + 4, last)).find((at) => dashes.test(words[at]!.text));
  return dash === undefined ? first : dash + 1;
};

/** True where the sentence is its paragraph, and no full stop ends it: a headline, whatever the layout made of it. */
export const isAlone = ({ input: { words, sentences } }: Scene, first: number, last = first): boolean => {
  const own = sentences[words[first]!.sentence]!;
  const before = sentences[own.index - 1];
  const after = sentences[words[last]!.sentence + 1];
  return before?.paragraph !== own.paragraph && after?.paragraph !== own.paragraph;
};
