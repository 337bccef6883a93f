import { z } from "zod";
import { whichHaveStandings } from "../../persistence/standings.ts";
import { parseCalendarDate } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { holdCustomers, releaseCustomers, type HoldResult } from "./hold-customers.ts";
import { scoreAgain } from "./score-again.ts";

const reason = z
  .string()
  .trim()
  .max(200)
  .transform((text) => (text === "" ? null : text));

/** What a merchant may do to one customer from Shopify's own page. */
export const customerActionSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("recalculate") }),
  z.strictObject({
    action: z.literal("override"),
    tier: z.string().max(60),
    /** The first day on which it does not hold any more, `2026-07-31`; empty = until it is released. */
    endsOn: z.union([z.literal(""), z.iso.date()]),
    reason,
  }),
  z.strictObject({ action: z.literal("release"), reason }),
]);

export type CustomerAction = z.infer<typeof customerActionSchema>;

export type ActionOutcome =
  | { kind: "done" }
  | {
      kind: "refused";
      problem: "no-such-customer" | "no-such-tier" | "day-is-over" | "not-scored-yet";
    };

/** @param actor the number of the staff member who asks. */
export async function actOnCustomer(
  app: App,
  shop: string,
  customerId: bigint,
  wanted: CustomerAction,
  actor: string | null,
): Promise<ActionOutcome> {
  await requireShop(app, shop);
  const customerIds = [customerId];
  switch (wanted.action) {
    case "recalculate":
      return recalculate(app, shop, customerId);
    case "override": {
      const untilDay = wanted.endsOn === "" ? null : parseCalendarDate(wanted.endsOn);
      const hold = { kind: "override" as const, tier: wanted.tier, untilDay };
      const request = { customerIds, hold, reason: wanted.reason, actor };
      return outcomeOf(await holdCustomers(app, shop, request));
    }
    case "release": {
      const request = { customerIds, kinds: ["override" as const], reason: wanted.reason, actor };
      return outcomeOf(await releaseCustomers(app, shop, request));
    }
  }
}

/** Has the customer scored again at once. Whoever never ordered has nothing to be scored by. */
async function recalculate(app: App, shop: string, customerId: bigint): Promise<ActionOutcome> {
  return app.db.$transaction(async (tx): Promise<ActionOutcome> => {
    if ((await whichHaveStandings(tx, shop, [customerId])).length === 0)
      return { kind: "refused", problem: "no-such-customer" };
    await scoreAgain(app, tx, shop, [customerId]);
    return { kind: "done" };
  });
}

function outcomeOf(result: HoldResult): ActionOutcome {
  switch (result.kind) {
    case "done":
      return { kind: "done" };
    case "nobody":
      return { kind: "refused", problem: "no-such-customer" };
    case "refused":
      return result;
  }
}
