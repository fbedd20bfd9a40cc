// The one error that tables, rules and weights raise.

/** A file under language/ or models/ that can't be read. One line: where, what was found, what was expected, what to do. */
export class LanguageError extends Error {
  override readonly name = "LanguageError";
  constructor(file: string, line: number, problem: string) {
    super(`${file}${line > 0 ? `:${line}` : ""}: ${problem}`);
  }
}
