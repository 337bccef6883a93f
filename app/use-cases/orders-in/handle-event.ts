import { markHandled, readInboxEvent } from "../../persistence/inbox.ts";
import { findInstalledShop } from "../../persistence/shops.ts";
import type { App } from "../app.ts";
import { lacksAccess } from "../find-open-shop.ts";
import { doNothing } from "./events/event-handler.ts";
import { eventHandlers } from "./events/event-handlers.ts";
import { isTopic } from "./events/topics.ts";
import { handleOrderNews, isOrderNews } from "./handle-order-news.ts";

/**
 * Acts on one event of the inbox: what Shopify must be asked first, then all that is written at once. What asks for a
 * scope the shop does not grant stays in the inbox until it does (`events/scopes-changed.ts`).
 */
export async function handleEvent(app: App, shop: string, webhookId: string): Promise<void> {
  const event = await readInboxEvent(app.db, shop, webhookId);
  if (event === null || event.handledAt !== null) return;

  const { topic, subject } = event;
  if (asksOfOrders(topic)) {
    const record = await findInstalledShop(app.db, shop);
    if (record !== null && lacksAccess(record)) return;
  }
  if (isOrderNews(topic)) {
    await handleOrderNews(app, shop, webhookId);
    return;
  }
  // A topic the app no longer declares may still be in its inbox.
  const act = isTopic(topic) ? await eventHandlers[topic](app, shop, subject) : doNothing;
  await app.db.$transaction(async (tx) => {
    await act(tx);
    await markHandled(tx, shop, [webhookId], new Date());
  });
}

/** What is done about the others needs no scope, or asks for none that could be missing. */
function asksOfOrders(topic: string): boolean {
  return /^(orders|refunds)\/|^customers\/(delete|merge)$/.test(topic);
}
