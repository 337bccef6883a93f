import type { Database, Transaction } from "./database.ts";

/** Which of these customers we have a standing of. */
export async function findKnownCustomers(
  db: Database,
  shop: string,
  customerIds: readonly bigint[],
): Promise<Set<bigint>> {
  const rows = await db.standing.findMany({
    where: { shop, customerId: { in: [...customerIds] } },
    select: { customerId: true },
  });
  return new Set(rows.map(({ customerId }) => customerId));
}

/** Whether an order of the ledger is this customer's, who may not have been scored yet. */
export async function hasOrders(db: Database, shop: string, customerId: bigint): Promise<boolean> {
  return (
    (await db.order.findFirst({ where: { shop, customerId }, select: { orderId: true } })) !== null
  );
}

/**
 * The same, and until the transaction ends nobody forgets them: whatever it writes about them is there when they are
 * forgotten, and goes with the rest.
 */
export async function keepKnownCustomers(
  tx: Transaction,
  shop: string,
  customerIds: readonly bigint[],
): Promise<Set<bigint>> {
  const rows = await tx.$queryRaw<{ customerId: bigint }[]>`
    SELECT customer_id AS "customerId" FROM standing
    WHERE shop = ${shop} AND customer_id = ANY(${[...customerIds]}::bigint[])
    ORDER BY customer_id FOR KEY SHARE`;
  return new Set(rows.map(({ customerId }) => customerId));
}

/**
 * Gives customers who never ordered a standing of their own, not ranked, so that they can be in a group. Under the lock
 * of scoring, which would make the same row at their first order.
 */
export async function insertCustomersWithoutOrders(
  tx: Transaction,
  shop: string,
  customerIds: readonly bigint[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO standing (shop, customer_id, counted_orders, net_minor_units, window_orders, window_net_minor_units)
    SELECT ${shop}, id, 0, 0, 0, 0 FROM unnest(${[...customerIds]}::bigint[]) AS id
    ON CONFLICT DO NOTHING`;
}
