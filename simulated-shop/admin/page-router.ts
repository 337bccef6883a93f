import type { Context, Hono } from "hono";
import type { Admin } from "./admin-parts.ts";
import { layout, type Html, type Notice, type Page } from "./pages/layout.ts";
import { missingPage } from "./pages/missing-page.ts";
import { readPreferences } from "./preferences.ts";

// A page that comes back from the cache would carry an old session token and old orders.
const FRESH = { "cache-control": "no-store" };

/** How pages, and the parts of them that keep themselves current, are added. Null is a page that says it is missing. */
export function createPageRouter(pages: Hono, admin: Admin) {
  return {
    page: (path: string, draw: (c: Context) => Page | null): void => {
      pages.get(path, async (c) => {
        const drawn = draw(c);
        const view = { ...admin, path: c.req.path, preferences: readPreferences(c) };
        const page = drawn ?? missingPage(admin, c.req.path.slice(admin.storePath.length));
        const text = await layout(view, { notice: noticeOf(c), ...page });
        return c.html(text, drawn === null ? 404 : 200, FRESH);
      });
    },
    live: (path: string, draw: (c: Context) => Html | null): void => {
      pages.get(path, async (c) => {
        const drawn = draw(c);
        return drawn === null ? c.notFound() : c.html(await drawn, 200, FRESH);
      });
    },
  };
}

function noticeOf(c: Context): Notice | null {
  const problem = c.req.query("problem");
  const notice = c.req.query("notice");
  if (problem !== undefined) return { kind: "problem", text: problem };
  return notice === undefined ? null : { kind: "done", text: notice };
}
