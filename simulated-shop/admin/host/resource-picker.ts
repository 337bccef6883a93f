import type { ResourcePickerRequest } from "../app-bridge/protocol.ts";
import { createElement } from "./create-element.ts";
import { askInDialog } from "./dialog.ts";

type Resource = { readonly id: string; readonly title: string };

/** Lets the merchant choose products or variants of the shop. Null when they cancel. */
export async function pickResources(
  request: ResourcePickerRequest,
  storePath: string,
): Promise<readonly Resource[] | null> {
  const chosen = new Map<string, Resource>();
  const list = createElement("ul", { class: "picker-list" });
  const inputType = request.limit === 1 ? "radio" : "checkbox";

  async function search(query: string): Promise<void> {
    const parameters = new URLSearchParams({ type: request.type, query });
    const response = await fetch(`${storePath}/resources.json?${parameters.toString()}`);
    const { resources } = (await response.json()) as { resources: readonly Resource[] };
    for (const resource of resources) {
      if (request.selectedIds.includes(resource.id) && query === request.query)
        chosen.set(resource.id, resource);
    }
    list.replaceChildren(...resources.map(row));
  }

  function row(resource: Resource): HTMLElement {
    const input = createElement("input", { type: inputType, name: "resource", change: choose });
    input.checked = chosen.has(resource.id);
    return createElement("li", {}, createElement("label", {}, input, ` ${resource.title}`));

    function choose(): void {
      if (inputType === "radio") chosen.clear();
      if (input.checked && (request.limit === null || chosen.size < request.limit))
        chosen.set(resource.id, resource);
      else chosen.delete(resource.id);
      input.checked = chosen.has(resource.id);
    }
  }

  const searchField = createElement("input", {
    type: "search",
    "aria-label": "Search",
    input: () => void search(searchField.value),
  });
  searchField.value = request.query;
  await search(request.query);
  return askInDialog<readonly Resource[] | null>({
    title: `${request.verb === "add" ? "Add" : "Select"} ${request.type}s`,
    body: createElement("div", {}, searchField, list),
    buttons: [
      { label: "Cancel", value: () => null },
      {
        label: request.verb === "add" ? "Add" : "Select",
        isPrimary: true,
        value: () => [...chosen.values()],
      },
    ],
  });
}
