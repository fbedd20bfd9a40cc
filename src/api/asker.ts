// Questions -> answers: quick ones at once, others on a few threads, so that a slow search keeps nobody waiting for a document.
import { recordSize } from "../store/ask.ts";
import { openReader } from "../store/open-store.ts";
import type { Library } from "./library.ts";
import { makeMemory } from "./memory.ts";
import { makePool } from "./pool.ts";
import type { Answered } from "./question.ts";
import { questions } from "./questions.ts";

/** Bytes of a packed record; what is larger takes long enough to open to go to a thread. */
const quickSize = 64 * 1024;

/** Asks the library at `path`, with up to `threads` threads. `forget` is for when it is known to have changed. */
export const makeAsker = (
  path: string,
  threads: number,
): Pick<Library, "ask" | "close"> & { readonly forget: () => void } => {
  const store = openReader(path);
  const byName = new Map(questions.map((one) => [one.name, one]));
  const pool = makePool(path, threads);
  const { recall, forget } = makeMemory<Answered | undefined>();
  const changes = store.prepare("PRAGMA data_version");
  let number = 0;
  return {
    ask: async (question, input, csv, asker) => {
      const known = byName.get(question);
      if (known?.quick && recordSize(store, String(input.id).split(".")[0]!) < quickSize)
        return known.answer(store, input, csv);
      const key = JSON.stringify([question, csv, input]);
      const version = Number(changes.get()?.data_version);
      const find = (gone: () => boolean) => {
        number += 1;
        return pool.send({ number, question, input, csv }, gone);
      };
      return recall(key, version, find, asker);
    },
    forget,
    close: async () => {
      await pool.close();
      store.close();
    },
  };
};
