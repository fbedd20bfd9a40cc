// Words of a clause -> the actors that its phrases name as people who take part, each once, with roles.
import { markerOf, objectOf, standsFor } from "../../../clause/arguments.ts";
import { pastOrigin } from "../../../clause/around.ts";
import { actorsListedAfter, actorsRightAfter } from "../../../clause/nearby.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { ContactsLanguage } from "../../../language/contacts.ts";
import type { Role } from "../../../model/contact.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";

/** Someone named beside a sighting. */
export type Seen = { readonly actor: number; readonly role?: Role };

type Words = readonly Word[];

const together = /^(along|together|alongside|accompanied|joined|as_well)/;

/** Words of the clause's phrases with that preposition. */
export const phrases = (words: Words, index: number, place: string): number[] =>
  [...words[index]!.children, ...cleft(words, index)].filter(
    (child) =>
      (/^(obl|nmod)$/.test(baseRelation(words[child]!)) || words[child]!.index === words[index]!.head) &&
      markerOf(words, child).split("_").includes(place) &&
      !isOnward(words, child),
  );

/** "It was with Macron that Tokayev spoke": the phrase that stands ahead of its clause. */
const cleft = (words: Words, index: number): number[] => {
  const { relation, head } = words[index]!;
  const ahead = relation === "acl:relcl" ? words[head] : undefined;
  const isOne = ahead?.children.some((child) => /^it$/i.test(words[child]!.text) && child < head);
  return isOne && ahead!.children.some((child) => words[child]!.relation === "cop") ? [head] : [];
};

/** "landed in New York en route to Belize": where the way leads on to. */
const isOnward = (words: Words, index: number): boolean => {
  const mark = words[index]!.children.find((child) => words[child]!.relation === "case");
  return mark !== undefined && /^(route|way)$/i.test(words[mark - 1]?.text ?? "");
};

/** "along with her aides": those who go with the doer. */
export const besides = (
  words: Words,
  index: number,
  doer: number | undefined,
  parties: Parties,
  language: ContactsLanguage,
): number[] =>
  [
    ...[...words[index]!.children, ...(words[doer ?? -1]?.children ?? [])].filter(
      (child) => together.test(markerOf(words, child)) || isTogetherWith(words, child),
    ),
    ...present(words, index),
  ].flatMap((child) => people(words, child, parties, language));

/** "Together with Tusk, Fiala received Zelenskyy". */
const isTogetherWith = (words: Words, index: number): boolean => {
  const mark = words[index]!.children.find((child) => words[child]!.relation === "case") ?? index;
  return (
    /^with$/i.test(words[mark]!.text) &&
    /^(together|along|jointly)$/i.test(words[mark - 1]?.text ?? "") &&
    words[mark - 1]!.sentence === words[index]!.sentence
  );
};

/** "met in the presence of the emir": who is there, too. */
const present = (words: Words, index: number): number[] =>
  words[index]!.children.filter(
    (child) => words[child]!.lemma === "presence" && markerOf(words, child) === "in",
  ).flatMap((child) => words[child]!.children.filter((part) => markerOf(words, part) === "of"));

