/** What the app does about each topic. */
import { appUninstalled } from "./app-uninstalled.ts";
import { bulkFinished } from "./bulk-finished.ts";
import { customerDataRequest } from "./customer-data-request.ts";
import { customerGone } from "./customer-gone.ts";
import { customerMerged } from "./customer-merged.ts";
import { customerRedact } from "./customer-redact.ts";
import { customerTouched } from "./customer-touched.ts";
import type { EventHandler } from "./event-handler.ts";
import { orderChanged, orderDeleted } from "./order-changed.ts";
import { scopesChanged } from "./scopes-changed.ts";
import { segmentChanged } from "./segment-changed.ts";
import { shopRedact } from "./shop-redact.ts";
import { tagsAdded, tagsRemoved } from "./tags-changed.ts";
import type { Topic } from "./topics.ts";

export const eventHandlers: Record<Topic, EventHandler> = {
  "orders/create": orderChanged,
  "orders/updated": orderChanged,
  "orders/paid": orderChanged,
  "orders/cancelled": orderChanged,
  "orders/edited": orderChanged,
  "orders/delete": orderDeleted,
  "refunds/create": orderChanged,
  "customers/create": customerTouched,
  "customers/update": customerTouched,
  "customers/delete": customerGone,
  "customers/merge": customerMerged,
  "customer.tags_added": tagsAdded,
  "customer.tags_removed": tagsRemoved,
  "segments/update": segmentChanged,
  "segments/delete": segmentChanged,
  "bulk_operations/finish": bulkFinished,
  "app/uninstalled": appUninstalled,
  "app/scopes_update": scopesChanged,
  "customers/data_request": customerDataRequest,
  "customers/redact": customerRedact,
  "shop/redact": shopRedact,
};
