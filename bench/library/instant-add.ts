// `node bench/library/instant-add.ts --library FILE FOLDER`: the import as the command runs it, but with a reader that
// finds nothing, so that only taking in and keeping are under test. Prints the same acknowledgements.
import { add } from "../../src/library/add.ts";
import type { Record } from "../../src/record/schema.ts";
import { openStore } from "../../src/store/open-store.ts";
import { rowsOf } from "../../src/store/rows.ts";

const [, , , library = "", folder = ""] = process.argv;
const nothing = { actors: [], times: [], statements: [], contacts: [], events: [] };
const store = openStore(library);
await add(store, [folder], {
  imports: { header: {}, columns: {} },
  reader: {
    read: async (document, address) =>
      rowsOf(
        {
          dragoman: { version: "0", language: "en", models: "none" },
          document,
          ...nothing,
        } as unknown as Record,
        address,
      ),
    close: async () => {},
  },
  kept: (document) => process.stdout.write(`${JSON.stringify(document)}\n`),
});
store.close();
