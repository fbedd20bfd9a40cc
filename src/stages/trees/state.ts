// The arc-hybrid parser's state: a stack, the next word, and the arcs made so far.
// SHIFT moves the next word onto the stack; LEFT makes the next word the head of the stack's top and takes it off;
// RIGHT makes the second on the stack the head of the top and takes it off. The root stands after the last word.

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;
export type Move = 0 | 1 | 2;

/** Arrays are indexed by word; -1 stands for none. The root's number is `length`. */
export type State = {
  length: number;
  next: number;
  depth: number;
  readonly stack: Int32Array;
  readonly head: Int32Array;
  readonly relation: Int32Array;
  /** The outermost and the next-to-outermost child on either side. */
  readonly left: Int32Array;
  readonly left2: Int32Array;
  readonly right: Int32Array;
  readonly right2: Int32Array;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  /** Relations of the children on either side, one bit each (the relation's number modulo 31). */
  readonly leftSet: Int32Array;
  readonly rightSet: Int32Array;
};

export const newState = (length: number): State => {
  const column = () => new Int32Array(length + 2);
  return {
    length: 0,
    next: 0,
    depth: 0,
    stack: column(),
    head: column(),
    relation: column(),
    left: column(),
    left2: column(),
    right: column(),
    right2: column(),
    lefts: column(),
    rights: column(),
    leftSet: column(),
    rightSet: column(),
  };
};

/** Makes the state ready for a sentence of `length` words. */
export const startState = (state: State, length: number): void => {
  state.length = length;
  state.next = 0;
  state.depth = 0;
  for (const column of [state.head, state.relation, state.left, state.left2, state.right, state.right2])
    column.fill(-1, 0, length + 1);
  for (const column of [state.lefts, state.rights, state.leftSet, state.rightSet])
    column.fill(0, 0, length + 1);
};

export const finished = (state: State): boolean => state.next === state.length && state.depth === 0;

/** Whether a move is possible; exactly one word comes under the root, since LEFT to it needs a stack of one. */
export const allows = (state: State, move: Move): boolean => {
  if (move === SHIFT) return state.next < state.length;
  if (move === RIGHT) return state.depth >= 2;
  return state.depth >= 1 && (state.next < state.length || state.depth === 1);
};

/** Word on the stack, 0 for the top; -1 where the stack is not as deep. */
export const onStack = (state: State, below: number): number =>
  state.depth > below ? state.stack[state.depth - 1 - below]! : -1;

export const shift = (state: State): void => {
  state.stack[state.depth] = state.next;
  state.depth += 1;
  state.next += 1;
};

/** Takes the top off the stack and puts it under `head` with `relation`. */
export const attach = (state: State, head: number, relation: number): void => {
  state.depth -= 1;
  const child = state.stack[state.depth]!;
  state.head[child] = head;
  state.relation[child] = relation;
  if (child < head) {
    state.left2[head] = state.left[head]!;
    state.left[head] = child;
    state.lefts[head]! += 1;
    state.leftSet[head]! |= 1 << (relation % 31);
  } else {
    state.right2[head] = state.right[head]!;
    state.right[head] = child;
    state.rights[head]! += 1;
    state.rightSet[head]! |= 1 << (relation % 31);
  }
};
