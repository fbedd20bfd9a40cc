// Who, when, how, where and at whose initiative: what each side says of it, and the words that it rests on.

import type { RecordSpan } from "../../record/schema.ts";
import { Day } from "../parts/said.tsx";
import { hrefOf } from "../state/address.ts";
import { useData } from "../state/data.ts";
import type { Comparison, Contact } from "../state/shapes.ts";
import { channelName, sideName } from "../state/words.ts";

const questions: { readonly [field: string]: string } = {
  date: "When",
  channel: "How",
  participants: "Who",
  place: "Where",
  length: "How long",
  initiator: "Who sought it",
};
const order = ["date", "channel", "length", "participants", "place", "initiator"];

/** A table of what the sides say, those rows only that somebody speaks to. */
export const Facts = ({ comparison }: { comparison: Comparison }) => {
  const rows = comparison.facts
    .filter(({ values }) => values.some(({ value }) => value !== null))
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  if (rows.length === 0) return null;
  return (
    <section class="facts" aria-labelledby="facts-title">
      <h2 id="facts-title">The circumstances</h2>
      <table>
        <thead>
          <tr>
            <td />
            {comparison.sides.map(({ side }, at) => (
              <th key={side} scope="col" class={`side-name side-${at}`}>
                {sideName(side)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, agree, values }) => {
            const silent = values.some(({ value }) => value === null);
            return (
              <tr key={field} class={agree ? undefined : "differs"}>
                <th scope="row">{questions[field] ?? field}</th>
                {agree && !silent ? (
                  <td colSpan={values.length}>
                    <Value field={field} value={values[0]!.value} /> <span class="soft">both say so</span>
                  </td>
                ) : (
                  values.map(({ side, value }) => (
                    <td key={side}>
                      {value === null ? (
                        <span class="soft">does not say</span>
                      ) : (
                        <Value field={field} value={value} />
                      )}
                      {!agree && value !== null && (
                        <span class="tag clash">
                          <span aria-hidden="true">≠</span> differs
                        </span>
                      )}
                    </td>
                  ))
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};

const Value = ({ field, value }: { field: string; value: string | null }) => {
  if (field === "date") return <Day date={value} />;
  if (field === "channel") return <>{channelName(value ?? "")}</>;
  if (field === "initiator") return <>{sideName(value)}</>;
  return <bdi>{value}</bdi>;
};

/** Every document that tells of it, with the sentences that it rests on. */
export const Evidence = ({ tellings }: { tellings: readonly Contact[] }) => (
  <section class="evidence" aria-labelledby="evidence-title">
    <h2 id="evidence-title">The words it rests on</h2>
    <ul>
      {tellings.slice(0, 12).map((telling) => (
        <Telling key={telling.id} telling={telling} />
      ))}
    </ul>
    {tellings.length > 12 && <p class="soft">and {tellings.length - 12} more documents</p>}
  </section>
);

const Telling = ({ telling }: { telling: Contact }) => {
  const { data } = useData<Contact & { passages: readonly RecordSpan[] }>(
    `/api${hrefOf(["contacts", telling.id])}`,
  );
  const passages = data?.passages ?? telling.evidence;
  const { document } = telling;
  const initiator = telling.participants.find(({ role }) => role === "initiator");
  return (
    <li>
      <p class="soft">
        <bdi>{document.publisher ?? "A text without a publisher"}</bdi>
        {document.published && (
          <>
            , <Day date={document.published} brief />
          </>
        )}
        {initiator && (
          <>
            {" "}
            · sought by <bdi>{telling.names[initiator.actor]}</bdi>
          </>
        )}
      </p>
      {passages.slice(0, 2).map((passage) => (
        <p class="said" key={passage.start}>
          <bdi>{marked(passage, telling.evidence)}</bdi>{" "}
          <a
            class="to-text"
            href={hrefOf(["documents", document.id], { at: telling.id })}
            aria-label="In the text"
          >
            ¶
          </a>
        </p>
      ))}
    </li>
  );
};

/** The evidence within its sentence, marked. Offsets are code points. */
const marked = (passage: RecordSpan, evidence: readonly RecordSpan[]) => {
  const points = [...passage.text];
  const inside = evidence
    .filter(({ start, end }) => start >= passage.start && end <= passage.end)
    .sort((a, b) => a.start - b.start);
  const parts: preact.ComponentChild[] = [];
  let at = passage.start;
  for (const { start, end } of inside) {
    if (start < at) continue;
    parts.push(points.slice(at - passage.start, start - passage.start).join(""));
    parts.push(<strong>{points.slice(start - passage.start, end - passage.start).join("")}</strong>);
    at = end;
  }
  parts.push(points.slice(at - passage.start).join(""));
  return parts;
};
