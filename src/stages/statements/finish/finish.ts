// Statements in the making -> statements: nested, with form, speakers, context and confidence, in text order.
import { type Dated, datesOf } from "../../../dating/date-of.ts";
import type { Quotation } from "../../../model/sentence.ts";
import { holds, lastBefore, type Span } from "../../../model/span.ts";
import type { Statement, StatementForm } from "../../../model/statement.ts";
import type { Word } from "../../../model/token.ts";
import { throughQuotations } from "../contents/quotation-reach.ts";
import type { Draft, Scene } from "../draft.ts";
import { calibrated, confidenceOf } from "./confidence.ts";
import { contentsWithin, insideQuotation, nestables, spanOf, untilSecondThat } from "./contents-within.ts";
import { actorsAt, actorsOf } from "./context.ts";
import type { ActorsAt } from "./issuers.ts";
import { mediumOf } from "./medium.ts";
import { parentsOf } from "./nest.ts";
import { headIn, ownSpeakers, speakersOf, withOwnVoice } from "./own-speakers.ts";

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
        !isDeed(input.words, draft) &&
        !isNoWord(scene, draft),
    )
    .sort(
      (a, b) => startOf(a, scene) - startOf(b, scene) || endOf(b, scene) - endOf(a, scene) || a.head - b.head,
    );
  const ordered = all.filter(({ host }) => host === undefined);
  for (const draft of all) {
    const at = ordered.findIndex(({ head }) => head === draft.host);
    if (draft.host !== undefined && at >= 0) ordered.splice(at + 1, 0, draft);
  }
  const at = actorsAt(input.mentions, input.actors);
  const kept = untilSecondThat(scene, withoutEchoes(scene, ordered, at));
  const first = parentsOf(nestables(scene, kept));
  const clipped = contentsWithin(scene, kept, first);
  const parents = parentsOf(nestables(scene, clipped));
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
    const date = utteredOn(input.document.published, ofSaying(scene, dateOf(draft.head), contents[index]!));
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
      addressees: addresseesOf(words, draft, speakers, at),
      ...(medium ? { medium } : {}),
      ...(date ? { date } : {}),
      confidence: calibrated(draft.confidence),
      rule: draft.rule,
    });
  });
  return found.map((statement, index) => withOwnVoice(scene, named[index]!, statement, found));
};

/** "promised to vote by Friday": a time in what is said is not that of the saying. */
const ofSaying = (
  { input: { times } }: Scene,
  dated: Dated | undefined,
  content: readonly Span[],
): Dated | undefined => {
  const time = times[dated?.time ?? -1];
  const isInside = time && content.some(({ start, end }) => start <= time.start && time.end <= end);
  return isInside ? undefined : dated;
};

/** Who hears it: nobody who would be the speaker himself. */
const addresseesOf = (
  words: readonly Word[],
  { addressee }: Draft,
  speakers: readonly number[],
  at: ActorsAt,
): number[] => {
  if (addressee === undefined) return [];
  const found = actorsOf(words, addressee, at);
  const isOwn = /^(?:me|us)$/i.test(words[addressee]!.text);
  return isOwn ? found : found.filter((actor) => !speakers.includes(actor));
};

/** How many days before the report the day of the sentence before may lie that a statement was made on. */
const freshness = 2;

/**
 * The day of a statement: never one behind the report, and that of the sentence before only where it is news ("A met B
 * on June 1. C told a newspaper" was told no-one-knows-when).
 */
const utteredOn = (published: string | undefined, dated: Dated | undefined): string | undefined => {
  if (!dated || published === undefined || dated.basis === "report") return dated?.date;
  const days = Math.round((Date.parse(published.slice(0, 10)) - Date.parse(dated.date)) / 86_400_000);
  if (days < 0) return dated.date.length === 10 ? undefined : dated.date;
  return dated.basis === "narrative" && days > freshness ? undefined : dated.date;
};

/** "urged Israel to take steps to address violence", "to support a solution": what is to be done is no utterance. */
const isDeed = (words: readonly Word[], { head }: Draft): boolean =>
  // "accused Khartoum of supporting the militia".
  (/^(?:support|back|address|promote)$/.test(words[head]!.lemma) &&
    words[head]!.xpos === "VBG" &&
    /^(?:of|for)$/i.test(words[head - 1]?.text ?? "")) ||
  ((/^(?:address|support|back|advance)$/.test(words[head]!.lemma) ||
    // "reserved the right to respond to it".
    (/^(?:respond|react)$/.test(words[head]!.lemma) && words[head]!.relation === "acl")) &&
    words[head]!.xpos === "VB" &&
    words[head - 1]?.text === "to" &&
    /^(?:xcomp|acl|advcl|ccomp)$/.test(words[head]!.relation));

/** "who asked not to be named", "diplomats who were briefed on the talks": no word of anybody's on any matter. */
const isNoWord = (
  { input: { document, words, times } }: Scene,
  { head, speaker, source, content, cue }: Draft,
): boolean => {
  const said = content.map(({ start, end }) => document.text.slice(start, end)).join(" ");
  // "sent Minsk a request on Tuesday": when, and not what.
  const isWhen = times.some(({ start, end }) => start === content[0]!.start && end === content[0]!.end);
  if (isWhen && content.length === 1 && /^on$/i.test(words[cue[1]]!.text)) return true;
  if (/^(?:not )?to (?:be|remain) (?:named|identified|quoted|anonymous|unnamed)\b/i.test(said)) return true;
  // What an agency says of its own report.
  const by = source ? document.text.slice(source.start, source.end) : "";
  if (/\b(?:earlier|previous) version of this (?:story|report|article)$/i.test(by)) return true;
  const isPassive = words[head]!.children.some((child) => words[child]!.relation === "aux:pass");
  return words[head]!.lemma === "brief" && isPassive && speaker === undefined;
};

/** Where the phrases that say how something is said can stand: in the content around it, else in its sentence. */
const hullOf = (
  { input: { sentences, words } }: Scene,
  { head }: Draft,
  outer: readonly Span[] | undefined,
): Span =>
  outer?.find(({ start, end }) => start <= words[head]!.start && words[head]!.end <= end) ??
  sentences[words[head]!.sentence]!;

/**
 * "declined to say whether": the infinitive that a refusal opens with is no statement of its own; nor is what somebody says
 * "in his words" within his own.
 */
const withoutEchoes = (scene: Scene, drafts: readonly Draft[], at: ActorsAt): readonly Draft[] => {
  const parents = parentsOf(nestables(scene, drafts));
  return drafts.filter((draft, index) => {
    const parent = drafts[parents[index] ?? -1];
    if (parent && draft.rule === "in-words-of" && isSelf(scene, draft, parent, at)) return false;
    if (!parent || !/^(?:refuse|decline-comment)$/.test(parent.act.name)) return true;
    return (
      spanOf(scene, draft).start > (parent.content[0]?.start ?? 0) + 3 || draft.speaker !== parent.speaker
    );
  });
};

const isSelf = ({ input: { words } }: Scene, inner: Draft, outer: Draft, at: ActorsAt): boolean => {
  if (inner.speaker === undefined || outer.speaker === undefined) return false;
  const own = actorsOf(words, inner.speaker, at);
  const others = actorsOf(words, outer.speaker, at);
  return words[inner.speaker]!.xpos === "PRP$" && own.some((actor) => others.includes(actor));
};

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
