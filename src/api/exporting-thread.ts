// A worker thread for one export: records go out in another form, piece by piece, each when the one before was taken.
import { parentPort, workerData } from "node:worker_threads";
import { exporters } from "../export/exporters.ts";
import type { Record } from "../record/schema.ts";
import { getRecord } from "../store/ask.ts";
import { documentIds } from "../store/lists.ts";
import { openReader } from "../store/open-store.ts";
import { type ExportData, type Exported, troubleOf } from "./messages.ts";

const { library, what } = workerData as ExportData;
const size = 64 * 1024;

/** Small pieces joined, so that not every line is a message. */
function* pieces(): Generator<Uint8Array> {
  const store = openReader(library);
  const records = function* (): Generator<Record> {
    for (const id of what.documents ? [...new Set(what.documents)].sort() : documentIds(store, what)) {
      const record = getRecord(store, id);
      if (record) yield record;
    }
  };
  let held: Uint8Array[] = [];
  let length = 0;
  for (const piece of exporters.find(({ name }) => name === what.format)!.write(records, what.table)) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    held.push(bytes);
    length += bytes.length;
    if (length < size) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
  store.close();
}

const going = pieces();
parentPort?.on("message", () => {
  let told: Exported;
  try {
    const { value, done } = going.next();
    told = done ? null : new Uint8Array(value);
  } catch (error) {
    told = troubleOf(error);
  }
  parentPort?.postMessage(told);
});
