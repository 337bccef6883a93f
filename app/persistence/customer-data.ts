import type { Database } from "./database.ts";

/** Every row that is about one customer, table by table: what somebody who asks for their data gets. */
export async function readCustomerData(db: Database, shop: string, customerId: bigint) {
  const where = { shop, customerId };
  const orders = await db.order.findMany({ where, orderBy: { processedAt: "asc" } });
  const checkouts = await db.abandonedCheckout.findMany({ where });
  const orderIds = orders.map(({ orderId }) => orderId);
  return {
    orders,
    orderLines: await db.orderLine.findMany({ where: { shop, orderId: { in: orderIds } } }),
    standing: await db.standing.findMany({ where }),
    outlook: await db.outlook.findMany({ where }),
    interestCounts: await db.interestCount.findMany({ where }),
    interestTraits: await db.interestTrait.findMany({ where }),
    abandonedCheckouts: checkouts,
    abandonedProducts: await db.abandonedProduct.findMany({
      where: { shop, checkoutId: { in: checkouts.map(({ checkoutId }) => checkoutId) } },
    }),
    shadowStanding: await db.shadowStanding.findMany({ where }),
    labelHolds: await db.labelHold.findMany({ where }),
    handActs: await db.handActCustomer.findMany({ where }),
    decisions: await db.decision.findMany({ where, orderBy: { decidedAt: "asc" } }),
    publication: await db.publication.findMany({ where }),
    bulkLines: await db.bulkLine.findMany({ where }),
    groups: await db.customGroup.findMany({
      where: { shop, id: { in: await idsOfGroups(db, shop, customerId) } },
      select: { key: true, name: true, kind: true },
    }),
    shopifyAnswers: await db.shopifyAnswer.findMany({ where }),
    shopifyGroup: await db.shopifyGroup.findMany({ where }),
  };
}

async function idsOfGroups(db: Database, shop: string, customerId: bigint): Promise<string[]> {
  const memberships = await db.customGroupMember.findMany({ where: { shop, customerId } });
  return memberships.map(({ groupId }) => groupId);
}
