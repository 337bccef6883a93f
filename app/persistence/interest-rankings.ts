import { Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

/** A tier or group; null = everybody. */
export type RankedLabel = { family: "tier" | "group"; key: string } | null;

export interface InterestRank {
  subject: string;
  customers: number;
  times: number;
}

/** What most customers looked at or searched for since a day, most first. */
export async function rankInterest(
  db: Database,
  shop: string,
  kinds: readonly string[],
  label: RankedLabel,
  sinceDay: number,
  most: number,
): Promise<InterestRank[]> {
  return db.$queryRaw<InterestRank[]>`
    SELECT i.subject, count(DISTINCT i.customer_id)::int AS customers, sum(i.times)::int AS times
    FROM interest_count i JOIN standing s ON s.shop = i.shop AND s.customer_id = i.customer_id
    WHERE i.shop = ${shop} AND i.kind = ANY(${kinds}::text[]) AND i.day >= ${sinceDay} AND ${isOf(label)}
    GROUP BY i.subject ORDER BY customers DESC, times DESC, i.subject LIMIT ${most}`;
}

export interface AbandonedRank {
  productId: bigint;
  /** Left and not bought, as in `minorUnits`. */
  checkouts: number;
  quantity: number;
  minorUnits: bigint;
}

/**
 * Which products were left at checkouts since a moment, and what for, most money first. Left is what neither that checkout
 * nor any order of its customer's bought within days. Of several checkouts of one customer on one day with the same
 * product the largest counts: they began again.
 */
export async function rankAbandonedProducts(
  db: Database,
  { shop, timeZone }: { shop: string; timeZone: string },
  label: RankedLabel,
  { since, decisionDays }: { since: Date; decisionDays: number },
  most: number,
): Promise<AbandonedRank[]> {
  return db.$queryRaw<AbandonedRank[]>`
    SELECT product_id AS "productId", count(*)::int AS checkouts, sum(quantity)::int AS quantity,
           sum(minor_units)::bigint AS "minorUnits"
    FROM (
      SELECT DISTINCT ON (product_id, whose, day) product_id, quantity, minor_units
      FROM (
        SELECT p.product_id, p.quantity, p.minor_units, (c.created_at AT TIME ZONE ${timeZone})::date AS day,
               -- Every guest is somebody else.
               coalesce(c.customer_id, -c.checkout_id) AS whose
        FROM abandoned_checkout c
        JOIN abandoned_product p ON p.shop = c.shop AND p.checkout_id = c.checkout_id
        LEFT JOIN standing s ON s.shop = c.shop AND s.customer_id = c.customer_id
        WHERE c.shop = ${shop} AND c.created_at >= ${since} AND c.completed_at IS NULL AND ${isOf(label)}
          AND NOT EXISTS (SELECT FROM orders o WHERE o.shop = c.shop AND o.customer_id = c.customer_id
            AND o.cancelled_at IS NULL AND NOT o.test AND o.processed_at >= c.created_at
            AND o.processed_at < c.created_at + make_interval(days => ${decisionDays}::int))
      ) AS carts
      ORDER BY product_id, whose, day, minor_units DESC
    ) AS largest
    GROUP BY product_id ORDER BY "minorUnits" DESC, product_id LIMIT ${most}`;
}

function isOf(label: RankedLabel): Prisma.Sql {
  if (label === null) return Prisma.sql`TRUE`;
  return label.family === "tier"
    ? Prisma.sql`s.tier_key = ${label.key}`
    : Prisma.sql`s.group_key = ${label.key}`;
}
