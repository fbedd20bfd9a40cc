// GAP's pronouns with two names each -> precision, recall and F1 of the names that the pronoun is said to mean.
import type { Language } from "../../src/language/language.ts";
import { read } from "../../src/read.ts";
import { readLines, toUnits } from "../data.ts";
import { scoreGap } from "../scorers/links.ts";

type Item = {
  id: string;
  text: string;
  mentions: { role: "Pronoun" | "A" | "B"; start: number; end: number; text: string }[];
  A: boolean;
  B: boolean;
};

export const measureGap = (path: string, language: Language): [string, number][] => {
  const answers: { gold: boolean; said: boolean; feminine: boolean }[] = [];
  for (const item of readLines<Item>(path)) {
    const said = answer(item, language);
    const feminine = /^(?:she|her|hers)$/i.test(item.mentions.find((one) => one.role === "Pronoun")!.text);
    answers.push({ gold: item.A, said: said.A, feminine }, { gold: item.B, said: said.B, feminine });
  }
  const { precision, recall, f1 } = scoreGap(answers);
  return [
    ["GAP precision", precision],
    ["GAP recall", recall],
    ["GAP F1", f1],
    ["GAP F1 feminine", scoreGap(answers.filter((one) => one.feminine)).f1],
    ["GAP F1 masculine", scoreGap(answers.filter((one) => !one.feminine)).f1],
  ];
};

/** Whether the pronoun's actor has a mention that overlaps each name. */
export const answer = (item: Item, language: Language): { A: boolean; B: boolean } => {
  const unit = toUnits(item.text);
  const reading = read({ id: item.id, text: item.text, language: "en" }, language);
  const spans = Object.fromEntries(
    item.mentions.map((one) => [one.role, { start: unit(one.start), end: unit(one.end) }]),
  );
  const pronoun = reading.mentions.find(
    (one) => one.form === "pronoun" && one.start === spans.Pronoun!.start && one.end === spans.Pronoun!.end,
  );
  const actors = reading.actors.filter((actor) => pronoun && actor.mentions.includes(pronoun.index));
  const has = (span: { start: number; end: number }): boolean =>
    actors.some((actor) =>
      actor.mentions.some((index) => {
        const one = reading.mentions[index]!;
        const inner = one.name ?? one;
        return one.form === "name" && inner.start < span.end && span.start < inner.end;
      }),
    );
  return { A: has(spans.A!), B: has(spans.B!) };
};
