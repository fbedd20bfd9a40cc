// Our own corpora of chains and statements -> figures: complete chains, statements, and what is known of each.
import type { Language } from "../../src/language/language.ts";
import type { Span } from "../../src/model/span.ts";
import type { Statement } from "../../src/model/statement.ts";
import { read } from "../../src/read.ts";
import { type GoldStatement, type Passage, readStatements } from "../corpora/read-statements.ts";
import { prf, type Range } from "../scorers/cofenet.ts";
import { shared } from "../scorers/relation.ts";

type Value = { figure: string; value: number };
/** For each gold statement the found one that tells the same, if any. */
export type Pairs = readonly (Statement | undefined)[];

/** Figures of one corpus file. */
export const measureChains = (path: string, language: Language): Value[] => {
  const total = {
    chains: 0,
    complete: 0,
    tp: 0,
    gold: 0,
    found: 0,
    act: 0,
    form: 0,
    to: 0,
    toGold: 0,
    medium: 0,
    mediumGold: 0,
  };
  for (const passage of readStatements(path)) {
    const { statements } = read(
      { id: passage.id, text: passage.text, language: "en", published: passage.date },
      language,
    );
    const pairs = pairsOf(passage.statements, statements);
    for (const chain of chainsOf(passage)) {
      total.chains += 1;
      if (chain.every((index) => pairs[index])) total.complete += 1;
    }
    total.gold += passage.statements.length;
    total.found += statements.length;
    passage.statements.forEach((gold, index) => {
      const other = pairs[index];
      if (!other) return;
      total.tp += 1;
      if (language.statements.acts.get(other.act)?.broad === gold.act) total.act += 1;
      if (other.form === gold.form) total.form += 1;
      if (gold.medium) {
        total.mediumGold += 1;
        if (other.medium?.kind === gold.medium.kind) total.medium += 1;
      }
    });
  }
  const per = (part: number, whole: number): number => (100 * part) / Math.max(1, whole);
  const score = prf({ tp: total.tp, fp: total.found - total.tp, fn: total.gold - total.tp });
  return [
    { figure: "complete chains", value: per(total.complete, total.chains) },
    { figure: "statements precision", value: score.precision },
    { figure: "statements recall", value: score.recall },
    { figure: "statements F1", value: score.f1 },
    { figure: "act right", value: per(total.act, total.tp) },
    { figure: "form right", value: per(total.form, total.tp) },
    { figure: "medium right", value: per(total.medium, total.mediumGold) },
  ];
};

/** Paths from a first level to a statement in which none stands, as indexes. */
export const chainsOf = ({ statements }: Passage): number[][] =>
  statements
    .map((_, index) => index)
    .filter((index) => !statements.some(({ within }) => within === index))
    .map((leaf) => {
      const path: number[] = [];
      for (let at: number | undefined = leaf; at !== undefined; at = statements[at]!.within) path.unshift(at);
      return path;
    });

/**
 * Pairs gold with found: their cues meet, contents and sources share half of their characters, and what one stands
 * in is paired with what the other stands in.
 */
export const pairsOf = (gold: readonly GoldStatement[], found: readonly Statement[]): Pairs => {
  const pairs: (Statement | undefined)[] = [];
  const used = new Set<number>();
  for (const one of gold) {
    const best = found
      .filter((other) => !used.has(other.index) && isSame(one, other))
      .filter((other) =>
        one.within === undefined
          ? other.within === undefined
          : pairs[one.within]?.index === other.within && other.within !== undefined,
      )
      .sort(
        (a, b) =>
          shared(ranges(b.content), ranges(one.content)) - shared(ranges(a.content), ranges(one.content)),
      )[0];
    if (best) used.add(best.index);
    pairs.push(best);
  }
  return pairs;
};

const ranges = (spans: readonly Span[]): Range[] => spans.map(({ start, end }) => [start, end]);

const isSame = (gold: GoldStatement, found: Statement): boolean =>
  shared(ranges(gold.content), ranges(found.content)) >= 0.5 &&
  shared(ranges(gold.cue), ranges(found.cue ? [found.cue] : [])) > 0 &&
  (gold.source
    ? shared(
        [[gold.source.start, gold.source.end]],
        found.source ? [[found.source.start, found.source.end]] : [],
      ) >= 0.5
    : !found.source);
