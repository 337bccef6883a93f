import type { Database } from "./database.ts";

/** How much is kept of a shop. */
export interface KeptRows {
  orders: number;
  customers: number;
  decisions: number;
  webhooks: number;
}

export async function countKept(db: Database, shop: string): Promise<KeptRows> {
  const where = { shop };
  return {
    orders: await db.order.count({ where }),
    customers: await db.standing.count({ where }),
    decisions: await db.decision.count({ where }),
    webhooks: await db.inboxEvent.count({ where }),
  };
}
