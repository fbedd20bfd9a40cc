// Contacts -> the events that they are: consultations, agreements to meet, meetings called off.
import type { Code } from "../../language/events.ts";
import type { Contact } from "../../model/contact.ts";
import type { Event } from "../../model/event.ts";
import type { Word } from "../../model/token.ts";
import { isBackground } from "./background.ts";

/** One event a contact, at its first evidence. */
export const contactEvents = (
  words: readonly Word[],
  contacts: readonly Contact[],
  codes: ReadonlyMap<string, Code>,
): Omit<Event, "index">[] => {
  const ends = new Map(words.map(({ end, index }) => [end, index]));
  return contacts.flatMap((contact) => {
    const code = codes.get(codeOf(contact));
    const [trigger] = contact.evidence;
    if (!code?.type || !trigger || isSummons(contact)) return [];
    const guests = contact.participants.filter(({ role }) => role === "guest");
    const hosts = contact.participants.filter(({ role }) => role === "host");
    const sided = guests.length > 0 && hosts.length > 0;
    const acting = sided ? contact.participants.filter(({ role }) => role !== "host") : contact.participants;
    const word = ends.get(trigger.end);
    const before = contact.status === "held" && word !== undefined && isBackground(words, word);
    const mode = contact.status === "held" ? modeOf(contact, sided) : code.mode;
    return {
      type: contact.status === "cancelled" ? ("REJECT" as const) : code.type,
      ...(mode && { mode }),
      contexts: code.contexts,
      cameo: code.code,
      actors: acting.map(({ actor }) => actor),
      recipients: sided ? hosts.map(({ actor }) => actor) : [],
      ...(contact.date && { date: contact.date }),
      ...(contact.place && { place: { start: contact.place.start, end: contact.place.end } }),
      factuality: contact.status === "denied" ? "negated" : before ? "historical" : "actual",
      trigger,
      ...(contact.within !== undefined && { within: contact.within }),
      rule: contact.rule,
    };
  });
};

/** A summons is a deed of its own kind (ACCUSE), which the triggers code. */
const isSummons = ({ rule }: Contact): boolean => /^(?:summon|call_in)\/V$/.test(rule);

const codeOf = ({ channel, status }: Contact): string => {
  if (status === "planned") return "036";
  if (status === "cancelled") return "125";
  if (channel === "call" || channel === "video") return "041";
  return channel === "visit" ? "042" : "040";
};

const modeOf = ({ channel, participants }: Contact, sided: boolean): string | undefined => {
  if (channel === "call" || channel === "video" || channel === "letter" || channel === "message")
    return "phone";
  if (channel === "visit" || sided) return "visit";
  const sides = new Set(participants.map(({ side }) => side));
  return sides.size > 2 ? "multilateral" : undefined;
};
