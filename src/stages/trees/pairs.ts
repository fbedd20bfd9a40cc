// Heads and relations -> the same with two who act together kept together: "between X and the President of Iran Ebrahim
// Raisi", "Lavrov and his counterpart Wang Yi discussed", "Macron, Scholz call for". Titles of several words before a name
// and names side by side lead the network to give the second of the two to the verb, or to part title and name.
import type { Sketch } from "./sketch.ts";

/**
 * Mends "Lavrov and his Chinese counterpart [Wang Yi] discussed …" where the name behind the noun came out as a second
 * subject, or as a third beside the two: it says who the counterpart is.
 */
export const mendNamed = ({ forms, head, relation, id }: Sketch): void => {
  const subjects = [id.nsubj, id["nsubj:pass"]];
  for (let name = 2; name < forms.length; name += 1) {
    const noun = name - 1;
    const first = head[noun]!;
    if (relation[noun] !== id.conj || first < 0 || first > noun) continue;
    const isThird = relation[name] === id.conj && head[name] === first;
    const isSecond =
      subjects.includes(relation[name]!) && head[first] === head[name] && subjects.includes(relation[first]!);
    if (!(isSecond || isThird) || !/^\p{Lu}/u.test(forms[name]!) || /^\p{Lu}/u.test(forms[noun]!)) continue;
    head[name] = noun;
    relation[name] = id.appos;
  }
};

/** Mends "[President X], President Y and President Z met" where the first came out as a subject by himself: he leads the list. */
export const mendLists = ({ forms, head, relation, id }: Sketch): void => {
  for (let second = 2; second < forms.length; second += 1) {
    if (relation[second] !== id.nsubj || head[second]! < second) continue;
    const comma = head.findIndex((one, at) => one === second && at < second && forms[at] === ",");
    const isList = head.some((one, at) => one === second && at > second && relation[at] === id.conj);
    let first = comma - 1;
    while (first >= 0 && relation[first] === id.flat) first = head[first]!;
    if (comma < 1 || !isList || first < 0 || first >= comma) continue;
    if (relation[first] !== id.nsubj || head[first] !== head[second] || !/^\p{Lu}/u.test(forms[first]!))
      continue;
    for (let at = second + 1; at < forms.length; at += 1)
      if (head[at] === second && relation[at] === id.conj) head[at] = first;
    head[second] = first;
    relation[second] = id.conj;
  }
};

/**
 * Mends "The minister telephoned her counterpart in Quito, [Gabriela Sommerfeld], on Tuesday" where the name between two
 * commas came out as a second subject, behind the verb: it says who the object is.
 */
export const mendBehind = ({ forms, head, relation, id }: Sketch): void => {
  const [subject, punct] = [id.nsubj, id.punct];
  const objects = [id.obj, id.iobj, id.obl];
  const apart = [id.parataxis, id.dep, id.list, id.vocative];
  for (let name = 4; name < forms.length; name += 1) {
    const verb = head[name]!;
    const isApart = apart.includes(relation[name]!);
    if (!(isApart || relation[name] === subject) || verb < 1 || verb > name - 3) continue;
    if (forms[name - 1] !== ",") continue;
    if (!/^\p{Lu}/u.test(forms[name]!)) continue;
    let end = name + 1;
    while (end < forms.length && relation[end] === id.flat && head[end] === name) end += 1;
    const hasMore = head.some((one, at) => at >= end && one === name && relation[at] !== punct);
    const isClosed = end >= forms.length || /^[,.]$/.test(forms[end]!);
    const hasSubject = head.subarray(0, verb).some((one, at) => one === verb && relation[at] === subject);
    if (!isClosed || hasMore || !(hasSubject || isApart)) continue;
    for (let noun = name - 2; noun > verb; noun -= 1)
      if (head[noun] === verb && objects.includes(relation[noun]!) && /^\p{Ll}/u.test(forms[noun]!)) {
        head[name] = noun;
        relation[name] = id.appos;
        break;
      }
  }
};

/** Mends headlines, "[Macron], Scholz call for restraint": the first of two names before a verb is a subject with the second. */
export const mendHeadline = ({ forms, head, relation, id }: Sketch): void => {
  const subject = id.nsubj;
  const comma = forms.indexOf(",");
  const isName = (from: number, to: number): boolean =>
    to > from && to - from <= 3 && forms.slice(from, to).every((form) => /^\p{Lu}\p{L}/u.test(form));
  if (comma < 1 || !isName(0, comma)) return;
  const second = comma + 1;
  const verb = head[second] ?? -1;
  const isPair =
    relation[second] === subject &&
    head[0] === verb &&
    (relation[0] === subject || relation[0] === id.vocative);
  if (!isPair || !isName(second, verb)) return;
  relation[0] = subject;
  head[second] = 0;
  relation[second] = id.conj;
  head[comma] = second;
};

