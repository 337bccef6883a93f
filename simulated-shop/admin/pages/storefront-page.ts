import { html } from "hono/html";
import { checkoutSubtotalMinorOf } from "../../world/abandoned-checkout.ts";
import { formatPadded } from "../../world/money.ts";
import type { Admin } from "../admin-parts.ts";
import { card, checkboxField, hiddenField, productField, selectField } from "./fields.ts";
import type { Html, Page } from "./layout.ts";
import { liveOrders } from "./orders-page.ts";
import { suggestedEmailField } from "./suggested-email-field.ts";

const LINES = 4;
const LEFT_SHOWN = 5;
const FOREIGN_CURRENCIES = ["EUR", "USD", "GBP", "JPY", "CNY", "RUB"];

/** A checkout: several products, discount codes, another currency. */
export function storefrontPage(admin: Admin): Page {
  const path = `${admin.storePath}/storefront`;
  return {
    title: "Storefront",
    active: "storefront",
    body: html`
      ${card("check-out", "Check out a cart", checkOutForm(admin, path))}
      ${leftCheckouts(admin, path)}
      ${card(
        "latest-orders",
        "Latest orders",
        html`<div data-live="${admin.storePath}/orders/live">${liveOrders(admin)}</div>`,
      )}
    `,
  };
}

/** Whoever left a checkout may come back to it. */
function leftCheckouts({ world }: Admin, path: string): Html {
  const left = [...world.checkouts.values()].filter(({ completedAtMs }) => completedAtMs === null);
  if (left.length === 0) return html``;
  return html`${card(
    "left-checkouts",
    "Checkouts that were left",
    html`<ul>
      ${left.slice(-LEFT_SHOWN).map(
        (checkout) =>
          html`<li>
            <form method="post" action="/simulate/checkouts/${checkout.id}/complete">
              ${hiddenField("returnTo", path)} ${checkout.email || "A guest"}:
              ${formatPadded(checkoutSubtotalMinorOf(checkout), world.shop.currencyCode)}
              ${world.shop.currencyCode}
              <button class="button" type="submit">Come back and pay</button>
            </form>
          </li>`,
      )}
    </ul>`,
  )}`;
}

function checkOutForm(admin: Admin, path: string): Html {
  const { world } = admin;
  if (world.products.size === 0)
    return html`<p class="muted">This shop sells no products; place orders on the orders page.</p>`;
  const { currencyCode } = world.shop;
  const currencies = FOREIGN_CURRENCIES.filter((code) => code !== currencyCode);
  return html`<p class="muted">
      Automatic discounts apply by themselves; a code that does not apply is refused with Shopify's
      reason.
    </p>
    <form method="post" action="/simulate/checkout" class="fields">
      ${hiddenField("returnTo", path)} ${suggestedEmailField(admin, { isRequired: false })}
      ${checkboxField("Guest: no customer is made", "guest")}
      <fieldset>
        <legend>Cart</legend>
        ${Array.from({ length: LINES }, (_, line) => cartLine(admin, line))}
      </fieldset>
      <label>Discount code <input name="discountCode" autocomplete="off" /></label>
      <label>Another code <input name="discountCode" autocomplete="off" /></label>
      <label
        >Shipping (${currencyCode})
        <input name="shipping" inputmode="decimal" placeholder="Free" pattern="[0-9.]+"
      /></label>
      <label
        >Ships to (country code)
        <input name="countryCode" pattern="[A-Z]{2}" placeholder="${world.shop.countryCode}"
      /></label>
      ${selectField("Currency the customer sees", "presentmentCurrency", [
        ["", currencyCode],
        ...currencies.map((code) => [code, code] as const),
      ])}
      <label
        >One ${currencyCode} is worth, in it
        <input name="rate" inputmode="decimal" placeholder="1" pattern="[0-9.]+"
      /></label>
      ${selectField("Payment", "financialStatus", [
        ["paid", "Paid"],
        ["authorized", "Authorized"],
        ["pending", "Pending"],
      ])}
      ${checkboxField("Test order", "test")} ${checkboxField("Leave before paying", "leave")}
      <button class="button primary" type="submit">Check out</button>
    </form>`;
}

function cartLine({ world }: Admin, line: number): Html {
  const number = line + 1;
  return html`${productField(world, {
      label: `Product ${number}`,
      name: `lines.${line}.productId`,
      none: "None",
    })}
    <label
      >Quantity ${number}
      <input name="lines.${line}.quantity" type="number" min="1" max="1000" value="1"
    /></label>`;
}
