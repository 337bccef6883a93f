/** What happens in the shop becomes webhooks, and those move the one customer they are about. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { turnOnPublishing } from "../../scripts/demo/merchant.ts";
import { addCustomer } from "../../simulated-shop/world/add-customer.ts";
import { cancelOrder } from "../../simulated-shop/world/cancel-order.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { deleteOrder } from "../../simulated-shop/world/delete-order.ts";
import type { Order } from "../../simulated-shop/world/order.ts";
import { refundOrder } from "../../simulated-shop/world/refund-order.ts";
import type { World } from "../../simulated-shop/world/world.ts";
import { holdingsOf } from "../setup/holdings.ts";
import { buy as buyIn, holdingsDue } from "../setup/plain-shop.ts";
import { calibratePlainly, standPlainly, type PlainCalibration } from "../setup/score-plainly.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

let stage: TestStage;
let world: World;
let calibration: PlainCalibration;

beforeAll(async () => {
  stage = await openTestStage({ customers: 80, plan: "plus" });
  ({ world } = stage.simulated);
  calibration = calibratePlainly(world);
  await install(stage);
  await turnOnPublishing(stage);
  await stage.settle();
});
afterAll(() => stage.close());

/** The customer with the lowest value: whoever has placed only one small order long ago. */
let last: Customer;
beforeEach(() => {
  const customers = [...world.customers.values()].filter(
    ({ orders }) => standingOf(orders) !== null,
  );
  last = customers.reduce((a, b) => (valueOf(b) < valueOf(a) ? b : a));
});

describe("an order", () => {
  test("lifts its customer to the top at once, and nobody else moves", async () => {
    expect(tierTagsOf(last)).toEqual(["echelon:tier:base"]);
    buy(last, 900_000);
    await stage.settle();
    expect(tierTagsOf(last)).toEqual(["echelon:tier:core"]);
    expectEverythingInStep();
  });

  test.each([
    ["refunded", (order: Order) => void refundOrder(world, order)],
    ["cancelled", (order: Order) => cancelOrder(world, order)],
    ["deleted", (order: Order) => deleteOrder(world, order)],
  ])("that is %s brings its customer back to where they were", async (_how, takeBack) => {
    const before = holdingsOf(world);
    const order = buy(last, 900_000);
    await stage.settle();
    expect(holdingsOf(world)).not.toEqual(before);
    takeBack(order);
    await stage.settle();
    expect(holdingsOf(world)).toEqual(before);
    expectEverythingInStep();
  });

  test("refunded in part counts with what is left of it", async () => {
    const order = buy(last, 900_000);
    refundOrder(world, order, { amountMinor: 899_000 });
    await stage.settle();
    expectEverythingInStep();
  });

  test("of somebody new makes them ranked, and once it is deleted they carry nothing of ours", async () => {
    const newcomer = addCustomer(world, {
      email: "newcomer@example.com",
      tags: ["met at the fair"],
    });
    const order = buy(newcomer, 5_000);
    await stage.settle();
    expect(newcomer.tags).toContain("echelon:group:new");
    expectEverythingInStep();
    deleteOrder(world, order);
    await stage.settle();
    expect(newcomer).toMatchObject({ tags: ["met at the fair"], metafields: [] });
  });
});

describe("an order that moves nobody", () => {
  test.each([
    ["a guest's", () => buy(null, 900_000)],
    ["a test order", () => buy(last, 900_000, { test: true })],
  ])("leaves the shop alone: %s", async (_whose, order) => {
    const writes = await writesDuring(order);
    expect(writes).toEqual([]);
    expectEverythingInStep();
  });

  test("of somebody who stays where they are changes their fields and no tag", async () => {
    const best = Math.max(...[...world.customers.values()].map(valueOf));
    const first = [...world.customers.values()].find((customer) => valueOf(customer) === best);
    if (first === undefined) throw new Error("somebody is the best");
    expect(await writesDuring(() => buy(first, 10_000))).toEqual(["mutation SetMetafields"]);
    expectEverythingInStep();
  });
});

describe("webhooks in numbers", () => {
  test("ten orders of one customer at once end where ten orders end", async () => {
    for (let nth = 0; nth < 10; nth += 1) buy(last, 20_000);
    await stage.settle();
    expect(standingOf(last.orders)?.countedOrders).toBeGreaterThanOrEqual(10);
    expectEverythingInStep();
  });

  test("a burst of 200 is answered at once and ends right", async () => {
    const customers = [...world.customers.values()];
    for (let nth = 0; nth < 200; nth += 1)
      buy(customers[(nth * 7) % customers.length] ?? null, 1_000 + 37 * nth);
    await stage.settle();
    const burst = stage.simulated.webhooks.log.latest(200);
    expect(
      burst.filter(({ attempts, state }) => attempts.length !== 1 || state.kind !== "delivered"),
    ).toEqual([]);
    expectEverythingInStep();
  });

  test("sent twice and out of order they end in the same state", async () => {
    stage.simulated.webhooks.faults.set([
      { topic: "orders/create", fault: { kind: "delay", delayMs: 300 } },
      { fault: { kind: "repeat", extraTimes: 2 } },
    ]);
    const order = buy(last, 700_000);
    refundOrder(world, order, { amountMinor: 350_000 });
    const cancelled = buy(last, 100_000);
    cancelOrder(world, cancelled);
    await stage.settle();
    stage.simulated.webhooks.faults.set([]);
    expectEverythingInStep();
  });
});

test("every event of the inbox was acted on", async () => {
  expect(await stage.app.db.inboxEvent.count({ where: { handledAt: null } })).toBe(0);
  expect(await stage.app.db.dirtyCustomer.count()).toBe(0);
});

function buy(customer: Customer | null, unitPriceMinor: number, more?: { test: boolean }): Order {
  return buyIn(world, customer, unitPriceMinor, more);
}

function standingOf(orders: readonly Order[]) {
  return standPlainly(world, calibration, orders);
}

function valueOf({ orders }: Customer): number {
  return standingOf(orders)?.valueE4 ?? 0;
}

function tierTagsOf({ tags }: Customer): string[] {
  return tags.filter((tag) => tag.startsWith("echelon:tier:"));
}

/** The shop holds exactly what its orders make of everybody, by the cut-offs of the installation. */
function expectEverythingInStep(): void {
  expect(holdingsOf(world)).toEqual(holdingsDue(world, calibration));
}

async function writesDuring(act: () => unknown): Promise<string[]> {
  const operations: string[] = [];
  const stop = stage.simulated.traffic.onRequest(({ operation }) => operations.push(operation));
  act();
  await stage.settle();
  stop();
  return operations.filter((operation) => operation.startsWith("mutation"));
}
