// A search -> an Atom feed of its newest documents, so that any reader can watch for more.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { xmlText } from "../export/xml.ts";
import type { Library } from "./library.ts";
import { respond } from "./negotiate.ts";
import { side } from "./shapes.ts";
import { handled, troubles } from "./written.ts";

type Item = {
  id: string;
  title: string | null;
  publisher: string | null;
  published: string | null;
  hits: { text: string }[];
};

const query = z.strictObject({
  q: z.string().trim().min(1).max(1000),
  side,
  publisher: z.string().max(300).optional(),
});

/** Atom 1.0 (RFC 4287). `origin` is where the library is served. */
export const toAtom = (items: readonly Item[], search: string, origin: string, self: string): string => {
  const day = (published: string | null): string =>
    `${(published ?? "1970-01-01").slice(0, 10).padEnd(10, "-01")}T00:00:00Z`;
  const newest =
    items
      .map(({ published }) => day(published))
      .sort()
      .at(-1) ?? day(null);
  const entries = items.map(({ id, title, publisher, published, hits }) => {
    const words = hits.map(({ text }) => text).join(" … ");
    return `<entry><id>urn:dragoman:${xmlText(id)}</id><title>${xmlText(title ?? (words.slice(0, 100) || id))}</title><updated>${day(published)}</updated><author><name>${xmlText(publisher ?? "unknown")}</name></author><link href="${xmlText(`${origin}/documents/${id}`)}"/><summary>${xmlText(words)}</summary></entry>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${xmlText(self)}</id><title>${xmlText(search)} · Dragoman</title><updated>${newest}</updated><link rel="self" href="${xmlText(self)}"/>
${entries.join("")}</feed>
`;
};

/** The route of feeds. */
export const addFeed = (app: OpenAPIHono, library: Library): void => {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/search/feed",
      operationId: "feed",
      summary: "A search as an Atom feed of its newest documents",
      request: { query },
      responses: {
        200: { description: "Atom", content: { "application/atom+xml": { schema: z.string() } } },
        ...troubles(400),
      },
    }),
    handled(async (context) => {
      const asked = context.req.valid("query" as never) as z.infer<typeof query>;
      const found = await library.ask("search", { ...asked, limit: 50 }, false);
      const { items } = JSON.parse(found!.body) as { items: Item[] };
      const { origin, href } = new URL(context.req.url);
      return respond(context, {
        body: toAtom(items, asked.q, origin, href),
        type: "application/atom+xml; charset=utf-8",
      });
    }),
  );
};
