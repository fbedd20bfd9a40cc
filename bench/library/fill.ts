// An empty store -> one with as many made records as a bench needs, always the same ones.
import type { Store } from "../../src/store/open-store.ts";
import { putRecords } from "../../src/store/put-records.ts";
import { madeRecord, random, type Size } from "./made-records.ts";

/** Fills a store and prints how fast that went. */
export const fillStore = (store: Store, count: number, size: Size): void => {
  const draw = random(7);
  const start = performance.now();
  for (let at = 0; at < count; at += 500)
    putRecords(
      store,
      Array.from({ length: Math.min(500, count - at) }, (_, number) => {
        const record = madeRecord(at + number, draw, size);
        return { record, address: record.document.id };
      }),
    );
  console.log(
    `filled\t${count} documents\t${(count / ((performance.now() - start) / 1000)).toFixed(0)} a second`,
  );
};
