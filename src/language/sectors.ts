// Tables of people, groups, bodies and telling words -> the PLOVER sector of each word or phrase.
import { checkSector } from "./register.ts";
import { cellList, readTable } from "./table.ts";

const sectorsFile = "language/en/mentions/sectors.tsv";

/** Sectors by word or phrase in small letters. Throws LanguageError for one that PLOVER does not know. */
export const loadSectorWords = (): Map<string, string> => {
  const found = new Map<string, string>();
  const put = (sector: string, words: string): void => {
    for (const word of cellList(words).map((one) => one.toLowerCase()))
      if (sector !== "" && !found.has(word)) found.set(word, sector);
  };
  for (const row of readTable(sectorsFile, ["sector", "words"])) {
    checkSector(row, sectorsFile);
    for (const word of cellList(row.words)) found.set(word.toLowerCase(), row.sector);
  }
  for (const row of readTable("language/en/mentions/people.tsv", ["gender", "sector", "words"]))
    put(row.sector, row.words);
  for (const row of readTable("language/en/mentions/groups.tsv", ["words", "sector", "pair"]))
    put(row.sector, row.words);
  for (const row of readTable("language/en/mentions/bodies.tsv", ["name", "sector", "alone", "words"]))
    put(row.sector, row.words);
  return found;
};
