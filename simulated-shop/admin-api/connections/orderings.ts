import type { Customer } from "../../world/customer.ts";
import type { WorldEvent } from "../../world/events.ts";
import type { Order } from "../../world/order.ts";
import type { World } from "../../world/world.ts";
import { customerKeyBy } from "../search/customer-sort-keys.ts";
import { orderKeyBy } from "../search/order-sort-keys.ts";
import { LiveOrdering } from "./live-ordering.ts";

type Orderings = {
  readonly orders: Map<string, LiveOrdering<Order>>;
  readonly customers: Map<string, LiveOrdering<Customer>>;
};

const orderingsByWorld = new WeakMap<World, Orderings>();

/** All orders, ascending by an `OrderSortKeys` value. */
export function ordersBy(world: World, sortKey: string): readonly Order[] {
  const { orders } = orderingsOf(world);
  let ordering = orders.get(sortKey);
  if (ordering === undefined) {
    ordering = new LiveOrdering(world, world.orders, orderKeyBy(sortKey), changedOrders);
    orders.set(sortKey, ordering);
  }
  return ordering.rows;
}

/** All customers, ascending by a `CustomerSortKeys` value. */
export function customersBy(world: World, sortKey: string): readonly Customer[] {
  const { customers } = orderingsOf(world);
  let ordering = customers.get(sortKey);
  if (ordering === undefined) {
    ordering = new LiveOrdering(world, world.customers, customerKeyBy(sortKey), changedCustomers);
    customers.set(sortKey, ordering);
  }
  return ordering.rows;
}

function orderingsOf(world: World): Orderings {
  let orderings = orderingsByWorld.get(world);
  if (orderings === undefined)
    orderingsByWorld.set(world, (orderings = { orders: new Map(), customers: new Map() }));
  return orderings;
}

/** The orders an event is about; a customer's too, since orders are sorted by customer name as well. */
export function changedOrders(event: WorldEvent): readonly Order[] {
  if ("order" in event) return [event.order];
  return changedCustomers(event).flatMap(({ orders }) => orders);
}

/** The customers an event is about. */
export function changedCustomers(event: WorldEvent): readonly Customer[] {
  if ("customer" in event) return [event.customer];
  return "kept" in event ? [event.kept] : [];
}
