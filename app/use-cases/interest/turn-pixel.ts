import { randomUUID } from "node:crypto";
import { updateShop } from "../../persistence/shops.ts";
import { createPixel, deletePixel } from "../../shopify/web-pixel.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";

export type TurnResult =
  | { kind: "done" }
  /** The shop grants the app no pixel. */
  | { kind: "no-access" }
  | { kind: "refused"; message: string };

export function isPixelGranted(missingScopes: readonly string[]): boolean {
  return !missingScopes.includes("write_pixels") && !missingScopes.includes("read_customer_events");
}

/**
 * Has Shopify load the pixel for visitors who allow it, or not any more. Turned off, what was counted stays until it is
 * too old; turned on again, counts of the former secret are ignored.
 *
 * @param endpoint where the pixel sends its counts
 */
export async function turnPixel(
  app: App,
  shop: string,
  isOn: boolean,
  endpoint: string,
): Promise<TurnResult> {
  const record = await requireShop(app, shop);
  const admin = await app.adminOf(shop);
  if (!isOn) {
    // From here on nothing is counted, whatever becomes of the call.
    await updateShop(app.db, shop, { pixelAccount: null });
    if (record.pixelId !== null) {
      const removed = await deletePixel(admin, record.pixelId);
      if (removed.kind === "refused") return removed;
    }
    await updateShop(app.db, shop, { pixelId: null });
    return { kind: "done" };
  }
  if (!isPixelGranted(record.missingScopes)) return { kind: "no-access" };
  const pixelAccount = `${shop}/${randomUUID()}`;
  const made = await createPixel(admin, { accountID: pixelAccount, endpoint });
  if (made.kind === "refused") return made;
  await updateShop(app.db, shop, { pixelAccount, pixelId: made.pixelId });
  return { kind: "done" };
}
