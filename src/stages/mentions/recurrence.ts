// A person's family name that comes again by itself ("Rubio" after "Marco Rubio") -> a mention, even where the engine saw no name.
import { type Draft, draftMention } from "./draft.ts";
import type { Scene } from "./scene.ts";

/** Mentions of family names already introduced in the document, at capitalized words that no mention covers. */
export const findRecurrences = (scene: Scene, all: readonly Draft[]): Draft[] => {
  const covered = new Uint8Array(scene.words.length);
  // A capital by itself gives way to a person of that name ("Valeska Paris … Paris said").
  const drafts = all.filter((draft) => draft.rule !== "state-capital" || draft.first !== draft.last);
  const families = new Set<string>();
  for (const draft of drafts) {
    for (let at = draft.first; at <= draft.last; at++) covered[at] = 1;
    if (draft.kind === "person" && draft.name) {
      families.add(familyName(scene, draft));
      families.add(givenName(scene, draft));
    }
  }
  families.delete("");
  const found: Draft[] = [];
  scene.words.forEach((word, at) => {
    if (covered[at] || !families.has(word.text) || inName(scene, at)) return;
    found.push(
      draftMention(scene.words, at, at, {
        form: "name",
        kind: "person",
        name: { start: word.start, end: word.end },
        rule: "recurrence",
      }),
    );
  });
  return found;
};

/** The first of several names, where it is one that only people have. */
const givenName = (scene: Scene, draft: Draft): string => {
  let at = draft.first;
  while (at < draft.last && scene.words[at]!.start < draft.name!.start) at += 1;
  const word = scene.words[at];
  return word && word.end < draft.name!.end && scene.language.firstNames.has(word.text) ? word.text : "";
};

const familyName = (scene: Scene, draft: Draft): string => {
  for (let at = draft.last; at >= draft.first; at--) {
    const word = scene.words[at]!;
    if (word.end > draft.name!.end) continue;
    if (/^\p{Lu}\p{L}{2,}/u.test(word.text)) return word.text;
  }
  return "";
};

/** "Trump" in "Trump Tower" or "Bush" in "Kate Bush" belongs to another name. */
const inName = (scene: Scene, at: number): boolean => {
  const name = scene.name(at);
  return name !== undefined && name.first !== name.last;
};
