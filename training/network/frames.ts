// frames.txt -> sentences with trees and names: every frame is filled many times, from its own lists and from the tables of
// states, people and organizations.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadOrganizations, loadStates } from "../../src/language/register.ts";
import { readTable } from "../../src/language/table.ts";
import type { NameKind } from "../../src/model/name.ts";
import type { NamedSpan } from "../name-corpora.ts";
import { newRandom } from "../random.ts";
import type { TreebankSentence } from "../treebank.ts";

/** A frame filled: a tree, and the names in it. */
export type FilledFrame = { readonly tree: TreebankSentence; readonly names: NamedSpan[] };

/** How often each frame is filled. */
const times = 40;

type Draw = <T>(list: readonly T[]) => T;

/** The sentences of all frames, the same each time. */
export const readFrames = (): FilledFrame[] => {
  const random = newRandom(11);
  const draw: Draw = (list) => list[Math.floor(random() * list.length)]!;
  const lines = readFileSync(join(import.meta.dirname, "frames.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const slots = tableSlots(draw);
  for (const line of lines)
    if (line.startsWith("= ")) {
      const [, name, values] = /^= \{(\w+)\} (.*)$/.exec(line)!;
      slots.set(name!, () => draw(values!.split("|")));
    }
  return lines
    .filter((line) => !line.startsWith("= "))
    .flatMap((frame) => Array.from({ length: times }, () => grow(fill(frame, slots, draw))));
};

type Slots = Map<string, () => string>;

/** Names and titles as stretches of a frame: `Jan/NNP/person [flat Lipavsky/NNP/person]`. */
const tableSlots = (draw: Draw): Slots => {
  const states = loadStates().filter(
    ({ adjectives, capitals }) => adjectives.length > 0 && capitals.length > 0,
  );
  const organizations = loadOrganizations(loadStates()).flatMap(({ name, names }) => [name, ...names]);
  const people = readTable("language/en/actors/people.tsv", [
    "person",
    "gender",
    "wikidata",
    "family",
    "names",
  ])
    .map(({ person }) => person)
    .filter((person) => /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)+$/u.test(person) && !person.includes("-"));
  const plain = (name: string) => /^\p{Lu}\p{L}+$/u.test(name);
  const person = (): string => {
    const [first, ...rest] = draw(people).split(" ");
    return [`${first}/NNP/person`, ...rest.map((part) => `[flat ${part}/NNP/person]`)].join(" ");
  };
  const state = () => `${draw(states.map(({ name }) => name).filter(plain))}/NNP/place`;
  const capital = () => `${draw(states.map(({ capitals }) => capitals[0]!).filter(plain))}/NNP/place`;
  const adjective = () => `${draw(states.map(({ adjectives }) => adjectives[0]!).filter(plain))}/JJ`;
  const org = () =>
    `${draw(organizations.filter((name) => /^\p{Lu}+$/u.test(name) && name.length > 2))}/NNP/organization`;
  const office = () =>
    draw([
      "[amod Foreign/NNP] Minister/NNP",
      "[amod Prime/NNP] Minister/NNP",
      "President/NNP",
      "[compound Defense/NNP] Minister/NNP",
      "Chancellor/NNP",
      "[compound Vice/NNP] President/NNP",
    ]);
  const small = () =>
    draw([
      "[amod foreign] minister/NN",
      "[amod prime] minister/NN",
      "president/NN",
      "government/NN",
      "ambassador/NN",
      "delegation/NN",
      "parliament/NN",
      "leadership/NN",
    ]);
  const actor = (): string =>
    draw([
      state,
      state,
      capital,
      person,
      () =>
        `${draw(people.filter((name) => !/ I+$/.test(name)))
          .split(" ")
          .at(-1)}/NNP/person`,
      org,
      () => `[nmod:desc [amod ${adjective()}] ${office()}] ${person()}`,
      () => `[nmod:desc ${office()}] ${person()}`,
      () => `[det the] [amod ${adjective()}] ${small()}`,
      () => `[nmod:poss ${state()} [case 's]] ${small()}`,
      () => "[det the] ministers/NNS",
      () => "[det the] [amod foreign] ministry/NN",
      () => "[det the] Kremlin/NNP/organization",
    ])();
  return new Map<string, () => string>([
    ["actor", actor],
    ["person", person],
    ["state", state],
    ["capital", capital],
    ["adjective", adjective],
    ["org", org],
    ["pronoun", () => draw(["he/PRP", "she/PRP", "they/PRP"])],
    ["month", () => `${draw(["January", "March", "April", "May", "June", "October", "December"])}/NNP`],
    ["year", () => `${draw(["2014", "2019", "2022", "2024"])}/CD`],
  ]);
};

const fill = (frame: string, slots: Slots, draw: Draw): string => {
  // A slot with a tag of its own, `{did}/VBN`, is filled first; then a|b chooses, word by word.
  const filled = frame.replace(/\{(\w+)\}/g, (_, name: string) => slots.get(name)!());
  return filled.replace(/[^\s[\]]+(?:\|[^\s[\]]+)+/g, (choice) => draw(choice.split("|")));
};

type Node = { form: string; tag: string; kind: string; relation: string; before: Node[]; after: Node[] };

/** A filled frame as a tree. */
const grow = (frame: string): FilledFrame => {
  const parts = frame.match(/[[\]]|[^\s[\]]+/g)!;
  let at = 0;
  const read = (relation: string): Node => {
    const node: Node = { form: "", tag: "", kind: "", relation, before: [], after: [] };
    for (; at < parts.length && parts[at] !== "]"; at += 1)
      if (parts[at] === "[") {
        at += 2;
        (node.form === "" ? node.before : node.after).push(read(parts[at - 1]!));
      } else {
        if (node.form !== "") throw new Error(`frames: two words without a bracket in: ${frame}`);
        [node.form, node.tag = "", node.kind = ""] = parts[at]!.split("/") as [string, string?, string?];
      }
    if (node.form === "") throw new Error(`frames: a bracket without a word in: ${frame}`);
    return node;
  };
  const root = read("root");
  const order: Node[] = [];
  const heads = new Map<Node, Node>();
  const visit = (node: Node): void => {
    for (const child of [...node.before, ...node.after]) heads.set(child, node);
    node.before.forEach(visit);
    order.push(node);
    node.after.forEach(visit);
  };
  visit(root);
  const first = order[0]!;
  first.form = first.form[0]!.toUpperCase() + first.form.slice(1);
  return { tree: toSentence(order, heads), names: namesIn(order) };
};

const toSentence = (order: readonly Node[], heads: ReadonlyMap<Node, Node>): TreebankSentence => ({
  document: "frames",
  text: "",
  forms: order.map(({ form }) => form),
  lemmas: order.map(() => "_"),
  uposes: order.map((node) => uposOf(tagOf(node), node.relation)),
  xposes: order.map(tagOf),
  features: order.map(() => ""),
  heads: order.map((node) => (heads.has(node) ? order.indexOf(heads.get(node)!) : -1)),
  relations: order.map(({ relation }) => relation),
});

const auxiliaries: { [form: string]: string } = {
  has: "VBZ",
  is: "VBZ",
  had: "VBD",
  was: "VBD",
  were: "VBD",
  are: "VBP",
  does: "VBZ",
  been: "VBN",
};

const tagOf = ({ form, tag, relation, before }: Node): string => {
  if (tag !== "") return tag;
  const base = relation.split(":")[0]!;
  if (base === "punct") return form === "“" ? "``" : form === "”" ? "''" : /[;:]/.test(form) ? ":" : form;
  if (base === "aux" || base === "cop") return auxiliaries[form] ?? "MD";
  if (form === "'s") return "POS";
  if (base === "mark") return form === "to" ? "TO" : "IN";
  const byRelation: { [relation: string]: string } = {
    det: "DT",
    case: "IN",
    fixed: "IN",
    cc: "CC",
    advmod: "RB",
    amod: "JJ",
    nummod: "CD",
  };
  if (byRelation[base]) return byRelation[base];
  if (/^(?:his|her|their|its)$/.test(form)) return "PRP$";
  if (base === "root") return form.endsWith("s") ? "VBZ" : "VBD";
  if (
    (base === "xcomp" || base === "acl" || base === "ccomp") &&
    before.some(({ form }) => form === "to" || /^(?:will|would|must|should|could|may)$/.test(form))
  )
    return "VB";
  if (/^\p{Lu}/u.test(form)) return "NNP";
  return /[^isu]s$/.test(form) ? "NNS" : "NN";
};

const uposOf = (tag: string, relation: string): string => {
  const base = relation.split(":")[0]!;
  if (base === "aux" || base === "cop") return "AUX";
  if (base === "punct") return "PUNCT";
  if (tag === "NNP") return base === "amod" ? "ADJ" : "PROPN";
  if (tag === "IN") return base === "mark" ? "SCONJ" : "ADP";
  if (tag.startsWith("VB")) return "VERB";
  if (tag.startsWith("NN")) return "NOUN";
  const byTag: { [tag: string]: string } = {
    DT: "DET",
    CC: "CCONJ",
    RB: "ADV",
    RP: "ADP",
    JJ: "ADJ",
    CD: "NUM",
    TO: "PART",
    POS: "PART",
    PRP: "PRON",
    PRP$: "PRON",
    WP: "PRON",
    WP$: "PRON",
    WDT: "PRON",
  };
  return byTag[tag] ?? "X";
};

/** Words of one kind side by side, parts of one person, make a name. */
const namesIn = (order: readonly Node[]): NamedSpan[] => {
  const names: NamedSpan[] = [];
  order.forEach(({ kind, relation }, at) => {
    if (kind === "") return;
    const open = names.at(-1);
    if (relation === "flat" && open?.last === at - 1) open.last = at;
    else names.push({ first: at, last: at, kind: kind as NameKind });
  });
  return names;
};
