import type { App } from "../use-cases/app.ts";
import { importOrders } from "../use-cases/import-orders.ts";
import { handleEvent } from "../use-cases/handle-event.ts";
import { lookAround } from "../use-cases/look-around.ts";
import { publishShop } from "../use-cases/publish-shop.ts";
import { retierDirtyCustomers } from "../use-cases/retier-dirty-customers.ts";
import { scoreBase } from "../use-cases/score-base.ts";
import type { JobData, JobName } from "./catalog.ts";

type Handlers = {
  [Name in JobName]: (app: App, data: JobData<Name>, signal: AbortSignal) => Promise<void>;
};

/** What each job does. Every handler may run twice. */
export const handlers: Handlers = {
  "import-orders": (app, { shop }, signal) => importOrders(app, shop, signal),
  "score-base": (app, { shop, kind }) => scoreBase(app, shop, kind),
  "handle-event": (app, { shop, webhookId }) => handleEvent(app, shop, webhookId),
  retier: (app, { shop }) => retierDirtyCustomers(app, shop),
  publish: (app, { shop }, signal) => publishShop(app, shop, signal),
  tick: (app) => lookAround(app),
};
