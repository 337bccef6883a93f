import { setAside } from "../../persistence/publication-ledger.ts";
import type { CustomerOutcome } from "../../shopify/write-outcome.ts";
import type { Publishing } from "./publishing.ts";

/**
 * Enters in the ledger what became of writes: the done are confirmed, the refused set aside with the reason.
 * Throws when some are worth another attempt, so that the job is tried again later rather than at once.
 */
export async function settle<Write extends { customerId: bigint }>(
  { app, shop }: Publishing,
  writes: readonly Write[],
  outcomes: Iterable<CustomerOutcome>,
  confirm: (done: Write[]) => Promise<void>,
): Promise<void> {
  const writeOf = new Map(writes.map((write) => [write.customerId, write]));
  const done: Write[] = [];
  const refusals: { customerId: bigint; problem: string }[] = [];
  let passing: string | null = null;
  for (const { customerId, outcome } of outcomes) {
    const write = writeOf.get(customerId);
    if (outcome.kind === "done" && write !== undefined) done.push(write);
    if (outcome.kind === "customer-gone") refusals.push({ customerId, problem: "customer-gone" });
    if (outcome.kind === "refused") refusals.push({ customerId, problem: outcome.message });
    if (outcome.kind === "try-again") passing = outcome.code;
  }
  if (done.length > 0) await confirm(done);
  if (refusals.length > 0) await setAside(app.db, shop.shop, refusals, new Date());
  if (passing !== null)
    throw new Error(`Shopify did not take all writes for ${shop.shop}: ${passing}`);
}
