// Whose office speaks: "Kagame's office wrote on X", "her office confirmed".
import { type Draft, draftMention } from "./draft.ts";
import { lower, type Scene } from "./scene.ts";

/** "Kagame's office wrote", but not "met in Kagame's office". */
export const isOffice = (scene: Scene, at: number, owner: number): boolean =>
  lower(scene, at, owner) === "office" &&
  /^(?:nsubj|nmod:poss|obl:agent|obl)$/.test(scene.words[at]!.relation) &&
  !/^(?:in|at|from|to|into|inside|outside|near)$/.test(lower(scene, owner - 1, owner));

/** The office of `possessor`, from word `first` to the word "office". */
export const officeOf = (scene: Scene, possessor: Draft, first: number, at: number): Draft =>
  draftMention(scene.words, first, at, {
    form: "title",
    kind: "organization",
    name: { start: scene.words[at]!.start, end: scene.words[at]!.end },
    gender: "neuter",
    sector: "GOV",
    possessor,
    rule: "body:office",
  });

/** The office that follows a name and its 's, where one does. */
export const officeAfter = (scene: Scene, holder: Draft): Draft | undefined => {
  const at = holder.last + 2;
  const owned =
    /^['\u2019]s$/.test(lower(scene, holder.last + 1, holder.first)) && isOffice(scene, at, holder.first);
  return owned ? officeOf(scene, holder, holder.first, at) : undefined;
};
