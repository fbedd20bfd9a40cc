// Contacts -> the events that they are: consultations, agreements to meet, meetings called off.
import type { Code } from "../../language/events.ts";
import type { Contact, Participant, Role } from "../../model/contact.ts";
import type { Event } from "../../model/event.ts";
import type { Span } from "../../model/span.ts";
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
    const [acting, others] = sidesOf(contact);
    const sided = others.length > 0;
    const word = ends.get(trigger.end);
    const before = contact.status === "held" && word !== undefined && isBackground(words, word);
    const mode = contact.status === "held" ? modeOf(contact, sided) : code.mode;
    const factuality = {
      held: before ? "historical" : "actual",
      planned: "future",
      cancelled: "actual",
      denied: "negated",
    } as const;
    return {
      type: contact.status === "cancelled" ? ("REJECT" as const) : code.type,
      ...(mode && { mode }),
      contexts: code.contexts,
      cameo: code.code,
      actors: acting.map(({ actor }) => actor),
      recipients: others.map(({ actor }) => actor),
      ...(contact.date && { date: contact.date }),
      ...(contact.place && { place: { start: contact.place.start, end: contact.place.end } }),
      factuality: factuality[contact.status],
      trigger: calledOff(words, contact, word) ?? trigger,
      ...(contact.within !== undefined && { within: contact.within }),
      rule: contact.rule,
    };
  });
};

/** Who acts on whom: guests on hosts, callers on those they call, hosts on those they receive; else all on each other. */
const sidesOf = ({
  participants,
  channel,
  rule,
}: Contact): [readonly Participant[], readonly Participant[]] => {
  const of = (role: Role) => participants.filter((one) => one.role === role);
  const rest = (role: Role) => participants.filter((one) => one.role !== role);
  if (of("guest").length > 0 && of("host").length > 0)
    return receives.test(rule) ? [of("host"), rest("host")] : [rest("host"), of("host")];
  const isSent = channel !== "meeting" && channel !== "visit" && of("initiator").length > 0;
  return isSent && rest("initiator").length > 0 ? [of("initiator"), rest("initiator")] : [participants, []];
};
const receives = /^(?:host|receive|welcome|greet|entertain)\b/;

/** "the summit was called off": the verb tells of the deed. */
const calledOff = (
  words: readonly Word[],
  { status }: Contact,
  noun: number | undefined,
): Span | undefined => {
  if (status !== "cancelled" || noun === undefined || words[noun]!.upos !== "NOUN") return undefined;
  for (let at = noun, step = 0; step < 3; step += 1) {
    const { relation, head } = words[at]!;
    if (!/^(obj|nsubj:pass|nmod)/.test(relation) || head < 0) return undefined;
    at = head;
    if (words[at]!.upos === "VERB") return { start: words[at]!.start, end: words[at]!.end };
  }
  return undefined;
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
