// PolNeAR documents -> figures. The corpus keeps only outermost attributions, so ours that stand within others are left out.
import { existsSync } from "node:fs";
import type { Language } from "../../src/language/language.ts";
import { isSpeechWord } from "../../src/language/statements.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { Span } from "../../src/model/span.ts";
import type { Statement } from "../../src/model/statement.ts";
import { read } from "../../src/read.ts";
import { findStatements } from "../../src/stages/statements/find-statements.ts";
import { readLines, toUnits } from "../data.ts";
import {
  type Attribution,
  type Instance,
  project,
  type Range,
  roles,
  scoreInstances,
} from "../scorers/cofenet.ts";
import { scoreRelations, shared } from "../scorers/relation.ts";
import { scoreReliability } from "../scorers/reliability.ts";

type Polnear = { id: string; text: string; date?: string; attributions: Attribution[] };
type Value = { figure: string; value: number };
type Found = Attribution & { readonly speech: boolean; readonly confidence: number };
/** What the record holds by default, and all that is found for review. */
type Points = { readonly precise: Found[]; readonly thorough: Found[] };

/**
 * Figures of one file of documents; its instances are looked for in `NAME-cofenet.jsonl` beside it. All attributions are
 * held against the thorough operating point, those with a speech act against the precise one, which records have.
 */
export const measurePolnear = (path: string, language: Language): Value[] => {
  const file = path.replace(/-cofenet\.jsonl$/, ".jsonl");
  const documents = readLines<Polnear>(file);
  const beside = file.replace(/\.jsonl$/, "-cofenet.jsonl");
  const instances = existsSync(beside) ? readLines<Instance>(beside) : [];
  const predicted = new Map<string, Found[]>();
  const speech = new Map<string, Found[]>();
  const gold = new Map<string, Attribution[]>();
  const spoken = new Map<string, Attribution[]>();
  for (const document of documents) {
    const { found, isSpeech } = attributionsOf(document, language);
    predicted.set(document.id, found.thorough);
    speech.set(
      document.id,
      found.precise.filter((one) => one.speech),
    );
    gold.set(document.id, document.attributions);
    spoken.set(document.id, document.attributions.filter(isSpeech));
  }
  const relation = scoreRelations(predicted, gold);
  const spokenRelation = scoreRelations(speech, spoken);
  return [
    ...spanFigures("", predicted, instances),
    ...spanFigures(
      "speech acts, ",
      speech,
      instances.map((one) => ({ ...one, labels: project(spoken.get(one.id) ?? [], one) })),
    ),
    { figure: "relation F1", value: relation.source.f1 },
    { figure: "relation with cue F1", value: relation.full.f1 },
    { figure: "speech acts, relation F1", value: spokenRelation.source.f1 },
    { figure: "speech acts, content F1 at half overlap", value: spokenRelation.content.f1 },
    ...reliability(predicted, gold),
  ];
};

const spanFigures = (
  prefix: string,
  predicted: ReadonlyMap<string, readonly Attribution[]>,
  instances: readonly Instance[],
): Value[] => {
  if (instances.length === 0) return [];
  const score = scoreInstances(predicted, instances);
  return roles.flatMap((role) => [
    { figure: `${prefix}${role} exact precision`, value: score[role].exact.precision },
    { figure: `${prefix}${role} exact recall`, value: score[role].exact.recall },
    { figure: `${prefix}${role} exact F1`, value: score[role].exact.f1 },
  ]);
};

/** How often a statement of some confidence is one that the annotators marked, by its content. */
const reliability = (
  predicted: ReadonlyMap<string, readonly Found[]>,
  gold: ReadonlyMap<string, readonly Attribution[]>,
): Value[] => {
  const outcomes = [...predicted].flatMap(([id, found]) =>
    found.map((one) => ({
      confidence: one.confidence,
      right: (gold.get(id) ?? []).some(
        (other) => shared(one.cue, other.cue) > 0 && shared(one.content, other.content) >= 0.5,
      ),
    })),
  );
  return scoreReliability(outcomes);
};

/** Statements of one document in the corpus's own spans, and which of its attributions have a speech act. */
export const attributionsOf = (
  document: Polnear,
  language: Language,
): { found: Points; isSpeech: (one: Attribution) => boolean } => {
  const reading = read(
    {
      id: document.id,
      text: document.text,
      language: "en",
      ...(document.date ? { published: document.date } : {}),
    },
    language,
  );
  const points = toPoints(document.text);
  const units = toUnits(document.text);
  const isSpeech = ({ cue }: Attribution) =>
    cue.some(([start, end]) => reportsSpeech(reading, { start: units(start), end: units(end) }, language));
  const outermost = (statements: readonly Statement[]): Found[] =>
    statements
      .filter(({ within }) => within === undefined)
      .map((one) => ({ ...asPolnear(one, document.text, points), confidence: one.confidence }))
      .map((one) => ({ ...one, speech: isSpeech(one) }));
  const thorough = findStatements(reading, language.statements, { thorough: true });
  return { found: { precise: outermost(reading.statements), thorough: outermost(thorough) }, isSpeech };
};

/**
 * True where a cue, gold or found, holds a word that the tables give a speech act without doubt, or is a colon
 * or "according to".
 */
const reportsSpeech = ({ words, document }: Reading, span: Span, { statements }: Language): boolean => {
  const text = document.text.slice(span.start, span.end);
  if (/^\W*[:—–-]\W*$|according to/i.test(text)) return true;
  return words.some(
    (word) => word.start >= span.start && word.end <= span.end && isSpeechWord(statements, word.lemma),
  );
};

/** ", who heads the office": what the corpus counts to a name that follows its cue, and our own guidelines don't. */
const whoClause = /^, who(?:se)? (?:\b(?:Mrs?|Ms|Dr|[A-Z])\.|[^.,;:"“”—]){1,160}(?=[.;])/;

/**
 * The corpus lets a source with commas or a dash inside take the comma or the dash that closes it, one behind its cue the clause with "who",
 * and a cue the colon that follows it.
 */
export const asPolnear = (
  statement: Statement,
  text: string,
  points: (unit: number) => number,
): Attribution => {
  const range = ({ start, end }: Span): Range => [points(start), points(end)];
  const { source, cue, content } = statement;
  const own = source ? text.slice(source.start, source.end) : "";
  const after = source ? text.slice(source.end, source.end + 4) : "";
  const dash = / (?:—|–|-{1,2}) /.test(own) ? (/^ (?:—|–|-{1,2})(?= )/.exec(after)?.[0].length ?? 0) : 0;
  const closes = own.includes(",") && after.startsWith(",") ? 1 : dash;
  const behind =
    source && cue && source.start > cue.end ? whoClause.exec(text.slice(source.end, source.end + 200)) : null;
  const colon = cue && text[cue.end] === ":";
  return {
    source: source ? [range({ ...source, end: source.end + (behind ? behind[0].length : closes) })] : [],
    cue: cue ? [range(colon ? { ...cue, end: cue.end + 1 } : cue)] : [],
    content: content.map(range),
  };
};

export const toPoints = (text: string): ((unit: number) => number) => {
  if (!/[\uD800-\uDFFF]/.test(text)) return (unit) => unit;
  const points: number[] = [];
  let point = 0;
  for (let at = 0; at <= text.length; at += 1) {
    points.push(point);
    const code = text.charCodeAt(at);
    if (!(code >= 0xd800 && code < 0xdc00)) point += 1;
  }
  return (unit) => points[unit] ?? point;
};
