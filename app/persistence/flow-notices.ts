/**
 * What Shopify Flow is to hear of customers. A row waits until Shopify shows what it tells of; it is `sending` while it
 * is not known whether Flow has heard it, and `told` for as long as it must not be told again.
 */
import { Prisma } from "../generated/prisma/client.ts";
import type { Database, Transaction } from "./database.ts";
import type { FlowTriggerName } from "./flow-triggers.ts";
import { standingsBesideLedger, type PublishedFamilies } from "./publication-wishes.ts";
import type { DecisionReason } from "./runs.ts";

/** Of a customer who leaves a tier. Where they are then is what the standing says when Flow is told. */
export interface TierMove {
  customerId: bigint;
  fromKey: string | null;
  reason: DecisionReason;
}

/** Of several moves before Flow hears of one, the first says where the customer came from. */
const onceUntilTold = Prisma.sql`ON CONFLICT (shop, trigger, customer_id, state)
  DO UPDATE SET reason = excluded.reason, noticed_at = excluded.noticed_at`;

/** Who had no tier before is left out: a first tier is no change of it. */
export async function noticeTierMoves(
  tx: Transaction,
  shop: string,
  moves: readonly TierMove[],
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO flow_notice (shop, trigger, customer_id, state, id, from_key, reason, noticed_at)
    SELECT ${shop}, 'tier-changed', m.id, 'waiting', gen_random_uuid(), m.from_key, m.reason, ${at}
    FROM unnest(${moves.map((m) => m.customerId)}::bigint[], ${moves.map((m) => m.fromKey)}::text[],
                ${moves.map((m) => m.reason)}::text[]) AS m (id, from_key, reason)
    WHERE m.from_key IS NOT NULL ${onceUntilTold}`;
}

/** The same of everybody whose tier a run over the base has changed. */
export async function noticeTierMovesOf(
  tx: Transaction,
  shop: string,
  runId: string,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO flow_notice (shop, trigger, customer_id, state, id, from_key, reason, noticed_at)
    SELECT ${shop}, 'tier-changed', d.customer_id, 'waiting', gen_random_uuid(), d.from_key, d.reason, ${at}
    FROM decision d
    WHERE d.shop = ${shop} AND d.run_id = ${runId}::uuid AND d.family = 'tier' AND d.from_key IS NOT NULL
    ${onceUntilTold}`;
}

/** When a notice that waits is still true. */
export interface NoticeTerms {
  trigger: FlowTriggerName;
  /** Calendar date in shop time, as days since 1970-01-01. */
  today: number;
  timeZone: string;
  daysBefore: number;
}

/** True of a notice `n` whose customer stands as `s` says. */
function stillHolds({ trigger, today, timeZone, daysBefore }: NoticeTerms): Prisma.Sql {
  switch (trigger) {
    case "tier-changed":
      return Prisma.sql`s.tier_key IS DISTINCT FROM n.from_key`;
    case "at-risk":
      // The judgement is as of the last study; an order since then is seen in the standing.
      return Prisma.sql`(s.last_order_at AT TIME ZONE ${timeZone})::date - date '1970-01-01' < n.day
        AND EXISTS (SELECT FROM outlook o WHERE o.shop = s.shop AND o.customer_id = s.customer_id
          AND o.risk_level IN ('at-risk', 'lost'))`;
    case "about-to-change":
      return Prisma.sql`s.tier_key IS NOT DISTINCT FROM n.from_key AND s.next_tier IS NOT DISTINCT FROM n.to_key
        AND s.next_change_day > ${today} AND s.next_change_day <= ${today + daysBefore}`;
  }
}

/** So long a notice waits for Shopify to show what it tells of; after that it is no news. */
const daysWaiting = 3;

/** Forgets what has come to nothing before Flow heard of it, and what is too old. */
export async function dropStaleNotices(
  db: Database,
  shop: string,
  terms: NoticeTerms,
  now: Date,
): Promise<void> {
  const oldest = new Date(now.getTime() - daysWaiting * 86_400_000);
  await db.$executeRaw`
    DELETE FROM flow_notice n USING standing s
    WHERE n.shop = ${shop} AND n.trigger = ${terms.trigger} AND n.state IN ('waiting', 'sending')
      AND s.shop = n.shop AND s.customer_id = n.customer_id
      AND (n.noticed_at < ${oldest} OR n.state = 'waiting' AND (${stillHolds(terms)}) IS NOT TRUE)`;
}

/**
 * Takes up notices of customers in Shopify of whom all is written, oldest first: from now on Flow may have heard them.
 * Returns how many.
 */
