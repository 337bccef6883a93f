import { dropDrifts } from "../../persistence/drifts.ts";
import { countWritten, tryEverybodyAgain } from "../../persistence/publication-ledger.ts";
import { listDiscountsInShopify } from "../../persistence/discounts.ts";
import { listPublishedSegments } from "../../persistence/published-objects.ts";
import { updateShop, type Shop } from "../../persistence/shops.ts";
import type { App } from "../app.ts";
import { noFlow, saveFlowSettings } from "../flow/triggers/save-triggers.ts";
import { requireShop } from "../require-shop.ts";

export interface CleanUp {
  /** What of ours is in Shopify, by the ledger. */
  customers: number;
  segments: number;
  discounts: number;
  /** Null = nobody asked for it. */
  running: { startedAt: string; total: number; done: number; isDone: boolean } | null;
}

/** What everything we ever wrote is, and how far its removal is. */
export async function readCleanUp(app: App, record: Shop): Promise<CleanUp> {
  const { shop, cleanUpStartedAt, cleanUpCustomers } = record;
  const customers = await countWritten(app.db, shop);
  const segments = (await listPublishedSegments(app.db, shop)).length;
  const discounts = (await listDiscountsInShopify(app.db, shop)).length;
  const left = customers + segments + discounts;
  return {
    customers,
    segments,
    discounts,
    running:
      cleanUpStartedAt === null
        ? null
        : {
            startedAt: cleanUpStartedAt.toISOString(),
            total: cleanUpCustomers,
            done: Math.max(0, cleanUpCustomers - customers),
            isDone: left === 0,
          },
  };
}

/**
 * Takes away all that the ledger says we wrote: tags, fields, segments, discounts. Everything is switched off, and
 * publishing brings Shopify in step with that, so it goes on wherever it was stopped. Customers set aside are tried again.
 */
export async function startCleanUp(app: App, shop: string): Promise<{ kind: "started" }> {
  await requireShop(app, shop);
  await app.db.$transaction(async (tx) => {
    await dropDrifts(tx, shop, null);
    await tryEverybodyAgain(tx, shop);
    await updateShop(tx, shop, {
      publishTags: false,
      publishMetafields: false,
      publishSegments: false,
      publishDiscounts: false,
      dryRun: false,
      cleanUpStartedAt: new Date(),
      cleanUpCustomers: await countWritten(tx, shop),
    });
    await saveFlowSettings(tx, shop, noFlow, { leavesDryRun: false });
    await app.enqueue(tx, "publish", { shop });
  });
  return { kind: "started" };
}
