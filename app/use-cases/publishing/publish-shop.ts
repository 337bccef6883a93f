import { hasUntold } from "../../persistence/flow-notices.ts";
import { forgetTagPrefixes, listCarriedPrefixes } from "../../persistence/tag-prefixes.ts";
import type { App } from "../app.ts";
import { findOpenShop } from "../find-open-shop.ts";
import { openCustomerDesk } from "./customer-desk.ts";
import { publishDiscounts } from "./discounts/publish-discounts.ts";
import { publishCustomers } from "./publish-customers.ts";
import {
  publishSegmentQueries,
  publishSegments,
  removeLeftoverSegments,
} from "./publish-segments.ts";
import { publishTierList } from "./publish-tier-list.ts";
import type { Publishing } from "./publishing.ts";
import { readLiveProgram } from "../scoring/live-program.ts";

/**
 * Brings Shopify in step with what was decided, whichever way the two differ. Every step asks the ledger what
 * is missing, so it can be stopped anywhere and started again, and changes nothing when all is in step.
 */
export async function publishShop(app: App, shop: string, signal: AbortSignal): Promise<void> {
  // The queue may give a job to a second worker when the first is only slow. Two at once would confirm in the ledger
  // what the other has just changed in the shop.
  await app.runAlone(`publish:${shop}`, () => publishAlone(app, shop, signal));
}

async function publishAlone(app: App, shop: string, signal: AbortSignal): Promise<void> {
  const record = await findOpenShop(app, shop);
  if (record === null || record.dryRun) return;
  const publishing: Publishing = {
    app,
    shop: record,
    program: await readLiveProgram(app, record),
    admin: await app.adminOf(shop),
    conflictsOf: new Map(),
    signal,
  };
  await publishTierList(publishing);
  // Before tags with another beginning come off, their segments ask for the new ones too.
  await publishSegmentQueries(publishing);
  await publishCustomers(openCustomerDesk(publishing), signal);
  if (await hasUntold(app.db, shop)) await app.enqueue(app.db, "tell-flow", { shop });
  const { formerTagPrefixes } = record;
  record.formerTagPrefixes = await listCarriedPrefixes(app.db, shop, formerTagPrefixes);
  // A discount needs its segment, and a segment cannot go while a discount is bound to it.
  await publishSegments(publishing);
  const isOver = (prefix: string) => !record.formerTagPrefixes.includes(prefix);
  await forgetTagPrefixes(app.db, shop, formerTagPrefixes.filter(isOver));
  if (!record.missingScopes.includes("write_discounts")) await publishDiscounts(publishing);
  await removeLeftoverSegments(publishing);
}
