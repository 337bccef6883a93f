/** What we wrote to customers in Shopify: entered before each write and after each confirmation. */
import { Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";
import type { TagWrite } from "./publication-wishes.ts";

/**
 * Before a write: from now on these tags may be on these customers, whatever happens to us. Leaves out whoever has no
 * standing: they were forgotten since they were looked up, or are nobody's business of ours yet. Returns who is left.
 */
export async function notePossibleTags(
  db: Database,
  shop: string,
  writes: readonly TagWrite[],
  at: Date,
): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ customerId: bigint }[]>`
    INSERT INTO publication AS p (shop, customer_id, possible_tags, confirmed_tags, written_at)
    SELECT ${shop}, w.id, string_to_array(w.tags, ','), '{}', ${at}
    FROM unnest(${ids(writes)}::bigint[], ${joined(writes)}::text[]) AS w (id, tags) ${whoIsKnown(shop)}
    ON CONFLICT (shop, customer_id) DO UPDATE SET
      possible_tags = array(SELECT unnest(p.possible_tags) UNION SELECT unnest(excluded.possible_tags))
    RETURNING p.customer_id AS "customerId"`;
  return rows.map((row) => row.customerId);
}

/**
 * Leaves out whoever was forgotten, or is being forgotten this moment: a row entered now would name them for ever.
 * Must end the FROM clause, over `w (id, …)`.
 */
function whoIsKnown(shop: string): Prisma.Sql {
  return Prisma.sql`JOIN standing s ON s.shop = ${shop} AND s.customer_id = w.id FOR KEY SHARE OF s`;
}

/** After Shopify confirmed additions; `tagCount` is how many tags the customer has now, null when nobody said. */
export async function confirmAddedTags(
  db: Database,
  shop: string,
  writes: readonly (TagWrite & { tagCount: number | null })[],
  at: Date,
): Promise<void> {
  await alterTags(db, shop, writes, Prisma.sql`confirmed_tags`, Prisma.sql`UNION`, at);
  await db.$executeRaw`
    UPDATE publication p SET tag_count = w.count
    FROM unnest(${ids(writes)}::bigint[], ${writes.map((w) => w.tagCount)}::int[]) AS w (id, count)
    WHERE p.shop = ${shop} AND p.customer_id = w.id AND w.count IS NOT NULL AND p.tag_count IS DISTINCT FROM w.count`;
}

/** Before tags are taken off: from now on they are not certain any more. Returns whom the ledger knows. */
export async function noteUncertainTags(
  db: Database,
  shop: string,
  writes: readonly TagWrite[],
  at: Date,
): Promise<bigint[]> {
  return alterTags(db, shop, writes, Prisma.sql`confirmed_tags`, Prisma.sql`EXCEPT`, at);
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
): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ customerId: bigint }[]>`
    UPDATE publication p SET written_at = ${at},
      ${column} = array(SELECT unnest(p.${column}) ${setOperation} SELECT unnest(string_to_array(w.tags, ',')))
    FROM unnest(${ids(writes)}::bigint[], ${joined(writes)}::text[]) AS w (id, tags)
    WHERE p.shop = ${shop} AND p.customer_id = w.id RETURNING p.customer_id AS "customerId"`;
  return rows.map((row) => row.customerId);
}

/** Stands for fields that may be there and say anything. No digest of ours is empty. */
const anything = "";

/**
 * Before fields are written or taken away: what was confirmed holds no longer. Customers who were forgotten since they
 * were looked up are left out. Returns who is left.
 */
export async function notePossibleFields(
  db: Database,
  shop: string,
  writes: readonly { customerId: bigint }[],
  at: Date,
): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ customerId: bigint }[]>`
    INSERT INTO publication AS p (shop, customer_id, possible_tags, confirmed_tags, metafields_hash, written_at)
    SELECT ${shop}, w.id, '{}', '{}', ${anything}, ${at}
    FROM unnest(${writes.map((w) => w.customerId)}::bigint[]) AS w (id) ${whoIsKnown(shop)}
    ON CONFLICT (shop, customer_id) DO UPDATE SET metafields_hash = excluded.metafields_hash
    RETURNING p.customer_id AS "customerId"`;
  return rows.map((row) => row.customerId);
}

