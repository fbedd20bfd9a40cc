// The points of a row -> do the sides contradict each other? By a denial, by a matter that one says was not spoken of, by
// a negation, or by wanting opposite things of the matter.
import type { ComparisonLanguage } from "../language/comparison.ts";
import { wordsOf } from "../record/look-up.ts";
import type { SidedPoint } from "./features.ts";
import { stemOf } from "./stem.ts";

/** How alike in words two points are at least that contradict each other: by a denial, by opposites, by negation alone. */
const alikeFrom = { denied: 0.1, opposite: 0.02, negated: 0.28 } as const;

/** What only names a matter contradicts nothing. */
const topical = new Set(["discuss", "mention", "explain", "negotiate"]);
/** Acts that turn down what they hold. */
const against = new Set(["deny", "refuse", "reject", "oppose", "forbid"]);
/** Acts that are against what they hold, but deny nothing. */
const disapproving = new Set(["condemn", "criticize", "warn", "express-concern", "protest", "fear"]);

/** "Denied the claim that", "rejected the demand to": of somebody's word. */
const word =
  /^(?:(?:the|any|all|these|those|such|\p{Lu}\p{L}+['’]s?|its|his|her|their) )?(?:\p{L}+ )?(?:accusation|allegation|claim|charge|assertion|report|suggestion|demand|request|criticism|call|insinuation|speculation)s?\b/iu;

/** "The border was not discussed", "There was no mention of tariffs". */
const unspoken =
  /(?:\b(?:not|never)\b|n['’]t\b)(?: \p{L}+){0,3} (?:discuss|rais|mention|address|broach|talk|touch|spoken|brought|bring|com(?:e|ing) up|on the agenda|agenda)|\bno (?:mention|discussion|talk)\b/iu;

/** True where some point of one side takes back what one of another side says, or all do by negation alone. `value`: how alike their words are. */
export const isOpposed = (
  points: readonly SidedPoint[],
  value: number,
  language: Pick<ComparisonLanguage, "opposites">,
): boolean => {
  const pairs = points.flatMap((a, at) =>
    points
      .slice(at + 1)
      .filter((b) => b.side !== a.side)
      .map((b) => [a, b] as const),
  );
  return (
    pairs.some(([a, b]) => isUnspoken(a, b) || isUnspoken(b, a)) ||
    (value >= alikeFrom.denied && pairs.some(([a, b]) => isDenied(a, b) || isDenied(b, a))) ||
    (value >= alikeFrom.opposite && pairs.some(([a, b]) => areOpposite(a, b, language))) ||
    (value >= alikeFrom.negated && claims(points) && pairs.every(([a, b]) => areNegated(a, b)))
  );
};

const textOf = ({ point }: SidedPoint): string => wordsOf(point.content);

/** The one says that the matter was not spoken of, the other that it was. */
const isUnspoken = (a: SidedPoint, b: SidedPoint): boolean =>
  unspoken.test(textOf(a)) && !unspoken.test(textOf(b));

/** What the one denies, or turns down as somebody's word, the other says or asks for. */
const isDenied = (a: SidedPoint, b: SidedPoint): boolean => {
  const { act } = a.point;
  const denies = act === "deny" || act === "dispute" || (against.has(act) && word.test(textOf(a)));
  return denies && !topical.has(b.point.act) && !against.has(b.point.act) && !b.features.negated;
};

const claims = (points: readonly SidedPoint[]): boolean =>
  points.every(({ point }) => !topical.has(point.act)) && !points.every(({ point }) => point.act === "agree");

/** One is for, the other against; who condemns and who rejects are both against, as are "no interference" and "stop interfering". */
const areNegated = (a: SidedPoint, b: SidedPoint): boolean =>
  stanceOf(a) !== stanceOf(b) &&
  ending.test(textOf(a)) === ending.test(textOf(b)) &&
  !areBothAgainst(a, b) &&
  !areBothAgainst(b, a);

const ending =
  /\b(?:stop|halt|end(?:ing)? (?:of|the|all|its|to)|(?:eliminat|remov|prevent|combat|avoid)\w*)\b/i;

const areBothAgainst = ({ point: a }: SidedPoint, { point: b }: SidedPoint): boolean =>
  disapproving.has(a.act) && against.has(b.act);

/** True for a point that is against what it names: by its words or by its act, not by both. */
const stanceOf = ({ point, features }: SidedPoint): boolean => features.negated !== against.has(point.act);

const areOpposite = (
  { features: a }: SidedPoint,
  { features: b }: SidedPoint,
  { opposites }: Pick<ComparisonLanguage, "opposites">,
): boolean =>
  a.negated === b.negated &&
  opposites.some(([keep, end]) => {
    const has = (stems: ReadonlyMap<string, string>, all: readonly (readonly string[])[]) =>
      all.some((one) => one.every((word) => stems.has(stemOf(word))));
    const [x, y] = [a.words, b.words].map((words) => [has(words, keep), has(words, end)] as const);
    return (x![0] && !x![1] && y![1] && !y![0]) || (x![1] && !x![0] && y![0] && !y![1]);
  });
