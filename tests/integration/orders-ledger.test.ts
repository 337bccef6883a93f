import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectDatabase } from "../../app/persistence/database.ts";
import {
  noteImport,
  readOrderImport,
  startOrderImport,
} from "../../app/persistence/order-imports.ts";
import { saveImportedLines, type LedgerLine } from "../../app/persistence/order-lines.ts";
import { readHistories } from "../../app/persistence/order-histories.ts";
import {
  deleteOrders,
  saveImportedOrders,
  saveOrders,
  type IncomingOrder,
} from "../../app/persistence/orders.ts";
import {
  clearDirtyMarks,
  markDirty,
  readDirtyMarks,
} from "../../app/persistence/dirty-customers.ts";
import { eraseCustomer } from "../../app/persistence/erase-customer.ts";
import {
  doubtOrdersOf,
  readDoubtedOrders,
  takeBackDoubts,
} from "../../app/persistence/order-doubts.ts";
import { createTestDatabase, type TestDatabase } from "../setup/test-database.ts";
import { waitFor } from "../setup/wait-for.ts";

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
function order(orderId: bigint, changes: Partial<IncomingOrder> = {}): IncomingOrder {
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
  expect(held).toMatchObject(newer);
});

describe("two answers of the same moment with other content", () => {
  test("are a reason to ask again, and the same content is none", async () => {
    await saveOrders(db, shop, [order(3n)]);
    await saveOrders(db, shop, [order(3n)]);
    expect(await readDoubtedOrders(db, shop, 10)).toEqual([]);
    expect(await saveOrders(db, shop, [order(3n, { refundedMinorUnits: 1n })])).toEqual([7n]);
    const [doubt] = await readDoubtedOrders(db, shop, 10);
    expect(doubt?.orderId).toBe(3n);
  });

  test("are settled by the answer asked for after both, unless another came meanwhile", async () => {
    const seen = await readDoubtedOrders(db, shop, 10);
    await saveOrders(db, shop, [order(3n, { refundedMinorUnits: 2n })]);
    expect(await takeBackDoubts(db, shop, seen)).toEqual(new Set());
    const anew = await readDoubtedOrders(db, shop, 10);
    expect(await takeBackDoubts(db, shop, anew)).toEqual(new Set([3n]));
    await saveOrders(db, shop, [order(3n, { refundedMinorUnits: 3n })], "settles");
    expect(await readDoubtedOrders(db, shop, 10)).toEqual([]);
    const [held] = (await readHistories(db, shop, [7n])).filter(({ orderId }) => orderId === 3n);
    expect(held?.refundedMinorUnits).toBe(3n);
  });

  test("a doubt outlives a newer answer, which may have been asked for before it", async () => {
    await saveOrders(db, shop, [order(30n, { customerId: 9n })]);
    expect(await doubtOrdersOf(db, shop, 9n)).toBe(1);
    await saveOrders(db, shop, [order(30n, { ...later, customerId: 9n })]);
    const doubts = await readDoubtedOrders(db, shop, 10);
    expect(doubts.map(({ orderId }) => orderId)).toEqual([30n]);
    await takeBackDoubts(db, shop, doubts);
  });
});

test("a deleted order does not come back with an answer that was on its way, whoever is first", async () => {
  await saveOrders(db, shop, [order(31n, { lines: [line(1n)] })]);
  expect(await deleteOrders(db, shop, [31n])).toEqual([7n]);
  expect(await saveOrders(db, shop, [order(31n, { ...later, lines: [line(1n)] })])).toEqual([]);
  expect(await linesOf(31n)).toEqual([]);

  const deletion = await db.$transaction(async (tx) => {
    await saveOrders(tx, shop, [order(32n)]);
    const waiting = db.$transaction((other) => deleteOrders(other, shop, [32n]));
    await waitFor("the deletion to wait for the writer", async () => {
      const locks = await db.$queryRaw<unknown[]>`
        SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
        WHERE NOT l.granted AND l.locktype = 'advisory' AND d.datname = current_database()`;
      return locks.length > 0;
    });
    return { waiting };
  });
  expect(await deletion.waiting).toEqual([7n]);
  expect(await db.order.count({ where: { shop, orderId: 32n } })).toBe(0);
});

