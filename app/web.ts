/**
 * Entry of the web process: `node app/web.ts`, after `npm run build`. Remix's own server would do, but it logs
 * whole addresses, and those of an embedded app carry session tokens.
 */
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { pino } from "pino";

/** Shopify's largest webhooks are orders with hundreds of lines, of a few megabytes. */
const largestBodyBytes = 20_000_000;
const yearSeconds = 31_536_000;

// The build exists only after `npm run build`, so the name is put together where the type checker does not look.
const buildFile = new URL("../build/server/index.js", import.meta.url).href;
const build = (await import(buildFile)) as ServerBuild;

/**
 * A shop's webhooks come in bursts, and looking for the route of each among those of all pages takes longer than all
 * that is done about it: the route's own action is asked directly.
 */
async function takeWebhook(request: Request): Promise<Response> {
  const { action } = build.routes["routes/webhooks.$"]?.module ?? {};
  const answer: unknown = await action?.({ request, params: {}, context: {} });
  if (answer instanceof Response) return answer;
  throw new Error("the build has no route for webhooks");
}

const log = pino({ name: "web" });
const answer = createRequestHandler(build, "production");
const web = new Hono();
web.post("/webhooks/*", bodyLimit({ maxSize: largestBodyBytes }), async (c) => {
  const request = c.req.raw;
  try {
    return await takeWebhook(request);
  } catch (error) {
    build.entry.module.handleError?.(error, { request, params: {}, context: {} });
    return new Response(null, { status: 500 });
  }
});
web.use(compress());
// Names of assets change with their content.
web.use("/assets/*", async (c, next) => {
  await next();
  if (c.res.ok) c.header("Cache-Control", `public, max-age=${String(yearSeconds)}, immutable`);
});
web.use("*", serveStatic({ root: "build/client" }));
web.use(bodyLimit({ maxSize: largestBodyBytes }));
web.all("*", async (c) => {
  const startedAt = performance.now();
  const response = await answer(c.req.raw);
  const milliseconds = Math.round(performance.now() - startedAt);
  log.debug(
    { method: c.req.method, path: c.req.path, status: response.status, milliseconds },
    "answered",
  );
  return response;
});

const server = serve(
  {
    fetch: web.fetch,
    port: Number(process.env.PORT ?? "3000"),
    hostname: process.env.HOST ?? "0.0.0.0",
  },
  ({ port }) => {
    log.info({ port }, "listening");
  },
);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    // Browsers keep connections open; requests under way are finished.
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5_000).unref();
  });
}
