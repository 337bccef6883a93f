/** Every topic that shopify.app.toml declares. One that is missing here, in the handlers or in the subjects fails a test or the types. */
export const topics = [
  "orders/create",
  "orders/updated",
  "orders/paid",
  "orders/cancelled",
  "orders/edited",
  "orders/delete",
  "refunds/create",
  "customers/create",
  "customers/update",
  "customers/delete",
  "customers/merge",
  "customer.tags_added",
  "customer.tags_removed",
  "segments/update",
  "segments/delete",
  "bulk_operations/finish",
  "app/uninstalled",
  "app/scopes_update",
  "customers/data_request",
  "customers/redact",
  "shop/redact",
] as const;

export type Topic = (typeof topics)[number];

export function isTopic(text: string): text is Topic {
  return topics.some((topic) => topic === text);
}
