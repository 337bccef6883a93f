import { html } from "hono/html";
import type { AdminView } from "../admin-parts.ts";
import { formatMoment } from "./format.ts";
import { preferencesMenu } from "./preferences-menu.ts";
import { icon, type IconName } from "./icons.ts";

export type Html = ReturnType<typeof html>;
export type NavEntry =
  | "orders"
  | "products"
  | "customers"
  | "segments"
  | "discounts"
  | "storefront"
  | "inspector"
  | "app"
  /** A page that the menu does not name. */
  | "none";

export type Page = {
  readonly title: string;
  readonly active: NavEntry;
  readonly body: Html;
  /** Shown above the body: what was just done, or why it was not. */
  readonly notice?: Notice | null;
};

export type Notice = { readonly kind: "done" | "problem"; readonly text: string };

/** The admin's frame around a page: top bar, menu, main. */
export function layout(admin: AdminView, { title, active, body, notice = null }: Page): Html {
  const { shop, clock } = admin.world;
  const appName = admin.appConfiguration?.name ?? null;
  const entry = (name: NavEntry, path: string, label: string, iconName: IconName): Html => html`
    <li>
      <a href="${admin.storePath}${path}" ${current(name === active)}>${icon(iconName)}${label}</a>
    </li>
  `;
  return html`<!doctype html>
    <html lang="en" data-theme="${admin.preferences.theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${shop.name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/admin-assets/admin.css" />
        <script defer src="/admin-assets/host.js"></script>
      </head>
      <body data-shop-name="${shop.name}">
        <a class="skip-link" href="#main">Skip to content</a>
        <header class="top-bar">
          <button
            id="nav-toggle"
            class="nav-toggle"
            type="button"
            aria-expanded="false"
            aria-controls="nav"
          >
            Menu
          </button>
          <a class="shop-name" href="${admin.storePath}">${shop.name}</a>
          <span class="badge on-dark">Simulated</span>
          <span class="top-bar-clock"
            ><span class="visually-hidden">Shop time: </span
            >${formatMoment(clock.nowMs(), shop)}</span
          >
          ${preferencesMenu(admin)}
          <div
            id="save-bar"
            class="save-bar"
            role="region"
            aria-label="Unsaved changes"
            hidden
          ></div>
        </header>
        <nav id="nav" class="nav" aria-label="Admin">
          <ul>
            ${entry("orders", "/orders", "Orders", "orders")}
            ${entry("products", "/products", "Products", "products")}
            ${entry("customers", "/customers", "Customers", "customers")}
            ${entry("segments", "/segments", "Segments", "segments")}
            ${entry("discounts", "/discounts", "Discounts", "discounts")}
          </ul>
          ${
            appName === null
              ? ""
              : html`<h2>Apps</h2>
                  <ul>
                    <li>
                      <a
                        id="app-home-link"
                        href="${admin.storePath}/apps/${admin.appConfiguration?.handle ?? ""}"
                        >${icon("app")}${appName}</a
                      >
                      <ul id="app-nav" class="app-nav"></ul>
                    </li>
                  </ul>`
          }
          <h2>Simulator</h2>
          <ul>
            ${entry("storefront", "/storefront", "Storefront", "storefront")}
            ${entry("inspector", "/inspector", "Inspector", "inspector")}
          </ul>
        </nav>
        ${
          active === "app"
            ? body
            : html`<main id="main" class="page" tabindex="-1">
                ${notice === null ? "" : html`<p class="notice ${notice.kind}" role="status">${notice.text}</p>`}
                <h1>${title}</h1>
                ${body}
              </main>`
        }
        <div id="toasts" class="toasts" role="status" aria-live="polite"></div>
      </body>
    </html>`;
}

function current(isCurrent: boolean): Html | string {
  return isCurrent ? html`aria-current="page"` : "";
}
