import { html } from "hono/html";
import type { Delivery, DeliveryAttempt } from "../../../webhooks/delivery-log.ts";
import { webhookHeaders } from "../../../webhooks/webhook-request.ts";
import type { Admin } from "../../admin-parts.ts";
import { table } from "../fields.ts";
import { formatCount, formatRealTime } from "../format.ts";
import type { Html } from "../layout.ts";
import { actionForm } from "../parts.ts";

/** Deliveries, newest first, with every try, headers and body. */
export function deliveriesTable(
  { config }: Admin,
  deliveries: readonly Delivery[],
  path: string,
): Html {
  return table(
    "Webhook deliveries",
    ["Topic", "Triggered", "State", "Tries", "What was sent", "What to do"],
    deliveries.map(
      (delivery, index) =>
        html`<tr>
          <th scope="row">${delivery.envelope.topic}</th>
          <td>${formatRealTime(Date.parse(delivery.envelope.triggeredAt))}</td>
          <td>${stateOf(delivery)}</td>
          <td>
            ${delivery.attempts.map((attempt) => html`<div class="nowrap">${tryOf(attempt)}</div>`)}
          </td>
          <td>
            <details data-key="${delivery.envelope.webhookId}-${String(deliveries.length - index)}">
              <summary>${formatCount(delivery.body.length)} characters</summary>
              <pre>
POST ${delivery.url}
${headersOf(delivery, config.clientSecret)}</pre>
              <pre>${prettyJson(delivery.body)}</pre>
            </details>
          </td>
          <td>
            ${
              URL.canParse(delivery.url)
                ? actionForm(
                    `/simulate/webhooks/${delivery.envelope.webhookId}/send-again`,
                    { label: "Send again", about: delivery.envelope.topic },
                    path,
                  )
                : ""
            }
          </td>
        </tr>`,
    ),
  );
}

function stateOf({ state, fault }: Delivery): Html {
  const words = state.kind === "not-sent" ? state.reason : state.kind;
  const next =
    state.kind === "waiting" && state.nextAttemptAtMs !== null
      ? html` <span class="muted nowrap">next try ${formatRealTime(state.nextAttemptAtMs)}</span>`
      : "";
  return html`<span class="badge ${state.kind === "delivered" ? "good" : ""}">${words}</span
    >${next}${fault === null ? "" : html` <span class="muted">${fault.kind}</span>`}`;
}

function tryOf({ atMs, durationMs, result }: DeliveryAttempt): string {
  const answer =
    result.kind === "answered" ? `${result.status} in ${durationMs} ms` : result.reason;
  return `${formatRealTime(atMs)} ${answer}`;
}

function headersOf({ envelope, body }: Delivery, clientSecret: string): string {
  return Object.entries(webhookHeaders(envelope, body, clientSecret))
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

function prettyJson(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}
