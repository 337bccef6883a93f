import { updateReconciliation, type Reconciliation } from "../../persistence/reconciliations.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import { countOrders } from "../../shopify/count-orders.ts";
import { readBulkOperation } from "../../shopify/read-bulk-operation.ts";
import { startOrderStampsBulkQuery } from "../../shopify/start-order-stamps-bulk-query.ts";
import type { App } from "../app.ts";
import { pause } from "../pause.ts";

const pollEveryMs = 1_000;

export interface PreparedStamps {
  /** The address of the finished bulk result; null when the shop shows no orders. */
  url: string | null;
  /** Business time: what changes later may not be in the result. */
  asOf: Date;
}

/** Has Shopify list the stamps of all orders, or goes on waiting for the list that was begun. */
export async function prepareStamps(
  app: App,
  admin: AdminClient,
  check: Reconciliation,
  signal: AbortSignal,
): Promise<PreparedStamps> {
  let { operationId, asOf } = check;
  if (operationId === null || asOf === null) {
    asOf = await app.now();
    const ordersTotal = await countOrders(admin);
    operationId = await startOrderStampsBulkQuery(admin);
    await updateReconciliation(app.db, check, {
      ...{ operationId, asOf, ordersTotal },
      progressAt: new Date(),
    });
  }
  for (;;) {
    const operation = await readBulkOperation(admin, operationId);
    if (operation.kind === "completed") return { url: operation.url, asOf };
    if (operation.kind === "failed") {
      // The next attempt starts a new one.
      await updateReconciliation(app.db, check, { operationId: null, problem: "bulk-failed" });
      throw new Error(`the bulk query of ${check.shop} ended as ${operation.reason}`);
    }
    await updateReconciliation(app.db, check, { progressAt: new Date() });
    await pause(pollEveryMs, signal);
  }
}
