import {
  forgetShopifyGroups,
  insertShopifyGroups,
  noteReading,
  noteReadingWanted,
  readShopifyGroupReading,
} from "../../persistence/shopify-groups.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import { readBulkOperation } from "../../shopify/read-bulk-operation.ts";
import { startRfmGroupsBulkQuery, streamRfmGroups } from "../../shopify/rfm-groups.ts";
import type { App } from "../app.ts";
import { findOpenShop } from "../find-open-shop.ts";
import { pause } from "../pause.ts";
import { requireShop } from "../require-shop.ts";

const pollEveryMs = 1_000;
const batchSize = 5_000;

/** The merchant wants Shopify's groups beside ours: from now on they are read weekly. */
export async function askForShopifyGroups(app: App, shop: string): Promise<{ kind: "asked" }> {
  await requireShop(app, shop);
  await app.db.$transaction(async (tx) => {
    await noteReadingWanted(tx, shop, new Date());
    await app.enqueue(tx, "read-shopify-groups", { shop });
  });
  return { kind: "asked" };
}

/** Reads every customer's group in Shopify's own report. A killed worker's bulk query is taken up again. */
export async function readShopifyGroups(
  app: App,
  shop: string,
  signal: AbortSignal,
): Promise<void> {
  if ((await findOpenShop(app, shop)) === null) return;
  const reading = await readShopifyGroupReading(app.db, shop);
  if (reading === null) return;
  const admin = await app.adminOf(shop);
  const operationId = reading.operationId ?? (await startRfmGroupsBulkQuery(admin));
  await noteReading(app.db, shop, { operationId });
  const url = await waitForResult(app, admin, operationId, signal);
  await app.db.$transaction(async (tx) => {
    // Whoever is forgotten meanwhile stays forgotten.
    await lockScoringOf(tx, shop);
    await forgetShopifyGroups(tx, shop);
    if (url !== null)
      for await (const batch of streamRfmGroups(admin, url, batchSize))
        await insertShopifyGroups(tx, shop, batch);
    await noteReading(tx, shop, { operationId: null, readAt: new Date() });
  });
}

async function waitForResult(
  app: App,
  admin: AdminClient,
  operationId: bigint,
  signal: AbortSignal,
): Promise<string | null> {
  for (;;) {
    const operation = await readBulkOperation(admin, operationId);
    if (operation.kind === "completed") return operation.url;
    if (operation.kind === "failed") {
      // The next attempt starts a new one.
      await noteReading(app.db, admin.shop, { operationId: null });
      throw new Error(`the bulk query of ${admin.shop} ended as ${operation.reason}`);
    }
    await pause(pollEveryMs, signal);
  }
}
