import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { ensureDatabase } from "../scripts/database/ensure-database.ts";
import { makeEmptyDatabase } from "../scripts/database/make-empty-database.ts";
import { waitUntilIdle } from "../scripts/demo/idle.ts";
import { openApp, turnOnPublishing } from "../scripts/demo/merchant.ts";
import { Dice } from "../simulated-shop/sample-shop/dice.ts";
import type { Customer } from "../simulated-shop/world/customer.ts";
import { placeOrder } from "../simulated-shop/world/place-order.ts";
import { PLANS } from "../simulated-shop/world/plan.ts";
import { openFaultStage, type FaultStage } from "../tests/faults/fault-stage.ts";
import type { NetworkFate, NetworkMoment } from "../tests/setup/network-between.ts";
import { percentile, roundTo } from "./in-memory/timing.ts";
import { cpuMsPer, readCpuByProcess } from "./sustained/cpu-seconds.ts";

export const description =
  "orders at a steady rate, with faults: from each order until its customer's new tier tag is in the shop, and how long a backlog takes to drain";

const databaseName = "echelon_bench_sustained";
/** Enough to lift anybody out of the lowest tier. */
const unitPriceMinor = 500_000;
/** Beyond the last order nobody waits longer than this. */
const patienceMs = 45 * 60_000;

/**
 * `--plan` (plus), `--orders-per-second N` (20), `--seconds N` (20; 300 for a figure), `--faults N` (0.01) the share of
 * calls and of webhooks that are struck, `--customers N` (three times the orders). Real processes.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      plan: text,
      "orders-per-second": text,
      seconds: text,
      faults: text,
      customers: text,
    },
  });
  const number = z.coerce.number();
  const plan = z.enum(["standard", "advanced", "plus"]).parse(values.plan ?? "plus");
  const ordersPerSecond = number.positive().parse(values["orders-per-second"] ?? "20");
  const seconds = number
    .int()
    .min(1)
    .parse(values.seconds ?? "20");
  const faultShare = number
    .min(0)
    .max(0.5)
    .parse(values.faults ?? "0.01");
  const orders = Math.round(ordersPerSecond * seconds);
  const customers = number
    .int()
    .min(100)
    .parse(values.customers ?? String(Math.max(300, 3 * orders)));

  const dice = new Dice(5);
  let isFaulty = false;
  let brokenCalls = 0;
  const server = await ensureDatabase();
  const databaseUrl = await makeEmptyDatabase(server.url, databaseName);
  const stage = await openFaultStage(databaseUrl, { customers, seed: 5, plan }, (moment) => {
    const fate = isFaulty ? fateOf(dice, faultShare, moment) : "go on";
    if (fate !== "go on") brokenCalls += 1;
    return fate;
  });
  try {
    await openApp(stage);
    await turnOnPublishing(stage);
    await waitUntilIdle(databaseUrl, stage.shop);
    // What was written to everybody comes back as several webhooks each.
    while (stage.simulated.webhooks.pendingCount() > 0) await wait(100);
    await waitForFullBucket(stage, plan);
    const buyers = await listBaseCustomers(stage, orders);
    isFaulty = true;
    const { faults } = stage.simulated.webhooks;
    faults.set(webhookFaults(faultShare), { seed: 5 });
    // The simulated shop and whoever orders are in this process.
    const processIds = {
      ...{ web: stage.processIdOf("web"), worker: stage.processIdOf("worker") },
      shop: process.pid,
    };
    const cpuBefore = await readCpuByProcess(stage.app.db, processIds);
    const pointsBefore = stage.simulated.traffic.points;
    const load = await placeOrders(stage, buyers, ordersPerSecond);
    const cpuAfter = await readCpuByProcess(stage.app.db, processIds);
    const points = stage.simulated.traffic.points - pointsBefore;
    const { bucketPoints, restorePointsPerSecond } = PLANS[plan];
    const leastSeconds = Math.max(seconds, (points - bucketPoints) / restorePointsPerSecond);
    return {
      plan,
      ordersPerSecond,
      seconds,
      orders: buyers.length,
      customers,
      lost: buyers.length - load.latenciesMs.length,
      p50Ms: Math.round(percentile(load.latenciesMs, 0.5)),
      p95Ms: Math.round(percentile(load.latenciesMs, 0.95)),
      maxMs: Math.round(percentile(load.latenciesMs, 1)),
      pointsPerOrder: roundTo(points / buyers.length, 1),
      drainedAfterSeconds: roundTo(load.drainedAfterMs / 1_000, 1),
      arithmeticLeastSeconds: roundTo(leastSeconds, 1),
      ratio: roundTo(load.drainedAfterMs / 1_000 / leastSeconds, 2),
      cpuMsPerOrder: cpuMsPer(buyers.length, cpuBefore, cpuAfter),
      brokenCalls,
      brokenWebhooks: struckKinds.reduce((sum, kind) => sum + faults.struck(kind), 0),
    };
  } finally {
    await stage.close();
    await server.stop();
  }
}

function fateOf(dice: Dice, share: number, { call, before }: NetworkMoment): NetworkFate {
  if (!/^[A-Z]/.test(call)) return "go on";
  // Half of the broken calls get no answer, the other half are throttled without having been done.
  if (dice.chance(share / 2)) return before === "call" ? "throttle" : "cut";
  return "go on";
}

const struckKinds = ["repeat", "5xx", "connection-reset"] as const;

/** None is dropped: what is never sent only the sweep can find, hours later. */
function webhookFaults(share: number) {
  return [
    { fault: { kind: "repeat", extraTimes: 1 }, chance: share / 3 },
    { fault: { kind: "5xx", status: 503, reachesApp: false, tries: 1 }, chance: share / 3 },
    { fault: { kind: "connection-reset", at: "answer", tries: 1 }, chance: share / 3 },
  ] as const;
}

