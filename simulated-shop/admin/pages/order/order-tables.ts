import { html } from "hono/html";
import type { Order } from "../../../world/order.ts";
import { currentQuantityOf } from "../../../world/order-quantities.ts";
import type { Admin } from "../../admin-parts.ts";
import { table } from "../fields.ts";
import { formatCount, formatMoment, formatMoney } from "../format.ts";
import type { Html } from "../layout.ts";

export function linesTable({ world: { shop } }: Admin, order: Order): Html {
  return table(
    "Items",
    ["Item", { number: "Bought" }, { number: "Now" }, { number: "Price" }, { number: "Discount" }],
    order.lineItems.map(
      ({ product, quantity, unitPriceMinor, discountMinor }, index) =>
        html`<tr>
          <th scope="row">${product.title}</th>
          <td class="number">${formatCount(quantity)}</td>
          <td class="number">${formatCount(currentQuantityOf(order, index))}</td>
          <td class="number">${formatMoney(unitPriceMinor, shop)}</td>
          <td class="number">${discountMinor === 0 ? "—" : formatMoney(discountMinor, shop)}</td>
        </tr>`,
    ),
  );
}

export function refundsTable({ world: { shop } }: Admin, order: Order): Html {
  return table(
    "Refunds",
    ["When", "Taken back", "Note", { number: "Given back" }],
    order.refunds.map(
      ({ createdAtMs, lines, note, amountMinor }) =>
        html`<tr>
          <th scope="row" class="nowrap">${formatMoment(createdAtMs, shop)}</th>
          <td>
            ${
              lines
                .map(
                  ({ quantity, lineItemIndex }) =>
                    `${quantity} × ${order.lineItems[lineItemIndex]?.product.title ?? "?"}`,
                )
                .join(", ") || "—"
            }
          </td>
          <td>${note ?? "—"}</td>
          <td class="number">${formatMoney(amountMinor, shop)}</td>
        </tr>`,
    ),
  );
}
