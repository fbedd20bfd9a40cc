// Answers kept for who asks the same again: as long as the library does not change, and while it does, the longer the slower they were.

/** An answer, what the library was when it was asked for, and until when it may be given all the same. */
type Kept<Answer> = {
  readonly version: number;
  until: number;
  readonly answer: Promise<Answer>;
  /** Those who wait for it; undefined for one who can't go away. */
  readonly askers: (AbortSignal | undefined)[];
};

const most = 300;
/** What was slow to find may be given again for ten times as long as that took. */
const patience = { times: 10, milliseconds: 20_000 };

/** Gives the kept answer, or finds it. */
export type Memory<Answer> = {
  /** `find` is told how to know that nobody waits for the answer any more. */
  readonly recall: (
    key: string,
    version: number,
    find: (gone: () => boolean) => Promise<Answer>,
    asker?: AbortSignal,
  ) => Promise<Answer>;
  readonly forget: () => void;
};

/** Makes a memory. */
export const makeMemory = <Answer>(): Memory<Answer> => {
  const kept = new Map<string, Kept<Answer>>();
  return {
    recall: (key, version, find, asker) => {
      const start = performance.now();
      const before = kept.get(key);
      if (before && (before.version === version || start < before.until)) {
        if (before.until === Number.POSITIVE_INFINITY) before.askers.push(asker);
        return before.answer;
      }
      const askers = [asker];
      const answer = find(() => askers.every((one) => one?.aborted));
      const entry: Kept<Answer> = { version, until: Number.POSITIVE_INFINITY, answer, askers };
      kept.delete(key);
      kept.set(key, entry);
      if (kept.size > most) kept.delete(kept.keys().next().value!);
      const done = () => {
        const now = performance.now();
        entry.until = now + Math.min(patience.milliseconds, patience.times * (now - start));
      };
      answer.then(done, () => kept.get(key) === entry && kept.delete(key));
      return answer;
    },
    forget: () => kept.clear(),
  };
};
