// What somebody says did not take place -> a denied contact: "said they had not met", "rejected the claim that he had
// called", "dismissed reports of a meeting".
import { lemmaOf } from "../../../clause/arguments.ts";
import type { innermost } from "../../../clause/innermost.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { Reading } from "../../../model/reading.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";
import type { Sighting } from "../find-sightings.ts";
import { countSides } from "../parties/widen-participants.ts";

type Input = Pick<Reading, "words" | "statements">;

const claims = /^(claim|report|allegation|rumou?r|suggestion|assertion|story|accusation|speculation|talk)$/i;
const untrue =
  /^(?:false|untrue|fake|baseless|groundless|unfounded|fabricated|wrong|incorrect|fiction|nonsense|lie)$/i;
const denies =
  /^(reject|dismiss|deny|refute|dispute|contradict|debunk|rebut|brush_off|brush_aside|wave_off|disavow|rubbish|scotch|quash)$/;

/** The sightings, those that a source says did not happen as denied; `told` where it is no more than someone's word. */
export const withDenials = (
  { words, statements }: Input,
  sightings: readonly Sighting[],
  parties: Parties,
  within: ReturnType<typeof innermost>,
): Sighting[] =>
  sightings.map((sighting) => {
    const statement = within(sighting.word);
    const told = statement !== undefined ? { told: true } : {};
    if (countSides(sighting.seen, parties) < 2) return { ...sighting, ...told };
    const act = statements[statement ?? -1]?.act;
    const negated =
      sighting.standing === "negated" &&
      !isSince(words, sighting.word) &&
      isPast(words, sighting) &&
      !isRuledOut(words, sighting.word) &&
      act !== undefined;
    const denied =
      (negated && !/^(want|ask|urge|demand|propose|offer|intend|refuse|threaten|promise)$/.test(act)) ||
      (/^(negated|actual|denied)$/.test(sighting.standing) && isRejected(words, sighting.word));
    return { ...sighting, ...told, ...(denied && { standing: "denied" as const }) };
  });

/** "ruled out talks with Trump": refused, and no word on whether there were any. */
const isRuledOut = (words: readonly Word[], word: number): boolean => {
  const { head } = words[word]!;
  return head >= 0 && lemmaOf(words, head) === "rule_out";
};

/** "had not talked to him since April": they had before. */
const isSince = (words: readonly Word[], word: number): boolean =>
  words
    .slice(word + 1, word + 12)
    .some(({ text, sentence }) => sentence === words[word]!.sentence && /^since$/i.test(text));

/** "had not met", "did not call", "there has been no call", "no meeting took place"; but not "no talks are planned". */
const isPast = (words: readonly Word[], { word, clause }: Sighting): boolean => {
  const verb = words[word]!.upos === "VERB" ? words[word]! : verbOf(words, word, clause);
  const helpers = verb.children.map((child) => words[child]!).filter(({ upos }) => upos === "AUX");
  if (helpers.some(({ text }) => /^(will|wo|would|can|ca|could|should|may|might|must|shall)$/i.test(text)))
    return false;
  if (
    /^(plan|schedule|foresee|expect|set|agree|arrange|prepare|intend|report|announce|confirm|disclose|publish)$/.test(
      verb.lemma,
    )
  )
    return false;
  return (
    verb.xpos === "VBD" ||
    helpers.some(({ lemma, text }) => lemma === "have" || /^(did|was|were)$/i.test(text))
  );
};

/** The verb that says of a noun that it was. */
const verbOf = (words: readonly Word[], word: number, clause: number): Word => {
  const head = words[words[word]!.head];
  return /^nsubj/.test(words[word]!.relation) && head ? head : words[clause]!;
};

/** "rejected Trump's claim that he had talked to Xi": a claim that somebody rejects stands above. */
const isRejected = (words: readonly Word[], word: number): boolean => {
  let at = word;
  for (let step = 0; step < 5; step += 1) {
    const { head } = words[at]!;
    if (head < 0) return false;
    const relation = baseRelation(words[at]!);
    if (!/^(acl|ccomp|nmod|obj|conj|xcomp|advcl|obl)$/.test(relation)) return false;
    at = head;
    if (!claims.test(words[at]!.lemma)) continue;
    const above = words[words[at]!.head];
    // "Reports that he had phoned Netanyahu are false"
    if (/^nsubj/.test(words[at]!.relation) && above && untrue.test(above.lemma)) return true;
    if (above === undefined || !/^(obj|obl|iobj)$/.test(baseRelation(words[at]!))) return false;
    // "dismissed as fabricated a report that he had sat down with them"
    const rejecting = above.relation === "advcl" && above.head >= 0 ? above.head : above.index;
    return denies.test(lemmaOf(words, rejecting)) || denies.test(lemmaOf(words, above.index));
  }
  return false;
};
