// One contact + the records around it -> every telling of it, and the comparison of its accounts.
import type { ComparisonLanguage } from "../language/comparison.ts";
import type { Telling } from "../link/candidate.ts";
import { linkContacts } from "../link/link-contacts.ts";
import type { Record } from "../record/schema.ts";
import { compareAccounts } from "./compare-accounts.ts";
import type { Comparison } from "./schema.ts";

/** All tellings of a contact, its own first, and their comparison where two sides give an account. */
export const compareContact = (
  records: readonly Record[],
  id: string,
  language: ComparisonLanguage,
): { tellings: readonly Telling[]; comparison?: Comparison } => {
  const { groups, copies } = linkContacts(records, language.hours);
  const group = groups.find((tellings) => tellings.some(({ contact }) => contact.id === id)) ?? [];
  const comparison = compareAccounts(group, language, copies);
  const own = group.filter(({ contact }) => contact.id === id);
  const tellings = [...own, ...group.filter((one) => !own.includes(one))];
  return comparison ? { tellings, comparison } : { tellings };
};
