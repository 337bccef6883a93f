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
  const [row] = await db.$queryRaw<RunWrites[]>`
    SELECT count(*) FILTER (WHERE problem IS NULL AND NOT differs)::int AS written,
           count(*) FILTER (WHERE problem IS NULL AND differs)::int AS waiting,
           count(*) FILTER (WHERE problem = ${changedInShopify})::int AS "changedByOthers",
           max(written_at) FILTER (WHERE written_at >= ${since}) AS "lastWrittenAt"
    FROM (
      SELECT problem, written_at, NOT wanted_tags <@ confirmed_tags OR NOT possible_tags <@ wanted_tags
             OR wanted_hash IS DISTINCT FROM metafields_hash AS differs
      FROM (${standingsBesideLedger(shop, families, "everybody")}) AS b
      WHERE EXISTS (SELECT FROM decision d WHERE d.shop = ${shop} AND d.customer_id = b.customer_id
        AND d.run_id = ${runId}::uuid AND d.family <> 'automatic')) AS w`;
  return row ?? { written: 0, waiting: 0, changedByOthers: 0, lastWrittenAt: null };
}
