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
  for (const row of readTable("language/en/actors/places.tsv", ["code", "names"]))
    for (const one of cellList(row.names)) places.set(one.toLowerCase(), row.code);
  return places;
};
