// Claims of public lists and the register -> where they agree, and a table of where they do not.
import type { Holding, Register } from "../../src/language/holders.ts";
import { nameWords } from "../../src/language/name-keys.ts";
import type { Claim } from "./register-claims.ts";

/** A claim with the terms of the register that have a name in common with it, and whether one begins in the claim's month. */
export type Compared = { readonly claim: Claim; readonly terms: readonly Holding[]; readonly dated: boolean };

const offices: { readonly [office in Claim["office"]]: RegExp } = {
  head: /^(?:president|prime minister|premier|chancellor|king|queen|emir|sultan|emperor|pope|leader|supreme leader|grand duke|prince|chief adviser|chief executive)$/,
  "foreign minister": /^(?:foreign minister|secretary of state)$/,
};

/** Each person that a list has in an office, once for each day that the list gives. */
export const compareClaims = (register: Register, claims: readonly Claim[]): Compared[] => {
  const terms = [...register.byOffice.values()].flat();
  const seen = new Set<string>();
  return claims.flatMap((claim) => {
    const key = `${claim.of} ${claim.words.join(" ")} ${claim.since}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const mine = terms.filter(
      (term) =>
        term.of === claim.of && offices[claim.office].test(term.office) && shares(register, term, claim),
    );
    const dated = mine.some((term) => term.from.slice(0, 7) === claim.since.slice(0, 7));
    return [{ claim, terms: mine, dated }];
  });
};

const shares = (register: Register, term: Holding, claim: Claim): boolean => {
  const person = register.people.get(term.person)!;
  const words = [person.name, ...person.names].flatMap(nameWords);
  return claim.words.some((word) => words.includes(word));
};

/** Per cent of the claims whose holder is known, and of those the ones of the same month. */
export const agreement = (found: readonly Compared[]): { known: number; dated: number } => {
  const known = found.filter((one) => one.terms.length > 0);
  return {
    known: (100 * known.length) / Math.max(1, found.length),
    dated: (100 * known.filter((one) => one.dated).length) / Math.max(1, known.length),
  };
};

/** Terms of heads that begin after the lists were last seen to change: nothing here confirms them. */
export const unconfirmed = (register: Register, claims: readonly Claim[]): Holding[] => {
  const last = claims.reduce((day, claim) => (claim.since > day ? claim.since : day), "");
  return [...register.byOffice.values()]
    .flat()
    .filter((term) => term.from > last || (term.to > last && term.to !== ""));
};

/** The disagreements as a table, by kind, state and day; whom the register does not know is counted by state. */
export const listOf = (found: readonly Compared[], later: readonly Holding[]): string => {
  const said = ({ person, office, from, to }: Holding): string =>
    `${person}, ${office}, ${from} to ${to || "today"}`;
  const other = found
    .filter((one) => one.terms.length > 0 && !one.dated)
    .map(({ claim, terms }) =>
      ["another month", claim.of, claim.source, claim.since, terms.map(said).join("; ")].join("\t"),
    );
  const open = later.map((term) => ["later than the lists", term.of, "", "", said(term)].join("\t"));
  const missing = Map.groupBy(
    found.filter((one) => one.terms.length === 0),
    ({ claim }) => `not in the register\t${claim.of}\t${claim.source}`,
  );
  const counted = [...missing].map(([key, { length }]) => `${key}\t\t${length} of the list`);
  const head = `# Where the register and public lists of office holders differ; \`npm run -s bench -- register\` writes this file.
what\tof\tlist\tsince\tregister
`;
  return `${head}${[...other, ...open, ...counted].sort().join("\n")}\n`;
};
