// Who an actor is beyond its document: keys under which the same person, state or body meets itself again.
import { wholeOf } from "../model/whole.ts";
import type { Record, RecordActor, RecordContact } from "../record/schema.ts";
import { isVague, type OfficeWords, officesMeet, officeWords } from "./office.ts";

/** What two records can compare of an actor. An `office` is somebody whom the text does not name: "her Czech counterpart". */
export type Identity = {
  readonly kind: RecordActor["kind"] | "office";
  readonly country?: string;
  readonly wikidata?: string;
  /** As the text writes it, for reasons that a reader sees. */
  readonly name: string;
  /** Folded name words, the surname last as written. */
  readonly words: readonly string[];
  readonly offices: readonly OfficeWords[];
};

/** "I" and "we" of a readout's author, whoever that is. */
export const isUnnamed = ({ name }: Pick<RecordActor, "name">): boolean => /^(?:I|we)$/i.test(name);

/** Of how many sides a telling names people. */
export const namedSides = ({
  record,
  contact,
}: {
  readonly record: Pick<Record, "actors">;
  readonly contact: RecordContact;
}): number => {
  const parties = new Set(contact.participants.map(({ actor }) => actor));
  const people = record.actors.filter(
    (actor) => actor.kind === "person" && parties.has(actor.id) && !isUnnamed(actor),
  );
  return new Set(people.map(({ id }) => contact.participants.find(({ actor }) => actor === id)?.side)).size;
};

/** The comparable part of an actor; an author without a name is no more than one of a side. */
export const identityOf = (actor: RecordActor): Identity => ({
  kind: isUnnamed(actor) ? "state" : isOffice(actor) ? "office" : actor.kind,
  ...(actor.country !== undefined && { country: wholeOf(actor.country) }),
  ...(actor.wikidata !== undefined && { wikidata: actor.wikidata }),
  name: bareName(actor.name),
  words: fold(isUnnamed(actor) ? "" : bareName(actor.name))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== ""),
  offices: actor.offices.map(({ title }) => officeWords(title)),
});

/** Somebody known by a title only, whom no register tells the name of. */
const isOffice = ({ kind, rule }: RecordActor): boolean =>
  kind === "person" && /^(?:unnamed|noun|source)$/.test(rule);

/** True for somebody, named or not; neither a state nor a body. */
export const isSomebody = ({ kind }: Identity): boolean => kind === "person" || kind === "office";

/** Without "Dr." and the like before a name, and an office after it. */
export const bareName = (name: string): string =>
  name.replace(/^(?:\p{Lu}\p{Ll}{1,3}\.\s+)+/u, "").replace(/,.*$/u, "");

/**
 * Letters without marks, lower case, with the spellings that transliteration leaves open made one:
 * Zelenskyy, Zelenskiy and Zelensky; Lukashenka and Lukashenko stay apart.
 */
export const fold = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ıİ]/g, "i")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/đ/g, "d")
    .replace(/ß/g, "ss")
    .replace(/(?:yy|iy|yi|ij|ii|y)\b/g, "i")
    .replace(/[’'`ʼ]/g, "");

/** `same`, `apart`, or `open` where names neither meet nor exclude each other (a state and its minister). */
export const compareIdentity = (a: Identity, b: Identity): "same" | "apart" | "open" => {
  if (a.wikidata !== undefined && b.wikidata !== undefined)
    return a.wikidata === b.wikidata ? "same" : "apart";
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return "apart";
  if (isSomebody(a) && isSomebody(b)) return comparePersons(a, b);
  if (a.kind !== b.kind && (a.country === undefined || b.country === undefined))
    return namesMeet(a.words, b.words) ? "same" : "apart";
  if (a.kind !== b.kind) return a.country !== undefined && a.country === b.country ? "open" : "apart";
  if (a.kind === "state") return a.country !== undefined && a.country === b.country ? "same" : "apart";
  return namesMeet(a.words, b.words) ? "same" : "open";
};

/** By their names; where one is told of by an office only, by that. */
const comparePersons = (a: Identity, b: Identity): "same" | "apart" | "open" => {
  if (a.kind === b.kind && a.kind === "person") {
    const alike = soundsAlike(a.words, b.words) && officesMeet(a.offices, b.offices);
    return alike || namesMeet(a.words, b.words) ? "same" : "apart";
  }
  if (a.country === undefined || b.country === undefined) return "open";
  if (a.offices.every(isVague) || b.offices.every(isVague)) return "open";
  return officesMeet(a.offices, b.offices) ? "same" : "apart";
};

/** One name's words within the other's, or the same surname with first names that don't clash ("J." and "James"). */
const namesMeet = (a: readonly string[], b: readonly string[]): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return false;
  if (short.every((word) => long.includes(word))) return true;
  const [line, other] = [lineage(a), lineage(b)];
  if (line !== undefined && other !== undefined) return line === other;
  if (short.at(-1) !== long.at(-1)) return false;
  const [first = "", second = ""] = [short[0], long[0]];
  return (
    first[0] === second[0] &&
    (first.length === 1 || second.length === 1 || first.slice(0, 3) === second.slice(0, 3))
  );
};

/** "Mohammed bin Salman" of "Mohammed bin Salman bin Abdulaziz" and of "Mohammed bin Salman Al Saud". */
const lineage = (words: readonly string[]): string | undefined => {
  const at = words.findIndex((word) => /^(?:bin|ibn|bint)$/.test(word));
  return at > 0 && at + 1 < words.length ? words.slice(0, at + 2).join(" ") : undefined;
};

/**
 * "Abdul Hamid Dbeibah" and "Abdulhamid Al-Dabaiba", "Albusaidi" and "al Busaidi": family names whose consonants are the
 * same, however they are put into Latin letters.
 */
const soundsAlike = (a: readonly string[], b: readonly string[]): boolean => {
  const [x, y] = [consonants(a.at(-1) ?? ""), consonants(b.at(-1) ?? "")];
  return x.length > 1 && x === y;
};

const consonants = (word: string): string =>
  word
    .replace(/^[ae]l(?=[b-df-hj-np-tv-z]\p{L}{3})/u, "")
    .replace(/q/g, "k")
    .replace(/[^b-df-gj-np-tvxz]/g, "")
    .replace(/(.)\1+/g, "$1");
