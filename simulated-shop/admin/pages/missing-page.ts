import { html } from "hono/html";
import type { Admin } from "../admin-parts.ts";
import type { Page } from "./layout.ts";

/** Where an address leads that Shopify's admin may know and this one does not. */
export function missingPage({ storePath }: Admin, path: string): Page {
  return {
    title: "There is no such page here",
    active: "none",
    body: html`<div class="card">
      <p>
        <code>${path}</code> is not simulated, or what it shows is not in this shop. Simulated are
        orders, products, customers, segments and discounts, and the app's own pages.
      </p>
      <p><a href="${storePath}/orders">Orders</a></p>
    </div>`,
  };
}
