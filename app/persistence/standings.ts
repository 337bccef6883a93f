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

/** What the policy has made of a customer so far. Days are calendar dates in shop time, since 1970-01-01. */
export interface AutomaticState {
  /** The tier by the rules and their policy, whatever is held. */
  autoTier: string | null;
  tierSinceDay: number | null;
  /** The first day on which the rule that keeps the tier fails, past or to come; null = never by time alone. */
  belowFromDay: number | null;
}

/** When the labels change next if nothing is bought, and to which; a day of null = never. */
export interface NextChange {
  nextChangeDay: number | null;
  nextTier: string | null;
  nextGroup: string | null;
  /** An earlier day on which only what the policy remembers is another; null = none. */
  dueDay: number | null;
}

/** What is written of a customer, in numbers. Labels and scores are null when the customer is not ranked. */
export interface StandingFigures
  extends
    AutomaticState,
    NextChange,
    Omit<StandingRow, "customerId" | "netMinorUnits" | "windowNetMinorUnits" | "lastOrderAt"> {
  /** What keeps the tier from being the entered one. */
  heldBy: readonly string[];
  netMinorUnits: number;
  windowNetMinorUnits: number;
  lastOrderAtMs: number | null;
}

/** By which lists are found: the whole points of a value, −1 when not ranked. */
export function valueBandOf(valueE4: number): number {
  return Math.floor(valueE4 / 10_000);
}

/** What a new decision on a customer needs to know of how they stood. */
export interface FormerStanding extends AutomaticState, NextChange {
  customerId: bigint;
  tier: string | null;
  group: string | null;
  heldBy: string[];
  countedOrders: number;
  netMinorUnits: bigint;
  lastOrderAt: Date | null;
}

/** How these customers stand now. */
export async function readFormer(
  tx: Transaction,
  shop: string,
  customerIds: readonly bigint[],
): Promise<FormerStanding[]> {
  return tx.$queryRaw<FormerStanding[]>`
    SELECT customer_id AS "customerId", tier_key AS tier, group_key AS "group", auto_tier AS "autoTier",
           tier_since_day AS "tierSinceDay", below_from_day AS "belowFromDay", next_change_day AS "nextChangeDay",
           next_tier AS "nextTier", next_group AS "nextGroup", due_day AS "dueDay", held_by AS "heldBy",
           counted_orders AS "countedOrders", net_minor_units AS "netMinorUnits", last_order_at AS "lastOrderAt"
    FROM standing WHERE shop = ${shop} AND customer_id = ANY(${customerIds}::bigint[])`;
}

/** Customers who were to be decided again by a day. */
export async function listDue(db: Database, shop: string, day: number): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ customerId: bigint }[]>`
    SELECT customer_id AS "customerId" FROM standing
    WHERE shop = ${shop} AND (next_change_day <= ${day} OR due_day <= ${day}) ORDER BY customer_id`;
  return rows.map(({ customerId }) => customerId);
}

/** Those of these customers who stand somewhere, without repeats. */
export async function whichHaveStandings(
  db: Database,
  shop: string,
  customerIds: readonly bigint[],
): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ customerId: bigint }[]>`
    SELECT customer_id AS "customerId" FROM standing
    WHERE shop = ${shop} AND customer_id = ANY(${customerIds}::bigint[]) ORDER BY customer_id`;
  return rows.map(({ customerId }) => customerId);
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
      last_order_at, value_band, auto_tier, tier_since_day, below_from_day, next_change_day, next_tier, next_group,
      due_day, held_by)
    SELECT ${shop}, s.id, s.tier, s.grp, s.stage, s.r, s.f, s.m, s.value, s.orders, s.net, s.window_orders,
      s.window_net, s.at, s.band, s.auto, s.since, s.below, s.next, s.next_tier, s.next_group,
      s.due, string_to_array(s.held_by, ',')
    FROM unnest(
      ${rows.map((r) => r.customerId)}::bigint[], ${rows.map((r) => r.tier)}::text[],
      ${rows.map((r) => r.group)}::text[], ${rows.map((r) => r.stage)}::text[],
      ${rows.map((r) => r.recencyScore)}::smallint[], ${rows.map((r) => r.frequencyScore)}::smallint[],
      ${rows.map((r) => r.monetaryScore)}::smallint[], ${rows.map((r) => r.valueE4)}::int[],
      ${rows.map((r) => r.countedOrders)}::int[], ${rows.map((r) => BigInt(r.netMinorUnits))}::bigint[],
      ${rows.map((r) => r.windowOrders)}::int[], ${rows.map((r) => BigInt(r.windowNetMinorUnits))}::bigint[],
      ${rows.map((r) => instantOf(r.lastOrderAtMs))}::timestamptz[],
      ${rows.map((r) => valueBandOf(r.valueE4))}::smallint[], ${rows.map((r) => r.autoTier)}::text[],
      ${rows.map((r) => r.tierSinceDay)}::int[], ${rows.map((r) => r.belowFromDay)}::int[],
      ${rows.map((r) => r.nextChangeDay)}::int[], ${rows.map((r) => r.nextTier)}::text[],
      ${rows.map((r) => r.nextGroup)}::text[], ${rows.map((r) => r.dueDay)}::int[],
      ${rows.map((r) => r.heldBy.join(","))}::text[])
      AS s (id, tier, grp, stage, r, f, m, value, orders, net, window_orders, window_net, at, band, auto, since, below,
            next, next_tier, next_group, due, held_by)
    ON CONFLICT (shop, customer_id) DO UPDATE SET
      tier_key = excluded.tier_key, group_key = excluded.group_key, stage = excluded.stage,
      recency_score = excluded.recency_score, frequency_score = excluded.frequency_score,
      monetary_score = excluded.monetary_score, value_e4 = excluded.value_e4,
      counted_orders = excluded.counted_orders, net_minor_units = excluded.net_minor_units,
      window_orders = excluded.window_orders, window_net_minor_units = excluded.window_net_minor_units,
      last_order_at = excluded.last_order_at, value_band = excluded.value_band, auto_tier = excluded.auto_tier,
      tier_since_day = excluded.tier_since_day, below_from_day = excluded.below_from_day,
      next_change_day = excluded.next_change_day, next_tier = excluded.next_tier, next_group = excluded.next_group,
      due_day = excluded.due_day, held_by = excluded.held_by
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
