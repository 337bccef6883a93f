/** What has ids of its own. */
export type IdKind =
  | "Customer"
  | "Order"
  | "LineItem"
  | "Refund"
  | "Product"
  | "ProductVariant"
  | "Collection"
  | "MemberQuery"
  | "Metafield"
  | "MetafieldDefinition"
  | "Segment"
  | "Discount"
  | "DiscountCode"
  | "Job"
  | "OrderEdit"
  | "BulkOperation"
  | "WebhookSubscription"
  | "WebPixel"
  | "AbandonedCheckout"
  | "AbandonedCheckoutLineItem"
  | "Action";

/** Hands out ids in sequence, one sequence per kind, so that the same actions always give the same ids. */
export class IdSequence {
  readonly #lastByKind: Map<IdKind, number>;

  /** Continues where another sequence stood; see `lastByKind`. */
  constructor(lastByKind: ReadonlyMap<IdKind, number> = new Map()) {
    this.#lastByKind = new Map(lastByKind);
  }

  /** The last id handed out of each kind. */
  get lastByKind(): ReadonlyMap<IdKind, number> {
    return this.#lastByKind;
  }

  /** The next id of a kind; reserves `count` ids from it on. */
  take(kind: IdKind, count = 1): number {
    const first = (this.#lastByKind.get(kind) ?? FIRST_ID - 1) + 1;
    this.#lastByKind.set(kind, first + count - 1);
    return first;
  }

  /** Makes sure that ids handed out later are above this one, which came from outside. */
  keepAbove(kind: IdKind, id: number): void {
    this.#lastByKind.set(kind, Math.max(id, this.#lastByKind.get(kind) ?? FIRST_ID - 1));
  }
}

/** Shopify's ids have thirteen digits or more; an app that stores them in 32 bits must fail here, not at a merchant's. */
const FIRST_ID = 5_000_000_000_001;
