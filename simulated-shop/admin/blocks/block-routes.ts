import type { Context, Hono } from "hono";
import { html, raw } from "hono/html";
import { z } from "zod";
import type { Admin } from "../admin-parts.ts";
import { blockScript, scriptHeaders } from "../browser-scripts.ts";
import { readPreferences } from "../preferences.ts";
import type { BlockStart } from "./frame/protocol.ts";
import type { BlockExtension } from "./read-block-extensions.ts";

const directRequestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).optional(),
  version: z.string().optional(),
});

const DEFAULT_API_VERSION = "2026-07";

/** Serves the pages in which blocks and actions run, their scripts, and their direct access to the Admin API. */
export function registerBlockRoutes(app: Hono, pages: Hono, admin: Admin): void {
  pages.get("/blocks/:kind/:handle/frame", (c) => {
    const block = blockOf(c);
    return block === undefined
      ? c.notFound()
      : c.html(framePage(admin, block, c), 200, {
          "cache-control": "no-store",
          "content-security-policy": "sandbox allow-scripts",
        });
  });

  pages.get("/blocks/:kind/:handle/block.js", async (c) => {
    const block = blockOf(c);
    if (block === undefined) return c.notFound();
    const code = await blockScript(block.file);
    return c.body(code, 200, scriptHeaders);
  });

  // With the rights of the app, like Shopify's direct access when the merchant may do all that the app may.
  pages.post("/direct-api", async (c) => {
    const parsed = directRequestSchema.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) return c.json({ errors: [{ message: "The request has no query." }] }, 400);
    const { version = DEFAULT_API_VERSION, query, variables } = parsed.data;
    return app.request(`/admin/api/${version}/graphql.json`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-shopify-access-token": admin.config.accessToken,
      },
      body: JSON.stringify({ query, variables }),
    });
  });

  function blockOf(c: Context): BlockExtension | undefined {
    return admin.blocks.find(
      ({ kind, handle }) => kind === c.req.param("kind") && handle === c.req.param("handle"),
    );
  }
}

function framePage({ config, storePath }: Admin, block: BlockExtension, c: Context) {
  const { locale, theme } = readPreferences(c);
  const start: BlockStart = {
    target: block.target,
    selectedGid: c.req.query("id") ?? "",
    appUrl: config.appUrl,
    locale,
    words: block.words.get(locale) ?? block.words.get(locale.split("-")[0] ?? "") ?? {},
    defaultWords: block.defaultWords,
  };
  return html`<!doctype html>
    <html lang="${locale}" data-theme="${theme}">
      <head>
        <meta charset="utf-8" />
        <title>${block.name}</title>
        <script id="block-start" type="application/json">
          ${raw(JSON.stringify(start).replaceAll("<", "\\u003c"))}
        </script>
        <script crossorigin src="/admin-assets/block-frame.js"></script>
        <script
          crossorigin
          defer
          src="${storePath}/blocks/${block.kind}/${block.handle}/block.js"
        ></script>
      </head>
      <body></body>
    </html>`;
}
