import type { HostConnection } from "./host-connection.ts";

export type ResourcePickerOptions = {
  type: "product" | "variant" | "collection";
  action?: "add" | "select";
  multiple?: boolean | number;
  query?: string;
  selectionIds?: readonly { readonly id: string }[];
};

/** `shopify.resourcePicker`: what the merchant chose, with the deprecated `selection` on the list; undefined when cancelled. */
export function createResourcePicker(host: HostConnection) {
  return async (
    options: ResourcePickerOptions,
  ): Promise<(unknown[] & { selection: unknown[] }) | undefined> => {
    const { type, action = "add", multiple = false, query = "", selectionIds = [] } = options;
    const chosen = await host.ask({
      kind: "resource-picker",
      request: {
        type,
        verb: action,
        limit: typeof multiple === "number" ? multiple : multiple ? null : 1,
        query,
        selectedIds: selectionIds.map(({ id }) => id),
      },
    });
    return Array.isArray(chosen) ? Object.assign(chosen, { selection: chosen }) : undefined;
  };
}
