// The code of an organization's body -> the organization's: a council and a commission speak for one and the same side.
const wholes: { readonly [part: string]: string } = {
  EUU: "EU",
  EC: "EU",
  EUCO: "EU",
  EP: "EU",
  EEAS: "EU",
  AUC: "AU",
  UNO: "UN",
};

/** The code that a side goes by: "EU" for "EUU" and "EC"; any other code is its own. */
export const wholeOf = (code: string): string => wholes[code] ?? code;
