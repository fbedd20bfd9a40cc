// A person's decisions about the findings of one document: made, shown, taken back.
import type { Record } from "../../record/schema.ts";
import { copy, tell } from "../parts/said.tsx";
import { hrefOf } from "./address.ts";
import { send, Trouble, useData } from "./data.ts";
import { dateWords } from "./date.ts";
import { type Finding, findingWords } from "./findings.ts";

type Kept = {
  readonly number: number;
  readonly finding: string;
  readonly kind: string;
  readonly undone: boolean;
};

/** What can be decided, and what was. */
export type Review = {
  readonly accept: (id: string) => void;
  readonly reject: (id: string) => void;
  readonly edit: (id: string, changes: { readonly [field: string]: string | null }) => void;
  readonly undo: () => void;
  readonly cite: (finding: Finding) => void;
  readonly stateOf: (id: string) => "accepted" | "edited" | undefined;
};

/** The decisions of a document; `again` fetches its record anew once one was made. */
export const useReview = (record: Record, again: () => void): Review => {
  const { data, again: relist } = useData<{ items: readonly Kept[] }>(
    `/api${hrefOf(["corrections"], { document: record.document.id })}`,
  );
  const standing = (data?.items ?? []).filter(({ undone }) => !undone);
  const run = async (what: () => Promise<unknown>, words: string) => {
    try {
      await what();
      tell(words);
      again();
      relist();
    } catch (error) {
      tell(error instanceof Trouble ? error.message : String(error));
    }
  };
  const decide = (body: unknown, words: string) =>
    void run(() => send("POST", "/api/corrections", body), words);
  return {
    accept: (finding) => decide({ finding, kind: "accept" }, "Accepted; u takes it back"),
    reject: (finding) => decide({ finding, kind: "reject" }, "Rejected; u takes it back"),
    edit: (finding, value) => decide({ finding, kind: "edit", value }, "Changed; u takes it back"),
    undo: () => {
      const last = standing.at(-1);
      if (!last) tell("There is no decision to take back");
      else
        void run(() => send("DELETE", `/api/corrections/${last.number}`), `${wordOf(last.kind)} taken back`);
    },
    cite: (finding) => void copy(citationOf(record, finding), "Citation"),
    stateOf: (id) => {
      const kinds = standing.filter(({ finding }) => finding === id).map(({ kind }) => kind);
      if (kinds.includes("edit")) return "edited";
      return kinds.includes("accept") ? "accepted" : undefined;
    },
  };
};

const wordOf = (kind: string): string => `${kind[0]!.toUpperCase()}${kind.slice(1)}`;

/** `“…” (Kremlin, “Telephone conversation …”, 15 November 2024, characters 12 to 80)` */
const citationOf = ({ document }: Record, finding: Finding): string => {
  const from = Math.min(...finding.spans.map(({ start }) => start));
  const to = Math.max(...finding.spans.map(({ end }) => end));
  const parts = [
    document.publisher,
    document.title && `“${document.title}”`,
    document.published && dateWords(document.published),
    document.url,
    `characters ${from} to ${to}`,
  ];
  return `“${findingWords(finding)}” (${parts.filter(Boolean).join(", ")}) ${location.href}`;
};
