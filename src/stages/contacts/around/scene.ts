// Drafts of contacts in text order -> those whose words fit a call and a talk in person as the scene tells: who has just
// arrived or met somebody, and then talks, does so on the spot.
import type { Reading } from "../../../model/reading.ts";
import type { Draft } from "../merge-sightings.ts";

type Input = Pick<Reading, "words" | "sentences">;

/** What is said without a word of how: "speak" alone more often is on the phone. */
const open = /^(?:talk|converse|conversation)\//;

/** The drafts, with a talk right after a meeting or a journey as a meeting. */
export const onTheSpot = ({ words, sentences }: Input, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft, index) => {
    const before = drafts[index - 1];
    const isOpen =
      draft.loose && draft.channel === "call" && draft.sightings.every(({ rule }) => open.test(rule));
    if (!isOpen || !before || draft.status !== before.status) return draft;
    if (before.channel !== "meeting" && before.channel !== "visit") return draft;
    if (before.date !== undefined && draft.date !== undefined && before.date !== draft.date) return draft;
    const [last, first] = [before.sightings.at(-1)!.word, draft.sightings[0]!.word].map(
      (word) => words[word]!.sentence,
    );
    const near = first! - last! <= 1 && sentences[first!]!.paragraph === sentences[last!]!.paragraph;
    const shared = draft.seen.some(({ actor }) => before.seen.some((one) => one.actor === actor));
    return near && shared ? { ...draft, channel: "meeting" } : draft;
  });
