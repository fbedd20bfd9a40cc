// Titles of offices -> whether two of them can be one office: "Minister for Foreign Affairs and Trade" and "foreign minister".

/** What tells an office from others, and what sets it below or beside the one of the same name. */
export type OfficeWords = { readonly words: readonly string[]; readonly rank: readonly string[] };

const ranks =
  /^(?:vice|deputy|prime|first|second|assistant|under|undersecretary|former|acting|interim|crown|shadow|opposition)$/;
const empty = /^(?:of|the|for|and|to|in|affairs?|federal|republic|state|national|external|new|general)$/;

/** Words that say of nobody what he is not: any minister heads, leads or directs something. */
const vague = /^(?:director|head|member|leader|official|host|colleague|chief)$/;

/** True for a title that tells no office from others: "Director of the Office". */
export const isVague = ({ words }: OfficeWords): boolean => words.every((word) => vague.test(word));

/** Words of a title without those that say nothing of what it is for. */
export const officeWords = (title: string): OfficeWords => {
  const all = title
    .toLowerCase()
    .replace(/external affairs/g, "foreign affairs")
    .replace(/secretary of state|foreign secretary|secretary of foreign/g, "foreign minister")
    .replace(/taoiseach|premier\b|president of the (?:council|government)/g, "prime minister")
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "" && !empty.test(word));
  return { words: all.filter((word) => !ranks.test(word)), rank: all.filter((word) => ranks.test(word)) };
};

/** True where some office of one can be some office of the other. */
export const officesMeet = (a: readonly OfficeWords[], b: readonly OfficeWords[]): boolean =>
  a.some((one) => b.some((other) => officeMeets(one, other)));

const officeMeets = (a: OfficeWords, b: OfficeWords): boolean => {
  const [few, many] = a.words.length <= b.words.length ? [a, b] : [b, a];
  return (
    few.words.length > 0 &&
    few.words.every((word) => many.words.includes(word)) &&
    [...a.rank].sort().join() === [...b.rank].sort().join()
  );
};
