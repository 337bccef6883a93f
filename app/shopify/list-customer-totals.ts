import { ListCustomerTotalsDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { idOfGid } from "./gid.ts";
import { minorUnitsOf } from "./money.ts";

const customersPerRequest = 250;

/** What Shopify itself sums up of a customer, over all time. */
export interface CustomerTotals {
  customerId: bigint;
  createdAt: Date;
  orders: number;
  /** Minor units of the shop's currency. */
  spentMinorUnits: bigint;
  /** Null where the last order is older than we may see. */
  lastOrderAt: Date | null;
}

/** Customers with orders, those first who changed last. A page of 250 costs some 25 points. */
export async function listCustomerTotals(
  admin: AdminClient,
  after: string | null,
): Promise<{ customers: CustomerTotals[]; nextCursor: string | null }> {
  const { customers } = await admin.request(ListCustomerTotalsDocument, {
    first: customersPerRequest,
    after,
  });
  return {
    customers: customers.nodes.map(({ id, createdAt, numberOfOrders, amountSpent, lastOrder }) => ({
      customerId: idOfGid("Customer", id),
      createdAt: new Date(createdAt),
      orders: Number(numberOfOrders),
      spentMinorUnits: minorUnitsOf(amountSpent.amount, amountSpent.currencyCode),
      lastOrderAt: lastOrder == null ? null : new Date(lastOrder.processedAt),
    })),
    nextCursor: customers.pageInfo.hasNextPage ? (customers.pageInfo.endCursor ?? null) : null,
  };
}
