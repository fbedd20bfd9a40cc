// "It" that says something -> the ministry, palace, party or state that the text has last heard: "…, the Kremlin announced.
// The call was frank, it said."
import type { Mention } from "../../model/actor.ts";
import type { Cast, Entity } from "./entity.ts";

/** How many sentences back it may have spoken. */
const memory = 4;

const marks = /^["”’']$/;

/** The body that an "it" with a verb of speech stands for; undefined for every other "it". */
export const bodyThatSpoke = (cast: Cast, pronoun: Mention): Entity | undefined => {
  if (!isItThatSpeaks(cast, pronoun)) return undefined;
  const { sentence } = cast.words[pronoun.first]!;
  const isQuoted = marks.test(cast.words[pronoun.first - 1]?.text ?? "");
  for (let index = pronoun.index - 1; index >= 0; index -= 1) {
    const mention = cast.mentions[index]!;
    if (cast.words[mention.first]!.sentence < sentence - memory) break;
    // "“Hamas continues to refuse,” [it] said": whom it quotes on is not who speaks.
    if (isQuoted && cast.words[mention.first]!.sentence === sentence) continue;
    const [entity] = cast.of[index] ?? [];
    if (!entity || entity.kind === "person" || mention.form === "demonym" || cast.of[index]!.length > 1)
      continue;
    // "The Kremlin's version sounded different" is as good as its words.
    if (speaks(cast, mention) || (entity.kind === "organization" && opens(cast, mention, sentence - 1)))
      return entity;
  }
  return undefined;
};

/** "…, the Directorate said. Erdoğan told him that Syria must recover, [it] added.": behind what it says, whoever spoke before goes on. */
export const bodyThatAdds = (cast: Cast, pronoun: Mention): Entity | undefined => {
  const [before, after] = [cast.words[pronoun.head - 1], cast.words[pronoun.head + 2]];
  const isBehind =
    (before?.text === "," || marks.test(before?.text ?? "")) &&
    (after === undefined || /^[.,]$/.test(after.text));
  return isBehind ? bodyThatSpoke(cast, pronoun) : undefined;
};

/** "The ministry handed the envoy a note, it said": the body that did what it tells of itself. */
export const bodyThatTells = (cast: Cast, pronoun: Mention): Entity | undefined => {
  if (!isItThatSpeaks(cast, pronoun)) return undefined;
  const said = cast.words[cast.words[pronoun.head]!.head]!;
  const clause = said.children.find(
    (child) => /^(?:ccomp|parataxis)$/.test(cast.words[child]!.relation) && child < pronoun.head,
  );
  if (clause === undefined || cast.words[pronoun.head - 1]?.text !== ",") return undefined;
  const subject = cast.words[clause]!.children.find((child) => cast.words[child]!.relation === "nsubj");
  const mention = cast.mentions.find(({ head, form }) => head === subject && form !== "pronoun");
  const [entity, more] = (mention && cast.of[mention.index]) ?? [];
  return !more && entity?.kind === "organization" ? entity : undefined;
};

/** "Iran's ministry gave another account. In a statement, it said …": the body or state that the sentence before is about. */
export const bodyBefore = (cast: Cast, pronoun: Mention): Entity | undefined => {
  if (!isItThatSpeaks(cast, pronoun)) return undefined;
  const { sentence } = cast.words[pronoun.first]!;
  const inside = cast.mentions.some(
    ({ head, index }) =>
      index < pronoun.index &&
      cast.words[head]!.sentence === sentence &&
      cast.words[head]!.relation.startsWith("nsubj") &&
      cast.of[index]?.some(({ kind }) => kind === "organization" || kind === "state"),
  );
  if (inside) return undefined;
  const subjects = cast.mentions.filter(({ head, form }) => {
    const word = cast.words[head]!;
    return (
      word.sentence === sentence - 1 &&
      form !== "demonym" &&
      word.relation.startsWith("nsubj") &&
      cast.words[word.head]?.relation === "root"
    );
  });
  const [entity, more] = subjects.length === 1 ? (cast.of[subjects[0]!.index] ?? []) : [];
  return !more && entity?.kind === "organization" ? entity : undefined;
};

const isItThatSpeaks = (cast: Cast, pronoun: Mention): boolean =>
  pronoun.gender === "neuter" && /^it$/i.test(cast.words[pronoun.first]!.text) && speaks(cast, pronoun);

const speaks = ({ words, language }: Cast, mention: Mention): boolean => {
  const own = words[mention.head]!;
  // "the group's Al-Manar television reported": what kind of house the name is.
  const { relation, head: above } =
    own.relation === "compound" && outlets.test(words[own.head]!.lemma) ? words[own.head]! : own;
  const verb = words[above];
  return (
    /^(?:nsubj|expl)$/.test(relation) &&
    verb?.upos === "VERB" &&
    (language.speech.has(verb.lemma) ||
      /^(?:specify|blame|refer|stress|accuse|urge|condemn|reiterate|reaffirm|deplore|regret|appeal)$/.test(
        verb.lemma,
      ) ||
      verb.children.some((child) => words[child]!.relation === "obj" && words[child]!.lemma === "mention"))
  );
};

const outlets = /^(?:television|tv|radio|channel|newspaper|daily|agency|site|website|outlet|broadcaster)$/i;

/** "cut its ties with Belgium, accusing it of …": the state or body named last in the sentence, but not the one that accuses. */
export const bodyAccused = (cast: Cast, pronoun: Mention): Entity | undefined => {
  const { words, mentions, of } = cast;
  const { relation, head, sentence } = words[pronoun.head]!;
  const verb = words[head];
  if (!/^(?:obj|iobj)$/.test(relation) || !verb || !told.test(verb.lemma) || pronoun.gender !== "neuter")
    return undefined;
  for (let index = pronoun.index - 1; index >= 0; index -= 1) {
    const mention = mentions[index]!;
    const word = words[mention.head]!;
    if (word.sentence !== sentence) break;
    const [entity] = of[index] ?? [];
    const acts = /^nsubj/.test(word.relation) && word.head !== head;
    if (entity && /^(?:state|organization)$/.test(entity.kind) && mention.form === "name" && !acts)
      return entity;
  }
  return undefined;
};

const told = /^(?:accuse|blame|urge|warn|praise|thank|criticize|tell|ask)$/;

/** Owns the subject of the sentence before. */
const opens = ({ words }: Cast, { head }: Mention, sentence: number): boolean => {
  const { relation, head: above, sentence: own } = words[head]!;
  return own === sentence && relation === "nmod:poss" && /^nsubj/.test(words[above]?.relation ?? "");
};
