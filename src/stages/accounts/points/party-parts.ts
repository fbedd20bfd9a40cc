// A part of an account -> does it only name those who met, or to whom something is said?
import type { BareContact, Point } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { holds, overlaps, type Span } from "../../../model/span.ts";
import type { Statement } from "../../../model/statement.ts";
import { talks } from "../readouts/no-frames.ts";
import type { Part } from "./cut-content.ts";

type Told = Pick<Reading, "words" | "mentions" | "actors">;

/** "spoke with President Putin [of Russia]": what the contact's own verb takes up to name the other side is no matter. */
export const isParty = (
  { actors, mentions }: Told,
  { evidence, participants }: BareContact,
  { cue, act }: Statement,
  content: Span,
): boolean => {
  if (!cue || !evidence.some((one) => overlaps(one, cue))) return false;
  return namesParty(
    { actors, mentions },
    participants,
    // "welcomed his colleague to The Hague today": where and when is no matter either.
    ({ start, end }) =>
      start <= content.start + 4 && (content.end <= end || (act === "welcome" && content.start <= end)),
  );
};

/**
 * "held talks with Minister Muttaqi [of Afghanistan]", where that hangs from the verb; "spoke with Grossi and with
 * [Witkoff on Wednesday]", where another contact's partner stands.
 */
export const isOfParty = (
  reading: Told & Pick<Reading, "document" | "times">,
  { participants }: BareContact,
  { first, span }: Part,
): boolean => {
  const { words } = reading;
  const opens = words[first]!.text.toLowerCase() === "with";
  const at = opens ? first : first - 1;
  const before = words[at]?.text.toLowerCase();
  const from = words[at + 1]?.start ?? span.start;
  if (before === "of") return namesParty(reading, participants, (mention) => holds(mention, span));
  // "expressed solidarity with President Lula": what is said of him.
  if (before !== "with" || !/^(?:and|,)$/i.test(words[at - 1]?.text ?? "")) return false;
  const end =
    reading.times.find((time) => time.start > span.start && time.end >= span.end)?.start ?? span.end;
  return reading.actors.some(
    ({ kind, mentions }) =>
      kind === "person" &&
      mentions.some((mention) => {
        const named = reading.mentions[mention]!;
        return (
          named.start <= from && /^\s*(?:on|in|at)?\s*$/i.test(reading.document.text.slice(named.end, end))
        );
      }),
  );
};

/** Whether some mention of one of their sides is such. */
const namesParty = (
  { actors, mentions }: Pick<Told, "actors" | "mentions">,
  participants: BareContact["participants"],
  isSuch: (mention: Span) => boolean,
): boolean => {
  const sides = new Set(participants.map(({ side }) => side));
  return actors.some(
    ({ country, mentions: own }) => sides.has(country) && own.some((mention) => isSuch(mentions[mention]!)),
  );
};

/** "welcomed [the President to his second home]". */
const greets = ({ words, actors, mentions }: Told, span: Span): boolean =>
  actors.some(
    ({ kind, mentions: own }) =>
      kind === "person" &&
      own.some((mention) => {
        const { start, end } = mentions[mention]!;
        const next = words.find((word) => word.start >= end);
        return start <= span.start + 4 && start >= span.start && end < span.end && next?.text === "to";
      }),
  );

/** "urged [President Xi] to counsel …", "…, [who took part in it]": whom it is said to, or what only describes somebody. */
export const isNobodysMatter = (
  { words, actors, mentions }: Told,
  { participants }: BareContact,
  { span, first }: Part,
  { act, statement }: Pick<Point, "act" | "statement">,
): boolean => {
  if (statement !== undefined && /^(who|whom|whose|where)$/i.test(words[first]!.text)) return true;
  if (talks.has(act) || act === "say" || statement === undefined) return false;
  if (act === "welcome" && greets({ words, actors, mentions }, span)) return true;
  return namesParty({ actors, mentions }, participants, (mention) => holds(mention, span));
};
