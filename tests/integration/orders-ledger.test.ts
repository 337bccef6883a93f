import { afterAll, beforeAll, expect, test } from "vitest";
import { connectDatabase } from "../../app/persistence/database.ts";
import {
  deleteOrders,
  readHistories,
  saveOrders,
  type LedgerOrder,
} from "../../app/persistence/orders.ts";
import {
  clearDirtyMarks,
  markDirty,
  readDirtyMarks,
} from "../../app/persistence/dirty-customers.ts";
import { createTestDatabase, type TestDatabase } from "../setup/test-database.ts";

let database: TestDatabase;
let db: ReturnType<typeof connectDatabase>;

beforeAll(async () => {
  database = await createTestDatabase();
  db = connectDatabase(database.url);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const shop = "one.myshopify.com";
function order(orderId: bigint, changes: Partial<LedgerOrder> = {}): LedgerOrder {
  return {
    orderId,
    customerId: 7n,
    name: `#${orderId}`,
    processedAt: new Date("2026-03-01T10:00:00Z"),
    updatedAt: new Date("2026-03-01T10:00:00Z"),
    cancelledAt: null,
    test: false,
    totalMinorUnits: 1_000n,
    refundedMinorUnits: 0n,
    ...changes,
  };
}

test("an order written twice changes somebody's history once", async () => {
  expect(await saveOrders(db, shop, [order(1n)])).toEqual([7n]);
  expect(await saveOrders(db, shop, [order(1n)])).toEqual([]);
});

test("an older answer never overwrites a newer one", async () => {
  const newer = order(2n, {
    updatedAt: new Date("2026-03-02T00:00:00Z"),
    refundedMinorUnits: 400n,
  });
  await saveOrders(db, shop, [newer]);
  expect(await saveOrders(db, shop, [order(2n)])).toEqual([]);
  const [held] = (await readHistories(db, shop, [7n])).filter(({ orderId }) => orderId === 2n);
  expect(held).toEqual(newer);
});

test("an answer of the same moment with other content is stored", async () => {
  await saveOrders(db, shop, [order(3n)]);
  expect(await saveOrders(db, shop, [order(3n, { refundedMinorUnits: 1n })])).toEqual([7n]);
});

test("an order that changes hands touches both customers", async () => {
  await saveOrders(db, shop, [order(4n)]);
  const moved = order(4n, { customerId: 8n, updatedAt: new Date("2026-03-03T00:00:00Z") });
  expect((await saveOrders(db, shop, [moved])).sort()).toEqual([7n, 8n]);
});

test("ids beyond the exact range of a number survive", async () => {
  const orderId = 9_007_199_254_740_993n;
  await saveOrders(db, shop, [order(orderId, { customerId: orderId })]);
  expect(await readHistories(db, shop, [orderId])).toEqual([
    order(orderId, { customerId: orderId }),
  ]);
});

test("a guest's order is kept and is nobody's history", async () => {
  expect(await saveOrders(db, shop, [order(5n, { customerId: null })])).toEqual([]);
  expect((await db.order.findMany({ where: { shop, customerId: null } })).length).toBe(1);
});

test("another shop's orders can neither be read nor deleted", async () => {
  await saveOrders(db, shop, [order(6n)]);
  expect(await readHistories(db, "two.myshopify.com", [7n])).toEqual([]);
  expect(await deleteOrders(db, "two.myshopify.com", [6n])).toEqual([]);
  expect(await deleteOrders(db, shop, [6n])).toEqual([7n]);
});

test("clearing marks keeps the customer who was marked again meanwhile", async () => {
  await markDirty(db, shop, [1n, 2n]);
  await db.$transaction(async (tx) => {
    const marks = await readDirtyMarks(tx, shop, null);
    await markDirty(db, shop, [2n]);
    await clearDirtyMarks(tx, shop, marks);
  });
  const left = await db.$transaction((tx) => readDirtyMarks(tx, shop, null));
  expect(left.map(({ customerId }) => customerId)).toEqual([2n]);
});
