import { columnText } from "./array-text.ts";
import type { Database, Transaction } from "./database.ts";
import { keepKnownCustomers } from "./known-customers.ts";

/** The next customers of whom there is anything to judge by, lowest number first. */
export async function listCustomersToJudge(
  db: Database,
  shop: string,
  after: bigint,
  most: number,
): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ customerId: bigint }[]>`
    (SELECT DISTINCT customer_id AS "customerId" FROM interest_count
     WHERE shop = ${shop} AND customer_id > ${after} ORDER BY 1 LIMIT ${most})
    UNION
    (SELECT DISTINCT customer_id FROM abandoned_checkout
     WHERE shop = ${shop} AND customer_id > ${after} ORDER BY 1 LIMIT ${most})
    ORDER BY 1 LIMIT ${most}`;
  return rows.map(({ customerId }) => customerId);
}

/** Replaces the traits of the customers from one number to another, both included. Returns how many came or went. */
export async function replaceInterestTraits(
  tx: Transaction,
  shop: string,
  between: { first: bigint; last: bigint },
  rows: readonly { customerId: bigint; trait: string }[],
): Promise<number> {
  const known = await keepKnownCustomers(
    tx,
    shop,
    rows.map(({ customerId }) => customerId),
  );
  const kept = rows.filter(({ customerId }) => known.has(customerId));
  const ids = columnText(kept, (row) => row.customerId);
  const traits = columnText(kept, (row) => row.trait);
  const gone = await tx.$executeRaw`
    DELETE FROM interest_trait t
    WHERE t.shop = ${shop} AND t.customer_id BETWEEN ${between.first} AND ${between.last}
      AND (t.customer_id, t.trait) NOT IN (SELECT * FROM unnest(${ids}::bigint[], ${traits}::text[]))`;
  const come = await tx.$executeRaw`
    INSERT INTO interest_trait (shop, customer_id, trait)
    SELECT ${shop}, * FROM unnest(${ids}::bigint[], ${traits}::text[])
    ON CONFLICT DO NOTHING`;
  return gone + come;
}
