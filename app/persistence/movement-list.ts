import type { Database } from "./database.ts";
import { happenedIn, type MovementWindow } from "./movement.ts";
import type { DecisionReason, DecisionRecord } from "./runs.ts";

/** The latest decisions of a period, newest first. */
export async function listDecisionsIn(
  db: Database,
  shop: string,
  window: MovementWindow,
  most: number,
): Promise<DecisionRecord[]> {
  return db.$queryRaw<DecisionRecord[]>`
    SELECT d.customer_id AS "customerId", d.family, d.from_key AS "fromKey", d.to_key AS "toKey",
           d.reason, d.decided_at AS "decidedAt", d.run_id::text AS "runId", r.kind AS "runKind"
    FROM decision d JOIN run r ON r.shop = d.shop AND r.id = d.run_id
    WHERE ${happenedIn(shop, window)} ORDER BY d.decided_at DESC, d.run_id DESC, d.customer_id LIMIT ${most}`;
}

export interface DailyMoves {
  /** YYYY-MM-DD in shop time. */
  day: string;
  fromKey: string | null;
  toKey: string | null;
  reason: DecisionReason;
  decisions: number;
}

/** Every day's decisions of a period, counted by what they were. */
export async function countByDay(
  db: Database,
  shop: string,
  window: MovementWindow,
): Promise<DailyMoves[]> {
  return db.$queryRaw<DailyMoves[]>`
    SELECT to_char(d.decided_at AT TIME ZONE ${window.timeZone}, 'YYYY-MM-DD') AS day, d.from_key AS "fromKey",
           d.to_key AS "toKey", d.reason, count(*)::int AS decisions
    FROM decision d WHERE ${happenedIn(shop, window)}
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 5 DESC, 2, 3, 4`;
}
