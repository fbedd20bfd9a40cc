// Codes of the record -> the words that a reader sees.
import { sideNames } from "virtual:side-names";
import type { RecordContact, RecordSpan } from "../../record/schema.ts";

/** `Germany` for `DEU`; a code that no table knows stands as it is. */
export const sideName = (code: string | null | undefined): string => (code ? (sideNames[code] ?? code) : "");

/** `the United States`, as it stands within a sentence. */
export const sideInSentence = (code: string): string => {
  const name = sideName(code);
  return /^(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives|European|African|Holy|Czech Republic)/.test(
    name,
  )
    ? `the ${name}`
    : name;
};

const channels: { readonly [channel in RecordContact["channel"]]: string } = {
  call: "Telephone call",
  video: "Video call",
  meeting: "Meeting",
  visit: "Visit",
  letter: "Letter",
  message: "Message",
  other: "Contact",
};
/** `Telephone call`. */
export const channelName = (channel: string): string =>
  (channels as { readonly [name: string]: string })[channel] ?? channel;

const factualities: { readonly [name: string]: string } = {
  future: "planned or foreseen",
  hypothetical: "only thought of",
  negated: "denied",
  historical: "looked back on",
};
/** `planned or foreseen`; empty for what is told as having happened. */
export const factualityWords = (factuality: string): string => factualities[factuality] ?? "";

/** `call for` for `call-for`. */
export const actName = (act: string): string => act.replaceAll("-", " ");

/** `A`, `A and B`, `A, B and C`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** The words of spans, with an ellipsis where they are apart. */
export const spanWords = (spans: readonly RecordSpan[]): string =>
  spans
    .map(({ text }) => text)
    .join(" … ")
    .replace(/\s+/g, " ");

/** `1 contact`, `3 contacts`, `1,204 contacts`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** How an act is said of one or of several: `urges`, `calls for`, `does not deny`; `urge`, `do not deny`. */
export const saysWord = (act: string, tellers = 1, negated = false): string => {
  if (negated) return `${tellers > 1 ? "do" : "does"} not ${actName(act)}`;
  if (tellers > 1) return actName(act);
  const [verb = "", ...rest] = act.split("-");
  const ending = /(?:s|sh|ch|x|z|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  return [ending, ...rest].join(" ");
};
