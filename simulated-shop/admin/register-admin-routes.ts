import type { Hono } from "hono";
import type { SimulatedShopContext } from "../context.ts";
import type { Admin, AdminParts } from "./admin-parts.ts";
import { ApiRequestLog } from "./api-request-log.ts";
import { readBlockExtensions } from "./blocks/read-block-extensions.ts";
import { browserScript, scriptHeaders, type BrowserScript } from "./browser-scripts.ts";
import { createMemberCounter } from "./count-segment-members.ts";
import { guardOrigin } from "./guard-origin.ts";
import { registerSimulationRoutes } from "./simulate/register-simulation-routes.ts";
import { storePages } from "./store-pages.ts";
import { storePathOf } from "./store-paths.ts";
import { readStylesheet } from "./stylesheet.ts";

/** Serves the simulated admin (`/store/<handle>`), the App Bridge stand-in and `/simulate/…`. */
export function registerAdminRoutes(
  app: Hono,
  context: SimulatedShopContext,
  { extensionsFolder, ...parts }: Omit<AdminParts, "blocks"> & { extensionsFolder: string | null },
): void {
  const admin: Admin = {
    ...context,
    ...parts,
    blocks: extensionsFolder === null ? [] : readBlockExtensions(extensionsFolder),
    storePath: storePathOf(context.config.shopDomain),
    apiRequests: new ApiRequestLog(parts.traffic),
    countSegmentMembers: createMemberCounter(context.world),
  };
  const stylesheet = readStylesheet();

  app.get("/app-bridge.js", (c) => script("app-bridge", c.req.raw));
  app.get("/admin-assets/host.js", (c) => script("host", c.req.raw));
  app.get("/admin-assets/block-frame.js", (c) => script("block-frame", c.req.raw));
  app.get("/admin-assets/admin.css", (c) =>
    c.body(stylesheet, 200, { "content-type": "text/css; charset=utf-8" }),
  );

  app.use("/store/*", guardOrigin);
  app.use("/simulate/*", guardOrigin);
  app.get("/", (c) => c.redirect(admin.storePath));
  app.route(admin.storePath, storePages(app, admin));
  registerSimulationRoutes(app, admin);
}

async function script(name: BrowserScript, request: Request): Promise<Response> {
  const code = await browserScript(name);
  return new Response(request.method === "HEAD" ? null : code, {
    headers: scriptHeaders,
  });
}
