// A person's decision -> the store: noted beside the finding, and its document's rows written anew.

import type { RecordActor, RecordContact } from "../record/schema.ts";
import { getMachineRecord } from "./ask.ts";
import { type Correction, type Merge, type Split, splitId } from "./correct.ts";
import { correctionsOf, type Decision, editable, tried } from "./corrections.ts";
import { type Found, findById } from "./find.ts";
import { type Store, StoreError, transaction } from "./open-store.ts";
import { refresh } from "./put-records.ts";

/** Notes a decision and applies it. Gives its number and, for a split, the id that it made. Throws StoreError. */
export const decide = (
  store: Store,
  finding: string,
  decision: Decision,
): { number: number; made?: string } =>
  transaction(store.database, () => {
    const found = findById(store, finding);
    const document = finding.split(".")[0]!;
    const machine = getMachineRecord(store, document);
    if (!found || !machine)
      throw new StoreError(`${finding}: is not in the library; expected the id of a finding`);
    if (decision.kind === "edit")
      for (const field of Object.keys(decision.value))
        if (!editable[found.layer]!.includes(field))
          throw new StoreError(
            `${field}: can't be edited in ${found.layer}; expected ${editable[found.layer]!.join(", ")}`,
          );
    if (decision.kind === "split") checkSplit(found, decision.value);
    const value =
      decision.kind === "merge"
        ? mergeOf(store, finding, found.layer, decision.value)
        : decision.kind === "reject" || decision.kind === "accept"
          ? undefined
          : decision.value;
    const last = store.prepare("SELECT max(number) AS number FROM corrections").get();
    const number = Number(last?.number ?? 0) + 1;
    const correction: Correction = {
      number,
      finding,
      kind: decision.kind,
      ...(value !== undefined && { value }),
    };
    tried(machine, correctionsOf(store, document), correction);
    store
      .prepare("INSERT INTO corrections (number, document, finding, kind, value) VALUES (?, ?, ?, ?, ?)")
      .run(number, document, finding, decision.kind, value === undefined ? null : JSON.stringify(value));
    refresh(store, machine);
    return { number, ...(decision.kind === "split" && { made: splitId(finding, number) }) };
  });

/** A split takes some away and leaves some. */
const checkSplit = ({ layer, finding }: Found, { mentions = [], participants = [] }: Split): void => {
  const all: readonly (string | number)[] =
    layer === "actors"
      ? (finding as RecordActor).mentions.map((_, at) => at + 1)
      : layer === "contacts"
        ? (finding as RecordContact).participants.map(({ actor }) => actor)
        : [];
  const asked: readonly (string | number)[] = layer === "actors" ? mentions : participants;
  const unknown = asked.find((one) => !all.includes(one));
  if (all.length === 0) throw new StoreError(`${finding.id}: can't be split; expected an actor or a contact`);
  if (unknown !== undefined || asked.length === 0 || asked.length >= all.length)
    throw new StoreError(
      `${finding.id}: can't be split so${unknown === undefined ? "" : ` (it has no ${unknown})`}; expected some of ${
        layer === "actors" ? `--mentions 1 to ${all.length}` : `--participants ${all.join(",")}`
      }, not all`,
    );
};

/** An actor of another document lends its identity; everything else is merged within one document. */
const mergeOf = (store: Store, finding: string, layer: string, { with: target }: Merge): Merge => {
  if (target === finding) throw new StoreError(`${target}: can't be merged with itself`);
  const other = findById(store, target);
  if (!other) throw new StoreError(`${target}: is not in the library; expected the id of a finding`);
  if (other.layer !== layer || (layer !== "actors" && layer !== "contacts"))
    throw new StoreError(`${target}: can't be merged with ${finding}; expected two actors or two contacts`);
  if (other.record.document.id === finding.split(".")[0]) return { with: target };
  if (layer !== "actors")
    throw new StoreError(`${target}: stands in another document; contacts are merged within one`);
  const actor = other.record.actors.find(({ id }) => id === target)!;
  const { name, kind, country = null, wikidata = null } = actor;
  // Null takes a field away, which the type of a record has no word for.
  return { with: target, as: { name, kind, country, wikidata } as Merge["as"] & object };
};

/** Takes back a decision: the one of this number, or the last that stands. Gives it. Throws StoreError. */
export const undo = (store: Store, number?: number): Correction => setUndone(store, number, true);

/** Puts back what was taken back: the decision of this number, or the first that was taken back last. */
export const redo = (store: Store, number?: number): Correction => setUndone(store, number, false);

const setUndone = (store: Store, number: number | undefined, undone: boolean): Correction =>
  transaction(store.database, () => {
    const order = undone ? "DESC" : "ASC";
    const row = store
      .prepare(
        `SELECT * FROM corrections WHERE undone = ? ${number === undefined ? "" : "AND number = ?"} ORDER BY number ${order} LIMIT 1`,
      )
      .get(undone ? 0 : 1, ...(number === undefined ? [] : [number]));
    if (!row)
      throw new StoreError(
        `${number === undefined ? "" : `${number}: `}there is no correction to ${undone ? "take back" : "put back"}`,
      );
    store.prepare("UPDATE corrections SET undone = ? WHERE number = ?").run(undone ? 1 : 0, row.number!);
    const machine = getMachineRecord(store, row.document as string);
    if (machine) refresh(store, machine);
    return row as unknown as Correction;
  });