export async function claimNotices(
  db: Database,
  shop: string,
  terms: NoticeTerms,
  families: PublishedFamilies,
  most: number,
): Promise<number> {
  return db.$executeRaw`
    UPDATE flow_notice c SET state = 'sending',
      to_key = CASE WHEN c.trigger = 'tier-changed' THEN r.tier_key ELSE c.to_key END
    FROM (
      SELECT n.customer_id, s.tier_key
      FROM flow_notice n JOIN (${standingsBesideLedger(shop, families)}) AS s ON s.customer_id = n.customer_id
      WHERE n.shop = ${shop} AND n.trigger = ${terms.trigger} AND n.state = 'waiting' AND ${stillHolds(terms)}
        AND s.wanted_tags <@ s.confirmed_tags AND s.possible_tags <@ s.wanted_tags
        AND s.wanted_hash IS NOT DISTINCT FROM s.metafields_hash
      ORDER BY n.noticed_at, n.customer_id LIMIT ${most}) AS r
    WHERE c.shop = ${shop} AND c.trigger = ${terms.trigger} AND c.state = 'waiting' AND c.customer_id = r.customer_id`;
}

/** A notice that was taken up, with what is known of its customer. */
export interface ClaimedNotice {
  id: string;
  customerId: bigint;
  fromKey: string | null;
  toKey: string | null;
  reason: string | null;
  tier: string | null;
  group: string | null;
  valueE4: number;
  countedOrders: number;
  netMinorUnits: bigint;
  nextChangeDay: number | null;
  riskReason: unknown;
}

export async function readClaimedNotices(
  db: Database,
  shop: string,
  trigger: FlowTriggerName,
  most: number,
): Promise<ClaimedNotice[]> {
  return db.$queryRaw<ClaimedNotice[]>`
    SELECT n.id::text, n.customer_id AS "customerId", n.from_key AS "fromKey", n.to_key AS "toKey", n.reason,
           s.tier_key AS tier, s.group_key AS "group", s.value_e4 AS "valueE4", s.counted_orders AS "countedOrders",
           s.net_minor_units AS "netMinorUnits", s.next_change_day AS "nextChangeDay", o.risk_reason AS "riskReason"
    FROM flow_notice n JOIN standing s ON s.shop = n.shop AND s.customer_id = n.customer_id
      LEFT JOIN outlook o ON o.shop = n.shop AND o.customer_id = n.customer_id
    WHERE n.shop = ${shop} AND n.trigger = ${trigger} AND n.state = 'sending'
    ORDER BY n.noticed_at, n.customer_id LIMIT ${most}`;
}

/** Flow has heard these, or never will. A tier that changed is over with that; the others are not told again at once. */
export async function endNotices(
  db: Database,
  shop: string,
  trigger: FlowTriggerName,
  customerIds: readonly bigint[],
): Promise<void> {
  const where = { shop, trigger, state: "sending", customerId: { in: [...customerIds] } };
  if (trigger === "tier-changed") await db.flowNotice.deleteMany({ where });
  else await db.flowNotice.updateMany({ where, data: { state: "told" } });
}

/**
 * Flow has heard none of these, and takes none for now: they wait again. Of two of one customer the older says where they
 * came from.
 */
export async function putNoticesBack(
  db: Database,
  shop: string,
  trigger: FlowTriggerName,
): Promise<void> {
  await db.$executeRaw`
    DELETE FROM flow_notice w USING flow_notice n
    WHERE w.shop = ${shop} AND w.trigger = ${trigger} AND w.state = 'waiting'
      AND n.shop = w.shop AND n.trigger = w.trigger AND n.customer_id = w.customer_id AND n.state = 'sending'`;
  await db.flowNotice.updateMany({
    where: { shop, trigger, state: "sending" },
    data: { state: "waiting" },
  });
}

/** Forgets what Flow has not heard yet; of one trigger also what it has heard. */
export async function forgetNotices(
  db: Database,
  shop: string,
  trigger: FlowTriggerName | null,
): Promise<void> {
  await db.flowNotice.deleteMany({
    where: trigger === null ? { shop, state: { in: ["waiting", "sending"] } } : { shop, trigger },
  });
}

/** Whether there is anything that Flow has not heard yet. */
export async function hasUntold(db: Database, shop: string): Promise<boolean> {
  const where = { shop, state: { in: ["waiting", "sending"] } };
  return (await db.flowNotice.findFirst({ where, select: { shop: true } })) !== null;
}

/** How many Flow has not heard yet, by trigger; who is back in the tier Flow knows does not count. */
export async function countUntold(
  db: Database,
  shop: string,
): Promise<Record<FlowTriggerName, number>> {
  const counts = await db.$queryRaw<{ trigger: string; customers: number }[]>`
    SELECT n.trigger, count(*)::int AS customers
    FROM flow_notice n JOIN standing s ON s.shop = n.shop AND s.customer_id = n.customer_id
    WHERE n.shop = ${shop} AND n.state IN ('waiting', 'sending')
      AND NOT (n.trigger = 'tier-changed' AND n.state = 'waiting' AND s.tier_key IS NOT DISTINCT FROM n.from_key)
    GROUP BY n.trigger`;
  const countOf = (name: FlowTriggerName) =>
    counts.find(({ trigger }) => trigger === name)?.customers ?? 0;
  return {
    "tier-changed": countOf("tier-changed"),
    "at-risk": countOf("at-risk"),
    "about-to-change": countOf("about-to-change"),
  };
}
