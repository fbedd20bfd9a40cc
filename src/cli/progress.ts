// A progress line on standard error, for runs over several files at a terminal: done, rate, time left, failed.

/** Counts `total` steps. Nothing is drawn where standard error is no terminal or there is but one step. */
export const progress = (total: number) => {
  const drawn = process.stderr.isTTY === true && total > 1;
  const start = performance.now();
  let done = 0;
  let last = 0;
  const clear = () => drawn && process.stderr.write("\r\u001b[2K");
  return {
    /** One more is done; `failed` counts the bad ones so far. */
    step(failed: number) {
      done += 1;
      const now = performance.now();
      if (!drawn || (now - last < 100 && done < total)) return;
      last = now;
      const rate = done / ((now - start) / 1000);
      const left = Math.ceil((total - done) / rate);
      const bad = failed > 0 ? `, ${failed} failed` : "";
      process.stderr.write(
        `\r\u001b[2K${done} of ${total}, ${rate.toFixed(1)} a second, ${left} s left${bad}`,
      );
    },
    /** Prints a line of its own above the progress line. */
    note(line: string) {
      clear();
      console.error(line);
    },
    /** Takes the line away. */
    end() {
      clear();
    },
  };
};
