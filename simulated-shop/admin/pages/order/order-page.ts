import { html } from "hono/html";
import { totalRefundedMinorOf, type Order } from "../../../world/order.ts";
import { currentTotalMinorOf } from "../../../world/order-amounts.ts";
import { presentmentOf, toPresentmentMinor } from "../../../world/presentment.ts";
import type { Admin } from "../../admin-parts.ts";
import { card } from "../fields.ts";
import { formatMoment, formatMoney } from "../format.ts";
import type { Html, Page } from "../layout.ts";
import { actionForm, customerLink, statusBadge, tagChips } from "../parts.ts";
import { cancelForm } from "./cancel-form.ts";
import { editForm } from "./edit-form.ts";
import { linesTable, refundsTable } from "./order-tables.ts";
import { refundForm } from "./refund-form.ts";

export function orderPage(admin: Admin, order: Order): Page {
  const path = `${admin.storePath}/orders/${order.id}`;
  const isOpen = order.cancelledAtMs === null;
  return {
    title: `Order ${order.name}`,
    active: "orders",
    body: html`
      <section class="card" aria-label="Order">${facts(admin, order)}</section>
      ${card("lines", "Items", linesTable(admin, order))}
      ${order.refunds.length === 0 ? "" : card("refunds", "Refunds", refundsTable(admin, order))}
      ${card("refund", "Refund", refundForm(admin, order, path))}
      ${isOpen ? card("edit", "Edit", editForm(admin, order, path)) : ""}
      <div class="columns">
        ${isOpen ? card("cancel", "Cancel", cancelForm(order, path)) : ""}
        ${card(
          "delete",
          "Delete",
          actionForm(
            `/simulate/orders/${order.id}/delete`,
            { label: "Delete order", confirm: `Delete order ${order.name}?` },
            `${admin.storePath}/orders`,
          ),
        )}
      </div>
    `,
  };
}

function facts(admin: Admin, order: Order): Html {
  const { world } = admin;
  const { shop } = world;
  const presentment = presentmentOf(world, order);
  const discounts = order.rare?.appliedDiscounts ?? [];
  const isForeign = presentment.currencyCode !== shop.currencyCode;
  const seenMinor = toPresentmentMinor(order.totalMinor, shop.currencyCode, presentment);
  return html`<dl class="facts">
    <dt>Customer</dt>
    <dd>${customerLink(admin, order.customer)}</dd>
    <dt>Placed</dt>
    <dd>${formatMoment(order.processedAtMs, shop)}</dd>
    <dt>Status</dt>
    <dd>${statusBadge(order)}${order.cancelReason === null ? "" : ` (${order.cancelReason})`}</dd>
    <dt>Total</dt>
    <dd>
      ${formatMoney(order.totalMinor, shop)}${isForeign ? `, seen as ${formatMoney(seenMinor, presentment)}` : ""}
    </dd>
    <dt>Worth now</dt>
    <dd>${formatMoney(currentTotalMinorOf(order), shop)}</dd>
    <dt>Refunded</dt>
    <dd>${formatMoney(totalRefundedMinorOf(order), shop)}</dd>
    <dt>Discounts</dt>
    <dd>
      ${
        discounts.length === 0
          ? "—"
          : discounts
              .map(
                ({ label, kind, amountMinor }) =>
                  `${label} (${kind}): −${formatMoney(amountMinor, shop)}`,
              )
              .join("; ")
      }
    </dd>
    <dt>Tags</dt>
    <dd>${tagChips(order.tags)}</dd>
  </dl>`;
}
