// re3d's entities -> precision, recall and F1 of named people, organizations, places and nationalities together.
//
// Mapping: gold Person, Organisation, Location and Nationality whose words hold a capital beyond a leading article, pronouns aside. Of
// several with one last word and type ("Fuad Masum", "Iraqi President Fuad Masum") one is asked for. Ours are mentions
// (a state's name counts as Location or Organisation, its adjective as Nationality, its people as either, a group as
// Organisation) and the
// names of places. A pair agrees where type and last word do and the stretches overlap.
import type { Language } from "../../src/language/language.ts";
import type { Mention } from "../../src/model/actor.ts";
import { read } from "../../src/read.ts";
import { readLines, toUnits } from "../data.ts";

type Gold = { start: number; end: number; type: string; text: string; ok: boolean };
type Item = { id: string; text: string; entities: Gold[] };
export type Typed = { readonly start: number; readonly end: number; readonly types: readonly string[] };

const asked = ["Person", "Organisation", "Location", "Nationality"];

export const measureRe3d = (path: string, language: Language): [string, number][] => {
  let [hits, gold, found] = [0, 0, 0];
  for (const item of readLines<Item>(path)) {
    const wanted = wantedOf(item);
    const mine = foundIn(item, language);
    gold += wanted.length;
    found += mine.length;
    hits += countPairs(wanted, mine);
  }
  const [precision, recall] = [(100 * hits) / Math.max(1, found), (100 * hits) / Math.max(1, gold)];
  return [
    ["re3d precision", precision],
    ["re3d recall", recall],
    ["re3d F1", (2 * precision * recall) / Math.max(1e-9, precision + recall)],
  ];
};

/** Pairs of one gold and one found stretch each that agree, taken in text order. */
export const countPairs = (gold: readonly Typed[], found: readonly Typed[]): number => {
  const used = new Set<Typed>();
  let count = 0;
  for (const one of gold) {
    const match = found.find(
      (other) =>
        !used.has(other) &&
        other.end === one.end &&
        other.start < one.end &&
        one.types.some((type) => other.types.includes(type)),
    );
    if (!match) continue;
    used.add(match);
    count += 1;
  }
  return count;
};

const pronoun =
  /^(?:I|me|my|we|us|our|he|him|his|she|her|it|its|they|them|their|who|that|this|those|these|you)$/i;
const named = (text: string): boolean =>
  /\p{Lu}/u.test(text.replace(/^(?:the|a|an)\s+/i, "")) && !pronoun.test(text);

export const wantedOf = (item: Item): Typed[] => {
  const unit = toUnits(item.text);
  const seen = new Map<string, Typed>();
  for (const one of item.entities) {
    if (!one.ok || !asked.includes(one.type) || !named(one.text)) continue;
    const owner = /['\u2019]s?$/.exec(one.text)?.[0].length ?? 0;
    const end = unit(one.end - owner);
    seen.set(`${end} ${one.type}`, { start: unit(one.start), end, types: [one.type] });
  }
  return [...seen.values()];
};

export const foundIn = (item: Item, language: Language): Typed[] => {
  const { mentions, names, document } = read({ id: item.id, text: item.text, language: "en" }, language);
  const text = (one: { start: number; end: number }): string => document.text.slice(one.start, one.end);
  const seen = new Map<string, Typed>();
  for (const one of mentions) {
    if (one.form === "pronoun" || !named(text(one))) continue;
    const types = typesOf(one);
    seen.set(`${one.end} ${types[0]}`, { start: one.start, end: one.end, types });
  }
  for (const name of names) {
    const types = {
      place: "Location",
      nationality: "Nationality",
      person: "Person",
      organization: "Organisation",
      other: "",
    }[name.kind];
    if (types === "" || types === undefined) continue;
    if (![...asked].some((type) => seen.has(`${name.end} ${type}`)))
      seen.set(`${name.end} ${types}`, { start: name.start, end: name.end, types: [types] });
  }
  return [...seen.values()];
};

const typesOf = (one: Mention): string[] => {
  if (one.form === "demonym") return one.kind === "group" ? ["Organisation", "Nationality"] : ["Nationality"];
  if (one.kind === "state") return ["Location", "Organisation"];
  return [one.kind === "person" ? "Person" : "Organisation"];
};
