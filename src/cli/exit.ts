// Exit statuses, the same for every command.

export const exit = { ok: 0, failed: 1, usage: 2, someFailed: 3, interrupted: 130 } as const;

/** A command called the wrong way: one line, exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
