// An id of any finding -> the finding, its layer and its record.
import type { Record } from "../record/schema.ts";
import { getMachineRecord, getRecord } from "./ask.ts";
import type { Store } from "./open-store.ts";

/** The layers whose findings a person can name. */
export type FindingLayer = "actors" | "times" | "statements" | "contacts" | "events";
export type Found = {
  readonly layer: FindingLayer;
  readonly finding: { readonly id: string };
  readonly record: Record;
};

/** The finding with this id, as corrected; `machine` asks for it as the machine found it. */
export const findById = (store: Store, id: string, machine = false): Found | undefined => {
  const document = id.split(".")[0]!;
  const record = machine ? getMachineRecord(store, document) : getRecord(store, document);
  return record && findIn(record, id);
};

/** The finding of a record with this id. */
export const findIn = (record: Record, id: string): Found | undefined => {
  for (const layer of ["contacts", "statements", "events", "actors", "times"] as const) {
    const finding = record[layer].find((one) => one.id === id);
    if (finding) return { layer, finding, record };
  }
  return undefined;
};
