import { deleteCheckoutsBefore } from "../../persistence/abandoned-checkouts.ts";
import { forgetHistoryBefore } from "../../persistence/forget-history.ts";
import { deleteInterestBefore } from "../../persistence/interest-counts.ts";
import { forgetLooseAddresses } from "../../persistence/member-imports.ts";
import { findShop } from "../../persistence/shops.ts";
import { calendarDayOf, interestDaysKept } from "../../scoring/index.ts";
import type { App } from "../app.ts";

/**
 * Forgets decisions, runs and calibrations older than the merchant wants them kept, and what customers looked at or left
 * in checkouts longer ago than anything is judged by. Nobody's standing depends on them.
 */
export async function forgetHistory(app: App, shop: string): Promise<void> {
  const record = await findShop(app.db, shop);
  if (record === null) return;
  const today = calendarDayOf(await app.now(), record.timeZone);
  await deleteInterestBefore(app.db, shop, today - interestDaysKept);
  const end = await app.now();
  const oldest = new Date(end.getTime() - interestDaysKept * 86_400_000);
  await forgetLooseAddresses(app.db, shop);
  await app.db.$transaction((tx) => deleteCheckoutsBefore(tx, shop, oldest));
  end.setUTCMonth(end.getUTCMonth() - record.historyMonths);
  const forgotten = await forgetHistoryBefore(app.db, shop, end);
  if (forgotten.runs > 0) app.log.info({ shop, ...forgotten }, "history forgotten");
}
