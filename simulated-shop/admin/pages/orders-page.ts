import { html } from "hono/html";
import type { Admin } from "../admin-parts.ts";
import { formatCount } from "./format.ts";
import { latestOrders } from "./latest-orders.ts";
import type { Html, Page } from "./layout.ts";
import { orderForm } from "./order-form.ts";
import { ordersTable } from "./parts.ts";

const SHOWN = 50;

export function ordersPage(admin: Admin): Page {
  const path = `${admin.storePath}/orders`;
  return {
    title: "Orders",
    active: "orders",
    body: html`
      <section class="card" aria-labelledby="place-order">
        <h2 id="place-order">Place an order as a customer</h2>
        <p class="muted">
          It is placed at the shop's present time, and the app hears of it by webhook.
        </p>
        ${orderForm(admin, { customer: null, returnTo: path })}
      </section>
      <section class="card" aria-labelledby="latest-orders">
        <h2 id="latest-orders">Latest orders</h2>
        <div data-live="${path}/live">${liveOrders(admin)}</div>
      </section>
    `,
  };
}

/** The part of the page that keeps itself current. */
export function liveOrders(admin: Admin): Html {
  const { orders } = admin.world;
  return html`<p class="muted">
      Showing ${formatCount(Math.min(SHOWN, orders.size))} of ${formatCount(orders.size)} orders.
    </p>
    ${ordersTable(admin, latestOrders(admin.world, SHOWN), { returnTo: `${admin.storePath}/orders` })}`;
}
