/**
 * What writing to customers takes, by calls and in bulk. Costs are Shopify's: a mutation is 10 points, whether it
 * writes one customer's tags or the fields of twelve; a bulk mutation costs its start and questions how far it is.
 */
import type { BulkStep } from "../../../persistence/bulk-writes.ts";
import { reservedPointsOf, type CallBudget } from "../../../shopify/call-budget.ts";
import { pointsPerMutation } from "../../../shopify/repeat-mutation.ts";
import { customersPerFieldCall } from "../../../shopify/write-metafields.ts";
import { customersPerTagCall } from "../../../shopify/write-tags.ts";

/** Since 2026-01 Shopify runs five bulk mutations of an app at a time in each shop. */
export const mostOperations = 5;
/** Until a bulk mutation was measured. Shopify states no speed; a plan that assumes too little only calls longer. */
export const presumedLinesPerSecond = 20;
/** What Standard shops have had in every answer seen; it stands in until the first answer. */
export const presumedBudget: CallBudget = {
  availablePoints: 2_000,
  maximumPoints: 2_000,
  restorePointsPerSecond: 100,
};

/** From the first upload until lines are worked off, five starts and the last look included. An estimate; lines are measured. */
export const startSeconds = 5;
/** `stagedUploadsCreate` 11 and `bulkOperationRunMutation` 10. */
export const startPoints = 21;
/** A call of many mutations, one after the other. */
const secondsPerCall = 0.5;

/** Customers in one mutation: a tag mutation takes one, fields go by as many as fit. */
export function customersPerMutation(step: BulkStep): number {
  return step === "add-tags" || step === "remove-tags" ? 1 : customersPerFieldCall;
}

/**
 * Customers an operation takes at most. An upload may have 100 MB: tags are 100 bytes a customer, fields up to 3,000,
 * when all five products have long names. What a kill has to settle again stays small as well.
 */
export function mostCustomersPerOperation(step: BulkStep): number {
  return customersPerMutation(step) === 1 ? 50_000 : 20_000;
}

/** Lines of an upload: a line is one mutation. */
export function linesOf(step: BulkStep, customers: number): number {
  return Math.ceil(customers / customersPerMutation(step));
}

export function pointsByCalls(step: BulkStep, customers: number): number {
  return linesOf(step, customers) * pointsPerMutation;
}

/**
 * Seconds until the last call is answered: whichever takes longer, the round trips one after the other, or the points
 * beyond those above the reserve, which come back at the restore rate.
 *
 * Example: 300 customers' tags at a full Standard bucket are 12 calls, 6 s, and 3,000 points, of which 1,000 are there
 * and 2,000 come back in 20 s → 20.
 */
export function secondsByCalls(step: BulkStep, customers: number, budget: CallBudget): number {
  const mutations = linesOf(step, customers);
  const mutationsPerCall = customersPerMutation(step) === 1 ? customersPerTagCall : 1;
  const calls = Math.ceil(mutations / mutationsPerCall);
  const spare = budget.availablePoints - reservedPointsOf(budget);
  const missing = mutations * pointsPerMutation - spare;
  return Math.max(calls * secondsPerCall, missing / budget.restorePointsPerSecond);
}

/** Seconds until so many operations side by side have worked off all lines. */
export function secondsInBulk(lines: number, operations: number, linesPerSecond: number): number {
  return lines === 0 ? 0 : startSeconds + lines / (operations * linesPerSecond);
}

/** How many operations are worth starting for so many lines: each is to work longer than it takes to begin. */
export function operationsFor(lines: number, free: number, linesPerSecond: number): number {
  const worthwhile = Math.floor(lines / (startSeconds * linesPerSecond));
  return Math.max(1, Math.min(free, worthwhile));
}
