import { cancelOrder } from "../../simulated-shop/world/cancel-order.ts";
import { changeCustomerTags } from "../../simulated-shop/world/change-customer-tags.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { deleteOrder } from "../../simulated-shop/world/delete-order.ts";
import {
  beginOrderEdit,
  commitOrderEdit,
  hasChanges,
} from "../../simulated-shop/world/edit-order.ts";
import { mergeCustomers, planMerge } from "../../simulated-shop/world/merge-customers.ts";
import { totalRefundedMinorOf, type Order } from "../../simulated-shop/world/order.ts";
import {
  lineTotalMinorOf,
  refundableQuantityOf,
  shareOf,
} from "../../simulated-shop/world/order-quantities.ts";
import { placeOrder } from "../../simulated-shop/world/place-order.ts";
import { refundOrder } from "../../simulated-shop/world/refund-order.ts";
import type { World } from "../../simulated-shop/world/world.ts";
import type { Action, BoughtLine } from "./history.ts";

/** Whom a history is about. A merge leaves one. */
export interface Cast {
  customers: Customer[];
  orders: Order[];
}

/** Does in the shop what an action says; nothing where it makes no sense, such as refunding what was refunded. */
export function perform(world: World, cast: Cast, action: Action): void {
  switch (action.kind) {
    case "buy":
      cast.orders.push(buy(world, customerOf(cast, action.who), action));
      return;
    case "merge":
      merge(world, cast, action.kept);
      return;
    case "give-tag":
    case "take-tags": {
      const customer = customerOf(cast, action.who);
      if (customer === null) return;
      const tags = action.kind === "give-tag" ? [...customer.tags, action.tag] : [action.tag];
      changeCustomerTags(world, customer, tags);
      return;
    }
    default: {
      const order = pick(cast.orders, action.order);
      if (order !== undefined) change(world, cast, order, action);
    }
  }
}

type OrderAction = Exclude<Action, { kind: "buy" | "merge" | "give-tag" | "take-tags" }>;

function change(world: World, cast: Cast, order: Order, action: OrderAction): void {
  const leftMinor = order.totalMinor - totalRefundedMinorOf(order);
  switch (action.kind) {
    case "refund-amount": {
      const amountMinor = Math.ceil((leftMinor * action.percent) / 100);
      if (amountMinor > 0) refundOrder(world, order, { amountMinor });
      return;
    }
    case "refund-line": {
      const lineItemIndex = action.line % order.lineItems.length;
      const line = order.lineItems[lineItemIndex];
      const quantity = Math.min(action.quantity, refundableQuantityOf(order, lineItemIndex));
      if (line === undefined || quantity === 0) return;
      const subtotalMinor = Math.min(
        leftMinor,
        shareOf(lineTotalMinorOf(line), quantity, line.quantity),
      );
      const lines = [{ lineItemIndex, quantity, subtotalMinor }];
      refundOrder(world, order, { amountMinor: subtotalMinor, lines });
      return;
    }
    case "edit-line": {
      if (order.cancelledAtMs !== null) return;
      const edit = beginOrderEdit(world, order);
      edit.quantityByIndex.set(action.line % order.lineItems.length, action.quantity);
      if (hasChanges(edit)) commitOrderEdit(world, edit);
      return;
    }
    case "cancel":
      if (order.cancelledAtMs === null) cancelOrder(world, order, { refund: action.refund });
      return;
    case "delete-order":
      deleteOrder(world, order);
      cast.orders = cast.orders.filter((other) => other !== order);
  }
}

function buy(
  world: World,
  customer: Customer | null,
  { lines, test, paid }: { lines: BoughtLine[]; test: boolean; paid: boolean },
): Order {
  const products = [...world.products.values()];
  const lineItems = lines.map(({ product, quantity, unitPriceMinor }) => {
    const bought = pick(products, product);
    if (bought === undefined) throw new Error("the sample shop sells something");
    return { product: bought, quantity, unitPriceMinor, discountMinor: 0 };
  });
  const financialStatus = paid ? "paid" : "pending";
  return placeOrder(world, { customer, lineItems, test, financialStatus });
}

function merge(world: World, cast: Cast, kept: 0 | 1): void {
  const [one, two] = cast.customers;
  if (one === undefined || two === undefined) return;
  const plan = planMerge(one, two, { emailOf: kept === 0 ? one : two });
  if (plan.problems.length > 0) return;
  mergeCustomers(world, plan);
  cast.customers = [plan.kept];
}

function customerOf({ customers }: Cast, who: 0 | 1 | "guest"): Customer | null {
  return who === "guest" ? null : (pick(customers, who) ?? null);
}

function pick<Item>(items: readonly Item[], index: number): Item | undefined {
  return items[index % Math.max(1, items.length)];
}
