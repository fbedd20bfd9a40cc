// Text of language/en/times/*.txt -> rules for time expressions; docs/times.md shows the form.
import type { TimeType } from "../model/time.ts";
import { LanguageError } from "./error.ts";
import { parseTimePattern, type TimeSequence } from "./time-pattern.ts";

/** `[phrase]` in `text` is worth `value` when the text is published on `published`; none where `value` is missing. */
export type TimeExample = {
  readonly text: string;
  readonly phrase?: string;
  readonly value?: string;
  readonly mod?: string;
  readonly published: string;
  readonly line: number;
};

/** A rule: its sequences give its class, with what `said` says of it. `{slot}` in `said` and `mod` are filled in. */
export type TimeRule = {
  readonly id: string;
  readonly description: string;
  readonly class: string;
  readonly type: TimeType | undefined;
  readonly sequences: readonly TimeSequence[];
  readonly said: string;
  readonly mod: string;
  readonly order: number;
  readonly examples: readonly TimeExample[];
  readonly path: string;
  readonly line: number;
};

/** A file's rules and the classes that gather others (`== date = day | month`). */
export type TimeRules = {
  readonly rules: TimeRule[];
  readonly unions: { name: string; members: string[]; line: number }[];
};

const types = new Set(["DATE", "TIME", "DURATION", "SET", "part"]);
type Draft = { -readonly [key in keyof TimeRule]: TimeRule[key] } & {
  sequences: TimeSequence[];
  examples: TimeExample[];
};

/** Reads a rule file. `order` numbers its first rule. Throws LanguageError with file and line. */
export const parseTimeRules = (text: string, path: string, order = 0): TimeRules => {
  const found: TimeRules = { rules: [], unions: [] };
  let room: { class: string; type: TimeType | undefined } | undefined;
  let rule: Draft | undefined;
  text.split(/\r?\n/).forEach((raw, at) => {
    const line = at + 1;
    const trimmed = raw.trim();
    const fail = (problem: string) => new LanguageError(path, line, problem);
    if (trimmed === "" || trimmed.startsWith(";")) return;
    if (trimmed.startsWith("==")) {
      rule = undefined;
      const union = /^==\s*([\w-]+)\s*=\s*(.+)$/.exec(trimmed);
      const header = /^==\s*([\w-]+)\s*:\s*(\w+)$/.exec(trimmed);
      if (union) {
        found.unions.push({ name: union[1]!, members: union[2]!.split("|").map((one) => one.trim()), line });
        return;
      }
      if (!header || !types.has(header[2]!))
        throw fail(
          `found "${trimmed}", expected "== class : DATE|TIME|DURATION|SET|part" or "== class = a | b"`,
        );
      room = { class: header[1]!, type: header[2] === "part" ? undefined : (header[2] as TimeType) };
      return;
    }
    if (trimmed.startsWith("# ")) {
      const match = /^#\s+([a-z0-9-]+)(?:\s+(.*))?$/.exec(trimmed);
      if (!match || !room)
        throw fail(`found "${trimmed}", expected "# rule-id description" below a "== class" line`);
      rule = {
        id: match[1]!,
        description: match[2] ?? "",
        ...room,
        sequences: [],
        said: "",
        mod: "",
        order: order + found.rules.length,
        examples: [],
        path,
        line,
      };
      found.rules.push(rule);
      return;
    }
    if (!rule) throw fail(`found "${trimmed}" outside a rule; start one with "# rule-id"`);
    readLine(rule, trimmed, line, fail);
  });
  for (const one of found.rules)
    if (one.sequences.length === 0 || one.said === "")
      throw new LanguageError(path, one.line, `rule ${one.id} needs a pattern and a line "= value"`);
  return found;
};

const readLine = (
  rule: Draft,
  text: string,
  line: number,
  fail: (problem: string) => LanguageError,
): void => {
  if (text.startsWith("= ")) {
    const match = /^=\s+(.+?)(?:\s+mod\s+(\S+))?$/.exec(text)!;
    rule.said = match[1]!;
    rule.mod = match[2] ?? "";
    return;
  }
  if (text.startsWith("+ ") || text.startsWith("- ")) {
    rule.examples.push(readExample(text, line, fail));
    return;
  }
  rule.sequences.push(...parseTimePattern(text, rule.path, line));
};

const readExample = (text: string, line: number, fail: (problem: string) => LanguageError): TimeExample => {
  const dated = /^(.*?)(?:\s+@\s*(\d{4}-\d{2}-\d{2}))?$/.exec(text.slice(2).trim())!;
  const published = dated[2] ?? "2025-03-04";
  if (text.startsWith("-")) return { text: dated[1]!, published, line };
  const match = /^(.*)\[(.+?)\](.*?)\s=\s(\S+)(?:\s+mod\s+(\S+))?$/.exec(dated[1]!);
  if (!match) throw fail(`found "${text}", expected "+ words [phrase] words = value"`);
  const [, before, phrase, after, value, mod] = match;
  return {
    text: `${before}${phrase}${after}`,
    phrase: phrase!,
    value: value!,
    ...(mod ? { mod } : {}),
    published,
    line,
  };
};
