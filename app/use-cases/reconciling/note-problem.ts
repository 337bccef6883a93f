import { updateReconciliation, type Reconciliation } from "../../persistence/reconciliations.ts";
import { ShopifyCallFailed } from "../../shopify/shopify-call-failed.ts";
import type { App } from "../app.ts";

/** Does the work, and keeps why Shopify did not let it; the job is tried again. */
export async function noteProblem(
  app: App,
  check: Reconciliation,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ShopifyCallFailed)
      await updateReconciliation(app.db, check, { problem: error.failure });
    throw error;
  }
}
