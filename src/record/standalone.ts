// A finding + its record -> the finding with what is needed to understand it away from its record.
import { lookUp } from "./look-up.ts";
import type { Record, RecordStatement } from "./schema.ts";

/** One statement through which a finding is known. `source` holds its words where nobody is named. */
export type Teller = {
  readonly id: string;
  readonly act: string;
  readonly negated?: boolean;
  readonly speakers: readonly string[];
  readonly source?: string;
};

/** What a finding is given: its document, the names of all actors that it mentions by id, and who tells it, outermost first. */
export type Standalone<Finding> = Finding & {
  readonly document: Omit<Record["document"], "text">;
  readonly names: { readonly [actor: string]: string };
  readonly chain: readonly Teller[];
};

/** Makes a finding of a record understandable alone. */
export const standalone = <Finding extends { id: string; within?: string | undefined }>(
  finding: Finding,
  record: Record,
): Standalone<Finding> => {
  const { text: _, ...document } = record.document;
  const chain = finding.within === undefined ? [] : lookUp(record).chain(finding.within).map(tellerOf);
  const words = JSON.stringify([finding, chain]);
  const named = record.actors.filter(({ id }) => words.includes(`"${id}"`));
  return {
    ...finding,
    document,
    names: Object.fromEntries(named.map(({ id, name }) => [id, name])),
    chain,
  };
};

const tellerOf = ({ id, act, negated, speakers, source }: RecordStatement): Teller => ({
  id,
  act,
  ...(negated !== undefined && { negated }),
  speakers,
  ...(source !== undefined && { source: source.text }),
});
