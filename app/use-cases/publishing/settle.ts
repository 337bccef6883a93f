import { deleteBulkLines, type BulkStep } from "../../persistence/bulk-writes.ts";
import { noteFieldDigests, setAside } from "../../persistence/publication-ledger.ts";
import { readFieldDigests } from "../../shopify/read-field-digests.ts";
import type { CustomerOutcome } from "../../shopify/write-outcome.ts";
import type { Publishing } from "./publishing.ts";
import { steps, type DoneEntry, type Entry } from "./steps.ts";

/** So often in a row somebody else may be quicker to write a customer's fields; then the customer is set aside. */
const mostConflicts = 3;

export interface Settled {
  /** Customers whose fields were not as we had left them, and who are tried again by what they are now. */
  conflicts: number;
  /** Why some are worth another attempt, later; null when none is. */
  tryAgain: string | null;
}

/**
 * Enters in the ledger what became of writes: the done are confirmed, the refused set aside with the reason, and the
 * rest is as outstanding as before. `writeId` names the bulk write in which this was the customers' part.
 */
export async function settle(
  publishing: Publishing,
  step: BulkStep,
  entries: readonly Entry[],
  outcomes: readonly CustomerOutcome[],
  writeId: string | null = null,
): Promise<Settled> {
  const { app } = publishing;
  const { shop } = publishing.shop;
  const entryOf = new Map(entries.map((entry) => [entry.customerId, entry]));
  const done: DoneEntry[] = [];
  const refusals: { customerId: bigint; problem: string }[] = [];
  const conflicts: bigint[] = [];
  let tryAgain: string | null = null;
  for (const { customerId, outcome } of outcomes) {
    const entry = entryOf.get(customerId);
    if (outcome.kind === "done" && entry !== undefined) done.push({ ...entry, outcome });
    if (outcome.kind === "customer-gone") refusals.push({ customerId, problem: "customer-gone" });
    if (outcome.kind === "refused") refusals.push({ customerId, problem: outcome.message });
    if (outcome.kind === "conflict") conflicts.push(customerId);
    if (outcome.kind === "try-again") tryAgain = outcome.code;
  }
  const now = new Date();
  await app.db.$transaction(async (tx) => {
    if (done.length > 0) await steps[step].confirm(tx, shop, done, now);
    if (refusals.length > 0) await setAside(tx, shop, refusals, now);
    // At once with the confirmation: a second settling finds nothing left, and cannot confirm what has changed since.
    if (writeId !== null) {
      const over = outcomes.map(({ customerId }) => customerId);
      await deleteBulkLines(tx, shop, writeId, over);
    }
  });
  if (conflicts.length > 0) await lookAgain(publishing, conflicts);
  return { conflicts: conflicts.length, tryAgain };
}

/** Reads what the fields are now, which the next write goes by. Who was in conflict too often is set aside. */
async function lookAgain(publishing: Publishing, customerIds: readonly bigint[]): Promise<void> {
  const { app, admin, conflictsOf } = publishing;
  const { shop } = publishing.shop;
  const seen = await readFieldDigests(admin, customerIds, { isBackground: true });
  const fields: Parameters<typeof noteFieldDigests>[2][number][] = [];
  const refusals: { customerId: bigint; problem: string }[] = [];
  for (const customerId of customerIds) {
    const conflicts = (conflictsOf.get(customerId) ?? 0) + 1;
    conflictsOf.set(customerId, conflicts);
    const digests = seen.get(customerId);
    if (digests === undefined) refusals.push({ customerId, problem: "customer-gone" });
    else if (conflicts >= mostConflicts) refusals.push({ customerId, problem: "fields-contested" });
    if (digests !== undefined)
      fields.push({ customerId, tierDigest: digests.tier, standingDigest: digests.standing });
  }
  const now = new Date();
  await app.db.$transaction(async (tx) => {
    await noteFieldDigests(tx, shop, fields, now);
    if (refusals.length > 0) await setAside(tx, shop, refusals, now);
  });
}
