import { html } from "hono/html";
import { emailConsentOf, type Customer } from "../../../world/customer.ts";
import type { Admin } from "../../admin-parts.ts";
import { hiddenField, selectField } from "../fields.ts";
import type { Html } from "../layout.ts";
import { actionForm } from "../parts.ts";
import { suggestedEmailField } from "../suggested-email-field.ts";

const CONSENTS = [
  ["SUBSCRIBED", "Subscribed"],
  ["UNSUBSCRIBED", "Unsubscribed"],
  ["NOT_SUBSCRIBED", "Not subscribed"],
  ["PENDING", "Pending"],
] as const;

export function tagsForm({ id }: Customer, path: string): Html {
  return html`<form method="post" action="/simulate/customers/${id}/tags" class="fields">
    ${hiddenField("returnTo", path)}
    <label>Add <input name="add" autocomplete="off" /></label>
    <label>Remove <input name="remove" autocomplete="off" /></label>
    <button class="button" type="submit">Change tags</button>
  </form>`;
}

export function consentForm(customer: Customer, path: string): Html {
  return html`<form
    method="post"
    action="/simulate/customers/${customer.id}/consent"
    class="fields"
  >
    ${hiddenField("returnTo", path)}
    ${selectField("Consent", "state", CONSENTS, emailConsentOf(customer).state)}
    <button class="button" type="submit">Change consent</button>
  </form>`;
}

/** Leads to a page that says what a merge would keep. */
export function mergeSearchForm(admin: Admin, path: string): Html {
  return html`<form method="get" action="${path}/merge" class="fields">
    ${suggestedEmailField(admin, { isRequired: true })}
    <button class="button" type="submit">See what would be kept</button>
  </form>`;
}

export function endForms({ storePath }: Admin, { id, orders }: Customer, path: string): Html {
  return html`<p class="muted">
      ${
        orders.length === 0
          ? "Nobody has bought anything as this customer, so it can be deleted."
          : "A customer with orders cannot be deleted. Data can be asked for, and erased, by webhook."
      }
    </p>
    <div class="button-row">
      ${
        orders.length === 0
          ? actionForm(
              `/simulate/customers/${id}/delete`,
              { label: "Delete customer", confirm: "Delete this customer?" },
              `${storePath}/customers`,
            )
          : ""
      }
      ${["customers/data_request", "customers/redact"].map((topic) =>
        actionForm("/simulate/compliance", { label: `Send ${topic}` }, path, {
          topic,
          customerId: String(id),
        }),
      )}
    </div>`;
}
