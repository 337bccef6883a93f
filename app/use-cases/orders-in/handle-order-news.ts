import { listUnhandledSince, markHandled, readInboxEvent } from "../../persistence/inbox.ts";
import type { App } from "../app.ts";
import { orderSubject } from "./events/event-handler.ts";
import { ordersChanged } from "./events/order-changed.ts";

const orderNews = [
  "orders/create",
  "orders/updated",
  "orders/paid",
  "orders/cancelled",
  "orders/edited",
  "refunds/create",
];

export function isOrderNews(topic: string): boolean {
  return orderNews.includes(topic);
}

/** As many as one call asks about. */
const ordersAtOnce = 10;
/** An order is seldom in more than a few of them. */
const eventsAtOnce = 40;

/** By shop: the last of those who have taken their turn. */
const lastInTurn = new Map<string, Promise<void>>();

/**
 * Acts on the news of an order, and on what else has arrived of orders meanwhile: an order that is created and paid is
 * asked about once, and a burst of ten in one call. In one process a shop's take turns, or each would ask of all.
 */
export async function handleOrderNews(app: App, shop: string, webhookId: string): Promise<void> {
  const turn = (lastInTurn.get(shop) ?? Promise.resolve()).then(() =>
    handleWithOthers(app, shop, webhookId),
  );
  const over = turn.catch(() => {});
  lastInTurn.set(shop, over);
  try {
    await turn;
  } finally {
    if (lastInTurn.get(shop) === over) lastInTurn.delete(shop);
  }
}

interface OrderNews {
  webhookId: string;
  orderId: bigint;
}

async function handleWithOthers(app: App, shop: string, webhookId: string): Promise<void> {
  const event = await readInboxEvent(app.db, shop, webhookId);
  if (event === null || event.handledAt !== null) return;
  const own = { webhookId, orderId: orderSubject.parse(event.subject).orderId };
  // Jobs come in the order of their events, so whatever waits has come after this one.
  const which = { topics: orderNews, since: event.receivedAt, most: eventsAtOnce };
  const together = [own, ...(await newsBeside(app, shop, own, which))];
  if (together.length > 1) {
    try {
      await act(app, shop, together);
      return;
    } catch (error) {
      // One that cannot be dealt with must not keep the others from being: each will be tried by itself.
      app.log.warn({ shop, events: together.length, err: error }, "order news tried one by one");
    }
  }
  await act(app, shop, [own]);
}

async function act(app: App, shop: string, news: readonly OrderNews[]): Promise<void> {
  const write = await ordersChanged(app, shop, [...new Set(news.map(({ orderId }) => orderId))]);
  await app.db.$transaction(async (tx) => {
    await write(tx);
    const webhookIds = news.map(({ webhookId }) => webhookId);
    await markHandled(tx, shop, webhookIds, new Date());
  });
}

/** What else waits, of as many orders as one call asks about. */
async function newsBeside(
  app: App,
  shop: string,
  own: OrderNews,
  which: Parameters<typeof listUnhandledSince>[2],
): Promise<OrderNews[]> {
  const orderIds = new Set([own.orderId]);
  return (await listUnhandledSince(app.db, shop, which)).flatMap(({ webhookId, subject }) => {
    const parsed = orderSubject.safeParse(subject);
    if (!parsed.success || webhookId === own.webhookId) return [];
    const { orderId } = parsed.data;
    if (orderIds.size >= ordersAtOnce && !orderIds.has(orderId)) return [];
    orderIds.add(orderId);
    return { webhookId, orderId };
  });
}
