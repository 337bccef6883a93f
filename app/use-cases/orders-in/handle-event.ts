import { markHandled, readInboxEvent } from "../../persistence/inbox.ts";
import type { App } from "../app.ts";
import { findOpenShop } from "../find-open-shop.ts";
import { doNothing } from "./events/event-handler.ts";
import { eventHandlers } from "./events/event-handlers.ts";
import { isTopic } from "./events/topics.ts";

/**
 * Acts on one event of the inbox: what Shopify must be asked first, then all that is written at once. What asks for a
 * scope the shop does not grant stays in the inbox until it does (`events/scopes-changed.ts`).
 */
export async function handleEvent(app: App, shop: string, webhookId: string): Promise<void> {
  const event = await readInboxEvent(app.db, shop, webhookId);
  if (event === null || event.handledAt !== null) return;

  const { topic, subject } = event;
  if (needsOrders(topic) && (await findOpenShop(app, shop)) === null) return;
  // A topic the app no longer declares may still be in its inbox.
  const act = isTopic(topic) ? await eventHandlers[topic](app, shop, subject) : doNothing;
  await app.db.$transaction(async (tx) => {
    await act(tx);
    await markHandled(tx, shop, webhookId, new Date());
  });
}

function needsOrders(topic: string): boolean {
  return topic.startsWith("orders/") || topic.startsWith("refunds/");
}
