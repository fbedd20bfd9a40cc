// A URL -> its bytes: the only way out to the network. Every hop goes to a public address, within limits of size and time.
import { lookup } from "node:dns";
import { type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { isPublic } from "./address.ts";
import { InputError } from "./error.ts";
import { largest } from "./source.ts";
import { decompress } from "./warc.ts";

/** What to send for a conditional request, and whom to trust (tests reach their own machine). */
export type Egress = {
  readonly etag?: string;
  readonly modified?: string;
  readonly allows?: (address: string) => boolean;
  /** Milliseconds that all hops together may take. */
  readonly time?: number;
};

/** An answer. `bytes` are unpacked; status 304 has none. */
export type Fetched = {
  readonly url: string;
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly type?: string;
  readonly etag?: string;
  readonly modified?: string;
  /** Seconds after which the server wants to be asked again. */
  readonly after?: number;
};

const hops = 5;

/** Fetches a URL. Throws InputError, one line. */
export const fetchUrl = async (address: string, egress: Egress = {}): Promise<Fetched> => {
  const deadline = AbortSignal.timeout(egress.time ?? 60_000);
  let url = parsed(address);
  for (let hop = 0; hop <= hops; hop += 1) {
    const response = await send(url, egress, deadline).catch((error: NodeJS.ErrnoException) => {
      throw new InputError(
        `${address}: can't be fetched (${deadline.aborted ? "it took too long" : error.message || error.code})`,
      );
    });
    const { statusCode: status = 0, headers } = response;
    if (status >= 300 && status < 400 && status !== 304 && headers.location !== undefined) {
      response.destroy();
      url = parsed(headers.location, url);
      continue;
    }
    return await answered(address, url, status, headers, response);
  }
  throw new InputError(`${address}: leads from page to page more than ${hops} times`);
};

const parsed = (address: string, base?: URL): URL => {
  const url = URL.parse(address, base?.href);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    throw new InputError(
      `${address}: is no address that is fetched; expected http or https, without a password`,
    );
  return url;
};

const send = (
  url: URL,
  { etag, modified, allows = isPublic }: Egress,
  signal: AbortSignal,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    // An address in digits never comes to the look-up.
    if (/^[\d.]+$|:/.test(host) && !allows(host)) {
      reject(new Error(`${host} is no public address; refused`));
      return;
    }
    const send = url.protocol === "https:" ? secureRequest : plainRequest;
    const headers = {
      "user-agent": "dragoman (reads what its user asks for)",
      accept:
        "text/html, application/rss+xml, application/atom+xml, application/feed+json, text/plain, */*;q=0.5",
      "accept-encoding": "gzip, br",
      ...(etag !== undefined && { "if-none-match": etag }),
      ...(modified !== undefined && { "if-modified-since": modified }),
    };
    const sent = send(url, { signal, headers, agent: false, lookup: guarded(allows), timeout: 15_000 });
    sent.on("response", resolve);
    sent.on("timeout", () => sent.destroy(new Error("no answer within 15 s")));
    sent.on("error", reject);
    sent.end();
  });

/** Looks a name up and hands on only what may be reached, so that the address judged is the address connected to. */
const guarded =
  (allows: (address: string) => boolean): LookupFunction =>
  (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      const open = error ? [] : addresses.filter(({ address }) => allows(address));
      const first = open[0];
      if (error) done(error, "", 0);
      else if (first === undefined) done(new Error(`${name} has no public address; refused`), "", 0);
      else if (options.all) done(null, open);
      else done(null, first.address, first.family);
    });
  };

const answered = async (
  address: string,
  url: URL,
  status: number,
  headers: IncomingHttpHeaders,
  response: IncomingMessage,
): Promise<Fetched> => {
  const after = Number(headers["retry-after"]);
  const about = {
    url: url.href,
    status,
    ...(headers["content-type"] !== undefined && { type: headers["content-type"] }),
    ...(headers.etag !== undefined && { etag: headers.etag }),
    ...(headers["last-modified"] !== undefined && { modified: headers["last-modified"] }),
    ...(Number.isFinite(after) && after > 0 && { after }),
  };
  if (status === 304 || status === 429 || status === 503) {
    response.destroy();
    return { ...about, bytes: new Uint8Array() };
  }
  if (status !== 200) {
    response.destroy();
    throw new InputError(`${address}: answered with status ${status}`);
  }
  const packed = await body(address, response);
  const bytes = decompress(packed, headers["content-encoding"]);
  if (typeof bytes === "string") throw new InputError(`${address}: ${bytes}`);
  return { ...about, bytes };
};

const body = async (address: string, response: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > largest.part) throw new Error("it has more than 32 MB");
      chunks.push(chunk);
    }
  } catch (error) {
    throw new InputError(`${address}: can't be fetched (${(error as Error).message})`);
  }
  return Buffer.concat(chunks);
};
