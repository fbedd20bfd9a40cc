// Words of one sentence -> columns of integers, the only form in which the tagger and the parser see them.
import { key1 } from "./hash.ts";

/** Columns reach this many cells beyond the sentence on either side, so that no feature asks for bounds. */
export const margin = 4;

/** A sentence as columns. The cell of word `i` is at `i + margin`; beyond the ends stand `before` and `after`. */
export type Columns = {
  length: number;
  /** The form, digits as 0, quotation marks and dashes made one; a hash. */
  readonly form: Int32Array;
  readonly lower: Int32Array;
  /** Endings of the lower-case form of one to four characters. */
  readonly ending1: Int32Array;
  readonly ending2: Int32Array;
  readonly ending3: Int32Array;
  readonly ending4: Int32Array;
  readonly opening2: Int32Array;
  readonly opening3: Int32Array;
  /** Kinds of characters in their order, runs as one: `Xx`, `0-x`. */
  readonly shape: Int32Array;
  /** 1 for a capital at the start, 2 for capitals throughout, else 0. */
  readonly capital: Int32Array;
  /** Class in the lexicon, 0 for words that it lacks. */
  readonly lexical: Int32Array;
  /** Tag from the first pass, then from the second: a number in `tags`. */
  readonly tag: Int32Array;
  /** The tag's part of speech, a number. */
  readonly upos: Int32Array;
  /** 1 inside quotation marks. */
  readonly quoted: Int32Array;
  /** Head and relation from the parser's first run, for its second. */
  readonly hintHead: Int32Array;
  readonly hintRelation: Int32Array;
  /** The last word that the first run put under this one. */
  readonly hintLast: Int32Array;
};

const before = -2;
const after = -3;

export const newColumns = (length: number): Columns => {
  const column = () => new Int32Array(length + 2 * margin);
  return {
    length: 0,
    form: column(),
    lower: column(),
    ending1: column(),
    ending2: column(),
    ending3: column(),
    ending4: column(),
    opening2: column(),
    opening3: column(),
    shape: column(),
    capital: column(),
    lexical: column(),
    tag: column(),
    upos: column(),
    quoted: column(),
    hintHead: column(),
    hintRelation: column(),
    hintLast: column(),
  };
};

/** Writes one sentence into `columns`, which must be long enough. Tags are left to the tagger. */
export const encode = (columns: Columns, forms: readonly string[], lexicon: LexiconLookup): void => {
  const length = forms.length;
  columns.length = length;
  let quoted = 0;
  for (let index = 0; index < length; index += 1) {
    const form = normalize(forms[index]!);
    encodeForm(columns, index + margin, form);
    const at = index + margin;
    columns.lexical[at] = lexicon(columns.form[at]!, columns.lower[at]!);
    columns.quoted[at] = quoted;
    if (form === '"') quoted = 1 - quoted;
  }
  for (const column of Object.values(columns))
    if (column instanceof Int32Array) {
      column.fill(before, 0, margin);
      column.fill(after, length + margin, length + 2 * margin);
    }
};

/** A word's class in the lexicon, by its hashed form and lower-case form. */
export type LexiconLookup = (form: number, lower: number) => number;

/** The form as features see it. Most words have nothing to change and cost one scan. */
export const normalize = (form: string): string => {
  for (let at = 0; at < form.length; at += 1) {
    const code = form.charCodeAt(at);
    if ((code >= 48 && code <= 57) || code === 96 || code >= 0x2010) return rewrite(form);
  }
  return form === "''" ? '"' : form;
};

const rewrite = (form: string): string =>
  form
    .replace(/[0-9]/g, "0")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]|``|''/g, '"')
    .replace(/[\u2018\u2019\u201a`]/g, "'")
    .replace(/[\u2010-\u2012]/g, "-");

const isUpper = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || (code >= 0x410 && code <= 0x42f);
const isLower = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0x24f) || (code >= 0x430 && code <= 0x45f);

const encodeForm = (columns: Columns, at: number, form: string): void => {
  const length = form.length;
  let exact = 7;
  let lower = 7;
  let shape = 7;
  let last = 0;
  let uppers = 0;
  for (let i = 0; i < length; i += 1) {
    const code = form.charCodeAt(i);
    const upper = isUpper(code);
    const small = upper ? code + 32 : code;
    const kind = upper ? 1 : isLower(code) ? 2 : code === 48 ? 3 : code;
    if (upper) uppers += 1;
    exact = Math.imul(exact ^ code, 0x01000193);
    lower = Math.imul(lower ^ small, 0x01000193);
    if (kind !== last) shape = Math.imul(shape ^ kind, 0x01000193);
    last = kind;
    if (i === 1) columns.opening2[at] = lower;
    if (i === 2) columns.opening3[at] = lower;
  }
  if (length < 2) columns.opening2[at] = lower;
  if (length < 3) columns.opening3[at] = lower;
  columns.form[at] = key1(1, exact);
  columns.lower[at] = key1(1, lower);
  columns.shape[at] = shape;
  columns.capital[at] =
    uppers === 0 ? 0 : uppers === length && length > 1 ? 2 : isUpper(form.charCodeAt(0)) ? 1 : 3;
  encodeEnding(columns, at, form);
};

const encodeEnding = (columns: Columns, at: number, form: string): void => {
  let hash = 7;
  for (let i = 1; i <= 4; i += 1) {
    const code = i <= form.length ? form.charCodeAt(form.length - i) : 0;
    hash = Math.imul(hash ^ (isUpper(code) ? code + 32 : code), 0x01000193);
    if (i === 1) columns.ending1[at] = hash;
    else if (i === 2) columns.ending2[at] = hash;
    else if (i === 3) columns.ending3[at] = hash;
    else columns.ending4[at] = hash;
  }
};
