// Those named beside a sighting -> whether they can take part, and whether they make a contact.
import { type Actor, sideIn } from "../../../model/actor.ts";
import type { Sighting } from "../find-sightings.ts";

/** Two sides or more, at least one of them a state's, an organization's or an office's; bare states do not meet. */
export const isFull = (
  { seen, bodily, weak, channel, goal, alone, led, placed, rule }: Sighting & { readonly goal?: string },
  actors: readonly Actor[],
): boolean => {
  if (placed !== undefined) return placed && isOfPeople(seen, actors);
  if (alone) return seen.some(({ actor }) => actors[actor]!.kind === "person" && isOfficial(actors[actor]!));
  if (channel === "visit" && goal !== undefined && seen.length > 0)
    return seen.some(({ actor }) => isOfficial(actors[actor]!) && actors[actor]!.country !== goal);
  if (channel === "visit" && weak) return false;
  // "After a tour the leaders went into negotiations": nobody is visited.
  if (channel === "visit" && seen.length > 1 && seen.every(({ role }) => role === "guest")) return false;
  // "Quiet contacts between Seoul and Pyongyang": a noun tells of states as of those who speak for them.
  const spoken = (channel === "call" || channel === "video") && rule.endsWith("/V");
  if ((bodily || (spoken && led !== true)) && seen.every(({ actor }) => actors[actor]!.kind === "state"))
    return false;
  const able = seen.filter(({ actor }) => isAble(actors[actor]!));
  const sides = new Set(able.map(({ actor }) => sideIn(actors[actor]!) ?? `actor ${actor}`));
  // "The rebels of the transport union met the mediator": of nobody's side that is known.
  const isOpen = able.some(({ actor }) => actors[actor]!.rule === "open");
  if (isOpen && able.every(({ actor }) => actors[actor]!.country === undefined)) return false;
  return sides.size > 1 && seen.some(({ actor }) => isOfficial(actors[actor]!));
};

/** People of two sides that are known, and nobody else. */
const isOfPeople = (seen: Sighting["seen"], actors: readonly Actor[]): boolean => {
  const people = seen.map(({ actor }) => actors[actor]!);
  return (
    people.every(({ kind, country }) => kind === "person" && country !== undefined) &&
    new Set(people.map(({ country }) => country)).size > 1
  );
};

/** Who can take part: anyone but firms, prizes and the like, and a people's citizens. */
export const isAble = ({ kind, country, code, name }: Actor): boolean =>
  !/^(Jr|Sr|II|III)\.?$/.test(name) &&
  // "Duda's talks with the opposition": at home, where nobody says whose they are.
  !(country === undefined && /^(?:opposition|unions?|trade unions|coalition)$/i.test(name)) &&
  !(kind === "group" && / CVL/.test(code ?? "")) &&
  (kind !== "organization" ||
    ((country !== undefined || code !== undefined) && !/ (MED|JRN|BUS)/.test(code ?? "")));

/** True for states, organizations of states, and people and groups with an office, a code or a side. */
export const isOfficial = (actor: Actor): boolean =>
  actor.kind === "state" ||
  actor.offices.length > 0 ||
  (actor.code !== undefined && !/ (CVL|JRN|BUS)/.test(actor.code)) ||
  (actor.kind === "person" && actor.country !== undefined);

/** "They discussed the cooperation with Cyprus": a state that people of two sides talk of takes no part. */
export const withoutTalkedOf = <One extends Sighting>(sighting: One, actors: readonly Actor[]): One => {
  const people = sighting.seen.filter(({ actor }) => actors[actor]!.kind === "person");
  const sides = new Set(people.map(({ actor }) => actors[actor]!.country ?? actor));
  return sighting.weak && sides.size > 1 ? { ...sighting, seen: people } : sighting;
};
