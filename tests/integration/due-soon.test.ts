/** Who is due to change within 30 days, as the pages list, count and export them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertProgram } from "../../app/persistence/programs.ts";
import { saveInstallation } from "../../app/persistence/shops.ts";
import { calendarDayOf, defaultProgram } from "../../app/scoring/index.ts";
import { listCustomers, type CustomerListQuery } from "../../app/use-cases/pages/customer-list.ts";
import { readDueSoon } from "../../app/use-cases/pages/due-soon.ts";
import { exportDueSoon } from "../../app/use-cases/pages/export-due-soon.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";
import { everybody } from "../setup/everybody.ts";

const shop = "one.myshopify.com";
const timeZone = "Pacific/Auckland";
/** There it is 1 July already. */
const now = new Date("2026-06-30T13:00:00Z");
const today = calendarDayOf(now, timeZone);
const customers = 130;

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  app.setNow(now);
  for (const each of [shop, "two.myshopify.com"]) {
    await saveInstallation(app.db, each, { currencyCode: "NZD", timeZone }, now);
    await insertProgram(app.db, each, 1, defaultProgram, now);
    await app.db.standing.createMany({
      data: Array.from({ length: customers }, (_, index) => standing(each, index)),
    });
  }
});
afterAll(() => app.close());

/** Every third changes in tier and group, every third in group only, the others never; many on one day, most within 30 days. */
function standing(of: string, index: number) {
  const next =
    index % 3 === 2
      ? {}
      : {
          nextChangeDay: today + (index % 40),
          nextTier: index % 3 === 0 ? "growth" : "core",
          nextGroup: "dormant",
        };
  return {
    ...{ shop: of, customerId: BigInt(1000 - index), tier: "core", group: "high-value" },
    ...{ countedOrders: 1, netMinorUnits: 500, windowOrders: 1, windowNetMinorUnits: 250 },
    ...next,
  };
}

function dueIds(): string[] {
  return Array.from({ length: customers }, (_, index) => standing(shop, index))
    .filter(({ nextChangeDay = Infinity }) => nextChangeDay <= today + 30)
    .sort(
      (a, b) =>
        Number(a.nextChangeDay) - Number(b.nextChangeDay) || Number(a.customerId - b.customerId),
    )
    .map(({ customerId }) => String(customerId));
}

test("pages go forth and back through everybody who is due, the soonest first, and nobody else", async () => {
  const first = await readDueSoon(app, shop, null);
  const second = await readDueSoon(app, shop, first.nextCursor);
  expect([...first.rows, ...second.rows].map(({ customerId }) => customerId)).toEqual(dueIds());
  expect(second.nextCursor).toBeNull();
  const back = await readDueSoon(app, shop, second.previousCursor);
  expect(back.rows).toEqual(first.rows);
  expect(back.previousCursor).toBeNull();
  expect(first.rows[0]?.change.on).toBe("2026-07-01");
  expect(first.untilDay).toBe("2026-07-31");
});

test("totals count tiers lost, groups changed and the money of those who are due", async () => {
  const { totals } = await readDueSoon(app, shop, null);
  expect(totals.customers).toBe(dueIds().length);
  expect(totals.down + totals.sideways).toBe(totals.customers);
  expect(totals.down).toBeGreaterThan(0);
  expect(totals.windowNetMinorUnits).toBe(250 * totals.customers);
});

test("the export has all of them in the same order", async () => {
  const lines: string[] = [];
  for await (const line of exportDueSoon(app, shop)) lines.push(line);
  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(dueIds());
  expect(lines).toContain("1000,2026-07-01,Core,Growth,High value,Dormant,2.50\r\n");
});

test("the customer list shows whoever moves soon, and sorts by when", async () => {
  const query: CustomerListQuery = {
    ...everybody,
    view: "soon",
    sort: "next-change",
    direction: "ascending",
  };
  const list = await listCustomers(app, shop, query);
  expect(list.matching).toBe(dueIds().length);
  expect(list.rows.map(({ customerId }) => customerId)).toEqual(dueIds().slice(0, 50));
  expect(list.rows[0]?.nextChange).toEqual({
    on: "2026-07-01",
    tier: { from: "Core", to: "Growth", direction: "down" },
    group: { from: "High value", to: "Dormant" },
  });
});

test("a cursor of nonsense gives the first page", async () => {
  const first = await readDueSoon(app, shop, null);
  for (const cursor of ["", "after", "after_1", "sideways_1_2", "after_x_y"])
    expect((await readDueSoon(app, shop, cursor)).rows).toEqual(first.rows);
});
