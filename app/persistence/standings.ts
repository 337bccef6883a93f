import type { Database, Transaction } from "./database.ts";

/** Where one customer stands. Labels and scores are null when the customer is not ranked. */
export interface StandingRow {
  customerId: bigint;
  tier: string | null;
  group: string | null;
  stage: string | null;
  recencyScore: number | null;
  frequencyScore: number | null;
  monetaryScore: number | null;
  /** 0 to 1,000,000 for a value of 0 to 100; −1 when not ranked. */
  valueE4: number;
  countedOrders: number;
  netMinorUnits: bigint;
  windowOrders: number;
  windowNetMinorUnits: bigint;
  lastOrderAt: Date | null;
}

/** What is written of a customer, in numbers. Labels and scores are null when the customer is not ranked. */
export interface StandingFigures extends Omit<
  StandingRow,
  "customerId" | "netMinorUnits" | "windowNetMinorUnits" | "lastOrderAt"
> {
  netMinorUnits: number;
  windowNetMinorUnits: number;
  lastOrderAtMs: number | null;
}

/** By which lists are found: the whole points of a value, −1 when not ranked. */
export function valueBandOf(valueE4: number): number {
  return Math.floor(valueE4 / 10_000);
}

/** What labels these customers have now. */
export async function readLabels(
  tx: Transaction,
  shop: string,
  customerIds: readonly bigint[],
): Promise<{ customerId: bigint; tier: string | null; group: string | null }[]> {
  return tx.$queryRaw<{ customerId: bigint; tier: string | null; group: string | null }[]>`
    SELECT customer_id AS "customerId", tier_key AS tier, group_key AS "group" FROM standing
    WHERE shop = ${shop} AND customer_id = ANY(${customerIds}::bigint[])`;
}

/** Writes standings; rows that say the same as before are not touched. */
export async function saveStandings(
  tx: Transaction,
  shop: string,
  rows: readonly (StandingFigures & { customerId: bigint })[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO standing AS held (shop, customer_id, tier_key, group_key, stage, recency_score, frequency_score,
      monetary_score, value_e4, counted_orders, net_minor_units, window_orders, window_net_minor_units,
      last_order_at, value_band)
    SELECT ${shop}, s.* FROM unnest(
      ${rows.map((r) => r.customerId)}::bigint[], ${rows.map((r) => r.tier)}::text[],
      ${rows.map((r) => r.group)}::text[], ${rows.map((r) => r.stage)}::text[],
      ${rows.map((r) => r.recencyScore)}::smallint[], ${rows.map((r) => r.frequencyScore)}::smallint[],
      ${rows.map((r) => r.monetaryScore)}::smallint[], ${rows.map((r) => r.valueE4)}::int[],
      ${rows.map((r) => r.countedOrders)}::int[], ${rows.map((r) => BigInt(r.netMinorUnits))}::bigint[],
      ${rows.map((r) => r.windowOrders)}::int[], ${rows.map((r) => BigInt(r.windowNetMinorUnits))}::bigint[],
      ${rows.map((r) => instantOf(r.lastOrderAtMs))}::timestamptz[],
      ${rows.map((r) => valueBandOf(r.valueE4))}::smallint[]) AS s
    ON CONFLICT (shop, customer_id) DO UPDATE SET
      tier_key = excluded.tier_key, group_key = excluded.group_key, stage = excluded.stage,
      recency_score = excluded.recency_score, frequency_score = excluded.frequency_score,
      monetary_score = excluded.monetary_score, value_e4 = excluded.value_e4,
      counted_orders = excluded.counted_orders, net_minor_units = excluded.net_minor_units,
      window_orders = excluded.window_orders, window_net_minor_units = excluded.window_net_minor_units,
      last_order_at = excluded.last_order_at, value_band = excluded.value_band
    WHERE held IS DISTINCT FROM excluded`;
}

function instantOf(atMs: number | null): Date | null {
  return atMs === null ? null : new Date(atMs);
}

export interface LabelTotal {
  key: string;
  customers: number;
  windowNetMinorUnits: number;
}

/** Customers and window sales per label of a family, of ranked customers. */
export async function totalByLabel(
  db: Database,
  shop: string,
  family: "tier" | "group",
): Promise<LabelTotal[]> {
  const totals = await db.standing.groupBy({
    by: [family],
    where: { shop, tier: { not: null } },
    _count: { customerId: true },
    _sum: { windowNetMinorUnits: true },
  });
  return totals.flatMap((total) => {
    const key = total[family];
    return key === null
      ? []
      : [
          {
            key,
            customers: total._count.customerId,
            windowNetMinorUnits: Number(total._sum.windowNetMinorUnits ?? 0n),
          },
        ];
  });
}

/** The whole base in one line. */
export async function totalStandings(db: Database, shop: string) {
  const total = await db.standing.aggregate({
    where: { shop },
    _count: { customerId: true, tier: true },
    _sum: { countedOrders: true, netMinorUnits: true },
  });
  return {
    customers: total._count.customerId,
    rankedCustomers: total._count.tier,
    countedOrders: total._sum.countedOrders ?? 0,
    netMinorUnits: Number(total._sum.netMinorUnits ?? 0n),
  };
}
