// Mentions that nobody stands for to the end -> actors without a state, where they are people who deal with others:
// "mediators", "the rebels", "Western diplomats", "the envoy". Better the words of the text than nobody or a wrong one.
import type { Mention } from "../../model/actor.ts";
import { attach, bareText, type Cast, type Entity, newEntity } from "./entity.ts";

const dealers =
  /^(?:mediators|negotiators|envoys|emissaries|diplomats|ambassadors|interlocutors|delegation|delegations)$/i;
/** Whose people they are is left open, but not that they come from elsewhere. */
const foreign =
  /\b(?:foreign|visiting|Western|European|Arab|Gulf|African|Asian|American|Nordic|Baltic|Balkan|Caribbean|allied|regional|exiled)\b/;
/** States, not their people. */
const states =
  /^(?:states|countries|nations|capitals|governments|powers|allies|neighbou?rs|parties|sides|ministries)$/i;
/** People of an armed movement; whoever is only known by a deed ("gunmen") is no party. */
const movement =
  /^(?:rebels?|insurgents?|guerr?illas?|separatists?|militias?|militiamen|warlords|combatants|jihadists|paramilitaries|groups|forces|leaders|commanders)$/i;
const official = /^(?:GOV|LEG|MIL|IGO)$/;
const owner = /^(?:his|her|its|their|our|my|whose)\s+/i;

/** Gives groups, or people of one kind, that are still open an actor of their own, the same one for the same words. */
export const resolveOpen = (cast: Cast, kind: "group" | "person"): void => {
  for (const mention of cast.mentions) {
    if (mention.kind !== kind) continue;
    if (mention.form !== "title" || cast.of[mention.index] !== undefined || !isOpen(cast, mention)) continue;
    attach(
      cast,
      mention,
      envoyBefore(cast, mention) ??
        delegationBefore(cast, mention) ??
        movementOf(cast, mention) ??
        namedSo(cast, mention) ??
        made(cast, mention),
    );
  }
};

const isOpen = (cast: Cast, mention: Mention): boolean => {
  const { kind, sector = "", titles, country, countries, count, possessor } = mention;
  if (country || countries || count !== undefined) return false;
  if (possessor !== undefined && kind === "group") return false;
  const text = bareText(cast, mention);
  if (kind === "person")
    return /^(?:envoy|ambassador)$/.test(titles[0]?.group ?? "") || /^visiting /.test(text);
  if (kind !== "group" || isOfNamed(cast, mention)) return false;
  const word = text.split(" ").at(-1)!;
  if (/^(?:two|both|three|four|five|six)\b/i.test(text) || states.test(word) || isNamedNext(cast, mention))
    return false;
  return (
    (sector === "REB" && movement.test(word)) ||
    sector === "OPP" ||
    dealers.test(word) ||
    (official.test(sector) && foreign.test(before(cast, mention)))
  );
};

/** "Delegations from Thailand and Cambodia": whose people they are stands right behind. */
const isOfNamed = ({ words, mentions, of }: Cast, { head, index }: Mention): boolean =>
  mentions.some(
    (one) =>
      one.index > index &&
      words[one.head]!.head === head &&
      words[one.head]!.relation === "nmod" &&
      of[one.index]?.some(({ country }) => country !== undefined),
  );

/** "the opposition Unita": the name right behind tells who it is. */
const isNamedNext = ({ words, mentions }: Cast, { last, index }: Mention): boolean =>
  mentions[index + 1]?.first === last + 1 && words[last + 1]!.sentence === words[last]!.sentence;

/** The mention with the word before it: "Gulf leaders" may have left the first one out. */
const before = ({ document, words }: Cast, { first, end }: Mention): string => {
  const from = words[first - 1]?.sentence === words[first]!.sentence ? first - 1 : first;
  return document.text.slice(words[from]!.start, end);
};

/** "Kim Yong Chol carried a letter. Trump met [the envoy]": the subject of the sentence before, who holds no known office. */
const envoyBefore = ({ mentions, words, of }: Cast, mention: Mention): Entity | undefined => {
  if (mention.kind !== "person" || mention.definite === false) return undefined;
  const { sentence } = words[mention.first]!;
  const subject = mentions.find(({ head, kind }) => {
    const word = words[head]!;
    return (
      kind === "person" &&
      word.sentence === sentence - 1 &&
      word.relation.startsWith("nsubj") &&
      words[word.head]?.relation === "root"
    );
  });
  const entity = subject && of[subject.index]?.[0];
  return entity && entity.titles.length === 0 && !entity.person ? entity : undefined;
};

/** "U.S. lawmakers met the Dalai Lama. [The delegation] …": the people of one side who were told of last. */
const delegationBefore = ({ mentions, words, of }: Cast, mention: Mention): Entity | undefined => {
  if (mention.kind !== "group" || mention.definite === false || mention.possessor !== undefined)
    return undefined;
  if (words[mention.head]!.lemma !== "delegation") return undefined;
  const { sentence } = words[mention.first]!;
  const last = mentions.findLast(({ index, kind, head }) => {
    const [group, more] = index < mention.index && kind === "group" ? (of[index] ?? []) : [];
    return group?.country !== undefined && more === undefined && words[head]!.sentence >= sentence - 3;
  });
  return last && of[last.index]?.[0];
};

/** "The rebels" in a text that tells of one armed movement are its people. */
const movementOf = (cast: Cast, mention: Mention): Entity | undefined => {
  if (mention.sector !== "REB" || mention.definite === false) return undefined;
  const known = cast.entities.filter(
    ({ kind, sector, mentions }) =>
      sector === "REB" &&
      /^(?:organization|group)$/.test(kind) &&
      mentions.some((one) => one < mention.index),
  );
  return known.length === 1 ? known[0] : undefined;
};

const namedSo = (cast: Cast, mention: Mention): Entity | undefined => {
  const word = bareText(cast, mention).split(" ").at(-1)!.toLowerCase();
  return cast.entities.findLast(
    ({ rule, name, kind }) => rule === "open" && kind === mention.kind && name.toLowerCase().endsWith(word),
  );
};

const made = (cast: Cast, mention: Mention): Entity =>
  newEntity(cast, {
    kind: mention.kind,
    name: bareText(cast, mention).replace(owner, ""),
    gender: mention.gender,
    plural: mention.plural,
    titles: [...mention.titles],
    rule: "open",
    ...(mention.sector && { sector: mention.sector }),
  });
