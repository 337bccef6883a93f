import { markHandled, readInboxEvent } from "../../persistence/inbox.ts";
import type { App } from "../app.ts";
import { doNothing } from "./events/event-handler.ts";
import { eventHandlers } from "./events/event-handlers.ts";
import { isTopic } from "./events/topics.ts";

/** Acts on one event of the inbox: what Shopify must be asked first, then all that is written at once. */
export async function handleEvent(app: App, shop: string, webhookId: string): Promise<void> {
  const event = await readInboxEvent(app.db, shop, webhookId);
  if (event === null || event.handledAt !== null) return;

  const { topic, subject } = event;
  // A topic the app no longer declares may still be in its inbox.
  const act = isTopic(topic) ? await eventHandlers[topic](app, shop, subject) : doNothing;
  await app.db.$transaction(async (tx) => {
    await act(tx);
    await markHandled(tx, shop, webhookId, new Date());
  });
}
