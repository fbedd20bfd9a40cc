// Attribution spans against token labels, after the protocol of CofeNet (COLING 2022): predicted spans are projected on
// the tokens of each instance, both sides are cut at 300 tokens, and spans of each role are compared as sets.

/** A half-open stretch in whatever unit both sides use. */
export type Range = readonly [start: number, end: number];
export type Attribution = {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
};
export type Role = "source" | "cue" | "content";

/** One paragraph as the benchmark cuts it: token spans and BIO labels (`B-source`, `I-content`, `O`). */
export type Instance = {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly tok: readonly Range[];
  readonly labels: readonly string[];
};

export type Prf = { readonly precision: number; readonly recall: number; readonly f1: number };
export type RoleScore = { readonly exact: Prf; readonly begin: Prf; readonly jaccard: number };

export const roles: readonly Role[] = ["source", "cue", "content"];
type Labelled = { readonly role: Role; readonly first: number; readonly end: number };
type Count = { tp: number; fp: number; fn: number };

/** Precision, recall and F1 in per cent. */
export const prf = ({ tp, fp, fn }: Count): Prf => {
  const precision = tp + fp > 0 ? tp / (tp + fp) : 0;
  const recall = tp + fn > 0 ? tp / (tp + fn) : 0;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision: 100 * precision, recall: 100 * recall, f1: 100 * f1 };
};

/** Labels an instance's tokens with spans; where roles collide the source wins over the cue, the cue over the content. */
export const project = (attributions: readonly Attribution[], instance: Instance): string[] => {
  const labels = instance.tok.map(() => "O");
  for (const role of ["content", "cue", "source"] as const)
    for (const [start, end] of spansOf(attributions, role)) {
      if (end <= instance.start || start >= instance.end) continue;
      let first = true;
      instance.tok.forEach(([from, to], at) => {
        const inside =
          to > from
            ? 2 * (Math.min(to, end) - Math.max(from, start)) > to - from
            : start < from && from <= end;
        if (!inside) return;
        labels[at] = `${first ? "B" : "I"}-${role}`;
        first = false;
      });
    }
  return labels.map((label, at) =>
    label.startsWith("I") && (at === 0 || labels[at - 1]!.slice(2) !== label.slice(2))
      ? `B${label.slice(1)}`
      : label,
  );
};

/** Figures by role over all instances. `predicted` gives the attributions by document id. */
export const scoreInstances = (
  predicted: ReadonlyMap<string, readonly Attribution[]>,
  instances: readonly Instance[],
  cut = 300,
): Record<Role, RoleScore> => {
  const exact = roles.map((): Count => ({ tp: 0, fp: 0, fn: 0 }));
  const begin = roles.map((): Count => ({ tp: 0, fp: 0, fn: 0 }));
  const jaccard = roles.map((): number[] => []);
  for (const instance of instances) {
    const gold = labelled(instance.labels.slice(0, cut));
    const found = labelled(project(predicted.get(instance.id) ?? [], instance).slice(0, cut));
    roles.forEach((role, at) => {
      const wanted = gold.filter((one) => one.role === role);
      const got = found.filter((one) => one.role === role);
      count(exact[at]!, wanted.map(keyOf), got.map(keyOf));
      count(
        begin[at]!,
        wanted.map((one) => `${one.first}`),
        got.map((one) => `${one.first}`),
      );
      jaccard[at]!.push(...overlapsOf(wanted, got));
    });
  }
  const scoreOf = (at: number): RoleScore => ({
    exact: prf(exact[at]!),
    begin: prf(begin[at]!),
    jaccard: (100 * jaccard[at]!.reduce((sum, one) => sum + one, 0)) / Math.max(1, jaccard[at]!.length),
  });
  return { source: scoreOf(0), cue: scoreOf(1), content: scoreOf(2) };
};

const spansOf = (attributions: readonly Attribution[], role: Role): Range[] => {
  const seen = new Map<string, Range>();
  for (const one of attributions) for (const range of one[role]) seen.set(range.join(), range);
  return [...seen.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
};

const labelled = (labels: readonly string[]): Labelled[] => {
  const found: Labelled[] = [];
  let open: { role: Role; first: number } | undefined;
  [...labels, "O"].forEach((label, at) => {
    if (open && label !== `I-${open.role}`) {
      found.push({ ...open, end: at });
      open = undefined;
    }
    if (label.startsWith("B-")) open = { role: label.slice(2) as Role, first: at };
  });
  return found;
};

const keyOf = ({ first, end }: Labelled): string => `${first} ${end}`;

const count = (into: Count, wanted: readonly string[], got: readonly string[]): void => {
  const right = got.filter((key) => wanted.includes(key)).length;
  into.tp += right;
  into.fp += got.length - right;
  into.fn += wanted.length - right;
};

const overlap = (a: Labelled, b: Labelled): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.first, b.first)) /
  (Math.max(a.end, b.end) - Math.min(a.first, b.first));

const overlapsOf = (wanted: readonly Labelled[], got: readonly Labelled[]): number[] => [
  ...wanted.map((one) => Math.max(0, ...got.map((other) => overlap(one, other)))),
  ...got.filter((one) => !wanted.some((other) => overlap(one, other) > 0)).map(() => 0),
];
