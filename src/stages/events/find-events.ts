// Words, actors, statements and contacts -> PLOVER events.
import type { EventsLanguage } from "../../language/events.ts";
import type { Event } from "../../model/event.ts";
import type { Reading } from "../../model/reading.ts";

/** The layers that events are read from. */
export type EventsInput = Omit<Reading, "events">;

/** Events in text order of their triggers. */
export const findEvents = (_reading: EventsInput, _language: EventsLanguage): Event[] => [];
