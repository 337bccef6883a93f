import { html } from "hono/html";
import type { BulkOperation } from "../../../world/bulk-operation.ts";
import type { Admin } from "../../admin-parts.ts";
import { card, hiddenField, selectField, table } from "../fields.ts";
import { formatCount, formatRealTime } from "../format.ts";
import type { Html, Page } from "../layout.ts";
import { actionForm } from "../parts.ts";
import { inspectorTabs } from "./tabs.ts";

const SHOWN = 60;
const UNFINISHED: readonly string[] = ["CREATED", "RUNNING"];

export function bulkPage(admin: Admin): Page {
  const path = `${admin.storePath}/inspector/bulk`;
  return {
    title: "Bulk operations",
    active: "inspector",
    body: html`
      ${inspectorTabs(admin.storePath, "/bulk")}
      ${card("next", "Let the next one go wrong", faultForms(path))}
      <div data-live="${path}/live">${liveBulk(admin)}</div>
    `,
  };
}

function faultForms(path: string): Html {
  return html`<form method="post" action="/simulate/bulk/fail-next" class="fields">
      ${hiddenField("returnTo", path)}
      ${selectField("It fails with", "errorCode", [
        ["TIMEOUT", "TIMEOUT"],
        ["INTERNAL_SERVER_ERROR", "INTERNAL_SERVER_ERROR"],
        ["ACCESS_DENIED", "ACCESS_DENIED"],
      ])}
      <label>After lines <input name="afterObjects" type="number" min="0" value="0" /></label>
      <button class="button" type="submit">Fail the next one</button>
    </form>
    <div class="button-row">
      ${actionForm("/simulate/bulk/lose-next-webhook", { label: "Lose the next finish webhook" }, path)}
    </div>`;
}

export function liveBulk(admin: Admin): Html {
  const path = `${admin.storePath}/inspector/bulk`;
  const latest = [...admin.world.bulkOperations.values()].slice(-SHOWN).reverse();
  return card(
    "operations",
    "Operations",
    latest.length === 0
      ? html`<p class="muted">None yet.</p>`
      : table(
          "Bulk operations",
          [
            "Operation",
            "Type",
            "Status",
            "Began",
            "Ended",
            { number: "Objects" },
            "Document",
            "What to do",
          ],
          latest.map((operation) => operationRow(operation, path)),
        ),
  );
}

function operationRow(operation: BulkOperation, path: string): Html {
  const { id, type, status, errorCode, createdAtMs, completedAtMs, objectCount, query } = operation;
  const file = operation.url ?? operation.partialDataUrl;
  return html`<tr>
    <th scope="row">${id}</th>
    <td>${type.toLowerCase()}</td>
    <td>
      <span class="badge ${status === "COMPLETED" ? "good" : ""}">${status.toLowerCase()}</span>
      ${errorCode ?? ""}
    </td>
    <td>${formatRealTime(createdAtMs)}</td>
    <td>${completedAtMs === null ? "—" : formatRealTime(completedAtMs)}</td>
    <td class="number">${formatCount(objectCount)}</td>
    <td>
      <details data-key="${id}">
        <summary>${formatCount(query.length)} characters</summary>
        <pre>${query}</pre>
      </details>
    </td>
    <td>
      ${UNFINISHED.includes(status) ? actionForm(`/simulate/bulk/${id}/cancel`, { label: "Cancel", about: String(id) }, path) : ""}
      ${file === null ? "" : html`<a href="${file}">Result</a>`}
    </td>
  </tr>`;
}
