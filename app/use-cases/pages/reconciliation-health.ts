import type { Reconciliation } from "../../persistence/reconciliations.ts";

/** How the comparisons of one kind with the shop go. Instants are ISO 8601. */
export interface ReconciliationHealth {
  last: {
    finishedAt: string;
    seconds: number;
    ordersSeen: number;
    ordersRepaired: number;
    ordersDeleted: number;
    customersForgotten: number;
    /** How old the oldest change was that nobody had told us of. */
    longestLagSeconds: number;
    /** Some of the orders that were repaired or deleted. */
    orderIds: string[];
  } | null;
  /** The one that is asked for or under way. */
  running: {
    requestedAt: string;
    ordersSeen: number;
    ordersTotal: number | null;
    problem: string | null;
  } | null;
}

const idsShown = 5;

export function describeReconciliations({
  requested,
  finished,
}: {
  requested: Reconciliation | null;
  finished: Reconciliation | null;
}): ReconciliationHealth {
  return {
    last: finished?.finishedAt == null ? null : lastOf(finished, finished.finishedAt),
    running:
      requested === null || requested.finishedAt !== null
        ? null
        : {
            requestedAt: requested.requestedAt.toISOString(),
            ordersSeen: requested.ordersSeen,
            ordersTotal: requested.ordersTotal,
            problem: requested.problem,
          },
  };
}

function lastOf(check: Reconciliation, finishedAt: Date): ReconciliationHealth["last"] {
  const { ordersSeen, ordersRepaired, ordersDeleted, customersForgotten, longestLagSeconds } =
    check;
  return {
    finishedAt: finishedAt.toISOString(),
    seconds: Math.round((finishedAt.getTime() - check.requestedAt.getTime()) / 1_000),
    ...{ ordersSeen, ordersRepaired, ordersDeleted, customersForgotten, longestLagSeconds },
    orderIds: check.orderIds.slice(0, idsShown).map(String),
  };
}
