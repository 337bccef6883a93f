import type { Database } from "./database.ts";

/** Forgets a customer. Their orders stay as a guest's, so that the shop's totals stay right. */
export async function eraseCustomer(
  db: Database,
  shop: string,
  customerId: bigint,
  at: Date,
): Promise<void> {
  const where = { shop, customerId };
  await db.order.updateMany({ where, data: { customerId: null } });
  await db.dirtyCustomer.deleteMany({ where });
  await db.standing.deleteMany({ where });
  await db.decision.deleteMany({ where });
  await db.publication.deleteMany({ where });
  // Whatever else was asked about them is done with this.
  await db.inboxEvent.updateMany({
    where: { shop, subject: { path: ["customerId"], equals: String(customerId) } },
    data: { subject: {}, handledAt: at },
  });
}
