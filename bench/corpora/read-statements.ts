// Turns chains-*.txt and statements-*.txt into passages with their statements: spans, acts and nesting.
import type { Span } from "../../src/model/span.ts";
import type { MediumKind, StatementForm } from "../../src/model/statement.ts";
import { CorpusError, type GoldLine, readBlocks } from "./blocks.ts";
import { locate } from "./pieces.ts";

/** The closed list of acts; the README says what each covers. */
export const acts = [
  ..."say stress claim accuse criticize deny refuse ask demand urge warn threaten promise offer propose".split(
    " ",
  ),
  ..."agree thank praise congratulate welcome condemn express-concern reaffirm discuss announce".split(" "),
  ..."confirm describe want intend believe support condole apologize".split(" "),
];
const media: readonly MediumKind[] = [
  "statement",
  "social-media",
  "interview",
  "press-conference",
  "call",
  "letter",
  "speech",
  "meeting",
  "report",
  "broadcast",
  "other",
];
const forms: readonly StatementForm[] = ["direct", "indirect", "mixed"];

/** One gold statement. Spans are UTF-16 offsets into its passage's text; `within` is an index into `statements`. */
export type GoldStatement = {
  readonly line: number;
  readonly depth: number;
  readonly within?: number;
  readonly source?: Span;
  /** Empty where a statement goes on without a reporting word. */
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly act: string;
  readonly form: StatementForm;
  readonly negated: boolean;
  /** Said to come, supposed or asked for, so that nobody has uttered it yet. */
  readonly irrealis: boolean;
  readonly to: readonly Span[];
  readonly medium?: { readonly kind: MediumKind; readonly span: Span };
  /** Names of the speakers, where the source itself is no name. */
  readonly who: readonly string[];
};

/** One text with its statements in the order of the file; none where the text holds no statement. */
export type Passage = {
  readonly id: string;
  readonly tags: readonly string[];
  readonly date: string;
  readonly text: string;
  readonly statements: readonly GoldStatement[];
};

/** Reads a file of chains or statements. Throws a `CorpusError` that names file and line. */
export const readStatements = (file: string): Passage[] =>
  readBlocks(file, ">").map(({ id, tags, date, text, gold }) => {
    const statements: GoldStatement[] = [];
    for (const line of gold) statements.push(readLevel(file, text, line, statements));
    return { id, tags, date, text, statements };
  });

const readLevel = (
  file: string,
  text: string,
  gold: GoldLine,
  before: readonly GoldStatement[],
): GoldStatement => {
  const fail = (message: string): never => {
    throw new CorpusError(file, gold.line, message);
  };
  const [, arrows = "", rest = ""] = /^(>+)\s*(.*)$/.exec(gold.text) ?? [];
  const depth = arrows.length;
  const [source = "", cue = "", content = "", act = "", ...extras] = rest
    .split(" | ")
    .map((one) => one.trim());
  if (act === "") fail("expected `> source | cue | content | act`");
  if (!acts.includes(act)) fail(`"${act}" is no act; one of ${acts.join(", ")}`);
  const within = depth === 1 ? -1 : before.findLastIndex((one) => one.depth === depth - 1);
  if (depth > 1 && (within < 0 || before.at(-1)!.depth < depth - 1)) fail("no statement one level above");
  const whole = [{ start: 0, end: text.length }];
  const ranges = within < 0 ? whole : before[within]!.content;
  const find = (pieces: string, where: readonly Span[], near?: readonly Span[]): Span[] =>
    pieces.split(" // ").map((piece) => {
      const found = locate(text, piece, where, near);
      return typeof found === "string" ? fail(found) : found;
    });
  const contentSpans = find(content, ranges);
  // "Reuters, citing two officials, said …": source and cue may stand outside the content that they belong to.
  const findNear = (piece: string, near: readonly Span[]): Span => {
    const inside = locate(text, piece, ranges, near);
    return typeof inside === "string" ? find(piece, whole, near)[0]! : inside;
  };
  const cueSpans = cue === "-" ? [] : cue.split(" // ").map((piece) => findNear(piece, contentSpans));
  const nearCue = cueSpans.length > 0 ? cueSpans : contentSpans;
  return {
    line: gold.line,
    depth,
    ...(within < 0 ? {} : { within }),
    ...(source === "-" ? {} : { source: findNear(source, nearCue) }),
    cue: cueSpans,
    content: contentSpans,
    act,
    ...readExtras(
      extras,
      formOf(contentSpans.map((span) => text.slice(span.start, span.end))),
      (piece) => find(piece, whole, nearCue)[0]!,
      fail,
    ),
  };
};

type Extras = Pick<GoldStatement, "form" | "negated" | "irrealis" | "to" | "who"> &
  Partial<Pick<GoldStatement, "medium">>;

const readExtras = (
  extras: readonly string[],
  form: StatementForm,
  find: (piece: string) => Span,
  fail: (message: string) => never,
): Extras => {
  const values = new Map<string, string>();
  for (const extra of extras) {
    const [, key = "", value = ""] = /^(\S+)\s*(.*)$/.exec(extra) ?? [];
    const known = value === "" ? ["negated", "irrealis"] : ["form", "to", "medium", "who"];
    if (!known.includes(key) || values.has(key)) fail(`"${extra}" is no field here, or stands twice`);
    values.set(key, value);
  }
  const said = values.get("form");
  if (said !== undefined && !forms.includes(said as StatementForm)) fail(`"${said}" is no form`);
  const [kind = "", ...words] = (values.get("medium") ?? "").split(" ");
  if (values.has("medium") && (!media.includes(kind as MediumKind) || words.length === 0))
    fail(`expected \`medium KIND words\`, KIND one of ${media.join(", ")}`);
  const list = (key: string) => values.get(key)?.split("; ") ?? [];
  return {
    form: (said as StatementForm | undefined) ?? form,
    negated: values.has("negated"),
    irrealis: values.has("irrealis"),
    to: list("to").map(find),
    who: list("who"),
    ...(kind === "" ? {} : { medium: { kind: kind as MediumKind, span: find(words.join(" ")) } }),
  };
};

const opener = /(?:^|[\s([—-])["'“‘«„]/;

/** Direct where every piece opens and ends with a quotation mark, mixed where one stands within, else indirect. */
const formOf = (pieces: readonly string[]): StatementForm => {
  const whole = (piece: string) =>
    /^["'“‘«„].*["'”’»“],?$/s.test(piece) && !/["”»]\s/.test(piece.slice(1, -2));
  if (pieces.every(whole)) return "direct";
  return pieces.some((piece) => opener.test(piece)) ? "mixed" : "indirect";
};
