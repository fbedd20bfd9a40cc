// PLOVER types -> their quad category and their place on the scale from conflict to cooperation, as its manual gives them.
import type { RecordActor } from "../record/schema.ts";

/** `code` 1 to 4, its name, and the scale value from -10 (conflict) to 10 (cooperation). */
export type Scale = { readonly code: 1 | 2 | 3 | 4; readonly name: string; readonly value: number };

const names = [
  "",
  "VERBAL COOPERATION",
  "MATERIAL COOPERATION",
  "VERBAL CONFLICT",
  "MATERIAL CONFLICT",
] as const;
const scales: { readonly [type: string]: readonly [1 | 2 | 3 | 4, number] } = {
  AGREE: [1, 4.2],
  CONSULT: [1, 2.1],
  SUPPORT: [1, 4.6],
  CONCEDE: [1, 5],
  COOPERATE: [2, 6.8],
  AID: [2, 7.4],
  RETREAT: [2, 7.6],
  REQUEST: [3, -5],
  ACCUSE: [3, -2],
  REJECT: [3, -4.2],
  THREATEN: [3, -5.1],
  PROTEST: [4, -6.6],
  SANCTION: [4, -5.2],
  MOBILIZE: [4, -5.3],
  COERCE: [4, -7.2],
  ASSAULT: [4, -9.3],
};

/** The scale of a type; undefined for a type that PLOVER does not know. */
export const scaleOf = (type: string): Scale | undefined => {
  const scale = scales[type];
  return scale && { code: scale[0], name: names[scale[0]], value: scale[1] };
};

/** An actor's PLOVER code in its parts: "CZE GOV" is country CZE, sector GOV; an organization of states is IGO. */
export const codeOf = (actor: RecordActor): { country: string; sectors: string[] } => {
  const [first, ...sectors] = actor.code?.split(" ") ?? [];
  return { country: actor.country ?? first ?? "", sectors };
};
