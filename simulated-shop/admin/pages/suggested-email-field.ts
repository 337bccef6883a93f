import { html } from "hono/html";
import type { Admin } from "../admin-parts.ts";
import type { Html } from "./layout.ts";

/** The e-mail of somebody who orders; the page's script offers the shop's customers while it is typed. */
export function suggestedEmailField(
  { storePath }: Pick<Admin, "storePath">,
  { isRequired }: { isRequired: boolean },
): Html {
  return html`<label class="wide"
    >Customer e-mail
    <input
      name="email"
      type="email"
      ${isRequired ? html`required` : ""}
      list="customer-suggestions"
      autocomplete="off"
      data-suggest="${storePath}/customers.json"
      placeholder="Type a name or an address"
    />
    <datalist id="customer-suggestions"></datalist>
  </label>`;
}
