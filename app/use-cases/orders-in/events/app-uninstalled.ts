import { saveUninstallation } from "../../../persistence/shops.ts";
import { hasAccess } from "../../../shopify/has-access.ts";
import { doNothing, handlerOf, noSubject } from "./event-handler.ts";

export const appUninstalled = handlerOf(noSubject, async (app, shop) => {
  // The news may be older than the installation there is now, and would end that one.
  if (await hasAccess(await app.adminOf(shop))) return doNothing;
  return (tx) => saveUninstallation(tx, shop, new Date());
});
