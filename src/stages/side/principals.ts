// A sentence that tells of a contact -> the principal whose state it leaves out, as a house does with its own.
import { wordsOf } from "../../language/side.ts";
import type { Actor, Mention } from "../../model/actor.ts";
import type { Document } from "../../model/document.ts";
import type { Span } from "../../model/span.ts";
import { findNamed } from "./named.ts";

type Told = {
  readonly document: Document;
  readonly mentions: readonly Mention[];
  /** The actor that a mention refers to; undefined where there is none, or several. */
  readonly actorOf: (mention: number) => Actor | undefined;
};

/**
 * The house's own principal, where the text has him as an actor, and the other's side. `titled`: each has an office there;
 * `formal`: the other has both an office and a name, as houses give him; `plain`: the own one has no name.
 */
export type Principals = {
  readonly own?: Actor;
  readonly bare: boolean;
  readonly titled: boolean;
  readonly formal: boolean;
  readonly plain: boolean;
  readonly other?: string;
};

type Group = Span & { readonly actor: Actor | undefined; readonly mentions: readonly Mention[] };

const join =
  /\b(?:with|and|from|to|by|met|meets|received|receives|hosted|welcomed|called|phoned|telephoned)\b/i;

/**
 * "The President spoke with the President of Iran": of two people the one without a state is the house's own. Undefined
 * where less than two are named. Where both have a state or none has one, `bare` is false and the first one stands.
 */
export const principalsOf = (
  told: Told,
  sentence: Span,
  codes: ReadonlyMap<string, string>,
): Principals | undefined => {
  const { document } = told;
  const [first, second] = groupsOf(told, sentence);
  if (!first || !second) return undefined;
  const between = document.text.slice(first.end, second.start);
  const cut = first.end + (join.exec(between)?.index ?? 0);
  const one = sidesIn(document.text.slice(ownerBefore(document.text, sentence, first), cut), codes);
  const after = /^(?:,[^,.;]{0,80},?|\s(?:of|from)\s(?:the\s)?[^,.;]{0,60})/u.exec(
    document.text.slice(second.end),
  );
  const two = sidesIn(document.text.slice(cut, second.end + (after?.[0].length ?? 0)), codes);
  const [west, east] = [one.length > 0, two.length > 0];
  const turned = west && !east && isTurned(document.text, sentence, first, between);
  const { own, other } = turned ? { own: second, other: first } : { own: first, other: second };
  const side = other.actor?.country ?? (other === second ? two[0] : one[0]);
  const bare =
    (turned ? !/\bby\b/.test(between) : east && !west) &&
    (own.actor?.country === undefined || own.actor.country !== side);
  // A house that gives its own bare name ("Vladimir Putin had …") still gives the other's office.
  const titled = hasTitle(own) || (own === first && hasTitle(other));
  const formal = hasTitle(other) && hasName(other);
  const signs = { bare, titled, formal, plain: !hasName(own) };
  return { ...(own.actor && { own: own.actor }), ...signs, ...(side && { other: side }) };
};

/** "The President of Iran was received by the Minister", "In a call with his Qatari counterpart, the Minister said". */
const isTurned = (text: string, { start }: Span, first: Group, between: string): boolean =>
  /\b(?:by|on)\b/.test(between) || /^\s*(?:In|During|On|At|With)\b/.test(text.slice(start, first.start));

const hasName = ({ mentions }: Group): boolean => mentions.some(({ form }) => form === "name");

const hasTitle = ({ mentions }: Group): boolean => mentions.some(({ titles }) => titles.length > 0);

/** "Indonesia's Prabowo Subianto": where the words before a name that say whose he is begin. */
const ownerBefore = (text: string, { start }: Span, first: Group): number => {
  const before = text.slice(Math.max(start, first.start - 90), first.start);
  const owner = /(?:\p{Lu}[\p{L}.-]{0,30}\s){0,3}\p{Lu}[\p{L}.-]{0,30}['’]s?\s$/u.exec(before);
  return first.start - (owner?.[0].length ?? 0);
};

const sidesIn = (text: string, codes: ReadonlyMap<string, string>): string[] =>
  findNamed(wordsOf(text), codes);

/** People of the sentence in order, a name and the title beside it as one. */
const groupsOf = ({ document, mentions, actorOf }: Told, sentence: Span): Group[] => {
  const groups: Group[] = [];
  for (const mention of mentions) {
    if (mention.start < sentence.start || mention.end > sentence.end) continue;
    if (mention.kind !== "person" || mention.form === "pronoun" || isVoice(mention)) continue;
    const last = groups.at(-1);
    const actor = actorOf(mention.index);
    if (last && (mention.end <= last.end || belongs(document.text, last, mention, actor)))
      groups[groups.length - 1] = {
        ...last,
        end: Math.max(last.end, mention.end),
        actor: last.actor ?? actor,
        mentions: [...last.mentions, mention],
      };
    else groups.push({ start: mention.start, end: mention.end, actor, mentions: [mention] });
  }
  return groups;
};

/** "The Spokesperson of the Government, Stefan Kornelius, announces": who tells it takes no part. */
const isVoice = ({ titles }: Mention): boolean => titles.some(({ group }) => group === "spokesperson");

const honorific =
  /^,?\s+(?:(?:the|rt|right|hon|honorable|honourable|mr|mrs|ms|dr|prof|h\.e|hrh|hh|senator|general|shri|sir)\.?\s+){0,3}$/i;

/** In apposition, the same actor again, or right beside it ("Mr", "the President of Iran, Ebrahim Raisi"). */
const belongs = (text: string, last: Group, mention: Mention, actor: Actor | undefined): boolean =>
  last.mentions.some((one) => one.index === mention.apposition || one.apposition === mention.index) ||
  (actor !== undefined && actor === last.actor) ||
  honorific.test(text.slice(last.end, mention.start));
