// Linking across documents: ECB+ ("do these two tell of one event?", pairs within a topic), and our own pairs of readouts.
import { countLibrary, groupStories, storiesOf } from "../../src/link/same-story.ts";
import { corpus, readLines } from "../data.ts";
import type { Figure, Measure } from "../figure.ts";
import { precisionRecall } from "../scorers/counts.ts";

type Row = { id: string; topic: string; subtopic: string; text: string };

export const measure: Measure = ({ data }) =>
  (data.length > 0 ? data : [corpus("linking/ecbplus-train-dev.jsonl")]).flatMap(measureStories);

const measureStories = (path: string): Figure[] => {
  const rows = readLines<Row>(path);
  const library = countLibrary(rows);
  let [right, found, gold] = [0, 0, 0];
  for (const topic of Map.groupBy(rows, (row) => row.topic).values()) {
    const group = new Map<string, number>();
    groupStories(storiesOf(topic, library)).forEach((stories, at) => {
      for (const { id } of stories) group.set(id, at);
    });
    topic.forEach((a, at) => {
      for (const b of topic.slice(at + 1)) {
        const same = a.subtopic === b.subtopic;
        const said = group.get(a.id) === group.get(b.id);
        if (same) gold += 1;
        if (said) found += 1;
        if (same && said) right += 1;
      }
    });
  }
  return precisionRecall({ right, found, gold }).map(([figure, value]) => ({
    layer: "links",
    data: path.split("/").at(-1)!,
    figure: `same event ${figure}`,
    value,
  }));
};
