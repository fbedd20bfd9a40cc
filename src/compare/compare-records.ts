// Records -> comparisons: links the contacts, then compares each one that two sides or more tell of.
import type { ComparisonLanguage } from "../language/comparison.ts";
import type { Reason } from "../link/candidate.ts";
import { linkContacts } from "../link/link-contacts.ts";
import type { Record } from "../record/schema.ts";
import { compareAccounts } from "./compare-accounts.ts";
import type { Comparison } from "./schema.ts";

/** One comparison a contact, the one with most to compare first, and why tellings were joined or not. */
export const compareRecords = (
  records: readonly Record[],
  language: ComparisonLanguage,
): { comparisons: Comparison[]; reasons: readonly Reason[] } => {
  const { groups, reasons, copies } = linkContacts(records, language.hours);
  const comparisons = groups.flatMap((tellings) => compareAccounts(tellings, language, copies) ?? []);
  return { comparisons: comparisons.sort((a, b) => weight(b) - weight(a)), reasons };
};

const weight = ({ shared, sides }: Comparison): number =>
  100 * shared.length + Math.min(...sides.map(({ points }) => points.length));
