import { readInterestStudy, updateInterestStudy } from "../../persistence/interest-studies.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { App } from "../app.ts";
import { findOpenShop } from "../find-open-shop.ts";
import { judgeCustomers } from "./judge-customers.ts";
import { sweepCheckouts } from "./sweep-checkouts.ts";

/** Nobody waits for it, and with nothing new it costs Shopify a few points. */
const everyMs = 60 * 60_000;

/** Whether it is time to look again. `at` is real time. A shop that wants neither pixel nor checkouts is left alone. */
export async function isInterestDue(
  app: App,
  { shop, pixelAccount }: Pick<Shop, "shop" | "pixelAccount">,
  at: Date,
): Promise<boolean> {
  const { readsCheckouts, studiedAt } = await readInterestStudy(app.db, shop);
  if (pixelAccount === null && !readsCheckouts) return false;
  return studiedAt === null || at.getTime() - studiedAt.getTime() >= everyMs;
}

/** Reads what was left at checkouts, and works out anew who is interested in something and who abandons carts. */
export async function studyInterest(app: App, shop: string, signal: AbortSignal): Promise<void> {
  const record = await findOpenShop(app, shop);
  if (record === null) return;
  await sweepCheckouts(app, shop, signal);
  const changed = await judgeCustomers(app, record, signal);
  await app.db.$transaction(async (tx) => {
    await updateInterestStudy(tx, shop, { studiedAt: new Date() });
    if (changed > 0) await app.enqueue(tx, "renew-groups", { shop });
  });
  app.log.info({ shop, changed }, "interest studied");
}
