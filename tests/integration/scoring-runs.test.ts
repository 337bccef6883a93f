import { afterEach, beforeEach, expect, test } from "vitest";
import { markDirty } from "../../app/persistence/dirty-customers.ts";
import { saveOrders, type LedgerOrder } from "../../app/persistence/orders.ts";
import { insertProgram } from "../../app/persistence/programs.ts";
import { saveInstallation } from "../../app/persistence/shops.ts";
import { defaultProgram } from "../../app/scoring/index.ts";
import { readCustomerPage } from "../../app/use-cases/pages/customer-page.ts";
import { listCustomers } from "../../app/use-cases/pages/customer-list.ts";
import { exportCustomers } from "../../app/use-cases/pages/export-customers.ts";
import { readHomePage } from "../../app/use-cases/pages/home-page.ts";
import { retierDirtyCustomers } from "../../app/use-cases/scoring/retier-dirty-customers.ts";
import { saveProgram } from "../../app/use-cases/scoring/save-program.ts";
import { scoreBase } from "../../app/use-cases/scoring/score-base.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";
import { everybody } from "../setup/everybody.ts";

const shop = "one.myshopify.com";
let app: TestApp;

beforeEach(async () => {
  app = await openTestApp();
  await saveInstallation(
    app.db,
    shop,
    { currencyCode: "GBP", timeZone: "Europe/London" },
    new Date(),
  );
  await insertProgram(app.db, shop, 1, defaultProgram, new Date());
});
afterEach(async () => {
  await app.close();
});

/** Customer n has n orders of n pounds each, the last one 10·(11 − n) days before the end of June. */
function tenCustomers(): LedgerOrder[] {
  return Array.from({ length: 10 }, (_, index) => index + 1).flatMap((customer) =>
    Array.from({ length: customer }, (_, nth) =>
      order(customer * 100 + nth, customer, 10 * (11 - customer) + nth, customer * 100),
    ),
  );
}

function order(id: number, customer: number, daysAgo: number, pence: number): LedgerOrder {
  const at = new Date(Date.parse("2026-06-30T12:00:00Z") - daysAgo * 86_400_000);
  return {
    orderId: BigInt(id),
    customerId: BigInt(customer),
    name: `#${id}`,
    processedAt: at,
    updatedAt: at,
    cancelledAt: null,
    test: false,
    totalMinorUnits: BigInt(pence),
    refundedMinorUnits: 0n,
  };
}

async function tiers(): Promise<Record<string, string | null>> {
  const rows = await app.db.standing.findMany({ where: { shop } });
  return Object.fromEntries(rows.map((row) => [String(row.customerId), row.tier]));
}

test("the whole base is put into the ladder of 20, 30 and 50 percent", async () => {
  await saveOrders(app.db, shop, tenCustomers());
  await scoreBase(app, shop, "import");
  expect(await tiers()).toEqual({
    1: "base",
    2: "base",
    3: "base",
    4: "base",
    5: "base",
    6: "growth",
    7: "growth",
    8: "growth",
    9: "core",
    10: "core",
  });
  expect(app.asked).toEqual(["publish", "renew-groups", "study-base"]);
});

test("scoring again decides nothing", async () => {
  await saveOrders(app.db, shop, tenCustomers());
  await scoreBase(app, shop, "import");
  await scoreBase(app, shop, "import");
  const runs = await app.db.run.findMany({ where: { shop }, orderBy: { finishedAt: "asc" } });
  expect(runs.map((run) => run.decisions)).toEqual([20, 0]);
});

test("an order moves its customer against the stored calibration, and nobody else", async () => {
  await saveOrders(app.db, shop, tenCustomers());
  await scoreBase(app, shop, "import");
  const before = await tiers();
  await saveOrders(app.db, shop, [order(9_001, 1, 0, 50_000), order(9_002, 1, 0, 50_000)]);
  await markDirty(app.db, shop, [1n]);
  await retierDirtyCustomers(app, shop);
  expect(await tiers()).toEqual({ ...before, 1: "core" });
  expect(await app.db.dirtyCustomer.count()).toBe(0);
  const [move] = (await readHomePage(app, shop)).summary?.recentMoves ?? [];
  expect(move).toMatchObject({ customerId: "1", from: "Base", to: "Core", direction: "up" });
});

test("whoever has no counted order left loses both labels at once", async () => {
  await saveOrders(app.db, shop, tenCustomers());
  await scoreBase(app, shop, "import");
  const refunded = { ...order(100, 1, 100, 100), refundedMinorUnits: 100n, updatedAt: new Date() };
  await saveOrders(app.db, shop, [refunded]);
  await markDirty(app.db, shop, [1n]);
  await retierDirtyCustomers(app, shop);
  expect((await tiers())["1"]).toBeNull();
  const page = await readCustomerPage(app, shop, "1");
  expect(page).toMatchObject({
    why: { automaticTier: null },
    orders: [{ notCountedBecause: "nothing-left" }],
  });
});

test("before the first calibration a customer stays marked and is not scored", async () => {
  await saveOrders(app.db, shop, [order(1, 1, 0, 100)]);
  await markDirty(app.db, shop, [1n]);
  await retierDirtyCustomers(app, shop);
  expect(await app.db.dirtyCustomer.count()).toBe(1);
  await scoreBase(app, shop, "import");
  expect(await app.db.dirtyCustomer.count()).toBe(0);
});

