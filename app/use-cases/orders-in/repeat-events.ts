import { takeUpHandledEvents } from "../../persistence/inbox.ts";
import type { App } from "../app.ts";

const eventsAtOnce = 500;
/** What ends an installation is not to be repeated; everything else asks Shopify for what is the case now. */
const repeatedTopics = ["orders/", "refunds/", "customers/delete", "customers/merge"] as const;

/**
 * Acts once more on every event the inbox still holds that was handled before a moment. Killed and begun again it goes
 * on with those it has not taken up yet.
 */
export async function repeatEvents(
  app: App,
  shop: string,
  handledBefore: Date,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const taken = await app.db.$transaction(async (tx) => {
      const events = { topics: repeatedTopics, handledBefore, most: eventsAtOnce };
      const webhookIds = await takeUpHandledEvents(tx, shop, events);
      for (const webhookId of webhookIds)
        await app.enqueue(tx, "handle-event", { shop, webhookId });
      return webhookIds.length;
    });
    if (taken < eventsAtOnce) return;
  }
}

/** Has everything repeated that was handled until now. */
export async function askToRepeatEvents(app: App, shop: string): Promise<void> {
  const handledBefore = new Date().toISOString();
  await app.enqueue(app.db, "repeat-events", { shop, handledBefore });
}
