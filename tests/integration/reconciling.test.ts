/** No webhook arrives here: all that happens in the shop has to be found by a sweep or a full reconciliation. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eraseCustomer } from "../../app/persistence/erase-customer.ts";
import { saveOrders } from "../../app/persistence/orders.ts";
import {
  readLastReconciliations,
  type Reconciliation,
  type ReconciliationKind,
} from "../../app/persistence/reconciliations.ts";
import type { App } from "../../app/use-cases/app.ts";
import { importOrders } from "../../app/use-cases/orders-in/import-orders.ts";
import { settleDoubts } from "../../app/use-cases/orders-in/settle-doubts.ts";
import { askForReconciliation } from "../../app/use-cases/reconciling/ask-for-reconciliation.ts";
import { prepareStamps } from "../../app/use-cases/reconciling/prepare-stamps.ts";
import { reconcileOrders } from "../../app/use-cases/reconciling/reconcile-orders.ts";
import { sweepOrders } from "../../app/use-cases/reconciling/sweep-orders.ts";
import { retierDirtyCustomers } from "../../app/use-cases/scoring/retier-dirty-customers.ts";
import { scoreBase } from "../../app/use-cases/scoring/score-base.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { deleteOrder } from "../../simulated-shop/world/delete-order.ts";
import { mergeCustomers, planMerge } from "../../simulated-shop/world/merge-customers.ts";
import type { Order } from "../../simulated-shop/world/order.ts";
import { refundOrder } from "../../simulated-shop/world/refund-order.ts";
import { updateOrder } from "../../simulated-shop/world/update-order.ts";
import { openKillableStage, type KillableStage } from "../setup/killable-stage.ts";
import { ledgerOf, ordersOf } from "../setup/ledger-in-step.ts";
import type { NetworkMoment } from "../setup/network-between.ts";
import { buy } from "../setup/plain-shop.ts";

const dayMs = 86_400_000;
const never = new AbortController().signal;
let stage: KillableStage;
let app: App;
let shop: string;

beforeAll(async () => {
  stage = await openKillableStage({ customers: 60 });
  ({ app } = stage);
  ({ shop } = stage.simulated);
  await importOrders(app, shop, never);
  await scoreBase(app, shop, "import");
});
afterAll(() => stage.close());

async function reconcile(kind: ReconciliationKind): Promise<Reconciliation> {
  await askForReconciliation(app, app.db, shop, kind);
  await (kind === "sweep" ? sweepOrders : reconcileOrders)(app, shop, never);
  const { finished, requested } = await readLastReconciliations(app.db, shop, kind);
  if (finished === null || finished.id !== requested?.id) throw new Error("it did not finish");
  return finished;
}

async function dirtyCustomers(): Promise<bigint[]> {
  const rows = await app.db.dirtyCustomer.findMany({ where: { shop } });
  return rows.map(({ customerId }) => customerId);
}

async function expectInStep(): Promise<void> {
  expect(await ledgerOf(app, shop)).toEqual(ordersOf(stage.simulated));
}

function buyer(atLeast = 1, nth = 0): Customer {
  const customers = [...stage.simulated.world.customers.values()];
  const found = customers.filter(({ orders }) => orders.length >= atLeast)[nth];
  if (found === undefined) throw new Error("the sample shop has such a customer");
  return found;
}

function anOrder(isWanted: (order: Order) => boolean): Order {
  const found = [...stage.simulated.world.orders.values()].find(isWanted);
  if (found === undefined) throw new Error("the sample shop has such an order");
  return found;
}

describe("a sweep", () => {
  test("repairs an order whose webhook was lost, and its customer is to be scored anew", async () => {
    const customer = buyer();
    const order = buy(stage.simulated.world, customer, 5_000);
    const sweep = await reconcile("sweep");
    await expectInStep();
    expect(sweep).toMatchObject({ ordersRepaired: 1, orderIds: [BigInt(order.id)], problem: null });
    expect(await dirtyCustomers()).toContain(BigInt(customer.id));
  });

  test("of a shop where nothing changed is one call of a few points, and fetches no order", async () => {
    await reconcile("sweep");
    const { traffic } = stage.simulated;
    const operations: string[] = [];
    const stop = traffic.onRequest(({ operation }) => operations.push(operation));
    const pointsBefore = traffic.points;
    const sweep = await reconcile("sweep");
    stop();
    expect(operations).toEqual(["query ListOrderStamps"]);
    expect(traffic.points - pointsBefore).toBeLessThan(75);
    expect(sweep).toMatchObject({ ordersRepaired: 0, orderIds: [] });
  });

  test("finds a refund that bears the same moment as the answer the ledger holds", async () => {
    const order = buy(stage.simulated.world, buyer(), 5_000);
    await reconcile("sweep");
    const { updatedAtMs } = order;
    refundOrder(stage.simulated.world, order, { amountMinor: 1_500 });
    order.updatedAtMs = updatedAtMs;
    expect(await reconcile("sweep")).toMatchObject({ ordersRepaired: 1 });
    await expectInStep();
  });

  test("goes back behind where the last one ended, for what Shopify's search showed late", async () => {
    const order = buy(stage.simulated.world, buyer(), 5_000);
    order.updatedAtMs -= 30 * 60_000;
    expect(await reconcile("sweep")).toMatchObject({ ordersRepaired: 1 });
    await expectInStep();
  });
});

describe("a full reconciliation", () => {
  test("finds an order that the shop has deleted, and leaves the others", async () => {
    const order = anOrder(({ customer }) => customer !== null);
    deleteOrder(stage.simulated.world, order);
    expect(await reconcile("sweep")).toMatchObject({ ordersDeleted: 0 });
    const full = await reconcile("full");
    expect(full).toMatchObject({ ordersDeleted: 1, orderIds: [BigInt(order.id)] });
    await expectInStep();
    expect(await dirtyCustomers()).toContain(BigInt(order.customer?.id ?? 0));
  });

  test("finds what a sweep cannot: an old order that changed, and one that is missing", async () => {
    const [changed, missing] = [...stage.simulated.world.orders.values()].slice(5, 7);
    if (changed === undefined || missing === undefined) throw new Error("there are more");
    await app.db.order.delete({ where: { shop_orderId: { shop, orderId: BigInt(missing.id) } } });
    await app.db.order.update({
      where: { shop_orderId: { shop, orderId: BigInt(changed.id) } },
      data: { refundedMinorUnits: 1n },
    });
    expect(await reconcile("full")).toMatchObject({ ordersRepaired: 2, ordersDeleted: 0 });
    await expectInStep();
  });

  test("moves a merged customer's orders, and forgets who is gone", async () => {
    const plan = planMerge(buyer(2), buyer(2, 1), {});
    mergeCustomers(stage.simulated.world, plan);
    expect(await reconcile("full")).toMatchObject({ customersForgotten: 1 });
    await retierDirtyCustomers(app, shop);
    await expectInStep();
    const where = { shop, customerId: BigInt(plan.deleted.id) };
    expect(await app.db.standing.count({ where })).toBe(0);
    expect(await app.db.dirtyCustomer.count({ where })).toBe(0);
  });

  test("leaves an order that came in after Shopify had listed the others", async () => {
    await askForReconciliation(app, app.db, shop, "full");
    const { requested } = await readLastReconciliations(app.db, shop, "full");
    if (requested === null) throw new Error("it was asked for");
    await prepareStamps(app, await app.adminOf(shop), requested, never);
    buy(stage.simulated.world, buyer(), 5_000);
    await reconcile("sweep");
    expect(await reconcile("full")).toMatchObject({ id: requested.id, ordersDeleted: 0 });
    await expectInStep();
  });

  test("whose list Shopify has thrown away meanwhile has another one made", async () => {
    await askForReconciliation(app, app.db, shop, "full");
    const { requested } = await readLastReconciliations(app.db, shop, "full");
    if (requested === null) throw new Error("it was asked for");
    await prepareStamps(app, await app.adminOf(shop), requested, never);
    const { clock } = stage.simulated.world;
    clock.advanceTo(new Date(clock.nowMs() + 8 * dayMs));
    // Shopify may still call it completed when its address answers no more.
    await expect(reconcileOrders(app, shop, never)).rejects.toThrow(/EXPIRED|bulk result/);
    expect(await reconcile("full")).toMatchObject({ id: requested.id, problem: null });
  });

  test("puts the next sweep after the moment at which it began", async () => {
    await app.db.shop.update({ where: { shop }, data: { ordersSweptUntil: new Date(0) } });
    await reconcile("full");
    const record = await app.db.shop.findUniqueOrThrow({ where: { shop } });
    expect(record.ordersSweptUntil).toEqual(await app.now());
  });
});

describe("without read_all_orders", () => {
  test("orders that are out of sight stay, and one in sight that was deleted goes", async ({
    onTestFinished,
  }) => {
    const limited = await openKillableStage({
      customers: 60,
      scopes: ["read_orders", "read_products", "write_customers"],
    });
    onTestFinished(limited.close);
    const { world } = limited.simulated;
    await importOrders(limited.app, shop, never);
    const oldest = (await limited.app.now()).getTime() - 60 * dayMs;
    const inSight = [...world.orders.values()].filter(({ createdAtMs }) => createdAtMs >= oldest);
    const [outOfSight] = [...world.orders.values()];
    const [deleted] = inSight.slice(-1);
    if (outOfSight === undefined || deleted === undefined) throw new Error("there are both");
    expect(await limited.app.db.order.count()).toBe(inSight.length);
    // Read when it was young, or when the app still might.
    await limited.app.db.$transaction((tx) =>
      saveOrders(tx, shop, [
        {
          orderId: BigInt(outOfSight.id),
          customerId: null,
          name: outOfSight.name,
          processedAt: new Date(outOfSight.processedAtMs),
          updatedAt: new Date(outOfSight.updatedAtMs),
          cancelledAt: null,
          test: false,
          totalMinorUnits: 100n,
          refundedMinorUnits: 0n,
        },
      ]),
    );
    deleteOrder(world, deleted);
    await askForReconciliation(limited.app, limited.app.db, shop, "full");
    await reconcileOrders(limited.app, shop, never);
    const { finished } = await readLastReconciliations(limited.app.db, shop, "full");
    expect(finished).toMatchObject({ ordersDeleted: 1, orderIds: [BigInt(deleted.id)] });
    expect(await limited.app.db.order.count()).toBe(inSight.length);
  });
});

describe("a worker that is killed", () => {
  const patience = { timeout: 180_000 };

  test(
    "half way through a sweep is followed by one that goes on, and counts no order twice",
    patience,
    async () => {
      // Or the worker would have this done beside the sweep.
      await settleDoubts(app, shop, never);
      const before = [...stage.simulated.world.orders.values()].slice(0, 120);
      for (const order of before) updateOrder(stage.simulated.world, order, { tags: ["seen"] });
      await askForReconciliation(app, app.db, shop, "sweep");
      await killOn([
        { call: "FetchOrders", before: "call" },
        { call: "FetchOrders", before: "answer" },
      ]);
      await expectDone("sweep", { ordersRepaired: before.length });
    },
  );

  test("half way through a full reconciliation, likewise", patience, async () => {
    const { world } = stage.simulated;
    const [deleted, ...changed] = [...world.orders.values()].slice(0, 60);
    if (deleted === undefined) throw new Error("there are more");
    for (const { id } of changed)
      await app.db.order.delete({ where: { shop_orderId: { shop, orderId: BigInt(id) } } });
    deleteOrder(world, deleted);
    await askForReconciliation(app, app.db, shop, "full");
    await killOn([
      { call: "ReadBulkOperation", before: "answer" },
      { call: "download", before: "answer" },
      { call: "FetchOrders", before: "answer" },
      { call: "FindExisting", before: "answer" },
    ]);
    await expectDone("full", { ordersRepaired: changed.length, ordersDeleted: 1 });
  });

  async function killOn(moments: readonly NetworkMoment[]): Promise<void> {
    stage.startWorker();
    for (const moment of moments) {
      await stage.killAt(moment);
      await stage.giveJobsBack();
      stage.startWorker();
    }
  }

  async function expectDone(kind: ReconciliationKind, expected: object): Promise<void> {
    await stage.settle();
    await stage.endWorker("SIGTERM");
    const { finished, requested } = await readLastReconciliations(app.db, shop, kind);
    expect(finished).toMatchObject({ id: requested?.id, ...expected });
    await expectInStep();
  }
});

test("the orders of somebody who asked to be forgotten are not given back to them", async () => {
  const { id, orders } = buyer(2);
  await app.db.$transaction((tx) => eraseCustomer(tx, shop, BigInt(id), new Date()));
  expect(await reconcile("full")).toMatchObject({ ordersRepaired: 0 });
  const where = { shop, orderId: { in: orders.map((order) => BigInt(order.id)) } };
  const held = await app.db.order.findMany({ where });
  expect(held.map(({ customerId }) => customerId)).toEqual(orders.map(() => null));
});
