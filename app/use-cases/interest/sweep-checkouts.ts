import { saveCheckouts } from "../../persistence/abandoned-checkouts.ts";
import {
  noteSweep,
  readInterestStudy,
  updateInterestStudy,
  type InterestStudy,
} from "../../persistence/interest-studies.ts";
import { interestDaysKept } from "../../scoring/index.ts";
import { listAbandonedCheckouts } from "../../shopify/list-abandoned-checkouts.ts";
import { ShopifyCallFailed } from "../../shopify/shopify-call-failed.ts";
import type { App } from "../app.ts";

/**
 * A checkout is listed ten minutes after its stamp, and Shopify's search may lag; its clock is not ours either. What is
 * read twice is only compared.
 */
const overlapMs = 2 * 60 * 60_000;
const keptMs = interestDaysKept * 86_400_000;

/**
 * Reads the checkouts that were left or completed since the last reading; the first one goes back as far as anything is
 * kept. How far it has come is noted with each page, so a killed one goes on there.
 */
export async function sweepCheckouts(app: App, shop: string, signal: AbortSignal): Promise<void> {
  const study = await readInterestStudy(app.db, shop);
  if (!study.readsCheckouts) return;
  try {
    await readPages(app, study, signal);
  } catch (error) {
    // Shopify will not tell, whenever it is asked: the merchant sees why, and traits go by the pixel alone.
    if (!(error instanceof ShopifyCallFailed) || error.failure !== "refused") throw error;
    await updateInterestStudy(app.db, shop, { problem: error.failure });
  }
}

async function readPages(app: App, study: InterestStudy, signal: AbortSignal): Promise<void> {
  const { shop } = study;
  const admin = await app.adminOf(shop);
  const startedAt = study.sweepStartedAt ?? (await app.now());
  await updateInterestStudy(app.db, shop, { sweepStartedAt: startedAt });
  const oldest = startedAt.getTime() - keptMs;
  const since = new Date(Math.max(oldest, (study.sweptUntil?.getTime() ?? oldest) - overlapMs));
  let after = study.sweepCheckoutId;
  for (;;) {
    signal.throwIfAborted();
    const { checkouts, isLast } = await listAbandonedCheckouts(admin, since, after);
    after = checkouts.at(-1)?.checkoutId ?? after;
    const progress = isLast
      ? { sweptUntil: startedAt, sweepStartedAt: null, sweepCheckoutId: null, problem: null }
      : { sweepCheckoutId: after };
    const young = checkouts.filter(({ createdAt }) => createdAt.getTime() >= oldest);
    const goesOn = await app.db.$transaction(async (tx) => {
      if (!(await noteSweep(tx, shop, startedAt, progress))) return false;
      await saveCheckouts(tx, shop, young);
      return !isLast;
    });
    if (!goesOn) return;
  }
}
