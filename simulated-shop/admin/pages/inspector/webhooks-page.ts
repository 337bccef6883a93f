import { html } from "hono/html";
import type { Admin } from "../../admin-parts.ts";
import { card, table } from "../fields.ts";
import type { Html, Page } from "../layout.ts";
import { deliveriesTable } from "./deliveries-table.ts";
import { faultForm, faultRules } from "./fault-forms.ts";
import { filterForm } from "./filter-form.ts";
import { inspectorTabs } from "./tabs.ts";

const SHOWN = 60;

/** Faults, subscriptions and deliveries; `topic` narrows the deliveries down. */
export function webhooksPage(admin: Admin, topic: string): Page {
  const path = `${admin.storePath}/inspector/webhooks`;
  const topics = [...new Set(admin.webhooks.log.latest().map(({ envelope }) => envelope.topic))];
  const { unsimulatedTopics } = admin.webhooks;
  const query = new URLSearchParams({ topic }).toString();
  return {
    title: "Webhooks",
    active: "inspector",
    body: html`
      ${inspectorTabs(admin.storePath, "/webhooks")}
      ${
        unsimulatedTopics.length === 0
          ? ""
          : html`<p class="notice problem">
              The app subscribes to topics this shop never sends: ${unsimulatedTopics.join(", ")}.
            </p>`
      }
      ${card("plan", "Let something go wrong", faultForm(admin, path))}
      ${filterForm(path, { label: "Topic", name: "topic", choices: topics, chosen: topic })}
      <div data-live="${path}/live?${query}">${liveWebhooks(admin, topic)}</div>
    `,
  };
}

export function liveWebhooks(admin: Admin, topic: string): Html {
  const path = `${admin.storePath}/inspector/webhooks`;
  const deliveries = admin.webhooks.log
    .latest()
    .filter(({ envelope }) => topic === "" || envelope.topic === topic)
    .slice(0, SHOWN);
  return html`
    ${card("faults", "Fault plan", faultRules(admin, path))}
    ${card(
      "deliveries",
      "Deliveries",
      deliveries.length === 0
        ? html`<p class="muted">None yet.</p>`
        : deliveriesTable(admin, deliveries, path),
    )}
    ${card("subscriptions", "Subscriptions", subscriptionsTable(admin))}
  `;
}

function subscriptionsTable({ appConfiguration, world }: Admin): Html {
  const declared = appConfiguration?.webhookSubscriptions ?? [];
  const made = [...world.webhookSubscriptions.values()];
  if (declared.length + made.length === 0) return html`<p class="muted">None.</p>`;
  const row = (origin: string, { topic, uri, includeFields }: (typeof declared)[number]): Html =>
    html`<tr>
      <th scope="row">${topic}</th>
      <td><code>${uri}</code></td>
      <td>${includeFields === null ? "all" : includeFields.join(", ")}</td>
      <td>${origin}</td>
    </tr>`;
  return table(
    "Subscriptions",
    ["Topic", "Address", "Fields", "From"],
    [
      ...declared.map((each) => row("shopify.app.toml", each)),
      ...made.map((each) => row("Admin API", each)),
    ],
  );
}
