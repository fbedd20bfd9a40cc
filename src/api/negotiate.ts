// A question's answer -> a response: in the form that was asked for, or "not modified".
import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { Answered } from "./question.ts";

/** The form that an Accept header prefers among those offered, the first where it does not care; undefined for none of them. */
export const preferred = (accept: string | undefined, offered: readonly string[]): string | undefined => {
  if (accept === undefined || accept.trim() === "") return offered[0];
  const ranges = accept
    .slice(0, 1000)
    .split(",")
    .map((part) => {
      const [type = "", ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((one) => one.startsWith("q="));
      return { type, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
    });
  const weightOf = (type: string): number => {
    const exact = ranges.find((range) => range.type === type);
    const group = ranges.find((range) => range.type === `${type.split("/")[0]}/*`);
    return (exact ?? group ?? ranges.find((range) => range.type === "*/*"))?.weight ?? 0;
  };
  let best: { type: string; weight: number } | undefined;
  for (const type of offered) {
    const weight = weightOf(type);
    if (weight > 0 && weight > (best?.weight ?? 0)) best = { type, weight };
  }
  return best?.type;
};

/** Answers with a body, its ETag and the way to the next page. */
export const respond = (context: Context, { body, type, next }: Answered): Response => {
  const etag = `"${createHash("sha1").update(type).update(body).digest("base64url")}"`;
  const headers: { [name: string]: string } = {
    etag,
    vary: "accept",
    // Corrections and imports change answers at any time: keep, but ask whether it is still so.
    "cache-control": "private, no-cache",
  };
  if (next !== undefined) {
    const url = new URL(context.req.url);
    url.searchParams.set("cursor", next);
    headers.link = `<${url.pathname}${url.search}>; rel="next"`;
  }
  if (matches(context.req.header("if-none-match"), etag)) return context.body(null, 304, headers);
  return context.body(body, 200, { ...headers, "content-type": type });
};

/** RFC 9110: a list of tags, or a star; weak and strong compare alike. */
export const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === "*" || header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag));
