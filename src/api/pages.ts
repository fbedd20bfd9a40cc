// The built web app -> responses: its files as they were built, compressed once, and its one page for every address of its own.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Context } from "hono";
import { matches } from "./negotiate.ts";
import { problem } from "./problem.ts";

const types: { readonly [extension: string]: string } = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
  ico: "image/x-icon",
  woff2: "font/woff2",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
};
const compressible = /^(?:text\/|application\/|image\/svg)/;

type Page = {
  readonly type: string;
  readonly etag: string;
  readonly lasting: boolean;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly packed: Map<string, Uint8Array<ArrayBuffer>>;
};

/** All files of the built app, by path; none where it was not built. They are read once, so no path leads elsewhere. */
export const loadPages = (folder: string): ReadonlyMap<string, Page> => {
  const pages = new Map<string, Page>();
  if (!existsSync(folder)) return pages;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(?:br|gz|map)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const plain = new Uint8Array(readFileSync(path));
    const name = path.slice(folder.length).replaceAll("\\", "/");
    const type = types[/\.(\w+)$/.exec(name)?.[1] ?? ""] ?? "application/octet-stream";
    pages.set(name, {
      type,
      etag: `"${createHash("sha1").update(plain).digest("base64url")}"`,
      // What carries a hash of its content in its name never changes.
      lasting: /[-.][\w-]{8,}\.\w+$/.test(name) && name.startsWith("/assets/"),
      plain,
      packed: packedOf(path, plain, type),
    });
  }
  return pages;
};

/** What the build compressed is taken as it is; the rest is compressed here, once. */
const packedOf = (path: string, plain: Uint8Array, type: string): Map<string, Uint8Array<ArrayBuffer>> => {
  const packed = new Map<string, Uint8Array<ArrayBuffer>>();
  if (!compressible.test(type) || plain.length < 500) return packed;
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const built = (extension: string) =>
    existsSync(`${path}.${extension}`) ? readFileSync(`${path}.${extension}`) : undefined;
  packed.set("br", new Uint8Array(built("br") ?? brotliCompressSync(plain, brotli)));
  packed.set("gzip", new Uint8Array(built("gz") ?? gzipSync(plain, { level: 9 })));
  return packed;
};

/** Answers with a file of the app, or with its one page where the address is the app's to understand. */
export const servePage = (context: Context, pages: ReadonlyMap<string, Page>): Response => {
  const { path } = context.req;
  // Ids of findings hold dots (`/contacts/d12.c3`), so only what ends as a file of the build does is taken for one.
  const file = /\.(\w+)$/.exec(path)?.[1] ?? "";
  const page = pages.get(path) ?? (Object.hasOwn(types, file) ? undefined : pages.get("/index.html"));
  if (!page)
    return problem(
      context,
      404,
      pages.size === 0 ? "the web app is not built; run `npm run build`" : "no such page",
    );
  const headers: { [name: string]: string } = {
    etag: page.etag,
    vary: "accept-encoding",
    "cache-control": page.lasting ? "public, max-age=31536000, immutable" : "no-cache",
  };
  if (matches(context.req.header("if-none-match"), page.etag)) return context.body(null, 304, headers);
  const accepted = (context.req.header("accept-encoding") ?? "")
    .split(/\s*,\s*/)
    .map((one) => one.split(";")[0]);
  const coding = ["br", "gzip"].find((one) => accepted.includes(one) && page.packed.has(one));
  if (coding !== undefined) headers["content-encoding"] = coding;
  return context.body(page.packed.get(coding ?? "") ?? page.plain, 200, {
    ...headers,
    "content-type": page.type,
  });
};
