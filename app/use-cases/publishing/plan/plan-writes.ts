import type { BulkStep } from "../../../persistence/bulk-writes.ts";
import type { Outstanding } from "../../../persistence/publication-wishes.ts";
import type { CallBudget } from "../../../shopify/call-budget.ts";
import {
  customersPerMutation,
  linesOf,
  mostCustomersPerOperation,
  mostOperations,
  operationsFor,
  pointsByCalls,
  presumedBudget,
  presumedLinesPerSecond,
  secondsByCalls,
  secondsInBulk,
} from "./write-times.ts";

/** What there is to write with. */
export interface Means {
  /** As it is now; null before the first answer. */
  budget: CallBudget | null;
  /** Lines an operation works off in a second, as measured; null before the first was. */
  linesPerSecond: number | null;
  /** Bulk mutations of ours under way. */
  underWay: number;
}

/** Customers of one step, written together. */
export interface Part {
  step: BulkStep;
  customers: number;
}

export interface WritePlan {
  /** To be started now, an operation each. */
  inBulk: Part[];
  /** To be written by calls, in this order. */
  byCalls: Part[];
  /** Once these are written nothing is left, as far as is known now. */
  isAll: boolean;
}

/** The new tags go on before the old ones come off, so that nobody is without one in between. */
export const stepOrder = [
  "add-tags",
  "remove-tags",
  "set-metafields",
  "delete-metafields",
] as const;

/** After so many mutations by calls a plan is made anew: newer work, and what has ended in bulk, waits no longer. */
const mostMutationsByCalls = 200;

/**
 * What to write now: each step by calls or in bulk, whichever is done sooner. An operation runs one mutation only, so
 * the steps share no operation; they share the five places, and take them in their order.
 *
 * Example: tags to be added to 100,000 customers, nothing under way → five operations of 20,000 lines.
 */
export function planWrites({ ready, removalsLater }: Outstanding, means: Means): WritePlan {
  const linesPerSecond = means.linesPerSecond ?? presumedLinesPerSecond;
  let budget = means.budget ?? presumedBudget;
  let free = Math.max(0, mostOperations - means.underWay);
  const plan: WritePlan = { inBulk: [], byCalls: [], isAll: means.underWay === 0 };

  for (const step of stepOrder) {
    let customers = ready[step];
    if (step === "remove-tags" && removalsLater > 0) {
      // What is added by calls now can be followed at once by what comes off.
      if (plan.isAll) customers += removalsLater;
      else plan.isAll = false;
    }
    if (customers === 0) continue;
    if (wayOf(step, customers, { budget, free, linesPerSecond }) === "calls") {
      const now = Math.min(customers, mostMutationsByCalls * customersPerMutation(step));
      plan.byCalls.push({ step, customers: now });
      plan.isAll &&= now === customers;
      budget = spend(budget, pointsByCalls(step, now));
    } else {
      plan.isAll = false;
      const parts = splitUp({ step, customers }, free, linesPerSecond);
      plan.inBulk.push(...parts);
      free -= parts.length;
    }
  }
  return plan;
}

/** Calls or bulk, whichever is done sooner. Without a free place in bulk it counts as if there were one. */
export function wayOf(
  step: BulkStep,
  customers: number,
  given: { budget: CallBudget; free: number; linesPerSecond: number },
): "calls" | "bulk" {
  const { budget, free, linesPerSecond } = given;
  const lines = linesOf(step, customers);
  const operations = operationsFor(lines, Math.max(1, free), linesPerSecond);
  const bulkSeconds = secondsInBulk(lines, operations, linesPerSecond);
  return secondsByCalls(step, customers, budget) <= bulkSeconds ? "calls" : "bulk";
}

export function spend(budget: CallBudget, points: number): CallBudget {
  return { ...budget, availablePoints: Math.max(0, budget.availablePoints - points) };
}

/** Equal parts, one for each operation worth starting; what does not fit into them is left for later. */
function splitUp({ step, customers }: Part, free: number, linesPerSecond: number): Part[] {
  if (free === 0) return [];
  const operations = operationsFor(linesOf(step, customers), free, linesPerSecond);
  // Whole lines, so that none is sent half full.
  const lines = Math.ceil(linesOf(step, customers) / operations);
  const most = Math.min(mostCustomersPerOperation(step), lines * customersPerMutation(step));
  const parts: Part[] = [];
  let left = customers;
  while (left > 0 && parts.length < operations) {
    const now = Math.min(left, most);
    parts.push({ step, customers: now });
    left -= now;
  }
  return parts;
}
