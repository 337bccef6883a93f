import { eraseShop, listShopsGoneBefore } from "../../persistence/shops.ts";
import type { App } from "../app.ts";

/** Shopify asks for it after two days; a request that never arrived must not keep a shop's data for good. */
const keptDays = 30;

export async function eraseShopsLongGone(app: App): Promise<void> {
  const end = new Date(Date.now() - keptDays * 86_400_000);
  for (const shop of await listShopsGoneBefore(app.db, end)) {
    await app.db.$transaction((tx) => eraseShop(tx, shop));
    app.log.info({ shop }, "a shop that left was erased");
  }
}
