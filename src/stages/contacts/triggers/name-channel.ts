// A trigger in its tree -> the channel that the words beside it name.
import { markerOf } from "../../../clause/arguments.ts";
import type { ContactsLanguage } from "../../../language/contacts.ts";
import type { Channel } from "../../../model/contact.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";

/** "by phone", "a video call", "in person": the channel that words beside the trigger name. */
export const markedChannel = (
  words: readonly Word[],
  index: number,
  clause: number,
  { markers, nouns }: ContactsLanguage,
): Channel | undefined => {
  const look = (at: number, depth: number): Channel | undefined => {
    for (const child of words[at]!.children) {
      const word = words[child]!;
      const relation = baseRelation(word);
      if (!/^(amod|compound|obl|nmod|advmod|obj|flat)$/.test(relation)) continue;
      const marker = markerOf(words, child);
      const channel =
        markers.get(word.text.toLowerCase()) ??
        (word.text.length > 3 ? markers.get(word.lemma.toLowerCase()) : undefined);
      if (
        channel &&
        !isMatter(words, child) &&
        // "discussed bilateral relations": of what kind the matter is, not the talks.
        !(depth > 0 && relation === "amod" && channel === "meeting") &&
        (marker === "" || /^(by|on|over|via|in|through|of)$/.test(marker))
      )
        return channel;
      if (depth < 1 && (marker === "" || /^(by|over|via|through|in)$/.test(marker))) {
        const deeper = look(child, depth + 1);
        if (deeper) return deeper;
      }
    }
    return undefined;
  };
  return (
    facing(words, index) ??
    phones(words, index) ??
    look(index, 0) ??
    markerAfter(words, index, markers) ??
    duringOne(words, index, markers, nouns) ??
    (clause === index || words[index]!.relation !== "obj" ? undefined : look(clause, 1))
  );
};

/** "worked the phones, speaking first to Munir and then to Jaishankar in New Delhi". */
const phones = (words: readonly Word[], index: number): Channel | undefined =>
  words
    .slice(Math.max(0, index - 14), index)
    .some(
      ({ text, sentence, index: at }) =>
        sentence === words[index]!.sentence &&
        /^phones$/i.test(text) &&
        /^(work|hit|man)$/.test(words[at - 2]?.lemma ?? ""),
    )
    ? "call"
    : undefined;

/** "spoke face to face", "talked one on one". */
const facing = (words: readonly Word[], index: number): Channel | undefined =>
  words
    .slice(index + 1, index + 8)
    .some(
      ({ text, sentence, index: at }) =>
        sentence === words[index]!.sentence &&
        /^(?:face to face|one on one)$/i.test(`${text} ${words[at + 1]?.text} ${words[at + 2]?.text}`),
    )
    ? "meeting"
    : undefined;

/** "raised Venezuela during a video call with Trump", "spoke at the G20 dinner": what it was done in. */
const duringOne = (
  words: readonly Word[],
  index: number,
  markers: ContactsLanguage["markers"],
  nouns: ContactsLanguage["nouns"],
): Channel | undefined => {
  for (const child of words[index]!.children) {
    const row = /^(in|during|at|over)$/.test(markerOf(words, child))
      ? nouns.get(words[child]!.lemma.toLowerCase())
      : undefined;
    // "called on the president during his visit": a meeting on it.
    if (row?.kind !== "exact" || row.channel === "visit") continue;
    const own = words[child]!.children.map((part) => markers.get(words[part]!.text.toLowerCase())).find(
      Boolean,
    );
    return own ?? row.channel;
  }
  return undefined;
};

/** "for two hours by secure video link": a preposition of means soon after, and a marker soon after that. */
const markerAfter = (
  words: readonly Word[],
  index: number,
  markers: ContactsLanguage["markers"],
): Channel | undefined => {
  for (let at = index + 1; at <= index + 14 && words[at]?.sentence === words[index]!.sentence; at += 1) {
    if (words[at]!.upos === "VERB" || /^[;,]$/.test(words[at]!.text)) return undefined;
    if (!/^(by|via|over|through|on|in)$/i.test(words[at]!.text)) continue;
    for (let next = at + 1; next <= at + 4 && words[next]?.sentence === words[index]!.sentence; next += 1) {
      const channel = markers.get(words[next]!.text.toLowerCase());
      if ((channel === "call" || channel === "video") && !isMatter(words, next)) return channel;
    }
  }
  return undefined;
};

/** "summoned over a video that praised the rebels": what it was about. */
const isMatter = (words: readonly Word[], at: number): boolean =>
  /^videos?$/i.test(words[at]!.text) &&
  /^(a|the|that|this|his|her)$/i.test(words[at - 1]?.text ?? "") &&
  !/^(NOUN|PROPN|PUNCT)$/.test(words[at + 1]?.upos ?? "NOUN");

/** "paid a courtesy call on the minister": a call in person. */
export const isPaid = (words: readonly Word[], word: Word, clause: number): boolean =>
  word.lemma.toLowerCase() === "call" &&
  (words[word.index - 1]?.text.toLowerCase() === "courtesy" ||
    (clause !== word.index && words[clause]!.lemma.toLowerCase() === "pay"));
