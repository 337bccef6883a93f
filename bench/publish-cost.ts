import { parseArgs } from "node:util";
import { z } from "zod";
import { createAdminClient } from "../app/shopify/admin-client.ts";
import { publishCustomers } from "../app/use-cases/publishing/publish-customers.ts";
import { roundTo } from "./in-memory/timing.ts";
import { openMemoryDesk } from "./publish-cost/memory-desk.ts";
import { naiveSeconds } from "./publish-cost/naive.ts";
import { VirtualClock } from "./publish-cost/virtual-clock.ts";
import { VirtualShop, type VirtualShopSettings } from "./publish-cost/virtual-shop.ts";

export const description =
  "API points and simulated seconds to bring customers to new tiers, beside three calls per customer; the app's planner and a shop on a virtual clock";

const positive = z.coerce.number().int().min(1);
const listOf = (text: string | undefined, standard: string) =>
  z
    .array(positive)
    .min(1)
    .parse((text ?? standard).split(","));

/**
 * `--customers N,N,…` (100,10000,100000,1000000), `--lines-per-second N,N,…` (20,50,100) of each bulk mutation, `--plan`
 * (standard), `--queue-seconds N` (2) before a bulk mutation's first line, `--round-trip-ms N` (250) of each call.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      customers: text,
      "lines-per-second": text,
      plan: text,
      "queue-seconds": text,
      "round-trip-ms": text,
    },
  });
  const plan = z.enum(["standard", "advanced", "plus"]).parse(values.plan ?? "standard");
  const queueSeconds = z.coerce
    .number()
    .min(0)
    .parse(values["queue-seconds"] ?? "2");
  const roundTripMs = z.coerce
    .number()
    .min(0)
    .parse(values["round-trip-ms"] ?? "250");
  const sizes = listOf(values.customers, "100,10000,100000,1000000");
  const runs = [];
  let leastBucketShareLeft = 1;
  for (const linesPerSecond of listOf(values["lines-per-second"], "20,50,100")) {
    const figures = [];
    for (const customers of sizes) {
      const settings = { plan, linesPerSecond, queueSeconds, roundTripMs };
      const { leastShareLeft, ...row } = await publishTo(customers, settings);
      leastBucketShareLeft = Math.min(leastBucketShareLeft, leastShareLeft);
      figures.push(row);
    }
    runs.push({ linesPerSecond, sizes: figures });
  }
  return { plan, queueSeconds, roundTripMs, leastBucketShareLeft, runs };
}

async function publishTo(customers: number, settings: VirtualShopSettings) {
  const clock = new VirtualClock();
  const shop = new VirtualShop(settings, clock);
  const admin = createAdminClient({
    shop: "virtual.myshopify.com",
    accessToken: () => Promise.resolve("token"),
    fetch: shop.fetch,
    clock: () => clock.nowMs,
    sleep: (milliseconds) => {
      clock.pass(milliseconds);
      return Promise.resolve();
    },
  });
  const desk = openMemoryDesk(admin, clock, customers);
  await publishCustomers(desk, new AbortController().signal);
  if (!desk.isDone()) throw new Error("the publication ended before everybody was written");
  const simulatedSeconds = clock.nowMs / 1_000;
  const naiveSimulatedSeconds = naiveSeconds(customers, settings.plan);
  return {
    customers,
    lines: shop.linesUploaded,
    apiPoints: shop.pointsCharged,
    simulatedSeconds: roundTo(simulatedSeconds, 1),
    naiveSimulatedSeconds: roundTo(naiveSimulatedSeconds, 1),
    ratio: roundTo(naiveSimulatedSeconds / simulatedSeconds, 1),
    leastShareLeft: shop.leastShareLeft,
  };
}
