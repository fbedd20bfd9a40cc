// Statements in the making -> statements: nested, with form, speakers, context and confidence, in text order.
import { datesOf } from "../../dating/date-of.ts";
import type { Quotation } from "../../model/sentence.ts";
import { holds, type Span } from "../../model/span.ts";
import type { Statement, StatementForm } from "../../model/statement.ts";
import type { Word } from "../../model/token.ts";
import { calibrated, confidenceOf } from "./confidence.ts";
import { type ActorsAt, actorsAt, actorsOf, listedIn } from "./context.ts";
import { opensClause } from "./cue.ts";
import type { Draft, Scene } from "./draft.ts";
import { mediumOf } from "./medium.ts";
import { parentsOf } from "./nest.ts";
import { throughQuotations } from "./quotation-reach.ts";
import { sourceSpan } from "./source.ts";
import { innermostOf, lastBefore } from "./spans.ts";
import { subjectOf } from "./speaker.ts";

/** What the precise operating point asks for, and the thorough one. */
const least = { precise: 0.52, thorough: 0.2 };

/** Orders, nests and completes drafts; those of too little confidence fall out. */
export const finishDrafts = (scene: Scene, drafts: readonly Draft[], thorough: boolean): Statement[] => {
  const { input } = scene;
  const all = drafts
    .map((draft) => ({
      ...draft,
      content: insideQuotation(scene, throughQuotations(scene, draft)),
      confidence: confidenceOf(scene, draft),
    }))
    .filter(
      (draft) =>
        draft.confidence >= (thorough ? least.thorough : least.precise) &&
        draft.content.length > 0 &&
        !isDeed(input.words, draft),
    )
    .sort(
      (a, b) => startOf(a, scene) - startOf(b, scene) || endOf(b, scene) - endOf(a, scene) || a.head - b.head,
    );
  const ordered = all.filter(({ host }) => host === undefined);
  for (const draft of all) {
    const at = ordered.findIndex(({ head }) => head === draft.host);
    if (draft.host !== undefined && at >= 0) ordered.splice(at + 1, 0, draft);
  }
  const kept = untilSecondThat(scene, withoutEchoes(scene, ordered));
  const first = parentsOf(nestables(scene, kept));
  const clipped = contentsWithin(scene, kept, first);
  const parents = parentsOf(nestables(scene, clipped));
  const at = actorsAt(input.mentions, input.actors);
  const dateOf = datesOf(input);
  const found: Statement[] = [];
  const named = ownSpeakers(scene, clipped, parents);
  const contents = contentsWithin(scene, clipped, parents).map(({ content }) => content);
  named.forEach((draft, index) => {
    const { words } = input;
    const speaker = headIn(scene, draft);
    const speakers = speaker === undefined ? [] : speakersOf(input, speaker, draft.source, at);
    const within = parents[index];
    const medium = mediumOf(
      scene,
      { ...draft, content: contents[index]! },
      hullOf(scene, draft, contents[within ?? -1]),
    );
    const date = dateOf(draft.head)?.date;
    found.push({
      index,
      speakers,
      ...(draft.source ? { source: draft.source } : {}),
      cue: { ...spanOf(scene, draft), lemma: words[draft.head]!.lemma },
      cueWord: draft.head,
      act: draft.act.name,
      negated: draft.negated,
      content: contents[index]!,
      form: formOf(contents[index]!, input.quotations),
      ...(within === undefined ? {} : { within }),
      addressees: draft.addressee === undefined ? [] : actorsOf(words, draft.addressee, at),
      ...(medium ? { medium } : {}),
      ...(date ? { date } : {}),
      confidence: calibrated(draft.confidence),
      rule: draft.rule,
    });
  });
  return found.map((statement, index) => withOwnVoice(scene, named[index]!, statement, found));
};

/** "urged Israel to take steps to address violence", "to support a solution": what is to be done is no utterance. */
const isDeed = (words: readonly Word[], { head }: Draft): boolean =>
  /^(?:address|support|back|advance)$/.test(words[head]!.lemma) &&
  words[head]!.xpos === "VB" &&
  words[head - 1]?.text === "to" &&
  /^(?:xcomp|acl|advcl|ccomp)$/.test(words[head]!.relation);

const speakersOf = (
  { document, words, mentions, actors }: Scene["input"],
  speaker: number,
  source: Span | undefined,
  at: ActorsAt,
): number[] => {
  const own = actorsOf(words, speaker, at);
  if (!source) return own;
  const list = listedIn(document.text, source, mentions, actors);
  if (!list.whole && own.some((actor) => list.actors.includes(actor))) return own;
  // "Tehran, IRNA - Foreign Minister A and his counterpart B": neither town nor agency speaks.
  const all = list.whole ? [...new Set([...own, ...list.actors])] : list.actors;
  return all.length > 0 ? [...all].sort((a, b) => a - b) : own;
};

