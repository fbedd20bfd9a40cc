// Mentions of people, states, organizations and groups, and the actors they refer to.
import type { Span } from "./span.ts";

export type ActorKind = "person" | "state" | "organization" | "group";
export type MentionForm = "name" | "title" | "pronoun" | "demonym";
export type Gender = "feminine" | "masculine" | "neuter" | "unknown";

/** A title as it stands in the text, before or without a name: "Czech Foreign Minister", "spokeswoman". */
export type Title = Span & {
  /** Canonical office: `foreign minister`, `president`, `spokesperson`; see language/en/actors. */
  readonly office: string;
  /** The state or organization whose office it is (ISO alpha-3 or IGO code), where the words say so. */
  readonly of?: string;
  /** Name or id of the ministry or other body it belongs to, where the words say so. */
  readonly body?: string;
  readonly modifier?: "former" | "acting" | "elect" | "deputy" | "designate";
  /** The words of the text in small letters, without state and body: `secretary of state`, `spokeswoman`. */
  readonly words?: string;
  /** The class whose offices count as each other's counterparts. */
  readonly group?: string;
  /** PLOVER sector of its holder. */
  readonly sector?: string;
};

/** A stretch that refers to an actor. `head` is the word that carries it in the tree. */
export type Mention = Span & {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly form: MentionForm;
  readonly kind: ActorKind;
  /** The name alone, without title and honorific, where there is one. */
  readonly name?: Span;
  readonly titles: readonly Title[];
  /** ISO alpha-3 or IGO code, where the words themselves settle it. */
  readonly country?: string;
  readonly gender: Gender;
  readonly plural: boolean;
  /** PLOVER sector, where the words tell it: `GOV`, `MIL`. */
  readonly sector?: string;
  /** False for "a Kremlin spokesman", who is nobody spoken of before. */
  readonly definite?: boolean;
  /** All states of a plural mention ("the French and German leaders"). */
  readonly countries?: readonly string[];
  /** Index of the mention that owns it: "his" in "his counterpart". */
  readonly possessor?: number;
  /** Index of the mention it stands in apposition with. */
  readonly apposition?: number;
  /** How many are meant, where the words say so ("both", "the two leaders"). */
  readonly count?: number;
  /** 1 for I and we. */
  readonly person?: 1 | 3;
  readonly rule: string;
};

/** An office that an actor holds or held. Dates are ISO; `basis` says who says so. */
export type Office = {
  readonly title: string;
  readonly of?: string;
  readonly from?: string;
  readonly to?: string;
  readonly basis: "text" | "register";
  readonly span?: Span;
};

/** One actor of the document. `mentions` are indexes into the mentions; a plural one may stand with several actors. */
export type Actor = {
  readonly index: number;
  readonly kind: ActorKind;
  readonly name: string;
  readonly country?: string;
  /** PLOVER actor code, `CZE GOV`. */
  readonly code?: string;
  readonly wikidata?: string;
  readonly offices: readonly Office[];
  readonly mentions: readonly number[];
  readonly rule: string;
};

/**
 * The side that an actor stands for: its state or organization; of a state whom it fights, an armed movement is a side of
 * its own. Undefined where no side is known.
 */
export const sideIn = ({ country, code }: Pick<Actor, "country" | "code">): string | undefined =>
  country !== undefined && code !== undefined && / REB$/.test(code) ? code : country;
