// Tokens -> words: tags, lemmas and one dependency tree a sentence.
import type { TreesLanguage } from "../../language/trees.ts";
import type { Quotation } from "../../model/sentence.ts";
import type { Token, Upos, Word } from "../../model/token.ts";
import { mendAsides, mendReports } from "./asides.ts";
import { newParseRoom, type ParseRoom, parse } from "./attach.ts";
import { type Columns, encode, margin, newColumns } from "./encode.ts";
import { featuresInTree } from "./features.ts";
import { lemmatize } from "./lemma.ts";
import { lookup } from "./lexicon.ts";
import { newTagRoom, tag } from "./tag.ts";

/** One word a token, in the same order; each sentence's words form one tree with one root. */
export const parseTrees = (
  tokens: readonly Token[],
  _quotations: readonly Quotation[],
  language: TreesLanguage,
): Word[] => {
  const sentences = bySentence(tokens);
  const longest = sentences.reduce((most, [from, to]) => Math.max(most, to - from), 0);
  const columns = newColumns(longest);
  const tagRoom = newTagRoom();
  const parseRoom = newParseRoom(longest);
  const find = lookup(language.tagger.lexicon);
  const conjunction = language.tagger.uposes.indexOf("SCONJ");
  const words: Word[] = [];
  for (const [from, to] of sentences) {
    const own = tokens.slice(from, to);
    const forms = own.map((token) => token.text);
    encode(columns, forms, find);
    tag(columns, language.tagger, tagRoom);
    parse(columns, language.parser, parseRoom);
    const { head, relation } = parseRoom;
    mendAsides(forms, head, relation, language.sayings, language.parser);
    mendReports(
      forms,
      head,
      relation,
      (index) => columns.upos[index + margin] === conjunction,
      language.parser,
    );
    pushWords(words, own, from, columns, parseRoom, language);
    for (let index = from; index < to; index += 1) {
      const features = featuresInTree(words, words[index]!);
      if (features !== undefined) words[index] = { ...words[index]!, features };
    }
  }
  return words;
};

/** First token and end of each sentence. */
const bySentence = (tokens: readonly Token[]): [number, number][] => {
  const found: [number, number][] = [];
  for (let at = 0; at < tokens.length; at += 1)
    if (at === 0 || tokens[at]!.sentence !== tokens[at - 1]!.sentence) found.push([at, at + 1]);
    else found.at(-1)![1] = at + 1;
  return found;
};

const pushWords = (
  words: Word[],
  tokens: readonly Token[],
  from: number,
  columns: Columns,
  room: ParseRoom,
  { tagger, parser, lemmas, features }: TreesLanguage,
): void => {
  const children: number[][] = tokens.map(() => []);
  for (let index = 0; index < tokens.length; index += 1)
    if (room.head[index]! >= 0) children[room.head[index]!]!.push(from + index);
  tokens.forEach((token, index) => {
    const { upos, xpos } = tagger.tags[columns.tag[index + margin]!]!;
    const head = room.head[index]!;
    words.push({
      index: token.index,
      sentence: token.sentence,
      start: token.start,
      end: token.end,
      text: token.text,
      upos: upos as Upos,
      xpos,
      lemma: lemmatize(token.text, upos, xpos, lemmas),
      features:
        features.get(`${upos} ${xpos} ${token.text.toLowerCase()}`) ?? features.get(`${upos} ${xpos}`) ?? "",
      head: head < 0 ? -1 : from + head,
      relation: parser.names[room.relation[index]!]!,
      children: children[index]!,
    });
  });
};
