// A stretch of words -> its clauses, each with the statements that frame it and how far their contents run in it.
import { overlaps, type Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation, subtree } from "../../../model/tree.ts";
import { wordsIn } from "../points/cut-content.ts";
import { relative } from "../points/list-starts.ts";
import type { Frame } from "./frames.ts";
import { talks } from "./no-frames.ts";

type Words = readonly Word[];

/** One clause beside others: its head, its stretch (less what others say in it), and its frames. */
export type Clause = {
  readonly head: number;
  readonly span: Span;
  readonly frames: readonly Frame[];
  /** Who says it, where that is told behind what follows: "Ties are good; they should be better, he said". */
  readonly said?: Frame["statement"];
};

/** Clauses in text order. A clause that a frame's content holds whole belongs to that frame. */
export const clausesOf = (words: Words, first: number, last: number, frames: readonly Frame[]): Clause[] => {
  const owners = ownersOf(words, first, last);
  const taken = takenBy(words, first, last, frames, owners);
  const byHead = new Map<number, Frame[]>();
  for (const frame of frames) {
    const head = owners.get(anchorOf(words, frame, first, last)) ?? first;
    byHead.set(head, [...(byHead.get(head) ?? []), frame]);
  }
  for (const head of new Set(owners.values())) joinSubjectless(words, head, owners, (at) => byHead.has(at));
  return [...new Set(owners.values())].flatMap((head): Clause[] => {
    const own = [...owners].filter(([, owner]) => owner === head).map(([at]) => at);
    const framed = byHead.get(head);
    if (framed) {
      const last = framed.find(({ statement: { cue }, contents }) => cue && contents[0]!.end <= cue.start);
      const beside = besideFrames(words, own, taken).map((clause) =>
        last && clause.span.end <= last.contents[0]!.start ? { ...clause, said: last.statement } : clause,
      );
      for (const { span } of beside) for (const at of own) if (overlaps(span, words[at]!)) taken.add(at);
      const frames = framed.map((frame) => runOn(words, own, frame, taken));
      return [...beside, { head, span: hull(words, own), frames }].sort(
        (a, b) => a.span.start - b.span.start,
      );
    }
    if (taken.has(head)) return [];
    return runsOf(own.filter((at) => !taken.has(at)))
      .filter((run) => run.filter((at) => isTelling(words[at]!)).length > 1)
      .map((run) => ({ head, span: hull(words, run), frames: [] }));
  });
};

/**
 * "China should be a partner and not a rival; it should build up support, he said", "He raised the invasion, and his
 * concern over the supply of arms": what stands beside the framed content as a clause of its own.
 */
const besideFrames = (words: Words, own: readonly number[], taken: ReadonlySet<number>): Clause[] =>
  runsOf(own.filter((at) => !taken.has(at) && words[at]!.text !== ";"))
    .filter((run) => run.filter((at) => isTelling(words[at]!)).length > 2)
    .flatMap((run) => {
      const verb = run.find((at) => isMain(words, at, run)) ?? behindMark(words, run);
      return verb === undefined ? [] : [{ head: verb, span: hull(words, run), frames: [] }];
    });

/** "…, he said; what is needed are guarantees": a clause, whatever its verb, where a semicolon opens it. */
const behindMark = (words: Words, run: readonly number[]): number | undefined =>
  words[run[0]! - 1]?.text === ";" ? run.find((at) => /^(VB[DPZ]|MD)$/.test(words[at]!.xpos)) : undefined;

/** A finite verb, or one after a modal, whose subject stands in the run too, and that no relative clause holds. */
const isMain = (words: Words, at: number, run: readonly number[]): boolean => {
  const { upos, relation, children } = words[at]!;
  if (
    upos !== "VERB" ||
    /^(acl|advcl|amod|xcomp)/.test(relation) ||
    relative.test(words[run.find((one) => isTelling(words[one]!) || words[one]!.upos === "PRON") ?? at]!.text)
  )
    return false;
  const subject = children.find((child) => /^nsubj/.test(words[child]!.relation));
  const rest = run.filter((one) => one > at && isTelling(words[one]!)).length;
  return subject !== undefined && (run.includes(subject) || subject < run[0]!) && rest > 1;
};

