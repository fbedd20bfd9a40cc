// A contact as `call held 2025-03-03 | Marco Rubio USA initiator; Jan Lipavsky CZE | at Prague | lasted PT2H | came to
// agreed to meet | called, the call`, its accounts below it.
import type { Reading } from "../../src/model/reading.ts";
import type { Span } from "../../src/model/span.ts";

export const show = ({ document, actors, contacts }: Reading): string[] => {
  const text = (span: Span) => document.text.slice(span.start, span.end);
  const name = (actor: number) => actors[actor]!.name;
  return contacts.flatMap(
    ({ channel, status, date, participants, place, duration, outcomes, evidence, accounts }) => [
      [
        `${channel} ${status} ${date ?? "-"}`,
        participants
          .map(({ actor, side, role }) => [name(actor), side ?? "?", role].filter(Boolean).join(" "))
          .join("; "),
        ...(place ? [`at ${text(place)}`] : []),
        ...(duration ? [`lasted ${duration.value}`] : []),
        ...outcomes.map((outcome) => `came to ${text(outcome)}`),
        evidence.map(text).join(", "),
      ].join(" | "),
      ...accounts.flatMap(({ side, points }) =>
        points.map(
          ({ act, speakers, topic, content }) =>
            `  ${side}: ${speakers.map(name).join(", ")} ${act} <${topic}> ${content.map(text).join(" … ")}`,
        ),
      ),
    ],
  );
};
