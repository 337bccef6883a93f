import { listCustomersWithoutOrders } from "../../persistence/customers-without-orders.ts";
import { forgetCustomer } from "../../persistence/erase-customer.ts";
import { lockInterestStudy, wantCheckoutsAnew } from "../../persistence/interest-studies.ts";
import { updateReconciliation, type Reconciliation } from "../../persistence/reconciliations.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import { findExisting } from "../../shopify/find-existing.ts";
import type { App } from "../app.ts";

const customersAtOnce = 500;

/**
 * Forgets customers who were merged into others or deleted. Only those without an order in the ledger can be: the
 * orders of the others have just been compared, and name their customers.
 */
export async function forgetVanishedCustomers(
  app: App,
  admin: AdminClient,
  check: Reconciliation,
  signal: AbortSignal,
): Promise<void> {
  const { shop } = check;
  let after = 0n;
  let customersForgotten = check.customersForgotten;
  for (;;) {
    signal.throwIfAborted();
    const suspects = await listCustomersWithoutOrders(app.db, shop, after, customersAtOnce);
    const last = suspects.at(-1);
    if (last === undefined) return;
    after = last;
    const { existing } = await findExisting(admin, "Customer", suspects);
    const gone = suspects.filter((customerId) => !existing.has(customerId));
    customersForgotten += gone.length;
    await app.db.$transaction(async (tx) => {
      // A run that has read the customer's standing already would bring it back.
      await lockScoringOf(tx, shop);
      await lockInterestStudy(tx, shop);
      let checkouts = 0;
      for (const customerId of gone)
        checkouts += (await forgetCustomer(tx, shop, customerId)).checkouts;
      if (checkouts > 0) await wantCheckoutsAnew(tx, shop);
      await updateReconciliation(tx, check, { customersForgotten, progressAt: new Date() });
    });
  }
}
