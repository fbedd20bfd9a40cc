// What a person types to search (`"phrase" AND (x OR y) NEAR z`) -> a full-text expression, filters, and a check of sentences.
import { StoreError } from "./open-store.ts";

/** A query, ready to run. `holds` is there where the index alone can't tell: words that must share a sentence. */
export type Query = {
  readonly match: string;
  readonly filters: readonly { readonly field: string; readonly value: string }[];
  readonly holds?: (text: string) => boolean;
};

type Node =
  | { readonly kind: "term"; readonly words: string; readonly prefix: boolean; readonly field?: string }
  | { readonly kind: "filter"; readonly field: string; readonly value: string }
  | { readonly kind: "and" | "or" | "not" | "sentence"; readonly parts: readonly Node[] }
  | { readonly kind: "near"; readonly parts: readonly Node[]; readonly distance: number };
type Token = { readonly kind: "word" | "phrase" | "sign"; readonly text: string; readonly field?: string };

const textFields = ["title", "text"];
const filterFields = ["publisher", "side", "since", "until", "date", "url", "language"];

/** Parses a query. Throws StoreError, one line. `fields` is false where only words are asked for. */
export const parseQuery = (text: string, fields = true): Query => {
  const fail = (reason: string): never => {
    throw new StoreError(
      `"${text}": can't be searched (${reason}); quote phrases and check AND, OR, NOT, NEAR, SENTENCE and brackets`,
    );
  };
  const tokens = tokensOf(text, fail);
  if (tokens.length === 0) fail("it holds no words");
  if (tokens.length > 500) fail("it is too long");
  const tree = parse(tokens, fail);
  const filters: { field: string; value: string }[] = [];
  const rest = withoutFilters(tree, filters, fail);
  if (!fields && (filters.length > 0 || hasField(rest))) fail("fields can't be asked for here");
  return {
    match: rest === undefined ? "" : expression(rest, fail),
    filters,
    ...(rest !== undefined && hasSentence(rest) && { holds: (document: string) => holds(rest, document) }),
  };
};

type Fail = (reason: string) => never;

const tokensOf = (text: string, fail: Fail): Token[] => {
  const tokens: Token[] = [];
  const pattern = /\s*(?:([a-z]+):(?=\S))?(?:"([^"]*)"|'([^']*)'(?=[\s)]|$)|([()])|([^\s()"]+))/y;
  let at = 0;
  while (text.slice(at).trim() !== "") {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return fail("a quotation mark stands alone");
    at = pattern.lastIndex;
    const [, field, double, single, sign, word] = found;
    const known = field !== undefined && (textFields.includes(field) || filterFields.includes(field));
    if (field !== undefined && !known)
      fail(`"${field}:" is no field; expected ${[...textFields, ...filterFields].join(", ")}`);
    const phrase = double ?? single;
    const about = field === undefined ? {} : { field };
    if (phrase !== undefined) tokens.push({ kind: "phrase", text: phrase, ...about });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign, ...about });
    else tokens.push({ kind: "word", text: word!, ...about });
  }
  return tokens;
};

/** or < and (also unspoken) < not < near, sentence < term. */
const parse = (tokens: readonly Token[], fail: Fail): Node => {
  let at = 0;
  const next = (): Token | undefined => tokens[at];
  const is = (...names: string[]): boolean => next()?.kind === "word" && names.includes(next()!.text);
  const either = (): Node => {
    const parts = [both()];
    while (is("OR")) {
      at += 1;
      parts.push(both());
    }
    return parts.length === 1 ? parts[0]! : { kind: "or", parts };
  };
  const both = (): Node => {
    let node = close();
    while (next() && next()!.text !== ")" && !is("OR")) {
      if (is("AND")) at += 1;
      const not = is("NOT");
      if (not) at += 1;
      const part = close();
      node = not
        ? { kind: "not", parts: [node, part] }
        : { kind: "and", parts: node.kind === "and" ? [...node.parts, part] : [node, part] };
    }
    return node;
  };
  const close = (): Node => {
    let node = one();
    for (
      let word = next()?.text ?? "";
      next()?.kind === "word" && /^(?:NEAR(?:\/\d{1,3})?|SENTENCE)$/.test(word);
      word = next()?.text ?? ""
    ) {
      at += 1;
      const part = one();
      const parts = node.kind === "near" || node.kind === "sentence" ? [...node.parts, part] : [node, part];
      node =
        word === "SENTENCE"
          ? { kind: "sentence", parts }
          : { kind: "near", parts, distance: Number(word.split("/")[1] ?? 10) };
    }
    return node;
  };
  const one = (): Node => {
    const token = next() ?? fail("it breaks off");
    at += 1;
    if (token.kind === "sign") {
      if (token.text === ")" || token.field !== undefined) return fail("a bracket is out of place");
      const node = either();
      if (next()?.text !== ")") fail("a bracket is not closed");
      at += 1;
      return node;
    }
    if (token.kind === "word" && /^(?:AND|OR|NOT|NEAR|SENTENCE)$/.test(token.text))
      return fail(`${token.text} is out of place`);
    return termOf(token, fail);
  };
  const tree = either();
  return next() ? fail("a bracket is out of place") : tree;
};

