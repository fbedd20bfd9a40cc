// A person's name -> keys under which all ways to write it fall together.
import { unaccent } from "./phrases.ts";

/** One word of a name so that transliterations fall together: `zelenskiy`, `Zelenskyy` and `Zelensky` are `zelensky`. */
export const nameKeyWord = (word: string): string =>
  unaccent(word)
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/(?:iyy|iy|yy|ii|ij|yi|i|ey|ei)$/, "y")
    .replace(/kh/g, "h")
    .replace(/ou/g, "u")
    .replace(/dzh|dj/g, "j")
    .replace(/w/g, "v")
    .replace(/[jy]o/g, "o")
    .replace(/ye/g, "e")
    .replace(/(.)\1/g, "$1");

const particle =
  /^(?:al|el|bin|ibn|bint|von|van|der|den|de|da|do|dos|del|della|la|le|ter|ten|jr|sr|ii|iii|iv|ul)$/;

/** The words of a name that identify: no particles and no initials, unless nothing else is left. */
export const nameWords = (name: string): string[] => {
  const all = name
    .split(/[\s\u00a0-]+/)
    .flatMap(ofHandle)
    .filter((word) => /\p{L}/u.test(word));
  const kept = all.filter(
    (word) => !particle.test(word.toLowerCase().replace(/\.$/, "")) && !/^(?:\p{L}\.)+$/u.test(word),
  );
  return (kept.length > 0 ? kept : all).map(nameKeyWord).filter((word) => word !== "");
};

/** "@CasparVeldkamp" is Caspar Veldkamp. */
const ofHandle = (word: string): string[] =>
  word.startsWith("@") ? word.slice(1).split(/(?<=\p{Ll})(?=\p{Lu})|_/u) : [word];

/** All of a name's words as one key. */
export const nameKey = (name: string): string => nameWords(name).join(" ");
