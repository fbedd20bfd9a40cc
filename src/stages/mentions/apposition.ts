// "Jan Novak, the Czech foreign minister," and "the Czech foreign minister, Jan Novak,": a title and a name side by side.
import type { Mention } from "../../model/actor.ts";
import type { Draft } from "./draft.ts";
import { lower, type Scene } from "./scene.ts";

/** Links each title to the name it stands beside, and gives the name its titles. */
export const joinAppositions = (scene: Scene, drafts: readonly Draft[]): void => {
  const outer = drafts
    .filter((draft) => draft.rule !== "possessor" && draft.kind === "person" && draft.form !== "pronoun")
    .sort((a, b) => a.first - b.first);
  for (let index = 0; index + 1 < outer.length; index++) {
    const [left, right] = [outer[index]!, outer[index + 1]!];
    if (!sideBySide(scene, left, right)) continue;
    const [name, title] = left.form === "name" ? [left, right] : [right, left];
    if (name.form !== "name" || title.form !== "title" || title.plural) continue;
    title.apposition = name;
    name.titles = [...name.titles, ...title.titles] as Mention["titles"];
    if (!name.country && title.country) name.country = title.country;
    if (!name.sector && title.sector) name.sector = title.sector;
    if (name.gender === "unknown") name.gender = title.gender;
  }
};

/** A comma between them, one of them bare, and after both an end that shows that no list goes on. */
const sideBySide = (scene: Scene, left: Draft, right: Draft): boolean => {
  if (lower(scene, left.last + 1, left.first) !== "," || right.first !== left.last + 2) return false;
  if (scene.words[right.first]!.sentence !== scene.words[left.first]!.sentence) return false;
  if (left.form === right.form) return false;
  if (left.form !== "name" && right.titles.length > 0) return false;
  if (inApposition(scene, left, right)) return true;
  const after = lower(scene, right.last + 1, right.first);
  const closed = /^(?:,|\.|;|:|\)|-|--|\u2013|\u2014|"|\u201d|)$/;
  // "With the minister, Novak was …" has no apposition, "The minister, Novak, was …" has.
  if (left.form !== "name") return closed.test(after);
  return (
    closed.test(after) ||
    /^(?:who|whose|said|says|told|has|was|is|will|would|had|wrote|added|in|on|at|from|to)$/.test(after)
  );
};

/** The tree says so: one's head hangs on the other's as its apposition. */
const inApposition = (scene: Scene, left: Draft, right: Draft): boolean => {
  const word = scene.words[right.head]!;
  return word.relation === "appos" && word.head >= left.first && word.head <= left.last;
};
