import { readOrderContexts } from "../../persistence/order-contexts.ts";
import { readHistories } from "../../persistence/order-histories.ts";
import { readPublication } from "../../persistence/publication-ledger.ts";
import { listDecisions } from "../../persistence/runs.ts";
import { calendarDayOf, companyOrdersOf } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readHeadProgram } from "../scoring/head-program.ts";
import { describeMoves } from "./describe-moves.ts";
import { describeOrder, type OrderLine } from "./describe-order.ts";
import type { Move, TierDefinition } from "./page-words.ts";
import { readWhy, type Why } from "./why.ts";

export interface CustomerPage {
  shop: { currencyCode: string; timeZone: string; domain: string };
  customerId: string;
  tiers: TierDefinition[];
  windowDays: number;
  /** Null before the first calculation. */
  why: Why | null;
  orders: OrderLine[];
  moves: Move[];
  /** What we last wrote to Shopify, null when nothing was written. */
  published: { tags: string[]; at: string } | null;
}

const movesShown = 50;

/** One customer, explained by the very functions that scored them, against the stored calibration. */
export async function readCustomerPage(
  app: App,
  shop: string,
  customerId: string,
): Promise<CustomerPage | { kind: "unknown" }> {
  const record = await requireShop(app, shop);
  if (!/^\d{1,18}$/.test(customerId)) return { kind: "unknown" };
  const id = BigInt(customerId);
  const program = await readHeadProgram(app, record);
  const orders = await readHistories(app.db, shop, [id], companyOrdersOf(program.definition));
  if (orders.length === 0) return { kind: "unknown" };
  const contexts = await readOrderContexts(app.db, shop, id);
  const today = calendarDayOf(await app.now(), record.timeZone);
  const publication = await readPublication(app.db, shop, id);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone, domain: shop },
    customerId,
    tiers: program.tiers,
    windowDays: program.definition.windowDays,
    why: await readWhy(app, shop, customerId),
    orders: orders
      .map((order) => describeOrder(order, contexts.get(order.orderId), record, today, program))
      .reverse(),
    moves: describeMoves(
      program,
      await listDecisions(app.db, shop, { customerId: id }, movesShown),
    ),
    published:
      publication === null || publication.confirmedTags.length === 0
        ? null
        : { tags: publication.confirmedTags, at: publication.writtenAt.toISOString() },
  };
}