/** The actors a phrase names as people: by its own head, or by the modifiers of "officials", "leaders" and the like. */
export const people = (
  words: Words,
  index: number,
  parties: Parties,
  language: ContactsLanguage,
): number[] => {
  const first = standsFor(words, index);
  const list = [first, ...ownList(words, first, parties), ...sharing(words, first)];
  return list.flatMap((at) => {
    const fellows = fellowsOf(words, at, parties);
    if (fellows.length > 0) return isAppended(words, at, list, fellows.length, parties) ? [] : fellows;
    const led = ledBy(words, at, parties, language);
    // "the chiefs of staff of Azerbaijan and Turkey, Karim Valiyev and Metin Gürak"
    if (led.length > 0)
      return led.length > 1 && besideNoun(words, at, parties).length === led.length
        ? besideNoun(words, at, parties)
        : led;
    const owns =
      words[at]!.relation !== "nmod:poss" && /^['’]s?$/.test(words[parties.lastOf(at) + 1]?.text ?? "");
    const named = owns ? actorsRightAfter(words, parties.lastOf(at) + 1, parties) : parties.at(at);
    const leading = named.some(parties.isKnown) ? [] : leadersOf(words, at, parties);
    if (leading.length > 0) return leading;
    const behind = named.some(parties.isKnown) ? [] : bareAfter(words, at, parties);
    if (behind.length > 0) return behind;
    if (named.length > 0)
      return [...firstOwners(words, at, named, parties), ...named, ...actorsListedAfter(words, at, parties)];
    const beside = besideNoun(words, at, parties);
    if (beside.length > 0) return beside;
    if (!language.people.has(words[at]!.lemma.toLowerCase())) return [];
    // "a former ambassador to Israel" is not Israel's.
    const posted = words[at]!.children.filter((child) => markerOf(words, child) === "to").flatMap(parties.of);
    return parties.of(at).filter((one) => !posted.includes(one));
  });
};

/** "my friend, Foreign Minister Meinl-Reisinger": the name in apposition to a noun that names nobody. */
const besideNoun = (words: Words, at: number, parties: Parties): number[] =>
  words[at]!.upos === "NOUN"
    ? words[at]!.children.filter((child) => child > at && words[child]!.relation === "appos")
        .flatMap((child) => [child, ...listed(words, child, 0)])
        .flatMap((child) => parties.at(child))
        .filter(parties.isPerson)
    : [];

/** "A, President of B and President of C held": a member of the list that the tree gives the verb as one more subject. */
const sharing = (words: Words, index: number): number[] => {
  const { relation, head } = words[index]!;
  if (!relation.startsWith("nsubj") || head < index) return [];
  return words[head]!.children.filter(
    (child) =>
      child > index &&
      child < head &&
      words[child]!.relation === relation &&
      words.slice(index, child).some(({ text }) => /^(and|,)$/i.test(text)) &&
      !words.slice(index, child).some(({ upos }) => upos === "VERB"),
  );
};

/** "met with Politburo Member and Director of the Office Wang Yi": a name that the tree parts from the titles before it. */
const bareAfter = (words: Words, at: number, parties: Parties): readonly number[] => {
  const siblings = markerOf(words, at) === "with" ? (words[words[at]!.head]?.children ?? []) : [];
  const next = siblings.find((child) => child > at);
  if (next === undefined || words[next]!.upos !== "PROPN" || markerOf(words, next) !== "") return none;
  const before = words[next - 1]!;
  const actors = parties.at(next);
  return before.upos === "PROPN" && before.index > at && actors.every(parties.isPerson) ? actors : none;
};

const none: readonly number[] = [];

/** "the leaders of Europe, the US and Ukraine": of those named behind "of", where the mention ends before it. */
const ledBy = (words: Words, at: number, parties: Parties, language: ContactsLanguage): number[] =>
  language.people.has(words[at]!.lemma.toLowerCase()) && /s$/i.test(words[at]!.text)
    ? words[at]!.children.filter(
        (child) =>
          child > parties.lastOf(at) &&
          markerOf(words, child) === "of" &&
          !private_.test(words[child]!.lemma),
      )
        .flatMap((child) => parties.of(child))
        .filter(parties.isKnown)
    : [];

/** "Egypt's and Jordan's foreign ministers": the first state, where the second one's people are named as one group. */
const firstOwners = (words: Words, at: number, named: readonly number[], parties: Parties): number[] => {
  const owners = words[at]!.children.filter((child) => words[child]!.relation === "nmod:poss");
  const [first, second] = owners;
  if (first === undefined || second === undefined || !named.every((one) => parties.kindOf(one) === "group"))
    return [];
  return /^and$/i.test(words[second - 1]?.text ?? "") ? [...parties.at(first)] : [];
};

/** "the delegation led by Fehlinger": of no side that is known but by who leads it. */
const leadersOf = (words: Words, at: number, parties: Parties): number[] =>
  words[at]!.children.filter(
    (child) => words[child]!.relation === "acl" && /^(lead|head)$/.test(words[child]!.lemma),
  )
    .flatMap((child) => words[child]!.children)
    .filter((child) => markerOf(words, child) === "by")
    .flatMap((child) => parties.at(child))
    .filter(parties.isPerson);

/** Whoever leads these acts for no side: "leaders of the Turkmen community", "heads of Spanish companies". */
const private_ =
  /^(community|diaspora|minority|company|firm|business|university|club|team|church|tribe|bank|corporation|industry)$/i;

/** "their Polish and Finnish colleagues": of those states, whoever they are colleagues of. */
const fellowsOf = (words: Words, at: number, parties: Parties): number[] =>
  /^(colleague|counterpart)$/i.test(words[at]!.lemma) && parties.at(at).length === 0
    ? words[at]!.children.filter((child) => /^(amod|compound)$/.test(words[child]!.relation))
        .flatMap((child) => [child, ...listed(words, child, 0)])
        .flatMap((child) => parties.at(child))
    : [];

/** "with Kim and Funakoshi, his South Korean and Japanese counterparts": those just named, and nobody else. */
const isAppended = (
  words: Words,
  at: number,
  list: readonly number[],
  count: number,
  parties: Parties,
): boolean => {
  let first = at;
  while (first > 0 && /^(PRON|ADJ|PROPN|CCONJ|DET|NUM)$/.test(words[first - 1]!.upos)) first -= 1;
  const named = list.filter((other) => other < first && parties.at(other).some(parties.isPerson));
  return words[first - 1]?.text === "," && named.length === count;
};

/**
 * Those listed with a word, without the subject of a next clause: "telephoned Erdogan on Sunday, and Blinken and Fidan
 * had spoken". Where no verb stands before them, the one that follows is their own.
 */
const ownList = (words: Words, index: number, parties: Parties): number[] => {
  const all = listed(words, index, 0).sort((a, b) => a - b);
  const after = words[pastOrigin(words, parties.lastOf(all.at(-1) ?? index), parties) + 1];
  if (all.length === 0 || after?.sentence !== words[index]!.sentence || !/^(AUX|VERB)$/.test(after.upos))
    return all;
  let verb = index - 1;
  while (verb > index - 40 && words[verb]?.sentence === after.sentence && words[verb]!.upos !== "VERB")
    verb -= 1;
  if (words[verb]?.sentence !== after.sentence) return all;
  return all.filter((at) => !words.slice(index, at).some(({ text }) => text === ","));
};

const listed = (words: Words, index: number, depth: number): number[] =>
  depth > 8
    ? []
    : words[index]!.children.flatMap((child) =>
        words[child]!.relation === "conj" ? [child, ...listed(words, child, depth + 1)] : [],
      );

/** "at Lavrov's request", "at the initiative of Moscow". */
export const initiatorOf = (words: Words, clause: number, parties: Parties): readonly number[] => {
  for (const child of words[clause]!.children) {
    const word = words[child]!;
    if (
      !/^(obl|nmod)$/.test(baseRelation(word)) ||
      !/^(request|initiative|behest|instigation)$/.test(word.lemma.toLowerCase())
    )
      continue;
    const owner = word.children.find(
      (part) => words[part]!.relation === "nmod:poss" || markerOf(words, part) === "of",
    );
    if (owner === undefined) continue;
    // "received the ambassador at his request": who comes has asked for it.
    const guest = /^(receive|host|meet)$/.test(words[clause]!.lemma) ? objectOf(words, clause) : undefined;
    const isGuests = guest !== undefined && guest < owner && words[owner]!.upos === "PRON";
    return parties.of(isGuests ? guest : owner);
  }
  return [];
};

/** Each with the role. */
export const role = (actors: readonly number[], given: Role | undefined): Seen[] =>
  actors.map((actor) => ({ actor, ...(given && { role: given }) }));

/** One entry an actor; the first role that is given stays, an initiator named by a request comes before all. */
export const distinct = (seen: readonly Seen[], initiators: readonly number[], parties?: Parties): Seen[] => {
  const found = new Map<number, Seen>();
  for (const one of seen) {
    const held = found.get(one.actor);
    if (!held || (held.role === undefined && one.role !== undefined)) found.set(one.actor, one);
  }
  for (const actor of initiators) if (found.has(actor)) found.set(actor, { actor, role: "initiator" });
  if (!parties || initiators.some((actor) => found.has(actor))) return [...found.values()];
  // "At Kyiv's request, Baerbock phoned Sybiha": whoever is of the side that asked.
  const sides = new Set(initiators.map(parties.sideOf));
  const asked = [...found.keys()].filter((actor) => sides.has(parties.sideOf(actor)));
  if (asked.length === 0) return [...found.values()];
  return [...found.values()].map(({ actor, role: given }) =>
    asked.includes(actor)
      ? { actor, role: "initiator" }
      : { actor, ...(given && given !== "initiator" && { role: given }) },
  );
};
