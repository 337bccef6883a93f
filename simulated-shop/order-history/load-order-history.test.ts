import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadOrderHistory } from "./load-order-history.ts";

const SHOP = {
  name: "Shop",
  domain: "shop.myshopify.com",
  email: "",
  countryCode: "GB",
  plan: "standard",
} as const;
const HEADER =
  "Name,Email,Financial Status,Currency,Subtotal,Total,Created at,Cancelled at,Refunded Amount,Discount Code,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Id,Billing Name,Accepts Marketing,Shipping Country,Tags";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "order-history-"));
});
afterAll(() => rm(directory, { recursive: true }));

async function load(rows: readonly string[], options: { asOf?: string } = {}) {
  const file = path.join(directory, "orders.csv");
  await writeFile(file, `${[HEADER, ...rows].join("\n")}\n`);
  return loadOrderHistory({ file, shop: SHOP, ...options });
}

const ADA =
  '#1001,ada@example.com,partially_refunded,GBP,30.00,33.00,2026-01-05 10:00:00 +0000,,3.50,WELCOME10,2,Mug,10.00,M1,5001,Ada Example,yes,GB,"gift, VIP"';
const ADA_SECOND_LINE =
  "#1001,ada@example.com,,,,,2026-01-05 10:00:00 +0000,,,,1,Plate,10.00,P1,,,,,";
const GUEST =
  "#1002,,paid,GBP,10.00,10.00,2026-02-01 09:00:00 +0000,,0.00,,1,Mug,10.00,M1,,,no,DE,";
const ADA_AGAIN =
  "#1003,ada@example.com,refunded,GBP,10.00,10.00,2026-01-02 09:00:00 +0000,2026-01-03 09:00:00 +0000,10.00,,1,Mug,12.00,M1,9223372036854775000,,no,GB,";

describe("an order export becomes a shop", () => {
  test("orders, customers, guests and products", async () => {
    const world = await load([ADA, ADA_SECOND_LINE, GUEST, ADA_AGAIN]);
    expect(world.orders.size).toBe(3);
    expect([...world.customers.values()]).toMatchObject([
      { email: "ada@example.com", firstName: "Ada", lastName: "Example", acceptsMarketing: true },
    ]);
    expect([...world.products.values()].map(({ title, sku }) => [title, sku])).toEqual([
      ["Mug", "M1"],
      ["Plate", "P1"],
    ]);
    const order = world.orders.get(5001);
    expect(order).toMatchObject({
      name: "#1001",
      totalMinor: 3300,
      tags: ["gift", "VIP"],
      discountCodes: ["WELCOME10"],
      financialStatus: "partially_refunded",
    });
    expect(order?.refunds).toMatchObject([
      { amountMinor: 350, createdAtMs: Date.parse("2026-01-05T10:00:00Z") },
    ]);
    expect(
      order?.lineItems.map((line) => [line.product.title, line.quantity, line.unitPriceMinor]),
    ).toEqual([
      ["Mug", 2, 1000],
      ["Plate", 1, 1000],
    ]);
  });

  test("a customer's orders are in the order of their dates, a guest's belong to nobody", async () => {
    const world = await load([ADA, ADA_SECOND_LINE, GUEST, ADA_AGAIN]);
    const [ada] = world.customers.values();
    expect(ada?.orders.map((order) => order.name)).toEqual(["#1003", "#1001"]);
    expect(
      [...world.orders.values()]
        .filter((order) => order.customer === null)
        .map((order) => order.name),
    ).toEqual(["#1002"]);
  });

  test("ids are the same on every load, and derived where the export's is none or too large", async () => {
    const first = await load([ADA, ADA_SECOND_LINE, GUEST, ADA_AGAIN]);
    const longer = await load([
      GUEST,
      ADA,
      ADA_SECOND_LINE,
      ADA_AGAIN,
      GUEST.replace("#1002", "#1004"),
    ]);
    const idOf = (world: typeof first, name: string) =>
      [...world.orders.values()].find((order) => order.name === name)?.id;
    expect(idOf(first, "#1002")).toBe(idOf(longer, "#1002"));
    expect(Number.isSafeInteger(idOf(first, "#1003"))).toBe(true);
    expect([...first.customers.keys()]).toEqual([...longer.customers.keys()]);
  });

  test("the clock stands at the end of the last order's day, or of the day asked for", async () => {
    expect((await load([ADA, GUEST])).clock.now().toISOString()).toBe("2026-02-01T23:59:59.000Z");
    expect((await load([ADA, GUEST], { asOf: "2026-03-01" })).clock.now().toISOString()).toBe(
      "2026-03-01T23:59:59.000Z",
    );
  });

  test("a new order goes on after the numbers and ids of the file", async () => {
    const world = await load([ADA, GUEST]);
    expect(world.nextOrderNumber).toBe(1003);
    expect(world.orders.has(world.ids.take("Order"))).toBe(false);
  });

  test("a bad line is told with its place", async () => {
    await expect(load([ADA, GUEST.replace("10.00,2026", "x,2026")])).rejects.toThrow(
      /orders\.csv.*line 3.*Total/s,
    );
  });
});

const RETAIL = fileURLToPath(
  new URL("../../../shared/data/online-retail.orders_export.csv.gz", import.meta.url),
);

test.skipIf(!existsSync(RETAIL))(
  "the online retail export loads whole, and fast enough",
  async () => {
    const startedAtMs = performance.now();
    const world = await loadOrderHistory({ file: RETAIL, shop: SHOP });
    expect([world.customers.size, world.orders.size]).toEqual([4338, 19_959]);
    expect(performance.now() - startedAtMs).toBeLessThan(20_000);
  },
);
