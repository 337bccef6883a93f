import { html } from "hono/html";
import { displayNameOf, type Customer } from "../../world/customer.ts";
import type { Metafield } from "../../world/metafield.ts";
import { totalRefundedMinorOf } from "../../world/order.ts";
import type { Admin } from "../admin-parts.ts";
import { formatCount, formatMoney } from "./format.ts";
import type { Html, Page } from "./layout.ts";
import { orderForm } from "./order-form.ts";
import { ordersTable, tagChips } from "./parts.ts";

export function customerPage(admin: Admin, customer: Customer): Page {
  const path = `${admin.storePath}/customers/${customer.id}`;
  return {
    title: displayNameOf(customer) || `Customer ${customer.id}`,
    active: "customers",
    body: html`
      <div data-live="${path}/live">${liveCustomer(admin, customer)}</div>
      <section class="card" aria-labelledby="place-order">
        <h2 id="place-order">Place an order as this customer</h2>
        ${orderForm(admin, { customer, returnTo: path })}
      </section>
      <section class="card" aria-labelledby="change-tags">
        <h2 id="change-tags">Change tags by hand</h2>
        <form method="post" action="/simulate/customers/${customer.id}/tags" class="fields">
          <input type="hidden" name="returnTo" value="${path}" />
          <label>Add <input name="add" autocomplete="off" /></label>
          <label>Remove <input name="remove" autocomplete="off" /></label>
          <button class="button" type="submit">Change tags</button>
        </form>
      </section>
    `,
  };
}

/** What an app may change at any moment: tags, metafields and orders. */
export function liveCustomer(admin: Admin, customer: Customer): Html {
  const { shop } = admin.world;
  const spentMinor = customer.orders.reduce(
    (sum, order) => sum + order.totalMinor - totalRefundedMinorOf(order),
    0,
  );
  return html`
    <section class="card" aria-label="Customer">
      <dl class="facts">
        <dt>E-mail</dt>
        <dd>${customer.email || "—"}</dd>
        <dt>Country</dt>
        <dd>${customer.countryCode || "—"}</dd>
        <dt>Orders</dt>
        <dd>${formatCount(customer.orders.length)}</dd>
        <dt>Spent, less refunds</dt>
        <dd>${formatMoney(spentMinor, shop)}</dd>
        <dt>Tags</dt>
        <dd>${tagChips(customer.tags)}</dd>
      </dl>
    </section>
    <section class="card" aria-labelledby="metafields">
      <h2 id="metafields">Metafields</h2>
      ${metafieldsTable(customer.metafields)}
    </section>
    <section class="card" aria-labelledby="orders">
      <h2 id="orders">Orders</h2>
      ${ordersTable(admin, customer.orders.slice(-50).reverse(), { returnTo: `${admin.storePath}/customers/${customer.id}` })}
    </section>
  `;
}

function metafieldsTable(metafields: readonly Metafield[]): Html {
  if (metafields.length === 0) return html`<p class="muted">None.</p>`;
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="Metafields">
    <table>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Type</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        ${metafields.map(
          ({ namespace, key, type, value }) =>
            html`<tr>
              <th scope="row"><code>${namespace}.${key}</code></th>
              <td>${type}</td>
              <td><code class="value">${value}</code></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