test("a saved program is a new version, and the second of two savers is told", async () => {
  await saveOrders(app.db, shop, tenCustomers());
  await scoreBase(app, shop, "import");
  const form = {
    windowDays: 365,
    weights: { recency: 2000, frequency: 3000, monetary: 5000 },
    tiers: [
      { key: "core", name: "Core", cutBp: 9000 },
      { key: "growth", name: "Growth", cutBp: 5000 },
      { key: "base", name: "Base", cutBp: 0 },
    ],
  };
  expect(await saveProgram(app, shop, form, 1)).toEqual({ kind: "saved", version: 2 });
  expect(await saveProgram(app, shop, { ...form, windowDays: 90 }, 1)).toEqual({
    kind: "conflict",
    liveVersion: 2,
  });
  await scoreBase(app, shop, "program-change");
  expect((await tiers())["9"]).toBe("growth");
});

test("a program that cannot be is refused with the place", async () => {
  const form = {
    windowDays: 0,
    weights: { recency: 2000, frequency: 3000, monetary: 6000 },
    tiers: [
      { key: "core", name: "", cutBp: 4000 },
      { key: "growth", name: "Growth", cutBp: 5000 },
      { key: "base", name: "Base", cutBp: 0 },
    ],
  };
  const result = await saveProgram(app, shop, form, 1);
  const fields = result.kind === "refused" ? result.problems.map(({ field }) => field) : [];
  expect(fields).toEqual(expect.arrayContaining(["windowDays", "weights", "tiers.0.name"]));
});

test.each([0, 1, 5])("every page reads for a shop of %i customers", async (customers) => {
  await saveOrders(
    app.db,
    shop,
    Array.from({ length: customers }, (_, n) => order(n + 1, n + 1, n, 100)),
  );
  await scoreBase(app, shop, "import");
  expect((await readHomePage(app, shop)).summary?.rankedCustomers).toBe(customers);
  expect((await listCustomers(app, shop, everybody)).rows).toHaveLength(customers);
});

test("paging goes through everybody once, forwards and back", async () => {
  await saveOrders(
    app.db,
    shop,
    Array.from({ length: 120 }, (_, n) => order(n + 1, n + 1, n % 7, 100 + (n % 3))),
  );
  await scoreBase(app, shop, "import");
  const first = await listCustomers(app, shop, everybody);
  const second = await listCustomers(app, shop, { ...everybody, cursor: first.nextCursor });
  const third = await listCustomers(app, shop, { ...everybody, cursor: second.nextCursor });
  const seen = [first, second, third].flatMap(({ rows }) =>
    rows.map(({ customerId }) => customerId),
  );
  expect(new Set(seen).size).toBe(120);
  expect(third.nextCursor).toBeNull();
  const back = await listCustomers(app, shop, { ...everybody, cursor: third.previousCursor });
  expect(back.rows).toEqual(second.rows);
  expect(
    (await listCustomers(app, shop, { ...everybody, cursor: back.previousCursor })).previousCursor,
  ).toBeNull();
});

test("an export names everybody once, in the order of the list, past the size of a part too", async () => {
  const orders = Array.from({ length: 2_100 }, (_, n) => order(n + 1, n + 1, n % 9, 100 + (n % 5)));
  await saveOrders(app.db, shop, orders);
  await scoreBase(app, shop, "import");
  const lines: string[] = [];
  for await (const text of exportCustomers(app, shop, everybody)) lines.push(text);
  const named = lines.slice(1).map((line) => line.split(",")[0]);
  expect(new Set(named).size).toBe(2_100);
  expect(named).toHaveLength(2_100);
  const first = await listCustomers(app, shop, everybody);
  expect(named.slice(0, 50)).toEqual(first.rows.map(({ customerId }) => customerId));
});

test("another shop's pages show nothing of this one", async () => {
  const other = "two.myshopify.com";
  await saveInstallation(
    app.db,
    other,
    { currencyCode: "EUR", timeZone: "Europe/Paris" },
    new Date(),
  );
  await insertProgram(app.db, other, 1, defaultProgram, new Date());
  await saveOrders(app.db, shop, tenCustomers());
  await scoreBase(app, shop, "import");
  await scoreBase(app, other, "import");
  expect(await readCustomerPage(app, other, "1")).toEqual({ kind: "unknown" });
  expect((await listCustomers(app, other, { ...everybody, search: "1" })).rows).toEqual([]);
  expect((await readHomePage(app, other)).summary?.rankedCustomers).toBe(0);
});

test("a customer of many orders is read a part at a time, every order once, the newest first", async () => {
  const many = Array.from({ length: 250 }, (_, index) => order(5_000 + index, 1, 250 - index, 100));
  await saveOrders(app.db, shop, [...tenCustomers(), ...many]);
  await scoreBase(app, shop, "import");
  const listed: string[] = [];
  let before: string | null = null;
  let pages = 0;
  do {
    const page = await readCustomerPage(app, shop, "1", before);
    if ("kind" in page) throw new Error("the customer is known");
    expect(page).toMatchObject({ orderCount: 251, countedOrders: 251 });
    listed.push(...page.orders.map(({ orderId }) => orderId));
    if (before !== null) expect(page.moves).toEqual([]);
    before = page.olderOrders;
    pages += 1;
  } while (before !== null);
  expect(pages).toBe(3);
  const stored = await app.db.order.findMany({
    where: { shop, customerId: 1n },
    orderBy: [{ processedAt: "desc" }, { orderId: "desc" }],
  });
  expect(listed).toEqual(stored.map(({ orderId }) => String(orderId)));
});
