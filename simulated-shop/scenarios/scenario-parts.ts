import { loadCustomer } from "../world/add-customer.ts";
import { addOrder, type NewOrder } from "../world/add-order.ts";
import { addProduct } from "../world/add-product.ts";
import type { Customer } from "../world/customer.ts";
import type { Order, Refund } from "../world/order.ts";
import type { Product } from "../world/product.ts";
import type { World } from "../world/world.ts";

const DAY_MS = 86_400_000;

/** Customer number `number`, who came 100 days ago. */
export function customerOf(world: World, number: number, tags: readonly string[] = []): Customer {
  return loadCustomer(world, {
    email: `customer${number}@example.com`,
    firstName: "Customer",
    lastName: String(number),
    countryCode: "GB",
    createdAtMs: world.clock.nowMs() - 100 * DAY_MS,
    tags,
  });
}

/** The one thing these shops sell. */
export function mugOf(world: World): Product {
  const [known] = world.products.values();
  return (
    known ??
    addProduct(world, {
      title: "Mug",
      sku: "MUG",
      vendor: "Us",
      productType: "Mug",
      priceMinor: 1000,
    })
  );
}

/** A paid order for so many mugs, so many days ago. */
export function orderOf(
  world: World,
  customer: Customer | null,
  daysAgo: number,
  mugs: number,
  more: Partial<NewOrder> = {},
): Order {
  const product = mugOf(world);
  const totalMinor = mugs * product.priceMinor;
  return addOrder(world, {
    customer,
    email: customer?.email ?? "guest@example.com",
    createdAtMs: world.clock.nowMs() - daysAgo * DAY_MS,
    financialStatus: "paid",
    subtotalMinor: totalMinor,
    shippingMinor: 0,
    discountMinor: 0,
    totalMinor,
    lineItems: [{ product, quantity: mugs, unitPriceMinor: product.priceMinor, discountMinor: 0 }],
    countryCode: "GB",
    sourceName: "web",
    ...more,
  });
}

/** Money given back so many days ago, without goods. */
export function refundOf(world: World, amountMinor: number, daysAgo: number): Refund {
  return {
    gidType: "Refund",
    id: world.ids.take("Refund"),
    createdAtMs: world.clock.nowMs() - daysAgo * DAY_MS,
    amountMinor,
    note: null,
    lines: [],
  };
}
