// A noun phrase read by the office grammar -> titles, and the state they belong to.
import type { Gender, Title } from "../../model/actor.ts";
import type { Nominal } from "./nominal.ts";
import type { Scene } from "./scene.ts";

/** The titles of the phrase's offices. */
export const titlesOf = (scene: Scene, nominal: Nominal): Title[] =>
  nominal.heads.flatMap((head) => {
    if (head.kind !== "office") return [];
    const leads = nominal.top === true && head.office.office === "diplomat";
    const { office, group, sector } = leads
      ? { ...topDiplomat, sector: "GOV" }
      : head.office.office === "chief" && (nominal.polities[0]?.use === "seat" || isGovernment(nominal))
        ? { office: "leader", group: "head", sector: "GOV" }
        : head.office;
    const of = ownerCode(nominal) ?? head.office.country;
    const body = bodyName(scene, nominal, group);
    const plain =
      head.office.plural || leads
        ? office
        : textOf(scene, head.first, head.last)
            .toLowerCase()
            .replace(/^(?:ex|then)-/, "")
            // "Prime Minister of the Republic of Armenia" is "the Prime Minister" further on.
            .replace(/ of the (?:[a-z]+ )?(?:republic|kingdom|federation)$/, "");
    const modifier = (nominal.modifier ?? head.office.modifier) as Title["modifier"];
    return [
      {
        start: scene.words[nominal.first]!.start,
        end: scene.words[nominal.last]!.end,
        office,
        group,
        words: modifier ? withModifier(plain, modifier) : plain,
        ...(sector && {
          sector: modifier === "former" && sector !== "MIL" ? "ELI" : sectorOf(nominal, sector),
        }),
        ...(of && { of }),
        ...(body && { body }),
        ...(modifier && { modifier }),
      },
    ];
  });

/** "The head of the Polish government". */
const isGovernment = ({ body }: Nominal): boolean => body?.kind === "generic" && body.name === "Government";

const topDiplomat = { office: "top diplomat", group: "foreign minister" };

const withModifier = (words: string, modifier: NonNullable<Title["modifier"]>): string =>
  modifier === "elect" || modifier === "designate" ? `${words}-${modifier}` : `${modifier} ${words}`;

/** The text of the words, with a gap wherever the document has one. */
export const textOf = (scene: Scene, first: number, last: number): string => {
  let text = "";
  for (let at = first; at <= last; at++) {
    const word = scene.words[at]!;
    text += (at > first && scene.words[at - 1]!.end < word.start ? " " : "") + word.text;
  }
  return text;
};

/** The code of the state or organization whose office, body or group it is; the states come first. */
export const ownerCode = (nominal: Nominal): string | undefined => {
  const state = nominal.polities.find((one) => one.use !== "organization") ?? nominal.polities[0];
  const body = nominal.body;
  if (body?.kind === "organization") return body.code;
  if (nominal.of) return nominal.of;
  if (state) return state.code;
  if (body?.kind === "body") return body.body.country;
  const head = nominal.heads[0];
  if (head?.kind === "organization") return head.code;
  if (head?.kind === "body") return head.body.country;
  return undefined;
};

/** The body of an office; a spokesperson's may be a seat ("the Kremlin spokesman"). */
const bodyName = (scene: Scene, nominal: Nominal, group: string): string | undefined => {
  const body = nominal.body;
  const seat = group === "spokesperson" ? nominal.polities.find((one) => one.use === "seat") : undefined;
  if (!body) return seat && textOf(scene, seat.first, seat.last);
  return body.kind === "body" ? body.body.name : "name" in body ? body.name : undefined;
};

/** A spokesperson speaks for its body, so an army's is military. */
const sectorOf = (nominal: Nominal, sector: string): string => {
  const body = nominal.body;
  if (body?.kind === "organization") return "IGO";
  if (sector !== "GOV") return sector;
  if (body?.kind === "body") return body.body.sector;
  return body?.kind === "generic" ? body.sector : sector;
};

/** Feminine or masculine where a word of the phrase says so. */
export const genderOf = (nominal: Nominal): Gender => {
  for (const head of nominal.heads)
    if (head.kind === "office" && head.office.gender !== "unknown") return head.office.gender;
  return "unknown";
};
