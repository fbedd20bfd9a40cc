// Record -> JSON Lines in PLOVER's own field names, one line an event.
import type { Record, RecordActor } from "../record/schema.ts";
import { codeOf, scaleOf } from "./event-scale.ts";

/** PLOVER's names for what Dragoman keeps apart from context. */
const factualities: { readonly [factuality: string]: string } = {
  future: "future",
  hypothetical: "hypothetical",
  historical: "historical",
  negated: "negation",
};

/**
 * One JSON object a line, without a line end. `date` is the event's, or the document's where the text gives none.
 * What the manual leaves open (who asserts an event) stands in `comment`.
 */
export const toPlover = (record: Record): string[] => {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const parties = (ids: readonly string[]) => ids.flatMap((id) => partyOf(actors.get(id)));
  return record.events.map((event) => {
    const scale = scaleOf(event.type);
    const factuality = factualities[event.factuality];
    const asserted = record.statements.find(({ id }) => id === event.within);
    const speakers = asserted?.speakers.map((id) => actors.get(id)?.name ?? id).join(", ");
    return JSON.stringify({
      id: event.id,
      date: event.date ?? record.document.published ?? null,
      source: parties(event.actors),
      ...(event.recipients.length > 0 && { recipient: parties(event.recipients) }),
      event: [event.type],
      ...(event.mode && { mode: [event.mode] }),
      context: factuality ? [...event.contexts, factuality] : event.contexts,
      event_text: [event.trigger.text],
      ...(event.place && { event_loc: { name: event.place.text } }),
      ...(scale && { quad_code: scale.code, event_scale: scale.value }),
      text_info: { start: event.trigger.start, end: event.trigger.end },
      cite_info: {
        ...(record.document.url && { url: record.document.url }),
        ...(record.document.title && { title: record.document.title }),
        ...(record.document.publisher && { publication: record.document.publisher }),
        language: record.document.language,
        coder: `dragoman ${record.dragoman.version}`,
      },
      ...(event.within && { comment: `asserted by ${speakers || "a source"} (${event.within})` }),
    });
  });
};

const partyOf = (actor: RecordActor | undefined): object[] => {
  if (!actor) return [];
  const { country, sectors } = codeOf(actor);
  return [
    {
      code: country,
      ...(sectors.length > 0 && { sector: sectors.join("") }),
      actor_text: actor.mentions[0]?.text ?? actor.name,
      identifier_text: actor.name,
      ...(actor.wikidata && { identifier_id: actor.wikidata }),
      ...(actor.offices[0] && { office: actor.offices[0].title }),
    },
  ];
};
