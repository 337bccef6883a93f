import { html } from "hono/html";
import type { Customer } from "../../world/customer.ts";
import { displayNameOf } from "../../world/customer.ts";
import type { Order } from "../../world/order.ts";
import { totalRefundedMinorOf } from "../../world/order.ts";
import type { Admin } from "../admin-parts.ts";
import { formatMoment, formatMoney } from "./format.ts";
import type { Html } from "./layout.ts";

/** A customer's name as a link to their page; "Guest" for nobody. */
export function customerLink({ storePath }: Admin, customer: Customer | null): Html {
  if (customer === null) return html`<span class="muted">Guest</span>`;
  return html`<a href="${storePath}/customers/${customer.id}"
    >${displayNameOf(customer) || `Customer ${customer.id}`}</a
  >`;
}

export function tagChips(tags: readonly string[]): Html {
  if (tags.length === 0) return html`<span class="muted">None</span>`;
  return html`<ul class="chips">
    ${tags.map((tag) => html`<li class="chip">${tag}</li>`)}
  </ul>`;
}

/** A word for an order's state: cancelled, or how it was paid. */
export function statusBadge(order: Order): Html {
  const words =
    order.cancelledAtMs === null ? order.financialStatus.replaceAll("_", " ") : "cancelled";
  return html`<span class="badge ${words === "paid" ? "good" : ""}">${words}</span
    >${order.test ? html` <span class="badge">test</span>` : ""}`;
}

/** Orders, newest first, with buttons to refund and cancel each. */
export function ordersTable(
  admin: Admin,
  orders: readonly Order[],
  { returnTo }: { returnTo: string },
): Html {
  const { shop } = admin.world;
  if (orders.length === 0) return html`<p class="muted">No orders yet.</p>`;
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="Table: Orders">
    <table>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Date</th>
          <th scope="col">Customer</th>
          <th scope="col">Status</th>
          <th scope="col" class="number">Total</th>
          <th scope="col" class="number">Refunded</th>
          <th scope="col"><span class="visually-hidden">Actions</span></th>
        </tr>
      </thead>
      <tbody>
        ${orders.map(
          (order) =>
            html`<tr>
              <th scope="row"><a href="${admin.storePath}/orders/${order.id}">${order.name}</a></th>
              <td class="nowrap">${formatMoment(order.processedAtMs, shop)}</td>
              <td>${customerLink(admin, order.customer)}</td>
              <td>${statusBadge(order)}</td>
              <td class="number">${formatMoney(order.totalMinor, shop)}</td>
              <td class="number">
                ${order.refunds.length === 0 ? "—" : formatMoney(totalRefundedMinorOf(order), shop)}
              </td>
              <td class="actions">${orderButtons(order, returnTo)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function orderButtons(order: Order, returnTo: string): Html {
  const isRefundable = totalRefundedMinorOf(order) < order.totalMinor;
  return html`
    ${isRefundable ? actionForm(`/simulate/orders/${order.id}/refund`, { label: "Refund", about: `${order.name} in full` }, returnTo) : ""}
    ${order.cancelledAtMs === null ? actionForm(`/simulate/orders/${order.id}/cancel`, { label: "Cancel", about: order.name }, returnTo) : ""}
  `;
}

/**
 * A button that does one thing and comes back. `about` completes the label for those who hear it: "Refund #1001";
 * `confirm` is asked before it is done.
 */
export function actionForm(
  action: string,
  { label, about = "", confirm }: { label: string; about?: string; confirm?: string },
  returnTo: string,
  fields: Readonly<Record<string, string>> = {},
): Html {
  return html`<form
    method="post"
    action="${action}"
    class="inline-form"
    ${confirm === undefined ? "" : html`data-confirm="${confirm}"`}
  >
    <input type="hidden" name="returnTo" value="${returnTo}" />
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button class="button small" type="submit">
      ${label}${about === "" ? "" : html`<span class="visually-hidden"> ${about}</span>`}
    </button>
  </form>`;
}
