import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pino from "pino";
import { compose } from "../../app/compose.ts";
import type { Environment } from "../../app/environment.ts";
import { connectWorkerQueue } from "../../app/jobs/queue.ts";
import { startWorking } from "../../app/jobs/worker.ts";
import type { App } from "../../app/use-cases/app.ts";
import { startProgram, type Program } from "../../scripts/demo/program.ts";
import { findFreePort } from "../../scripts/processes/free-port.ts";
import { projectFolder } from "../../scripts/project-folder.ts";
import { createTestDatabase } from "./test-database.ts";

export interface RunningApp {
  app: App;
  environment: Environment;
  databaseUrl: string;
  webProcessId: number;
  /** Everything the web process and the worker have logged so far, the worker at its most talkative. */
  readLogs(): Promise<string>;
  close(): Promise<void>;
}

/**
 * The app on a database of its own: the production build served by the real web process, and the real worker in this
 * process, where a test can look at its parts.
 */
export async function startRunningApp(simulatedShop: {
  url: string;
  clientId: string;
  clientSecret: string;
}): Promise<RunningApp> {
  await buildQuietly();
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "echelon-test-"));
  const environment: Environment = {
    databaseUrl: database.url,
    shopifyApiKey: simulatedShop.clientId,
    shopifyApiSecret: simulatedShop.clientSecret,
    shopifyAppUrl: `http://127.0.0.1:${String(await findFreePort())}`,
    tokenSecrets: [],
    simulatedShopUrl: simulatedShop.url,
  };
  const webLog = join(folder, "web.log");
  const web = startWeb(environment, webLog);
  const worker = await startWorker(environment);
  await Promise.race([web.firstLine, web.ended]);
  return {
    app: worker.app,
    environment,
    databaseUrl: database.url,
    webProcessId: web.processId,
    readLogs: async () => [...worker.lines, await readFile(webLog, "utf8")].join("\n"),
    async close() {
      await web.stop();
      await worker.stop();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** In a process of its own: what it says about building is not a test's output. */
export async function buildQuietly(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(projectFolder, "scripts/build/main.ts")]);
}

/** The variables a process of the app is started with. */
export function variablesOf(environment: Environment): Record<string, string> {
  return {
    NODE_ENV: "production",
    DATABASE_URL: environment.databaseUrl,
    SHOPIFY_API_KEY: environment.shopifyApiKey,
    SHOPIFY_API_SECRET: environment.shopifyApiSecret,
    SHOPIFY_APP_URL: environment.shopifyAppUrl,
    ECHELON_SIMULATED_SHOP: environment.simulatedShopUrl ?? "",
  };
}

function startWeb(environment: Environment, logFile: string): Program {
  const variables = {
    ...variablesOf(environment),
    HOST: "127.0.0.1",
    PORT: new URL(environment.shopifyAppUrl).port,
  };
  return startProgram("web process", [join(projectFolder, "app/web.ts")], variables, logFile);
}

async function startWorker(environment: Environment) {
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  const boss = await connectWorkerQueue(environment.databaseUrl, log);
  const { app } = compose(environment, boss, log);
  const stopping = new AbortController();
  await startWorking(app, boss, stopping.signal);
  return {
    app,
    lines,
    async stop() {
      stopping.abort(new Error("the test is over"));
      await boss.stop({ graceful: true, timeout: 5_000 });
      await app.db.$disconnect();
    },
  };
}
