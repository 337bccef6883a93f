import { join } from "node:path";
import { jobNames } from "../../app/jobs/catalog.ts";
import type { App } from "../../app/use-cases/app.ts";
import type { Stage } from "../../scripts/demo/merchant.ts";
import { openApp } from "../../scripts/demo/merchant.ts";
import { projectFolder } from "../../scripts/project-folder.ts";
import type { SimulatedShopOptions } from "../../simulated-shop/simulated-shop-options.ts";
import {
  startSimulatedShop,
  type SimulatedShop,
} from "../../simulated-shop/start-simulated-shop.ts";
import { startRunningApp, type RunningApp } from "./running-app.ts";
import { waitFor } from "./wait-for.ts";

/** The whole thing: a shop, the app in it, and a worker. Not installed yet. */
export interface TestStage extends RunningApp, Stage {
  simulated: SimulatedShop;
  /** Waits until every webhook has arrived and every job is done. */
  settle(): Promise<void>;
}

export const appConfigurationFile = join(projectFolder, "shopify.app.toml");

/** A sample shop as it stood at the end of June 2026, and the app that does not know it yet. */
export async function openTestStage(options: SimulatedShopOptions = {}): Promise<TestStage> {
  const simulated = await startTestShop(options);
  const running = await startRunningApp(simulated);
  const appUrl = running.environment.shopifyAppUrl;
  simulated.setAppUrl(appUrl);
  return {
    ...running,
    simulated,
    shopUrl: simulated.url,
    shop: simulated.shop,
    appUrl,
    settle: () => settle(running, [simulated]),
    async close() {
      await running.close();
      await simulated.close();
    },
  };
}

export function startTestShop(options: SimulatedShopOptions): Promise<SimulatedShop> {
  return startSimulatedShop({
    customers: 60,
    seed: 7,
    asOf: "2026-06-30",
    appConfigurationFile,
    ...options,
  });
}

/** The merchant opens the app for the first time, and all that follows from it has happened. */
export async function install(stage: TestStage): Promise<void> {
  await openApp(stage);
  await stage.settle();
}

/** Waits until every webhook has arrived and every job is done. */
export async function settle(
  { app }: Pick<RunningApp, "app">,
  shops: readonly SimulatedShop[],
  patienceMs = 60_000,
): Promise<void> {
  // A webhook becomes a job before it counts as arrived, and a job sends its webhooks before it counts as done: what
  // slips through between the two questions of one look is seen by the next.
  await waitFor(
    "every webhook to arrive and every job to be done",
    async () => (await isQuiet(app, shops)) && (await isQuiet(app, shops)),
    patienceMs,
  );
}

async function isQuiet(app: App, shops: readonly SimulatedShop[]): Promise<boolean> {
  if (shops.some(({ webhooks }) => webhooks.pendingCount() > 0)) return false;
  // Of all shops and of none: the test has the queue to itself. A tick is not tried again when its worker is killed,
  // the next minute has its own.
  const [jobs] = await app.db.$queryRaw<{ unfinished: number; failed: number }[]>`
    SELECT count(*) FILTER (WHERE state IN ('created', 'retry', 'active'))::int AS unfinished,
           count(*) FILTER (WHERE state = 'failed' AND name <> 'tick')::int AS failed
    FROM pgboss.job WHERE name = ANY(${jobNames})`;
  if (jobs === undefined || jobs.failed > 0) throw new Error(`${jobs?.failed} jobs were given up`);
  return jobs.unfinished === 0;
}
