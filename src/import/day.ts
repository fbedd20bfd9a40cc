// What tables, feeds and pages write as a date -> an ISO day.

/** An ISO day from ISO 8601, RFC 2822, English dates, or seconds or milliseconds since 1970; undefined for what is none. */
export const toDay = (value: unknown): string | undefined => {
  if (typeof value === "number" && Number.isFinite(value)) return dayOf(value > 1e11 ? value : value * 1000);
  if (typeof value !== "string") return undefined;
  const iso = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(value)?.[1];
  if (iso !== undefined) return Number.isNaN(Date.parse(iso)) ? undefined : iso;
  const compact = /^\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$/.exec(value);
  if (compact) return toDay(`${compact[1]}-${compact[2]}-${compact[3]}`);
  if (!/\d{4}/.test(value) || value.length > 60) return undefined;
  const text = value.replace(/\s*\([^)]*\)$/, "").trim();
  // A date without a zone is the publisher's day, whatever zone this machine is in.
  const zoned = /(?:Z|[A-Z]{3,4}|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text} UTC`;
  return dayOf(Date.parse(zoned));
};

const dayOf = (time: number): string | undefined =>
  Number.isNaN(time) || Math.abs(time) > 8.64e15 ? undefined : new Date(time).toISOString().slice(0, 10);
