import { randomUUID } from "node:crypto";
import { countStandings } from "../../persistence/customer-list.ts";
import { insertHandAct } from "../../persistence/hand-acts.ts";
import type { Shop } from "../../persistence/shops.ts";
import { calendarDayOf } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { filterOf } from "../pages/customer-filter.ts";
import type { CustomerListQuery } from "../pages/customer-list.ts";
import { requireShop } from "../require-shop.ts";
import { holdOf, type HandResult } from "../scoring/act-by-hand.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import type { ManyRequest } from "./many-request.ts";

/** More than these are not decided about by hand at once. */
export const mostCustomers = 100_000;

export type AskResult =
  /** It is done soon. */
  | { kind: "queued"; customers: number }
  | { kind: "nobody" }
  | { kind: "too-many"; customers: number; most: number }
  | Extract<HandResult, { kind: "refused" }>;

export interface Asking {
  /** Everybody who matches it now; in which order does not matter. */
  view: Omit<CustomerListQuery, "sort" | "direction" | "cursor">;
  reason: string | null;
  /** The number of the staff member. */
  actor: string | null;
}

/** Notes what is to be done to everybody who matches a view, and has it done. */
export async function askForMany(
  app: App,
  shop: string,
  request: ManyRequest,
  { view, reason, actor }: Asking,
): Promise<AskResult> {
  const record = await requireShop(app, shop);
  const refused = await refuse(app, record, request);
  if (refused !== null) return refused;
  const filter = await filterOf(app, record, view);
  const act = { shop, id: randomUUID(), request, reason, actor, askedAt: new Date() };
  return app.db.$transaction(async (tx): Promise<AskResult> => {
    const matching = await countStandings(tx, shop, filter);
    if (matching === 0) return { kind: "nobody" };
    if (matching > mostCustomers)
      return { kind: "too-many", customers: matching, most: mostCustomers };
    const customers = await insertHandAct(tx, act, filter);
    await app.enqueue(tx, "act-on-many", { shop });
    return { kind: "queued", customers };
  });
}

/** What can be said before anybody is looked at. */
async function refuse(
  app: App,
  record: Shop,
  request: ManyRequest,
): Promise<Extract<HandResult, { kind: "refused" }> | null> {
  if (record.liveCalibrationId === null) return { kind: "refused", problem: "not-scored-yet" };
  if (request.intent !== "override" && request.intent !== "opt-out" && request.intent !== "freeze")
    return null;
  const hold = holdOf(request);
  if (hold === null) return { kind: "refused", problem: "no-such-day" };
  const today = calendarDayOf(await app.now(), record.timeZone);
  if (hold.untilDay !== null && hold.untilDay <= today)
    return { kind: "refused", problem: "day-is-over" };
  const { tiers } = await readLiveProgram(app, record);
  return hold.kind === "override" && !tiers.some(({ key }) => key === hold.tier)
    ? { kind: "refused", problem: "no-such-tier" }
    : null;
}
