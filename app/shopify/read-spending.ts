import { findCurrencyMinorDigits } from "../../order-export/currency-digits.ts";
import {
  ReadCustomerSpendingDocument,
  ReadShopSpendingDocument,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf } from "./gid.ts";
import { minorUnitsOf } from "./money.ts";

/** What the admin shows as spent, in minor units of the shop's currency, and with how many orders. */
export interface Spending {
  spentMinorUnits: number;
  orders: number;
}

/** All customers together; Shopify adds it up as it does for segments, a little behind. */
export async function readShopSpending(
  admin: AdminClient,
  currencyCode: string,
): Promise<Spending> {
  const { customerSegmentMembers } = await admin.request(ReadShopSpendingDocument, {});
  const { spent, orders } = customerSegmentMembers.statistics;
  const unitsPerMajor = 10 ** (findCurrencyMinorDigits(currencyCode) ?? 2);
  return { spentMinorUnits: Math.round(spent.sum * unitsPerMajor), orders: Math.round(orders.sum) };
}

/** Null when Shopify no longer has the customer. */
export async function readCustomerSpending(
  admin: AdminClient,
  customerId: bigint,
): Promise<Spending | null> {
  const { customer } = await admin.request(ReadCustomerSpendingDocument, {
    id: gidOf("Customer", customerId),
  });
  if (customer == null) return null;
  const { amount, currencyCode } = customer.amountSpent;
  return {
    spentMinorUnits: Number(minorUnitsOf(amount, currencyCode)),
    orders: Number(customer.numberOfOrders),
  };
}
