import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Session } from "@shopify/shopify-api";
import pino from "pino";
import { compose } from "../../app/compose.ts";
import type { Environment } from "../../app/environment.ts";
import { connectQueue } from "../../app/jobs/queue.ts";
import type { App } from "../../app/use-cases/app.ts";
import { installShop } from "../../app/use-cases/orders-in/install-shop.ts";
import type { SimulatedShopOptions } from "../../simulated-shop/simulated-shop-options.ts";
import type { SimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";
import { giveJobsBack } from "./give-jobs-back.ts";
import { openNetworkBetween, type NetworkFate, type NetworkMoment } from "./network-between.ts";
import { createTestDatabase } from "./test-database.ts";
import { settle, startTestShop } from "./test-stage.ts";
import { waitFor } from "./wait-for.ts";
import { startAppProcess, type AppProcess } from "./app-process.ts";

/** A shop, installed, and a worker process that can be killed at any moment of its calls. No web process. */
export interface KillableStage {
  simulated: SimulatedShop;
  /** The use cases, in this process; the work they ask for is the worker process's. */
  app: App;
  databaseUrl: string;
  startWorker(): void;
  endWorker(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
  /** Resolves once the worker was killed there. Nothing was sent on at that moment. */
  killAt(moment: NetworkMoment): Promise<void>;
  /** Gives the killed worker's jobs back at once, which happens by itself after half a minute. */
  giveJobsBack(): Promise<void>;
  settle(): Promise<void>;
  readWorkerLog(): Promise<string>;
  close(): Promise<void>;
}

/** `fateOf` breaks calls at moments that no kill is planned for. */
export async function openKillableStage(
  options: SimulatedShopOptions,
  fateOf: (moment: NetworkMoment) => NetworkFate = () => "go on",
): Promise<KillableStage> {
  const simulated = await startTestShop({ plan: "plus", ...options });
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "echelon-test-"));
  const logFile = join(folder, "worker.log");

  let worker: AppProcess | null = null;
  let planned: NetworkMoment | null = null;
  let reached: NetworkMoment | null = null;
  const endWorker: KillableStage["endWorker"] = async (signal) => {
    const ending = worker?.end(signal);
    worker = null;
    return (await ending) ?? null;
  };
  const network = await openNetworkBetween(simulated, async (passing) => {
    if (planned?.call !== passing.call || planned.before !== passing.before) return fateOf(passing);
    const moment = planned;
    planned = null;
    await endWorker("SIGKILL");
    reached = moment;
    return "cut";
  });

  const environment: Environment = {
    databaseUrl: database.url,
    shopifyApiKey: simulated.clientId,
    shopifyApiSecret: simulated.clientSecret,
    shopifyAppUrl: "http://127.0.0.1",
    tokenSecrets: [],
    simulatedShopUrl: network.url,
  };
  const log = pino({ level: "silent" });
  const queue = await connectQueue(database.url, log);
  const { app, sessions, library } = compose(environment, queue, log);
  const { shop, accessToken } = simulated;
  const id = library.session.getOfflineId(shop);
  await sessions.storeSession(new Session({ id, shop, state: "", isOnline: false, accessToken }));
  await installShop(app, shop);

  return {
    simulated,
    app,
    databaseUrl: database.url,
    startWorker() {
      worker = startAppProcess("worker", environment, logFile);
    },
    endWorker,
    async killAt(moment) {
      planned = moment;
      await waitFor(`${moment.call} before its ${moment.before}`, () => reached === moment);
    },
    giveJobsBack: () => giveJobsBack(app.db, queue),
    settle: () => settle({ app }, [simulated], 90_000),
    readWorkerLog: () => readFile(logFile, "utf8"),
    async close() {
      await endWorker("SIGTERM");
      await queue.stop({ graceful: false });
      await app.db.$disconnect();
      await network.close();
      await simulated.close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Kills the worker at each of these moments, one after the other, and starts another in its place. */
export async function killOn(
  stage: KillableStage,
  moments: readonly NetworkMoment[],
): Promise<void> {
  for (const moment of moments) {
    await stage.killAt(moment);
    await stage.giveJobsBack();
    stage.startWorker();
  }
}
