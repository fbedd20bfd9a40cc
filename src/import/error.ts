// The one error that bad input raises.

/** An input that can't be taken in. One line: where, what was found, what was expected, what to do. */
export class InputError extends Error {
  override readonly name = "InputError";
}
