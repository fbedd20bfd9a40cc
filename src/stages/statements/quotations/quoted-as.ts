// "the agency quoted the minister as saying …", "the minister was quoted by the agency as saying …" -> two statements:
// the agency's, and in it the minister's; where nobody is named who quotes, one.
import { lastBefore, type Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { rightReach } from "../contents/clause-reach.ts";
import { cutShort } from "../contents/cut.ts";
import { cueReach, isPassive, opensClause } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans, range, trim } from "../spans.ts";
import { sourceSpan } from "../speakers/source.ts";
import { subjectOf } from "../speakers/speaker.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];
/** Somebody named: the words, the word that heads them, and their span. */
type Party = { readonly head: number; readonly span: Span };

/** The statements of every "quoted … as saying". */
export const quotedAsDrafts = (scene: Scene): Draft[] =>
  scene.input.words.flatMap((word) =>
    /^(?:quote|cite|report|record|describe|recall|remember)$/.test(word.lemma) &&
    /^VB[DNPZ]$/.test(word.xpos) &&
    word.upos === "VERB"
      ? draftsAt(scene, word.index)
      : [],
  );

const draftsAt = (scene: Scene, quote: number): Draft[] => {
  const { words } = scene.input;
  const as = asSaying(words, quote);
  if (as === undefined) return [];
  const saying = as + 1;
  const passive = isPassive(words, quote) || words[as - 1]!.index === quote;
  const between =
    partyIn(scene, [quote + 1, as - 1], passive) ?? (passive ? agentBehind(scene, saying) : undefined);
  const subject = subjectBefore(scene, quote);
  const quoter = passive ? between : subject;
  const quoted = passive ? subject : between;
  if (!quoted) return [];
  const after = saidAfter(scene, saying);
  const said = after?.[0] ?? saidBefore(scene, (quoter ?? quoted).span.start, quoted.span.start);
  if (!said || said.length === 0) return [];
  const common = {
    act: scene.language.acts.get("say")!,
    negated: false,
    confidence: 0.95,
    rule: "quoted-as",
  };
  const cue = cueReach(words, quote);
  const inner = { ...common, speaker: quoted.head, source: quoted.span, content: said };
  if (!quoter) return [{ ...inner, head: saying, cue: [cue[0], saying] }];
  const tail = { start: passive ? words[as]!.start : quoted.span.start, end: words[saying]!.end };
  const content = [...(passive ? [quoted.span] : []), tail, ...(after?.[1] ?? said)].sort(
    (a, b) => a.start - b.start,
  );
  return [
    {
      ...common,
      head: quote,
      cue,
      speaker: quoter.head,
      source: quoter.span,
      content: touching(content),
    },
    { ...inner, head: saying, cue: [saying, saying] },
  ];
};

/** Position of the "as" of "as saying" after the verb, with nothing but a name between. */
const asSaying = (words: Words, quote: number): number | undefined => {
  const { sentence } = words[quote]!;
  for (let at = quote + 1; at < quote + 22 && words[at]?.sentence === sentence; at += 1) {
    if (words[at]!.text.toLowerCase() === "as")
      return /^(?:saying|telling|stating|warning|adding|insisting)$/i.test(words[at + 1]?.text ?? "")
        ? at
        : undefined;
    if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos) || words[at]!.text === ":") return undefined;
  }
  return undefined;
};

/** The name that the words give; after a passive it stands behind "by" or "in". */
const partyIn = (scene: Scene, [first, last]: Range, passive: boolean): Party | undefined => {
  const { words } = scene.input;
  const from = passive && /^(?:by|in)$/i.test(words[first]?.text ?? "") ? first + 1 : first;
  if (from > last || (passive && from === first)) return undefined;
  const run = range(from, last);
  const span = trim(words, run);
  const head = run.find(
    (at) =>
      /^(?:NOUN|PROPN|PRON)$/.test(words[at]!.upos) && !(words[at]!.head >= from && words[at]!.head <= last),
  );
  return span && head !== undefined ? { head, span } : undefined;
};

