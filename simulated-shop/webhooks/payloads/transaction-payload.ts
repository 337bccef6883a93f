import { gidOf } from "../../world/gid.ts";
import { formatPadded } from "../../world/money.ts";
import type { Order } from "../../world/order.ts";
import type { Payment } from "../../world/payment.ts";
import { presentmentOf, toPresentmentMinor } from "../../world/presentment.ts";
import type { World } from "../../world/world.ts";
import { formatShopTime } from "./shop-time.ts";

/** What a payment and a refund's money have in common. */
type Transaction = Pick<
  Payment,
  "id" | "status" | "gateway" | "amountMinor" | "createdAtMs" | "test"
> & { readonly kind: Payment["kind"] | "REFUND"; readonly parentId?: number };

/** order_transactions/create, and one entry of a refund's `transactions`; in the currency the customer paid in. */
export function transactionPayload(
  order: Order,
  transaction: Transaction,
  { shop }: Pick<World, "shop">,
): Readonly<Record<string, unknown>> {
  const createdAt = formatShopTime(transaction.createdAtMs, shop.timeZone);
  const presentment = presentmentOf({ shop }, order);
  return {
    id: transaction.id,
    admin_graphql_api_id: gidOf("OrderTransaction", transaction.id),
    order_id: order.id,
    kind: transaction.kind.toLowerCase(),
    status: transaction.status.toLowerCase(),
    gateway: transaction.gateway,
    amount: formatPadded(
      toPresentmentMinor(transaction.amountMinor, shop.currencyCode, presentment),
      presentment.currencyCode,
    ),
    currency: presentment.currencyCode,
    created_at: createdAt,
    processed_at: createdAt,
    test: transaction.test,
    message: null,
    parent_id: transaction.parentId ?? null,
    payment_id: `${order.name}.1`,
    source_name: order.sourceName,
  };
}
