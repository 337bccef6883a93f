import type { InboxEvent, Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export type { InboxEvent };

export interface ReceivedEvent {
  shop: string;
  webhookId: string;
  topic: string;
  /** Only ids. */
  subject: Prisma.InputJsonValue;
  triggeredAt: Date | null;
  receivedAt: Date;
}

/** Keeps an event; false when this delivery is known already, or the shop is not. */
export async function insertInboxEvent(db: Database, event: ReceivedEvent): Promise<boolean> {
  const { shop, webhookId, topic, subject, triggeredAt, receivedAt } = event;
  const inserted = await db.$executeRaw`
    INSERT INTO inbox_event (shop, webhook_id, topic, subject, triggered_at, received_at)
    SELECT s.shop, ${webhookId}, ${topic}, ${JSON.stringify(subject)}::jsonb, ${triggeredAt}::timestamptz,
           ${receivedAt}::timestamptz
    FROM shop s WHERE s.shop = ${shop}
    ON CONFLICT DO NOTHING`;
  return inserted === 1;
}

export async function readInboxEvent(
  db: Database,
  shop: string,
  webhookId: string,
): Promise<InboxEvent | null> {
  return db.inboxEvent.findUnique({ where: { shop_webhookId: { shop, webhookId } } });
}

/** Whom a customer became a part of, as far as an event said so; null = none is kept that does. */
export async function readKeptInMerge(
  db: Database,
  shop: string,
  customerId: bigint,
): Promise<bigint | null> {
  const [merge] = await db.$queryRaw<{ keptId: bigint | null }[]>`
    SELECT (subject ->> 'keptId')::bigint AS "keptId" FROM inbox_event
    WHERE shop = ${shop} AND topic = 'customers/merge' AND subject ->> 'customerId' = ${String(customerId)}
    ORDER BY received_at DESC LIMIT 1`;
  return merge?.keptId ?? null;
}

export async function markHandled(
  db: Database,
  shop: string,
  webhookIds: readonly string[],
  at: Date,
): Promise<void> {
  const where = { shop, webhookId: { in: [...webhookIds] } };
  await db.inboxEvent.updateMany({ where, data: { handledAt: at } });
}

/** Marks handled events as not handled, the oldest first, and returns which. Topics by how they begin. */
export async function takeUpHandledEvents(
  db: Database,
  shop: string,
  which: { topics: readonly string[]; handledBefore: Date; most: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ webhook_id: string }[]>`
    UPDATE inbox_event SET handled_at = NULL WHERE shop = ${shop} AND webhook_id IN (
      SELECT webhook_id FROM inbox_event
      WHERE shop = ${shop} AND handled_at < ${which.handledBefore}
        AND topic LIKE ANY (SELECT t || '%' FROM unnest(${[...which.topics]}::text[]) AS t)
        -- Of somebody who was forgotten nothing is left to act on.
        AND subject <> '{}'::jsonb
      ORDER BY received_at LIMIT ${which.most})
    RETURNING webhook_id`;
  return rows.map((row) => row.webhook_id);
}

/** Which events of a shop are not handled yet, the oldest first; of those received before a moment, where one is given. */
export async function listUnhandled(
  db: Database,
  shop: string,
  receivedBefore?: Date,
): Promise<string[]> {
  const rows = await db.inboxEvent.findMany({
    where: {
      shop,
      handledAt: null,
      ...(receivedBefore === undefined ? {} : { receivedAt: { lt: receivedBefore } }),
    },
    orderBy: { receivedAt: "asc" },
    select: { webhookId: true },
  });
  return rows.map(({ webhookId }) => webhookId);
}

/** Events of these topics, received at a moment or after it, that are not handled yet: the oldest first. */
export async function listUnhandledSince(
  db: Database,
  shop: string,
  which: { topics: readonly string[]; since: Date; most: number },
): Promise<Pick<InboxEvent, "webhookId" | "subject">[]> {
  return db.inboxEvent.findMany({
    where: {
      shop,
      receivedAt: { gte: which.since },
      handledAt: null,
      topic: { in: [...which.topics] },
    },
    orderBy: { receivedAt: "asc" },
    select: { webhookId: true, subject: true },
    take: which.most,
  });
}

/** How many events wait and since when, and when Shopify last told us of an order or a refund. */
export async function readInboxState(
  db: Database,
  shop: string,
): Promise<{ depth: number; waitingSince: Date | null; lastOrderEventAt: Date | null }> {
  const { _count: depth, _min } = await db.inboxEvent.aggregate({
    where: { shop, handledAt: null },
    _count: true,
    _min: { receivedAt: true },
  });
  const last = await db.inboxEvent.aggregate({
    where: { shop, OR: [{ topic: { startsWith: "orders/" } }, { topic: "refunds/create" }] },
    _max: { receivedAt: true },
  });
  return { depth, waitingSince: _min.receivedAt, lastOrderEventAt: last._max.receivedAt };
}

export async function deleteInboxBefore(db: Database, moment: Date): Promise<void> {
  await db.inboxEvent.deleteMany({
    where: { receivedAt: { lt: moment }, handledAt: { not: null } },
  });
}
