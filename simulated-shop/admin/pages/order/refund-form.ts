import { html } from "hono/html";
import { lineItemIdOf, totalRefundedMinorOf, type Order } from "../../../world/order.ts";
import { refundableQuantityOf } from "../../../world/order-quantities.ts";
import type { Admin } from "../../admin-parts.ts";
import { checkboxField, hiddenField } from "../fields.ts";
import { formatMoney } from "../format.ts";
import type { Html } from "../layout.ts";

/** By pieces, by amount, or all that is left. */
export function refundForm({ world: { shop } }: Admin, order: Order, path: string): Html {
  const leftMinor = order.totalMinor - totalRefundedMinorOf(order);
  const isAnythingLeft = order.lineItems.some((_, index) => refundableQuantityOf(order, index) > 0);
  if (leftMinor <= 0 && !isAnythingLeft)
    return html`<p class="muted">Everything was given back.</p>`;
  return html`<form method="post" action="/simulate/orders/${order.id}/refund" class="fields">
    ${hiddenField("returnTo", path)}
    <fieldset>
      <legend>Pieces that come back</legend>
      ${order.lineItems.map((line, index) => {
        const most = refundableQuantityOf(order, index);
        return most === 0
          ? ""
          : html`${hiddenField(`lines.${index}.lineItemId`, lineItemIdOf(order, index))}
              <label
                >${line.product.title}, at most ${most}
                <input
                  name="lines.${index}.quantity"
                  type="number"
                  min="0"
                  max="${most}"
                  placeholder="0"
              /></label>`;
      })}
    </fieldset>
    <label
      >Refund (${shop.currencyCode}, at most ${formatMoney(leftMinor, shop)})
      <input name="amount" inputmode="decimal" placeholder="What they cost, or all" />
    </label>
    <label>Note <input name="note" autocomplete="off" /></label>
    ${checkboxField("Put back in stock", "restock")}
    <button class="button" type="submit">Refund</button>
  </form>`;
}
