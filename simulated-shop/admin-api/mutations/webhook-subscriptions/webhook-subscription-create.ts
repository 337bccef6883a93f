import { topicOfSchemaName } from "../../../webhooks/topic-schema-name.ts";
import { createWebhookSubscription } from "../../../world/webhook-subscription.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { unansweredError } from "../../schema/unanswered.ts";
import {
  addressOfInput,
  problemsWithAddress,
  problemsWithTopic,
  refuseUnsimulated,
  type WebhookSubscriptionInput,
} from "./webhook-subscription-input.ts";

/** `webhookSubscriptionCreate`. The subscription keeps the API version of the call. */
export function webhookSubscriptionCreate(
  _root: unknown,
  args: { topic: string; webhookSubscription: WebhookSubscriptionInput },
  { shop, apiVersion }: RequestContext,
) {
  const input = args.webhookSubscription;
  refuseUnsimulated(input);
  const topic = topicOfSchemaName(args.topic);
  if (topic === undefined) throw unansweredError("WebhookSubscriptionTopic", args.topic);
  const uri = addressOfInput(input) ?? "";
  const userErrors = [...problemsWithAddress(uri), ...problemsWithTopic(shop.world, topic, uri)];
  if (userErrors.length > 0) return { webhookSubscription: null, userErrors };
  const webhookSubscription = createWebhookSubscription(shop.world, {
    topic,
    uri,
    apiVersion,
    name: input.name ?? null,
    includeFields: nullIfEmpty(input.includeFields),
  });
  return { webhookSubscription, userErrors: [] };
}

export function nullIfEmpty(
  fields: readonly string[] | null | undefined,
): readonly string[] | null {
  return fields && fields.length > 0 ? fields : null;
}
