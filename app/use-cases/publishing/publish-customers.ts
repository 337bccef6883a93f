import type { BulkStep } from "../../persistence/bulk-writes.ts";
import type { Outstanding } from "../../persistence/publication-wishes.ts";
import type { CallBudget } from "../../shopify/call-budget.ts";
import type { WriteUnderWay } from "./plan/estimate-writes.ts";
import { planWrites } from "./plan/plan-writes.ts";
import { restMs } from "./plan/rest-time.ts";

/** Where customers are written from: the ledger and Shopify, or a benchmark's stand-ins for both. */
export interface WritingDesk {
  /** Asks how far the bulk writes are and settles those that have ended. Returns those under way. */
  settleBulkWrites(): Promise<WriteUnderWay[]>;
  countOutstanding(): Promise<Outstanding>;
  readBudget(): CallBudget | null;
  /** Lines an operation works off in a second, as measured; null before the first. */
  readPace(): number | null;
  /** "again" when some are as outstanding as before, for a reason that has been dealt with. */
  writeByCalls(step: BulkStep, customers: number): Promise<"written" | "again">;
  /** "busy" when Shopify is at work on as many operations as it takes. */
  startInBulk(step: BulkStep, customers: number): Promise<"started" | "busy">;
  /** Milliseconds of a steady clock. */
  clock(): number;
  rest(milliseconds: number): Promise<void>;
}

const busyRestMs = 5_000;

/**
 * Writes what customers should carry, whichever way is quicker, until nothing is outstanding. Every turn asks the
 * ledger anew: it can be stopped anywhere, and what is decided meanwhile is written without waiting for the rest.
 */
export async function publishCustomers(desk: WritingDesk, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const beganAt = desk.clock();
    const underWay = await desk.settleBulkWrites();
    const outstanding = await desk.countOutstanding();
    const plan = planWrites(outstanding, {
      budget: desk.readBudget(),
      linesPerSecond: desk.readPace(),
      underWay: underWay.length,
    });
    let isBusy = false;
    for (const part of plan.inBulk) {
      isBusy ||= (await desk.startInBulk(part.step, part.customers)) === "busy";
      if (isBusy) break;
    }
    let isAll = plan.isAll;
    for (const part of plan.byCalls) {
      signal.throwIfAborted();
      if ((await desk.writeByCalls(part.step, part.customers)) === "again") isAll = false;
    }
    // Whatever was decided since has asked for a publication of its own.
    if (isAll) return;
    if (plan.byCalls.length > 0) continue;
    // Looking costs a little of the database: it rests at least as long as it has looked.
    const lookedMs = desk.clock() - beganAt;
    if (isBusy) await desk.rest(busyRestMs);
    else if (plan.inBulk.length === 0)
      await desk.rest(Math.max(lookedMs, restMs(underWay, desk.readPace())));
  }
}
