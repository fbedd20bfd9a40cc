// Statements that stand in one another -> contents and sources that end where the outer ones do.
import { lastBefore, type Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { opensClause } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";
import { innermostOf } from "../spans.ts";
import { parentsOf } from "./nest.ts";

/** What is reported inside a quotation ends with it. */
export const insideQuotation = (
  { input: { words, quotations } }: Scene,
  { head, content, rule }: Draft,
): Span[] => {
  if (rule === "parted-quotation") return [...content];
  const at = innermostOf(words[head]!, quotations);
  if (at < 0) return [...content];
  const { inner } = quotations[at]!;
  if (
    isFragment(words, head, inner) &&
    content.every(({ start, end }) => end <= inner.start || start >= inner.end)
  )
    return [...content];
  return content
    .map((span) => ({ start: Math.max(span.start, inner.start), end: Math.min(span.end, inner.end) }))
    .filter((span) => span.start < span.end);
};

/** "“strongly condemned” the attack": marks around the cue itself quote no more than a word of the speaker's. */
const isFragment = (words: readonly Word[], head: number, inner: Span): boolean =>
  (inner.end - words[head]!.end < 3 || words[head]!.start - inner.start < 3) &&
  !words[head]!.children.some(
    (child) =>
      words[child]!.start >= inner.start && /^(?:nsubj|expl)/.test(words[child]!.relation) && child < head,
  );

export const nestables = (scene: Scene, drafts: readonly Draft[]) =>
  drafts.map((draft) => {
    const host = draft.host === undefined ? -1 : drafts.findIndex(({ head }) => head === draft.host);
    return { cue: spanOf(scene, draft), content: draft.content, ...(host < 0 ? {} : { host }) };
  });

/**
 * "said the king had thanked Doha and voiced hope that …, and that the minister had left": such a second "that" goes
 * with the outer statement, unless a verb's own "that" opens the inner one.
 */
export const untilSecondThat = (scene: Scene, drafts: readonly Draft[]): readonly Draft[] => {
  const { words } = scene.input;
  const parents = parentsOf(nestables(scene, drafts));
  return drafts.map((draft, index) => {
    const last = draft.content.at(-1);
    const first = draft.content[0];
    const parent = drafts[parents[index] ?? -1];
    // "A said B and that C, according to D": the phrase behind it opens no clause that could go on.
    if (!last || !first || !parent || parent.cue[0] > draft.cue[1]) return draft;
    const opener = words[lastBefore(words, first.start)]!;
    const isOwn =
      /^that$/i.test(opener.text) && draft.cue[1] === draft.head && words[draft.head]!.upos === "VERB";
    let isOpen = /^that$/i.test(opener.text);
    for (let at = lastBefore(words, last.start) + 1; words[at] && words[at]!.start < last.end; at += 1) {
      const joint = words[at]!.text === "," ? at + 1 : at;
      const isSecond = words[joint]?.upos === "CCONJ" && /^that$/i.test(words[joint + 1]?.text ?? "");
      if (isSecond && (isOwn ? joint > at && isSameSubject(words, draft, joint + 2) : joint > at || !isOpen))
        return { ...draft, content: [...draft.content.slice(0, -1), { ...last, end: words[at - 1]!.end }] };
      isOpen ||= opensClause(words, at);
    }
    return draft;
  });
};

/** "that he had been told that it was safe, and that he had": the pronoun of the cue's own clause opens the next. */
const isSameSubject = (words: readonly Word[], { cue: [first] }: Draft, next: number): boolean =>
  words[next]?.upos === "PRON" && words[first - 1]?.text.toLowerCase() === words[next]!.text.toLowerCase();

/** The drafts with contents that lie within those of their parents. */
export const contentsWithin = (
  scene: Scene,
  drafts: readonly Draft[],
  parents: readonly (number | undefined)[],
): Draft[] => {
  const contents = withinParents(
    scene,
    drafts,
    parents,
    drafts.map((draft) => spanOf(scene, draft).end),
  );
  return drafts.map((draft, index) => {
    const speaker = scene.input.words[draft.speaker ?? -1];
    const source = sourceWithin(draft.source, contents[parents[index] ?? -1], speaker);
    return { ...draft, content: contents[index]!, ...(source ? { source } : {}) };
  });
};

/** "tells allies China plans to arm": a source that begins before what it is reported in begins there. */
const sourceWithin = (
  source: Span | undefined,
  outer: readonly Span[] | undefined,
  speaker: Span | undefined,
): Span | undefined => {
  const holder = outer?.find(
    ({ start, end }) =>
      source && speaker && source.start < start && speaker.start >= start && source.end <= end,
  );
  return source && holder ? { start: holder.start, end: source.end } : source;
};

/** What is reported inside a statement ends with it; where nothing would be left, the rest of it after the cue is meant. */
const withinParents = (
  { input: { words } }: Scene,
  drafts: readonly Draft[],
  parents: readonly (number | undefined)[],
  ends: readonly number[],
): (readonly Span[])[] => {
  const done: (readonly Span[])[] = [];
  // "Manila believes it is a trap, an official said, because …": what stands before the aside ends with it.
  const upToAside = (index: number, parent: number, outer: readonly Span[]): readonly Span[] => {
    const [first, second] = outer;
    if (drafts[parent]!.rule !== "said-between-commas" || !first || !second) return outer;
    const isBefore =
      ends[index]! < first.end && drafts[index]!.content.some(({ start }) => start < first.end);
    const opens = words[lastBefore(words, second.start)]!.text;
    return isBefore && /^(?:because|since|as|when|while|although|though|if|unless|provided)$/i.test(opens)
      ? [first]
      : outer;
  };
  const clip = (index: number): readonly Span[] => {
    const ready = done[index];
    if (ready) return ready;
    const parent = parents[index];
    const own = drafts[index]!.content;
    done[index] = own;
    if (parent === undefined) return own;
    const outer = clip(parent);
    const inside = own.flatMap((span) =>
      upToAside(index, parent, outer)
        .map((hull) => ({ start: Math.max(span.start, hull.start), end: Math.min(span.end, hull.end) }))
        .filter(({ start, end }) => start < end),
    );
    done[index] = inside.length > 0 ? inside : restOf(outer, ends[index]!, own);
    return done[index]!;
  };
  return drafts.map((_, index) => clip(index));
};

/** What of the spans comes after `end`, in the span that holds it. */
const restOf = (outer: readonly Span[], end: number, own: readonly Span[]): readonly Span[] => {
  const hull = outer.find((span) => span.start < end && end + 2 < span.end);
  return hull ? [{ start: end + 1, end: hull.end }] : own;
};

export const spanOf = ({ input: { words } }: Scene, { cue }: Draft): Span => ({
  start: words[cue[0]]!.start,
  end: words[cue[1]]!.end,
});
