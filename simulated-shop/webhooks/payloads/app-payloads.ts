import type { BulkOperation } from "../../world/bulk-operation.ts";
import { gidOf } from "../../world/gid.ts";
import type { World } from "../../world/world.ts";
import { formatShopTime } from "./shop-time.ts";

/** bulk_operations/finish: the operation in lower case, without the result's address. */
export function bulkOperationPayload(operation: BulkOperation): Readonly<Record<string, unknown>> {
  return {
    admin_graphql_api_id: gidOf("BulkOperation", operation.id),
    completed_at:
      operation.completedAtMs === null ? null : new Date(operation.completedAtMs).toISOString(),
    created_at: new Date(operation.createdAtMs).toISOString(),
    error_code: operation.errorCode?.toLowerCase() ?? null,
    status: operation.status.toLowerCase(),
    type: operation.type.toLowerCase(),
  };
}

/** app/uninstalled: the shop. */
export function shopPayload({
  shop,
  clock,
}: Pick<World, "shop" | "clock">): Readonly<Record<string, unknown>> {
  return {
    id: shop.id,
    name: shop.name,
    email: shop.email,
    domain: shop.domain,
    myshopify_domain: shop.domain,
    currency: shop.currencyCode,
    iana_timezone: shop.timeZone,
    country_code: shop.countryCode,
    plan_name: shop.plan,
    updated_at: formatShopTime(clock.nowMs(), shop.timeZone),
  };
}

/** app/scopes_update. */
export function scopesPayload(
  scopes: { previous: readonly string[]; current: readonly string[] },
  { shop, clock }: Pick<World, "shop" | "clock">,
): Readonly<Record<string, unknown>> {
  return {
    id: shop.id,
    shop_id: gidOf("Shop", shop.id),
    previous: scopes.previous,
    current: scopes.current,
    updated_at: formatShopTime(clock.nowMs(), shop.timeZone),
  };
}
