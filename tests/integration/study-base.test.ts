/** From a shop's orders with what was in them to what is expected of each customer, over HTTP and in the database. */
import papaparse from "papaparse";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CustomerRows } from "../../app/persistence/customer-rows.ts";
import { readNextHandles } from "../../app/persistence/next-products.ts";
import { readOutlook } from "../../app/persistence/outlooks.ts";
import { findInstalledShop } from "../../app/persistence/shops.ts";
import { netMoney, riskLevels, traitKeys, type Baskets } from "../../app/scoring/index.ts";
import { listCustomers } from "../../app/use-cases/pages/customer-list.ts";
import { exportCustomers } from "../../app/use-cases/pages/export-customers.ts";
import { readBaseBaskets } from "../../app/use-cases/scoring/read-base-baskets.ts";
import { studyBase } from "../../app/use-cases/scoring/study-base.ts";
import type { Order } from "../../simulated-shop/world/order.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";
import { everybody } from "../setup/everybody.ts";

let stage: TestStage;

beforeAll(async () => {
  stage = await openTestStage({ customers: 150 });
  await install(stage);
});
afterAll(() => stage.close());

function worldOrders(): Order[] {
  return [...stage.simulated.world.orders.values()];
}

test("every line of every order is imported, once, with its product", async () => {
  const expected = worldOrders().reduce((sum, { lineItems }) => sum + lineItems.length, 0);
  expect(expected).toBeGreaterThan(100);
  const lines = await stage.app.db.orderLine.findMany();
  expect(lines).toHaveLength(expected);
  const sold = new Set(lines.map(({ productId }) => productId).filter((id) => id !== null));
  expect(await stage.app.db.product.count()).toBe(sold.size);
  const goods = worldOrders().flatMap(({ lineItems }) =>
    lineItems.map(({ quantity, unitPriceMinor }) => quantity * unitPriceMinor),
  );
  const held = lines.map(({ quantity, unitMinorUnits }) => quantity * Number(unitMinorUnits));
  expect(total(held)).toBe(total(goods));
});

test("orders keep how they came about", async () => {
  const orders = await stage.app.db.order.findMany();
  const byId = new Map(orders.map((order) => [Number(order.orderId), order]));
  for (const order of worldOrders()) {
    expect(byId.get(order.id)).toMatchObject({
      channel: order.sourceName,
      discountMinorUnits: BigInt(order.discountMinor),
      usedDiscount: order.discountCodes.length > 0 || order.discountMinor > 0,
    });
  }
  expect(orders.some(({ usedDiscount }) => usedDiscount)).toBe(true);
  expect(orders.some(({ countryCode }) => countryCode !== null)).toBe(true);
});

async function basketsOf(customerIds: bigint[] | null): Promise<Baskets> {
  const { db } = stage.app;
  return db.$transaction(async (tx) => {
    const shop = await findInstalledShop(tx, stage.shop);
    if (shop === null) throw new Error("the shop is installed");
    return readBaseBaskets(db, tx, shop, customerIds, new CustomerRows(), netMoney);
  });
}

test("baskets hold the counted orders of everybody, or of the customers asked for", async () => {
  const everybody = await basketsOf(null);
  const standings = await stage.app.db.standing.findMany({ where: { tier: { not: null } } });
  const counted = standings.reduce((sum, { countedOrders }) => sum + countedOrders, 0);
  expect(everybody.orders.day).toHaveLength(counted);
  expect(total(everybody.orders.netMinor)).toBe(
    standings.reduce((sum, { netMinorUnits }) => sum + Number(netMinorUnits), 0),
  );
  expect(everybody.productTypes.length).toBeGreaterThan(1);
  const [one] = standings;
  const own = await basketsOf(one === undefined ? [] : [one.customerId]);
  expect(own.customerCount).toBe(1);
  expect(own.orders.day).toHaveLength(one?.countedOrders ?? 0);
});

test("everybody ranked has an outlook after the import, and studying again changes no row", async () => {
  const { db } = stage.app;
  const ranked = await db.standing.count({ where: { tier: { not: null } } });
  const outlooks = await db.outlook.findMany({ orderBy: { customerId: "asc" } });
  expect(outlooks).toHaveLength(ranked);
  expect(outlooks.every(({ riskLevel }) => riskLevel !== null)).toBe(true);
  for (const { pBuy90d, pBuy180d, expectedSpend365d } of outlooks) {
    expect(pBuy90d).toBeGreaterThanOrEqual(0);
    expect(pBuy180d).toBeGreaterThanOrEqual(pBuy90d ?? 1);
    expect(pBuy180d).toBeLessThanOrEqual(1);
    expect(expectedSpend365d).toBeGreaterThanOrEqual(0);
  }
  await studyBase(stage.app, stage.shop);
  expect(await db.outlook.findMany({ orderBy: { customerId: "asc" } })).toEqual(outlooks);
  const calibration = await db.calibration.findFirst({ orderBy: { createdAt: "desc" } });
  expect(calibration?.study).toMatchObject({ models: { kind: "fitted" }, behaviour: {} });
});