/** Mends the tree in `head` (the root's is -1) and `relation`. */
export const mendPairs = (sketch: Sketch): void => {
  const { forms, head } = sketch;
  for (let between = 0; between < forms.length; between += 1) {
    if (forms[between]!.toLowerCase() !== "between") continue;
    const first = head[between]!;
    if (first <= between) continue;
    const and = forms.indexOf("and", first + 1);
    if (and < 0 || and - first > 12) continue;
    joinTitle(and, first, sketch);
    giveSecond(and, first, sketch);
  }
};

/** "and [President of Iran] [Ebrahim Raisi]" as two conjuncts, or the name beside the first: it is the name's title. */
const joinTitle = (and: number, first: number, { head, relation, id }: Sketch): void => {
  const conj = id.conj;
  const title = head.findIndex((one, index) => index > and && one === first && relation[index] === conj);
  const name = head.findIndex(
    (one, index) => index > title && one === first && [conj, id.appos].includes(relation[index]!),
  );
  if (title < 0 || name < 0 || head[and] !== title || endOf(title, name, head) !== name) return;
  head[title] = name;
  relation[title] = id["nmod:desc"];
  relation[name] = conj;
  head[and] = name;
};

/** A second subject of the verb around, right after "between X and": it is X's conjunct. */
const giveSecond = (and: number, first: number, { head, relation, id, names }: Sketch): void => {
  let second = and + 1;
  while (second < head.length && head[second]! > second && isNominal(names[relation[second]!]!))
    second = head[second]!;
  const verb = head[second];
  if (verb === undefined || !/^nsubj/.test(names[relation[second]!]!)) return;
  const whole = head[first]!;
  if (verb <= second || whole < 0 || head[whole] !== verb || relation[whole] !== relation[second]) return;
  head[second] = first;
  relation[second] = id.conj;
  head[and] = second;
};

/** What stands before a noun as a part of its phrase. */
const isNominal = (relation: string): boolean => /^(?:nmod|compound|amod|det|nummod)/.test(relation);

/** The word after the last one that descends from `top`, as far as `limit`. */
const endOf = (top: number, limit: number, head: Int32Array): number => {
  let end = top + 1;
  for (let index = top + 1; index < limit; index += 1) {
    let at = index;
    while (at > top) at = head[at]!;
    if (at !== top) break;
    end = index + 1;
  }
  return end;
};

/**
 * Mends "a call with Putin on Sunday and [a meeting] with Xi" where the second was joined to a word within the first's
 * phrases: both have phrases under one preposition, so that they stand side by side.
 */
export const mendParallels = ({ forms, head, relation, id }: Sketch): void => {
  const [joined, phrase, preposition] = [id.conj, id.nmod, id.case];
  const prepositions = (noun: number): Set<string> => {
    const found = new Set<string>();
    for (let word = noun + 1; word < forms.length; word += 1)
      if (relation[word] === preposition && relation[head[word]!] === phrase && head[head[word]!] === noun)
        found.add(forms[word]!);
    return found;
  };
  for (let second = 3; second < forms.length; second += 1) {
    if (relation[second] !== joined) continue;
    const within = head[second]!;
    if (within > second || relation[within] !== phrase || head[within]! > within) continue;
    const first = head[within]!;
    const own = prepositions(second);
    if (own.size === 0 || prepositions(within).size > 0) continue;
    if ([...prepositions(first)].some((one) => own.has(one))) head[second] = first;
  }
};

/**
 * Mends "called for a truce as soon as possible and [for talks]" where the second was joined to what says how or when:
 * under one preposition with a noun of the verb, it stands beside that noun.
 */
export const mendJoined = ({ forms, head, relation, id, names }: Sketch): void => {
  const isManner = (at: number): boolean => /^adv(?:cl|mod)$/.test(names[relation[at]!]!);
  const caseOf = (noun: number): number =>
    head.findIndex((one, at) => one === noun && at < noun && relation[at] === id.case);
  for (let second = 3; second < forms.length; second += 1) {
    const first = head[second]!;
    if (relation[second] !== id.conj || first < 0 || first > second || !isManner(first)) continue;
    const own = caseOf(second);
    let verb = first;
    while (verb >= 0 && isManner(verb)) verb = head[verb]!;
    const beside = head.findIndex(
      (one, at) =>
        at < first &&
        one === verb &&
        relation[at] === id.obl &&
        forms[caseOf(at)]?.toLowerCase() === forms[own]?.toLowerCase(),
    );
    if (own >= 0 && beside >= 0) head[second] = beside;
  }
};
