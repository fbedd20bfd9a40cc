// A worker thread, the only one that writes: corrections at once, imports one after the other, their progress told as they go.
import { availableParallelism } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { sourceOf } from "../import/source.ts";
import { type Named, walk } from "../import/walk.ts";
import { addSources, uploaded } from "../library/add.ts";
import { makeReader } from "../library/reader.ts";
import { registerFolder } from "../library/register-folder.ts";
import { decide, redo, undo } from "../store/decide.ts";
import { openStore } from "../store/open-store.ts";
import type { Correcting, Order } from "./library.ts";
import { type ThreadData, troubleOf, type Writing, type Written } from "./messages.ts";

const { library } = workerData as ThreadData;
const store = openStore(library);
const patient = `../library/patient-thread.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`;
const reader = makeReader(availableParallelism(), {
  file: new URL(patient, import.meta.url),
  register: registerFolder(),
});
const waiting: { id: string; order: Order }[] = [];
const cancelled = new Set<string>();
let working = false;

const tell = (written: Written): void => parentPort?.postMessage(written);

class Cancelled extends Error {}

const correct = (what: Correcting): { number: number; made?: string } => {
  if (what.kind === "decide") return decide(store, what.finding, what.decision);
  const { number } = what.kind === "undo" ? undo(store, what.number) : redo(store, what.number);
  return { number };
};

const work = async (): Promise<void> => {
  if (working) return;
  working = true;
  for (let next = waiting.shift(); next; next = waiting.shift()) await take(next.id, next.order);
  working = false;
};

const sourcesOf = async ({ url, files = [] }: Order): Promise<Named[]> => {
  if (url === undefined) return files.map(({ name, bytes, type }) => sourceOf(name, bytes, type));
  const found: Named[] = [];
  for await (const source of walk(url)) found.push(source);
  return found;
};

const take = async (id: string, order: Order): Promise<void> => {
  let documents: string[] = [];
  let failures: { source: string; reason: string }[] = [];
  const stop = () => {
    if (cancelled.has(id)) throw new Cancelled();
  };
  try {
    stop();
    await addSources(store, order.url ?? `${uploaded}${order.name}`, await sourcesOf(order), {
      imports: { header: order.header, columns: {} },
      reader,
      kept: (document) => documents.push(document.id),
      failed: (source, reason) => failures.push({ source, reason }),
      step: (tally) => {
        tell({ kind: "step", id, tally: { ...tally }, documents, failures });
        documents = [];
        failures = [];
        stop();
      },
    });
    tell({ kind: "end", id, state: "done" });
  } catch (error) {
    const { name, message } = troubleOf(error);
    if (error instanceof Cancelled) tell({ kind: "end", id, state: "cancelled" });
    else
      tell({
        kind: "end",
        id,
        state: "failed",
        reason: name === "Error" ? "could not be taken in" : message.split("\n")[0]!,
      });
  }
  cancelled.delete(id);
};

parentPort?.on("message", (asked: Writing) => {
  if (asked.kind === "cancel") cancelled.add(asked.id);
  else if (asked.kind === "import") {
    waiting.push(asked);
    void work();
  } else
    try {
      tell({ kind: "corrected", number: asked.number, made: correct(asked.what) });
    } catch (error) {
      tell({ kind: "corrected", number: asked.number, trouble: troubleOf(error) });
    }
});
