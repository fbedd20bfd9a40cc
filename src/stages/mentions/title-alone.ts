// An office without a name after it -> whether it is a mention: "the president", "EAM", "Prime Minister congratulated him".
import type { Draft } from "./draft.ts";
import type { Nominal } from "./nominal.ts";
import { lower, pick, type Scene } from "./scene.ts";

/** True where the words alone mean somebody who holds the office. */
export const isAlone = (scene: Scene, nominal: Nominal, before: Draft | undefined): boolean =>
  standsAlone(nominal, lower(scene, nominal.last + 1, nominal.first)) ||
  afterName(scene, nominal, before) ||
  shortTitle(scene, nominal) ||
  actsAlone(scene, nominal);

/** "Jan Novak, Minister of Defence," and "Ann Lee, ambassador to Chile.": a title that a name and a comma introduce. */
const afterName = (scene: Scene, nominal: Nominal, before: Draft | undefined): boolean =>
  before?.form === "name" &&
  before.kind !== "state" &&
  before.last === nominal.first - 2 &&
  scene.words[nominal.first - 1]!.text === "," &&
  before.titles.every((title) =>
    /^(?:monarch|military|officer|ambassador|doctor)$/.test(title.group ?? ""),
  ) &&
  /^(?:,|\.|;|:|\)|-|--|\u2013|\u2014|said|told|who|)$/.test(lower(scene, nominal.last + 1, nominal.first));

/** "EAM conveyed": an office of one state, shortened to capitals. */
const shortTitle = (scene: Scene, { heads, first, last }: Nominal): boolean => {
  const head = heads[0]!;
  return (
    head.kind === "office" &&
    head.office.country !== undefined &&
    first === last &&
    /^[A-Z]{3,}$/.test(scene.words[first]!.text)
  );
};

/** "Prime Minister congratulated him", "thanked Prime Minister for": the head of a house without an article, before or after a verb. */
const actsAlone = (scene: Scene, { determiner, heads, polities, first, last }: Nominal): boolean => {
  const head = heads[0]!;
  if (determiner !== "" || polities.length > 0 || head.kind !== "office") return false;
  if (!/^(?:head|deputy head|foreign minister|defense minister)$/.test(head.office.group)) return false;
  const [before, after] = [scene.words[first - 1], scene.words[last + 1]];
  const capital = scene.words.slice(first, last + 1).every(({ text }) => /^\p{Lu}/u.test(text));
  const [here, next] = [scene.words[first]!.sentence, after?.sentence];
  if (!capital || next !== here || first === last) return false;
  // "Deputy Prime Minister and Foreign Minister, Senator Mohammad Dar, held …"
  if (after!.text === "," && before?.sentence !== here && nameOpens(scene, last + 2)) return true;
  const adverb = after!.upos === "ADV" ? scene.words[last + 2] : after;
  const acts = opens(scene, first) && /^(?:VBD|VBZ)$/.test(adverb?.xpos ?? "");
  return (
    acts ||
    (before?.sentence === here && before.xpos === "VBD" && /^(?:for|that|on|of|about)$/i.test(after!.text))
  );
};

/** At the beginning of its sentence, behind the number of a paragraph perhaps. */
const opens = ({ words }: Scene, first: number): boolean => {
  const { sentence } = words[first]!;
  let at = first - 1;
  while (
    at > first - 4 &&
    words[at]?.sentence === sentence &&
    /^(?:\(?\d{1,2}[.)]?|[.)])$/.test(words[at]!.text)
  )
    at -= 1;
  return words[at]?.sentence !== sentence;
};

/** Without a name a title needs a determiner, an owner or a state to be a mention. */
const standsAlone = (nominal: Nominal, after: string): boolean => {
  const first = nominal.heads[0]!;
  if (first.kind === "office" && first.office.group === "member") return false;
  if (
    nominal.determiner === "possessive" ||
    (first.kind === "office" && /^(?:his|her) /.test(first.office.phrase))
  )
    return true;
  const owned = nominal.polities.length > 0 || nominal.body !== undefined;
  const office = nominal.heads[0]!;
  const small = office.kind === "office" ? office.office.group : "";
  if (nominal.determiner === "the") return owned || !/^(?:member|business|lawyer)$/.test(small);
  // "received a special emissary of the Chadian president"
  if (nominal.determiner === "a" && small === "envoy") return owned || /^(?:of|from)$/.test(after);
  if (nominal.determiner === "a")
    return owned || /^(?:spokesperson|official|diplomat|minister|legislator|adviser)$/.test(small);
  if (!owned) return false;
  // "Russian president of the bank": a bare phrase needs its state before the office, or a capital letter.
  const polity = nominal.polities[0];
  return (polity !== undefined && polity.first === nominal.first) || nominal.body?.first === nominal.first;
};

const nameOpens = (scene: Scene, at: number): boolean =>
  scene.name(at)?.kind === "person" ||
  (pick(scene.hit(at), "office") !== undefined && scene.name(at + 1)?.kind === "person");
