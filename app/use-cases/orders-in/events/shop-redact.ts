import { eraseShop } from "../../../persistence/shops.ts";
import { hasAccess } from "../../../shopify/has-access.ts";
import { doNothing, handlerOf, noSubject } from "./event-handler.ts";

/** Comes two days after a shop has left. It may have come back meanwhile, and wants to keep what it has then. */
export const shopRedact = handlerOf(noSubject, async (app, shop) => {
  if (await hasAccess(await app.adminOf(shop))) return doNothing;
  return (tx) => eraseShop(tx, shop);
});
