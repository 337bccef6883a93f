import { ReadAccessScopesDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";

/** What shopify.app.toml asks for. tests/integration/missing-scopes.test.ts compares the two. */
export const declaredScopes = [
  "read_orders",
  "read_all_orders",
  "read_products",
  "write_customers",
  "read_customer_merge",
  "write_discounts",
  "write_pixels",
  "read_customer_events",
] as const;

/** Without reading both, an order cannot be read at all: who bought it is part of it. */
export const essentialScopes = ["read_orders", "write_customers"] as const;

export type Scope = (typeof declaredScopes)[number];

/** Which of the declared scopes the shop does not grant just now. */
export async function readMissingScopes(admin: AdminClient): Promise<Scope[]> {
  const { currentAppInstallation } = await admin.request(ReadAccessScopesDocument, {});
  const granted = new Set(currentAppInstallation.accessScopes.map(({ handle }) => handle));
  // Writing implies reading.
  return declaredScopes.filter(
    (scope) => !granted.has(scope) && !granted.has(scope.replace(/^read_/, "write_")),
  );
}
