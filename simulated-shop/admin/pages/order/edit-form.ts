import { html } from "hono/html";
import { lineItemIdOf, type Order } from "../../../world/order.ts";
import { currentQuantityOf } from "../../../world/order-quantities.ts";
import type { Admin } from "../../admin-parts.ts";
import { hiddenField, productField } from "../fields.ts";
import type { Html } from "../layout.ts";

/** New quantities and one more product, committed at once. */
export function editForm({ world }: Admin, order: Order, path: string): Html {
  return html`<form method="post" action="/simulate/orders/${order.id}/edit" class="fields">
    ${hiddenField("returnTo", path)}
    <fieldset>
      <legend>New quantities</legend>
      ${order.lineItems.map(
        (line, index) =>
          html`${hiddenField(`lines.${index}.lineItemId`, lineItemIdOf(order, index))}
            <label
              >${line.product.title}
              <input
                name="lines.${index}.quantity"
                type="number"
                min="0"
                max="10000"
                value="${currentQuantityOf(order, index)}"
            /></label>`,
      )}
    </fieldset>
    ${productField(world, { label: "Add a product", name: "addProductId", none: "None" })}
    <label
      >Quantity to add <input name="addQuantity" type="number" min="1" max="1000" value="1"
    /></label>
    <label>Reason <input name="note" autocomplete="off" /></label>
    <button class="button" type="submit">Edit order</button>
  </form>`;
}
