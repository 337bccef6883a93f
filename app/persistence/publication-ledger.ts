/** What we wrote to customers in Shopify: entered before each write and after each confirmation. */
import { Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";
import type { TagWrite } from "./publication-wishes.ts";

/** Before a write: from now on these tags may be on these customers, whatever happens to us. */
export async function notePossibleTags(
  db: Database,
  shop: string,
  writes: readonly TagWrite[],
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO publication AS p (shop, customer_id, possible_tags, confirmed_tags, written_at)
    SELECT ${shop}, w.id, string_to_array(w.tags, ','), '{}', ${at}
    FROM unnest(${ids(writes)}::bigint[], ${joined(writes)}::text[]) AS w (id, tags)
    ON CONFLICT (shop, customer_id) DO UPDATE SET
      possible_tags = array(SELECT unnest(p.possible_tags) UNION SELECT unnest(excluded.possible_tags))`;
}

/** After Shopify confirmed additions. */
export async function confirmAddedTags(
  db: Database,
  shop: string,
  writes: readonly TagWrite[],
  at: Date,
): Promise<void> {
  await alterTags(db, shop, writes, Prisma.sql`confirmed_tags`, Prisma.sql`UNION`, at);
}

/** Before tags are taken off: from now on they are not certain any more. */
export async function noteUncertainTags(
  db: Database,
  shop: string,
  writes: readonly TagWrite[],
  at: Date,
): Promise<void> {
  await alterTags(db, shop, writes, Prisma.sql`confirmed_tags`, Prisma.sql`EXCEPT`, at);
}

/** After Shopify confirmed removals. */
export async function confirmRemovedTags(
  db: Database,
  shop: string,
  writes: readonly TagWrite[],
  at: Date,
): Promise<void> {
  await alterTags(db, shop, writes, Prisma.sql`possible_tags`, Prisma.sql`EXCEPT`, at);
}

async function alterTags(
  db: Database,
  shop: string,
  writes: readonly TagWrite[],
  column: Prisma.Sql,
  setOperation: Prisma.Sql,
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    UPDATE publication p SET written_at = ${at},
      ${column} = array(SELECT unnest(p.${column}) ${setOperation} SELECT unnest(string_to_array(w.tags, ',')))
    FROM unnest(${ids(writes)}::bigint[], ${joined(writes)}::text[]) AS w (id, tags)
    WHERE p.shop = ${shop} AND p.customer_id = w.id`;
}

/** After Shopify confirmed fields; hash null = they were deleted. Whoever was erased meanwhile stays forgotten. */
export async function confirmMetafields(
  db: Database,
  shop: string,
  writes: readonly { customerId: bigint; hash: string | null }[],
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO publication AS p (shop, customer_id, possible_tags, confirmed_tags, metafields_hash, written_at)
    SELECT ${shop}, w.id, '{}', '{}', w.hash, ${at}
    FROM unnest(${writes.map((w) => w.customerId)}::bigint[], ${writes.map((w) => w.hash)}::text[]) AS w (id, hash)
    JOIN standing s ON s.shop = ${shop} AND s.customer_id = w.id
    ON CONFLICT (shop, customer_id) DO UPDATE SET metafields_hash = excluded.metafields_hash, written_at = ${at}`;
}

/** Sets customers aside whom Shopify refused, with its reason; the rest goes on. */
export async function setAside(
  db: Database,
  shop: string,
  refusals: readonly { customerId: bigint; problem: string }[],
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO publication AS p (shop, customer_id, possible_tags, confirmed_tags, problem, written_at)
    SELECT ${shop}, w.id, '{}', '{}', w.problem, ${at}
    FROM unnest(${refusals.map((r) => r.customerId)}::bigint[], ${refusals.map((r) => r.problem)}::text[]) AS w (id, problem)
    ON CONFLICT (shop, customer_id) DO UPDATE SET problem = excluded.problem`;
}

/** A new decision is a new reason to try. */
export async function tryAgain(
  db: Database,
  shop: string,
  customerIds: readonly bigint[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE publication SET problem = NULL
    WHERE shop = ${shop} AND problem IS NOT NULL AND customer_id = ANY(${customerIds}::bigint[])`;
}

/** The same for everybody a run decided on. */
export async function tryAgainAfter(db: Database, shop: string, runId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE publication p SET problem = NULL
    WHERE p.shop = ${shop} AND p.problem IS NOT NULL AND EXISTS (
      SELECT FROM decision d WHERE d.shop = p.shop AND d.customer_id = p.customer_id AND d.run_id = ${runId}::uuid)`;
}

export async function readPublication(db: Database, shop: string, customerId: bigint) {
  return db.publication.findUnique({ where: { shop_customerId: { shop, customerId } } });
}

export async function listProblems(db: Database, shop: string, most: number) {
  return db.publication.findMany({
    where: { shop, problem: { not: null } },
    select: { customerId: true, problem: true },
    orderBy: { customerId: "asc" },
    take: most,
  });
}

/** What the ledger says is in the shop now. */
export async function totalPublications(db: Database, shop: string) {
  const [row] = await db.$queryRaw<
    { tagged: number; fields: number; lastWrittenAt: Date | null }[]
  >`
    SELECT count(*) FILTER (WHERE cardinality(confirmed_tags) > 0)::int AS tagged,
           count(metafields_hash)::int AS fields, max(written_at) AS "lastWrittenAt"
    FROM publication WHERE shop = ${shop}`;
  return row ?? { tagged: 0, fields: 0, lastWrittenAt: null };
}

function ids(writes: readonly TagWrite[]): bigint[] {
  return writes.map((write) => write.customerId);
}

/** Arrays of arrays do not travel; tags of ours hold no comma. */
function joined(writes: readonly TagWrite[]): string[] {
  return writes.map((write) => write.tags.join(","));
}
