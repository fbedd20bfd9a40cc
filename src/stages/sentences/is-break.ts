// Two neighbouring stretches of a paragraph -> whether a sentence ends between them.
import type { SentencesLanguage } from "../../language/sentences.ts";
import type { Span } from "../../model/span.ts";

/** Whether a sentence ends after `chunks[at]`, which is not the last one. */
export const isBreak = (
  text: string,
  chunks: readonly Span[],
  at: number,
  { abbreviations, reporting }: SentencesLanguage,
): boolean => {
  const chunk = chunks[at]!;
  const end = text.slice(Math.max(chunk.start, chunk.end - 40), chunk.end);
  const stop = /([.!?…]+)["'”’»)\]*]{0,4}$/u.exec(end);
  if (!stop) return false;
  const following = chunks[at + 1]!;
  const next = text.slice(following.start, Math.min(following.end, following.start + 40));
  if (/^["'“‘«([*]{0,4}\p{Ll}/u.test(next)) return false;
  const quoted = /["'”’»]$/u.test(end);
  if (quoted && /[!?…]/u.test(stop[1]!)) {
    const word = (one: Span | undefined) => (one ? text.slice(one.start, one.end).replace(/\W+$/, "") : "");
    if ([2, 3, 4].some((step) => reporting.has(word(chunks[at + step]).toLowerCase()))) return false;
  }
  if (stop[1] !== ".") return true;
  const word = end.slice(0, stop.index + 1).replace(/^["'“‘«([]+/u, "");
  if (quoted || word.length < 2) return true;
  const kind = abbreviations.get(word.toLowerCase());
  if (kind === "title" || kind === "inside") return false;
  if (kind === "number") return !/^[\d(]/.test(next) && !/^\p{Lu}[\p{L}]*\.$/u.test(word);
  if (/^\p{Lu}\.$/u.test(word)) return false;
  if (kind === "end" || /^(?:\p{L}\.)+$/u.test(word))
    return /^["“(]?(?:The|In|He|She|It|They|We|But|And|On|At|This|That|A|An|For|After|I|You|His|Her|Its)$/.test(
      next,
    );
  return true;
};
