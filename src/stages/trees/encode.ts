// A word -> integers, the only form in which the network sees it.

/** A word as hashes. */
export type Columns = {
  /** The form, digits as 0, quotation marks and dashes made one. */
  form: number;
  lower: number;
  /** The last two and three characters of the lower-case form, and the first three. */
  ending2: number;
  ending3: number;
  opening3: number;
  /** Kinds of characters in their order, runs of more than two as two: `Xxx`, `0-x`. */
  shape: number;
};

export const newColumns = (): Columns => ({
  form: 0,
  lower: 0,
  ending2: 0,
  ending3: 0,
  opening3: 0,
  shape: 0,
});

/** Writes a word into `columns`. */
export const encode = (columns: Columns, form: string): void => encodeForm(columns, normalize(form));

/** The form as features see it. Most words have nothing to change and cost one scan. */
const normalize = (form: string): string => {
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

const encodeForm = (columns: Columns, form: string): void => {
  const length = form.length;
  let exact = 7;
  let lower = 7;
  let shape = 7;
  let last = 0;
  let run = 0;
  for (let i = 0; i < length; i += 1) {
    const code = form.charCodeAt(i);
    const upper = isUpper(code);
    const small = upper ? code + 32 : code;
    const kind = upper ? 1 : isLower(code) ? 2 : code === 48 ? 3 : code;
    exact = Math.imul(exact ^ code, 0x01000193);
    lower = Math.imul(lower ^ small, 0x01000193);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape = Math.imul(shape ^ kind, 0x01000193);
    if (i === 2) columns.opening3 = lower;
  }
  if (length < 3) columns.opening3 = lower;
  columns.form = mix(exact);
  columns.lower = mix(lower);
  columns.shape = shape;
  encodeEnding(columns, form);
};

const encodeEnding = (columns: Columns, form: string): void => {
  let hash = 7;
  for (let i = 1; i <= 3; i += 1) {
    const code = i <= form.length ? form.charCodeAt(form.length - i) : 0;
    hash = Math.imul(hash ^ (isUpper(code) ? code + 32 : code), 0x01000193);
    if (i === 2) columns.ending2 = hash;
    else if (i === 3) columns.ending3 = hash;
  }
};

/** Spreads a hash over all bits. */
const mix = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
};
