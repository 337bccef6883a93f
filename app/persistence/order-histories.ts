import type { Database } from "./database.ts";
import type { LedgerOrder, OrderParts } from "./orders.ts";

/** An order as it is read again, with what of it went for gift cards: as bought, and less those taken back. */
export type HeldOrder = LedgerOrder &
  OrderParts & { giftCardMinorUnits: bigint; giftCardLeftMinorUnits: bigint };

/** Whose orders for a company count: the customer's who placed them, or everybody's who orders for the location. */
export type CompanyOrders = "contact" | "location";

/**
 * These customers' orders, in time order within a customer: what a retier reads. By location an order comes once for
 * each customer it counts for, as theirs.
 */
export async function readHistories(
  db: Database,
  shop: string,
  customerIds: readonly bigint[],
  companyOrders: CompanyOrders = "contact",
): Promise<HeldOrder[]> {
  const byLocation = companyOrders === "location";
  return db.$queryRaw<HeldOrder[]>`
    WITH own AS (
      SELECT order_id, customer_id, company_location_id FROM orders
      WHERE shop = ${shop} AND customer_id = ANY(${customerIds}::bigint[])
    ), credited AS (
      SELECT order_id, customer_id FROM own WHERE company_location_id IS NULL OR NOT ${byLocation}
      UNION ALL
      SELECT l.order_id, b.customer_id
      FROM (SELECT DISTINCT customer_id, company_location_id FROM own WHERE ${byLocation}) b
      JOIN orders l ON l.shop = ${shop} AND l.company_location_id IS NOT NULL
        AND l.company_location_id = b.company_location_id
    )
    SELECT o.order_id AS "orderId", c.customer_id AS "customerId", name, processed_at AS "processedAt",
           updated_at AS "updatedAt", cancelled_at AS "cancelledAt", test,
           total_minor_units AS "totalMinorUnits", refunded_minor_units AS "refundedMinorUnits",
           removed_minor_units AS "removedMinorUnits", tax_minor_units AS "taxMinorUnits",
           tax_left_minor_units AS "taxLeftMinorUnits", shipping_minor_units AS "shippingMinorUnits",
           shipping_left_minor_units AS "shippingLeftMinorUnits", shipping_tax_minor_units AS "shippingTaxMinorUnits",
           extras_minor_units AS "extrasMinorUnits", coalesce(g.bought, 0) AS "giftCardMinorUnits",
           coalesce(g.left_over, 0) AS "giftCardLeftMinorUnits"
    FROM credited c JOIN orders o ON o.shop = ${shop} AND o.order_id = c.order_id
    LEFT JOIN LATERAL (
      SELECT sum(l.net_minor_units)::bigint AS bought,
             sum(l.net_minor_units * (l.quantity - l.returned_quantity) / greatest(l.quantity, 1))::bigint AS left_over
      FROM order_line l WHERE l.shop = o.shop AND l.order_id = o.order_id AND l.is_gift_card
    ) g ON true
    ORDER BY c.customer_id, processed_at, o.order_id`;
}
