import { deleteCheckoutsBefore } from "../../persistence/abandoned-checkouts.ts";
import { updateInterestStudy } from "../../persistence/interest-studies.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";

/** Has abandoned checkouts read from now on, or no more: then those that were read are forgotten. */
export async function turnCheckouts(app: App, shop: string, isOn: boolean): Promise<void> {
  await requireShop(app, shop);
  await app.db.$transaction(async (tx) => {
    const anew = { sweptUntil: null, sweepStartedAt: null, sweepCheckoutId: null, problem: null };
    await updateInterestStudy(tx, shop, { readsCheckouts: isOn, ...anew });
    if (!isOn) await deleteCheckoutsBefore(tx, shop, null);
    await app.enqueue(tx, "study-interest", { shop });
  });
}
