// Records and the sides of a contact -> the words by which the texts name those sides: they tell no points apart.
import type { Record } from "../record/schema.ts";
import { stemOf } from "./stem.ts";

/** "EU", "NATO": an organization that is a side, not a body of one. */
const isItself = (side: string, mentions: Record["actors"][number]["mentions"]): boolean =>
  mentions.some(({ text }) => text.replace(/^the /i, "") === side);

/** Stems of the names and adjectives of the sides' states and organizations, and of the people who took part. */
export const partyWords = (
  records: readonly Record[],
  sides: readonly string[],
  participants: ReadonlySet<string>,
): Set<string> => {
  const found = new Set<string>();
  for (const { actors } of records)
    for (const { id, kind, country, mentions } of actors) {
      const named =
        participants.has(id) ||
        (country !== undefined &&
          sides.includes(country) &&
          (kind === "state" || isItself(country, mentions)));
      if (!named) continue;
      for (const { form, text } of mentions)
        if (form === "name" || form === "demonym")
          for (const word of text.match(/\p{Lu}[\p{L}.]+/gu) ?? [])
            found.add(stemOf(word.toLowerCase().replaceAll(".", "")));
    }
  return found;
};
