// Text of a time pattern -> the plain sequences of elements that it stands for; docs/times.md shows the form.
import { LanguageError } from "./error.ts";

/** One place of a sequence: a word (or mark) or a class. `glued` allows no space before it; `cased` asks for a capital. */
export type TimeElement = {
  readonly glued: boolean;
  readonly literal?: string;
  readonly cased?: boolean;
  readonly class?: string;
  /** The slot of the template that its value fills. */
  readonly name?: string;
  /** Tags that its first word must (or, with `not`, must not) have. */
  readonly tags?: { readonly not: boolean; readonly any: ReadonlySet<string> };
};

/** What must (or must not) stand next to a match: one of `any`, each a run of elements (before a match just one). */
export type TimeGuard = { readonly not: boolean; readonly any: readonly (readonly TimeElement[])[] };

/** A pattern with its options and alternatives written out. */
export type TimeSequence = {
  readonly before: readonly TimeGuard[];
  readonly elements: readonly TimeElement[];
  readonly after: readonly TimeGuard[];
};

type Item = TimeElement | TimeGuard;
const limit = 4000;

/** Reads a pattern. Throws LanguageError with file and line. */
export const parseTimePattern = (text: string, path: string, line: number): TimeSequence[] => {
  const reader = new Reader(text, (problem) => new LanguageError(path, line, problem));
  return reader.sequence("").map((items): TimeSequence => {
    const isGuard = (item: Item): item is TimeGuard => "any" in item && "not" in item;
    const start = items.findIndex((item) => !isGuard(item));
    const end = items.findLastIndex((item) => !isGuard(item)) + 1;
    if (start < 0) throw new LanguageError(path, line, `pattern "${text}" may match nothing; give it a word`);
    const elements = items.slice(start, end);
    const inner = elements.find(isGuard);
    if (inner)
      throw new LanguageError(path, line, "! and & may stand only at the start or the end of a pattern");
    const before = items.slice(0, start) as TimeGuard[];
    if (before.some((guard) => guard.any.some((run) => run.length !== 1)))
      throw new LanguageError(path, line, "a ! or & at the start looks back at one word only");
    return {
      before,
      elements: elements as TimeElement[],
      after: items.slice(end) as TimeGuard[],
    };
  });
};

/** Letters (joined), digits (joined) or one other character: what the stage calls an atom. */
export const atomPattern = /\p{L}+|\d+|[^\s]/gu;

class Reader {
  at = 0;
  readonly text: string;
  readonly error: (problem: string) => LanguageError;

  constructor(text: string, error: (problem: string) => LanguageError) {
    this.text = text;
    this.error = error;
  }

  /** All sequences up to `end` (a closing bracket, or the end of the text). */
  sequence(end: string): Item[][] {
    let found: Item[][] = [[]];
    let glued = false;
    for (;;) {
      if (/\s/.test(this.text[this.at] ?? "")) {
        glued = false;
        this.at += 1;
        continue;
      }
      const next = this.text[this.at] ?? "";
      if (next === end) {
        this.at += 1;
        return found;
      }
      if (next === "" || next === ")" || next === "]")
        throw this.error(`found "${next}" in "${this.text}", expected "${end}"`);
      const choices = this.alternatives(glued);
      found = found.flatMap((items) => choices.map((choice) => [...items, ...choice]));
      if (found.length > limit)
        throw this.error(`"${this.text}" stands for more than ${limit} sequences; part it`);
      glued = true;
    }
  }

  alternatives(glued: boolean): Item[][] {
    const mark = this.text[this.at];
    if (mark === "!" || mark === "&") {
      this.at += 1;
      const any = [this.run()];
      while (this.text[this.at] === "|") {
        this.at += 1;
        any.push(this.run());
      }
      return [[{ not: mark === "!", any }]];
    }
    const found = this.item(glued);
    while (this.text[this.at] === "|") {
      this.at += 1;
      found.push(...this.item(glued));
    }
    return found;
  }

  /** Elements of a guard up to a space or a bar. */
  run(): TimeElement[] {
    const found: TimeElement[] = [];
    while (this.at < this.text.length && !/[\s|]/.test(this.text[this.at]!))
      found.push(this.item(found.length > 0)[0]![0] as TimeElement);
    return found;
  }

  item(glued: boolean): Item[][] {
    const open = this.text[this.at]!;
    if (open === "(" || open === "[") {
      this.at += 1;
      const inner = this.sequence(open === "(" ? ")" : "]").map((items) => withGlue(items, glued));
      return open === "[" ? [...inner, []] : inner;
    }
    if (open === "{") return [[{ ...this.slot(), glued, ...this.tags() }]];
    if (open === "\\") this.at += 1;
    if (this.at >= this.text.length) throw this.error(`"${this.text}" ends where a word was expected`);
    const match = /^(?:\p{L}+|\d+|[^\s])/u.exec(this.text.slice(this.at))!;
    this.at += match[0].length;
    const literal = match[0].toLowerCase();
    return [[{ literal, cased: literal !== match[0], glued, ...this.tags() }]];
  }

  slot(): { class: string; name: string } {
    const match = /^\{(?:([\w-]+):)?([\w-]+)\}/.exec(this.text.slice(this.at));
    if (!match)
      throw this.error(`found "${this.text.slice(this.at, this.at + 12)}", expected {class} or {name:class}`);
    this.at += match[0].length;
    return { class: match[2]!, name: match[1] ?? match[2]! };
  }

  tags(): Pick<TimeElement, "tags"> {
    const match = /^\/(!?)([A-Z]+(?:\|[A-Z]+)*)/.exec(this.text.slice(this.at));
    if (!match) return {};
    this.at += match[0].length;
    return { tags: { not: match[1] === "!", any: new Set(match[2]!.split("|")) } };
  }
}

const withGlue = (items: readonly Item[], glued: boolean): Item[] =>
  items.map((item, at) => (at === 0 && "glued" in item ? { ...item, glued } : item));
