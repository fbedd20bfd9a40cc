// Who held an office on a day, by the register; near a handover the answer may be two people.
import type { ActorsLanguage } from "../../language/actors.ts";
import type { Holding, Person } from "../../language/holders.ts";

/** Terms of an office that hold on the day; on the day of a handover both the old and the new holder's. */
export const termsOn = (language: ActorsLanguage, of: string, office: string, day: string): Holding[] =>
  (language.register.byOffice.get(`${of} ${office}`) ?? []).filter((one) => covers(one, day));

/** True where the day lies in the term; dates of month precision stand for the whole month. */
export const covers = (term: Holding, day: string): boolean =>
  term.from.slice(0, day.length) <= day.slice(0, term.from.length) &&
  (term.to === "" || day.slice(0, term.to.length) <= term.to.slice(0, day.length));

/** Offices of the same class that the state's register has, the asked one first. */
export const officesLike = (language: ActorsLanguage, of: string, office: string): string[] => {
  if (office === "leader") return leadersOf(language, of);
  if (office === "chief" && of !== "EU") return chiefsOf(language, of);
  const group = language.officeGroup.get(office)?.group;
  if (group === undefined || !exchangeable.has(group)) return [office];
  const all = [office];
  for (const [name, other] of language.officeGroup)
    if (name !== office && other.group === group && language.register.byOffice.has(`${of} ${name}`))
      all.push(name);
  return all;
};

/** "the NATO chief", "the IAEA head": the office that leads an organization of states. */
const chiefsOf = (language: ActorsLanguage, of: string): string[] =>
  language.organizationByCode.has(of)
    ? chiefs.filter((office) => language.register.byOffice.has(`${of} ${office}`)).slice(0, 1)
    : [];

const chiefs = [
  "secretary-general",
  "director-general",
  "managing director",
  "executive director",
  "high commissioner",
  "commissioner-general",
  "chairperson",
  "president",
];

/** Classes in which a state has one office, however it is called. */
const exchangeable = new Set([
  "foreign minister",
  "defense minister",
  "security adviser",
  "secretary-general",
]);

const leadersOf = (language: ActorsLanguage, of: string): string[] => {
  const known = language.leaders.get(of);
  if (known) return [known];
  return ["leader", "president", "prime minister"].filter((office) =>
    language.register.byOffice.has(`${of} ${office}`),
  );
};

/** The one person who held the office on the day; undefined where nobody is known or two are possible. */
export const holderOn = (
  language: ActorsLanguage,
  of: string,
  office: string,
  day: string,
): Person | undefined => {
  for (const one of officesLike(language, of, office)) {
    const terms = termsOn(language, of, one, day);
    const people = new Set(terms.map((term) => term.person));
    if (people.size === 1) return language.register.people.get(terms[0]!.person);
    if (people.size > 1) return undefined;
  }
  return undefined;
};

/** The person's term of this class of office that fits the day best: the one that covers it, else the last before it. */
export const termOf = (
  language: ActorsLanguage,
  person: Person,
  office: string | undefined,
  day: string | undefined,
): Holding | undefined => {
  const group = office === undefined ? undefined : language.officeGroup.get(office)?.group;
  const fitting = person.held.filter(
    (term) =>
      office === undefined ||
      term.office === office ||
      language.officeGroup.get(term.office)?.group === group ||
      (office === "minister" && / minister$/.test(term.office) && term.office !== "prime minister") ||
      (office === "secretary" && term.office.startsWith("secretary of ")) ||
      (office === "chief" && chiefsOf(language, term.of).includes(term.office)),
  );
  if (day === undefined) return fitting.length === 1 ? fitting[0] : undefined;
  const current = fitting.filter((term) => covers(term, day));
  if (current.length > 0) return current.at(-1);
  if (office === undefined) return undefined;
  return fitting.filter((term) => term.from <= day).at(-1);
};

/** Who takes the office within 120 days after the day: the one elected or designated. */
export const comingTo = (
  language: ActorsLanguage,
  of: string,
  office: string,
  day: string,
): Person | undefined => {
  const limit = new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + 120 * 86_400_000);
  if (day.length < 10 || Number.isNaN(limit.getTime())) return undefined;
  const last = limit.toISOString().slice(0, 10);
  const terms = (language.register.byOffice.get(`${of} ${office}`) ?? []).filter(
    (term) => term.from > day && term.from <= last,
  );
  return terms.length === 1 ? language.register.people.get(terms[0]!.person) : undefined;
};
