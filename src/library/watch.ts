// Feeds -> their new texts in the library, round after round: conditional requests, and back-off where a server fails.
import { fetchUrl } from "../import/egress.ts";
import { InputError } from "../import/error.ts";
import { sourceOf } from "../import/source.ts";
import { feedState, putFeedState } from "../store/feeds.ts";
import type { Store } from "../store/open-store.ts";
import { type AddOptions, addSources, type Tally } from "./add.ts";

/** What a round over one feed gave, and after how many seconds it is due again. */
export type Round = {
  readonly url: string;
  readonly outcome: "unchanged" | "taken" | "failed";
  readonly tally?: Tally;
  readonly reason?: string;
  readonly wait: number;
};

const longest = 6 * 3600;

/** Asks one feed once. `every` is the wait in seconds while all is well; each failure in a row doubles it, to six hours. */
export const pollFeed = async (
  store: Store,
  url: string,
  every: number,
  options: AddOptions,
): Promise<Round> => {
  const state = feedState(store, url);
  const failed = (reason: string, after = 0): Round => {
    putFeedState(store, { ...state, failed: state.failed + 1 });
    return { url, outcome: "failed", reason, wait: Math.max(after, backOff(every, state.failed + 1)) };
  };
  try {
    const { etag, modified } = state;
    const asked = {
      ...options.egress,
      ...(etag !== undefined && { etag }),
      ...(modified !== undefined && { modified }),
    };
    const answer = await fetchUrl(url, asked);
    if (answer.status === 304) {
      putFeedState(store, { ...state, failed: 0 });
      return { url, outcome: "unchanged", wait: every };
    }
    if (answer.status !== 200) return failed(`answered with status ${answer.status}`, answer.after);
    const source = sourceOf(url, answer.bytes, answer.type);
    const tally = await addSources(store, url, [source], { ...options, onlyNewLinks: true });
    // Kept only now: a round that broke off is asked for again in full.
    putFeedState(store, {
      url,
      failed: 0,
      ...(answer.etag !== undefined && { etag: answer.etag }),
      ...(answer.modified !== undefined && { modified: answer.modified }),
    });
    return { url, outcome: "taken", tally, wait: every };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return failed(error.message.replace(`${url}: `, ""));
  }
};

/** Seconds to wait after so many failures in a row. */
export const backOff = (every: number, failures: number): number =>
  Math.min(Math.max(longest, every), every * 2 ** Math.min(failures, 20));
