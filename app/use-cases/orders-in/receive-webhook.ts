import { insertInboxEvent } from "../../persistence/inbox.ts";
import { readTagPrefixes } from "../../persistence/tag-prefixes.ts";
import type { App } from "../app.ts";
import { isNews } from "./events/is-news.ts";
import { isTopic } from "./events/topics.ts";
import { isAboutTags, subjectOf } from "./webhook-subject.ts";

export interface VerifiedWebhook {
  topic: string;
  shop: string;
  webhookId: string;
  triggeredAt: Date | null;
  body: Record<string, unknown>;
}

/**
 * Keeps a verified webhook and asks for the job that acts on it, both or neither. Nothing else happens before
 * Shopify is answered. Unknown shops and topics, repeats and echoes of our own writes are ignored; "malformed" = the
 * body names nothing.
 */
export async function receiveWebhook(
  app: App,
  webhook: VerifiedWebhook,
): Promise<"taken" | "ignored" | "malformed"> {
  const { shop, webhookId, topic, triggeredAt } = webhook;
  const tagPrefixes = isAboutTags(topic) ? await readTagPrefixes(app.db, shop) : [];
  const subject = subjectOf(topic, webhook.body, tagPrefixes);
  if (subject === null) return "malformed";
  // A topic may be declared no more and still be under way.
  if (!isTopic(topic) || !(await isNews(app, shop, topic, subject))) return "ignored";
  return app.db.$transaction(async (tx) => {
    const event = { shop, webhookId, topic, subject, triggeredAt, receivedAt: new Date() };
    if (!(await insertInboxEvent(tx, event))) return "ignored";
    await app.enqueue(tx, "handle-event", { shop, webhookId });
    return "taken";
  });
}
