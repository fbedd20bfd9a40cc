// What is known of watched feeds between two rounds, so that servers are asked only for what is new.
import type { Store } from "./open-store.ts";

/** One feed: what the server said last, and how often in a row it failed since. */
export type FeedState = {
  readonly url: string;
  readonly etag?: string;
  readonly modified?: string;
  readonly failed: number;
};

/** The state of a feed; a fresh one where it was never asked for. */
export const feedState = (store: Store, url: string): FeedState => {
  const row = store.prepare("SELECT etag, modified, failed FROM feeds WHERE url = ?").get(url);
  return {
    url,
    failed: Number(row?.failed ?? 0),
    ...(typeof row?.etag === "string" && { etag: row.etag }),
    ...(typeof row?.modified === "string" && { modified: row.modified }),
  };
};

/** Keeps the state of a feed. */
export const putFeedState = (store: Store, { url, etag, modified, failed }: FeedState): void => {
  store
    .prepare("INSERT OR REPLACE INTO feeds (url, etag, modified, failed) VALUES (?, ?, ?, ?)")
    .run(url, etag ?? null, modified ?? null, failed);
};