/** "was quoted as saying by state television": who quotes stands behind, and ends the sentence. */
const agentBehind = (scene: Scene, saying: number): Party | undefined => {
  const { words } = scene.input;
  if (!/^by$/i.test(words[saying + 1]?.text ?? "")) return undefined;
  let last = saying + 1;
  while (
    words[last + 1]?.sentence === words[saying]!.sentence &&
    !/^(?:[,;:()—–.!?]|--)$/.test(words[last + 1]!.text)
  )
    last += 1;
  return partyIn(scene, [saying + 1, last], true);
};

const subjectBefore = (scene: Scene, quote: number): Party | undefined => {
  const { words, quotations } = scene.input;
  const passive = words[quote]!.children.map((child) => words[child]!).find(
    (word) => word.relation === "nsubj:pass",
  );
  const head = passive?.index ?? subjectOf(words, quote);
  const span = head === undefined ? undefined : sourceSpan(words, head, quotations, [quote, quote]);
  return head !== undefined && span ? { head, span } : undefined;
};

/** What follows "as saying": what the one word reports, and all that is quoted. */
const saidAfter = (scene: Scene, saying: number): readonly [Span[], Span[]] | undefined => {
  const { words, quotations } = scene.input;
  const { sentence } = words[saying]!;
  let from = saying + 1;
  if (/^[,:]$/.test(words[from]?.text ?? "")) from += 1;
  if (words[saying + 1]?.text === "," && /^(?:while|and|but|as|after|though)$/i.test(words[from]?.text ?? ""))
    return undefined;
  if (/^(?:telling|warning)$/i.test(words[saying]!.text)) from = afterListener(words, from);
  let last = from;
  while (words[last + 1]?.sentence === sentence && !/^(?:[,;()—–.!?]|--)$/.test(words[last + 1]!.text))
    last += 1;
  const body = range(from, last);
  if (!body.some((at) => /^(?:VB[DZP]|MD)$/.test(words[at]?.xpos ?? "") && words[at]!.sentence === sentence))
    return undefined;
  const all = rightReach(scene, saying, body);
  const heard = range(saying + 1, from - 1);
  return [
    contentSpans(words, cutShort(scene, saying, all, "verb"), quotations),
    contentSpans(words, [...heard, ...all], quotations),
  ];
};

/** "telling a meeting that": the "that" behind the listener's name. */
const afterListener = (words: Words, from: number): number => {
  for (let at = from; at < from + 10 && words[at] && words[at]!.sentence === words[from]!.sentence; at += 1) {
    if (opensClause(words, at)) return at;
    if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|ADP)$/.test(words[at]!.upos)) return from;
  }
  return from;
};

/** What stands before the names: a quotation that ends there, else the sentence up to there. */
const saidBefore = (scene: Scene, quoter: number, quoted: number): Span[] | undefined => {
  const { words, quotations } = scene.input;
  const start = Math.min(quoter, quoted);
  const near = quotations[lastBefore(quotations, start)];
  if (near && near.depth === 0 && near.end <= start && start - near.end < 3)
    return [{ start: near.start, end: near.end }];
  const last = lastBefore(words, start - 1);
  if (words[last]?.text !== ",") return undefined;
  let first = last;
  while (words[first - 1]?.sentence === words[last]!.sentence) first -= 1;
  return contentSpans(words, range(first, last - 1), quotations);
};

/** Spans in order, as one where nothing but a blank parts them. */
const touching = (spans: readonly Span[]): Span[] => {
  const found: Span[] = [];
  for (const span of spans) {
    const before = found.at(-1);
    if (before && span.start <= before.end + 1)
      found[found.length - 1] = { start: before.start, end: Math.max(before.end, span.end) };
    else found.push(span);
  }
  return found;
};
