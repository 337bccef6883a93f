import { hasUntold } from "../../persistence/flow-notices.ts";
import { forgetTagPrefixes, listCarriedPrefixes } from "../../persistence/tag-prefixes.ts";
import type { App } from "../app.ts";
import { findOpenShop } from "../find-open-shop.ts";
import { openCustomerDesk } from "./customer-desk.ts";
import { publishDiscounts } from "./discounts/publish-discounts.ts";
import { publishCustomers } from "./publish-customers.ts";
import { publishMarked } from "./publish-marked.ts";
import {
  publishSegmentQueries,
  publishSegments,
  removeLeftoverSegments,
} from "./publish-segments.ts";
import { publishTierList } from "./publish-tier-list.ts";
import type { Publishing, PublishingAll } from "./publishing.ts";
import { readLiveProgram } from "../scoring/live-program.ts";

/**
 * Brings Shopify in step with what was decided, whichever way the two differ. Every step asks the ledger what
 * is missing, so it can be stopped anywhere and started again, and changes nothing when all is in step. "marked": only
 * customers who are marked for it, which costs the same in a shop of any size.
 */
export async function publishShop(
  app: App,
  shop: string,
  signal: AbortSignal,
  kind?: "marked",
): Promise<void> {
  // The queue may give a job to a second worker when the first is only slow. Two at once would confirm in the ledger
  // what the other has just changed in the shop.
  await app.runAlone(`publish:${shop}`, async () => {
    const record = await findOpenShop(app, shop);
    if (record === null || record.dryRun) return;
    const publishing: Publishing = {
      app,
      shop: record,
      admin: await app.adminOf(shop),
      among: null,
      conflictsOf: new Map(),
      signal,
    };
    // While tags begin with something new, segments go first.
    if (kind === "marked" && record.formerTagPrefixes.length === 0) {
      await publishMarked(publishing);
      await tellOfCustomers(publishing);
    } else {
      await publishEverything({ ...publishing, program: await readLiveProgram(app, record) });
    }
  });
}

async function publishEverything(publishing: PublishingAll): Promise<void> {
  const { app, shop: record, signal } = publishing;
  await publishTierList(publishing);
  // Before tags with another beginning come off, their segments ask for the new ones too.
  await publishSegmentQueries(publishing);
  await publishCustomers(openCustomerDesk(publishing), signal);
  await tellOfCustomers(publishing);
  const { formerTagPrefixes } = record;
  record.formerTagPrefixes = await listCarriedPrefixes(app.db, record.shop, formerTagPrefixes);
  // A discount needs its segment, and a segment cannot go while a discount is bound to it.
  await publishSegments(publishing);
  const isOver = (prefix: string) => !record.formerTagPrefixes.includes(prefix);
  await forgetTagPrefixes(app.db, record.shop, formerTagPrefixes.filter(isOver));
  if (!record.missingScopes.includes("write_discounts")) await publishDiscounts(publishing);
  await removeLeftoverSegments(publishing);
}

/** Flow hears of customers once Shopify shows what was decided of them. */
async function tellOfCustomers({ app, shop: { shop } }: Publishing): Promise<void> {
  if (await hasUntold(app.db, shop)) await app.enqueue(app.db, "tell-flow", { shop });
}
