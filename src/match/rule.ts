// Rule text -> rules: an id, patterns, attributes, and the examples that prove them.
//
// # said-that   a speaker says a clause
// {say} >nsubj speaker >ccomp content
// = form indirect
// + [Lavrov]speaker said [talks would resume]content.
// - That said, talks failed.
import { LanguageError } from "../language/error.ts";
import { type Node, parsePattern } from "./pattern.ts";

/** An example sentence; `marks` are the bracketed pieces with the capture each must be found under. */
export type Example = {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number; readonly capture: string }[];
  readonly matches: boolean;
  readonly line: number;
};

/** One rule. Any of its patterns will do; `attributes` are what its `=` lines say. */
export type Rule = {
  readonly id: string;
  readonly description: string;
  readonly patterns: readonly Node[];
  readonly attributes: { readonly [key: string]: string };
  readonly examples: readonly Example[];
  readonly file: string;
  readonly line: number;
};

type Draft = {
  id: string;
  description: string;
  line: number;
  patterns: Node[];
  attributes: { [key: string]: string };
  examples: Example[];
};

/** Parses a rule file's text; `file` is for messages. Throws LanguageError with file and line. */
export const parseRules = (text: string, file: string): Rule[] => {
  const drafts: Draft[] = [];
  text.split(/\r?\n/).forEach((raw, at) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("//")) return;
    const draft = drafts.at(-1);
    const title = /^# ([\w-]+)(?:\s+(.*))?$/.exec(line);
    if (title)
      drafts.push({
        id: title[1]!,
        description: title[2] ?? "",
        line: at + 1,
        patterns: [],
        attributes: {},
        examples: [],
      });
    else if (!draft)
      throw new LanguageError(
        file,
        at + 1,
        `found "${line}" before the first rule; expected "# id   description"`,
      );
    else if (line.startsWith("+ ") || line.startsWith("- ")) draft.examples.push(exampleOf(line, at + 1));
    else if (line.startsWith("= ")) Object.assign(draft.attributes, attributesOf(line, file, at + 1));
    else draft.patterns.push(parsePattern(line, file, at + 1));
  });
  const ids = new Set<string>();
  for (const { id, line, patterns } of drafts) {
    if (patterns.length === 0) throw new LanguageError(file, line, `rule ${id} has no pattern`);
    if (ids.has(id)) throw new LanguageError(file, line, `a second rule ${id}; give it an id of its own`);
    ids.add(id);
  }
  return drafts.map((draft) => ({ ...draft, file }));
};

const attributesOf = (line: string, file: string, number: number): { [key: string]: string } => {
  const found: { [key: string]: string } = {};
  for (const pair of line.slice(2).split(",")) {
    const [key, ...rest] = pair.trim().split(/\s+/);
    if (!key)
      throw new LanguageError(
        file,
        number,
        `empty attribute in "${line}"; expected "= key value, key value"`,
      );
    found[key] = rest.join(" ") || "yes";
  }
  return found;
};

const exampleOf = (line: string, number: number): Example => {
  const marks: { start: number; end: number; capture: string }[] = [];
  const open: number[] = [];
  let text = "";
  for (const part of line
    .slice(2)
    .trim()
    .split(/(\[|\][\w-]+)/)) {
    if (part === "[") open.push(text.length);
    else if (/^\][\w-]+$/.test(part) && open.length > 0)
      marks.push({ start: open.pop()!, end: text.length, capture: part.slice(1) });
    else text += part;
  }
  return { text, marks, matches: line.startsWith("+"), line: number };
};
