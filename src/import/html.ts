// A saved web page -> its main text in paragraphs, and what its metadata say of it.
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { toDay } from "./day.ts";
import type { Header } from "./document.ts";
import { InputError } from "./error.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What a page holds. `text` has an empty line between paragraphs; it is empty where no main text was found. */
export type Page = { readonly header: Header; readonly text: string };

/** By the rules of HTML a mark that is never closed is opened again in each paragraph: a small page may make a huge tree. */
const mostElements = 500_000;

/** Reads a page; nesting of any depth is walked without recursion. Throws InputError for one that grows without bound. */
export const readHtml = (html: string): Page => {
  let elements = 0;
  const counted: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...about) => {
      elements += 1;
      if (elements > mostElements)
        throw new InputError(`grows to more than ${mostElements} elements; refused`);
      return defaultTreeAdapter.createElement(...about);
    },
  };
  const tree = parse(html, { treeAdapter: counted });
  const careful = mainText(blocksOf(tree, true));
  // A wrapper around everything may bear a name like "page-with-sidebar": then names tell nothing.
  const whole = careful.length > 500 ? "" : mainText(blocksOf(tree, false));
  return { header: metadataOf(tree), text: whole.length > careful.length * 3 ? whole : careful };
};

const mainText = (blocks: readonly Block[]): string => {
  const container = mainContainer(blocks);
  return blocks
    .filter((block) => isProse(block) && (container === undefined || block.path.includes(container)))
    .map((block) => block.text)
    .join("\n\n");
};

/** A run of text that a browser sets as one block, with the elements around it, the nearest last. */
type Block = { text: string; readonly path: readonly Element[]; readonly name: string; linked: number };

const blockNames = new Set(
  `address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
  h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul`.split(/\s+/),
);
const skippedNames = new Set(
  `script style noscript template svg math iframe object canvas audio video button select textarea input nav footer
  aside form figcaption head`.split(/\s+/),
);
const skippedRoles =
  /(?:^|[\s_-])(?:nav|menu|sidebar|footer|comments?|share|social|related|promo|newsletter|cookie|breadcrumbs?|advert|banner|caption)(?:$|[\s_-])/i;

const blocksOf = (tree: Node, byName: boolean): Block[] => {
  const blocks: Block[] = [];
  let open: Block | undefined;
  // `undefined` on the stack marks where an element ends.
  const stack: { node: Node | undefined; path: readonly Element[]; linked: boolean; name: string }[] = [
    { node: tree, path: [], linked: false, name: "body" },
  ];
  while (stack.length > 0) {
    const { node, path, linked, name } = stack.pop()!;
    if (node === undefined) {
      open = undefined;
      continue;
    }
    if (node.nodeName === "#text") {
      const value = (node as DefaultTreeAdapterTypes.TextNode).value;
      if (open === undefined && value.trim() === "") continue;
      if (open === undefined) {
        open = { text: "", path, name, linked: 0 };
        blocks.push(open);
      }
      open.text += value;
      if (linked) open.linked += value.trim().length;
      continue;
    }
    if ("tagName" in node && (skippedNames.has(node.tagName) || (byName && isSkipped(node)))) continue;
    if (node.nodeName === "br" && open) open.text += "\n";
    const isBlock = blockNames.has(node.nodeName);
    if (isBlock) {
      open = undefined;
      stack.push({ node: undefined, path, linked, name });
    }
    // Long chains of elements would make long paths: the outer ones tell nothing more.
    const inner = "tagName" in node && isBlock ? [...path.slice(-40), node] : path;
    const children = "childNodes" in node ? node.childNodes : [];
    for (let at = children.length - 1; at >= 0; at -= 1)
      stack.push({
        node: children[at]!,
        path: inner,
        linked: linked || node.nodeName === "a",
        name: isBlock ? node.nodeName : name,
      });
  }
  for (const block of blocks) block.text = tidy(block.text);
  return blocks.filter((block) => block.text !== "");
};

const isSkipped = (element: Element): boolean => {
  const marks = ["class", "id", "role"].map((name) => attribute(element, name) ?? "").join(" ");
  return element.tagName !== "body" && element.tagName !== "article" && skippedRoles.test(marks);
};

/** Two line breaks part paragraphs, one is a space. */
const tidy = (text: string): string =>
  text
    .split(/\n[ \t]*\n\s*/)
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter((part) => part !== "")
    .join("\n\n");

const isProse = ({ text, linked, name }: Block): boolean =>
  linked < text.length * 0.5 &&
  (/^(?:h[1-6]|li|dt|dd)$/.test(name) || text.length > 20 || /[.!?:”"—–-]$/.test(text));

/** The element that holds most prose: each paragraph counts for the elements around it, the nearer the more. */
const mainContainer = (blocks: readonly Block[]): Element | undefined => {
  const scores = new Map<Element, number>();
  for (const block of blocks) {
    if (!isProse(block) || block.text.length < 40) continue;
    const score = block.text.length * (1 - block.linked / block.text.length);
    const around = [...block.path]
      .reverse()
      .filter((element) => element.tagName !== "p")
      .slice(0, 4);
    around.forEach((element, distance) => {
      const bonus = /^(?:article|main)$/.test(element.tagName) ? 1.5 : 1;
      scores.set(element, (scores.get(element) ?? 0) + (score * bonus) / (1 + distance * 0.35));
    });
  }
  let best: Element | undefined;
  for (const [element, score] of scores) if (best === undefined || score > scores.get(best)!) best = element;
  return best;
};

const metadataOf = (tree: Node): Header => {
  const found: { [name: string]: string } = {};
  const note = (name: string, value: string | undefined) => {
    if (value !== undefined && value.trim() !== "" && found[name] === undefined)
      found[name] = value.replace(/\s+/g, " ").trim();
  };
  const stack: Node[] = [tree];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if ("tagName" in node) noteElement(node, note);
    if ("childNodes" in node)
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) stack.push(node.childNodes[at]!);
  }
  const published = [
    found["article:published_time"],
    found.datePublished,
    found["dc.date"],
    found.date,
    found.time,
  ]
    .map(toDay)
    .find((value) => value !== undefined);
  const title = found["og:title"] ?? found.h1 ?? found.title;
  const publisher = found["og:site_name"] ?? found.publisher;
  const url = found.canonical ?? found["og:url"];
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
  };
};

const noteElement = (element: Element, note: (name: string, value: string | undefined) => void): void => {
  const name = element.tagName;
  if (name === "meta")
    note(
      (attribute(element, "property") ?? attribute(element, "name") ?? "").toLowerCase(),
      attribute(element, "content"),
    );
  else if (name === "title" || name === "h1") note(name, textOf(element));
  else if (name === "time") note("time", attribute(element, "datetime"));
  else if (name === "link" && attribute(element, "rel") === "canonical")
    note("canonical", attribute(element, "href"));
  else if (name === "script" && attribute(element, "type") === "application/ld+json") {
    const data = textOf(element);
    note("datePublished", /"datePublished"\s*:\s*"([^"]{10,40})"/.exec(data)?.[1]);
    note("publisher", /"publisher"\s*:\s*\{[^{}]{0,400}?"name"\s*:\s*"([^"]{1,200})"/.exec(data)?.[1]);
  }
};

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

const textOf = (element: Element): string => {
  let text = "";
  const stack: Node[] = [...element.childNodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.nodeName === "#text") text += (node as DefaultTreeAdapterTypes.TextNode).value;
    else if ("childNodes" in node)
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) stack.push(node.childNodes[at]!);
  }
  return text;
};
