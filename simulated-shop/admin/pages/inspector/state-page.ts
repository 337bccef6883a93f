import { html } from "hono/html";
import { COMPLIANCE_TOPICS } from "../../../webhooks/payloads/compliance-payloads.ts";
import type { Admin } from "../../admin-parts.ts";
import { card, hiddenField, table } from "../fields.ts";
import { formatCount, formatMoment, formatRealTime } from "../format.ts";
import type { Html, Page } from "../layout.ts";
import { actionForm } from "../parts.ts";
import { inspectorTabs } from "./tabs.ts";

const SHOWN_TRIGGERS = 20;

/** The clock, the app's installation and tokens, and what there is. */
export function statePage(admin: Admin): Page {
  const path = `${admin.storePath}/inspector`;
  return {
    title: "Inspector",
    active: "inspector",
    body: html`
      ${inspectorTabs(admin.storePath, "")} ${card("clock", "Time", clockForms(admin, path))}
      ${card(
        "app",
        "App",
        html`<div class="button-row">
          ${actionForm("/simulate/tokens/expire", { label: "Expire access tokens" }, path)}
          ${actionForm(
            "/simulate/uninstall",
            { label: "Uninstall the app", confirm: "Uninstall the app?" },
            path,
          )}
          ${COMPLIANCE_TOPICS.map((topic) => actionForm("/simulate/compliance", { label: topic }, path, { topic }))}
        </div>`,
      )}
      <div data-live="${path}/live">${liveState(admin)}</div>
    `,
  };
}

function clockForms({ world: { clock, shop } }: Admin, path: string): Html {
  const advance = (label: string, fields: Record<string, string>): Html =>
    actionForm("/simulate/clock", { label }, path, fields);
  return html`<p>
      It is <strong>${formatMoment(clock.nowMs(), shop)}</strong> in this shop (${shop.timeZone}),
      and stays so until you move it.
    </p>
    <div class="button-row">
      ${advance("Advance an hour", { advanceHours: "1" })}
      ${advance("Advance a day", { advanceDays: "1" })}
      ${advance("Advance a week", { advanceDays: "7" })}
      ${advance("Advance a month", { advanceMonths: "1" })}
    </div>
    <form method="post" action="/simulate/clock" class="fields">
      ${hiddenField("returnTo", path)}
      <label>To the end of <input name="to" type="date" required /></label>
      <button class="button" type="submit">Advance</button>
    </form>`;
}

export function liveState(admin: Admin): Html {
  const { world, tokens, webhooks } = admin;
  const path = `${admin.storePath}/inspector`;
  const redemptions = [...world.discounts.values()].reduce((sum, each) => sum + each.usageCount, 0);
  return html`
    <section class="card" aria-labelledby="state">
      <h2 id="state">State</h2>
      <dl class="facts">
        <dt>App</dt>
        <dd>
          ${tokens.isInstalled ? "installed" : "not installed"}, at
          ${admin.config.appUrl ?? "no address"}
        </dd>
        <dt>Plan</dt>
        <dd>${admin.config.plan}</dd>
        <dt>Customers, orders</dt>
        <dd>${formatCount(world.customers.size)}, ${formatCount(world.orders.size)}</dd>
        <dt>Segments, discounts</dt>
        <dd>${formatCount(world.segments.size)}, ${formatCount(world.discounts.size)}</dd>
        <dt>Discounts redeemed</dt>
        <dd>${formatCount(redemptions)} times</dd>
        <dt>Webhooks under way</dt>
        <dd>${formatCount(webhooks.pendingCount())}</dd>
        <dt>Order edits begun</dt>
        <dd>${formatCount(world.orderEdits.size)}</dd>
      </dl>
    </section>
    ${card("tokens", "Live access tokens", tokensTable(admin, path))}
    ${card("triggers", "Flow triggers received", triggersTable(admin))}
  `;
}

function tokensTable({ tokens }: Admin, path: string): Html {
  const live = tokens.live();
  if (live.length === 0) return html`<p class="muted">None.</p>`;
  return table(
    "Live access tokens",
    ["Token", "Of", "Ends", "What to do"],
    live.map(
      ({ ending, owner, endsAtMs }) =>
        html`<tr>
          <th scope="row"><code>…${ending}</code></th>
          <td>${owner}</td>
          <td>${endsAtMs === null ? "never" : formatRealTime(endsAtMs)}</td>
          <td>
            ${actionForm("/simulate/tokens/revoke", { label: "Revoke", about: `token ${ending}` }, path, { ending })}
          </td>
        </tr>`,
    ),
  );
}

function triggersTable({ world }: Admin): Html {
  const latest = world.flowTriggers.slice(-SHOWN_TRIGGERS).reverse();
  if (latest.length === 0) return html`<p class="muted">None yet.</p>`;
  return table(
    "Flow triggers received",
    ["Trigger", "Received", "Payload"],
    latest.map(
      ({ handle, receivedAtMs, payload }) =>
        html`<tr>
          <th scope="row">${handle}</th>
          <td>${formatRealTime(receivedAtMs)}</td>
          <td><code>${JSON.stringify(payload)}</code></td>
        </tr>`,
    ),
  );
}
