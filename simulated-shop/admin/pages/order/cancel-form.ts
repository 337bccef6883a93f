import { html } from "hono/html";
import type { Order } from "../../../world/order.ts";
import { checkboxField, hiddenField, selectField } from "../fields.ts";
import type { Html } from "../layout.ts";

const REASONS = [
  ["customer", "Customer changed their mind"],
  ["declined", "Payment declined"],
  ["fraud", "Fraud"],
  ["inventory", "Items unavailable"],
  ["staff", "Staff error"],
  ["other", "Other"],
] as const;

export function cancelForm(order: Order, path: string): Html {
  return html`<form method="post" action="/simulate/orders/${order.id}/cancel" class="fields">
    ${hiddenField("returnTo", path)} ${selectField("Reason", "reason", REASONS)}
    ${checkboxField("Give the money back", "refund")}
    ${checkboxField("Put back in stock", "restock")}
    <label>Note of staff <input name="note" autocomplete="off" /></label>
    <button class="button" type="submit">Cancel order</button>
  </form>`;
}
