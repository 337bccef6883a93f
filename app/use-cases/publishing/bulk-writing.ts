import { randomUUID } from "node:crypto";
import {
  deleteBulkWrite,
  insertBulkWrite,
  noteBulkOperation,
  readBulkWrite,
  type BulkLine,
  type BulkStep,
} from "../../persistence/bulk-writes.ts";
import {
  confirmAddedTags,
  confirmMetafields,
  confirmRemovedTags,
} from "../../persistence/publication-ledger.ts";
import { readBulkMutationResults } from "../../shopify/bulk-customer-writes.ts";
import { readBulkOperation } from "../../shopify/read-bulk-operation.ts";
import type { CustomerOutcome } from "../../shopify/write-outcome.ts";
import { pause } from "../pause.ts";
import type { Publishing } from "./publishing.ts";
import { settle } from "./settle.ts";

const pollEveryMs = 500;

/** Writes many customers by one bulk mutation, which is entered so that the next worker can settle it. */
export async function writeInBulk(
  publishing: Publishing,
  step: BulkStep,
  lines: readonly BulkLine[],
  start: () => Promise<bigint>,
): Promise<void> {
  const { db } = publishing.app;
  const { shop } = publishing.shop;
  const id = randomUUID();
  await insertBulkWrite(db, shop, { id, step, startedAt: new Date(), lines });
  await noteBulkOperation(db, shop, id, await start());
  await finishBulkWrite(publishing);
}

/**
 * Settles the bulk write a worker has left behind. One that was killed before its operation was noted is
 * forgotten: the ledger still knows what is missing, and writing it twice is the same as once.
 */
export async function finishBulkWrite(publishing: Publishing): Promise<void> {
  const { app, shop, admin, signal } = publishing;
  const write = await readBulkWrite(app.db, shop.shop);
  if (write === null) return;
  while (write.operationId !== null) {
    const operation = await readBulkOperation(admin, write.operationId);
    if (operation.kind === "running") {
      await pause(pollEveryMs, signal);
      continue;
    }
    await deleteBulkWrite(app.db, shop.shop, write.id);
    if (operation.kind === "failed") {
      throw new Error(`a bulk mutation for ${shop.shop} ended as ${operation.reason}`);
    }
    if (operation.url !== null) {
      const outcomes = await collectOutcomes(publishing, write.lines, operation.url);
      await settle(publishing, write.lines, outcomes, (done) =>
        confirmLines(publishing, write.step, done),
      );
    }
    return;
  }
  await deleteBulkWrite(app.db, shop.shop, write.id);
}

async function collectOutcomes(
  { admin }: Publishing,
  lines: readonly BulkLine[],
  url: string,
): Promise<CustomerOutcome[]> {
  const outcomes: CustomerOutcome[] = [];
  for await (const { line, outcome } of readBulkMutationResults(admin, url)) {
    const customerId = lines[line]?.customerId;
    if (customerId !== undefined) outcomes.push({ customerId, outcome });
  }
  return outcomes;
}

async function confirmLines(
  { app, shop }: Publishing,
  step: BulkStep,
  done: readonly BulkLine[],
): Promise<void> {
  const confirm = {
    "add-tags": confirmAddedTags,
    "remove-tags": confirmRemovedTags,
    "set-metafields": confirmMetafields,
  }[step];
  await confirm(app.db, shop.shop, done, new Date());
}
