import type { Transaction } from "../../../persistence/database.ts";
import type { Shop } from "../../../persistence/shops.ts";
import type { App } from "../../app.ts";

/** When an action is done: real time of its run, and business time of its decisions. */
export interface ActMoment {
  startedAt: Date;
  now: Date;
}

/** What keeps an action from being done, however often it is tried. */
export type FlowProblem =
  | {
      kind:
        | "no-customer"
        | "no-tier"
        | "no-group"
        | "no-such-days"
        | "no-such-day"
        | "two-ends"
        | "day-is-over";
    }
  | { kind: "no-such-tier"; tier: string; tiers: string[] }
  | { kind: "no-such-group" | "dynamic-group" | "several-groups"; group: string }
  | { kind: "no-such-customer" | "no-orders" | "opted-out"; customerId: string };

/** What an action hands on to the workflow's next steps, as its schema.graphql says. */
export type FlowReturn = Record<string, string | boolean | null>;

export type FlowEffect =
  | { kind: "done"; returned: FlowReturn }
  | { kind: "refused"; problem: FlowProblem }
  /** Not now: customers are not scored yet. */
  | { kind: "later" };

/**
 * An action, read and looked up as far as it can be without a transaction; `perform` does it in the transaction that
 * also keeps what was returned.
 */
export type FlowAction = (
  app: App,
  record: Shop,
  properties: Record<string, unknown>,
) => Promise<
  | Exclude<FlowEffect, { kind: "done" }>
  | { kind: "ready"; perform(tx: Transaction, moment: ActMoment): Promise<FlowEffect> }
>;
