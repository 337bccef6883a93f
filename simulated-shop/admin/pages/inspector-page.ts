import { html } from "hono/html";
import type { Delivery } from "../../webhooks/delivery-log.ts";
import { COMPLIANCE_TOPICS } from "../../webhooks/payloads/compliance-payloads.ts";
import type { Admin } from "../admin-parts.ts";
import { formatCount, formatMoment, formatRealTime } from "./format.ts";
import type { Html, Page } from "./layout.ts";
import { actionForm } from "./parts.ts";

const SHOWN = 40;

export function inspectorPage(admin: Admin): Page {
  const path = `${admin.storePath}/inspector`;
  const { unsimulatedTopics } = admin.webhooks;
  return {
    title: "Inspector",
    active: "inspector",
    body: html`
      <section class="card" aria-labelledby="clock">
        <h2 id="clock">Time</h2>
        <p>
          It is <strong>${formatMoment(admin.world.clock.nowMs(), admin.world.shop)}</strong> in
          this shop (${admin.world.shop.timeZone}), and stays so until you move it.
        </p>
        <div class="button-row">
          ${actionForm("/simulate/clock", { label: "Advance a day" }, path, { advanceDays: "1" })}
          ${actionForm("/simulate/clock", { label: "Advance a week" }, path, { advanceDays: "7" })}
          ${actionForm("/simulate/clock", { label: "Advance a month" }, path, { advanceMonths: "1" })}
        </div>
      </section>
      <section class="card" aria-labelledby="faults">
        <h2 id="faults">App and webhooks</h2>
        ${
          unsimulatedTopics.length === 0
            ? ""
            : html`<p class="notice problem">
                The app subscribes to topics this shop never sends: ${unsimulatedTopics.join(", ")}.
              </p>`
        }
        <div class="button-row">
          ${actionForm("/simulate/webhooks/faults", { label: "Drop the next webhook" }, path, { fault: "drop", times: "1" })}
          ${actionForm("/simulate/webhooks/faults", { label: "Send the next one twice" }, path, { fault: "repeat", times: "1" })}
          ${actionForm("/simulate/webhooks/faults", { label: "Delay the next one by 10 s" }, path, { fault: "delay", delayMs: "10000", times: "1" })}
          ${actionForm("/simulate/webhooks/faults", { label: "No faults" }, path, {})}
        </div>
        <div class="button-row">
          ${actionForm("/simulate/tokens/expire", { label: "Expire access tokens" }, path)}
          ${actionForm("/simulate/uninstall", { label: "Uninstall the app" }, path)}
          ${COMPLIANCE_TOPICS.map((topic) => actionForm("/simulate/compliance", { label: topic }, path, { topic }))}
        </div>
      </section>
      <div data-live="${path}/live">${liveInspector(admin)}</div>
    `,
  };
}

/** State, deliveries and API requests. */
export function liveInspector(admin: Admin): Html {
  const { world, tokens, webhooks, traffic } = admin;
  const deliveries = webhooks.log.latest(SHOWN);
  return html`
    <section class="card" aria-labelledby="state">
      <h2 id="state">State</h2>
      <dl class="facts">
        <dt>App</dt>
        <dd>
          ${tokens.isInstalled ? "installed" : "not installed"}, at
          ${admin.config.appUrl ?? "no address"}
        </dd>
        <dt>Customers, orders</dt>
        <dd>${formatCount(world.customers.size)}, ${formatCount(world.orders.size)}</dd>
        <dt>Segments, discounts</dt>
        <dd>${formatCount(world.segments.size)}, ${formatCount(world.discounts.size)}</dd>
        <dt>Webhooks under way</dt>
        <dd>${formatCount(webhooks.pendingCount())}</dd>
        <dt>Fault plan</dt>
        <dd>
          ${webhooks.faults.rules.length === 0 ? "none" : html`<code>${JSON.stringify(webhooks.faults.rules)}</code>`}
        </dd>
      </dl>
    </section>
    <section class="card" aria-labelledby="deliveries">
      <h2 id="deliveries">Webhook deliveries</h2>
      ${deliveries.length === 0 ? html`<p class="muted">None yet.</p>` : deliveriesTable(deliveries)}
    </section>
    <section class="card" aria-labelledby="requests">
      <h2 id="requests">API requests</h2>
      ${traffic.requestCount === 0 ? html`<p class="muted">None yet.</p>` : requestsTable(admin)}
    </section>
  `;
}

function deliveriesTable(deliveries: readonly Delivery[]): Html {
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="Webhook deliveries">
    <table>
      <thead>
        <tr>
          <th scope="col">Topic</th>
          <th scope="col">Triggered</th>
          <th scope="col">State</th>
          <th scope="col">Tries</th>
          <th scope="col">Body</th>
        </tr>
      </thead>
      <tbody>
        ${deliveries.map(
          (delivery, index) =>
            html`<tr>
              <th scope="row">${delivery.envelope.topic}</th>
              <td>${formatRealTime(Date.parse(delivery.envelope.triggeredAt))}</td>
              <td>${stateOf(delivery)}</td>
              <td>${triesOf(delivery)}</td>
              <td>
                <details data-key="${delivery.envelope.webhookId}-${String(index)}">
                  <summary>${formatCount(delivery.body.length)} characters</summary>
                  <pre>${prettyJson(delivery.body)}</pre>
                </details>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function stateOf({ state, fault }: Delivery): Html {
  const words = state.kind === "not-sent" ? state.reason : state.kind;
  return html`<span class="badge ${state.kind === "delivered" ? "good" : ""}">${words}</span
    >${fault === null ? "" : html` <span class="muted">${fault.kind}</span>`}`;
}

function triesOf({ attempts }: Delivery): string {
  return attempts
    .map(({ result, durationMs }) =>
      result.kind === "answered" ? `${result.status} in ${durationMs} ms` : result.reason,
    )
    .join("; ");
}

function prettyJson(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}

function requestsTable({ apiRequests, traffic }: Admin): Html {
  return html`<p class="muted">
      ${formatCount(traffic.requestCount)} so far, ${formatCount(traffic.points)} points.
    </p>
    <div class="table-frame" tabindex="0" role="region" aria-label="API requests">
      <table>
        <thead>
          <tr>
            <th scope="col">Operation</th>
            <th scope="col">Time</th>
            <th scope="col">Version</th>
            <th scope="col">Answer</th>
            <th scope="col" class="number">Requested cost</th>
            <th scope="col" class="number">Actual cost</th>
            <th scope="col" class="number">Took</th>
          </tr>
        </thead>
        <tbody>
          ${apiRequests.latest(SHOWN).map(
            (request) =>
              html`<tr>
                <th scope="row">${request.operation}</th>
                <td>${formatRealTime(request.atMs)}</td>
                <td>${request.apiVersion}</td>
                <td>
                  ${request.errorCodes.length === 0 ? request.status : html`<span class="badge">${request.errorCodes.join(", ")}</span>`}
                </td>
                <td class="number">${request.cost?.requestedQueryCost ?? "—"}</td>
                <td class="number">${request.cost?.actualQueryCost ?? "—"}</td>
                <td class="number">${request.durationMs.toFixed(1)} ms</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
