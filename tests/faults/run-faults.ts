import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { jobNames } from "../../app/jobs/catalog.ts";
import { askForReconciliation } from "../../app/use-cases/reconciling/ask-for-reconciliation.ts";
import { openApp, turnOnPublishing } from "../../scripts/demo/merchant.ts";
import { Dice } from "../../simulated-shop/sample-shop/dice.ts";
import { placeOrder } from "../../simulated-shop/world/place-order.ts";
import type { World } from "../../simulated-shop/world/world.ts";
import { hurryRetries } from "../setup/give-jobs-back.ts";
import type { NetworkFate, NetworkMoment } from "../setup/network-between.ts";
import { waitFor } from "../setup/wait-for.ts";
import { findDifferences, type Difference } from "./differences.ts";
import { openFaultStage, type FaultStage } from "./fault-stage.ts";
import type { History } from "./history.ts";
import { perform, type Cast } from "./perform.ts";

export interface FaultPlan {
  seed: number;
  histories: readonly History[];
  /** How often a process is killed, the web process and the worker in turn. */
  kills: number;
}

export interface FaultReport {
  histories: number;
  /** Webhooks of the shop, those never sent included. */
  events: number;
  drops: number;
  repeats: number;
  reordered: number;
  /** Deliveries that something on the way answered with 5xx. */
  refusedDeliveries: number;
  /** Calls to the shop that were throttled, or whose request or answer was lost. */
  brokenCalls: number;
  kills: number;
  /** Jobs that were given up. */
  deadLetters: number;
  /** Differences there were before the sweep: what the faults have really done. */
  lost: number;
  /** Orders the sweep and the full reconciliation put right. */
  repaired: number;
  differences: Difference[];
}

/** Of webhooks; the rest is reordered, and a broken delivery is tried again. */
const faults = [
  { fault: { kind: "drop" }, chance: 0.1 },
  { fault: { kind: "repeat", extraTimes: 1 }, chance: 0.11 },
  { fault: { kind: "5xx", status: 503, reachesApp: true, tries: 1 }, chance: 0.125 },
  { fault: { kind: "5xx", status: 500, reachesApp: false, tries: 2 }, chance: 0.14 },
  { fault: { kind: "reorder", among: 30, withinMs: 1_500 } },
] as const;

/** Of calls to the shop, a fifth in all. */
const brokenShare = 0.07;
const mostPending = 80;
/** A run of thousands of histories has a long queue to work off. */
const patienceMs = 45 * 60_000;

/**
 * Lets histories happen in a simulated shop while webhooks, calls and processes fail, has it swept and reconciled in
 * full once, and compares. The plan decides what happens and which faults are drawn; when exactly a process is killed
 * is the machine's.
 */
export async function runFaults(databaseUrl: string, plan: FaultPlan): Promise<FaultReport> {
  const dice = new Dice(plan.seed);
  let brokenCalls = 0;
  const stage = await openFaultStage(
    databaseUrl,
    { customers: Math.max(20, 2 * plan.histories.length), seed: plan.seed },
    (moment) => {
      const fate = fateOf(dice, moment);
      if (fate !== "go on") brokenCalls += 1;
      return fate;
    },
  );
  const { world, webhooks } = stage.simulated;
  let events = 0;
  world.events.onAny(() => {
    events += 1;
  });
  try {
    await openApp(stage);
    await turnOnPublishing(stage);
    webhooks.faults.set(faults, { seed: plan.seed });
    const killsLeft = await performAll(stage, world, plan, dice);
    await quiet(stage);
    loseOneOrder(stage, plan.seed);
    await quiet(stage);
    webhooks.faults.set([]);
    const differencesBefore = await findDifferences(stage.app, stage.shop, world);
    let kills = plan.kills - killsLeft;
    for (const kind of ["sweep", "full"] as const) {
      await askForReconciliation(stage.app, stage.app.db, stage.shop, kind);
      if (kills < plan.kills) {
        await wait(dice.between(0, 400));
        await stage.kill("worker");
        kills += 1;
      }
      await quiet(stage);
    }
    await stage.app.enqueue(stage.app.db, "tick", {});
    await quiet(stage);
    return {
      histories: plan.histories.length,
      events,
      drops: webhooks.faults.struck("drop"),
      repeats: webhooks.faults.struck("repeat"),
      reordered: webhooks.faults.struck("reorder"),
      refusedDeliveries: webhooks.faults.struck("5xx"),
      brokenCalls,
      kills,
      ...(await readRepairs(stage)),
      lost: differencesBefore.length,
      differences: await findDifferences(stage.app, stage.shop, world),
    };
  } finally {
    await stage.close();
  }
}

