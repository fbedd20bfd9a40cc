// Records and texts made by chance, the same for the same seed: as many as a bench of the library needs, none of them true.
import type { Record } from "../../src/record/schema.ts";

/** Numbers from 0 to 1 (mulberry32). */
export const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

type Draw = () => number;
/** Few are drawn often and most are rare, as words and names are. */
const often = (draw: Draw, count: number): number => Math.floor(count ** draw()) % count;
const pick = <One>(draw: Draw, list: readonly One[]): One => list[Math.floor(draw() * list.length)]!;

const syllables =
  "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to va ve vo".split(" ");
/** The word of this rank; 0 is the most frequent. */
export const wordOf = (number: number): string => {
  let word = "";
  for (let left = number + syllables.length; left > 0; left = Math.floor(left / syllables.length))
    word += syllables[left % syllables.length];
  return word;
};
/** The same as a name. */
export const named = (number: number): string =>
  wordOf(number).replace(/^./, (letter) => letter.toUpperCase());
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** A code that no country has. */
export const countryOf = (number: number): string =>
  `X${letters[Math.floor(number / 26) % 26]}${letters[number % 26]}`;

const verbs = ["spoke with", "met", "called", "wrote to"];
/** A short report that the reader finds something in: two people, a contact, a statement. */
export const madeText = (draw: Draw): string => {
  const [a, b] = [named(often(draw, 2000)), named(2000 + often(draw, 2000))];
  const words = Array.from({ length: 12 }, () => wordOf(often(draw, 5000))).join(" ");
  const day = String(1 + Math.floor(draw() * 28)).padStart(2, "0");
  return `date 2025-03-${day} President ${a} ${pick(draw, verbs)} Foreign Minister ${b} on Monday. "${words}," ${a} said. ${b} stressed that the ${wordOf(often(draw, 5000))} must go on.`;
};

const channels = ["call", "call", "meeting", "meeting", "visit", "video", "letter"] as const;
const acts = ["say", "say", "say", "stress", "accuse", "deny", "promise", "ask", "thank"];
const types = ["CONSULT", "CONSULT", "ACCUSE", "REQUEST", "AGREE", "SUPPORT", "THREATEN", "SANCTION"];

/** How much a made record holds. */
export type Size = {
  readonly actors: number;
  readonly statements: number;
  readonly events: number;
  readonly words: number;
};
/** A news report: 6 actors, 8 statements of two depths, one contact, 4 events, 120 words. */
export const report: Size = { actors: 6, statements: 8, events: 4, words: 120 };
/** A short note, of which a million fit on a small disk. */
export const note: Size = { actors: 2, statements: 2, events: 1, words: 30 };

/** A record of a text of this size. */
export const madeRecord = (number: number, draw: Draw, size = report): Record => {
  const id = `d${number.toString(16).padStart(16, "0")}`;
  const text = `${Array.from({ length: size.words }, () => wordOf(often(draw, 30_000))).join(" ")}.`;
  const span = (start: number, length: number) => ({
    start,
    end: start + length,
    text: text.slice(start, start + length),
  });
  const somewhere = () => Math.floor(draw() * (text.length - 90));
  const date = new Date(Date.UTC(2000, 0, 1) + Math.floor(draw() * 9400) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const actors = Array.from({ length: size.actors }, (_, at) => {
    const who = often(draw, 20_000);
    const mentions = Array.from({ length: 3 }, () => ({ ...span(somewhere(), 8), form: "name" as const }));
    return {
      id: `${id}.a${at}`,
      kind: "person" as const,
      name: `${named(who)} ${named(who * 7)}`,
      country: countryOf(who % 190),
      offices: [],
      mentions,
      rule: "made",
    };
  });
  const statements = Array.from({ length: size.statements }, (_, at) => ({
    id: `${id}.s${at}`,
    speakers: [`${id}.a${at % size.actors}`],
    act: pick(draw, acts),
    content: [span(somewhere(), 80)],
    form: "indirect" as const,
    ...(at % 4 === 3 && { within: `${id}.s${at - 1}` }),
    addressees: at % 2 === 0 ? [`${id}.a${(at + 1) % size.actors}`] : [],
    confidence: 0.9,
    rule: "made",
  }));
  const [one, other] = [actors[0]!, actors[1]!];
  return {
    dragoman: { version: "0", language: "en", models: "made" },
    document: {
      id,
      text,
      language: "en",
      published: date,
      title: named(often(draw, 30_000)),
      publisher: named(often(draw, 200)),
      ...(number % 5 === 0 && { side: one.country }),
    },
    actors,
    times: [],
    statements,
    contacts: [
      {
        id: `${id}.c0`,
        channel: pick(draw, channels),
        status: draw() < 0.9 ? "held" : "planned",
        participants: [
          { actor: one.id, side: one.country, role: "initiator" },
          { actor: other.id, side: other.country },
        ],
        date,
        topics: [],
        evidence: [span(somewhere(), 10)],
        rule: "made",
        accounts: [],
      },
    ],
    events: Array.from({ length: size.events }, (_, at) => ({
      id: `${id}.e${at}`,
      type: pick(draw, types),
      contexts: [],
      actors: [`${id}.a${at}`],
      recipients: [`${id}.a${at + 1}`],
      date,
      factuality: "actual" as const,
      trigger: span(somewhere(), 6),
      rule: "made",
    })),
  };
};
