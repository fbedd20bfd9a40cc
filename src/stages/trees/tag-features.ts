// What the tagger looks at around a word, as feature keys. The second pass also sees the first pass's tags ahead.
import { type Columns, margin } from "./encode.ts";
import { key1, key2, key3 } from "./hash.ts";

/** More than any word has. */
export const mostTagFeatures = 48;

/** Writes the keys of word `index` into `keys`; gives their number. `pass` is 1 or 2. */
export const tagFeatures = (columns: Columns, index: number, pass: 1 | 2, keys: Int32Array): number => {
  const { form, lower, shape, capital, lexical, tag } = columns;
  const at = index + margin;
  const word = lower[at]!;
  const ending3 = columns.ending3[at]!;
  const look = shape[at]!;
  const first = index === 0 ? 1 : 0;
  const class0 = lexical[at]!;
  const class1 = lexical[at + 1]!;
  const tag1 = tag[at - 1]!;
  const tag2 = tag[at - 2]!;
  let n = 0;
  keys[n++] = key1(1, form[at]!);
  keys[n++] = key1(2, word);
  keys[n++] = key1(3, columns.ending1[at]!);
  keys[n++] = key1(4, columns.ending2[at]!);
  keys[n++] = key2(5, ending3, capital[at]!);
  keys[n++] = key1(6, columns.ending4[at]!);
  keys[n++] = key1(7, columns.opening2[at]!);
  keys[n++] = key1(8, columns.opening3[at]!);
  keys[n++] = key2(9, look, first);
  keys[n++] = key2(10, look, ending3);
  keys[n++] = key2(11, capital[at]! + 8 * first, class0);
  keys[n++] = key2(12, capital[at]! + 8 * (capital[at - 1]! + 8 * capital[at + 1]!), first);
  keys[n++] = key1(13, tag1);
  keys[n++] = key2(14, tag1, tag2);
  keys[n++] = key2(15, tag1, word);
  keys[n++] = key3(16, tag1, tag2, class0);
  keys[n++] = key2(17, lower[at - 1]!, class0);
  keys[n++] = key1(18, lower[at - 1]!);
  keys[n++] = key1(20, form[at + 1]!);
  keys[n++] = key2(21, lower[at + 1]!, class0);
  keys[n++] = key1(22, lower[at + 2]!);
  keys[n++] = key2(25, tag1, ending3);
  keys[n++] = key3(26, tag1, class0, capital[at]!);
  if (pass === 1) {
    keys[n++] = key2(27, class1, class0);
    keys[n++] = key3(28, tag1, class0, class1);
    keys[n++] = key3(29, class0, class1, lexical[at + 2]!);
    keys[n++] = key2(30, word, class1);
    keys[n++] = key2(31, tag1, class1);
    keys[n++] = key2(32, columns.ending2[at + 1]!, class0);
    return n;
  }
  const tagNext = tag[at + 1]!;
  const tagThen = tag[at + 2]!;
  keys[n++] = key2(33, tagNext, class0);
  keys[n++] = key2(34, tagNext, word);
  keys[n++] = key3(35, tag1, tagNext, class0);
  keys[n++] = key2(36, tagNext, tagThen);
  keys[n++] = key3(37, tag1, word, tagNext);
  keys[n++] = key3(38, tagNext, tagThen, class0);
  keys[n++] = key3(39, tag1, tagNext, ending3);
  keys[n++] = key3(40, tag2, tag1, tagNext);
  keys[n++] = key2(41, tag[at]!, class0);
  return n;
};
