import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";

export interface TestServer {
  url: string;
  /** Also ends connections that are still open. */
  close(): Promise<void>;
}

/** Serves on a free port of this machine. */
export function listen(app: Hono): Promise<TestServer> {
  return new Promise((resolve) => {
    const options = { fetch: app.fetch, hostname: "127.0.0.1", port: 0 };
    const server = serve(options, ({ port }: AddressInfo) => {
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
  });
}
