// GUM's coreference file -> figures for pronouns (end to end and with gold mentions) and for links of names and titles.
import type { Language } from "../../src/language/language.ts";
import type { Mention } from "../../src/model/actor.ts";
import type { Reading } from "../../src/model/reading.ts";
import { read } from "../../src/read.ts";
import { resolveActors } from "../../src/stages/actors/resolve-actors.ts";
import { readLines, toUnits } from "../data.ts";
import { type Count, type Stretch, scoreLinks, scorePronouns, type Tied } from "../scorers/links.ts";

type Entity = { start: number; end: number; etype: string; text: string };
type Token = [number, number, string, string, string, string, string, string, string];
export type GumDocument = {
  id: string;
  text: string;
  dateCreated?: string;
  tokens: Token[];
  entities: Entity[];
  chains: number[][];
};

export const measureGum = (path: string, language: Language): [string, number][] => {
  const total = { pronouns: sum(), gold: sum(), links: sum() };
  for (const one of readLines<GumDocument>(path)) {
    const { reading, chains, pronouns } = prepare(one, language);
    total.pronouns.add(scorePronouns(pronouns, chains, tied(reading.mentions, reading)));
    total.links.add(scoreLinks([...chains, ...aloneIn(one)], tied(reading.mentions, reading)));
    const mentions = withGold(one, reading, chains);
    const actors = resolveActors(
      reading.document,
      reading.sentences,
      reading.quotations,
      reading.words,
      mentions,
      language.actors,
    );
    total.gold.add(scorePronouns(pronouns, chains, tied(mentions, { actors })));
  }
  return [
    ["pronouns he/she end to end", total.pronouns.share()],
    ["pronouns he/she gold mentions", total.gold.share()],
    ["link precision", total.links.share()],
    ["links", total.links.all()],
  ];
};

const sum = () => {
  let [right, all] = [0, 0];
  return {
    add: (count: Count): void => {
      right += count.right;
      all += count.all;
    },
    share: (): number => (all === 0 ? 0 : (100 * right) / all),
    all: (): number => all,
  };
};