/** "Guyana will grant licences and approve development": with the clause that has its subject, if nothing frames either. */
const joinSubjectless = (
  words: Words,
  head: number,
  owners: Map<number, number>,
  isFramed: (head: number) => boolean,
): void => {
  const above = owners.get(words[head]!.head);
  const subject = words[head]!.children.some((child) => /^[nc]subj/.test(words[child]!.relation));
  if (above === undefined || above === head || subject || isFramed(head) || isFramed(above)) return;
  for (const [at, owner] of owners) if (owner === head) owners.set(at, above);
};

const isTelling = ({ upos }: Word): boolean => /^(NOUN|PROPN|VERB|ADJ|NUM)$/.test(upos);

/** Neighbouring words together. */
const runsOf = (own: readonly number[]): number[][] => {
  const runs: number[][] = [];
  for (const at of own) {
    const run = runs.at(-1);
    if (run && at === run.at(-1)! + 1) run.push(at);
    else runs.push([at]);
  }
  return runs;
};

const hull = (words: Words, own: readonly number[]): Span => ({
  start: words[own[0]!]!.start,
  end: words[own.at(-1)!]!.end,
});

/** Each word's clause: the nearest head above it that stands beside the first one. */
const ownersOf = (words: Words, first: number, last: number): Map<number, number> => {
  const owners = new Map<number, number>();
  const ownerOf = (at: number, steps: number): number => {
    const known = owners.get(at);
    if (known !== undefined) return known;
    const word = words[at]!;
    const outside = word.head < first || word.head > last;
    const owner =
      outside || steps > 200 || isBeside(words, at, first, last) ? at : ownerOf(word.head, steps + 1);
    owners.set(at, owner);
    return owner;
  };
  for (let at = first; at <= last; at += 1) ownerOf(at, 0);
  giveBack(words, owners);
  return new Map([...owners].sort(([a], [b]) => a - b));
};

/** "expressed thanks, and voiced [support]": what stands behind a bare verb is its own, wherever the tree hangs it. */
const giveBack = (words: Words, owners: Map<number, number>): void => {
  let bare: number | undefined;
  for (const at of [...owners.keys()].sort((a, b) => a - b)) {
    const owner = owners.get(at)!;
    if (owner === at) {
      const verb = words[at]!.xpos === "VBD" && words[at]!.children.every((child) => child < at);
      bare = verb ? at : undefined;
    } else if (bare !== undefined && owner < bare && words[at]!.upos !== "PUNCT") owners.set(at, bare);
  }
};

/** A clause that stands beside the one it hangs on, all the way up: "…, and thanked him". */
const isBeside = (words: Words, at: number, first: number, last: number): boolean => {
  for (let [on, steps] = [at, 0]; steps < 10; steps += 1) {
    const word = words[on]!;
    if (word.head < first || word.head > last) return true;
    const isJoined = /^(conj|parataxis)$/.test(baseRelation(word)) || isContrast(words, on);
    if (!isJoined || !isClause(words, on) || isRelative(words, on)) return false;
    on = word.head;
  }
  return false;
};

/** "…, while His Highness affirmed the UAE's position": the other one's turn. */
const isContrast = (words: Words, index: number): boolean => {
  const [mark] = words[index]!.children.filter((child) => words[child]!.relation === "mark");
  return (
    words[index]!.relation === "advcl" &&
    /^(while|whereas)$/i.test(words[mark ?? -1]?.text ?? "") &&
    words[mark! - 1]?.text === ","
  );
};

/** "…, which is a breach of law": it goes with what it tells of, wherever the tree hangs it. */
const isRelative = (words: Words, index: number): boolean => {
  const [first, second] = subtree(words, index).filter((at) => !/^(PUNCT|CCONJ)$/.test(words[at]!.upos));
  if (relative.test(words[first!]!.text)) return true;
  return words[first!]!.upos === "ADP" && second !== undefined && relative.test(words[second]!.text);
};

