// What a person names -> documents, read and kept: the whole way of an import, in bounded memory.
import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Egress } from "../import/egress.ts";
import type { ImportOptions, Taken } from "../import/source.ts";
import { take } from "../import/take.ts";
import { fetched, isUrl, type Named, walk } from "../import/walk.ts";
import type { Document } from "../model/document.ts";
import { type Failure, putFailures, settleFailures } from "../store/failures.ts";
import type { Store } from "../store/open-store.ts";
import { hasAddress, hasDocument, type Outcome, putRows } from "../store/put-records.ts";
import type { Rows } from "../store/rows.ts";
import type { Reader } from "./reader.ts";

/** How many of each there were; `bytes` taken in so far of `size` that are known of. */
export type Tally = {
  new: number;
  version: number;
  same: number;
  failed: number;
  bytes: number;
  size: number;
};

/** How to add, and whom to tell. `kept` is called once a document is on disk, never before. */
export type AddOptions = {
  readonly imports: ImportOptions;
  readonly reader: Reader;
  readonly egress?: Egress;
  /** Leave out what a feed links to where its address is known: a watched feed names the same pages each round. */
  readonly onlyNewLinks?: boolean;
  /** Documents under way at a time. */
  readonly window?: number;
  readonly kept?: (document: { id: string; address: string; outcome: Outcome }) => void;
  readonly failed?: (address: string, reason: string) => void;
  readonly step?: (tally: Tally) => void;
};

/** A document on its way; without rows it is one that is kept already or on its way before. */
type UnderWay = {
  readonly id: string;
  readonly address: string;
  readonly letters: number;
  readonly rows?: Promise<Rows | { problem: string }>;
};
type Read = { readonly id: string; readonly address: string; readonly rows?: Rows };

/** Roots that begin so came to the server, which keeps no copy to try again with. */
export const uploaded = "upload: ";

const batch = { documents: 32, failures: 200, milliseconds: 1000 };
/** Letters under way at a time, whatever the window: a few books fill the memory that many notes do not. */
const mostLetters = 16_000_000;

/** Adds what the arguments name. Run again it goes on where it was broken off: what is kept is not read anew. */
export const add = async (store: Store, names: readonly string[], options: AddOptions): Promise<Tally> => {
  const tally = noTally();
  for (const name of names) {
    const root = name === "-" || isUrl(name) ? name : resolve(name);
    tally.size += await sizeOf(root);
    await addSources(store, root, measuredAll(walk(root, options.egress), tally), options, tally);
  }
  return tally;
};

/** A tally of nothing yet. */
export const noTally = (): Tally => ({ new: 0, version: 0, same: 0, failed: 0, bytes: 0, size: 0 });

/** Adds sources that are open already; failures are kept under `root`, which is what a person would name to retry. */
export const addSources = async (
  store: Store,
  root: string,
  sources: Iterable<Named> | AsyncIterable<Named>,
  options: AddOptions,
  tally = noTally(),
): Promise<Tally> => {
  const keeper = makeKeeper(store, root, options, tally);
  for await (const source of sources)
    if ("open" in source)
      for await (const taken of withLinks(store, take(source, options.imports), options))
        await keeper.keep(taken);
    else await keeper.keep(source);
  await keeper.settle();
  return tally;
};

/** Bytes of all files that an argument names, for the progress line: gone through twice, so that no list is kept. */
const sizeOf = async (root: string): Promise<number> => {
  if (root === "-" || isUrl(root)) return 0;
  let size = 0;
  for await (const source of walk(root)) if ("open" in source) size += bytesOf(source.name);
  return size;
};

const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Counts bytes of files as they are read, and what was read out of order once a file is done. */
async function* measuredAll(sources: AsyncIterable<Named>, tally: Tally): AsyncGenerator<Named> {
  for await (const source of sources) {
    const size = "open" in source ? bytesOf(source.name) : 0;
    if (!("open" in source) || size === 0) {
      yield source;
      continue;
    }
    let counted = 0;
    yield {
      ...source,
      async *open() {
        for await (const chunk of source.open()) {
          counted += chunk.length;
          tally.bytes += chunk.length;
          yield chunk;
        }
      },
    };
    tally.bytes += Math.max(0, size - counted);
  }
}

/** Fetches what a feed links to; a page's links are not followed. */
async function* withLinks(
  store: Store,
  takings: AsyncIterable<Taken>,
  options: AddOptions,
  depth = 0,
): AsyncGenerator<Taken> {
  for await (const taken of takings) {
    if (taken.kind !== "link") yield taken;
    else if (!options.onlyNewLinks || !hasAddress(store, taken.address)) {
      const source = await fetched(taken.address, options.egress);
      const header = { ...taken.header, ...options.imports.header };
      if ("open" in source && depth < 3)
        yield* withLinks(store, take(source, { ...options.imports, header }), options, depth + 1);
      else if (!("open" in source)) yield source;
    }
  }
}

/** Sends documents to be read, and writes them in the order in which they came, whatever order they are read in. */
const makeKeeper = (store: Store, root: string, options: AddOptions, tally: Tally) => {
  const { reader, window = 16, imports } = options;
  const underWay: UnderWay[] = [];
  const ids = new Set<string>();
  const met = new Set<string>();
  let read: Read[] = [];
  let failures: Failure[] = [];
  let letters = 0;
  let written = performance.now();
  const write = () => {
    if (failures.length > 0) putFailures(store, failures);
    failures = [];
    const rows = read.flatMap((one) => one.rows ?? []);
    const outcomes = rows.length === 0 ? [] : putRows(store, rows);
    for (const { id, address, rows: made } of read) {
      const outcome = made ? (outcomes.shift() ?? "same") : "same";
      if (made) ids.delete(id);
      tally[outcome] += 1;
      options.kept?.({ id, address, outcome });
    }
    read = [];
    written = performance.now();
    options.step?.(tally);
  };
  const fail = (address: string, reason: string) => {
    tally.failed += 1;
    met.add(address);
    failures.push({ source: address, reason, root, options: JSON.stringify(imports) });
    options.failed?.(address, reason);
    // A table of nothing but bad rows must not wait for a disk at each of them.
    if (failures.length >= batch.failures) write();
  };
  const shift = async () => {
    const { id, address, letters: done, rows } = underWay.shift()!;
    letters -= done;
    const answer = await rows;
    if (answer && "problem" in answer) fail(address, answer.problem);
    else read.push({ id, address, ...(answer && { rows: answer }) });
    if (read.length >= batch.documents || performance.now() - written > batch.milliseconds) write();
  };
  const send = async (document: Document, address: string) => {
    const { id } = document;
    const known = ids.has(id) || hasDocument(store, id);
    if (!known) ids.add(id);
    const own = known ? 0 : document.text.length;
    letters += own;
    underWay.push({ id, address, letters: own, ...(!known && { rows: reader.read(document, address) }) });
    while (underWay.length >= window || (letters > mostLetters && underWay.length > 1)) await shift();
  };
  return {
    async keep(taken: Taken) {
      if (taken.kind === "document") await send(taken.document, taken.address);
      else if (taken.kind === "problem") fail(taken.address, taken.problem);
    },
    async settle() {
      while (underWay.length > 0) await shift();
      write();
      settleFailures(store, root, met);
    },
  };
};
