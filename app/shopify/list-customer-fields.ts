import { ListCustomerFieldsDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";

/** A customer metafield that the merchant has defined, and that segments can be made from. */
export interface CustomerField {
  namespace: string;
  key: string;
  name: string;
  type: "text" | "number" | "date" | "boolean" | "list";
}

/** Shopify's types that segments filter by: dates, numbers, text, true or false, and lists of text. */
const typesFiltered: Readonly<Record<string, CustomerField["type"]>> = {
  single_line_text_field: "text",
  number_integer: "number",
  number_decimal: "number",
  date: "date",
  date_time: "date",
  boolean: "boolean",
  "list.single_line_text_field": "list",
};

const mostFields = 250;

/** By name. Fields of other types are left out, and so are an app's own, ours among them. */
export async function listCustomerFields(admin: AdminClient): Promise<CustomerField[]> {
  const { metafieldDefinitions } = await admin.request(ListCustomerFieldsDocument, {
    first: mostFields,
  });
  return metafieldDefinitions.nodes.flatMap(({ namespace, key, name, type }) => {
    const filtered = typesFiltered[type.name];
    return filtered === undefined || namespace.startsWith("app--")
      ? []
      : [{ namespace, key, name, type: filtered }];
  });
}
