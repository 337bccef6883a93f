import { html } from "hono/html";
import { emailConsentOf, type Customer } from "../../../world/customer.ts";
import { amountSpentMinorOf, countedOrdersOf } from "../../../world/customer-statistics.ts";
import type { Metafield } from "../../../world/metafield.ts";
import { rfmGroupOf } from "../../../world/rfm-groups.ts";
import type { Admin } from "../../admin-parts.ts";
import { card, table } from "../fields.ts";
import { formatCount, formatMoment, formatMoney } from "../format.ts";
import type { Html } from "../layout.ts";
import { ordersTable, tagChips } from "../parts.ts";

const SHOWN_ORDERS = 50;

/** What an app may change at any moment: tags, metafields, consent and orders. */
export function liveCustomer(admin: Admin, customer: Customer): Html {
  const { world } = admin;
  const { shop } = world;
  const { rare } = customer;
  const latest = customer.orders.slice(-SHOWN_ORDERS).reverse();
  return html`
    <section class="card" aria-label="Customer">
      <dl class="facts">
        <dt>E-mail</dt>
        <dd>${customer.email || "—"}</dd>
        <dt>Phone</dt>
        <dd>${rare?.phone ?? "—"}</dd>
        <dt>Country</dt>
        <dd>${customer.countryCode || "—"}</dd>
        <dt>Customer since</dt>
        <dd>${formatMoment(customer.createdAtMs, shop)}</dd>
        <dt>Orders</dt>
        <dd>${formatCount(countedOrdersOf(customer))}</dd>
        <dt>Spent, less refunds</dt>
        <dd>${formatMoney(amountSpentMinorOf(customer), shop)}</dd>
        <dt>Shopify's RFM group</dt>
        <dd>${readable(rfmGroupOf(world, customer))}</dd>
        <dt>Marketing e-mail</dt>
        <dd>${readable(emailConsentOf(customer).state)}</dd>
        <dt>Tags</dt>
        <dd>${tagChips(customer.tags)}</dd>
        <dt>Note</dt>
        <dd>${customer.note ?? "—"}</dd>
        ${
          rare?.erasureRequestedAtMs == null
            ? ""
            : html`<dt>Erasure requested</dt>
                <dd>${formatMoment(rare.erasureRequestedAtMs, shop)}</dd>`
        }
      </dl>
    </section>
    ${card("metafields", "Metafields", metafieldsTable(customer.metafields))}
    ${card(
      "orders",
      "Orders",
      ordersTable(admin, latest, { returnTo: `${admin.storePath}/customers/${customer.id}` }),
    )}
  `;
}

function metafieldsTable(metafields: readonly Metafield[]): Html {
  if (metafields.length === 0) return html`<p class="muted">None.</p>`;
  return table(
    "Metafields",
    ["Key", "Type", "Value"],
    metafields.map(
      ({ namespace, key, type, value }) =>
        html`<tr>
          <th scope="row"><code>${namespace}.${key}</code></th>
          <td>${type}</td>
          <td><code class="value">${value}</code></td>
        </tr>`,
    ),
  );
}

/** "ALMOST_LOST" → "Almost lost" */
export function readable(constant: string): string {
  const words = constant.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
