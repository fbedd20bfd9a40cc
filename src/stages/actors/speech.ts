// Quotations -> who speaks in each, by the verb of speech beside it; "I", "me" and "my" inside are that speaker.
import type { Mention } from "../../model/actor.ts";
import type { Quotation } from "../../model/sentence.ts";
import { firstFrom } from "../../model/span.ts";
import type { Word } from "../../model/token.ts";
import { attach, type Cast, type Entity } from "./entity.ts";
import { stateNamed } from "./relations.ts";

/** The mention of each outermost quotation's speaker, by the quotation's index. */
export const findSpeakers = (cast: Cast): Map<number, Mention> => {
  const found = new Map<number, Mention>();
  const starts = new Map(cast.words.map((word) => [word.start, word.index]));
  const byHead = new Map<number, Mention>();
  for (const mention of cast.mentions)
    if (mention.form !== "demonym" && !byHead.has(mention.head)) byHead.set(mention.head, mention);
  for (const quotation of cast.quotations) {
    if (quotation.depth > 0) continue;
    const before = quotation.continues ? found.get(quotation.index - 1) : undefined;
    const first = starts.get(quotation.start) ?? firstFrom(cast.words, quotation.start);
    const speaker = before ?? besides(cast, byHead, quotation, first);
    if (speaker) found.set(quotation.index, speaker);
  }
  return found;
};

const span = 14;

const besides = (
  cast: Cast,
  byHead: ReadonlyMap<number, Mention>,
  quotation: Quotation,
  first: number,
): Mention | undefined => {
  const after = firstFrom(cast.words, quotation.end);
  const sentences = new Set([cast.words[first]?.sentence, cast.words[after - 1]?.sentence]);
  const around: number[] = [];
  for (let at = after; at < after + span && sentences.has(cast.words[at]?.sentence); at++) around.push(at);
  for (let at = first - 1; at > first - span && at >= 0; at--) {
    // A colon or a comma may end the sentence before: `X said: "…"`
    if (cast.words[at]!.sentence !== cast.words[first]?.sentence && !/[:,]/.test(cast.words[first - 1]!.text))
      break;
    around.push(at);
  }
  for (const at of around) {
    const word = cast.words[at]!;
    if (!cast.language.speech.has(word.lemma) || (word.upos !== "VERB" && word.upos !== "X")) continue;
    const subject = subjectOf(cast, byHead, word);
    if (subject && !(subject.start >= quotation.start && subject.end <= quotation.end)) return subject;
  }
  return undefined;
};

const subjectOf = (cast: Cast, byHead: ReadonlyMap<number, Mention>, verb: Word): Mention | undefined => {
  for (const child of verb.children) {
    const word = cast.words[child]!;
    if (word.relation.startsWith("nsubj")) return byHead.get(child);
  }
  return undefined;
};

/** Gives first-person pronouns inside quotations to the speaker; the "we" of who serves a state is that state. */
export const resolveFirstPerson = (
  cast: Cast,
  speakers: ReadonlyMap<number, Mention>,
  quoted: Int32Array,
): void => {
  for (const mention of cast.mentions) {
    if (mention.person !== 1 || mention.form !== "pronoun" || cast.of[mention.index]) continue;
    const speaker = speakers.get(quoted[mention.first]!);
    const entities: readonly Entity[] | undefined = speaker && cast.of[speaker.index];
    if (entities) attach(cast, mention, ...(mention.plural ? sidesOf(cast, entities) : entities));
  }
};

const serving =
  /^(?:head|deputy head|monarch|.*minister|security adviser|spokesperson|ambassador|envoy|chief of staff|military.*)$/;

/** The state that a speaker speaks for, where an office or a body says so; else the speaker. */
const sidesOf = (cast: Cast, speakers: readonly Entity[]): readonly Entity[] =>
  speakers.map((speaker) => {
    const former = speaker.titles.some((title) => title.modifier === "former");
    const official =
      speaker.kind === "organization"
        ? speaker.rule.startsWith("body:")
        : speaker.person !== undefined || speaker.titles.some((title) => serving.test(title.group ?? ""));
    return (
      (!former && official && speaker.country ? stateNamed(cast, speaker.country) : undefined) ?? speaker
    );
  });
