// Heads and relations -> the same with asides put right: in "The talks, [she said], will resume" the parser tends to
// take the saying for a clause of time and to give it the subject of the sentence around it.
import type { ParseModel } from "../../language/trees.ts";

/** Mends the tree in `head` (the root's is -1) and `relation` for forms of saying between two commas. */
export const mendAsides = (
  forms: readonly string[],
  head: Int32Array,
  relation: Int32Array,
  sayings: ReadonlySet<string>,
  { names, punct }: ParseModel,
): void => {
  const subject = names.indexOf("nsubj");
  for (let verb = 2; verb + 1 < forms.length; verb += 1) {
    const main = head[verb]!;
    if (forms[verb + 1] !== "," || main < verb || !sayings.has(forms[verb]!.toLowerCase())) continue;
    const comma = forms.lastIndexOf(",", verb - 1);
    const speaker = comma < 1 ? -1 : speakerOf(head, relation, comma, verb, subject);
    if (speaker < 0) continue;
    relation[verb] = names.indexOf("parataxis");
    for (let index = 0; index < comma; index += 1)
      if (head[index] === verb) {
        head[index] = main;
        if (relation[index] !== punct) relation[index] = subject;
      }
  }
};

/** The subject between the comma and the verb, -1 where there is none. */
const speakerOf = (
  head: Int32Array,
  relation: Int32Array,
  comma: number,
  verb: number,
  subject: number,
): number => {
  for (let index = comma + 1; index < verb; index += 1)
    if (head[index] === verb && relation[index] === subject) return index;
  return -1;
};

/**
 * Mends "told reporters [that the talks had failed]" where the clause hangs from the addressee as if it described
 * them, though `that` was tagged as a conjunction (`conjunction` says which words are).
 */
export const mendReports = (
  forms: readonly string[],
  head: Int32Array,
  relation: Int32Array,
  conjunction: (index: number) => boolean,
  { names }: ParseModel,
): void => {
  const addressees = [names.indexOf("obj"), names.indexOf("iobj")];
  const describes = names.indexOf("acl:relcl");
  for (let that = 2; that < forms.length; that += 1) {
    const clause = head[that]!;
    if (clause < that || relation[clause] !== describes || forms[that]!.toLowerCase() !== "that") continue;
    const addressee = head[clause]!;
    if (!conjunction(that) || addressee !== that - 1 || !addressees.includes(relation[addressee]!)) continue;
    head[clause] = head[addressee]!;
    relation[clause] = names.indexOf("ccomp");
    relation[that] = names.indexOf("mark");
  }
};
