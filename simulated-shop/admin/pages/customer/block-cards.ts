import { html } from "hono/html";
import type { Customer } from "../../../world/customer.ts";
import { gidOfObject } from "../../../world/gid.ts";
import type { Admin } from "../../admin-parts.ts";
import type { FramedExtension } from "../../blocks/frame/protocol.ts";
import type { BlockExtension } from "../../blocks/read-block-extensions.ts";
import type { Html } from "../layout.ts";

/** The app's blocks, each in a sandboxed frame. The script of the page answers what they ask. */
export function blockCards(admin: Admin, customer: Customer): Html {
  return html`${extensionsOf(admin, customer, "block").map(
    ({ name, data }) =>
      html`<section class="card block-card" aria-label="${name}">
        <iframe title="${name}" sandbox="allow-scripts" data-block="${data}"></iframe>
      </section>`,
  )}`;
}

/** The app's actions. Each opens over the page, in a sandboxed frame too; without script there are none. */
export function moreActions(admin: Admin, customer: Customer): Html | string {
  const actions = extensionsOf(admin, customer, "action");
  if (actions.length === 0) return "";
  return html`<details class="more-actions">
    <summary class="button">More actions</summary>
    <ul>
      ${actions.map(
        ({ name, data }) =>
          html`<li><button type="button" data-action="${data}">${name}</button></li>`,
      )}
    </ul>
  </details>`;
}

/** With what the page's script has to know of each, as JSON: see `FramedExtension`. */
function extensionsOf(admin: Admin, customer: Customer, wanted: BlockExtension["kind"]) {
  const { appConfiguration, blocks, storePath } = admin;
  if (appConfiguration === null) return [];
  const query = new URLSearchParams({ id: gidOfObject(customer) }).toString();
  return blocks
    .filter(({ kind }) => kind === wanted)
    .map(({ kind, handle, name }) => {
      const framed: FramedExtension = {
        src: `${storePath}/blocks/${kind}/${handle}/frame?${query}`,
        storePath,
        appBase: `${storePath}/apps/${appConfiguration.handle}`,
      };
      return { name, data: JSON.stringify(framed) };
    });
}
