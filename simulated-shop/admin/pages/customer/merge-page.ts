import { html } from "hono/html";
import { displayNameOf, type Customer } from "../../../world/customer.ts";
import { planMerge, type MergePlan } from "../../../world/merge-customers.ts";
import type { Admin } from "../../admin-parts.ts";
import { wordsFor } from "../../simulate/change-customer.ts";
import { card } from "../fields.ts";
import { findCustomers } from "../find-customers.ts";
import { formatCount } from "../format.ts";
import type { Html, Page } from "../layout.ts";
import { actionForm, customerLink, tagChips } from "../parts.ts";
import { mergeSearchForm } from "./customer-forms.ts";

/** What a merge of two customers would keep, either way round. `email` is what was typed to find the other one. */
export function mergePage(admin: Admin, customer: Customer, email: string): Page {
  const path = `${admin.storePath}/customers/${customer.id}`;
  const other = findOther(admin, customer, email);
  return {
    title: `Merge ${displayNameOf(customer)}`,
    active: "customers",
    body: html`
      ${
        other === null
          ? html`<p class="notice problem" role="alert">
              ${email === "" ? "Choose another customer." : `No other customer is found by “${email}”.`}
            </p>`
          : html`<div class="columns">
              ${[customer, other].map((kept) => planCard(admin, { customer, other, kept }))}
            </div>`
      }
      ${card("merge", "Another customer", mergeSearchForm(admin, path))}
    `,
  };
}

function findOther({ world }: Admin, customer: Customer, words: string): Customer | null {
  const exact = world.customersByEmail.get(words);
  if (exact !== undefined && exact !== customer) return exact;
  if (words.trim() === "") return null;
  const { found } = findCustomers(world, words, { skip: 0, take: 2 });
  return found.find((each) => each !== customer) ?? null;
}

function planCard(
  admin: Admin,
  { customer, other, kept }: { customer: Customer; other: Customer; kept: Customer },
): Html {
  const plan = planMerge(customer, other, { emailOf: kept });
  const name = displayNameOf(kept) || `customer ${kept.id}`;
  return card(
    `keep-${kept.id}`,
    `Keep ${name}`,
    html`${facts(admin, plan)}
      <div class="button-row">
        ${
          plan.problems.length > 0
            ? html`<p class="form-problem">${plan.problems.map(wordsFor).join(" ")}</p>`
            : actionForm(
                `/simulate/customers/${customer.id}/merge`,
                { label: `Merge, keep ${name}` },
                `${admin.storePath}/customers/${kept.id}`,
                { otherId: String(other.id), keepId: String(kept.id) },
              )
        }
      </div>`,
  );
}

function facts(admin: Admin, plan: MergePlan): Html {
  const { kept, deleted } = plan;
  return html`<dl class="facts">
    <dt>Stays</dt>
    <dd>${customerLink(admin, kept)}, ${kept.id}</dd>
    <dt>Is gone</dt>
    <dd>${customerLink(admin, deleted)}, ${deleted.id}</dd>
    <dt>Name</dt>
    <dd>${`${plan.firstName} ${plan.lastName}`.trim() || "—"}</dd>
    <dt>E-mail</dt>
    <dd>${plan.email || "—"}</dd>
    <dt>Phone</dt>
    <dd>${plan.phone ?? "—"}</dd>
    <dt>Orders</dt>
    <dd>${formatCount(kept.orders.length)} and ${formatCount(deleted.orders.length)}</dd>
    <dt>Tags</dt>
    <dd>${tagChips(plan.tags)}</dd>
    <dt>Note</dt>
    <dd>${plan.note ?? "—"}</dd>
  </dl>`;
}
