// RSS, Atom, JSON Feed -> a document an item; OPML -> the addresses of its feeds.
import { parseFeed, parseOpml } from "feedsmith";
import { toDay } from "./day.ts";
import { type Header, toDocument } from "./document.ts";
import { InputError } from "./error.ts";
import { readHtml } from "./html.ts";
import type { ImportOptions, Taken } from "./source.ts";

/** What a feed says of one text. `html` is what it carries of it. */
export type Item = {
  readonly title?: string;
  readonly url?: string;
  readonly published?: string;
  readonly html: string;
  readonly id?: string;
};

/** A feed, or the feeds that an outline lists. */
export type Feed = {
  readonly title?: string;
  readonly items: readonly Item[];
  readonly feeds: readonly string[];
};

/** Reads a feed of any kind. Throws InputError, one line. */
export const readFeed = (name: string, text: string): Feed => {
  // Declared entities are the way to make a small file large; feeds need none.
  if (/<!ENTITY/i.test(text))
    throw new InputError(`${name}: declares entities of its own, which a feed needs not; refused`);
  try {
    if (/<opml\b/i.test(text.slice(0, 2000))) return { items: [], feeds: outlineFeeds(parseOpml(text)) };
    const { format, feed } = parseFeed(text);
    return toFeed(format, feed as Loose);
  } catch (error) {
    const reason =
      error instanceof RangeError ? "it is nested too deep" : (error as Error).message.slice(0, 80);
    throw new InputError(`${name}: is no RSS, Atom, JSON Feed or OPML (${reason})`);
  }
};

/** Documents of a feed. An item without text of its own gives a link to fetch. */
export const takeFeed = (
  name: string,
  { title: publisher, items, feeds }: Feed,
  options: ImportOptions,
): Taken[] => [
  ...feeds.map((address): Taken => ({ kind: "link", address, header: {} })),
  ...items.map((item) => takeItem(name, publisher, item, options)),
];

const takeItem = (
  name: string,
  publisher: string | undefined,
  item: Item,
  { header }: ImportOptions,
): Taken => {
  const { title, url, published, html } = item;
  const said: Header = {
    ...(title !== undefined && { title: plainOf(title) }),
    ...(publisher !== undefined && { publisher: plainOf(publisher) }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
    ...header,
  };
  const text = /<[a-z!/]/i.test(html) ? textOfHtml(html) : html.trim();
  if (text === "") {
    if (url !== undefined) return { kind: "link", address: url, header: said };
    return {
      kind: "problem",
      address: `${name}#${item.id ?? title ?? "item"}`,
      problem: "found an item without text and link",
    };
  }
  const document = toDocument(text, said);
  return { kind: "document", address: url ?? `${name}#${item.id ?? document.id}`, document };
};

/** The words of a piece of HTML, short pieces too. */
const textOfHtml = (html: string): string => {
  const { text } = readHtml(html);
  return text !== "" ? text : plainOf(html);
};

const plainOf = (html: string): string =>
  html
    .replace(/<[^<>]{0,2000}>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

type Loose = { [key: string]: unknown };

const toFeed = (format: string, feed: Loose): Feed => {
  const entries = list(feed[format === "atom" ? "entries" : "items"]);
  const title = textIn(feed.title);
  return {
    ...(title !== undefined && { title }),
    feeds: [],
    items: entries.map(format === "atom" ? atomItem : plainItem),
  };
};

const plainItem = (item: Loose): Item => {
  const dc = (item.dc ?? {}) as Loose;
  const content = (item.content ?? {}) as Loose;
  return compact({
    title: textIn(item.title),
    url: webAddress(item.url) ?? webAddress(item.link) ?? webAddress(item.external_url),
    published: toDay(
      item.date_published ?? item.pubDate ?? dc.date ?? list(dc.dates)[0] ?? item.date_modified,
    ),
    id: textIn(item.id) ?? textIn((item.guid as Loose | undefined)?.value),
    html:
      textIn(item.content_html) ??
      textIn(content.encoded) ??
      textIn(item.content_text) ??
      textIn(item.description) ??
      textIn(item.summary) ??
      "",
  });
};

const atomItem = (item: Loose): Item => {
  const links = list(item.links);
  const link = links.find(({ rel }) => rel === undefined || rel === "alternate") ?? links[0];
  return compact({
    title: textIn(item.title),
    url: webAddress(link?.href),
    published: toDay(item.published ?? item.updated),
    id: textIn(item.id),
    html: textIn(item.content) ?? textIn(item.summary) ?? "",
  });
};

const compact = (item: { [key in keyof Item]: Item[key] | undefined } & { html: string }): Item =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Item;

const list = (value: unknown): Loose[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "object" && one !== null) : [];
const textIn = (value: unknown): string | undefined =>
  typeof value === "string"
    ? value
    : typeof value === "object" && value !== null
      ? textIn((value as Loose).value)
      : undefined;
const webAddress = (value: unknown): string | undefined =>
  typeof value === "string" && /^https?:\/\//i.test(value) ? value : undefined;

const outlineFeeds = (opml: unknown): string[] => {
  const found: string[] = [];
  const stack: unknown[] = [opml];
  while (stack.length > 0) {
    const one = stack.pop();
    if (typeof one !== "object" || one === null) continue;
    const address = webAddress((one as Loose).xmlUrl);
    if (address !== undefined) found.push(address);
    stack.push(...Object.values(one));
  }
  return [...new Set(found)].sort();
};
