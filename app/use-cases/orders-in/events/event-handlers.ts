/** What the app does about each topic. */
import { appUninstalled } from "./app-uninstalled.ts";
import { customerRedact } from "./customer-redact.ts";
import { doNothing, type EventHandler } from "./event-handler.ts";
import { orderChanged, orderDeleted } from "./order-changed.ts";
import { shopRedact } from "./shop-redact.ts";
import type { Topic } from "./topics.ts";

const notedOnly: EventHandler = () => Promise.resolve(doNothing);

export const eventHandlers: Record<Topic, EventHandler> = {
  "orders/create": orderChanged,
  "orders/updated": orderChanged,
  "orders/cancelled": orderChanged,
  "orders/delete": orderDeleted,
  "refunds/create": orderChanged,
  "app/uninstalled": appUninstalled,
  "app/scopes_update": notedOnly,
  "customers/data_request": notedOnly,
  "customers/redact": customerRedact,
  "shop/redact": shopRedact,
};
