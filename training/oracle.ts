// What a move costs: how many gold arcs that could still be made are out of reach after it (Goldberg and Nivre 2013).
import { LEFT, type Move, onStack, RIGHT, SHIFT, type State } from "../src/stages/trees/state.ts";

/** A gold tree: heads with the root's written as the sentence's length, and each word's children. */
export type GoldTree = {
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  readonly children: readonly (readonly number[])[];
};

export const newGoldTree = (heads: readonly number[], relations: readonly number[]): GoldTree => {
  const children: number[][] = Array.from({ length: heads.length + 1 }, () => []);
  heads.forEach((head, child) => {
    children[head < 0 ? heads.length : head]!.push(child);
  });
  return {
    heads: Int32Array.from(heads, (head) => (head < 0 ? heads.length : head)),
    relations: Int32Array.from(relations),
    children,
  };
};

/** The same tree with its words in reverse. */
export const mirroredTree = ({ heads, relations }: GoldTree): GoldTree => {
  const { length } = heads;
  return newGoldTree(
    Array.from({ length }, (_, at) => {
      const head = heads[length - 1 - at]!;
      return head === length ? -1 : length - 1 - head;
    }),
    Array.from({ length }, (_, at) => relations[length - 1 - at]!),
  );
};

/** Arcs lost by the move. */
export const costOf = (state: State, move: Move, { heads, children }: GoldTree): number => {
  const { next } = state;
  const top = onStack(state, 0);
  const under = onStack(state, 1);
  if (move === SHIFT) {
    let lost = 0;
    for (let below = 0; below < state.depth; below += 1) {
      const word = state.stack[below]!;
      if (heads[word] === next) lost += 1;
      if (heads[next] === word && word !== top) lost += 1;
    }
    return lost;
  }
  let lost = 0;
  for (const child of children[top]!) if (child >= next) lost += 1;
  const head = heads[top]!;
  if (move === LEFT && (head === under || head > next)) lost += 1;
  if (move === RIGHT && head >= next) lost += 1;
  return lost;
};
