// A record's facts by id, and the few questions that everything which shows a record asks of it.
import type { Record, RecordActor, RecordContact, RecordSpan, RecordStatement } from "./schema.ts";

/** Answers about one record. Unknown ids give undefined or "", never an error. */
export type LookUp = {
  readonly record: Record;
  readonly actor: (id: string) => RecordActor | undefined;
  readonly statement: (id: string) => RecordStatement | undefined;
  /** Name of an actor. */
  readonly name: (id: string) => string;
  /** Names of several actors, `A and B`. */
  readonly names: (ids: readonly string[]) => string;
  /** Who makes a statement: the actors' names, else the words of the text, else `an unnamed source`. */
  readonly teller: (statement: RecordStatement | undefined) => string;
  /** Name, office and country on one line: `Marco Rubio, secretary of state (USA)`. */
  readonly described: (id: string) => string;
  /** From the outermost statement down to this one; empty for none. */
  readonly chain: (id: string | undefined) => RecordStatement[];
};

/** Indexes a record once for many questions. */
export const lookUp = (record: Record): LookUp => {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]));
  const name = (id: string): string => actors.get(id)?.name ?? "";
  const names = (ids: readonly string[]): string => joined(ids.map(name).filter(Boolean));
  return {
    record,
    actor: (id) => actors.get(id),
    statement: (id) => statements.get(id),
    name,
    names,
    teller: (statement) =>
      names(statement?.speakers ?? []) || (statement?.source?.text ?? "an unnamed source"),
    described: (id) => described(actors.get(id)),
    chain: (id) => {
      const path: RecordStatement[] = [];
      for (
        let one = statements.get(id ?? "");
        one && !path.includes(one);
        one = statements.get(one.within ?? "")
      )
        path.unshift(one);
      return path;
    },
  };
};

const described = (actor: RecordActor | undefined): string => {
  if (!actor) return "";
  const office = actor.offices[0]?.title;
  const title = office === undefined || actor.kind !== "person" ? "" : `, ${office}`;
  const country = actor.country && actor.kind !== "state" ? ` (${actor.country})` : "";
  return `${actor.name}${title}${country}`;
};

/** `A`, `A and B`, `A, B and C`. */
export const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** The words of several spans, with `…` where they are apart. */
export const wordsOf = (spans: readonly RecordSpan[]): string => spans.map((span) => span.text).join(" … ");

/** `Rubio called`, where it is known who sought the contact. */
export const initiatorOf = (contact: RecordContact): string | undefined =>
  contact.participants.find((participant) => participant.role === "initiator")?.actor;

/** Participants by side, in their order; those without a side stand alone. */
export const bySide = (contact: RecordContact): { side?: string; actors: string[] }[] => {
  const groups: { side?: string; actors: string[] }[] = [];
  for (const { actor, side } of contact.participants) {
    const group = side === undefined ? undefined : groups.find((one) => one.side === side);
    if (group) group.actors.push(actor);
    else groups.push({ ...(side !== undefined && { side }), actors: [actor] });
  }
  return groups;
};

/** A length of time as it stands behind "lasted": "50-minute" -> "50 minutes". */
export const lengthWords = (text: string): string =>
  text.replace(/^(\S+?)-(second|minute|hour|day|week)$/i, (_, count: string, unit: string) =>
    /^(?:one|1|an?|half)$/i.test(count) ? `${count} ${unit}` : `${count} ${unit}s`,
  );
