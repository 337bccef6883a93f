import {
  ListAbandonedCheckoutsDocument,
  type ListAbandonedCheckoutsQuery,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { idOfGid } from "./gid.ts";
import { minorUnitsOf } from "./money.ts";
import type { ProductSnapshot } from "./order-line-snapshot.ts";

/** A checkout that was left: ids and amounts, in minor units of the shop's currency. */
export interface AbandonedCheckoutSnapshot {
  checkoutId: bigint;
  /** Null for a guest. */
  customerId: bigint | null;
  createdAt: Date;
  updatedAt: Date;
  /** When it became an order after all. */
  completedAt: Date | null;
  totalMinorUnits: bigint;
  /** Of its first fifty lines those with a product. */
  lines: { product: ProductSnapshot; quantity: number; minorUnits: bigint }[];
}

/** With fifty lines each, a full page asks for about a hundred points. */
const checkoutsPerPage = 25;

/**
 * The checkouts that changed at `since` or later and whose number is above `after`, lowest first. They cannot be sorted by
 * when they changed, so the place in the list is the number.
 */
export async function listAbandonedCheckouts(
  admin: AdminClient,
  since: Date,
  after: bigint | null,
): Promise<{ checkouts: AbandonedCheckoutSnapshot[]; isLast: boolean }> {
  const above = after === null ? "" : ` AND id:>${after}`;
  const { abandonedCheckouts } = await admin.request(
    ListAbandonedCheckoutsDocument,
    { first: checkoutsPerPage, query: `updated_at:>='${since.toISOString()}'${above}` },
    { isBackground: true },
  );
  return {
    checkouts: abandonedCheckouts.nodes.map(snapshotOf),
    isLast: !abandonedCheckouts.pageInfo.hasNextPage,
  };
}

type Node = ListAbandonedCheckoutsQuery["abandonedCheckouts"]["nodes"][number];

function snapshotOf(node: Node): AbandonedCheckoutSnapshot {
  const { amount, currencyCode } = node.totalPriceSet.shopMoney;
  return {
    checkoutId: idOfGid("AbandonedCheckout", node.id),
    customerId: node.customer == null ? null : idOfGid("Customer", node.customer.id),
    createdAt: new Date(node.createdAt),
    updatedAt: new Date(node.updatedAt),
    completedAt: node.completedAt == null ? null : new Date(node.completedAt),
    totalMinorUnits: minorUnitsOf(amount, currencyCode),
    lines: node.lineItems.nodes.flatMap(({ product, quantity, discountedTotalPriceSet }) => {
      if (product == null) return [];
      const { id, title, handle, productType, vendor } = product;
      const productId = idOfGid("Product", id);
      const minorUnits = minorUnitsOf(discountedTotalPriceSet.shopMoney.amount, currencyCode);
      return [{ product: { productId, title, handle, productType, vendor }, quantity, minorUnits }];
    }),
  };
}
