// A part of an account -> does it only name those who met, or to whom something is said?
import type { BareContact, Point } from "../../model/contact.ts";
import type { Reading } from "../../model/reading.ts";
import { overlaps, type Span } from "../../model/span.ts";
import type { Statement } from "../../model/statement.ts";
import type { Part } from "./cut-content.ts";
import { talks } from "./no-frames.ts";

type Told = Pick<Reading, "words" | "mentions" | "actors">;

/** "spoke with President Putin [of Russia]": what the contact's own verb takes up to name the other side is no matter. */
export const isParty = (
  { actors, mentions }: Told,
  { evidence, participants }: BareContact,
  { cue, act }: Statement,
  content: Span,
): boolean => {
  if (!cue || !evidence.some((one) => overlaps(one, cue))) return false;
  const sides = new Set(participants.map(({ side }) => side));
  return actors.some(
    (actor) =>
      sides.has(actor.country) &&
      actor.mentions.some((mention) => {
        const { start, end } = mentions[mention]!;
        // "welcomed his colleague to The Hague today": where and when is no matter either.
        return (
          start <= content.start + 4 && (content.end <= end || (act === "welcome" && content.start <= end))
        );
      }),
  );
};

/** "urged [President Xi] to counsel …", "…, [who took part in it]": whom it is said to, or what only describes somebody. */
export const isNobodysMatter = (
  { words, actors, mentions }: Told,
  { participants }: BareContact,
  { span, first }: Part,
  { act, statement }: Pick<Point, "act" | "statement">,
): boolean => {
  if (statement !== undefined && /^(who|whom|whose|where)$/i.test(words[first]!.text)) return true;
  if (talks.has(act) || act === "say" || statement === undefined) return false;
  const sides = new Set(participants.map(({ side }) => side));
  return actors.some(
    (actor) =>
      sides.has(actor.country) &&
      actor.mentions.some((mention) => {
        const { start, end } = mentions[mention]!;
        return start <= span.start && span.end <= end;
      }),
  );
};
