import { isLoopbackHost } from "../loopback-hosts.ts";
import type { WebhookSubscription } from "../world/webhook-subscription.ts";

export type DeliveryAddress =
  | { readonly kind: "loopback"; readonly url: string }
  | { readonly kind: "unreachable"; readonly reason: string };

/** Where a subscription's webhooks go. The simulated shop never sends anything to another machine. */
export function addressOf(
  { uri }: Pick<WebhookSubscription, "uri">,
  appUrl: string | null,
): DeliveryAddress {
  if (uri.startsWith("/") && appUrl === null)
    return { kind: "unreachable", reason: "the app's address is not known" };
  const url = URL.canParse(uri, appUrl ?? undefined) ? new URL(uri, appUrl ?? undefined) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    return { kind: "unreachable", reason: `${uri} is not an HTTP address` };
  }
  if (!isLoopbackHost(url.hostname))
    return { kind: "unreachable", reason: `${url.host} is not this machine` };
  return { kind: "loopback", url: url.href };
}
