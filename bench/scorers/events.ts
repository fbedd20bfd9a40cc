// Events against what was coded by hand: types, countries and modes of a sentence, and CAMEO codes with both actors.
import type { Coded } from "../petrarch.ts";

/** An event as the scorers see it; countries are ISO alpha-3 codes or `IGO`. */
export type Shown = {
  readonly type: string;
  readonly mode?: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
};

/** What a sentence's coders found right. `mode` is undefined where the gold has none. */
export type Verdict = { readonly type: boolean; readonly countries: boolean; readonly mode?: boolean };

/**
 * Judges the events of one sentence against its one gold event. The type counts where an event has it; countries
 * where such an event names a gold source among its actors and a gold target (where there is one) among its
 * recipients, either way round for an event whose sides act on each other; the mode where an event of the type has it.
 */
export const judge = (found: readonly Shown[], gold: Shown): Verdict => {
  const typed = found.filter(({ type }) => type === gold.type);
  const countries = typed.some((event) => {
    const all = [...event.actors, ...event.recipients];
    const mutual = event.recipients.length === 0 && event.actors.length > 1;
    const source = gold.actors.length === 0 || meet(mutual ? all : event.actors, gold.actors);
    return source && (gold.recipients.length === 0 || meet(mutual ? all : event.recipients, gold.recipients));
  });
  return {
    type: typed.length > 0,
    countries,
    ...(gold.mode && { mode: typed.some(({ mode }) => mode === gold.mode) }),
  };
};

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** Root (first two digits) and both actors as one string. */
const key = ({ code, source, target }: Coded): string => `${code.slice(0, 2)} ${source} ${target}`;

/** `found`: every expected event is there; `exact`: and no other. */
export const judgeCodes = (
  events: readonly Coded[],
  expected: readonly Coded[],
): { found: boolean; exact: boolean } => {
  const ours = new Set(events.map(key));
  const theirs = new Set(expected.map(key));
  const found = [...theirs].every((one) => ours.has(one));
  return { found: found && (theirs.size > 0 || ours.size === 0), exact: found && ours.size === theirs.size };
};
