import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { html } from "hono/html";
import type { SimulatedShopConfig } from "../context.ts";
import { checkSessionToken } from "../tokens/session-token.ts";

export type EmbeddedApp = {
  readonly url: string;
  /** Saved values of the settings form, oldest first. */
  readonly saved: readonly string[];
  close(): void;
};

/**
 * A throw-away embedded app: checks session tokens as Shopify's library does (bounce page included), and uses every
 * part of App Bridge the stand-in offers. Its router is ten lines.
 */
export function startEmbeddedApp(
  config: Pick<SimulatedShopConfig, "clientId" | "clientSecret" | "shopDomain" | "url">,
): Promise<EmbeddedApp> {
  const saved: string[] = [];
  const app = new Hono();

  app.get("/auth/session-token", (c) =>
    c.html(`<script data-api-key="${config.clientId}" src="${config.url}/app-bridge.js"></script>`),
  );
  app.get("/whoami", (c) => {
    const token = c.req.header("authorization")?.replace("Bearer ", "") ?? "";
    const check = checkSessionToken(token, config, Date.now());
    return check.kind === "valid"
      ? c.json({ shop: check.claims.dest })
      : c.text(check.reason, 401, { "x-shopify-retry-invalid-session-request": "1" });
  });
  app.post("/save", async (c) => {
    if (c.req.header("authorization") === undefined) return c.text("no session token", 401);
    const weight = (await c.req.formData()).get("weight");
    if (typeof weight === "string") saved.push(weight);
    return c.json({});
  });
  // For blocks, which call from a page without an origin.
  app.use("/app/customers/:id/card", cors());
  app.get("/app/customers/:id/card", (c) => {
    const token = c.req.header("authorization")?.replace("Bearer ", "") ?? "";
    const check = checkSessionToken(token, config, Date.now());
    return check.kind === "valid" ? c.json(sampleCard) : c.text(check.reason, 401);
  });
  app.get("/app/*", (c) => {
    const check = checkSessionToken(c.req.query("id_token") ?? "", config, Date.now());
    if (check.kind === "valid")
      return c.html(pageOf(config), 200, {
        "content-security-policy": `frame-ancestors ${config.url}`,
      });
    const url = new URL(c.req.url);
    url.searchParams.delete("id_token");
    const target = `${url.pathname}?${url.searchParams.toString()}`;
    url.searchParams.set("shopify-reload", new URL(target, url).href);
    return c.redirect(`/auth/session-token?${url.searchParams.toString()}`);
  });

  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      resolve({ url: `http://127.0.0.1:${port}`, saved, close: () => server.close() });
    });
  });
}

/** What an app may say of a customer. */
const sampleCard = {
  kind: "ranked",
  tierKey: "core",
  tiers: [
    { key: "core", name: "Core", aboveValue: 80 },
    { key: "base", name: "Base", aboveValue: null },
  ],
  override: null,
  value: 91,
  valueBeats: 0.9,
  rankedCustomers: 500,
  nextChange: { on: "2026-12-24", tier: "Base", group: null },
};

function pageOf({
  clientId,
  url,
}: Pick<SimulatedShopConfig, "clientId" | "url">): ReturnType<typeof html> {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <title>Home</title>
        <style>
          body {
            font: 14px system-ui;
            padding: 16px;
          }
        </style>
      </head>
      <body>
        <script data-api-key="${clientId}" src="${url}/app-bridge.js"></script>
        <ui-nav-menu>
          <a href="/app" rel="home">Home</a>
          <a href="/app/customers">Customers</a>
          <a href="/app/settings">Settings</a>
        </ui-nav-menu>
        <ui-title-bar title="My page"
          ><button variant="primary" onclick="note('primary pressed')">Create</button></ui-title-bar
        >
        <ui-save-bar id="bar">
          <button variant="primary" onclick="note('bar saved')">Save</button>
          <button onclick="note('bar discarded'); shopify.saveBar.hide('bar')">Discard</button>
        </ui-save-bar>
        <ui-modal id="modal">
          <p>Apply these rules?</p>
          <ui-title-bar title="Apply?">
            <button variant="primary" onclick="note('applied'); shopify.modal.hide('modal')">
              Apply
            </button>
            <button onclick="shopify.modal.hide('modal')">Cancel</button>
          </ui-title-bar>
        </ui-modal>
        <main>
          <h1></h1>
          <p id="note" role="status"></p>
          <p>
            <a href="/app/customers/7">Customer 7</a>
            <a href="shopify:admin/customers">Shopify customers</a>
          </p>
          <button onclick="whoAmI()">Who am I</button>
          <button
            onclick="shopify.toast.show('Tiers saved', { action: 'Undo', onAction: () => note('undone') })"
          >
            Toast
          </button>
          <button onclick="shopify.modal.show('modal')">Modal</button>
          <button onclick="shopify.saveBar.show('bar')">Bar</button>
          <button onclick="pick()">Pick</button>
          <form data-save-bar>
            <label>Weight <input name="weight" value="50" /></label>
          </form>
        </main>
        <script>
          function note(text) {
            document.getElementById("note").textContent = text;
          }
          function draw() {
            document.title = location.pathname;
            document.querySelector("h1").textContent = location.pathname;
          }
          function go(path) {
            history.pushState({ idx: (history.state?.idx ?? 0) + 1 }, "", path);
            draw();
          }
          async function whoAmI() {
            const response = await fetch("/whoami");
            note(response.status + " " + (await response.text()));
          }
          async function pick() {
            const chosen = await shopify.resourcePicker({ type: "product", multiple: true });
            note(
              chosen === undefined ? "nothing picked" : chosen.map(({ title }) => title).join(", "),
            );
          }
          history.replaceState({ idx: 0 }, "");
          addEventListener("shopify:navigate", (event) => go(event.target.getAttribute("href")));
          addEventListener("popstate", draw);
          document.addEventListener("click", (event) => {
            const link = event.target.closest("main a[href^='/']");
            if (link === null) return;
            event.preventDefault();
            shopify.saveBar.leaveConfirmation().then(() => go(link.getAttribute("href")));
          });
          document.querySelector("form").addEventListener("submit", async (event) => {
            event.preventDefault();
            await fetch("/save", { method: "POST", body: new FormData(event.target) });
            note("saved");
          });
          draw();
        </script>
      </body>
    </html>`;
}
