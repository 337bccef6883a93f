import {
  pauseOrderImport,
  readOrderImport,
  resumeOrderImport,
  startOrderImport,
  type OrderImport,
} from "../../persistence/order-imports.ts";
import { cancelBulkOperation } from "../../shopify/cancel-bulk-operation.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";

/** Stops reading orders within a moment. Shopify goes on preparing its result, which is good for a week. */
export async function pauseImport(app: App, shop: string): Promise<void> {
  await pauseOrderImport(app.db, shop, new Date());
}

/** Goes on from where it stood. */
export async function resumeImport(app: App, shop: string): Promise<void> {
  await app.db.$transaction(async (tx) => {
    if (await resumeOrderImport(tx, shop, new Date()))
      await app.enqueue(tx, "import-orders", { shop });
  });
}

/** Reads all orders anew. Those that are as they were stay untouched, and so does everybody's standing until the end. */
export async function importAgain(app: App, shop: string): Promise<void> {
  await requireShop(app, shop);
  const former = await app.db.$transaction(async (tx) => {
    const former = await readOrderImport(tx, shop);
    await startOrderImport(tx, shop, new Date());
    await app.enqueue(tx, "import-orders", { shop });
    await app.enqueue(tx, "estimate-base", { shop });
    return former;
  });
  if (former !== null) await cancelUnread(app, former);
}

/** Shopify need not prepare a result that nobody will read; it runs no more than five at a time. */
async function cancelUnread(app: App, { shop, operationId, resultUrl, finishedAt }: OrderImport) {
  if (operationId === null || resultUrl !== null || finishedAt !== null) return;
  try {
    await cancelBulkOperation(await app.adminOf(shop), operationId);
  } catch (error) {
    // It ends by itself; only the room it takes is lost.
    app.log.warn({ shop, err: error }, "a bulk query could not be cancelled");
  }
}