/** What Shopify confirmed of one customer's fields. All null = there are none. */
export interface FieldState {
  customerId: bigint;
  hash: string | null;
  tierDigest: string | null;
  standingDigest: string | null;
}

/** After Shopify confirmed fields. Whoever was forgotten meanwhile stays forgotten. */
export async function confirmMetafields(
  db: Database,
  shop: string,
  fields: readonly FieldState[],
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO publication AS p
      (shop, customer_id, possible_tags, confirmed_tags, metafields_hash, tier_digest, standing_digest, written_at)
    SELECT ${shop}, w.id, '{}', '{}', w.hash, w.tier, w.standing, ${at}
    FROM unnest(${fields.map((f) => f.customerId)}::bigint[], ${fields.map((f) => f.hash)}::text[],
                ${fields.map((f) => f.tierDigest)}::text[], ${fields.map((f) => f.standingDigest)}::text[])
      AS w (id, hash, tier, standing) ${whoIsKnown(shop)}
    ON CONFLICT (shop, customer_id) DO UPDATE SET metafields_hash = excluded.metafields_hash,
      tier_digest = excluded.tier_digest, standing_digest = excluded.standing_digest, written_at = ${at}`;
}

/** What a look at Shopify found of fields that are not as we left them: the next write goes by it. */
export async function noteFieldDigests(
  db: Database,
  shop: string,
  seen: readonly Omit<FieldState, "hash">[],
  at: Date,
): Promise<void> {
  const fields = seen.map((each) => ({ ...each, hash: anything }));
  await confirmMetafields(db, shop, fields, at);
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
    FROM unnest(${refusals.map((r) => r.customerId)}::bigint[], ${refusals.map((r) => r.problem)}::text[])
      AS w (id, problem) ${whoIsKnown(shop)}
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

/** Everybody whom something of ours may be on, but those whom Shopify refuses to change. */
export async function countWritten(db: Database, shop: string): Promise<number> {
  const [row] = await db.$queryRaw<{ customers: number }[]>`
    SELECT count(*)::int AS customers FROM publication
    WHERE shop = ${shop} AND problem IS NULL AND (possible_tags <> '{}' OR metafields_hash IS NOT NULL)`;
  return row?.customers ?? 0;
}

/** Everybody who was set aside is tried once more, whatever the reason. */
export async function tryEverybodyAgain(db: Database, shop: string): Promise<void> {
  await db.publication.updateMany({
    where: { shop, problem: { not: null } },
    data: { problem: null },
  });
}

/**
 * What is known of a customer's tags; null when nothing is. Asked for every echo of our own writes, so in SQL: putting
 * a query of Prisma's together takes longer than answering it.
 */
export async function readKnownTags(
  db: Database,
  shop: string,
  customerId: bigint,
): Promise<KnownTags | null> {
  const [known] = await db.$queryRaw<KnownTags[]>`
    SELECT possible_tags AS "possibleTags", confirmed_tags AS "confirmedTags", problem FROM publication
    WHERE shop = ${shop} AND customer_id = ${customerId}`;
  return known ?? null;
}

export interface KnownTags {
  possibleTags: string[];
  confirmedTags: string[];
  problem: string | null;
}

export async function readPublication(db: Database, shop: string, customerId: bigint) {
  return db.publication.findUnique({ where: { shop_customerId: { shop, customerId } } });
}

/** Shopify takes 250 tags, and a change of ours needs room for two more than before. */
const manyTags = 240;

/** Customers with so many tags, of anybody's, that ours may soon find no room. */
export async function listNearTagLimit(db: Database, shop: string, most: number) {
  return db.publication.findMany({
    where: { shop, tagCount: { gte: manyTags } },
    select: { customerId: true, tagCount: true },
    orderBy: [{ tagCount: "desc" }, { customerId: "asc" }],
    take: most,
  });
}

/** What the ledger says is in the shop now. */
export async function totalPublications(db: Database, shop: string) {
  const [row] = await db.$queryRaw<
    { tagged: number; fields: number; lastWrittenAt: Date | null }[]
  >`
    SELECT count(*) FILTER (WHERE cardinality(confirmed_tags) > 0)::int AS tagged,
           count(nullif(metafields_hash, ${anything}))::int AS fields, max(written_at) AS "lastWrittenAt"
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
