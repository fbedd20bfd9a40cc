// Tables of states and places -> the state that a place name lies in.
import { loadStates } from "./register.ts";
import { cellList, readTable } from "./table.ts";

/** ISO alpha-3 by place name, lower case: states, their capitals, and the cities and regions of places.tsv. */
export type Places = ReadonlyMap<string, string>;

/** Reads language/en/actors/states.tsv and places.tsv. Throws LanguageError with file and line. */
export const loadPlaceNames = (): Places => {
  const places = new Map<string, string>();
  for (const { code, name, names, capitals } of loadStates())
    for (const one of [name, ...names, ...capitals]) places.set(one.toLowerCase(), code);
  for (const { code, names } of loadTownNames()) for (const one of names) places.set(one.toLowerCase(), code);
  return places;
};

/** Capitals, and the cities and regions of places.tsv, lower case. Throws LanguageError with file and line. */
export const loadTowns = (): ReadonlySet<string> =>
  new Set(
    [...loadStates().map(({ capitals }) => capitals), ...loadTownNames().map(({ names }) => names)]
      .flat()
      .map((one) => one.toLowerCase()),
  );

const loadTownNames = (): { readonly code: string; readonly names: readonly string[] }[] =>
  readTable("language/en/actors/places.tsv", ["code", "names"]).map((row) => ({
    code: row.code,
    names: cellList(row.names),
  }));
