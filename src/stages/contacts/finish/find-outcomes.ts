// A contact and the sentences that go on about it -> what came of it: what both sides agreed, signed or decided, and
// how the talks ended.
import { lemmaOf, objectOf, subjectOf } from "../../../clause/arguments.ts";
import { standingOf } from "../../../clause/factuality.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { ContactsLanguage } from "../../../language/contacts.ts";
import type { Reading } from "../../../model/reading.ts";
import type { Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation, subtree } from "../../../model/tree.ts";
import { namesBoth } from "../around/complete-sightings.ts";
import type { Draft } from "../merge-sightings.ts";
import { countSides } from "../parties/widen-participants.ts";

/** How many sentences after its last mention still tell of a contact. */
const reach = 4;

/** Spans from the verb on, in text order; `until` is where the text goes on to the next contact. */
export const outcomesOf = (
  { words }: Pick<Reading, "words">,
  draft: Draft,
  until: number,
  bySentence: (sentence: number) => readonly Word[],
  parties: Parties,
  { outcomes, governors }: ContactsLanguage,
): Span[] => {
  if (draft.status !== "held") return [];
  const nouns = new Set(draft.sightings.map(({ word }) => word));
  const sentences = new Set(
    draft.sightings.flatMap(({ word }) =>
      Array.from({ length: reach + 1 }, (_, at) => words[word]!.sentence + at),
    ),
  );
  const found: Span[] = [];
  for (const word of [...sentences].flatMap(bySentence)) {
    if (word.start >= until || word.upos !== "VERB") continue;
    const row = outcomes.get(lemmaOf(words, word.index)) ?? outcomes.get(word.lemma.toLowerCase());
    if (!row || found.some((one) => one.end > word.start)) continue;
    // "The talks brought together …" tells who was there.
    if (/^together$/i.test(words[word.index + 1]?.text ?? "")) continue;
    // "as the two governments agreed in June"
    if (word.children.some((child) => child < word.index && /^as$/i.test(words[child]!.text))) continue;
    const subject = subjectOf(words, word.index);
    const fits =
      row.by === "contact"
        ? subject !== undefined && nouns.has(subject)
        : isByBoth(words, word.index, subject, parties, draft);
    if (!fits || standingOf(words, word.index, governors) !== "actual") continue;
    if (
      row.objects.length > 0 &&
      !row.objects.includes(words[objectOf(words, word.index) ?? -1]?.lemma ?? "")
    )
      continue;
    found.push(clauseFrom(words, word.index));
  }
  return found;
};

/** Both sides are the subject, by name or as "the two leaders". */
const isByBoth = (
  words: Reading["words"],
  index: number,
  subject: number | undefined,
  parties: Parties,
  { seen }: Draft,
): boolean => {
  const acting = subject === undefined ? [] : parties.of(subject).map((actor) => ({ actor }));
  const sides = new Set(seen.map(({ actor }) => parties.sideOf(actor)));
  const own = acting.filter(({ actor }) => sides.has(parties.sideOf(actor)));
  return countSides(own, parties) > 1 || namesBoth(words, index, subject);
};

/** The verb and what follows of its clause, without what is said beside it. */
const clauseFrom = (words: Reading["words"], index: number): Span => {
  const parts = subtree(words, index).filter((at) => at >= index && !isBeside(words, at, index));
  let last = parts.at(-1) ?? index;
  while (last > index && isLoose(words, index, last)) last -= 1;
  return { start: words[index]!.start, end: words[last]!.end };
};

/** A mark at the end; a quotation mark only where its other one stands before the verb. */
const isLoose = (words: Reading["words"], first: number, last: number): boolean => {
  const { text } = words[last]!;
  if (/^[.,;]$/.test(text)) return true;
  if (!/^["”»]$/.test(text)) return false;
  for (let at = first; at < last; at += 1) if (/^["“«]$/.test(words[at]!.text)) return false;
  return true;
};

/** "…, the ministry said": hangs on the verb and is no part of what it tells. */
const isBeside = (words: Reading["words"], at: number, index: number): boolean => {
  for (let up = at, step = 0; up !== index && up >= 0 && step < 20; step += 1) {
    if (words[up]!.head === index) return /^(parataxis|conj|cc)$/.test(baseRelation(words[up]!));
    up = words[up]!.head;
  }
  return false;
};
