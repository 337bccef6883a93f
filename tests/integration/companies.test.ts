/** Two people who order for the same location of a company, and one of them for themselves as well. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { netMoney } from "../../app/scoring/index.ts";
import { saveMoney } from "../../app/use-cases/scoring/save-money.ts";
import { addCustomer } from "../../simulated-shop/world/add-customer.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { deleteOrder } from "../../simulated-shop/world/delete-order.ts";
import type { Order } from "../../simulated-shop/world/order.ts";
import { updateOrder } from "../../simulated-shop/world/update-order.ts";
import { buy } from "../setup/plain-shop.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

const location = 7_001;
let stage: TestStage;
let one: Customer;
let two: Customer;

beforeAll(async () => {
  stage = await openTestStage({ customers: 30 });
  const { world } = stage.simulated;
  one = addCustomer(world, { email: "one@example.com" });
  two = addCustomer(world, { email: "two@example.com" });
  buyForCompany(one, 10_000);
  buyForCompany(two, 20_000);
  buy(world, one, 500);
  await install(stage);
});
afterAll(() => stage.close());

function buyForCompany(customer: Customer, priceMinor: number): Order {
  const { world } = stage.simulated;
  const order = buy(world, customer, priceMinor);
  updateOrder(world, order, { rare: { companyLocationId: location } });
  return order;
}

async function figuresOf({ id }: Customer) {
  const where = { shop_customerId: { shop: stage.shop, customerId: BigInt(id) } };
  const standing = await stage.app.db.standing.findUnique({ where });
  return { orders: standing?.countedOrders, net: Number(standing?.netMinorUnits) };
}

async function choose(companyOrders: "contact" | "location"): Promise<void> {
  const { app, shop } = stage;
  const record = await app.db.shop.findUniqueOrThrow({ where: { shop } });
  const basedOn = record.liveProgramVersion;
  const saved = await saveMoney(app, shop, { rules: netMoney, companyOrders, basedOn });
  expect(saved.kind).toBe("saved");
  await stage.settle();
}

test("at first each counts with what they ordered themselves", async () => {
  expect(await figuresOf(one)).toEqual({ orders: 2, net: 10_500 });
  expect(await figuresOf(two)).toEqual({ orders: 1, net: 20_000 });
});

test("by location both have all that was ordered for it, and their own beside it", async () => {
  await choose("location");
  expect(await figuresOf(one)).toEqual({ orders: 3, net: 30_500 });
  expect(await figuresOf(two)).toEqual({ orders: 2, net: 30_000 });
});

test("what one of them orders for it, or what is taken back, changes the other at once", async () => {
  const order = buyForCompany(one, 4_000);
  await stage.settle();
  expect(await figuresOf(two)).toEqual({ orders: 3, net: 34_000 });
  deleteOrder(stage.simulated.world, order);
  await stage.settle();
  expect(await figuresOf(two)).toEqual({ orders: 2, net: 30_000 });
  expect(await figuresOf(one)).toEqual({ orders: 3, net: 30_500 });
});

test("by contact again, everything is as it was", async () => {
  await choose("contact");
  expect(await figuresOf(one)).toEqual({ orders: 2, net: 10_500 });
  expect(await figuresOf(two)).toEqual({ orders: 1, net: 20_000 });
});
