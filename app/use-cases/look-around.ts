import { deleteInboxBefore } from "../persistence/inbox.ts";
import { deleteFlowActionRunsBefore } from "../persistence/flow-action-runs.ts";
import { hasDirtyMarks } from "../persistence/dirty-customers.ts";
import { deleteHandActsBefore, hasWaitingActs } from "../persistence/hand-acts.ts";
import { hasDoubtedOrders } from "../persistence/order-doubts.ts";
import { forgetDeletionsBefore } from "../persistence/orders.ts";
import { deleteReconciliationsBefore } from "../persistence/reconciliations.ts";
import { forgetMemberImports } from "../persistence/member-imports.ts";
import { listReadingsBefore } from "../persistence/shopify-groups.ts";
import { listInstalledShops } from "../persistence/shops.ts";
import { calendarDayOf } from "../scoring/index.ts";
import type { App } from "./app.ts";
import { isTellingDue } from "./flow/triggers/tell-flow.ts";
import { eraseShopsLongGone } from "./privacy/erase-shops-long-gone.ts";
import { isInterestDue } from "./interest/study-interest.ts";
import { isRecalibrationDue } from "./scoring/is-recalibration-due.ts";
import { readLiveProgram } from "./scoring/live-program.ts";
import { readWaiting } from "./publishing/read-waiting.ts";
import { askWhenDue } from "./reconciling/ask-when-due.ts";

/** Handled events and Flow's calls are kept this long, so that a late repeat is still recognised. */
const inboxRetentionDays = 30;
/** Addresses that could not be matched in so long are forgotten, and so is what came of the others. */
const importRetentionMs = 2 * 86_400_000;

/** Once a minute: a new day in a shop's time zone recalibrates it, and whatever got stuck is started again. */
export async function lookAround(app: App): Promise<void> {
  const now = await app.now();
  for (const shop of await listInstalledShops(app.db)) {
    if (await hasDoubtedOrders(app.db, shop.shop)) {
      await app.enqueue(app.db, "settle-doubts", { shop: shop.shop });
    }
    await askWhenDue(app, shop.shop, new Date());
    // Nobody is scored before the first calibration.
    if (shop.liveCalibrationId === null) continue;
    if (await isInterestDue(app, shop, new Date()))
      await app.enqueue(app.db, "study-interest", { shop: shop.shop });
    const day = calendarDayOf(now, shop.timeZone);
    if (day > (shop.dueDecidedDay ?? -1))
      await app.enqueue(app.db, "forget-history", { shop: shop.shop });
    const { definition: program } = await readLiveProgram(app, shop);
    if (isRecalibrationDue(program, shop, day)) {
      await app.enqueue(app.db, "score-base", { shop: shop.shop, kind: "recalibration" });
      continue;
    }
    const isPublishing = (shop.publishTags || shop.publishMetafields) && !shop.dryRun;
    if (isPublishing && day > (shop.driftCheckedDay ?? -1))
      await app.enqueue(app.db, "check-drift", { shop: shop.shop, kind: "sample" });
    // A day without anybody due is over as soon as that is seen.
    if (day > (shop.dueDecidedDay ?? -1))
      await app.enqueue(app.db, "decide-due", { shop: shop.shop });
    if (await hasDirtyMarks(app.db, shop.shop)) {
      await app.enqueue(app.db, "retier", { shop: shop.shop });
    }
    if (await hasWaitingActs(app.db, shop.shop)) {
      await app.enqueue(app.db, "act-on-many", { shop: shop.shop });
    }
    const waiting = await readWaiting(app, shop);
    if (waiting.customers > 0) await app.enqueue(app.db, "publish", { shop: shop.shop });
    if (await isTellingDue(app, shop, day))
      await app.enqueue(app.db, "tell-flow", { shop: shop.shop });
  }
  const weekAgo = new Date(Date.now() - 7 * 86_400_000);
  for (const shop of await listReadingsBefore(app.db, weekAgo))
    await app.enqueue(app.db, "read-shopify-groups", { shop });
  const retentionEnd = new Date(Date.now() - inboxRetentionDays * 86_400_000);
  await forgetMemberImports(app.db, { before: new Date(Date.now() - importRetentionMs) });
  await deleteInboxBefore(app.db, retentionEnd);
  await deleteFlowActionRunsBefore(app.db, retentionEnd);
  await forgetDeletionsBefore(app.db, retentionEnd);
  await eraseShopsLongGone(app);
  await deleteReconciliationsBefore(app.db, retentionEnd);
  await deleteHandActsBefore(app.db, retentionEnd);
}
