import type { Hono } from "hono";
import type { ApiTraffic } from "../admin-api/api-traffic.ts";
import type { SimulatedShopContext } from "../context.ts";
import { collectStatistics } from "./shop-statistics.ts";
import { dumpCustomers } from "./dump-customers.ts";

/** Serves what only a simulated shop can tell: its clock, its counters, and a dump of customers' tags. */
export function registerStatusRoutes(
  app: Hono,
  { world }: SimulatedShopContext,
  traffic: ApiTraffic,
): void {
  app.get("/clock", (c) => c.json({ now: world.clock.now().toISOString() }));
  app.get("/stats", (c) => c.json(collectStatistics(world, traffic)));
  app.get("/dump.csv", (c) =>
    c.body([...dumpCustomers(world)].join(""), 200, { "content-type": "text/csv; charset=utf-8" }),
  );
}
