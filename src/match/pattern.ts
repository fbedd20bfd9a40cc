// One line of rule text -> a tree pattern: what a word must be, and which words must or must not stand around it.
import { LanguageError } from "../language/error.ts";

/** One test on a word. All tests of a node must hold. */
export type Test =
  | { readonly kind: "class"; readonly name: string }
  | { readonly kind: "lemma"; readonly lemmas: readonly string[] }
  | { readonly kind: "upos"; readonly tags: readonly string[] }
  | { readonly kind: "feature"; readonly name: string; readonly value: string };

/** One way of hanging in a tree. `marker` is the case or mark word that must go with it (`to` in `obl:to`). */
export type Relation = { readonly base: string; readonly subtype?: string };

export type Direction = "child" | "parent" | "below";

/** A demand on a neighbour of a word. */
export type Step = {
  readonly direction: Direction;
  readonly mode: "must" | "not" | "may";
  readonly relations: readonly Relation[];
  readonly node: Node;
};

export type Node = {
  readonly tests: readonly Test[];
  readonly capture?: string;
  readonly steps: readonly Step[];
};

const lexeme =
  /\s*(?:(\{[\w-]+\})|("[^"]*")|(\/[A-Z|]+)|(\[\w+=\w+\])|([!?]?(?:>>|>|<)[\w:|]*)|(\()|(\))|(\*)|([a-z][\w-]*))/y;

/**
 * Parses a pattern such as `{say} >nsubj speaker !>obj * >obl:to (/NOUN place >nmod:of state)`.
 * Throws LanguageError with `file` and `line` for what it can't read.
 */
export const parsePattern = (text: string, file: string, line: number): Node => {
  const parts = lexemes(text, file, line);
  let at = 0;
  const fail = (found: string): never => {
    throw new LanguageError(
      file,
      line,
      `found ${found} in "${text}"; expected a test, a capture name or a step`,
    );
  };
  const node = (): Node => {
    const tests: Test[] = [];
    const steps: Step[] = [];
    let capture: string | undefined;
    let grouped = false;
    if (parts[at] === "(") {
      grouped = true;
      at += 1;
    }
    for (; at < parts.length; at += 1) {
      const part = parts[at]!;
      if (/^[!?]?[<>]/.test(part) || part === ")" || part === "(") break;
      if (part === "*") continue;
      const test = testOf(part);
      if (test) tests.push(test);
      else if (capture === undefined) capture = part;
      else fail(`a second capture "${part}"`);
    }
    if (grouped) {
      while (at < parts.length && parts[at] !== ")") steps.push(step());
      if (parts[at] !== ")") fail("no closing )");
      at += 1;
    }
    return { tests, steps, ...(capture === undefined ? {} : { capture }) };
  };
  const step = (): Step => {
    const match = /^([!?]?)(>>|>|<)(.*)$/.exec(parts[at] ?? "");
    if (!match) return fail(`"${parts[at] ?? "the end"}"`);
    at += 1;
    const direction = match[2] === ">>" ? "below" : match[2] === ">" ? "child" : "parent";
    const mode = match[1] === "!" ? "not" : match[1] === "?" ? "may" : "must";
    return { direction, mode, relations: match[3]!.split("|").filter(Boolean).map(relationOf), node: node() };
  };
  const head = node();
  const steps = [...head.steps];
  while (at < parts.length) steps.push(step());
  return { ...head, steps };
};

const lexemes = (text: string, file: string, line: number): string[] => {
  const parts: string[] = [];
  lexeme.lastIndex = 0;
  while (text.slice(lexeme.lastIndex).trim() !== "") {
    const from = lexeme.lastIndex;
    const match = lexeme.exec(text);
    if (!match)
      throw new LanguageError(file, line, `can't read "${text.slice(from).trim()}" in the pattern "${text}"`);
    parts.push(match[0].trim());
  }
  return parts;
};

const testOf = (part: string): Test | undefined => {
  if (part.startsWith("{")) return { kind: "class", name: part.slice(1, -1) };
  if (part.startsWith('"')) return { kind: "lemma", lemmas: part.slice(1, -1).split("|") };
  if (part.startsWith("/")) return { kind: "upos", tags: part.slice(1).split("|") };
  if (part.startsWith("[")) {
    const [name = "", value = ""] = part.slice(1, -1).split("=");
    return { kind: "feature", name, value };
  }
  return undefined;
};

const relationOf = (text: string): Relation => {
  const colon = text.indexOf(":");
  return colon < 0 ? { base: text } : { base: text.slice(0, colon), subtype: text.slice(colon + 1) };
};
