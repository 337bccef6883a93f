import { parseCalendarDate } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import {
  holdCustomers,
  releaseCustomers,
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
  switch (request.intent) {
    case "recalculate":
      return { kind: "asked", customers: await recalculateCustomers(app, shop, by.customerIds) };
    case "release":
      return releaseCustomers(app, shop, { ...by, kinds: request.kinds });
    case "override":
    case "opt-out":
    case "freeze": {
      const untilDay = request.until === null ? null : parseCalendarDate(request.until);
      if (request.until !== null && untilDay === null)
        return { kind: "refused", problem: "no-such-day" };
      const hold =
        request.intent === "override"
          ? { kind: request.intent, tier: request.tier, untilDay }
          : { kind: request.intent, untilDay };
      return holdCustomers(app, shop, { ...by, hold });
    }
  }
}
