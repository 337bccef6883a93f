import { spawn } from "node:child_process";
import { once } from "node:events";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { connectDatabase, type PrismaClient } from "../../app/persistence/database.ts";
import { saveInstallation } from "../../app/persistence/shops.ts";
import { buildApp } from "../../scripts/build/build-app.ts";
import { ensureDatabase } from "../../scripts/database/ensure-database.ts";
import { makeEmptyDatabase } from "../../scripts/database/make-empty-database.ts";
import { resetDatabase } from "../../scripts/database/reset-database.ts";
import { findFreePort } from "../../scripts/processes/free-port.ts";
import { projectFolder } from "../../scripts/project-folder.ts";
import { webhookHeaders } from "../../simulated-shop/webhooks/webhook-request.ts";
import type { WebhookToSend } from "./load.ts";

const databaseName = "echelon_bench_webhooks";
const secret = "a-secret-of-the-benchmark";
export const shop = "bench.myshopify.com";

/** The real web process and the bare peer, on one empty database in which one shop has the app. */
export interface WebAndPeer {
  db: PrismaClient;
  ourUrl: string;
  peerUrl: string;
  close(): Promise<void>;
}

export async function openWebAndPeer(): Promise<WebAndPeer> {
  await buildApp();
  const server = await ensureDatabase();
  const databaseUrl = await makeEmptyDatabase(server.url, databaseName);
  const db = connectDatabase(databaseUrl);
  const facts = { currencyCode: "GBP", timeZone: "Europe/London" };
  await saveInstallation(db, shop, facts, new Date());
  const [ourPort, peerPort] = [await findFreePort(), await findFreePort()];
  const web = start([join(projectFolder, "app/web.ts")], {
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    SHOPIFY_API_KEY: "bench",
    SHOPIFY_API_SECRET: secret,
    SHOPIFY_APP_URL: `http://127.0.0.1:${String(ourPort)}`,
    HOST: "127.0.0.1",
    PORT: String(ourPort),
  });
  const peerFile = join(projectFolder, "bench/webhooks/bare-server.ts");
  const peer = start([peerFile, databaseUrl, String(peerPort)], {});
  const [ourUrl, peerUrl] = [ourPort, peerPort].map(
    (port) => `http://127.0.0.1:${String(port)}/webhooks/orders`,
  ) as [string, string];
  for (const url of [ourUrl, peerUrl]) await untilAnswered(url);
  return {
    db,
    ourUrl,
    peerUrl,
    async close() {
      for (const end of [web, peer]) await end();
      await db.$disconnect();
      await resetDatabase(databaseUrl);
      await server.stop();
    },
  };
}

/** A webhook nobody has sent before, signed. */
export function signedWebhook(topic: string, payload: object): WebhookToSend {
  const body = JSON.stringify(payload);
  const envelope = {
    topic,
    webhookId: randomUUID(),
    eventId: randomUUID(),
    triggeredAt: new Date().toISOString(),
    shopDomain: shop,
    apiVersion: "2026-07",
    name: null,
  };
  return { headers: webhookHeaders(envelope, body, secret), body };
}

function start(args: readonly string[], variables: Record<string, string>): () => Promise<void> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...variables },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const gone = once(child, "exit");
  return async () => {
    child.kill("SIGTERM");
    await gone;
  };
}

async function untilAnswered(url: string): Promise<void> {
  for (;;) {
    const isThere = await fetch(url, { method: "POST", body: "{}" }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await wait(100);
  }
}
