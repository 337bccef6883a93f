import { html } from "hono/html";
import type { Customer } from "../../../world/customer.ts";
import { gidOfObject } from "../../../world/gid.ts";
import type { Admin } from "../../admin-parts.ts";
import type { Html } from "../layout.ts";

/** The app's blocks, each in a sandboxed frame. The script of the page answers what they ask. */
export function blockCards(admin: Admin, customer: Customer): Html | string {
  const { appConfiguration, blocks, storePath } = admin;
  if (appConfiguration === null || blocks.length === 0) return "";
  const query = new URLSearchParams({ id: gidOfObject(customer) }).toString();
  return html`${blocks.map(
    ({ handle, name }) =>
      html`<section class="card block-card" aria-label="${name}">
        <iframe
          title="${name}"
          sandbox="allow-scripts"
          data-block-src="${storePath}/blocks/${handle}/frame?${query}"
          data-store-path="${storePath}"
          data-app-base="${storePath}/apps/${appConfiguration.handle}"
        ></iframe>
      </section>`,
  )}`;
}
