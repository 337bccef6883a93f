/** From the installation to what the shop holds afterwards: once, again without any change, and taken back. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startOrderImport } from "../../app/persistence/order-imports.ts";
import { savePublishing } from "../../app/use-cases/publishing/save-publishing.ts";
import { turnOnPublishing } from "../../scripts/demo/merchant.ts";
import {
  holdingsFor,
  holdingsOf,
  othersDiscountsIn,
  othersTagsIn,
  type Holdings,
} from "../setup/holdings.ts";
import { scorePlainly, type PlainStanding } from "../setup/score-plainly.ts";
import { rowsOf } from "../setup/table-rows.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

const nothing: Holdings = { tags: {}, metafields: {}, shopFields: {}, segments: {}, discounts: [] };
let stage: TestStage;
let expected: Map<number, PlainStanding>;
let othersTags: Record<string, string[]>;
let othersDiscounts: object[];

beforeAll(async () => {
  // More than are written one by one, so that the first publication goes in bulk.
  stage = await openTestStage({ customers: 300 });
  expected = scorePlainly(stage.simulated.world);
  othersTags = othersTagsIn(stage.simulated.world);
  othersDiscounts = structuredClone(othersDiscountsIn(stage.simulated.world));
  await install(stage);
});
afterAll(() => stage.close());

describe("after the installation", () => {
  test("the ledger holds every order of the shop, as the shop has it", async () => {
    const ledger = await stage.app.db.order.findMany({ where: { shop: stage.shop } });
    const held = [...stage.simulated.world.orders.values()];
    expect(ledger.length).toBe(held.length);
    const nameOf = new Map(
      ledger.map(({ orderId, name, customerId, totalMinorUnits }) => [
        orderId,
        `${name} ${customerId} ${totalMinorUnits}`,
      ]),
    );
    const differing = held.filter(
      ({ id, name, customer, totalMinor }) =>
        nameOf.get(BigInt(id)) !== `${name} ${customer?.id ?? null} ${totalMinor}`,
    );
    expect(differing).toEqual([]);
  });

  test("everybody stands where an independent computation puts them", async () => {
    expect(await standings()).toEqual(expected);
    expect(new Set([...expected.values()].map(({ group }) => group)).size).toBe(5);
  });

  test("nothing was written to the shop, because the merchant has not asked for it", () => {
    expect(holdingsOf(stage.simulated.world)).toEqual(nothing);
  });
});

describe("with publishing turned on", () => {
  test("the shop holds everybody's tags and fields, eight segments that count right, and one discount", async () => {
    await turnOnPublishing(stage);
    await stage.settle();
    expect(holdingsOf(stage.simulated.world)).toEqual(holdingsFor(expected));
  });

  test("the merchant's own tags and discounts are as they were", () => {
    expect(othersTagsIn(stage.simulated.world)).toEqual(othersTags);
    expect(othersDiscountsIn(stage.simulated.world)).toEqual(othersDiscounts);
    expect(othersDiscounts).toHaveLength(3);
    expect(Object.values(othersTags).flat().length).toBeGreaterThan(20);
  });

  test.each([
    [
      "importing",
      async ({ app, shop }: TestStage) => {
        await startOrderImport(app.db, shop, new Date());
        await app.enqueue(app.db, "import-orders", { shop });
      },
    ],
    [
      "scoring",
      ({ app, shop }: TestStage) => app.enqueue(app.db, "score-base", { shop, kind: "import" }),
    ],
    ["studying", ({ app, shop }: TestStage) => app.enqueue(app.db, "study-base", { shop })],
    ["publishing", ({ app, shop }: TestStage) => app.enqueue(app.db, "publish", { shop })],
    ["saving the same settings", turnOnPublishing],
  ] as const)("%s again changes nothing, here or there", async (_step, repeat) => {
    const before = await remembered();
    const { revision } = stage.simulated.world;
    const writes = await writesDuring(() => repeat(stage));
    expect(writes).toEqual([]);
    expect(stage.simulated.world.revision).toBe(revision);
    expect(await remembered()).toEqual(before);
  });

  test("fields and segments turned off go away, and the discount with them; tags stay", async () => {
    await publish({ tags: true, metafields: false, segments: false, discounts: false });
    expect(holdingsOf(stage.simulated.world)).toEqual({
      ...nothing,
      tags: holdingsFor(expected).tags,
    });
  });

  test("turned on again, the shop holds everything once", async () => {
    await publish({ tags: true, metafields: true, segments: true, discounts: true });
    expect(holdingsOf(stage.simulated.world)).toEqual(holdingsFor(expected));
  });

  test("turned off, everything of ours goes and everything else stays", async () => {
    await publish({
      tags: false,
      metafields: false,
      segments: false,
      discounts: false,
    });
    expect(holdingsOf(stage.simulated.world)).toEqual(nothing);
    expect(othersTagsIn(stage.simulated.world)).toEqual(othersTags);
    expect(othersDiscountsIn(stage.simulated.world)).toEqual(othersDiscounts);
  });
});

async function publish(settings: Parameters<typeof savePublishing>[2]): Promise<void> {
  expect(await savePublishing(stage.app, stage.shop, settings)).toEqual({ kind: "saved" });
  await stage.settle();
}

async function standings(): Promise<Map<number, PlainStanding>> {
  const rows = await stage.app.db.standing.findMany({
    where: { shop: stage.shop, tier: { not: null } },
  });
  return new Map(
    rows.map((row) => [
      Number(row.customerId),
      {
        tier: row.tier ?? "",
        group: row.group ?? "",
        recencyScore: row.recencyScore ?? 0,
        frequencyScore: row.frequencyScore ?? 0,
        monetaryScore: row.monetaryScore ?? 0,
        valueE4: row.valueE4,
        countedOrders: row.countedOrders,
        netMinorUnits: Number(row.netMinorUnits),
        windowOrders: row.windowOrders,
        windowNetMinorUnits: Number(row.windowNetMinorUnits),
      },
    ]),
  );
}

/** All but the records of imports, runs and webhooks themselves, and the shop's row, which notes what calls are left. */
async function remembered() {
  const rows = await rowsOf(stage.app.db, stage.shop);
  const logs = ["calibration", "inbox_event", "order_import", "run", "shop"];
  return Object.fromEntries(Object.entries(rows).filter(([table]) => !logs.includes(table)));
}

/** The mutations the shop was sent, without the one that starts a bulk query. */
async function writesDuring(act: () => Promise<void>): Promise<string[]> {
  const operations: string[] = [];
  const stop = stage.simulated.traffic.onRequest(({ operation }) => operations.push(operation));
  await act();
  await stage.settle();
  stop();
  return operations.filter((each) => /^mutation (?!StartBulkQuery$)/.test(each));
}
