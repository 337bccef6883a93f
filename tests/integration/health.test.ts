/** What monitors and merchants are told, and what the buttons of Settings › Health do. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { readProcessHealth } from "../../app/use-cases/process-health.ts";
import { retryFailed } from "../../app/use-cases/retry-failed.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { buy } from "../setup/plain-shop.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";
import { waitFor } from "../setup/wait-for.ts";

let stage: TestStage;

beforeAll(async () => {
  stage = await openTestStage({ customers: 10 });
  await install(stage);
});
afterAll(() => stage.close());

const check = z.object({
  last: z.object({ ordersRepaired: z.number(), orderIds: z.array(z.string()) }).nullable(),
  running: z.object({}).nullable(),
});
const report = z.object({
  shop: z.string(),
  lastEventAt: z.iso.datetime().nullable(),
  inboxDepth: z.number(),
  lagSeconds: z.number(),
  sweep: check,
  full: check,
  failedJobs: z.number(),
  failedTasks: z.array(z.object({ kind: z.string(), jobs: z.number() })),
  apiBudget: z.object({ available: z.number(), maximum: z.number(), at: z.iso.datetime() }),
});

async function readReport() {
  const request = { path: "/app/health", routeId: "routes/app.health" };
  const answer = await askAsMerchant(stage.appUrl, stage.simulated, request);
  expect(answer.status).toBe(200);
  return report.parse(JSON.parse(answer.text));
}

async function press(intent: "sweep" | "full" | "retry" | "repeat"): Promise<void> {
  const { status } = await askAsMerchant(stage.appUrl, stage.simulated, {
    path: "/app/settings/health",
    routeId: "routes/app.settings.health",
    body: new URLSearchParams({ intent }),
  });
  expect(status).toBe(200);
}

describe("an uptime monitor", () => {
  test("hears that all is well once a worker has looked around, and nothing of any shop", async () => {
    await stage.app.enqueue(stage.app.db, "tick", {});
    await stage.settle();
    const answer = await fetch(new URL("/health", stage.appUrl));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toEqual({ status: "ok", database: "ok", worker: "ok" });
  });

  test("hears it when no worker has looked around for five minutes", async () => {
    const later = new Date(Date.now() + 6 * 60_000);
    expect(await readProcessHealth(stage.app, later)).toMatchObject({
      status: "degraded",
      worker: "silent",
    });
  });

  test("may only ask", async () => {
    const answer = await fetch(new URL("/health", stage.appUrl), { method: "POST" });
    expect(answer.status).toBe(405);
  });
});

test("the report of a shop is not for somebody without its session", async () => {
  const forger = { ...stage.simulated, clientSecret: "guessed" };
  const request = { path: "/app/health", routeId: "routes/app.health" };
  const answer = await askAsMerchant(stage.appUrl, forger, request);
  expect(answer.status).toBeGreaterThanOrEqual(300);
  expect(answer.text).not.toContain("apiBudget");
});

describe("a merchant who presses", () => {
  test.each(["sweep", "full"] as const)("%s sees what it has repaired", async (kind) => {
    const { world, webhooks } = stage.simulated;
    const [customer] = world.customers.values();
    if (customer === undefined) throw new Error("the sample shop has customers");
    webhooks.faults.set([{ fault: { kind: "drop" } }]);
    const order = buy(world, customer, 5_000);
    await stage.settle();
    webhooks.faults.set([]);
    await press(kind);
    await stage.settle();
    const health = await readReport();
    expect(health.shop).toBe(stage.shop);
    expect(health[kind]).toMatchObject({
      running: null,
      last: { ordersRepaired: 1, orderIds: [String(order.id)] },
    });
  });

  test("retry sees given-up work done, and events that nobody acted on", async () => {
    const { db } = stage.app;
    await stage.settle();
    await stage.app.enqueue(db, "retier", { shop: stage.shop });
    await stage.settle();
    const failed = await db.$executeRaw`
      UPDATE pgboss.job SET state = 'failed', retry_count = retry_limit
      WHERE name = 'retier' AND state = 'completed' AND data->>'shop' = ${stage.shop}`;
    expect(failed).toBeGreaterThan(0);
    const event = { shop: stage.shop, webhookId: randomUUID(), topic: "app/scopes_update" };
    const receivedAt = new Date(Date.now() - 11 * 60_000);
    await db.inboxEvent.create({ data: { ...event, subject: {}, receivedAt } });
    expect(await readReport()).toMatchObject({
      inboxDepth: 1,
      failedJobs: failed,
      failedTasks: [{ kind: "scores", jobs: failed }],
    });

    await press("retry");
    await waitFor("the event to be handled", async () => (await readReport()).inboxDepth === 0);
    await stage.settle();
    expect(await readReport()).toMatchObject({ failedJobs: 0, failedTasks: [], lagSeconds: 0 });
  });

  test("retry with nothing to retry changes nothing", async () => {
    await retryFailed(stage.app, stage.shop);
    await stage.settle();
    expect(await readReport()).toMatchObject({ failedJobs: 0, inboxDepth: 0 });
  });
});

test("events that are read again put right what the ledger has lost, and end no installation", async () => {
  const { app, shop, simulated } = stage;
  const { world } = simulated;
  const [customer] = world.customers.values();
  const order = buy(world, customer ?? null, 3_000);
  await stage.settle();
  await app.db.order.deleteMany({ where: { shop, orderId: BigInt(order.id) } });
  await press("repeat");
  await stage.settle();
  expect(await app.db.order.count({ where: { shop, orderId: BigInt(order.id) } })).toBe(1);
  expect(await app.db.inboxEvent.count({ where: { shop, handledAt: null } })).toBe(0);
  expect(await app.db.shop.findFirst()).toMatchObject({ uninstalledAt: null });
});
