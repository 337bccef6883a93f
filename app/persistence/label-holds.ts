import type { Database, Transaction } from "./database.ts";

export const holdKinds = ["override", "opt-out", "pin", "freeze"] as const;
export type HoldKind = (typeof holdKinds)[number];

/** What keeps a customer's labels from what the rules make of them. */
export interface LabelHold {
  customerId: bigint;
  kind: HoldKind;
  /** Which families a pin holds; their labels may be none. Empty for the others. */
  families: string[];
  /** Of an override and a pin. */
  tierKey: string | null;
  groupKey: string | null;
  /** The first day, in shop time, on which it does not hold any more; null = until it is released. */
  untilDay: number | null;
  reason: string | null;
  /** The run that made it. */
  runId: string;
  /** The number of the staff member; null = the app itself. */
  setBy: string | null;
  setAt: Date;
}

/** Holds of these customers, or of everybody; those that have ended too. */
export async function readHolds(
  db: Database,
  shop: string,
  customerIds: readonly bigint[] | null,
): Promise<LabelHold[]> {
  return db.$queryRaw<LabelHold[]>`
    SELECT customer_id AS "customerId", kind, families, tier_key AS "tierKey", group_key AS "groupKey",
           until_day AS "untilDay", reason, run_id::text AS "runId", set_by AS "setBy", set_at AS "setAt"
    FROM label_hold
    WHERE shop = ${shop} AND (${customerIds === null} OR customer_id = ANY(${customerIds ?? []}::bigint[]))
    ORDER BY customer_id, kind`;
}

/** Sets holds; one of the same kind is replaced. */
export async function saveHolds(
  tx: Transaction,
  shop: string,
  holds: readonly LabelHold[],
): Promise<void> {
  if (holds.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO label_hold (shop, customer_id, kind, families, tier_key, group_key, until_day, reason, run_id, set_by, set_at)
    SELECT ${shop}, h.id, h.kind, string_to_array(h.families, ','), h.tier, h.grp, h.until_day, h.reason, h.run, h.by, h.at
    FROM unnest(
      ${holds.map((h) => h.customerId)}::bigint[], ${holds.map((h) => h.kind)}::text[],
      ${holds.map((h) => h.families.join(","))}::text[], ${holds.map((h) => h.tierKey)}::text[],
      ${holds.map((h) => h.groupKey)}::text[], ${holds.map((h) => h.untilDay)}::int[],
      ${holds.map((h) => h.reason)}::text[], ${holds.map((h) => h.runId)}::uuid[],
      ${holds.map((h) => h.setBy)}::text[], ${holds.map((h) => h.setAt)}::timestamptz[])
      AS h (id, kind, families, tier, grp, until_day, reason, run, by, at)
    ON CONFLICT (shop, customer_id, kind) DO UPDATE SET
      families = excluded.families, tier_key = excluded.tier_key, group_key = excluded.group_key,
      until_day = excluded.until_day, reason = excluded.reason, run_id = excluded.run_id, set_by = excluded.set_by,
      set_at = excluded.set_at`;
}

/** Takes holds of a kind from these customers. */
export async function deleteHolds(
  tx: Transaction,
  shop: string,
  kind: HoldKind,
  customerIds: readonly bigint[],
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM label_hold WHERE shop = ${shop} AND kind = ${kind} AND customer_id = ANY(${customerIds}::bigint[])`;
}

/** Forgets holds that ended by a day. */
export async function deleteHoldsEndedBy(
  tx: Transaction,
  shop: string,
  day: number,
): Promise<void> {
  await tx.$executeRaw`DELETE FROM label_hold WHERE shop = ${shop} AND until_day <= ${day}`;
}

/** Holds that a run set and that are still as it set them. */
export async function readHoldsOfRun(
  db: Database,
  shop: string,
  runId: string,
): Promise<LabelHold[]> {
  return db.$queryRaw<LabelHold[]>`
    SELECT customer_id AS "customerId", kind, families, tier_key AS "tierKey", group_key AS "groupKey",
           until_day AS "untilDay", reason, run_id::text AS "runId", set_by AS "setBy", set_at AS "setAt"
    FROM label_hold WHERE shop = ${shop} AND run_id = ${runId}::uuid ORDER BY customer_id, kind`;
}

/** How many customers are set to each tier by hand. */
export async function countOverridesByTier(
  db: Database,
  shop: string,
): Promise<{ tierKey: string; customers: number }[]> {
  const counts = await db.labelHold.groupBy({
    by: ["tierKey"],
    where: { shop, kind: "override" },
    _count: { customerId: true },
  });
  return counts.flatMap(({ tierKey, _count }) =>
    tierKey === null ? [] : [{ tierKey, customers: _count.customerId }],
  );
}
