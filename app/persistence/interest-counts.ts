import type { Database } from "./database.ts";

export interface InterestRow {
  day: number;
  kind: string;
  subject: string;
  times: number;
}

/** So much of one customer and day is more than anybody reads of them. */
const mostSubjectsPerDay = 200;

/**
 * Counts one thing a customer did. Whoever has no standing is not counted: their number may be made up. Beyond 200
 * different things a day only those already there are counted.
 */
export async function countInterest(
  db: Database,
  shop: string,
  customerId: bigint,
  { day, kind, subject }: Omit<InterestRow, "times">,
): Promise<boolean> {
  const written = await db.$executeRaw`
    INSERT INTO interest_count AS held (shop, customer_id, day, kind, subject, times)
    SELECT shop, customer_id, ${day}, ${kind}, ${subject}, 1 FROM standing
    WHERE shop = ${shop} AND customer_id = ${customerId} AND (
      (SELECT count(*) FROM interest_count i
       WHERE i.shop = ${shop} AND i.customer_id = ${customerId} AND i.day = ${day}) < ${mostSubjectsPerDay}
      OR EXISTS (SELECT FROM interest_count i WHERE i.shop = ${shop} AND i.customer_id = ${customerId}
        AND i.day = ${day} AND i.kind = ${kind} AND i.subject = ${subject}))
    ON CONFLICT (shop, customer_id, day, kind, subject) DO UPDATE SET times = held.times + 1`;
  return written > 0;
}

/** All there is of some customers. */
export async function readInterest(
  db: Database,
  shop: string,
  customerIds: readonly bigint[],
): Promise<(InterestRow & { customerId: bigint })[]> {
  return db.interestCount.findMany({
    where: { shop, customerId: { in: [...customerIds] } },
    select: { customerId: true, day: true, kind: true, subject: true, times: true },
  });
}

export async function countInterestedCustomers(db: Database, shop: string): Promise<number> {
  const [row] = await db.$queryRaw<{ customers: number }[]>`
    SELECT count(DISTINCT customer_id)::int AS customers FROM interest_count WHERE shop = ${shop}`;
  return row?.customers ?? 0;
}

export async function deleteInterestBefore(db: Database, shop: string, day: number): Promise<void> {
  await db.interestCount.deleteMany({ where: { shop, day: { lt: day } } });
}

export interface OrderedProducts {
  customerId: bigint;
  processedAt: Date;
  products: string[];
}

/** When some customers ordered since a moment, and which products; cancelled and test orders left out. */
export async function listOrderedProducts(
  db: Database,
  shop: string,
  customerIds: readonly bigint[],
  since: Date,
): Promise<OrderedProducts[]> {
  return db.$queryRaw<OrderedProducts[]>`
    SELECT o.customer_id AS "customerId", o.processed_at AS "processedAt",
           coalesce(array_agg(l.product_id::text) FILTER (WHERE l.product_id IS NOT NULL), '{}') AS products
    FROM orders o LEFT JOIN order_line l ON l.shop = o.shop AND l.order_id = o.order_id
    WHERE o.shop = ${shop} AND o.customer_id = ANY(${[...customerIds]}::bigint[]) AND o.processed_at >= ${since}
      AND o.cancelled_at IS NULL AND NOT o.test
    GROUP BY o.order_id, o.customer_id, o.processed_at`;
}
