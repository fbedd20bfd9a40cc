// Treebanks rebuilt as raw text -> models/en/sentences.weights: a logistic regression on sentence ends.
import { readFileSync } from "node:fs";
import { corpus } from "../bench/data.ts";
import { type RawText, readRawTexts } from "../bench/scorers/raw-text.ts";
import { loadQuotations } from "../src/language/quotations.ts";
import { loadSentenceTables, type SentenceTables } from "../src/language/sentences.ts";
import { findParagraphs } from "../src/stages/paragraphs/find-paragraphs.ts";
import { findQuotations } from "../src/stages/quotations/find-quotations.ts";
import { features } from "../src/stages/sentences/observe-break.ts";
import { walkPlaces } from "../src/stages/sentences/walk-places.ts";
import { newRandom, shuffled } from "./random.ts";
import { treebanks } from "./treebank.ts";
import { writeWeights } from "./write-weights.ts";

const rounds = 12;
const rate = 0.2;
/** Pull of every weight towards zero at each of its steps. */
const decay = 2e-4;

type Place = { readonly seen: readonly number[]; readonly ends: boolean };

/** Trains on all treebanks and writes the weight file. */
export const trainBreaks = (): void => {
  const language = loadSentenceTables();
  const texts = treebanks.flatMap((name) => readRawTexts(readFileSync(corpus(name), "utf8")));
  const places = texts.flatMap((text) => placesOf(text, language));
  const weights = learn(places);
  const scale = 127 / weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const size = writeWeights(
    "models/en/sentences.weights",
    { scale },
    { weights: Int8Array.from(weights, (weight) => Math.round(weight * scale)) },
  );
  console.error(`breaks: ${places.length} places, ${size} bytes`);
};

/** Every place of a text that needs a decision, with the right one. */
const placesOf = ({ text, sentences }: RawText, language: SentenceTables): Place[] => {
  const ends = new Set(sentences.map((sentence) => sentence.end));
  const document = { id: "", language: "en", text };
  const paragraphs = findParagraphs(document);
  const quotations = findQuotations(document, paragraphs, loadQuotations());
  const places: Place[] = [];
  for (const paragraph of paragraphs)
    walkPlaces(text, paragraph, quotations, language, (end, place) => {
      if (typeof place !== "boolean") places.push({ seen: place.seen(), ends: ends.has(end) });
      return ends.has(end);
    });
  return places;
};

const learn = (places: readonly Place[]): Float32Array => {
  const random = newRandom(11);
  const weights = new Float32Array(features);
  const squares = new Float32Array(features).fill(1);
  for (let round = 1; round <= rounds; round += 1) {
    let loss = 0;
    for (const index of shuffled(places.length, random)) {
      const { seen, ends } = places[index]!;
      let sum = 0;
      for (const feature of seen) sum += weights[feature]!;
      const chance = 1 / (1 + Math.exp(-sum));
      const slope = (ends ? 1 : 0) - chance;
      loss -= Math.log(Math.max(ends ? chance : 1 - chance, 1e-9));
      for (const feature of seen) {
        const step = slope - decay * weights[feature]!;
        squares[feature]! += step * step;
        weights[feature]! += (rate * step) / Math.sqrt(squares[feature]!);
      }
    }
    console.error(`breaks: round ${round}, loss ${(loss / places.length).toFixed(4)} a place`);
  }
  return weights;
};