/** "ties and means to strengthen them": a noun, whatever it was taken for. */
const isMeans = (words: Words, index: number): boolean =>
  /^means$/i.test(words[index]!.text) &&
  /^and$/i.test(words[index - 1]?.text ?? "") &&
  /^(?:to|of)$/i.test(words[index + 1]?.text ?? "");

const isClause = (words: Words, index: number): boolean =>
  (words[index]!.upos === "VERB" && !isMeans(words, index)) ||
  words[index]!.children.some((child) => /^(cop|nsubj)/.test(words[child]!.relation));

/** Words that are some frame's content, cue or source. */
const takenBy = (
  words: Words,
  first: number,
  last: number,
  frames: readonly Frame[],
  owners: ReadonlyMap<number, number>,
): Set<number> => {
  const spans = frames.flatMap((frame) => {
    const { cue, source, medium } = frame.statement;
    // "The presidents spoke in favour of X, and agreed": their name stays with the first clause.
    const named =
      source && owners.get(wordsIn(words, source)[0]) === owners.get(anchorOf(words, frame, first, last));
    return [
      ...frame.contents,
      ...(cue ? [cue] : []),
      ...(named ? [source] : []),
      ...(medium ? [medium.span] : []),
    ];
  });
  const taken = new Set<number>();
  for (let at = first; at <= last; at += 1)
    if (spans.some((span) => overlaps(span, words[at]!))) taken.add(at);
  return taken;
};

/** Where a frame stands: its cue, or its content where the cue is elsewhere. */
const anchorOf = (words: Words, { statement, contents }: Frame, first: number, last: number): number => {
  const cue = statement.cueWord ?? (statement.cue && wordsIn(words, statement.cue)[0]);
  return cue !== undefined && cue >= first && cue <= last ? cue : wordsIn(words, contents[0]!)[0];
};

/** "…, and the involvement of the Southern Command": what the clause goes on with right after the content is content. */
const runOn = (words: Words, own: readonly number[], frame: Frame, taken: ReadonlySet<number>): Frame => {
  const contents = frame.contents.map((content, index) => {
    if (index < frame.contents.length - 1) return content;
    const [, last] = wordsIn(words, content);
    const what = behindCue(words, own, frame, last);
    if (what) return what;
    let end = last;
    while (own.includes(end + 1) && !taken.has(end + 1) && !isListener(words, end + 1, frame)) end += 1;
    while (end > last && words[end]!.upos === "PUNCT") end -= 1;
    return end > last ? { start: content.start, end: words[end]!.end } : content;
  });
  return { statement: frame.statement, contents };
};

/** "discussed the truce [with Fidan]": whom it is talked over with is no matter. */
const isListener = (words: Words, at: number, { statement: { act, addressees } }: Frame): boolean =>
  talks.has(act) && addressees.length > 0 && /^with$/i.test(words[at]!.text);

const feelings =
  /^(interest|concern|satisfaction|readiness|willingness|gratitude|appreciation|regret|support|confidence|solidarity|condolence|commitment|determination|hope|need|necessity|importance|urgency|value)$/;

/** "Mutual interest was expressed in X", "Concern was voiced over X": what stands behind the cue is what it is about. */
const behindCue = (
  words: Words,
  own: readonly number[],
  { statement: { cue } }: Frame,
  last: number,
): Span | undefined => {
  if (!cue || words[last]!.end > cue.start || !feelings.test(words[last]!.lemma.toLowerCase()))
    return undefined;
  const [, verb] = wordsIn(words, cue);
  if (words[verb + 1]?.upos !== "ADP" || !own.includes(verb + 2)) return undefined;
  let end = verb + 2;
  while (own.includes(end + 1)) end += 1;
  while (words[end]!.upos === "PUNCT") end -= 1;
  return { start: words[verb + 2]!.start, end: words[end]!.end };
};
