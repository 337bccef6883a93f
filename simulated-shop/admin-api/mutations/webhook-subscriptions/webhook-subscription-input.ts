import { isLoopbackHost } from "../../../loopback-hosts.ts";
import { parseGid } from "../../../world/gid.ts";
import type { ApiWebhookSubscription } from "../../../world/webhook-subscription.ts";
import type { World } from "../../../world/world.ts";
import { unansweredError } from "../../schema/unanswered.ts";
import { userError, type UserError } from "../user-error.ts";

export type WebhookSubscriptionInput = {
  readonly uri?: string | null;
  readonly callbackUrl?: string | null;
  readonly name?: string | null;
  readonly includeFields?: readonly string[] | null;
  readonly format?: "JSON" | "XML" | null;
  readonly filter?: string | null;
  readonly metafields?: readonly unknown[] | null;
  readonly metafieldNamespaces?: readonly string[] | null;
};

export const SUBSCRIPTION_DOES_NOT_EXIST = userError(["id"], "Webhook subscription does not exist");

export function findSubscription(world: World, id: string): ApiWebhookSubscription | undefined {
  const gid = parseGid(id);
  return gid?.type === "WebhookSubscription" ? world.webhookSubscriptions.get(gid.id) : undefined;
}

export function addressOfInput({ uri, callbackUrl }: WebhookSubscriptionInput): string | null {
  return uri ?? callbackUrl ?? null;
}

/** What cannot be done with a subscription that this shop simulates. Throws for the rest: it would send other things than Shopify. */
export function refuseUnsimulated(input: WebhookSubscriptionInput): void {
  const { format, filter, metafields, metafieldNamespaces } = input;
  if (format === "XML") throw unansweredError("WebhookSubscriptionInput", "format: XML");
  if (filter) throw unansweredError("WebhookSubscriptionInput", "filter");
  if ((metafields ?? []).length > 0)
    throw unansweredError("WebhookSubscriptionInput", "metafields");
  if ((metafieldNamespaces ?? []).length > 0)
    throw unansweredError("WebhookSubscriptionInput", "metafieldNamespaces");
}

/** Unlike Shopify this shop delivers to `http://`, on this machine only. */
export function problemsWithAddress(address: string): UserError[] {
  if (address.trim() === "") return [addressError("can't be blank")];
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) return [addressError("is invalid")];
  if (url.protocol === "http:" && !isLoopbackHost(url.hostname))
    return [addressError("protocol http:// is not supported")];
  return [];
}

/** One subscription per topic and address. */
export function problemsWithTopic(
  world: World,
  topic: string,
  uri: string,
  own?: ApiWebhookSubscription,
): UserError[] {
  const isTaken = [...world.webhookSubscriptions.values()].some(
    (other) => other !== own && other.topic === topic && other.uri === uri,
  );
  return isTaken ? [addressError("for this topic has already been taken")] : [];
}

function addressError(problem: string): UserError {
  return userError(["webhookSubscription", "callbackUrl"], `Address ${problem}`);
}
