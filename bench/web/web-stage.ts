import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connectDatabase } from "../../app/persistence/database.ts";
import type { App } from "../../app/use-cases/app.ts";
import { buildApp } from "../../scripts/build/build-app.ts";
import { ensureDatabase } from "../../scripts/database/ensure-database.ts";
import { makeEmptyDatabase } from "../../scripts/database/make-empty-database.ts";
import { resetDatabase } from "../../scripts/database/reset-database.ts";
import { openApp } from "../../scripts/demo/merchant.ts";
import { findFreePort } from "../../scripts/processes/free-port.ts";
import { projectFolder } from "../../scripts/project-folder.ts";
import { startSimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";
import {
  askAsMerchant,
  type AppAnswer,
  type MerchantRequest,
} from "../../tests/setup/ask-as-merchant.ts";
import { appOnDatabase } from "../database/app-on-database.ts";

const asOf = "2026-06-30";

export interface WebStage {
  appUrl: string;
  /** What the app answers to the merchant. */
  ask(request: MerchantRequest): Promise<AppAnswer>;
  /** Of the web process, its threads included. */
  peakMemoryMb(): number;
  close(): Promise<void>;
}

/** Fills the database behind the app: use cases on it, its address, and the shop. Business time is the shop's. */
export type FillShop = (app: App, databaseUrl: string, shop: string) => Promise<void>;

/** The real web process, without a worker, in front of a shop whose base is made up inside the database. */
export async function openWebStage(databaseName: string, fill: FillShop): Promise<WebStage> {
  await buildApp();
  const server = await ensureDatabase();
  const databaseUrl = await makeEmptyDatabase(server.url, databaseName);
  const simulated = await startSimulatedShop({
    customers: 5,
    seed: 7,
    asOf,
    appConfigurationFile: join(projectFolder, "shopify.app.toml"),
  });
  const appUrl = `http://127.0.0.1:${String(await findFreePort())}`;
  simulated.setAppUrl(appUrl);
  const web = spawn(process.execPath, [join(projectFolder, "app/web.ts")], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      SHOPIFY_API_KEY: simulated.clientId,
      SHOPIFY_API_SECRET: simulated.clientSecret,
      SHOPIFY_APP_URL: appUrl,
      ECHELON_SIMULATED_SHOP: simulated.url,
      HOST: "127.0.0.1",
      PORT: new URL(appUrl).port,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const gone = once(web, "exit");
  await untilAnswered(appUrl);
  await openApp({ shopUrl: simulated.url, shop: simulated.shop, appUrl });
  const db = connectDatabase(databaseUrl);
  const until = new Date(`${asOf}T12:00:00Z`);
  await fill(
    appOnDatabase(db, () => until),
    databaseUrl,
    simulated.shop,
  );
  await db.$disconnect();

  return {
    appUrl,
    ask: (request) => askAsMerchant(appUrl, simulated, request),
    peakMemoryMb() {
      const status = readFileSync(`/proc/${String(web.pid)}/status`, "utf8");
      const [, kilobytes = "0"] = /VmHWM:\s+(\d+) kB/.exec(status) ?? [];
      return Math.round((Number(kilobytes) * 1_024) / 1e6);
    },
    async close() {
      web.kill("SIGTERM");
      await gone;
      await simulated.close();
      await resetDatabase(databaseUrl);
      await server.stop();
    },
  };
}

async function untilAnswered(url: string): Promise<void> {
  for (;;) {
    const isThere = await fetch(`${url}/health`).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
