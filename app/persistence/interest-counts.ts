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

/** All there is of one customer. */
export async function readInterest(
  db: Database,
  shop: string,
  customerId: bigint,
): Promise<InterestRow[]> {
  return db.interestCount.findMany({
    where: { shop, customerId },
    select: { day: true, kind: true, subject: true, times: true },
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

/** When a customer ordered since a moment, and which products; cancelled and test orders left out. */
export async function listOrderedProducts(
  db: Database,
  shop: string,
  customerId: bigint,
  since: Date,
): Promise<{ processedAt: Date; products: string[] }[]> {
  return db.$queryRaw<{ processedAt: Date; products: string[] }[]>`
    SELECT o.processed_at AS "processedAt",
           coalesce(array_agg(l.product_id::text) FILTER (WHERE l.product_id IS NOT NULL), '{}') AS products
    FROM orders o LEFT JOIN order_line l ON l.shop = o.shop AND l.order_id = o.order_id
    WHERE o.shop = ${shop} AND o.customer_id = ${customerId} AND o.processed_at >= ${since}
      AND o.cancelled_at IS NULL AND NOT o.test
    GROUP BY o.order_id, o.processed_at`;
}

export interface InterestRank {
  subject: string;
  customers: number;
  times: number;
}

/** What most customers of a tier or group (null = everybody) looked at or searched for since a day, most first. */
export async function rankInterest(
  db: Database,
  shop: string,
  kinds: readonly string[],
  label: { family: "tier" | "group"; key: string } | null,
  sinceDay: number,
  most: number,
): Promise<InterestRank[]> {
  const tier = label?.family === "tier" ? label.key : null;
  const group = label?.family === "group" ? label.key : null;
  return db.$queryRaw<InterestRank[]>`
    SELECT i.subject, count(DISTINCT i.customer_id)::int AS customers, sum(i.times)::int AS times
    FROM interest_count i JOIN standing s ON s.shop = i.shop AND s.customer_id = i.customer_id
    WHERE i.shop = ${shop} AND i.kind = ANY(${kinds}::text[]) AND i.day >= ${sinceDay}
      AND (${tier}::text IS NULL OR s.tier_key = ${tier}) AND (${group}::text IS NULL OR s.group_key = ${group})
    GROUP BY i.subject ORDER BY customers DESC, times DESC, i.subject LIMIT ${most}`;
}
