import { html } from "hono/html";
import type { Product } from "../../world/product.ts";
import type { Admin } from "../admin-parts.ts";
import { table } from "./fields.ts";
import { formatCount, formatMoney } from "./format.ts";
import type { Page } from "./layout.ts";
import { tagChips } from "./parts.ts";

const SHOWN = 200;

export function productsPage({ world, storePath }: Admin): Page {
  const shown = [...world.products.values()].slice(0, SHOWN);
  return {
    title: "Products",
    active: "products",
    body: html`<div class="card">
      <p class="muted">
        Showing ${formatCount(shown.length)} of ${formatCount(world.products.size)} products.
      </p>
      ${table(
        "Products",
        ["Product", "Type", "Vendor", "SKU", { number: "Price" }],
        shown.map(
          (product) =>
            html`<tr>
              <th scope="row">
                <a href="${storePath}/products/${product.id}">${product.title}</a>
              </th>
              <td>${product.productType}</td>
              <td>${product.vendor}</td>
              <td>${product.sku}</td>
              <td class="number">${formatMoney(product.priceMinor, world.shop)}</td>
            </tr>`,
        ),
      )}
    </div>`,
  };
}

export function productPage({ world }: Admin, product: Product): Page {
  return {
    title: product.title,
    active: "products",
    body: html`<section class="card" aria-label="Product">
      <dl class="facts">
        <dt>Type</dt>
        <dd>${product.productType || "—"}</dd>
        <dt>Vendor</dt>
        <dd>${product.vendor || "—"}</dd>
        <dt>SKU</dt>
        <dd>${product.sku || "—"}</dd>
        <dt>Price</dt>
        <dd>${formatMoney(product.priceMinor, world.shop)}</dd>
        <dt>Tags</dt>
        <dd>${tagChips(product.tags ?? [])}</dd>
      </dl>
    </section>`,
  };
}
