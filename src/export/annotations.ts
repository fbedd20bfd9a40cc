// Records -> W3C Web Annotations: each stretch of text that a finding rests on, with the finding's label.
import type { Record, RecordSpan } from "../record/schema.ts";

type Labelled = {
  readonly finding: string;
  readonly part: string;
  readonly label: string;
  readonly span: RecordSpan;
};

/** One AnnotationPage, an annotation a line between its brackets. Positions count code points. */
export function* toAnnotations(records: Iterable<Record>): Generator<string> {
  yield `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:dragoman:annotations","type":"AnnotationPage","items":[`;
  let first = true;
  for (const record of records) {
    const letters = [...record.document.text];
    const seen = new Map<string, number>();
    for (const one of labelled(record)) {
      const name = `urn:dragoman:${one.finding}:${one.part}`;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      yield `${first ? "" : ","}\n${JSON.stringify(annotation(`${name}:${count}`, one, record, letters))}`;
      first = false;
    }
  }
  yield "\n]}\n";
}

const annotation = (
  id: string,
  { label, part, span }: Labelled,
  { document }: Record,
  letters: readonly string[],
) => ({
  id,
  type: "Annotation",
  motivation: part === "mention" ? "identifying" : "classifying",
  body: { type: "TextualBody", purpose: "tagging", format: "text/plain", value: label },
  target: {
    source: document.url ?? `urn:dragoman:${document.id}`,
    selector: [
      { type: "TextPositionSelector", start: span.start, end: span.end },
      {
        type: "TextQuoteSelector",
        exact: span.text,
        prefix: letters.slice(Math.max(0, span.start - 32), span.start).join(""),
        suffix: letters.slice(span.end, span.end + 32).join(""),
      },
    ],
  },
});

const labelled = (record: Record): Labelled[] => {
  const all = (
    finding: string,
    part: string,
    label: string,
    spans: readonly (RecordSpan | undefined)[],
  ): Labelled[] => spans.flatMap((span) => (span ? [{ finding, part, label, span }] : []));
  return [
    ...record.actors.flatMap((one) => all(one.id, "mention", `${one.kind}: ${one.name}`, one.mentions)),
    ...record.times.flatMap((one) => all(one.id, "time", `${one.type}: ${one.value}`, [one])),
    ...record.statements.flatMap((one) => [
      ...all(one.id, "source", `source of ${one.act}`, [one.source]),
      ...all(one.id, "cue", `cue of ${one.act}`, [one.cue]),
      ...all(one.id, "content", `statement: ${one.act}`, one.content),
    ]),
    ...record.contacts.flatMap((one) =>
      all(one.id, "evidence", `contact: ${one.channel}, ${one.status}`, one.evidence),
    ),
    ...record.events.flatMap((one) => all(one.id, "trigger", `event: ${one.type}`, [one.trigger])),
  ];
};
