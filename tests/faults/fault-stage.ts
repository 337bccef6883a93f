import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { compose } from "../../app/compose.ts";
import type { Environment } from "../../app/environment.ts";
import { connectQueue } from "../../app/jobs/queue.ts";
import type { App } from "../../app/use-cases/app.ts";
import type { Stage } from "../../scripts/demo/merchant.ts";
import { findFreePort } from "../../scripts/processes/free-port.ts";
import type { SimulatedShopOptions } from "../../simulated-shop/simulated-shop-options.ts";
import type { SimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";
import { startAppProcess, type AppProcess } from "../setup/app-process.ts";
import { giveJobsBack } from "../setup/give-jobs-back.ts";
import {
  openNetworkBetween,
  type NetworkFate,
  type NetworkMoment,
} from "../setup/network-between.ts";
import { buildQuietly } from "../setup/running-app.ts";
import { startTestShop } from "../setup/test-stage.ts";
import { waitFor } from "../setup/wait-for.ts";

/** A shop, the way to it, and the app's two processes, either of which can be killed. */
export interface FaultStage extends Stage {
  simulated: SimulatedShop;
  /** The use cases, in this process; the work they ask for is the worker process's. */
  app: App;
  processIdOf(program: "web" | "worker"): number;
  /** Kills a process and starts another in its place. */
  kill(program: "web" | "worker"): Promise<void>;
  close(): Promise<void>;
}

export async function openFaultStage(
  databaseUrl: string,
  shopOptions: Pick<SimulatedShopOptions, "customers" | "seed" | "plan">,
  onMoment: (moment: NetworkMoment) => NetworkFate,
): Promise<FaultStage> {
  await buildQuietly();
  const simulated = await startTestShop({ plan: "plus", ...shopOptions });
  const network = await openNetworkBetween(simulated, (moment) =>
    Promise.resolve(onMoment(moment)),
  );
  const folder = await mkdtemp(join(tmpdir(), "echelon-faults-"));
  const appUrl = `http://127.0.0.1:${String(await findFreePort())}`;
  simulated.setAppUrl(appUrl);
  const environment: Environment = {
    databaseUrl,
    shopifyApiKey: simulated.clientId,
    shopifyApiSecret: simulated.clientSecret,
    shopifyAppUrl: appUrl,
    tokenSecrets: [],
    simulatedShopUrl: network.url,
  };
  const log = pino({ level: "silent" });
  const queue = await connectQueue(databaseUrl, log);
  const { app } = compose(environment, queue, log);
  const processes: Record<"web" | "worker", AppProcess> = {
    web: start("web"),
    worker: start("worker"),
  };
  await webAnswers();

  function start(program: "web" | "worker"): AppProcess {
    return startAppProcess(program, environment, join(folder, `${program}.log`));
  }

  async function webAnswers(): Promise<void> {
    await waitFor("the web process to answer", () =>
      fetch(appUrl, { redirect: "manual" }).then(
        (answer) => answer.body?.cancel().then(() => true) ?? true,
        () => false,
      ),
    );
  }

  return {
    simulated,
    app,
    processIdOf: (program) => processes[program].processId,
    shopUrl: simulated.url,
    shop: simulated.shop,
    appUrl,
    async kill(program) {
      await processes[program].end("SIGKILL");
      if (program === "worker") await giveJobsBack(app.db, queue);
      processes[program] = start(program);
      if (program === "web") await webAnswers();
    },
    async close() {
      for (const program of ["web", "worker"] as const) await processes[program].end("SIGTERM");
      await queue.stop({ graceful: false });
      await app.db.$disconnect();
      await network.close();
      await simulated.close();
      await rm(folder, { recursive: true });
    },
  };
}
