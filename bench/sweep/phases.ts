/** One phase of the benchmark in a process of its own: `node bench/sweep/phases.ts sweep`. Prints one JSON line. */
import { Session } from "@shopify/shopify-api";
import { pino } from "pino";
import { z } from "zod";
import { compose } from "../../app/compose.ts";
import { readEnvironment } from "../../app/environment.ts";
import { connectQueue } from "../../app/jobs/queue.ts";
import { startOrderImport } from "../../app/persistence/order-imports.ts";
import {
  readLastReconciliations,
  type ReconciliationKind,
} from "../../app/persistence/reconciliations.ts";
import { importOrders } from "../../app/use-cases/orders-in/import-orders.ts";
import { installShop } from "../../app/use-cases/orders-in/install-shop.ts";
import { askForReconciliation } from "../../app/use-cases/reconciling/ask-for-reconciliation.ts";
import { reconcileOrders } from "../../app/use-cases/reconciling/reconcile-orders.ts";
import { sweepOrders } from "../../app/use-cases/reconciling/sweep-orders.ts";

export const phaseFigures = z.object({
  /** Of one time. */
  seconds: z.number(),
  times: z.number(),
  peakMemoryMb: z.number(),
  ordersSeen: z.number().optional(),
});
export type PhaseFigures = z.infer<typeof phaseFigures>;

const phases = ["fill", "sweep", "full", "refetch"] as const;
export type PhaseName = (typeof phases)[number];

const never = new AbortController().signal;
const sweeps = 5;

async function runPhase(phase: PhaseName): Promise<PhaseFigures> {
  const environment = readEnvironment(process.env);
  const log = pino({ level: "silent" });
  const queue = await connectQueue(environment.databaseUrl, log);
  const { app, sessions, library } = compose(environment, queue, log);
  const { BENCH_SHOP: shop, BENCH_ACCESS_TOKEN: accessToken } = z
    .object({ BENCH_SHOP: z.string(), BENCH_ACCESS_TOKEN: z.string() })
    .parse(process.env);
  const times = phase === "sweep" ? sweeps : 1;
  try {
    if (phase === "fill") {
      const id = library.session.getOfflineId(shop);
      const facts = { id, shop, state: "", isOnline: false, accessToken };
      await sessions.storeSession(new Session(facts));
      await installShop(app, shop);
      await importOrders(app, shop, never);
    }
    // Everything the shop stamped on its last day is in the sweep's sight.
    const newest = await app.db.order.aggregate({ where: { shop }, _max: { updatedAt: true } });
    const ordersSweptUntil = newest._max.updatedAt;
    await app.db.shop.update({ where: { shop }, data: { ordersSweptUntil } });
    if (phase === "refetch") await startOrderImport(app.db, shop, new Date());

    const startedAt = performance.now();
    for (let nth = 0; nth < times; nth += 1) {
      if (phase === "sweep" || phase === "full") await reconcile(phase);
      if (phase === "refetch") await importOrders(app, shop, never);
    }
    const seconds = Math.round((performance.now() - startedAt) / times) / 1_000;
    const peakMemoryMb = Math.ceil((process.resourceUsage().maxRSS * 1_024) / 1e6);
    return { seconds, times, peakMemoryMb, ...(await readSeen()) };
  } finally {
    await queue.stop({ graceful: false });
    await app.db.$disconnect();
  }

  async function reconcile(kind: ReconciliationKind): Promise<void> {
    await askForReconciliation(app, app.db, shop, kind);
    await (kind === "sweep" ? sweepOrders : reconcileOrders)(app, shop, never);
  }

  async function readSeen(): Promise<{ ordersSeen?: number }> {
    if (phase !== "sweep" && phase !== "full") return {};
    const { finished } = await readLastReconciliations(app.db, shop, phase);
    if (finished === null) throw new Error(`the ${phase} did not come to its end`);
    if (finished.ordersRepaired + finished.ordersDeleted > 0)
      throw new Error("something was repaired where nothing was wrong");
    return { ordersSeen: finished.ordersSeen };
  }
}

if (import.meta.main)
  console.log(JSON.stringify(await runPhase(z.enum(phases).parse(process.argv[2]))));
