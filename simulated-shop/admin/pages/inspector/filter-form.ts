import { html } from "hono/html";
import { selectField } from "../fields.ts";
import type { Html } from "../layout.ts";

/** Narrows a list down to one topic or operation. */
export function filterForm(
  path: string,
  {
    label,
    name,
    choices,
    chosen,
  }: { label: string; name: string; choices: readonly string[]; chosen: string },
): Html {
  const known = [...new Set([...choices, ...(chosen === "" ? [] : [chosen])])].sort();
  return html`<form method="get" action="${path}" class="card fields" role="search">
    ${selectField(
      label,
      name,
      [["", "All"], ...known.map((each) => [each, each] as const)],
      chosen,
    )}
    <button class="button" type="submit">Show</button>
  </form>`;
}
