import type { Database } from "../../persistence/database.ts";
import {
  requestReconciliation,
  type ReconciliationKind,
} from "../../persistence/reconciliations.ts";
import type { App } from "../app.ts";

const jobOf = { sweep: "sweep-orders", full: "reconcile-orders" } as const;

/** Has the shop compared with the ledger. Asking while one is under way asks for nothing more. */
export async function askForReconciliation(
  app: App,
  db: Database,
  shop: string,
  kind: ReconciliationKind,
): Promise<void> {
  await requestReconciliation(db, shop, kind, new Date());
  await app.enqueue(db, jobOf[kind], { shop });
}
