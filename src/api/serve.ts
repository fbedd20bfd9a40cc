// An app -> a listening server.
import { serve as listen, type ServerType } from "@hono/node-server";
import { StoreError } from "../store/open-store.ts";
import type { makeApp } from "./app.ts";

/** Where a server listens, and how to stop it. */
export type Serving = { readonly port: number; readonly close: () => Promise<void> };

/** Serves the app; port 0 takes any that is free. Rejects with StoreError where it can't. */
export const serve = (app: ReturnType<typeof makeApp>, host: string, port: number): Promise<Serving> =>
  new Promise((done, failed) => {
    const server: ServerType = listen({ fetch: app.fetch, hostname: host, port }, (info) => {
      server.off("error", refused);
      done({ port: info.port, close: () => closed(server) });
    });
    const refused = (error: NodeJS.ErrnoException) =>
      failed(
        new StoreError(
          `${host}:${port}: can't be listened on (${error.code ?? error.message}); name another with --port`,
        ),
      );
    server.on("error", refused);
  });

const closed = (server: ServerType): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
