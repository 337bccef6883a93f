import { html } from "hono/html";
import type { Html } from "../layout.ts";

const TABS = [
  ["", "State"],
  ["/webhooks", "Webhooks"],
  ["/requests", "API requests"],
  ["/bulk", "Bulk operations"],
] as const;
export type InspectorTab = (typeof TABS)[number][0];

export function inspectorTabs(storePath: string, active: InspectorTab): Html {
  return html`<nav class="tabs" aria-label="Inspector">
    ${TABS.map(
      ([path, label]) =>
        html`<a
          href="${storePath}/inspector${path}"
          ${path === active ? html`aria-current="page"` : ""}
          >${label}</a
        >`,
    )}
  </nav>`;
}
