import { judgeOrder, type OrderFacts } from "../counted-order.ts";
import type { MoneyRules } from "./money-rules.ts";
import { amountSteps } from "./order-amount.ts";

/**
 * Why our figure is another than the admin's. A refund, an edit or a cancelled order may be treated otherwise here or
 * there: the sign says where, see `reconcile`.
 */
export const differenceReasons = [
  "refunds",
  "edits",
  "taxes",
  "shipping",
  "extras",
  "gift-cards",
  /** Of orders of which more was given back than they came to by the rules: they count nothing rather than less. */
  "nothing-left",
  "cancelled",
  "test",
  /** The admin knows of more orders than were read. */
  "orders-not-read",
  "not-explained",
] as const;

export type DifferenceReason = (typeof differenceReasons)[number];

export type Difference = { reason: DifferenceReason; minor: number };

/** Sums over some orders of customers, from which `reconcile` works; one order at a time by `tallyOrder`. */
export type MoneyTally = {
  /** Ours: what counts, and with how much. */
  countedMinor: number;
  countedOrders: number;
  /** Total less refunds of all orders that are neither cancelled nor a test. */
  standingMinor: number;
  refundedMinor: number;
  removedMinor: number;
  /** Total less refunds of cancelled orders. */
  cancelledMinor: number;
  /** All but tests. */
  realOrders: number;
  /** Of them, those that do not count: cancelled, and with nothing left. */
  cancelledOrders: number;
  emptyOrders: number;
  differences: Map<DifferenceReason, number>;
};

export function emptyTally(): MoneyTally {
  return {
    countedMinor: 0,
    countedOrders: 0,
    standingMinor: 0,
    refundedMinor: 0,
    removedMinor: 0,
    cancelledMinor: 0,
    realOrders: 0,
    cancelledOrders: 0,
    emptyOrders: 0,
    differences: new Map(),
  };
}

/** Adds an order; a guest's is in neither figure. */
export function tallyOrder(tally: MoneyTally, order: OrderFacts, rules: MoneyRules): void {
  if (!order.hasCustomer) return;
  const verdict = judgeOrder(order, rules);
  const countedMinor = verdict.kind === "counted" ? verdict.netMinor : 0;
  const keptMinor = order.totalMinor - order.refundedMinor;
  tally.countedMinor += countedMinor;
  if (verdict.kind === "counted") tally.countedOrders += 1;
  if (order.isTest) {
    note(tally, "test", countedMinor);
    return;
  }
  tally.realOrders += 1;
  if (verdict.kind === "not-counted")
    tally[verdict.reason === "cancelled" ? "cancelledOrders" : "emptyOrders"] += 1;
  if (order.isCancelled) {
    tally.cancelledMinor += keptMinor;
    note(tally, "cancelled", countedMinor);
    return;
  }
  tally.standingMinor += keptMinor;
  tally.refundedMinor += order.refundedMinor;
  tally.removedMinor += order.removedMinor;
  const steps = amountSteps(order, rules);
  let worthMinor = keptMinor;
  for (const part of ["refunds", "edits", "taxes", "shipping", "extras", "gift-cards"] as const) {
    worthMinor += steps[part];
    note(tally, part, steps[part]);
  }
  note(tally, "nothing-left", countedMinor - worthMinor);
}

function note(tally: MoneyTally, reason: DifferenceReason, minor: number): void {
  if (minor !== 0) tally.differences.set(reason, (tally.differences.get(reason) ?? 0) + minor);
}

/** What the admin says: money in minor units of the shop's currency, and how many orders. */
export type AdminFigure = { spentMinor: number; orders: number };

export type Reconciliation = {
  oursMinor: number;
  countedOrders: number;
  adminMinor: number;
  adminOrders: number;
  /** Ours less the admin's; the sum of `reasons`. */
  differenceMinor: number;
  reasons: Difference[];
  /** Orders that we have read and do not count: cancelled, and with nothing left. */
  cancelledOrders: number;
  emptyOrders: number;
  /** Orders the admin counts and we have not read; 0 when we have read as many. */
  ordersNotRead: number;
};

/**
 * Our figure beside the admin's, with what makes the difference; the reasons always add up to it.
 *
 * From ours to the total less refunds of all standing orders each step is known. What then still parts that from the
 * admin's figure is named only when it is exactly what the admin may do otherwise, since Shopify does not say what its
 * figure leaves out: refunds not taken off (−), cancelled orders counted (−), edits taken off (+), or several of these.
 * Orders that were not read explain it when there are any. Whatever is left is called not explained.
 */
export function reconcile(tally: MoneyTally, admin: AdminFigure): Reconciliation {
  const ordersNotRead = Math.max(0, admin.orders - tally.realOrders);
  const byReason = new Map(tally.differences);
  for (const { reason, minor } of explainGap(tally, admin, ordersNotRead))
    byReason.set(reason, (byReason.get(reason) ?? 0) + minor);
  return {
    oursMinor: tally.countedMinor,
    countedOrders: tally.countedOrders,
    adminMinor: admin.spentMinor,
    adminOrders: admin.orders,
    differenceMinor: tally.countedMinor - admin.spentMinor,
    reasons: [...byReason]
      .map(([reason, minor]) => ({ reason, minor }))
      .filter(({ minor }) => minor !== 0)
      .sort((a, b) => Math.abs(b.minor) - Math.abs(a.minor)),
    cancelledOrders: tally.cancelledOrders,
    emptyOrders: tally.emptyOrders,
    ordersNotRead,
  };
}

/** Between the total less refunds of standing orders and what the admin says. */
function explainGap(
  tally: MoneyTally,
  { spentMinor }: AdminFigure,
  ordersNotRead: number,
): Difference[] {
  const gapMinor = tally.standingMinor - spentMinor;
  if (gapMinor === 0) return [];
  if (ordersNotRead > 0) return [{ reason: "orders-not-read", minor: gapMinor }];
  return findAdminHabits(tally, gapMinor) ?? [{ reason: "not-explained", minor: gapMinor }];
}

/** The fewest of the admin's possible ways that are exactly the gap; null when none are. */
function findAdminHabits(tally: MoneyTally, gapMinor: number): Difference[] | null {
  const possible: Difference[] = [
    { reason: "refunds", minor: -tally.refundedMinor },
    { reason: "cancelled", minor: -tally.cancelledMinor },
    { reason: "edits", minor: tally.removedMinor },
  ];
  let best: Difference[] | null = null;
  for (let choice = 1; choice < 1 << possible.length; choice++) {
    const chosen = possible.filter((_, index) => choice & (1 << index));
    const sum = chosen.reduce((total, { minor }) => total + minor, 0);
    if (sum === gapMinor && (best === null || chosen.length < best.length)) best = chosen;
  }
  return best;
}
