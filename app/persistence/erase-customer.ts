import type { Database, Transaction } from "./database.ts";
import { disownCheckouts } from "./abandoned-checkouts.ts";
import { deleteLines } from "./order-lines.ts";
import { lockLedgerForDeleting } from "./shop-lock.ts";

/**
 * Forgets a customer. Their orders stay as a guest's, so that the shop's totals stay right; what was in them and where
 * they came from goes.
 */
export async function eraseCustomer(
  db: Transaction,
  shop: string,
  customerId: bigint,
  at: Date,
): Promise<void> {
  const where = { shop, customerId };
  // Whoever writes one of these orders from now on sees that it is nobody's any more.
  await lockLedgerForDeleting(db, shop);
  const orders = await db.order.findMany({ where, select: { orderId: true } });
  const orderIds = orders.map(({ orderId }) => orderId);
  await db.erasedOrder.createMany({
    data: orderIds.map((orderId) => ({ shop, orderId })),
    skipDuplicates: true,
  });
  await deleteLines(db, shop, orderIds);
  const nobody = { customerId: null, countryCode: null, channel: null };
  const nowhere = { firstSource: null, lastSource: null };
  await db.order.updateMany({ where, data: { ...nobody, ...nowhere } });
  await forgetCustomer(db, shop, customerId);
  await db.privacyRequest.deleteMany({ where });
  // Whatever else was asked about them is done with this.
  await db.inboxEvent.updateMany({
    where: {
      shop,
      OR: ["customerId", "keptId"].map((path) => ({
        subject: { path: [path], equals: String(customerId) },
      })),
    },
    data: { subject: {}, handledAt: at },
  });
}

/**
 * Forgets what was found out about a customer and done for them; their orders stay as they are. Says how many left
 * checkouts became nobody's.
 */
export async function forgetCustomer(
  db: Database,
  shop: string,
  customerId: bigint,
): Promise<{ checkouts: number }> {
  const where = { shop, customerId };
  await db.outlook.deleteMany({ where });
  await db.interestCount.deleteMany({ where });
  await db.dirtyCustomer.deleteMany({ where });
  await db.standing.deleteMany({ where });
  await db.shadowStanding.deleteMany({ where });
  await db.labelHold.deleteMany({ where });
  await db.handActCustomer.deleteMany({ where });
  await db.decision.deleteMany({ where });
  await db.publication.deleteMany({ where });
  await db.publicationMark.deleteMany({ where });
  await db.drift.deleteMany({ where });
  await db.bulkLine.deleteMany({ where });
  await db.customGroupMember.deleteMany({ where });
  await db.shopifyAnswer.deleteMany({ where });
  await db.shopifyGroup.deleteMany({ where });
  await db.flowNotice.deleteMany({ where });
  // After the standing: whoever stores one of theirs meanwhile has kept that, and is done first.
  await db.interestTrait.deleteMany({ where });
  return { checkouts: await disownCheckouts(db, shop, customerId) };
}
