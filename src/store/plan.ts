// Conditions -> the way to their findings that costs least: through the days, or through all rows that meet one of them.
import type { Condition, Layer, Value } from "./conditions.ts";
import type { Store } from "./open-store.ts";

/** Which condition is gone through first, if any, and what each row is held against besides. */
export type Plan = {
  readonly driver?: Condition;
  readonly where: readonly string[];
  readonly values: readonly Value[];
};

/** Microseconds a row, measured on a library of 100,000 documents; what counts is how they stand to each other. */
const cost = { passed: 1, fetched: { id: 7, number: 2, document: 3 }, looked: 0.5 };
/** How far is counted: of what is more frequent, the last number that the count came to tells how dense it is. */
const most = 20_000;

/** A condition with how many rows are in its list, and which share of all findings meet it. */
type Weighed = { readonly condition: Condition; readonly count: number; readonly share: number };
type Way = { readonly cost: number; readonly driver?: Weighed; readonly where: readonly string[] };

/** The plan for `limit` findings. Conditions are taken to be independent of each other, which is right often enough. */
export const plan = (store: Store, layer: Layer, conditions: readonly Condition[], limit: number): Plan => {
  const total = countOf(store, layer);
  const weighed = conditions
    .map((condition) =>
      weigh(store, condition, condition.column === "document" ? countOf(store, "documents") : total),
    )
    .sort((a, b) => a.condition.cost.check - b.condition.cost.check);
  const ways = [
    throughDays(weighed, total, limit),
    ...weighed.map((driver) => throughRows(driver, weighed, total)),
  ];
  const best = ways.reduce((a, b) => (b.cost < a.cost ? b : a));
  const others = weighed.filter((one) => one !== best.driver);
  return {
    ...(best.driver && { driver: best.driver.condition }),
    where: best.where,
    values: others.flatMap(({ condition }) => condition.values),
  };
};

/** How many there are of a layer, as the store counts them. */
export const countOf = (store: Store, what: string, name?: string): number =>
  Number(
    store
      .prepare("SELECT count FROM counts WHERE what = ? AND name = ?")
      .get(name === undefined ? "all" : what, name ?? what)?.count ?? 0,
  );

const weigh = (store: Store, condition: Condition, of: number): Weighed => {
  const { count: asked, values } = condition;
  if (typeof asked !== "string") {
    const count = countOf(store, asked.what, asked.name);
    return { condition, count, share: Math.min(1, count / Math.max(of, 1)) };
  }
  const row = store
    .prepare(`SELECT count(*) AS count, max(number) AS reached FROM (${asked} LIMIT ${most})`)
    .get(values[0]!);
  const count = Number(row?.count);
  const within = count === most ? Number(row?.reached ?? of) : of;
  const share = Math.min(1, count / Math.max(within, 1));
  return { condition, count: Math.max(count, share * of), share };
};

/** The newest or oldest rows first, until enough of them meet all conditions. */
const throughDays = (weighed: readonly Weighed[], total: number, limit: number): Way => {
  // Rows of one act, type, channel or status stand by date in an index of their own.
  const ordered = Math.min(
    1,
    ...weighed.filter(({ condition }) => condition.ordered).map(({ share }) => share),
  );
  const share = weighed.reduce((product, one) => product * one.share, 1) / Math.max(ordered, 1e-9);
  const rows = Math.min(total * ordered, limit / Math.max(share, 1e-9));
  const { cost: held, where } = holding(weighed, rows);
  return { cost: rows * cost.passed + held, where };
};

/** All rows that meet one condition, to be sorted. */
const throughRows = (driver: Weighed, weighed: readonly Weighed[], total: number): Way => {
  const rows = driver.share * total;
  const { cost: held, where } = holding(
    weighed.filter((one) => one !== driver),
    rows,
  );
  return {
    cost: rows * cost.fetched[driver.condition.column] + driver.count * driver.condition.cost.row + held,
    driver,
    where,
  };
};

/** What it costs to hold so many rows against conditions, each in its cheaper form; the later ones see what is left. */
const holding = (weighed: readonly Weighed[], rows: number): { cost: number; where: string[] } => {
  let sum = 0;
  let left = rows;
  const where = weighed.map(({ condition: { check, whole, cost: one }, count, share }) => {
    const listed = whole === undefined ? Number.POSITIVE_INFINITY : count * one.row + left * cost.looked;
    sum += Math.min(left * one.check, listed);
    const form = whole !== undefined && listed < left * one.check ? whole : check;
    left *= share;
    return form;
  });
  return { cost: sum, where };
};
