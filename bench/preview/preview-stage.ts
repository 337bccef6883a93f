import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connectDatabase } from "../../app/persistence/database.ts";
import { scoreBase } from "../../app/use-cases/scoring/score-base.ts";
import { buildApp } from "../../scripts/build/build-app.ts";
import { ensureDatabase } from "../../scripts/database/ensure-database.ts";
import { makeEmptyDatabase } from "../../scripts/database/make-empty-database.ts";
import { resetDatabase } from "../../scripts/database/reset-database.ts";
import { openApp } from "../../scripts/demo/merchant.ts";
import { findFreePort } from "../../scripts/processes/free-port.ts";
import { projectFolder } from "../../scripts/project-folder.ts";
import { startSimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";
import { askAsMerchant } from "../../tests/setup/ask-as-merchant.ts";
import { appOnDatabase } from "../database/app-on-database.ts";
import { makeOrders } from "../score-database/made-base.ts";

const databaseName = "echelon_bench_preview";
const asOf = "2026-06-30";
const ordersPerCustomer = 5;

export interface PreviewStage {
  /** The answer's text. */
  preview(form: object): Promise<string>;
  /** A webhook nobody signed: refused after its body was read and hashed, without the database. */
  timeRefusedWebhookMs(): Promise<number>;
  /** Of the web process, its threads included. */
  peakMemoryMb(): number;
  close(): Promise<void>;
}

/** The real web process, in front of a shop whose base is made up inside the database, and scored. */
export async function openPreviewStage(customers: number): Promise<PreviewStage> {
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
  await makeScoredBase(databaseUrl, simulated.shop, customers);

  return {
    async preview(form) {
      const { status, text } = await askAsMerchant(appUrl, simulated, {
        path: "/app/tiers/preview",
        routeId: "routes/app.tiers.preview",
        body: { form },
      });
      if (status !== 200) throw new Error(`the preview was answered with HTTP ${String(status)}`);
      return text;
    },
    async timeRefusedWebhookMs() {
      const startedAt = performance.now();
      const answer = await fetch(`${appUrl}/webhooks/orders`, { method: "POST", body: "{}" });
      await answer.text();
      return performance.now() - startedAt;
    },
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

async function makeScoredBase(databaseUrl: string, shop: string, customers: number): Promise<void> {
  const db = connectDatabase(databaseUrl);
  const until = new Date(`${asOf}T12:00:00Z`);
  await makeOrders(databaseUrl, shop, { customers, orders: customers * ordersPerCustomer, until });
  await scoreBase(
    appOnDatabase(db, () => until),
    shop,
    "import",
  );
  await db.$disconnect();
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
