// A person's decisions about findings, kept beside what the machine found, and how they are taken back.
import type { Record } from "../record/schema.ts";
import { recordSchema } from "../record/schema.ts";
import { type Correction, correct, type Merge, type Split } from "./correct.ts";
import { type Store, StoreError } from "./open-store.ts";

/** A correction with its document, as a list shows it. */
export type Kept = Correction & { readonly document: string; readonly undone: boolean };

/** The corrections of a document that stand, in the order in which they were made. */
export const correctionsOf = (store: Store, document: string): Correction[] =>
  store
    .prepare(
      "SELECT number, finding, kind, value FROM corrections WHERE document = ? AND NOT undone ORDER BY number",
    )
    .all(document)
    .map(parsed) as Correction[];

/** All corrections, also those taken back, in the order in which they were made. */
export const allCorrections = (store: Store): Kept[] =>
  store
    .prepare("SELECT * FROM corrections ORDER BY number")
    .all()
    .map((row) => ({ ...parsed(row), undone: row.undone === 1 })) as Kept[];

const parsed = <Row extends { [column: string]: unknown }>(row: Row) => {
  const { value, ...rest } = row;
  return { ...rest, ...(typeof value === "string" && { value: JSON.parse(value) as unknown }) };
};

/** What a person may say of a finding. */
export type Decision =
  | { readonly kind: "accept" }
  | { readonly kind: "reject" }
  | { readonly kind: "edit"; readonly value: { readonly [field: string]: unknown } }
  | { readonly kind: "merge"; readonly value: Merge }
  | { readonly kind: "split"; readonly value: Split };

/** Fields that may be edited, by layer; spans and rules are the machine's own. */
export const editable: { readonly [layer: string]: readonly string[] } = {
  actors: ["name", "kind", "country", "code", "wikidata"],
  times: ["value", "type", "mod"],
  statements: ["act", "negated", "form", "date", "speakers", "addressees", "contact", "within"],
  contacts: ["channel", "status", "date", "participants", "within"],
  events: ["type", "mode", "contexts", "cameo", "date", "factuality", "actors", "recipients", "within"],
};

/** The record that a decision would make of a document. Throws StoreError where it would be no record, or none other. */
export const tried = (machine: Record, standing: readonly Correction[], next: Correction): Record => {
  const before = correct(machine, standing);
  const after = correct(before, [next]);
  const accepted = standing.some(({ finding, kind }) => finding === next.finding && kind === "accept");
  if (next.kind === "accept" ? accepted : JSON.stringify(after) === JSON.stringify(before))
    throw new StoreError(`${next.finding}: ${next.kind} would change nothing`);
  const checked = recordSchema.safeParse(after);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new StoreError(
      `${next.finding}: ${issue?.path.at(-1)?.toString() ?? "the value"} is not valid (${issue?.message})`,
    );
  }
  return after;
};