export const prepare = (one: GumDocument, language: Language) => {
  const unit = toUnits(one.text);
  const document = {
    id: one.id,
    text: one.text,
    language: "en",
    ...(/^\d{4}-\d{2}-\d{2}$/.test(one.dateCreated ?? "") && { published: one.dateCreated! }),
  };
  const reading = read(document, language);
  const chains: Stretch[][] = one.chains.map((chain) =>
    chain.map((index) => {
      const { start, end, text } = one.entities[index]!;
      return { start: unit(start), end: unit(end - (/\s?['\u2019]s?$/.exec(text)?.[0].length ?? 0)) };
    }),
  );
  const pronouns = one.tokens
    .filter((token) => /^(?:he|she|him|her|his|hers|himself|herself)$/i.test(token[2]) && token[4] === "PRON")
    .map((token) => ({ start: unit(token[0]), end: unit(token[1]) }))
    .filter((token) =>
      chains.some(
        (chain) =>
          chain.some((gold) => gold.start === token.start && gold.end === token.end) &&
          chain.some((gold) => gold.end - gold.start > 7 || !isPronoun(one.text.slice(gold.start, gold.end))),
      ),
    );
  return { reading, chains, pronouns };
};

/** Whoever the annotators found once only: a link to such a one is wrong. */
const aloneIn = (one: GumDocument): Stretch[][] => {
  const unit = toUnits(one.text);
  const linked = new Set(one.chains.flat());
  return one.entities.flatMap(({ start, end, text }, index) =>
    linked.has(index)
      ? []
      : [[{ start: unit(start), end: unit(end - (/\s?['\u2019]s?$/.exec(text)?.[0].length ?? 0)) }]],
  );
};

const isPronoun = (text: string): boolean =>
  /^(?:he|she|him|her|his|hers|himself|herself|they|them|their|it|its|i|me|my|we|us|our|you|your|who|that|which)$/i.test(
    text,
  );

export const tied = (mentions: readonly Mention[], { actors }: Pick<Reading, "actors">): Tied[] => {
  const of = new Map<number, number[]>();
  for (const actor of actors)
    for (const index of actor.mentions) of.set(index, [...(of.get(index) ?? []), actor.index]);
  return mentions.map((one) => ({
    start: one.start,
    end: one.end,
    actors: of.get(one.index) ?? [],
    pronoun: one.form === "pronoun",
    adjective: one.form === "demonym",
  }));
};

/** The annotators' mentions of people as mentions of the model, beside the system's own of other kinds. */
export const withGold = (one: GumDocument, reading: Reading, chains: Stretch[][]): Mention[] => {
  const unit = toUnits(one.text);
  const wordAt = new Map(reading.words.map((word) => [word.start, word.index]));
  const gold: Omit<Mention, "index">[] = [];
  const inChain = new Set(chains.flatMap((chain) => chain.map((span) => `${span.start} ${span.end}`)));
  for (const entity of one.entities) {
    if (entity.etype !== "person") continue;
    const owner = /\s?['\u2019]s?$/.exec(entity.text)?.[0].length ?? 0;
    const [start, end] = [unit(entity.start), unit(entity.end - owner)];
    if (isPronoun(entity.text) && !inChain.has(`${start} ${end}`)) continue;
    const first = wordAt.get(start);
    const last = reading.words.findLastIndex((word) => word.end <= end && word.start >= start);
    if (first === undefined || last < first) continue;
    gold.push(goldMention(reading, first, last, entity.text));
  }
  const spans = new Set(gold.map((mention) => `${mention.start} ${mention.end}`));
  const others = reading.mentions.filter(
    (mention) =>
      mention.kind !== "person" &&
      mention.form !== "pronoun" &&
      !spans.has(`${mention.start} ${mention.end}`),
  );
  return [...gold, ...others.map(({ possessor, apposition, ...rest }) => rest)]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((mention, index) => ({ ...mention, index }))
    .map((mention, index, all) => withApposition(one.text, mention, all[index - 1], all[index + 1]));
};

/** A name and a title side by side, as the mentions stage would join them. */
const withApposition = (text: string, mention: Mention, left?: Mention, right?: Mention): Mention => {
  if (mention.form !== "title") return mention;
  const beside = [left, right].find(
    (other) =>
      other?.form === "name" &&
      /^,\s$/.test(
        other.end <= mention.start
          ? text.slice(other.end, mention.start)
          : text.slice(mention.end, other.start),
      ),
  );
  return beside ? { ...mention, apposition: beside.index } : mention;
};

const goldMention = (reading: Reading, first: number, last: number, text: string): Omit<Mention, "index"> => {
  const { words } = reading;
  const [start, end] = [words[first]!.start, words[last]!.end];
  const mine = reading.mentions.find(
    (one) => one.end === end && Math.abs(one.start - start) < 5 && one.form !== "pronoun",
  );
  const head =
    words.slice(first, last + 1).find((word) => word.head < first || word.head > last)?.index ?? last;
  const base = { start, end, first, last, head, titles: mine?.titles ?? [], rule: "gold" };
  if (isPronoun(text)) {
    const said = reading.mentions.find(
      (one) => one.start === start && one.end === end && one.form === "pronoun",
    );
    const { gender = "unknown", plural = false, person = 3, rule = "gold" } = said ?? {};
    return { ...base, form: "pronoun", kind: "person", gender, plural, person, rule };
  }
  const proper = words.slice(first, last + 1).filter((word) => word.upos === "PROPN");
  const name =
    mine?.name ??
    (proper.length > 0 && words[head]!.upos === "PROPN"
      ? { start: proper[0]!.start, end: proper.at(-1)!.end }
      : undefined);
  const plural = words[head]!.xpos === "NNS" || words[head]!.xpos === "NNPS" || / and /.test(text);
  return {
    ...base,
    form: name ? "name" : "title",
    kind: "person",
    // Where the system took the name for a place, its gender is no help.
    gender: (mine?.kind === "person" && mine.gender) || "unknown",
    plural,
    ...(name && !plural && { name }),
  };
};
