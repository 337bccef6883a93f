import { createHash } from "node:crypto";
import type { WebhookSubscription } from "../world/webhook-subscription.ts";

/** Resources whose last body is remembered; the ones heard of longest ago are forgotten. */
const KEPT = 50_000;

/**
 * A subscription that asks for some fields only hears of a resource when one of those has changed: Shopify leaves out
 * a webhook whose body equals the one before. How long it remembers is not documented; here, as long as it can.
 */
export class IdenticalPayloads {
  readonly #lastDigestByResource = new Map<string, string>();

  /** True when the same was said last time. Remembers this body. */
  isRepeated(
    { includeFields, topic, uri }: WebhookSubscription,
    resourceId: unknown,
    body: string,
  ): boolean {
    if (
      includeFields === null ||
      (typeof resourceId !== "number" && typeof resourceId !== "string")
    )
      return false;
    const resource = `${topic} ${uri} ${resourceId}`;
    const digest = createHash("sha256").update(body).digest("base64");
    if (this.#lastDigestByResource.get(resource) === digest) return true;
    this.#lastDigestByResource.delete(resource);
    this.#lastDigestByResource.set(resource, digest);
    if (this.#lastDigestByResource.size > KEPT) {
      const [oldest] = this.#lastDigestByResource.keys();
      if (oldest !== undefined) this.#lastDigestByResource.delete(oldest);
    }
    return false;
  }
}