/** Where the phrases that say how something is said can stand: in the content around it, else in its sentence. */
const hullOf = (
  { input: { sentences, words } }: Scene,
  { head }: Draft,
  outer: readonly Span[] | undefined,
): Span =>
  outer?.find(({ start, end }) => start <= words[head]!.start && words[head]!.end <= end) ??
  sentences[words[head]!.sentence]!;

/** The speaker's word, or where its name was cut the word that heads what is left of it. */
const headIn = ({ input: { words } }: Scene, { speaker, source }: Draft): number | undefined => {
  if (
    speaker === undefined ||
    !source ||
    (words[speaker]!.start >= source.start && words[speaker]!.end <= source.end)
  )
    return speaker;
  const isIn = (word: Word | undefined) =>
    word !== undefined && word.start >= source.start && word.end <= source.end;
  for (let at = lastBefore(words, source.end - 1); isIn(words[at]); at -= 1)
    if (/^(?:NOUN|PROPN|PRON)$/.test(words[at]!.upos) && !isIn(words[words[at]!.head])) return at;
  return undefined;
};

/** What is reported inside a quotation ends with it. */
const insideQuotation = ({ input: { words, quotations } }: Scene, { head, content, rule }: Draft): Span[] => {
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
  inner.end - words[head]!.end < 3 &&
  !words[head]!.children.some(
    (child) =>
      words[child]!.start >= inner.start && /^(?:nsubj|expl)/.test(words[child]!.relation) && child < head,
  );

const nestables = (scene: Scene, drafts: readonly Draft[]) =>
  drafts.map((draft) => {
    const host = draft.host === undefined ? -1 : drafts.findIndex(({ head }) => head === draft.host);
    return { cue: spanOf(scene, draft), content: draft.content, ...(host < 0 ? {} : { host }) };
  });

/**
 * "said the king had thanked Doha and voiced hope that …, and that the minister had left": such a second "that" goes
 * with the outer statement, unless a verb's own "that" opens the inner one.
 */
const untilSecondThat = (scene: Scene, drafts: readonly Draft[]): readonly Draft[] => {
  const { words } = scene.input;
  const parents = parentsOf(nestables(scene, drafts));
  return drafts.map((draft, index) => {
    const last = draft.content.at(-1);
    const first = draft.content[0];
    if (!last || !first || parents[index] === undefined) return draft;
    const opener = words[lastBefore(words, first.start)]!;
    if (/^that$/i.test(opener.text) && draft.cue[1] === draft.head && words[draft.head]!.upos === "VERB")
      return draft;
    let isOpen = /^that$/i.test(opener.text);
    for (let at = lastBefore(words, last.start) + 1; words[at] && words[at]!.start < last.end; at += 1) {
      const joint = words[at]!.text === "," ? at + 1 : at;
      const isSecond = words[joint]?.upos === "CCONJ" && /^that$/i.test(words[joint + 1]?.text ?? "");
      if (isSecond && (joint > at || !isOpen))
        return { ...draft, content: [...draft.content.slice(0, -1), { ...last, end: words[at - 1]!.end }] };
      isOpen ||= opensClause(words, at);
    }
    return draft;
  });
};

/** "declined to say whether": the infinitive that a refusal opens with is no statement of its own. */
const withoutEchoes = (scene: Scene, drafts: readonly Draft[]): readonly Draft[] => {
  const parents = parentsOf(nestables(scene, drafts));
  return drafts.filter((draft, index) => {
    const parent = drafts[parents[index] ?? -1];
    if (!parent || !/^(?:refuse|decline-comment)$/.test(parent.act.name)) return true;
    return (
      spanOf(scene, draft).start > (parent.content[0]?.start ?? 0) + 3 || draft.speaker !== parent.speaker
    );
  });
};

/**
 * "said that the president had condemned it, praised him and promised …": acts joined inside a content have its
 * subject, not the speaker of the whole.
 */
const ownSpeakers = (
  { input: { words, quotations } }: Scene,
  drafts: readonly Draft[],
  parents: readonly (number | undefined)[],
): Draft[] => {
  const first = new Map<number, Draft>();
  return drafts.map((draft, index) => {
    const at = parents[index];
    const parent = at === undefined ? undefined : drafts[at];
    if (at === undefined || !parent || draft.speaker === undefined) return draft;
    const inside = draft.speaker > parent.head;
    const sibling = first.get(at);
    if (inside && !sibling) first.set(at, draft);
    const joined = draft.speaker === parent.speaker && isJoined(words, draft);
    if (!joined) return draft;
    if (sibling?.source && sibling.head < draft.head)
      return { ...draft, speaker: sibling.speaker!, source: sibling.source };
    const speaker = firstSubject(words, parent, draft);
    const source = speaker === undefined ? undefined : sourceSpan(words, speaker, quotations, draft.cue);
    return speaker === undefined || !source ? draft : { ...draft, speaker, source };
  });
};

/** "said Germany adheres to … and opposes": the subject of the first finite verb that is reported. */
const firstSubject = (words: readonly Word[], parent: Draft, draft: Draft): number | undefined => {
  const from = parent.content.find(({ start }) => start >= words[parent.head]!.end)?.start;
  if (from === undefined || !isTensed(words, draft.head)) return undefined;
  for (let at = lastBefore(words, from); at < draft.cue[0]; at += 1) {
    if (!/^VB[DZPN]$/.test(words[at]!.xpos) || !isTensed(words, at)) continue;
    const subject = subjectOf(words, at);
    return subject !== undefined && words[subject]!.start >= from ? subject : undefined;
  }
  return undefined;
};

/** A finite form, or a participle with an auxiliary that is one. */
const isTensed = (words: readonly Word[], at: number): boolean =>
  /^VB[DZP]$/.test(words[at]!.xpos) ||
  words[at]!.children.some((child) => /^(?:VB[DZP]|MD)$/.test(words[child]!.xpos) && child < at);

/** A verb that "and" or a comma joins to the one before, also where the tree hangs it on the cue of the whole. */
const isJoined = (words: readonly Word[], { head, cue }: Draft): boolean =>
  words[head]!.relation === "conj" ||
  (words[head]!.relation === "ccomp" && /^(?:,|and|but|or)$/i.test(words[cue[0] - 1]?.text ?? ""));

/** The drafts with contents that lie within those of their parents. */
const contentsWithin = (
  scene: Scene,
  drafts: readonly Draft[],
  parents: readonly (number | undefined)[],
): Draft[] => {
  const contents = withinParents(
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
  drafts: readonly Draft[],
  parents: readonly (number | undefined)[],
  ends: readonly number[],
): (readonly Span[])[] => {
  const done: (readonly Span[])[] = [];
  const clip = (index: number): readonly Span[] => {
    const ready = done[index];
    if (ready) return ready;
    const parent = parents[index];
    const own = drafts[index]!.content;
    done[index] = own;
    if (parent === undefined) return own;
    const outer = clip(parent);
    const inside = own.flatMap((span) =>
      outer
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

/** "I" and "we" inside a statement stand for the one who makes it, where the actors don't say. */
const withOwnVoice = (
  { input: { words } }: Scene,
  draft: Draft,
  statement: Statement,
  all: readonly Statement[],
): Statement => {
  const speaker = draft.speaker === undefined ? undefined : words[draft.speaker];
  if (!speaker || statement.speakers.length > 0 || !/^(I|we|my|our|us|me)$/i.test(speaker.text))
    return statement;
  for (let at = statement.within; at !== undefined; at = all[at]!.within)
    if (all[at]!.speakers.length > 0) return { ...statement, speakers: all[at]!.speakers };
  return statement;
};

const spanOf = ({ input: { words } }: Scene, { cue }: Draft): Span => ({
  start: words[cue[0]]!.start,
  end: words[cue[1]]!.end,
});

const spansOf = (draft: Draft, scene: Scene): Span[] => [...draft.content, spanOf(scene, draft)];
const startOf = (draft: Draft, scene: Scene): number =>
  Math.min(...spansOf(draft, scene).map(({ start }) => start));
const endOf = (draft: Draft, scene: Scene): number =>
  Math.max(...spansOf(draft, scene).map(({ end }) => end));

/** Direct where all content stands between marks, mixed where some does. */
export const formOf = (content: readonly Span[], quotations: readonly Quotation[]): StatementForm => {
  const isQuotation = (span: Span): boolean => {
    const near = quotations[firstFrom(quotations, span.start)];
    return near !== undefined && near.start === span.start && Math.abs(near.end - span.end) <= 2;
  };
  if (content.every(isQuotation)) return "direct";
  const hasInside = content.some((span) => {
    const near = quotations[firstFrom(quotations, span.start)];
    return near !== undefined && holds(span, near);
  });
  return hasInside ? "mixed" : "indirect";
};

/** Position of the first quotation that starts at `point` or later. */
const firstFrom = (quotations: readonly Quotation[], point: number): number =>
  lastBefore(quotations, point - 1) + 1;
