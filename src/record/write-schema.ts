// `npm run schema`: writes the record's JSON Schema beside its source.
import { writeFileSync } from "node:fs";
import { recordJsonSchema } from "./schema.ts";

writeFileSync(
  new URL("record.schema.json", import.meta.url),
  `${JSON.stringify(recordJsonSchema(), null, 2)}\n`,
);
