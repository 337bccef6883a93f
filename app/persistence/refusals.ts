/** Customers set aside because Shopify refused to change them. Who was changed by others is set aside too, and is no refusal. */
import { Prisma } from "../generated/prisma/client.ts";
import type { Database, Transaction } from "./database.ts";
import { changedInShopify } from "./drifts.ts";
import { standingsBesideLedger, type PublishedFamilies } from "./publication-wishes.ts";

/** Whose refusals: of a whole shop, or of the customers that a run decided on. */
export interface Refused {
  shop: string;
  runId: string | null;
}

/** The next of them after a customer, by number, with what Shopify said. */
export async function listRefusals(
  db: Database,
  refused: Refused,
  most: number,
  after = 0n,
): Promise<{ customerId: bigint; problem: string }[]> {
  return db.$queryRaw<{ customerId: bigint; problem: string }[]>`
    SELECT p.customer_id AS "customerId", p.problem FROM publication p
    WHERE ${isRefused(refused)} AND p.customer_id > ${after} ORDER BY p.customer_id LIMIT ${most}`;
}

export async function countRefusals(db: Database, refused: Refused): Promise<number> {
  const [row] = await db.$queryRaw<{ customers: number }[]>`
    SELECT count(*)::int AS customers FROM publication p WHERE ${isRefused(refused)}`;
  return row?.customers ?? 0;
}

/** From now on they are written like everybody else, until Shopify refuses again. Returns how many that are. */
export async function forgetRefusals(tx: Transaction, refused: Refused): Promise<number> {
  return tx.$executeRaw`UPDATE publication p SET problem = NULL WHERE ${isRefused(refused)}`;
}

function isRefused({ shop, runId }: Refused): Prisma.Sql {
  const decidedOn =
    runId === null
      ? Prisma.empty
      : Prisma.sql`AND EXISTS (SELECT FROM decision d WHERE d.shop = p.shop AND d.customer_id = p.customer_id
          AND d.run_id = ${runId}::uuid AND d.family <> 'automatic')`;
  return Prisma.sql`p.shop = ${shop} AND p.problem IS NOT NULL AND p.problem <> ${changedInShopify} ${decidedOn}`;
}

/** What became in Shopify of the customers whose labels a run changed. */
export interface RunWrites {
  /** Shopify shows them as they are. */
  written: number;
  waiting: number;
  /** Left as others made them. */
  changedByOthers: number;
  /** When one of them was last written, since a moment of real time. */
  lastWrittenAt: Date | null;
}

export async function countWritesOfRun(
  db: Database,
  shop: string,
  families: PublishedFamilies,
  runId: string,
  since: Date,
): Promise<RunWrites> {
  // Grouped, as the outcome of a customer in several counts would be worked out for each of them.
  const rows = await db.$queryRaw<
    { outcome: string | null; customers: number; lastWrittenAt: Date | null }[]
  >`
    SELECT CASE WHEN problem = ${changedInShopify} THEN 'changedByOthers' WHEN problem IS NOT NULL THEN NULL
                WHEN NOT wanted_tags <@ confirmed_tags OR NOT possible_tags <@ wanted_tags
                  OR wanted_hash IS DISTINCT FROM metafields_hash THEN 'waiting' ELSE 'written' END AS outcome,
           count(*)::int AS customers, max(max(written_at) FILTER (WHERE written_at >= ${since})) OVER () AS "lastWrittenAt"
    FROM (${standingsBesideLedger(shop, families, "everybody")}) AS b
    WHERE EXISTS (SELECT FROM decision d WHERE d.shop = ${shop} AND d.customer_id = b.customer_id
      AND d.run_id = ${runId}::uuid AND d.family <> 'automatic')
    GROUP BY outcome`;
  const customersOf = (outcome: string) =>
    rows.find((row) => row.outcome === outcome)?.customers ?? 0;
  return {
    written: customersOf("written"),
    waiting: customersOf("waiting"),
    changedByOthers: customersOf("changedByOthers"),
    lastWrittenAt: rows[0]?.lastWrittenAt ?? null,
  };
}
