import { updateWebhookSubscription } from "../../../world/webhook-subscription.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { nullIfEmpty } from "./webhook-subscription-create.ts";
import {
  addressOfInput,
  findSubscription,
  problemsWithAddress,
  problemsWithTopic,
  refuseUnsimulated,
  SUBSCRIPTION_DOES_NOT_EXIST,
  type WebhookSubscriptionInput,
} from "./webhook-subscription-input.ts";

/** `webhookSubscriptionUpdate`: what the input leaves out stays. */
export function webhookSubscriptionUpdate(
  _root: unknown,
  { id, webhookSubscription: input }: { id: string; webhookSubscription: WebhookSubscriptionInput },
  { shop }: RequestContext,
) {
  refuseUnsimulated(input);
  const subscription = findSubscription(shop.world, id);
  if (subscription === undefined)
    return { webhookSubscription: null, userErrors: [SUBSCRIPTION_DOES_NOT_EXIST] };
  const uri = addressOfInput(input) ?? subscription.uri;
  const userErrors = [
    ...problemsWithAddress(uri),
    ...problemsWithTopic(shop.world, subscription.topic, uri, subscription),
  ];
  if (userErrors.length > 0) return { webhookSubscription: null, userErrors };
  updateWebhookSubscription(shop.world, subscription, {
    uri,
    name: input.name === undefined ? subscription.name : input.name,
    includeFields:
      input.includeFields === undefined
        ? subscription.includeFields
        : nullIfEmpty(input.includeFields),
  });
  return { webhookSubscription: subscription, userErrors: [] };
}
