import { readBaseOrders } from "../../persistence/base-orders.ts";
import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { PrismaClient, Transaction } from "../../persistence/database.ts";
import type { HeldOrder } from "../../persistence/order-histories.ts";
import type { Shop } from "../../persistence/shops.ts";
import {
  createCalendar,
  FrameBuilder,
  companyOrdersOf,
  judgeOrder,
  moneyRulesOf,
  needsParts,
  type Frame,
  type MoneyRules,
  type OrderFacts,
  type OrderVerdict,
  type Program,
} from "../../scoring/index.ts";

export interface CustomerFrame {
  /** Row i of every column of the frame belongs to customerIds[i]. */
  customerIds: bigint[];
  frame: Frame;
}

/**
 * The counted orders of customers, as the engine takes them. Customers none of whose orders count are in it too, and so
 * are those named in `scope`, with or without orders.
 */
export function frameOf(
  orders: Iterable<HeldOrder>,
  timeZone: string,
  rules: MoneyRules,
  scope: readonly bigint[] = [],
): CustomerFrame {
  const dayOf = createCalendar(timeZone);
  const builder = new FrameBuilder();
  const customerIds = [...scope];
  const rowOf = new Map(scope.map((customerId, row) => [customerId, row]));
  for (const order of orders) {
    if (order.customerId === null) continue;
    let row = rowOf.get(order.customerId);
    if (row === undefined) {
      row = customerIds.push(order.customerId) - 1;
      rowOf.set(order.customerId, row);
    }
    const verdict = verdictOn(order, rules);
    if (verdict.kind === "not-counted") continue;
    const atMs = order.processedAt.getTime();
    builder.add(row, dayOf(atMs), atMs, verdict.netMinor);
  }
  return { customerIds, frame: builder.build(customerIds.length) };
}

/** The same for everybody's orders, which are read straight into the frame. */
export async function readBaseFrame(
  db: PrismaClient,
  tx: Transaction,
  { shop, timeZone }: Shop,
  program: Program,
): Promise<{ customers: CustomerRows; frame: Frame }> {
  const dayOf = createCalendar(timeZone);
  const builder = new FrameBuilder();
  const rules = moneyRulesOf(program);
  const wanted = { withParts: needsParts(rules), companyOrders: companyOrdersOf(program) };
  const customers = await readBaseOrders(db, tx, shop, wanted, (order) => {
    const verdict = judgeOrder(order, rules);
    if (verdict.kind === "not-counted") return;
    const atMs = order.processedAtMs;
    builder.add(order.customerRow, dayOf(atMs), atMs, verdict.netMinor);
  });
  return { customers, frame: builder.build(customers.count) };
}

export function verdictOn(order: HeldOrder, rules: MoneyRules): OrderVerdict {
  return judgeOrder(factsOf(order), rules);
}

/** An order of the ledger as the engine takes it. */
export function factsOf(order: HeldOrder): OrderFacts {
  return {
    hasCustomer: order.customerId !== null,
    isCancelled: order.cancelledAt !== null,
    isTest: order.test,
    totalMinor: Number(order.totalMinorUnits),
    refundedMinor: Number(order.refundedMinorUnits),
    removedMinor: Number(order.removedMinorUnits),
    taxMinor: Number(order.taxMinorUnits),
    taxLeftMinor: Number(order.taxLeftMinorUnits),
    shippingMinor: Number(order.shippingMinorUnits),
    shippingLeftMinor: Number(order.shippingLeftMinorUnits),
    shippingTaxMinor: Number(order.shippingTaxMinorUnits),
    extrasMinor: Number(order.extrasMinorUnits),
    giftCardMinor: Number(order.giftCardMinorUnits),
    giftCardLeftMinor: Number(order.giftCardLeftMinorUnits),
  };
}
