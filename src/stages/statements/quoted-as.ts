// "“…,” the agency quoted the minister as saying." -> two statements: the agency's, and in it the minister's.
import type { Word } from "../../model/token.ts";
import { cueReach } from "./cue.ts";
import type { Draft, Scene } from "./draft.ts";
import { sourceSpan } from "./source.ts";
import { contentSpans, lastBefore, trim } from "./spans.ts";
import { subjectOf } from "./speaker.ts";

type Words = readonly Word[];

/** Both statements, where what is quoted stands before them; none where it follows, which rules read. */
export const quotedAsDrafts = (scene: Scene): Draft[] => {
  const { words } = scene.input;
  return words.flatMap((word) =>
    /^(?:quote|cite)$/.test(word.lemma) && word.upos === "VERB" ? draftsAt(scene, word.index) : [],
  );
};

const draftsAt = (scene: Scene, quote: number): Draft[] => {
  const { words, quotations, sentences } = scene.input;
  const { sentence } = words[quote]!;
  let as = quote + 1;
  while (as < quote + 18 && words[as]?.sentence === sentence && words[as]!.text.toLowerCase() !== "as")
    as += 1;
  const saying = words[as + 1];
  if (
    words[as]?.sentence !== sentence ||
    as === quote + 1 ||
    !/^(?:saying|telling|stating)$/i.test(saying?.text ?? "")
  )
    return [];
  if (!isLast(words, as + 1)) return [];
  const subject = subjectOf(words, quote);
  const source = subject === undefined ? undefined : sourceSpan(words, subject, quotations, [quote, quote]);
  if (subject === undefined || !source) return [];
  const run = Array.from({ length: as - quote - 1 }, (_, at) => quote + 1 + at);
  const inner = trim(words, run);
  const speaker = run.find(
    (index) => /^(?:NOUN|PROPN|PRON)$/.test(words[index]!.upos) && !run.includes(words[index]!.head),
  );
  const near = quotations[lastBefore(quotations, source.start)];
  const isDirect =
    near !== undefined && near.depth === 0 && source.start - near.end < 3 && near.end <= source.start;
  const first = lastBefore(words, sentences[sentence]!.start);
  const before = lastBefore(words, source.start - 1);
  const said = isDirect
    ? [{ start: near.start, end: near.end }]
    : contentSpans(
        words,
        Array.from({ length: before - first + 1 }, (_, at) => first + at),
        quotations,
      );
  if (!inner || speaker === undefined || said.length === 0) return [];
  const say = scene.language.acts.get("say")!;
  const tail = { start: inner.start, end: saying!.end };
  const common = { act: say, negated: false, confidence: 0.95, rule: "quoted-as" };
  return [
    {
      ...common,
      head: quote,
      cue: cueReach(words, quote),
      speaker: subject,
      source,
      content: [...said, tail],
    },
    { ...common, head: as + 1, cue: [as + 1, as + 1], speaker, source: inner, content: said },
  ];
};

/** True where nothing but a time or a place follows in the sentence. */
const isLast = (words: Words, index: number): boolean => {
  let after = 0;
  for (let at = index + 1; words[at]?.sentence === words[index]!.sentence; at += 1) {
    if (/^(?:VERB|AUX|SCONJ)$/.test(words[at]!.upos) || /^[,:"“]$/.test(words[at]!.text)) return false;
    if (words[at]!.upos !== "PUNCT") after += 1;
  }
  return after < 6;
};
