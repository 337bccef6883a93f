import type { Customer } from "../../simulated-shop/world/customer.ts";
import type { Order } from "../../simulated-shop/world/order.ts";
import { placeOrder } from "../../simulated-shop/world/place-order.ts";
import type { World } from "../../simulated-shop/world/world.ts";
import { holdingsFor, type Holdings } from "./holdings.ts";
import { standPlainly, type PlainCalibration, type PlainStanding } from "./score-plainly.ts";

/** Somebody buys one thing for this much; null = a guest. */
export function buy(
  world: World,
  customer: Customer | null,
  unitPriceMinor: number,
  more: { test?: boolean } = {},
): Order {
  const [product] = world.products.values();
  if (product === undefined) throw new Error("the sample shop sells something");
  const lineItems = [{ product, quantity: 1, unitPriceMinor, discountMinor: 0 }];
  return placeOrder(world, { customer, lineItems, ...more });
}

/** Where everybody in the shop stands who is ranked, by id. */
export function standingsIn(
  world: World,
  calibration: PlainCalibration,
): ReadonlyMap<number, PlainStanding> {
  return new Map(
    [...world.customers.values()].flatMap(({ id, orders }) => {
      const standing = standPlainly(world, calibration, orders);
      return standing === null ? [] : [[id, standing] as const];
    }),
  );
}

/** What the shop has to hold of us by the orders there are. */
export function holdingsDue(world: World, calibration: PlainCalibration): Holdings {
  return holdingsFor(standingsIn(world, calibration));
}
