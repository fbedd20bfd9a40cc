// A treebank without names -> sentences with names: its proper nouns and their relations say where names are,
// a first model says of which kind. The trees settle much by themselves: `flat` joins the parts of a person's name.
import type { Gazetteer } from "../src/language/gazetteer.ts";
import { kinds } from "../src/language/gazetteer.ts";
import type { NameKind } from "../src/model/name.ts";
import { bestLabels, labelCount, labelKinds } from "../src/stages/names/label.ts";
import { lookUp } from "../src/stages/names/observe.ts";
import type { NamedSentence, NamedSpan } from "./name-corpora.ts";
import type { TreebankSentence } from "./treebank.ts";

const calendar =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|mon|tues?|wed|thur?s?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|internet|web|god|christmas|easter|thanksgiving|am|pm|est|gmt|edt|pst|cst)\.?$/i;
const address = /@|:\/\/|www\.|[|=<>]|^[^\p{L}]*$/u;
const bodies =
  /^(?:inc|corp|co|ltd|llc|llp|lp|ag|sa|gmbh|bank|group|company|companies|university|college|institute|school|ministry|department|association|council|committee|agency|party|energy|power|street|avenue|ave|road|st|drive|blvd|lane|center|centre|hotel|restaurant|park|river|island|county|city|hospital|airport|church)\.?$/i;
const joins = /^(?:of|the|and|for|de|la|al|bin|von|van|der|-|&|'s|’s|'|,)$/i;
const sure = 10_000;
/** How much less a proper noun is held to be no name at all. */
const push = 1;

/** Labels sentences by their gold tags and trees, and by `scores` (`labelCount` a word) where these leave a choice. */
export const teach = (
  treebank: readonly TreebankSentence[],
  scores: readonly Float32Array[],
  transitions: Float32Array,
  gazetteer: Gazetteer,
): NamedSentence[] =>
  agree(
    treebank.map((sentence, at) => teachOne(sentence, scores[at]!, transitions, gazetteer)),
    treebank,
  );

/** One name, one kind: within a document a name gets the kind that most of its places gave it. */
const agree = (
  sentences: readonly NamedSentence[],
  treebank: readonly TreebankSentence[],
): NamedSentence[] => {
  const votes = new Map<string, Map<NameKind, number>>();
  const textOf = (sentence: NamedSentence, { first, last }: NamedSpan) =>
    sentence.forms.slice(first, last + 1).join(" ");
  const vote = (key: string, kind: NameKind, weight: number): void => {
    const kinds = votes.get(key) ?? new Map<NameKind, number>();
    kinds.set(kind, (kinds.get(kind) ?? 0) + weight);
    votes.set(key, kinds);
  };
  sentences.forEach((sentence, at) => {
    for (const span of sentence.names) {
      const text = textOf(sentence, span);
      vote(`${treebank[at]!.document}\t${text}`, span.kind, 2);
      vote(`\t${text}`, span.kind, 1);
      // "Corey" alone is whom "Corey Hill" calls a person.
      if (span.kind === "person" && span.last > span.first)
        for (const part of sentence.forms.slice(span.first, span.last + 1))
          vote(`${treebank[at]!.document}\t${part}`, "person", 2);
    }
  });
  return sentences.map((sentence, at) => ({
    forms: sentence.forms,
    names: sentence.names.map((span) => {
      const text = textOf(sentence, span);
      const counts = new Map(votes.get(`\t${text}`));
      for (const [kind, count] of votes.get(`${treebank[at]!.document}\t${text}`) ?? [])
        counts.set(kind, (counts.get(kind) ?? 0) + 2 * count);
      const [kind] = [...counts].sort(
        (a, b) => b[1] - a[1] || labelKinds.indexOf(a[0]) - labelKinds.indexOf(b[0]),
      )[0]!;
      return { ...span, kind };
    }),
  }));
};

const teachOne = (
  { forms, uposes, xposes, heads, relations }: TreebankSentence,
  scores: Float32Array,
  transitions: Float32Array,
  gazetteer: Gazetteer,
): NamedSentence => {
  const known = lookUp(
    forms.map((text) => ({ text })),
    gazetteer,
  );
  const proper = (at: number): boolean =>
    at >= 0 && at < forms.length && (uposes[at] === "PROPN" || xposes[at]!.startsWith("NNP"));
  const title = (at: number): boolean =>
    /^nmod:desc/.test(relations[at]!) && heads[at]! > at && proper(heads[at]!);
  const bent = scores.slice();
  const bend = (at: number, label: number, by: number): void => {
    bent[at * labelCount + label]! += by;
  };
  forms.forEach((form, at) => {
    const demonym = (known[at]! & kinds.demonym) !== 0;
    const bridge = joins.test(form) && proper(at - 1) && (proper(at + 1) || joins.test(forms[at + 1] ?? ""));
    if (calendar.test(form) || address.test(form) || title(at) || (!proper(at) && !demonym && !bridge))
      bend(at, 0, sure);
    else if (proper(at)) bend(at, 0, -push);
  });
  for (const [first, last] of personsOf(forms, heads, relations, proper))
    if ((known[first]! & (kinds.place | kinds.state)) === 0)
      for (let at = first; at <= last; at += 1) bend(at, at === first ? 1 : 2, 3 * sure);
  return { forms, names: namesOf(bestLabels(bent, transitions), forms) };
};

/** Runs that the tree shows to be people: parts joined by `flat`, those who are spoken to, those a title describes. */
const personsOf = (
  forms: readonly string[],
  heads: readonly number[],
  relations: readonly string[],
  proper: (at: number) => boolean,
): [number, number][] => {
  const runs: [number, number][] = [];
  forms.forEach((_, at) => {
    if (!proper(at) || relations[at] === "flat") return;
    let last = at;
    while (last + 1 < forms.length && heads[last + 1] === at && relations[last + 1] === "flat") last += 1;
    const described = relations.some(
      (relation, other) => /^nmod:desc/.test(relation) && heads[other] === at && other < at && proper(other),
    );
    const alone = forms.every((form, other) =>
      other === at || heads[other] === at ? other === at || !/^\p{L}/u.test(form) : false,
    );
    if (forms.slice(at, last + 1).some((form) => bodies.test(form) || address.test(form))) return;
    if (
      last > at ||
      relations[at] === "vocative" ||
      described ||
      (alone &&
        relations[at] === "root" &&
        !/[.!?]$/.test(forms.at(-1)!) &&
        /^\p{Lu}\p{Ll}/u.test(forms[at]!))
    )
      runs.push([at, last]);
  });
  return runs;
};

const namesOf = (labels: Uint8Array, forms: readonly string[]): NamedSentence["names"] => {
  const names: NamedSentence["names"] = [];
  forms.forEach((_, at) => {
    const label = labels[at]!;
    if (label === 0) return;
    if (label % 2 === 0) names.at(-1)!.last = at;
    else names.push({ first: at, last: at, kind: labelKinds[(label - 1) >> 1]! });
  });
  return names;
};
