import { z } from "zod";
import { deleteOrders, saveOrders, type IncomingOrder } from "../../persistence/orders.ts";
import { markDirty } from "../../persistence/dirty-customers.ts";
import { eraseCustomer } from "../../persistence/erase-customer.ts";
import { markHandled, readInboxEvent } from "../../persistence/inbox.ts";
import type { Transaction } from "../../persistence/database.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import { eraseShop, findInstalledShop, saveUninstallation } from "../../persistence/shops.ts";
import { fetchOrders } from "../../shopify/fetch-orders.ts";
import { hasAccess } from "../../shopify/has-access.ts";
import type { App } from "../app.ts";

const orderSubject = z.object({ orderId: z.string().transform(BigInt) });
const customerSubject = z.object({ customerId: z.string().transform(BigInt) });

/**
 * Acts on one event of the inbox. An order's event only says that the order changed: what it is now is asked
 * of Shopify, so lost, late, repeated and reordered events end in the same state.
 */
export async function handleEvent(app: App, shop: string, webhookId: string): Promise<void> {
  const event = await readInboxEvent(app.db, shop, webhookId);
  if (event === null || event.handledAt !== null) return;

  const act = await prepare(app, shop, event.topic, event.subject);
  await app.db.$transaction(async (tx) => {
    await act(tx);
    await markHandled(tx, shop, webhookId, new Date());
  });
}

type Act = (tx: Transaction) => Promise<void>;

/** Asks Shopify what must be asked, and returns what is to be written in one transaction. */
async function prepare(app: App, shop: string, topic: string, subject: unknown): Promise<Act> {
  switch (topic) {
    case "orders/create":
    case "orders/updated":
    case "orders/cancelled":
    case "orders/delete":
    case "refunds/create": {
      if ((await findInstalledShop(app.db, shop)) === null) return doNothing;
      const { orderId } = orderSubject.parse(subject);
      const { orders, missing } = await fetchOrders(await app.adminOf(shop), [orderId]);
      // An order Shopify does not show may just be older than we may read; only the news of its end deletes it.
      const gone = topic === "orders/delete" ? missing : [];
      return (tx) => saveAnswer(app, tx, shop, orders, gone);
    }
    case "app/uninstalled":
      // The news may be older than the installation there is now, and would end that one.
      if (await hasAccess(await app.adminOf(shop))) return doNothing;
      return (tx) => saveUninstallation(tx, shop, new Date());
    case "customers/redact": {
      const { customerId } = customerSubject.parse(subject);
      return async (tx) => {
        // A run that has read the customer's orders already would bring them back.
        await lockScoringOf(tx, shop);
        await eraseCustomer(tx, shop, customerId, new Date());
      };
    }
    case "shop/redact":
      return (tx) => eraseShop(tx, shop);
    default:
      return doNothing;
  }
}

const doNothing: Act = () => Promise.resolve();

async function saveAnswer(
  app: App,
  tx: Transaction,
  shop: string,
  orders: readonly IncomingOrder[],
  gone: readonly bigint[],
): Promise<void> {
  const changed = [
    ...(await saveOrders(tx, shop, orders)),
    ...(await deleteOrders(tx, shop, gone)),
  ];
  if (changed.length === 0) return;
  await markDirty(tx, shop, changed);
  await app.enqueue(tx, "retier", { shop });
}
