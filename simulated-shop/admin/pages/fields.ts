import { html } from "hono/html";
import type { World } from "../../world/world.ts";
import { formatMoney } from "./format.ts";
import type { Html } from "./layout.ts";

/** More would make the page slow to draw and the list useless. */
const SHOWN_PRODUCTS = 200;

type Choices = readonly (readonly [value: string, label: string])[];

/** A labelled list to choose from. The first choice is what a form sends when nobody chooses. */
export function selectField(label: string, name: string, choices: Choices, chosen = ""): Html {
  return html`<label
    >${label}
    <select name="${name}">
      ${choices.map(
        ([value, words]) =>
          html`<option value="${value}" ${value === chosen ? html`selected` : ""}>
            ${words}
          </option>`,
      )}
    </select>
  </label>`;
}

/** Products with their prices; the first choice is none. */
export function productField(
  { products, shop }: World,
  { label, name, none }: { label: string; name: string; none: string },
): Html {
  const offered = [...products.values()].slice(0, SHOWN_PRODUCTS);
  return selectField(label, name, [
    ["", none],
    ...offered.map(
      ({ id, title, priceMinor }) =>
        [String(id), `${title} (${formatMoney(priceMinor, shop)})`] as const,
    ),
  ]);
}

export function hiddenField(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

export function checkboxField(label: string, name: string): Html {
  return html`<label class="checkbox"
    ><input name="${name}" type="checkbox" value="true" /> ${label}</label
  >`;
}

/** A card with a heading. */
export function card(id: string, heading: string, body: Html): Html {
  return html`<section class="card" aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    ${body}
  </section>`;
}

/** A table that scrolls by itself when the screen is narrow. `number` columns are right-aligned. */
export function table(
  label: string,
  columns: readonly (string | { readonly number: string })[],
  rows: readonly Html[],
): Html {
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="Table: ${label}">
    <table>
      <thead>
        <tr>
          ${columns.map((column) =>
            typeof column === "string"
              ? html`<th scope="col">${column}</th>`
              : html`<th scope="col" class="number">${column.number}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