test("an order that changes hands touches both customers", async () => {
  await saveOrders(db, shop, [order(4n)]);
  const moved = order(4n, { customerId: 8n, updatedAt: new Date("2026-03-03T00:00:00Z") });
  expect((await saveOrders(db, shop, [moved])).sort()).toEqual([7n, 8n]);
});

test("ids beyond the exact range of a number survive", async () => {
  const orderId = 9_007_199_254_740_993n;
  await saveOrders(db, shop, [order(orderId, { customerId: orderId })]);
  expect(await readHistories(db, shop, [orderId])).toMatchObject([
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

function line(lineId: bigint, changes: Partial<LedgerLine> = {}): LedgerLine {
  const product = {
    productId: 5n,
    title: "Tea",
    handle: "tea",
    productType: "Drinks",
    vendor: "Leaf",
  };
  const amounts = { unitMinorUnits: 500n, netMinorUnits: 900n };
  return {
    lineId,
    product,
    isGiftCard: false,
    quantity: 2,
    returnedQuantity: 0,
    ...amounts,
    ...changes,
  };
}

async function linesOf(orderId: bigint): Promise<bigint[]> {
  const rows = await db.orderLine.findMany({
    where: { shop, orderId },
    orderBy: { lineId: "asc" },
  });
  return rows.map(({ lineId }) => lineId);
}

const later = { updatedAt: new Date("2026-04-01T00:00:00Z") };

test("lines belong to a version of their order: a newer one replaces all, an older one none", async () => {
  await saveOrders(db, shop, [order(20n, { lines: [line(1n), line(2n)] })]);
  await saveOrders(db, shop, [order(20n, { ...later, lines: [line(2n), line(3n)] })]);
  expect(await linesOf(20n)).toEqual([2n, 3n]);
  await saveOrders(db, shop, [order(20n, { lines: [line(1n), line(2n)] })]);
  expect(await linesOf(20n)).toEqual([2n, 3n]);
});

test("an order's lines go with it, and stay in another shop", async () => {
  await saveOrders(db, shop, [order(21n, { lines: [line(1n)] })]);
  await deleteOrders(db, "two.myshopify.com", [21n]);
  expect(await linesOf(21n)).toEqual([1n]);
  await deleteOrders(db, shop, [21n]);
  expect(await linesOf(21n)).toEqual([]);
});

test("a product is as the last order says", async () => {
  const renamed = {
    productId: 6n,
    title: "Green tea",
    handle: "green-tea",
    productType: "Drinks",
    vendor: "Leaf",
  };
  await saveOrders(db, shop, [order(22n, { lines: [line(1n, { product: renamed })] })]);
  const again = { ...renamed, productType: "Teas" };
  await saveOrders(db, shop, [order(23n, { lines: [line(1n, { product: again })] })]);
  const held = await db.product.findMany({ where: { shop, productId: 6n } });
  expect(held.map(({ productType }) => productType)).toEqual(["Teas"]);
});

test("lines that an import reads after an order has changed are of an older version, and left out", async () => {
  const startedAt = new Date("2026-05-01T00:00:00Z");
  await saveImportedOrders(db, shop, [order(24n), order(25n)], startedAt);
  await saveOrders(db, shop, [order(25n, { ...later, lines: [line(9n)] })]);
  const lines = [24n, 25n].flatMap((orderId) => [
    { orderId, line: line(1n) },
    { orderId, line: line(2n) },
  ]);
  await saveImportedLines(db, shop, lines.slice(0, 3), startedAt);
  await saveImportedLines(db, shop, lines.slice(2), startedAt);
  expect(await linesOf(24n)).toEqual([1n, 2n]);
  expect(await linesOf(25n)).toEqual([9n]);
});

test("an import that begins anew after one broke off adds the lines that are missing", async () => {
  const first = new Date("2026-05-01T00:00:00Z");
  await startOrderImport(db, shop, first);
  await saveImportedOrders(db, shop, [order(26n), order(27n)], first);
  await saveImportedLines(db, shop, [{ orderId: 26n, line: line(1n) }], first);
  const second = new Date("2026-05-02T00:00:00Z");
  await startOrderImport(db, shop, second);
  await saveImportedOrders(db, shop, [order(26n), order(27n, later)], second);
  const lines = [26n, 27n].flatMap((orderId) =>
    [1n, 2n].map((lineId) => ({ orderId, line: line(lineId) })),
  );
  await saveImportedLines(db, shop, lines, second);
  expect(await linesOf(26n)).toEqual([1n, 2n]);
  expect(await linesOf(27n)).toEqual([1n, 2n]);
});

test("an import after one that ended writes the orders that changed, and no other", async () => {
  const [first, second] = [new Date("2026-05-03T00:00:00Z"), new Date("2026-05-04T00:00:00Z")];
  await startOrderImport(db, shop, first);
  await saveImportedOrders(db, shop, [order(28n), order(29n)], first);
  const lines = [28n, 29n].map((orderId) => ({ orderId, line: line(1n) }));
  await saveImportedLines(db, shop, lines, first);
  const importing = await readOrderImport(db, shop);
  if (importing !== null) await noteImport(db, importing, { finishedAt: first });
  await startOrderImport(db, shop, second);
  await saveImportedOrders(db, shop, [order(28n), order(29n, later)], second);
  const inSecond = [28n, 29n].map((orderId) => ({ orderId, line: line(2n) }));
  await saveImportedLines(db, shop, inSecond, second);
  expect([await linesOf(28n), await linesOf(29n)]).toEqual([[1n], [2n]]);
  const held = await db.order.findMany({ where: { shop, orderId: { in: [28n, 29n] } } });
  expect(new Map(held.map(({ orderId, linesByImport }) => [orderId, linesByImport]))).toEqual(
    new Map([
      [28n, first],
      [29n, second],
    ]),
  );
});

test("an order of somebody who was forgotten stays nobody's, however often Shopify says whose it was", async () => {
  const context = {
    countryCode: "GB",
    channel: "web",
    firstSource: "google",
    lastSource: null,
    usedDiscount: false,
    discountMinorUnits: 0n,
    presentmentCurrency: null,
    paymentGateways: [],
    shippingMethod: null,
  };
  const whole = { customerId: 40n, context, lines: [line(1n)] };
  await saveOrders(db, shop, [order(40n, whole)]);
  await db.$transaction((tx) => eraseCustomer(tx, shop, 40n, new Date()));
  await saveOrders(db, shop, [order(40n, whole)]);
  const refunded = { ...whole, ...later, refundedMinorUnits: 300n };
  expect(await saveOrders(db, shop, [order(40n, refunded)])).toEqual([]);
  const imported = new Date("2026-05-09T00:00:00Z");
  const muchLater = { ...refunded, updatedAt: new Date("2026-04-02T00:00:00Z") };
  await saveImportedOrders(db, shop, [order(40n, muchLater)], imported);
  await saveImportedLines(db, shop, [{ orderId: 40n, line: line(1n) }], imported);
  expect(await db.order.findFirst({ where: { shop, orderId: 40n } })).toMatchObject({
    customerId: null,
    countryCode: null,
    channel: null,
    firstSource: null,
    refundedMinorUnits: 300n,
  });
  expect(await linesOf(40n)).toEqual([]);
  expect(await readDoubtedOrders(db, shop, 10)).toEqual([]);
});
