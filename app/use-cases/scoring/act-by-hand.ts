import type { Transaction } from "../../persistence/database.ts";
import { parseCalendarDate } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import type { OnPart } from "./decide-many-customers.ts";
import {
  holdCustomersIn,
  releaseCustomersIn,
  type HandHold,
  type HandKind,
  type HoldResult,
} from "./hold-customers.ts";
import { recalculateCustomers } from "./recalculate-customers.ts";

/** What a merchant asks for. Days are YYYY-MM-DD in shop time, the first one without the hold; null = until released. */
export type HandRequest =
  | { intent: "override"; tier: string; until: string | null }
  | { intent: "opt-out" | "freeze"; until: string | null }
  | { intent: "release"; kinds: readonly HandKind[] }
  | { intent: "recalculate" };

export interface ActingBy {
  customerIds: readonly bigint[];
  reason: string | null;
  /** The number of the staff member. */
  actor: string | null;
}

export type HandResult =
  | HoldResult
  | { kind: "refused"; problem: "no-such-day" }
  /** They are scored again soon. */
  | { kind: "asked"; customers: number };

/** Does to customers what somebody decided by hand. */
export async function actByHand(
  app: App,
  shop: string,
  request: HandRequest,
  by: ActingBy,
): Promise<HandResult> {
  return app.db.$transaction((tx) => actByHandIn(tx, app, shop, request, by));
}

/** The same in a transaction of the caller's, who is told how far it is. */
export async function actByHandIn(
  tx: Transaction,
  app: App,
  shop: string,
  request: HandRequest,
  by: ActingBy,
  onPart?: OnPart,
): Promise<HandResult> {
  switch (request.intent) {
    case "recalculate": {
      const customers = await recalculateCustomers(tx, app, shop, by.customerIds);
      return { kind: "asked", customers };
    }
    case "release":
      return releaseCustomersIn(tx, app, shop, { ...by, kinds: request.kinds }, onPart);
    case "override":
    case "opt-out":
    case "freeze": {
      const hold = holdOf(request);
      return hold === null
        ? { kind: "refused", problem: "no-such-day" }
        : holdCustomersIn(tx, app, shop, { ...by, hold }, onPart);
    }
  }
}

/** Null when there is no such day. */
export function holdOf(
  request: Extract<HandRequest, { intent: "override" | "opt-out" | "freeze" }>,
): HandHold | null {
  const untilDay = request.until === null ? null : parseCalendarDate(request.until);
  if (request.until !== null && untilDay === null) return null;
  return request.intent === "override"
    ? { kind: request.intent, tier: request.tier, untilDay }
    : { kind: request.intent, untilDay };
}
