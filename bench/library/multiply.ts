// `node bench/library/multiply.ts FILE DOCUMENTS`: copies the documents of a store of made records under new ids, by SQL
// alone, until it holds so many: a million in minutes. Questions find the copies; their records keep the ids of the first.
import { openStore, transaction } from "../../src/store/open-store.ts";
import { columns } from "../../src/store/rows.ts";

const [, , file = "", most = "1000000"] = process.argv;
const store = openStore(file);
const one = (sql: string): number => Number(Object.values(store.prepare(sql).get() ?? {})[0] ?? 0);
const [documents, statements] = [
  one("SELECT max(number) FROM documents"),
  one("SELECT max(number) FROM statements"),
];

/** The id of a copy: made ids are numbers, whose first digit is free to say which copy it is. */
const moved = (column: string, copy: number): string => `'d${copy}' || substr(${column}, 3)`;
const ids = new Set(["id", "document", "actor", "finding", "within", "contact"]);

const copied = (table: keyof typeof columns, owner: string, copy: number, last: string): string => {
  const taken = columns[table].map((column) => (ids.has(column) ? moved(column, copy) : column));
  const number =
    table === "statements"
      ? { name: "number, ", value: `number + ${copy * statements}, ` }
      : { name: "", value: "" };
  return `INSERT INTO ${table} (${number.name}${columns[table].join(", ")})
    SELECT ${number.value}${taken.join(", ")} FROM ${table} WHERE ${owner} >= 'd0' AND ${owner} < '${last}'`;
};

for (let copy = 1; copy * documents < Number(most); copy += 1) {
  const count = Math.min(documents, Number(most) - copy * documents);
  const last = `d${count.toString(16).padStart(16, "0")}`;
  const [fromDocument, fromStatement] = [copy * documents, copy * statements];
  transaction(store.database, () =>
    store.database.exec(`
      INSERT INTO documents SELECT number + ${fromDocument}, ${moved("id", copy)}, ${moved("address", copy)}, version, title,
        publisher, url, side, published, language, text, maker, record FROM documents WHERE number <= ${count};
      INSERT INTO documents_text (rowid, title, text) SELECT number + ${fromDocument}, ifnull(title, ''), text
        FROM documents WHERE number <= ${count};
      ${copied("actors", "id", copy, last)};
      ${copied("actor_words", "actor", copy, last)};
      ${copied("statements", "id", copy, last)};
      ${copied("contacts", "id", copy, last)};
      ${copied("events", "id", copy, last)};
      ${copied("parts", "finding", copy, last)};
      INSERT INTO statements_text (rowid, content) SELECT number, content FROM statements WHERE number > ${fromStatement}`),
  );
  console.log(`${fromDocument + count} documents`);
}
// What is counted is counted anew, from all that is there now.
store.database.exec(`
  UPDATE counts SET count = (SELECT count(*) FROM documents) WHERE what = 'all' AND name = 'documents';
  UPDATE counts SET count = (SELECT count(*) FROM statements) WHERE what = 'all' AND name = 'statements';
  UPDATE counts SET count = (SELECT count(*) FROM contacts) WHERE what = 'all' AND name = 'contacts';
  UPDATE counts SET count = (SELECT count(*) FROM events) WHERE what = 'all' AND name = 'events';
  UPDATE counts SET count = count * ${Number(most) / documents} WHERE what <> 'all'`);
store.close();
