import { html } from "hono/html";
import type { Customer } from "../../world/customer.ts";
import type { Admin } from "../admin-parts.ts";
import { formatMoney } from "./format.ts";
import type { Html } from "./layout.ts";
import { suggestedEmailField } from "./suggested-email-field.ts";

const SHOWN_PRODUCTS = 60;

/** "Place an order as …": for one customer, or for whoever's e-mail is typed. */
export function orderForm(
  admin: Admin,
  { customer, returnTo }: { customer: Customer | null; returnTo: string },
): Html {
  const { shop, products } = admin.world;
  const offered = [...products.values()].slice(0, SHOWN_PRODUCTS);
  return html`<form method="post" action="/simulate/orders" class="fields">
    <input type="hidden" name="returnTo" value="${returnTo}" />
    ${
      customer === null
        ? suggestedEmailField(admin, { isRequired: true })
        : html`<input type="hidden" name="customerId" value="${customer.id}" />`
    }
    ${
      offered.length === 0
        ? ""
        : html`<label
            >Product
            <select name="productId">
              <option value="">Any, for this amount</option>
              ${offered.map((product) => html`<option value="${product.id}">${product.title} (${formatMoney(product.priceMinor, shop)})</option>`)}
            </select>
          </label>`
    }
    <label
      >Amount (${shop.currencyCode})
      <input
        name="amount"
        inputmode="decimal"
        placeholder="${offered.length === 0 ? "80.00" : "The product's price"}"
        ${offered.length === 0 ? html`required` : ""}
      />
    </label>
    <label>Quantity <input name="quantity" type="number" min="1" max="1000" value="1" /></label>
    <label class="checkbox"><input name="test" type="checkbox" value="true" /> Test order</label>
    <button class="button primary" type="submit">Place order</button>
  </form>`;
}
