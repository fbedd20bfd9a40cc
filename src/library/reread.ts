// Documents that were read with other models or an older version -> read anew; ids and a person's corrections stay.
import type { Document } from "../model/document.ts";
import { getMachineRecord } from "../store/ask.ts";
import type { Store } from "../store/open-store.ts";
import { replaceRecord } from "../store/put-records.ts";
import { unpack } from "../store/rows.ts";
import type { Reader } from "./reader.ts";

/** What became of the documents. `changed` counts those whose findings are not the same as before. */
export type Reread = { read: number; changed: number; failed: number };

/** How to read anew. `maker` is what reads now; documents that it read already are left, unless `all`. */
export type RereadOptions = {
  readonly reader: Reader;
  readonly maker: string;
  readonly all?: boolean;
  readonly window?: number;
  readonly step?: (done: Reread, total: number) => void;
  readonly failed?: (document: string, reason: string) => void;
};

/** Reads anew what needs it, each document in a transaction of its own: broken off, it goes on where it was. */
export const reread = async (store: Store, options: RereadOptions): Promise<Reread> => {
  const { reader, maker, all = false, window = 16 } = options;
  const ids = store
    .prepare("SELECT id FROM documents WHERE ? OR maker <> ? ORDER BY id")
    .all(all ? 1 : 0, maker)
    .map(({ id }) => id as string);
  const done: Reread = { read: 0, changed: 0, failed: 0 };
  const underWay: (() => Promise<void>)[] = [];
  const start = (id: string) => {
    const before = getMachineRecord(store, id);
    if (!before) return;
    const answer = reader.read(before.document as Document, id);
    underWay.push(async () => {
      const rows = await answer;
      done.read += 1;
      if ("problem" in rows) {
        done.failed += 1;
        options.failed?.(id, rows.problem);
      } else {
        const record = unpack({ text: before.document.text, record: rows.record });
        if (JSON.stringify({ ...record, dragoman: 0 }) !== JSON.stringify({ ...before, dragoman: 0 }))
          done.changed += 1;
        replaceRecord(store, record);
      }
      options.step?.(done, ids.length);
    });
  };
  for (const id of ids) {
    start(id);
    if (underWay.length >= window) await underWay.shift()!();
  }
  for (const finish of underWay) await finish();
  return done;
};
