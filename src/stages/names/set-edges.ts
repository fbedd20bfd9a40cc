// Names as tagged -> names with their edges set right: people leave their titles, a company keeps its ", Inc.", and a city that stands beside
// its state without a comma ("Fargo North Dakota") is a name of its own.
import { type Gazetteer, kinds } from "../../language/gazetteer.ts";
import type { Name } from "../../model/name.ts";
import type { Word } from "../../model/token.ts";

const company = /^(?:inc|ltd|llc|l\.l\.c|corp|co|plc|l\.p|lp|s\.a|gmbh|n\.v)\.?$/i;

/** Names in text order, none inside another. */
export const setEdges = (words: readonly Word[], names: readonly Name[], gazetteer: Gazetteer): Name[] => {
  const set: Name[] = [];
  for (const name of names) {
    if (isPortfolio(words, name, gazetteer)) continue;
    const longer = isPaper(words, name, gazetteer)
      ? { ...name, end: words[name.last - 1]!.end, last: name.last - 1 }
      : name.kind === "person"
        ? withRest(words, withoutTitle(words, name, gazetteer), names, gazetteer)
        : withCompany(words, name);
    if (longer.first <= (set.at(-1)?.last ?? -1)) continue;
    const cut = longer.kind === "place" ? stateAt(words, longer, gazetteer) : -1;
    if (cut < 0) set.push(longer);
    else
      set.push(
        { ...longer, end: words[cut - 1]!.end, last: cut - 1 },
        { ...longer, start: words[cut]!.start, first: cut },
      );
  }
  return set;
};

/** "UN Security Council Resolution": a known organization before what it passes, signs or holds. */
const isPaper = (words: readonly Word[], { kind, first, last }: Name, { bits }: Gazetteer): boolean => {
  if (kind !== "organization" || last === first) return false;
  if (!/^(?:Resolution|Resolutions|Summit|Summits|Treaty|Agreement|Charter)$/.test(words[last]!.text))
    return false;
  let key = words[first]!.text.toLowerCase();
  for (let at = first + 1; at < last; at += 1) key += ` ${words[at]!.text.toLowerCase()}`;
  return ((bits.get(key) ?? 0) & kinds.organization) !== 0;
};

/** "Minister for [Foreign Affairs]": what a minister is minister of is a part of the title. */
const isPortfolio = (words: readonly Word[], { kind, first, last }: Name, { bits }: Gazetteer): boolean => {
  if (kind !== "organization" || !/^(?:for|of)$/.test(words[first - 1]?.text ?? "")) return false;
  if (!/^(?:vice-|under)?(?:minister|ministers|secretary|secretaries)$/i.test(words[first - 2]?.text ?? ""))
    return false;
  let key = words[first]!.text.toLowerCase();
  for (let at = first + 1; at <= last; at += 1) key += ` ${words[at]!.text.toLowerCase()}`;
  return !bits.has(key) && !/\b(?:ministry|department|office|government)\b/.test(key);
};

/** "Dr. S. Novak" less its title; "Sheikh" may be a given name and stays. */
const withoutTitle = (words: readonly Word[], name: Name, { bits }: Gazetteer): Name => {
  let first = name.first;
  const isTitle = (at: number) => {
    const known = bits.get(words[at]!.text.toLowerCase()) ?? 0;
    return (known & kinds.title) !== 0 && (known & (kinds.given | kinds.family)) === 0;
  };
  while (first < name.last && isTitle(first)) first += 1;
  return first === name.first ? name : { ...name, start: words[first]!.start, first };
};

/** "Ingrida Šimonytė", "Kang Sun Nam": a word with a capital that the tree counts to the name and no other name has. */
const withRest = (words: readonly Word[], name: Name, names: readonly Name[], { bits }: Gazetteer): Name => {
  let { last } = name;
  for (let next = words[last + 1]; next && last - name.first < 4; next = words[last + 1]) {
    const { index, text, head, relation, sentence } = next;
    const within = head >= name.first && head <= last && /^(flat|appos|list)/.test(relation);
    const taken = names.some((other) => other !== name && other.first <= index && index <= other.last);
    if (!within || taken || sentence !== words[last]!.sentence || !/^\p{Lu}\p{Ll}+$/u.test(text)) break;
    if (((bits.get(text.toLowerCase()) ?? 0) & ~(kinds.given | kinds.family)) !== 0) break;
    last = index;
  }
  return last === name.last ? name : { ...name, end: words[last]!.end, last };
};

const withCompany = (words: readonly Word[], name: Name): Name => {
  const [comma, form] = [words[name.last + 1], words[name.last + 2]];
  if (comma?.text !== "," || !form || !company.test(form.text) || form.sentence !== comma.sentence)
    return name;
  return { ...name, kind: "organization", end: form.end, last: name.last + 2 };
};

/** Where the known state or region at a place name's end begins, if the whole is no known name itself. */
const stateAt = (words: readonly Word[], { first, last }: Name, { bits }: Gazetteer): number => {
  const key = (from: number) => {
    let text = words[from]!.text.toLowerCase();
    for (let at = from + 1; at <= last; at += 1) text += ` ${words[at]!.text.toLowerCase()}`;
    return text;
  };
  if (first === last || bits.has(key(first)) || compass.test(words[first]!.text)) return -1;
  for (let at = Math.max(first + 1, last - 2); at <= last; at += 1) {
    if (((bits.get(key(at)) ?? 0) & (kinds.state | kinds.region)) === 0) continue;
    return /^\p{L}/u.test(words[at - 1]!.text) && !joint.test(words[at - 1]!.text) ? at : -1;
  }
  return -1;
};

const compass =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower|new|greater|inner|outer|mid)$/i;
const joint = /^(?:of|the|and|de|la|in|on)$/i;