async function waitForFullBucket(
  { simulated }: FaultStage,
  plan: keyof typeof PLANS,
): Promise<void> {
  const { bucketPoints, restorePointsPerSecond } = PLANS[plan];
  const quietFrom = simulated.traffic.points;
  await wait((bucketPoints / restorePointsPerSecond) * 1_000);
  if (simulated.traffic.points - quietFrom > bucketPoints / 10)
    throw new Error("the app is still at work, so the bucket is not full");
}

/** Customers in the lowest tier, whom one large order lifts out of it. */
async function listBaseCustomers(
  { app, shop, simulated }: FaultStage,
  count: number,
): Promise<Customer[]> {
  const rows = await app.db.standing.findMany({
    where: { shop, tier: "base" },
    take: count,
    orderBy: { valueE4: "desc" },
  });
  return rows.flatMap(({ customerId }) => simulated.world.customers.get(Number(customerId)) ?? []);
}

/** One order after the other at an even pace; ends when everybody's tag has changed, or patience has. */
async function placeOrders(
  { simulated: { world } }: FaultStage,
  buyers: readonly Customer[],
  ordersPerSecond: number,
) {
  const [product] = world.products.values();
  if (product === undefined) throw new Error("the sample shop sells something");
  const placedAt = new Map<number, number>();
  const latenciesMs: number[] = [];
  const stopListening = world.events.on("customer-tags-removed", ({ customer, tags }) => {
    const since = placedAt.get(customer.id);
    if (since === undefined || !tags.includes("echelon:tier:base")) return;
    placedAt.delete(customer.id);
    latenciesMs.push(performance.now() - since);
  });
  const beganAt = performance.now();
  for (const [nth, customer] of buyers.entries()) {
    const dueMs = beganAt + (nth * 1_000) / ordersPerSecond - performance.now();
    if (dueMs > 0) await wait(dueMs);
    placedAt.set(customer.id, performance.now());
    const line = { product, quantity: 1, unitPriceMinor, discountMinor: 0 };
    placeOrder(world, { customer, lineItems: [line], test: false, financialStatus: "paid" });
  }
  const deadline = performance.now() + patienceMs;
  while (placedAt.size > 0 && performance.now() < deadline) await wait(50);
  stopListening();
  return { latenciesMs, drainedAfterMs: performance.now() - beganAt };
}
