/** Why a call to Shopify gave nothing. Expected refusals (`userErrors`) are results, not this. */
export type CallFailure =
  /** The access token is not valid, and a fresh one was not either: the app was uninstalled. */
  | "token-rejected"
  /** The shop is frozen, locked, closed or gone (402, 403, 404, 423). */
  | "shop-unavailable"
  /** Shopify understood the call and will never answer it: a missing scope, an invalid document, too high a cost. */
  | "refused"
  /** Shopify is at work on as many operations of ours as it takes. */
  | "busy"
  /** Network errors, 5xx, 429 and throttling that outlasted the deadline. */
  | "unreachable";

/** A failed call, with ids and codes only: neither variables nor answers, which may name customers. */
export class ShopifyCallFailed extends Error {
  readonly failure: CallFailure;
  readonly shop: string;
  readonly operation: string;

  constructor(failure: CallFailure, shop: string, operation: string, detail: string) {
    super(`${operation} of ${shop}: ${detail}`);
    this.name = "ShopifyCallFailed";
    this.failure = failure;
    this.shop = shop;
    this.operation = operation;
  }

  /** Whether the same call can succeed later. */
  get retryable(): boolean {
    return this.failure === "unreachable" || this.failure === "busy";
  }
}
