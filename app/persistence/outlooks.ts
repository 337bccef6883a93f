import type { Outlook } from "../generated/prisma/client.ts";
import { connectionOf } from "./copy/lent-connections.ts";
import { copyIn } from "./copy/copy-streams.ts";
import { encodeRows } from "./copy/copy-writer.ts";
import type { Database, PrismaClient, Transaction } from "./database.ts";

/** What is expected of a customer. Null is what the history is too short for. */
export interface OutlookRow {
  customerId: bigint;
  model: string | null;
  pBuy90d: number | null;
  pBuy180d: number | null;
  expectedOrders365d: number | null;
  /** Minor units. */
  expectedSpend365d: number | null;
  /** `2026-07-31` */
  nextOrderOn: string | null;
  riskLevel: string | null;
  /** Plain JSON of the judgement. */
  riskReason: unknown;
  traits: readonly string[];
  traitEvidence: unknown;
  /** Products by id, what fits best first. */
  crossSell: readonly string[];
}

const separator = "|";

/**
 * Replaces what is expected of a shop's customers; rows that say the same are not touched. Customers without a standing
 * are left out: they were forgotten while this was worked out.
 */
export async function replaceOutlooks(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  rows: Iterable<OutlookRow>,
): Promise<void> {
  const connection = await connectionOf(db, tx);
  await connection.query(
    `CREATE TEMPORARY TABLE studied (customer_id bigint, model text, p90 float8, p180 float8, orders float8, spend float8,
       next_order_on text, risk_level text, risk_reason text, traits text, evidence text, cross_sell text) ON COMMIT DROP`,
  );
  const bytes = encodeRows(rows, (writer, row) => {
    writer.startRow(12);
    writer.bigint(row.customerId);
    writer.word(row.model);
    writer.double(row.pBuy90d);
    writer.double(row.pBuy180d);
    writer.double(row.expectedOrders365d);
    writer.double(row.expectedSpend365d);
    writer.text(row.nextOrderOn);
    writer.word(row.riskLevel);
    writer.text(JSON.stringify(row.riskReason));
    writer.word(row.traits.join(separator));
    writer.text(JSON.stringify(row.traitEvidence));
    writer.text(row.crossSell.join(separator));
  });
  await copyIn(connection, "studied", bytes);
  await connection.query("ANALYZE studied");
  await connection.query(
    `DELETE FROM outlook o WHERE shop = $1
     AND NOT EXISTS (SELECT FROM studied s WHERE s.customer_id = o.customer_id)`,
    [shop],
  );
  await connection.query(
    `INSERT INTO outlook AS held (shop, customer_id, model, p_buy_90d, p_buy_180d, expected_orders_365d,
       expected_spend_365d, next_order_on, risk_level, risk_reason, traits, trait_evidence, cross_sell)
     SELECT $1, s.customer_id, model, p90, p180, orders, spend, next_order_on::date, risk_level, risk_reason::jsonb,
       string_to_array(traits, '${separator}'), evidence::jsonb, string_to_array(cross_sell, '${separator}')
     FROM studied s JOIN standing t ON t.shop = $1 AND t.customer_id = s.customer_id
     ORDER BY s.customer_id
     ON CONFLICT (shop, customer_id) DO UPDATE SET model = excluded.model, p_buy_90d = excluded.p_buy_90d,
       p_buy_180d = excluded.p_buy_180d, expected_orders_365d = excluded.expected_orders_365d,
       expected_spend_365d = excluded.expected_spend_365d, next_order_on = excluded.next_order_on,
       risk_level = excluded.risk_level, risk_reason = excluded.risk_reason, traits = excluded.traits,
       trait_evidence = excluded.trait_evidence, cross_sell = excluded.cross_sell
     WHERE held IS DISTINCT FROM excluded`,
    [shop],
  );
  await connection.query("DROP TABLE studied");
}

/** What is expected of some customers, without the evidence, by customer. */
export async function readForecasts(
  db: Database,
  shop: string,
  customerIds: readonly bigint[],
): Promise<Map<bigint, StoredForecast>> {
  const rows = await db.outlook.findMany({
    where: { shop, customerId: { in: [...customerIds] } },
    omit: { riskReason: true, traitEvidence: true, crossSell: true },
  });
  return new Map(rows.map((row) => [row.customerId, row]));
}

export type StoredForecast = Omit<Outlook, "riskReason" | "traitEvidence" | "crossSell">;

export async function readOutlook(
  db: Database,
  shop: string,
  customerId: bigint,
): Promise<Outlook | null> {
  return db.outlook.findUnique({ where: { shop_customerId: { shop, customerId } } });
}
