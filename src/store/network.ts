// Contacts of a period -> who is in contact with whom: actors and, for each two of them, how often and when.
import type { Store } from "./open-store.ts";

/** An actor of the network. */
export type NetworkNode = {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
  readonly contacts: number;
};

/** Two actors and their contacts. */
export type NetworkEdge = {
  readonly from: string;
  readonly to: string;
  readonly contacts: number;
  readonly first: string;
  readonly last: string;
};

export type Network = {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** How many actors there are in all; those of most contacts are among the nodes. */
  readonly actors: number;
};

/** What to draw: `limit` nodes at most; contacts of any `status` unless told, so planned and denied ones too. */
export type NetworkFilters = {
  readonly since?: string;
  readonly until?: string;
  readonly status?: string;
  readonly channel?: string;
  readonly kind?: string;
  readonly limit?: number;
};

type Row = { key: string; side: string | null; contact: string; date: string };

/** The network of contacts; participants of one side are not in contact with each other. */
export const askNetwork = (store: Store, filters: NetworkFilters): Network => {
  const contacts = new Map<string, Row[]>();
  for (const row of rowsOf(store, filters)) {
    const group = contacts.get(row.contact);
    if (group) group.push(row);
    else contacts.set(row.contact, [row]);
  }
  const counts = new Map<string, number>();
  for (const group of contacts.values())
    for (const key of new Set(group.map(({ key }) => key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keys = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, filters.limit ?? 2000);
  const kept = new Set(keys.map(([key]) => key));
  const row = store.prepare("SELECT name, kind, country FROM identities WHERE key = ?");
  const nodes = keys.flatMap(([key, contacts]) => {
    const found = row.get(key) as Omit<NetworkNode, "key" | "contacts"> | undefined;
    return found ? [{ key, ...found, contacts }] : [];
  });
  return { nodes, edges: edgesOf(contacts.values(), kept), actors: counts.size };
};

const rowsOf = (store: Store, { since, until, status, channel, kind }: NetworkFilters): Iterable<Row> => {
  const asked: [string, string | undefined][] = [
    ["c.date >= ?", since],
    ["c.date < ?", until === undefined ? undefined : `${until}~`],
    ["c.status = ?", status],
    ["c.channel = ?", channel],
    ["a.kind = ?", kind],
  ];
  const given = asked.filter((one): one is [string, string] => one[1] !== undefined);
  const where = given.map(([sql]) => ` AND ${sql}`).join("");
  return store
    .prepare(
      `SELECT a.key AS key, p.side AS side, c.id AS contact, c.date AS date
       FROM contacts c CROSS JOIN parts p ON p.finding = c.id CROSS JOIN actors a ON a.id = p.actor
       WHERE p.part = 'participant'${where}`,
    )
    .iterate(...given.map(([, value]) => value)) as unknown as Iterable<Row>;
};

const edgesOf = (groups: Iterable<readonly Row[]>, kept: ReadonlySet<string>): NetworkEdge[] => {
  const edges = new Map<string, { -readonly [field in keyof NetworkEdge]: NetworkEdge[field] }>();
  for (const group of groups) {
    const sides = new Set(group.map(({ side }) => side ?? ""));
    const pairs = new Set<string>();
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1)) {
        const apart = sides.size < 2 || one.side === null || one.side !== other.side;
        if (!apart || one.key === other.key || !kept.has(one.key) || !kept.has(other.key)) continue;
        const [from = "", to = ""] = [one.key, other.key].sort();
        const pair = `${from}\t${to}`;
        if (pairs.has(pair)) continue;
        pairs.add(pair);
        const edge = edges.get(pair) ?? { from, to, contacts: 0, first: one.date, last: one.date };
        edges.set(pair, edge);
        edge.contacts += 1;
        if (one.date !== "" && (edge.first === "" || one.date < edge.first)) edge.first = one.date;
        if (one.date > edge.last) edge.last = one.date;
      }
  }
  return [...edges.values()].sort(
    (a, b) => b.contacts - a.contacts || (`${a.from}\t${a.to}` < `${b.from}\t${b.to}` ? -1 : 1),
  );
};
