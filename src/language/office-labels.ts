// The label of an office as a list has it ("Minister of Foreign Affairs of Yemen") -> the register's office and state.
import { loadOffices } from "./offices.ts";
import { unaccent } from "./phrases.ts";
import type { Organization, State } from "./register.ts";

/** Finds the office of a label, and the code of a state or organization by any of its names or its code. */
export type Labels = {
  readonly officeOf: (label: string, code: string) => string | undefined;
  readonly codeOf: (label: string) => string | undefined;
};

const plain = (text: string): string =>
  unaccent(text)
    .toLowerCase()
    .replace(/\(.*?\)/g, " ")
    .replace(/[\u2019]/g, "'")
    .replace(/[^a-z0-9.' -]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** `known` are the offices that the register has terms of. */
export const makeLabels = (
  states: readonly State[],
  organizations: readonly Organization[],
  known: Iterable<string>,
): Labels => {
  const codes = new Map<string, string>();
  for (const one of [...states, ...organizations])
    for (const name of [one.code, one.name, ...one.names])
      codes.set(plain(name).replace(/^the /, ""), one.code);
  const offices = new Map([...known].map((office) => [office, office]));
  for (const one of loadOffices(new Set(states.map((state) => state.code))))
    if (!one.plural && !offices.has(plain(one.phrase))) offices.set(plain(one.phrase), one.office);
  const byCode = new Map(states.map((state) => [state.code, state]));
  return {
    codeOf: (label) => codes.get(plain(label).replace(/^the /, "")),
    officeOf: (label, code) => {
      const office = longestOffice(withoutState(plain(label), byCode.get(code)), offices);
      return office === "foreign minister" && code === "USA" ? "secretary of state" : office;
    },
  };
};

/** The label without the names of the state: "president of the french republic" is "president of the republic". */
const withoutState = (label: string, state: State | undefined): string => {
  let text = ` ${label} `;
  const names = state ? [state.name, ...state.names, ...state.adjectives].map(plain) : [];
  for (const name of names.sort((a, b) => b.length - a.length))
    text = text
      .replaceAll(` of the ${name} `, " ")
      .replaceAll(` of ${name} `, " ")
      .replaceAll(` ${name} `, " ");
  return text.replace(/\s+/g, " ").trim();
};

/** Words that make another office of the one they stand before. */
const lesser =
  /^(?:deputy|vice|assistant|shadow|former|under|junior|parliamentary|permanent|associate|honorary|vice-)$/;

/** The office whose words make up most of the label, and not a lesser one. */
const longestOffice = (label: string, offices: ReadonlyMap<string, string>): string | undefined => {
  const words = label.split(" ");
  for (let length = Math.min(words.length, 9); length > 0; length--)
    for (let first = 0; first + length <= words.length; first++) {
      const office = offices.get(words.slice(first, first + length).join(" "));
      if (office && !lesser.test(words[first - 1] ?? "")) return office;
      if (office) return offices.get(`${words[first - 1]} ${office}`);
    }
  return undefined;
};
