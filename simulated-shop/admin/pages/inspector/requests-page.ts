import { html } from "hono/html";
import type { Admin } from "../../admin-parts.ts";
import { card, table } from "../fields.ts";
import { formatCount, formatRealTime } from "../format.ts";
import type { Html, Page } from "../layout.ts";
import { filterForm } from "./filter-form.ts";
import { inspectorTabs } from "./tabs.ts";

const SHOWN = 60;
const KEPT = 300;

/** Requests of the Admin API with what they cost; `operation` narrows them down. */
export function requestsPage(admin: Admin, operation: string): Page {
  const path = `${admin.storePath}/inspector/requests`;
  const query = new URLSearchParams({ operation }).toString();
  const choices = admin.apiRequests.latest(KEPT).map((request) => request.operation);
  return {
    title: "API requests",
    active: "inspector",
    body: html`
      ${inspectorTabs(admin.storePath, "/requests")}
      ${filterForm(path, { label: "Operation", name: "operation", choices, chosen: operation })}
      <div data-live="${path}/live?${query}">${liveRequests(admin, operation)}</div>
    `,
  };
}

export function liveRequests(admin: Admin, operation: string): Html {
  const shown = admin.apiRequests
    .latest(KEPT)
    .filter((request) => operation === "" || request.operation === operation)
    .slice(0, SHOWN);
  return html`${card("bucket", "Points", bucketWords(admin))}
  ${card(
    "requests",
    "Requests",
    shown.length === 0
      ? html`<p class="muted">None yet.</p>`
      : table(
          "API requests",
          [
            "Operation",
            "Time",
            "Version",
            "Answer",
            { number: "Requested cost" },
            { number: "Actual cost" },
            { number: "Left" },
            { number: "Took" },
          ],
          shown.map(
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
                <td class="number">${request.cost?.throttleStatus.currentlyAvailable ?? "—"}</td>
                <td class="number">${request.durationMs.toFixed(1)} ms</td>
              </tr>`,
          ),
        ),
  )}`;
}

/** The bucket refills in real time since the last request that said what was in it. */
function bucketWords({ apiRequests, traffic }: Admin): Html {
  const last = apiRequests.latest(KEPT).find(({ cost }) => cost !== null);
  const status = last?.cost?.throttleStatus;
  const sums = `${formatCount(traffic.requestCount)} requests so far, ${formatCount(traffic.points)} points.`;
  if (last === undefined || status === undefined) return html`<p class="muted">${sums}</p>`;
  const { maximumAvailable, currentlyAvailable, restoreRate } = status;
  const restored = currentlyAvailable + ((Date.now() - last.atMs) / 1000) * restoreRate;
  const now = Math.min(maximumAvailable, Math.floor(restored));
  return html`<p>
      <meter
        min="0"
        max="${maximumAvailable}"
        value="${now}"
        aria-label="Points in the bucket"
      ></meter>
      ${formatCount(now)} of ${formatCount(maximumAvailable)} points, ${formatCount(restoreRate)}
      come back each second.
    </p>
    <p class="muted">${sums}</p>`;
}