/** Performs all actions, one history's in their order, and kills in between. Two kills are left for what follows. */
async function performAll(
  stage: FaultStage,
  world: World,
  { histories, kills }: FaultPlan,
  dice: Dice,
): Promise<number> {
  const customers = [...world.customers.values()];
  const acts = histories.map((history, index) => {
    const pair = [customers[2 * index], customers[2 * index + 1]].flatMap((one) => one ?? []);
    const cast: Cast = { customers: pair, orders: pair.flatMap(({ orders }) => [...orders]) };
    return { cast, left: [...history] };
  });
  const steps = histories.reduce((sum, history) => sum + history.length, 0);
  const killsHere = Math.max(0, kills - 2);
  const killAfter = new Set<number>();
  while (killAfter.size < Math.min(killsHere, steps))
    killAfter.add(dice.wholeBetween(0, steps - 1));

  let killed = 0;
  let waiting = acts.filter(({ left }) => left.length > 0);
  for (let step = 0; step < steps; step += 1) {
    const act = dice.pick(waiting);
    const action = act.left.shift();
    if (action !== undefined) perform(world, act.cast, action);
    if (act.left.length === 0) waiting = waiting.filter((other) => other !== act);
    if (killAfter.has(step)) {
      await wait(dice.between(0, 300));
      await stage.kill(killed % 2 === 0 ? "worker" : "web");
      killed += 1;
    }
    // Webhooks go out while the next things happen, and a queue of them does not grow without end.
    await wait(1);
    await waitFor(
      "webhooks to be delivered",
      () => stage.simulated.webhooks.pendingCount() < mostPending,
      patienceMs,
    );
  }
  return kills - killed;
}

/** Of this order the app never hears: whatever the dice say, a run of any size then has something to put right. */
function loseOneOrder({ simulated: { world, webhooks } }: FaultStage, seed: number): void {
  webhooks.faults.set([{ fault: { kind: "drop" }, chance: 1 }], { seed });
  const [product] = world.products.values();
  const [customer] = world.customers.values();
  if (product === undefined || customer === undefined) throw new Error("the sample shop is empty");
  const line = { product, quantity: 1, unitPriceMinor: 1_000, discountMinor: 0 };
  placeOrder(world, { customer, lineItems: [line], test: false, financialStatus: "paid" });
}

function fateOf(dice: Dice, { call, before }: NetworkMoment): NetworkFate {
  const isGraphql = /^[A-Z]/.test(call);
  if (!isGraphql && call !== "download" && call !== "upload") return "go on";
  const draw = dice.between(0, 1);
  if (draw < brokenShare) return "cut";
  return isGraphql && before === "call" && draw < 2 * brokenShare ? "throttle" : "go on";
}

/** Waits until every webhook has arrived and every job is done or given up. */
async function quiet({ simulated, app }: FaultStage): Promise<void> {
  let looks = 0;
  await waitFor(
    "all work to be done",
    async () => {
      await hurryRetries(app.db);
      const [jobs] = await app.db.$queryRaw<{ unfinished: number }[]>`
        SELECT count(*)::int AS unfinished FROM pgboss.job
        WHERE name = ANY(${jobNames}) AND state IN ('created', 'retry', 'active')`;
      looks = jobs?.unfinished === 0 && simulated.webhooks.pendingCount() === 0 ? looks + 1 : 0;
      return looks === 3;
    },
    patienceMs,
  );
}

const counts = z.object({ deadLetters: z.int(), repaired: z.int() });

async function readRepairs({ app, shop }: FaultStage) {
  const [row] = await app.db.$queryRaw<unknown[]>`
    SELECT (SELECT count(*)::int FROM pgboss.job WHERE state = 'failed' AND name <> 'tick') AS "deadLetters",
           (SELECT coalesce(sum(orders_repaired + orders_deleted), 0)::int FROM reconciliation WHERE shop = ${shop}) AS repaired`;
  return counts.parse(row);
}
