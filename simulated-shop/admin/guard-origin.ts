import type { MiddlewareHandler } from "hono";
import { isLoopbackHost } from "../loopback-hosts.ts";

/**
 * Only this machine, and only pages of this server or programs without a page: another site open in the same browser
 * must not be able to read the admin (by a host name that points here) or to post to it.
 */
export const guardOrigin: MiddlewareHandler = async (c, next) => {
  const url = new URL(c.req.url);
  const origin = c.req.header("origin");
  if (!isLoopbackHost(url.hostname))
    return c.text("The simulated shop answers on this machine's own addresses only.", 403);
  if (
    c.req.method !== "GET" &&
    origin !== undefined &&
    origin !== `http://${c.req.header("host") ?? ""}`
  ) {
    return c.text("The simulated shop takes orders from its own pages only.", 403);
  }
  return next();
};
