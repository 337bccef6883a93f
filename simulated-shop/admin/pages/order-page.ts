import { html } from "hono/html";
import { totalRefundedMinorOf, type Order } from "../../world/order.ts";
import type { Admin } from "../admin-parts.ts";
import { formatMoment, formatMoney } from "./format.ts";
import type { Page } from "./layout.ts";
import { actionForm, customerLink, statusBadge, tagChips } from "./parts.ts";

export function orderPage(admin: Admin, order: Order): Page {
  const { shop } = admin.world;
  const path = `${admin.storePath}/orders/${order.id}`;
  const leftMinor = order.totalMinor - totalRefundedMinorOf(order);
  return {
    title: `Order ${order.name}`,
    active: "orders",
    body: html`
      <section class="card" aria-label="Order">
        <dl class="facts">
          <dt>Customer</dt>
          <dd>${customerLink(admin, order.customer)}</dd>
          <dt>Placed</dt>
          <dd>${formatMoment(order.processedAtMs, shop)}</dd>
          <dt>Status</dt>
          <dd>${statusBadge(order)}</dd>
          <dt>Total</dt>
          <dd>${formatMoney(order.totalMinor, shop)}</dd>
          <dt>Refunded</dt>
          <dd>${formatMoney(totalRefundedMinorOf(order), shop)}</dd>
          <dt>Tags</dt>
          <dd>${tagChips(order.tags)}</dd>
        </dl>
      </section>
      <section class="card" aria-labelledby="lines">
        <h2 id="lines">Items</h2>
        <ul class="plain-list">
          ${order.lineItems.map((item) => html`<li>${item.quantity} × ${item.product.title} at ${formatMoney(item.unitPriceMinor, shop)}</li>`)}
        </ul>
      </section>
      <section class="card" aria-labelledby="change">
        <h2 id="change">Change this order</h2>
        ${
          leftMinor > 0
            ? html`<form method="post" action="/simulate/orders/${order.id}/refund" class="fields">
                <input type="hidden" name="returnTo" value="${path}" />
                <label
                  >Refund (${shop.currencyCode}, at most ${formatMoney(leftMinor, shop)})
                  <input name="amount" inputmode="decimal" placeholder="All of it" />
                </label>
                <button class="button" type="submit">Refund</button>
              </form>`
            : html`<p class="muted">Everything was given back.</p>`
        }
        <div class="button-row">
          ${order.cancelledAtMs === null ? actionForm(`/simulate/orders/${order.id}/cancel`, { label: "Cancel order" }, path) : ""}
          ${
            order.cancelledAtMs === null && leftMinor > 0
              ? actionForm(
                  `/simulate/orders/${order.id}/cancel`,
                  { label: "Cancel and refund" },
                  path,
                  { refund: "true" },
                )
              : ""
          }
          ${actionForm(`/simulate/orders/${order.id}/delete`, { label: "Delete order" }, `${admin.storePath}/orders`)}
        </div>
      </section>
    `,
  };
}
