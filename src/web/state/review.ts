// A person's decisions about the findings of one document: made, shown, taken back.
import type { Record } from "../../record/schema.ts";
import { copy, tell } from "../parts/said.tsx";
import { hrefOf } from "./address.ts";
import { ask, send, Trouble, useData } from "./data.ts";
import { dateWords } from "./date.ts";
import { type Finding, findingWords } from "./findings.ts";

type Decision = {
  readonly number: number;
  readonly finding: string;
  readonly kind: string;
  readonly undone: boolean;
};
type Kept = { readonly items: readonly Decision[] };

/** What can be decided, and what was. */
export type Review = {
  readonly accept: (id: string) => void;
  readonly reject: (id: string) => void;
  readonly edit: (id: string, changes: { readonly [field: string]: string | null }) => void;
  readonly undo: () => void;
  readonly cite: (finding: Finding) => void;
  readonly stateOf: (id: string) => "accepted" | "edited" | undefined;
};

/** Decisions in the order in which they were made: the next one waits for the one before. */
let before: Promise<unknown> = Promise.resolve();

/** The decisions of a document; `again` fetches its record anew once one was made. */
export const useReview = (record: Record, again: () => void): Review => {
  const list = `/api${hrefOf(["corrections"], { document: record.document.id })}`;
  const { data, again: relist } = useData<Kept>(list);
  const run = (what: () => Promise<string>): void => {
    before = before.then(what).then(
      (words) => {
        tell(words);
        again();
        relist();
      },
      (error) => tell(error instanceof Trouble ? error.message : String(error)),
    );
  };
  const decide = (body: object, words: string) =>
    run(async () => {
      await send("POST", "/api/corrections", body);
      return `${words}; u takes it back`;
    });
  return {
    accept: (finding) => decide({ finding, kind: "accept" }, "Accepted"),
    reject: (finding) => decide({ finding, kind: "reject" }, "Rejected"),
    edit: (finding, value) => decide({ finding, kind: "edit", value }, "Changed"),
    undo: () =>
      run(async () => {
        // Asked anew: the decision before may have been made a moment ago.
        const last = standing(await ask<Kept>(list)).at(-1);
        if (!last) return "There is no decision to take back";
        await send("DELETE", `/api/corrections/${last.number}`);
        return `Taken back: ${last.kind}`;
      }),
    cite: (finding) => void copy(citationOf(record, finding), "Citation"),
    stateOf: (id) => {
      const kinds = standing(data)
        .filter(({ finding }) => finding === id)
        .map(({ kind }) => kind);
      if (kinds.includes("edit")) return "edited";
      return kinds.includes("accept") ? "accepted" : undefined;
    },
  };
};

const standing = (kept: Kept | undefined): Decision[] => (kept?.items ?? []).filter(({ undone }) => !undone);

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
