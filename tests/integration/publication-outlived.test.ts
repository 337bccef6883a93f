/** Customers and the shop itself go while a publication is at work on them: one story, whose tests follow each other. */
import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApp, turnOnPublishing } from "../../scripts/demo/merchant.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { deleteCustomer } from "../../simulated-shop/world/delete-customer.ts";
import { deleteOrder } from "../../simulated-shop/world/delete-order.ts";
import { mergeCustomers, planMerge } from "../../simulated-shop/world/merge-customers.ts";
import { uninstallApp } from "../../simulated-shop/world/uninstall-app.ts";
import type { World } from "../../simulated-shop/world/world.ts";
import { holdingsOf } from "../setup/holdings.ts";
import { holdingsDue } from "../setup/plain-shop.ts";
import { calibratePlainly, type PlainCalibration } from "../setup/score-plainly.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";
import { waitFor } from "../setup/wait-for.ts";

const minutes = 60_000;
let stage: TestStage;
let world: World;
let calibration: PlainCalibration;
let forgotten: Customer;

beforeAll(async () => {
  // On Standard the points for this many go in bulk.
  stage = await openTestStage({ customers: 600, plan: "standard" });
  ({ world } = stage.simulated);
  calibration = calibratePlainly(world);
  await install(stage);
}, minutes);
afterAll(() => stage.close());

test(
  "customers who are merged, deleted or forgotten in the middle of it leave nothing behind and keep nobody else back",
  { timeout: 2 * minutes },
  async () => {
    stage.simulated.bulk.mutationLinesPerSecond = 20;
    await turnOnPublishing(stage);
    const [kept, merged, deleted, redacted] = await waitForUnwritten(4);
    if (!kept || !merged || !deleted || !redacted) throw new Error("there are four");
    forgotten = redacted;
    const plan = planMerge(kept, merged, { emailOf: kept });
    mergeCustomers(world, plan);
    for (const order of [...deleted.orders]) deleteOrder(world, order);
    deleteCustomer(world, deleted);
    stage.simulated.webhooks.sendCompliance({
      topic: "customers/redact",
      customer: redacted,
      requestId: 1,
    });
    await waitFor("the forgotten one's part of the write to be gone", async () => {
      const customerId = BigInt(redacted.id);
      return (await stage.app.db.bulkLine.count({ where: { customerId } })) === 0;
    });
    stage.simulated.bulk.mutationLinesPerSecond = null;
    await stage.settle();

    await expectNothingLeft();
    const named = Object.values(await namesLeft([plan.deleted, deleted, redacted]));
    expect(named.every((rows) => rows === 0)).toBe(true);
    expect(tagsWithout(forgotten, holdingsOf(world).tags)).toEqual(dueTags());
  },
);

test(
  "a shop that leaves in the middle of it and comes back holds everything once",
  { timeout: 2 * minutes },
  async () => {
    stage.simulated.bulk.mutationLinesPerSecond = 20;
    world.clock.advanceTo(DateTime.fromMillis(world.clock.nowMs()).plus({ months: 4 }).toJSDate());
    // The orders of before stay nobody's, though the shop still says whose they were.
    forgotten.orders = [];
    calibration = calibratePlainly(world);
    const { app, shop } = stage;
    await app.enqueue(app.db, "score-base", { shop, kind: "recalibration" });
    await waitFor("a bulk write to be at work", isWritingInBulk);
    uninstallApp(world);
    await stage.settle();
    expect(await app.db.session.count()).toBe(0);

    stage.simulated.bulk.mutationLinesPerSecond = null;
    await openApp(stage);
    await stage.settle();
    await app.enqueue(app.db, "publish", { shop });
    await stage.settle();
    await expectNothingLeft();
    expect(tagsWithout(forgotten, holdingsOf(world).tags)).toEqual(dueTags());
  },
);

function isWritingInBulk(): boolean {
  return [...world.bulkOperations.values()].some(
    ({ type, status, objectCount }) =>
      type === "MUTATION" && status === "RUNNING" && objectCount > 5,
  );
}

/** Customers in a bulk write under way whose turn has not come. */
async function waitForUnwritten(count: number): Promise<Customer[]> {
  await waitFor("a bulk write to be at work", isWritingInBulk);
  const lines = await stage.app.db.bulkLine.findMany({
    where: { step: "add-tags" },
    orderBy: { place: "desc" },
    take: count,
  });
  const waiting = lines.flatMap(({ customerId }) => world.customers.get(Number(customerId)) ?? []);
  expect(waiting.every(({ tags }) => !tags.join().includes("echelon:"))).toBe(true);
  return waiting;
}

/** In how many rows of which tables these customers are still named. */
async function namesLeft(customers: readonly { id: number }[]): Promise<Record<string, number>> {
  const where = { customerId: { in: customers.map(({ id }) => BigInt(id)) } };
  const { db } = stage.app;
  return {
    orders: await db.order.count({ where }),
    standings: await db.standing.count({ where }),
    decisions: await db.decision.count({ where }),
    outlooks: await db.outlook.count({ where }),
    publications: await db.publication.count({ where }),
    bulkLines: await db.bulkLine.count({ where }),
  };
}

/** Shopify's own erasure takes care of what the forgotten one still has in the shop. */
function tagsWithout({ id }: Customer, tags: Record<string, string[]>): Record<string, string[]> {
  const { [String(id)]: _theirs, ...others } = tags;
  return others;
}

function dueTags(): Record<string, string[]> {
  return tagsWithout(forgotten, holdingsDue(world, calibration).tags);
}

async function expectNothingLeft(): Promise<void> {
  const { db } = stage.app;
  expect(await db.bulkWrite.count()).toBe(0);
  expect(await db.bulkLine.count()).toBe(0);
  expect(await db.publication.findMany({ where: { problem: { not: null } } })).toEqual([]);
}
