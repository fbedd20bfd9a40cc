// Who may ask: only this machine's own names, with the token where one is set, and never another site's page.
import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { problem } from "./problem.ts";

/** What a server lets in. `hosts` are names without a port. */
export type Guard = { readonly hosts: readonly string[]; readonly token?: string };

/** Names under which a server on this machine is always asked. */
export const loopback = ["localhost", "127.0.0.1", "[::1]"];

const digest = (text: string): Buffer => createHash("sha256").update(`dragoman ${text}`).digest();
const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
const cookie = "dragoman";

/** Headers that keep a page to itself: no third party, no inline script or style, no frame. */
const headers: readonly (readonly [string, string])[] = [
  [
    "content-security-policy",
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  ],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "no-referrer"],
  ["cross-origin-resource-policy", "same-origin"],
  ["cross-origin-opener-policy", "same-origin"],
  ["permissions-policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"],
];

/** Lets pass what may pass, and sets the headers of every answer. */
export const guarded = ({ hosts, token }: Guard): MiddlewareHandler => {
  const expected = token === undefined ? undefined : digest(token);
  return async (context, next) => {
    // Set before anything answers: added to a finished response they would cost as much again as a short answer does.
    for (const [name, value] of headers) context.header(name, value);
    const refused = elsewhere(context, hosts) ?? (expected && withoutToken(context, expected));
    if (refused) return refused;
    await next();
    return undefined;
  };
};

/** A name that is not ours (DNS rebinding), or a page of another site. */
const elsewhere = (context: Context, hosts: readonly string[]): Response | undefined => {
  const host = (context.req.header("host") ?? new URL(context.req.url).host).toLowerCase();
  const name = host.replace(/:\d{1,5}$/, "");
  if (!hosts.includes(name))
    return problem(
      context,
      421,
      `the host ${JSON.stringify(host.slice(0, 100))} is not served here; name it with --allow-host`,
    );
  const site = context.req.header("sec-fetch-site");
  const mode = context.req.header("sec-fetch-mode");
  const reads = ["GET", "HEAD"].includes(context.req.method);
  const origin = context.req.header("origin");
  const foreign =
    site !== undefined
      ? site === "cross-site" || site === "same-site"
      : origin !== undefined && !sameOrigin(origin, host);
  // Following a link from elsewhere is fine; being read or written by a page from elsewhere is not.
  if (foreign && !(reads && mode === "navigate"))
    return problem(context, 403, "another site's page may not use this library");
  return undefined;
};

const sameOrigin = (origin: string, host: string): boolean => URL.parse(origin)?.host === host;

const withoutToken = (context: Context, expected: Buffer): Response | undefined => {
  const bearer = /^Bearer (.{1,500})$/.exec(context.req.header("authorization") ?? "")?.[1];
  if (bearer !== undefined && same(digest(bearer), expected)) return undefined;
  const kept = getCookie(context, cookie);
  if (kept !== undefined && same(Buffer.from(kept, "hex"), expected)) return undefined;
  const url = new URL(context.req.url);
  const given = url.searchParams.get("token");
  if (given !== null && context.req.method === "GET" && same(digest(given), expected)) {
    // A browser gets the token by the address that was printed, once, and keeps a digest of it.
    setCookie(context, cookie, expected.toString("hex"), { httpOnly: true, sameSite: "Strict", path: "/" });
    url.searchParams.delete("token");
    return context.redirect(`${url.pathname}${url.search}`, 303);
  }
  return problem(
    context,
    401,
    "send the token: Authorization: Bearer TOKEN, or open /?token=TOKEN",
    undefined,
    {
      "www-authenticate": 'Bearer realm="dragoman"',
    },
  );
};
