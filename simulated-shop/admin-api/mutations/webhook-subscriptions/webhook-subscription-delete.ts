import type { RequestContext } from "../../field-resolver.ts";
import { findSubscription, SUBSCRIPTION_DOES_NOT_EXIST } from "./webhook-subscription-input.ts";

/** `webhookSubscriptionDelete`. */
export function webhookSubscriptionDelete(
  _root: unknown,
  { id }: { id: string },
  { shop }: RequestContext,
) {
  const subscription = findSubscription(shop.world, id);
  if (subscription === undefined)
    return { deletedWebhookSubscriptionId: null, userErrors: [SUBSCRIPTION_DOES_NOT_EXIST] };
  shop.world.webhookSubscriptions.delete(subscription.id);
  shop.world.revision += 1;
  return { deletedWebhookSubscriptionId: id, userErrors: [] };
}
