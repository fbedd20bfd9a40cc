// A part of an account -> does it name a matter, or only say that the contact took place?
import { subjectOf } from "../../../clause/arguments.ts";
import type { Contact } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { holds, overlaps } from "../../../model/span.ts";
import type { Part } from "./cut-content.ts";

/** "Other subjects", "these matters", "a number of issues": no matter is named. */
const nameless =
  /^(?:(?:an?|the|some|many|several|various|numerous|number|range|series|host|of|other|these|those|all|wide|broad|current|mutual|topical|common|interest|concern|among|and) )*(?:issues?|topics?|subjects?|matters?|questions?)(?: of (?:mutual|common|shared)(?: and \w+)? (?:interest|concern))?$|^(?:vice versa|ranging|(?:his|her|its|their) (?:part|turn))$/i;

/** "The High Representative said", "said in a briefing", "expressed his conviction": only that somebody spoke. */
const hollow =
  /^(?:(?:the|our|his|her) )?(?:\p{L}+ ){0,3}?(?:said|added|noted|stressed|stated|continued|concluded|underlined)(?: (?:in|at|to) (?:(?:a|the|his|her) )?(?:press )?(?:briefing|statement|conference|interview|reporters|release))?$|^expressed (?:his|her|its|their) \p{L}+$/iu;

/** "The warm reception", "Kuwait for the generous hospitality accorded to him": a courtesy. */
const courtesy =
  /^(?:(?:\p{L}+ ){1,7}for )?(?:the |their |his |her |its |such )?(?:\p{L}+,? (?:and )?){0,2}(?:warm|warmth|generous|gracious|kind|cordial|hearty|wonderful|excellent|traditional)(?: and \p{L}+)? (?:of the )?(?:reception|hospitality|welcome)\b(?!.*\b(?:refugee|displaced|migrant))/iu;

/** "It was a very good conversation", "The talks were constructive": the tone of the talks. */
const tone =
  /^(?:(?:it|this|that) (?:was|is|has been) (?:an? )?(?:\p{L}+,? (?:and )?){1,3}(?:conversation|meeting|talk|call|discussion|exchange|dialogue)s?|the (?:\p{L}+ )?(?:conversation|meeting|talk|call|discussion|exchange)s? (?:was|were) (?:\p{L}+,? (?:and )?){0,2}(?:constructive|productive|fruitful|cordial|friendly|good|excellent|frank|open|warm|substantive))$/iu;

/** More than a time, a pronoun, a connective or a bare "including". */
export const isTelling = (
  { document, words, times }: Pick<Reading, "document" | "words" | "times">,
  { first, last, span }: Part,
): boolean => {
  const text = document.text.slice(span.start, span.end);
  if (nameless.test(text) || hollow.test(text) || courtesy.test(text) || tone.test(text)) return false;
  if (times.some((time) => time.start <= span.start && span.end <= time.end)) return false;
  if (words[last + 1]?.text === ":" && counted.test(text)) return false;
  for (let at = first; at <= last; at += 1)
    if (/^(NOUN|PROPN|VERB|ADJ|NUM)$/.test(words[at]!.upos) && words[at]!.lemma !== "include") return true;
  return false;
};

/** "Ukraine's priorities: a ceasefire, guarantees and funds": what is counted behind the colon is told there. */
const counted =
  /^(?:[^\s,;]+ ){0,3}(?:priorities|principles|points|proposals|steps|issues|topics|questions|measures|areas|tasks|demands|requests|goals|objectives|conditions)$/iu;

/** What is signed is a deed beside the contact, even where the signing shows that there was one. */
export const signing = /^(sign|initial|countersign)$/;

/** Only says that the contact took place: its one verb is the contact's, and no topic stands in it. */
export const isBare = (
  words: Reading["words"],
  { span, first, last }: Part,
  { evidence, topics }: Pick<Contact, "evidence" | "topics">,
): boolean => {
  if (!evidence.some((one) => holds(span, one)) || topics.some((topic) => overlaps(topic, span)))
    return false;
  let told = false;
  for (let at = first; at <= last; at += 1) {
    if (words[at]!.upos !== "VERB") continue;
    if (signing.test(words[at]!.lemma.toLowerCase())) return false;
    if (!evidence.some((one) => overlaps(one, words[at]!))) return false;
    told = true;
  }
  return told;
};

/** "requested [the call to follow up on their talks]", "the call [had lasted twenty minutes]": how it came about, how long it was. */
export const isOccasion = (words: Reading["words"], { head, first }: Part, act: string): boolean => {
  const isExchange = (at: number) => exchange.test(words[at]!.lemma) && words[at]!.upos === "NOUN";
  if (/^(?:request|ask|propose|seek)$/.test(act) && isExchange(head))
    return /^(?:the|this)$/i.test(words[first]!.text);
  const subject =
    /^last$/i.test(words[head]!.lemma) || goesOnFor(words, head) ? subjectOf(words, head) : undefined;
  return subject !== undefined && isExchange(subject);
};

const exchange = /^(?:call|conversation|meeting|talks?|discussion|exchange)$/i;

/** "went on for two hours". */
const goesOnFor = (words: Reading["words"], at: number): boolean =>
  words[at]!.lemma === "go" && words[at + 1]?.text === "on" && words[at + 2]?.text === "for";
