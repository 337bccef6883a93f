import { html } from "hono/html";
import { displayNameOf, type Customer } from "../../../world/customer.ts";
import type { Admin } from "../../admin-parts.ts";
import { card } from "../fields.ts";
import type { Page } from "../layout.ts";
import { orderForm } from "../order-form.ts";
import { blockCards, moreActions } from "./block-cards.ts";
import { consentForm, endForms, mergeSearchForm, tagsForm } from "./customer-forms.ts";
import { liveCustomer } from "./live-customer.ts";

export function customerPage(admin: Admin, customer: Customer): Page {
  const path = `${admin.storePath}/customers/${customer.id}`;
  return {
    title: displayNameOf(customer) || `Customer ${customer.id}`,
    active: "customers",
    body: html`
      ${moreActions(admin, customer)} ${blockCards(admin, customer)}
      <div data-live="${path}/live">${liveCustomer(admin, customer)}</div>
      ${card("place-order", "Place an order as this customer", orderForm(admin, { customer, returnTo: path }))}
      <div class="columns">
        ${card("change-tags", "Change tags by hand", tagsForm(customer, path))}
        ${card("consent", "Marketing e-mail", consentForm(customer, path))}
        ${card("merge", "Merge with another customer", mergeSearchForm(admin, path))}
        ${card("end", "Delete", endForms(admin, customer, path))}
      </div>
    `,
  };
}
