import { randomUUID } from "node:crypto";
import type { BulkStep } from "../../app/persistence/bulk-writes.ts";
import type { AdminClient } from "../../app/shopify/admin-client.ts";
import {
  addingTags,
  customersPerFieldLine,
  readBulkOutcomes,
  removingTags,
  settingMetafields,
} from "../../app/shopify/bulk-customer-writes.ts";
import { readBulkOperation } from "../../app/shopify/read-bulk-operation.ts";
import { stageLines, startBulkMutation } from "../../app/shopify/run-bulk-mutation.ts";
import { setMetafields, type MetafieldWrite } from "../../app/shopify/write-metafields.ts";
import type { CustomerOutcome } from "../../app/shopify/write-outcome.ts";
import { addTags, removeTags, type TagWrite } from "../../app/shopify/write-tags.ts";
import type { WritingDesk } from "../../app/use-cases/publishing/publish-customers.ts";
import type { VirtualClock } from "./virtual-clock.ts";

interface UnderWay {
  operationId: bigint;
  step: BulkStep;
  customerIds: bigint[];
  lines: number;
  linesDone: number;
}

/**
 * A publication's desk whose ledger is in memory: everybody is to carry another tier's tag and fields that say so. What
 * speaks to Shopify is the app's.
 */
export function openMemoryDesk(
  admin: AdminClient,
  clock: VirtualClock,
  customers: number,
): WritingDesk & { isDone(): boolean } {
  const everybody = Array.from({ length: customers }, (_, index) => BigInt(index + 1));
  const ready: Record<BulkStep, bigint[]> = {
    "add-tags": everybody,
    "remove-tags": [],
    "set-metafields": [...everybody],
    "delete-metafields": [],
  };
  let removalsLater = customers;
  let underWay: UnderWay[] = [];
  let pace: number | null = null;

  function confirm(step: BulkStep, outcomes: readonly CustomerOutcome[]): void {
    if (step !== "add-tags") return;
    removalsLater -= outcomes.length;
    for (const { customerId } of outcomes) ready["remove-tags"].push(customerId);
  }

  function take(step: BulkStep, count: number): bigint[] {
    return ready[step].splice(Math.max(0, ready[step].length - count));
  }

  async function settle(write: UnderWay, url: string): Promise<void> {
    const perLine = write.step === "set-metafields" ? customersPerFieldLine : 1;
    const of = write.step === "set-metafields" ? "fields" : "tags";
    const customersOf = (line: number) =>
      write.customerIds.slice(perLine * line, perLine * (line + 1));
    const outcomes: CustomerOutcome[] = [];
    for await (const outcome of readBulkOutcomes(admin, url, of, customersOf))
      outcomes.push(outcome);
    if (outcomes.length !== write.customerIds.length)
      throw new Error("a result does not say what became of everybody");
    confirm(write.step, outcomes);
  }

  return {
    isDone: () =>
      removalsLater === 0 &&
      underWay.length === 0 &&
      Object.values(ready).every((ids) => ids.length === 0),
    async settleBulkWrites() {
      const still: UnderWay[] = [];
      for (const write of underWay) {
        const operation = await readBulkOperation(admin, write.operationId);
        if (operation.kind === "running") {
          still.push({ ...write, linesDone: operation.objectsDone });
          continue;
        }
        if (operation.kind === "failed" || operation.url === null)
          throw new Error("an operation came to no result");
        await settle(write, operation.url);
        if (operation.seconds >= 5) pace = write.lines / operation.seconds;
      }
      underWay = still;
      return underWay;
    },
    countOutstanding: () =>
      Promise.resolve({
        ready: {
          "add-tags": ready["add-tags"].length,
          "remove-tags": ready["remove-tags"].length,
          "set-metafields": ready["set-metafields"].length,
          "delete-metafields": 0,
        },
        removalsLater,
      }),
    readBudget: () => admin.readBudget(),
    readPace: () => pace,
    async writeByCalls(step, count) {
      const ids = take(step, count);
      const background = { isBackground: true };
      if (step === "add-tags") confirm(step, await addTags(admin, ids.map(tagOf), background));
      if (step === "remove-tags") await removeTags(admin, ids.map(tagOf), background);
      if (step === "set-metafields") await setMetafields(admin, ids.map(fieldsOf), background);
      return "written";
    },
    async startInBulk(step, count) {
      const customerIds = take(step, count);
      const mutation =
        step === "set-metafields"
          ? settingMetafields(customerIds.map(fieldsOf))
          : (step === "add-tags" ? addingTags : removingTags)(customerIds.map(tagOf));
      const path = await stageLines(admin, mutation.lines);
      const operationId = await startBulkMutation(admin, mutation, path, randomUUID());
      const lines = mutation.lines.length;
      underWay.push({ operationId, step, customerIds, lines, linesDone: 0 });
      return "started";
    },
    clock: () => clock.nowMs,
    rest: (milliseconds) => {
      clock.pass(milliseconds);
      return Promise.resolve();
    },
  };
}

function tagOf(customerId: bigint): TagWrite {
  return { customerId, tags: ["echelon:tier:core"] };
}

function fieldsOf(customerId: bigint): MetafieldWrite {
  const scores = { recency: 5, frequency: 4, monetary: 5 };
  return {
    customerId,
    tier: "core",
    standing: { tier: "core", group: "high-value", value: 93.4567, scores, next: null },
    digests: { tier: "0".repeat(64), standing: "0".repeat(64) },
  };
}