test("the customer list is narrowed to a risk and a trait, on the page, in its counts and in the export", async () => {
  const { app, shop } = stage;
  const outlooks = await app.db.outlook.findMany();
  const riskOf = new Map(outlooks.map(({ customerId, riskLevel }) => [customerId, riskLevel]));
  const traitsOf = new Map(outlooks.map(({ customerId, traits }) => [customerId, traits]));
  let narrowed = 0;
  for (const risk of riskLevels) {
    for (const trait of [null, ...traitKeys]) {
      const query = { ...everybody, risk, trait };
      const wanted = [...riskOf.keys()].filter(
        (id) => riskOf.get(id) === risk && (trait === null || traitsOf.get(id)?.includes(trait)),
      );
      const list = await listCustomers(app, shop, query);
      expect(list.matching).toBe(wanted.length);
      expect(list.rows).toHaveLength(Math.min(50, wanted.length));
      const exported = [];
      for await (const line of exportCustomers(app, shop, query))
        exported.push(line.split(",")[0] ?? "");
      expect(exported.slice(1).toSorted()).toEqual(wanted.map(String).toSorted());
      if (trait !== null && wanted.length > 0) narrowed++;
    }
  }
  expect(narrowed).toBeGreaterThan(0);
});

test("the export says what is expected of each customer, and of how they buy", async () => {
  const { app, shop } = stage;
  const lines: string[] = [];
  for await (const line of exportCustomers(app, shop, everybody)) lines.push(line);
  const { data } = papaparse.parse<Record<string, string>>(lines.join(""), {
    header: true,
    skipEmptyLines: true,
  });
  const outlooks = await app.db.outlook.findMany();
  const byCustomer = new Map(data.map((row) => [row["customer_id"], row]));
  for (const outlook of outlooks) {
    const { riskLevel, traits, pBuy90d, expectedSpend365d, nextOrderOn } = outlook;
    expect(byCustomer.get(String(outlook.customerId))).toMatchObject({
      rhythm: riskLevel ?? "",
      traits: traits.join("|"),
      p_buy_90d: pBuy90d?.toFixed(4) ?? "",
      expected_spend_365d:
        expectedSpend365d === null ? "" : (Math.round(expectedSpend365d) / 100).toFixed(2),
      next_order_at: nextOrderOn?.toISOString().slice(0, 10) ?? "",
    });
  }
});

test("what to offer next is told by handle, best first, without what was bought since", async () => {
  const { db } = stage.app;
  const products = await db.product.findMany({ orderBy: { productId: "desc" } });
  const order = await db.order.findFirstOrThrow({ where: { customerId: { not: null } } });
  const customerId = order.customerId ?? 0n;
  const itsLines = { orderId: order.orderId };
  const bought = await db.orderLine.findMany({ where: itsLines });
  // More are few in so small a shop, and what they are is the engine's business.
  const others = products.filter(({ productId }) => bought.every((l) => l.productId !== productId));
  const [first, second, third] = others;
  if (first === undefined || second === undefined || third === undefined) throw new Error("few");
  await db.order.deleteMany({ where: { customerId, NOT: itsLines } });
  const crossSell = [second, first, third].map(({ productId }) => String(productId));
  await db.outlook.updateMany({ where: { customerId }, data: { crossSell } });
  await db.product.updateMany({ where: { productId: third.productId }, data: { handle: "" } });

  const offered = async () => (await readNextHandles(db, stage.shop, [customerId])).get(customerId);
  expect(first.handle).toMatch(/^[a-z0-9-]+$/);
  expect(await offered()).toEqual([second.handle, first.handle]);
  await db.orderLine.updateMany({ where: itsLines, data: { productId: second.productId } });
  expect(await offered()).toEqual([first.handle]);
});

test("whoever was forgotten while the base was studied gets no outlook", async () => {
  const { db } = stage.app;
  const [standing] = await db.standing.findMany({ where: { tier: { not: null } }, take: 1 });
  const customerId = standing?.customerId ?? 0n;
  expect(await readOutlook(db, stage.shop, customerId)).not.toBeNull();
  // As when the request comes in after the orders were read.
  await db.standing.deleteMany({ where: { customerId } });
  await db.outlook.deleteMany({ where: { customerId } });
  await studyBase(stage.app, stage.shop);
  expect(await readOutlook(db, stage.shop, customerId)).toBeNull();
});

test("lines of an app that sells below nothing keep nobody from being studied", async () => {
  const { db } = stage.app;
  const [line] = await db.orderLine.findMany({ where: { quantity: 1 }, take: 1 });
  const { lineId = 0n } = line ?? {};
  const below = { unitMinorUnits: -90_000_000n, netMinorUnits: -90_000_000n };
  await db.orderLine.updateMany({ where: { lineId }, data: below });
  await db.outlook.deleteMany();
  await studyBase(stage.app, stage.shop);
  expect(await db.outlook.count()).toBe(
    await db.standing.count({ where: { tier: { not: null } } }),
  );
});

function total(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}