const termOf = ({ kind, text, field }: Token, fail: Fail): Node => {
  if (field !== undefined && filterFields.includes(field)) return { kind: "filter", field, value: text };
  const prefix = kind === "word" && text.endsWith("*");
  const words = wordsIn(text).join(" ");
  if (words === "") return fail(`"${text}" holds no word`);
  return { kind: "term", words, prefix, ...(field !== undefined && { field }) };
};

/** Filters may only stand beside the rest, since they are no part of the full text. */
const withoutFilters = (
  node: Node,
  found: { field: string; value: string }[],
  fail: Fail,
): Node | undefined => {
  if (node.kind === "filter") {
    found.push({ field: node.field, value: node.value });
    return undefined;
  }
  if (node.kind !== "and")
    return hasFilter(node) ? fail("publisher:, side: and dates may only be joined by AND") : node;
  const parts = node.parts.flatMap((part) => withoutFilters(part, found, fail) ?? []);
  return parts.length < 2 ? parts[0] : { kind: "and", parts };
};

const some = (node: Node, test: (node: Node) => boolean): boolean =>
  test(node) || ("parts" in node && node.parts.some((part) => some(part, test)));
const hasFilter = (node: Node): boolean => some(node, ({ kind }) => kind === "filter");
const hasSentence = (node: Node): boolean => some(node, ({ kind }) => kind === "sentence");
const hasField = (node: Node | undefined): boolean =>
  node !== undefined && some(node, (one) => one.kind === "term" && one.field !== undefined);

const expression = (node: Node, fail: Fail): string => {
  if (node.kind === "term") {
    const field = node.field === undefined ? "" : `${node.field} : `;
    return `${field}"${node.words}"${node.prefix ? " *" : ""}`;
  }
  if (node.kind === "near") {
    if (node.parts.some((part) => part.kind !== "term" || part.field !== undefined))
      return fail("NEAR joins words and phrases only");
    return `NEAR(${node.parts.map((part) => expression(part, fail)).join(" ")}, ${node.distance})`;
  }
  if (node.kind === "filter") return fail("a field is out of place");
  const sign = { and: "AND", or: "OR", not: "NOT", sentence: "AND" }[node.kind];
  return `(${node.parts.map((part) => expression(part, fail)).join(` ${sign} `)})`;
};

/** Words as the index cuts them: letters and digits, without case and marks. */
const wordsIn = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Text that is folded only once it is asked for, and not at all where a word of it is not even among its letters. */
type Piece = { readonly lower: string; folded?: string };

const pieceOf = (text: string): Piece => ({ lower: text.toLowerCase() });

const hasWords = (piece: Piece, words: string, prefix: boolean): boolean => {
  const first = words.split(" ", 1)[0]!;
  if (!piece.lower.includes(first) && isAscii.test(piece.lower)) return false;
  piece.folded ??= ` ${wordsIn(piece.lower).join(" ")} `;
  return piece.folded.includes(prefix ? ` ${words}` : ` ${words} `);
};
const isAscii = /^[\0-\x7f\u2010-\u203a]*$/;

/** The same question put to the text itself; proximity is left to the index, which has judged it. */
const holds = (node: Node, text: string): boolean => {
  let sentences: Piece[] | undefined;
  const within = (one: Node, piece: Piece): boolean => {
    if (one.kind === "term") return hasWords(piece, one.words, one.prefix);
    if (!("parts" in one)) return true;
    const inside = (part: Node) => within(part, piece);
    if (one.kind === "or") return one.parts.some(inside);
    if (one.kind === "not") return inside(one.parts[0]!) && !one.parts.slice(1).some(inside);
    if (one.kind === "sentence") {
      sentences ??= text.split(/(?<=[.!?][”"’')]{0,2})\s+|\n+/).map(pieceOf);
      return sentences.some((sentence) => one.parts.every((part) => within(part, sentence)));
    }
    return one.parts.every(inside);
  };
  return within(node, pieceOf(text));
};
