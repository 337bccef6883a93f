import { readOrderContexts } from "../../persistence/order-contexts.ts";
import { readHistories } from "../../persistence/order-histories.ts";
import { readPublication } from "../../persistence/publication-ledger.ts";
import { listDecisions } from "../../persistence/runs.ts";
import { calendarDayOf, companyOrdersOf, moneyRulesOf } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readHeadProgram } from "../scoring/head-program.ts";
import { verdictOn } from "../scoring/histories-to-frame.ts";
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
  /** Of all orders, and of those that count. */
  orderCount: number;
  countedOrders: number;
  /** Newest first, from a place on; what is older begins after `olderOrders`, null = nothing is. */
  orders: OrderLine[];
  olderOrders: string | null;
  /** The latest, those since the place left out. */
  moves: Move[];
  /** What we last wrote to Shopify, null when nothing was written. */
  published: { tags: string[]; at: string } | null;
}

const movesShown = 50;
const ordersShown = 100;

/**
 * One customer, explained by the very functions that scored them, against the stored calibration. `afterOrder`: only what
 * is older than this order is listed, an unknown one counts as none.
 */
export async function readCustomerPage(
  app: App,
  shop: string,
  customerId: string,
  afterOrder: string | null = null,
): Promise<CustomerPage | { kind: "unknown" }> {
  const record = await requireShop(app, shop);
  if (!/^\d{1,18}$/.test(customerId)) return { kind: "unknown" };
  const id = BigInt(customerId);
  const program = await readHeadProgram(app, record);
  const orders = await readHistories(app.db, shop, [id], companyOrdersOf(program.definition));
  if (orders.length === 0) return { kind: "unknown" };
  const place = orders.findIndex(({ orderId }) => String(orderId) === afterOrder);
  const end = place < 0 ? orders.length : place;
  const start = Math.max(0, end - ordersShown);
  const listed = orders.slice(start, end);
  const orderIds = listed.map(({ orderId }) => orderId);
  const contexts = await readOrderContexts(app.db, shop, id, orderIds);
  const rules = moneyRulesOf(program.definition);
  const moves = await listDecisions(app.db, shop, { customerId: id }, movesShown);
  const boundary = orders[place]?.processedAt;
  const today = calendarDayOf(await app.now(), record.timeZone);
  const publication = await readPublication(app.db, shop, id);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone, domain: shop },
    customerId,
    tiers: program.tiers,
    windowDays: program.definition.windowDays,
    why: await readWhy(app, shop, customerId),
    orderCount: orders.length,
    countedOrders: orders.filter(
      (order) =>
        verdictOn(order, rules).kind !== "not-counted" &&
        calendarDayOf(order.processedAt, record.timeZone) <= today,
    ).length,
    orders: listed
      .map((order) => describeOrder(order, contexts.get(order.orderId), record, today, program))
      .reverse(),
    olderOrders: start > 0 ? String(listed[0]?.orderId) : null,
    moves: describeMoves(
      program,
      moves.filter(({ decidedAt }) => boundary === undefined || decidedAt <= boundary),
    ),
    published:
      publication === null || publication.confirmedTags.length === 0
        ? null
        : { tags: publication.confirmedTags, at: publication.writtenAt.toISOString() },
  };
}
