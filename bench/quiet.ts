// Texts on sports, film and business in which no contact stands: sixteen of ECB+, four of GUM.
import { readFileSync } from "node:fs";
import { corpus, readLines } from "./data.ts";

/** ECB+ topics: basketball, boxing, baseball, football, Oscars, directors, software. */
const topics = ["5", "7", "10", "25", "29", "31", "2", "6"];
const documents = [
  "GUM_news_soccer",
  "GUM_news_warhol",
  "GUM_textbook_entrepreneurship",
  "GUM_bio_padalecki",
];

/** The texts, always the same: the first two by id of each ECB+ topic, and the GUM documents named. */
export const alarmTexts = (): string[] => {
  const rows = readLines<{ id: string; topic: string; text: string }>(
    corpus("linking/ecbplus-train-dev.jsonl"),
  );
  const news = topics.flatMap((topic) =>
    rows
      .filter((row) => row.topic === topic)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, 2)
      .map((row) => row.text),
  );
  return [...news, ...gumTexts()];
};

const gumTexts = (): string[] =>
  readFileSync(corpus("ud/gum-open-train.conllu"), "utf8")
    .split(/^# newdoc id = /m)
    .filter((block) => documents.includes(block.slice(0, block.indexOf("\n")).trim()))
    .map((block) => [...block.matchAll(/^# text = (.*)$/gm)].map((match) => match[1]).join(" "));
