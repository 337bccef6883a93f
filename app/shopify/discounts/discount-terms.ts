/** What a discount gives, as the gateway sends it: amounts are decimals in the shop's currency, ids are numbers. */
export interface DiscountTerms {
  title: string;
  /** null = it applies by itself. */
  code: string | null;
  offer: DiscountOffer;
  /** What a cart must reach; of buy-X-get-Y that is what is bought. */
  minimum: DiscountThreshold | null;
  startsAt: Date;
  endsAt: Date | null;
  /** Redemptions in all; of code discounts only. */
  usageLimit: number | null;
  /** Of code discounts only. */
  oncePerCustomer: boolean;
  combinesWith: {
    orderDiscounts: boolean;
    productDiscounts: boolean;
    shippingDiscounts: boolean;
  };
}

export type DiscountThreshold =
  { kind: "amount"; amount: string } | { kind: "quantity"; quantity: number };

export type DiscountItems =
  | { kind: "all" }
  | { kind: "collections"; ids: readonly bigint[] }
  | { kind: "products"; ids: readonly bigint[] };

export type DiscountOffer =
  /** 1 to 100. */
  | { kind: "percentage"; percent: number; items: DiscountItems }
  /** Off the order, or off the items among it together. */
  | { kind: "amount"; amount: string; items: DiscountItems }
  /** `ratesUpTo`: dearer rates are not free; null = all are. */
  | { kind: "free-shipping"; ratesUpTo: string | null }
  | {
      kind: "buy-x-get-y";
      buys: DiscountThreshold;
      buysItems: DiscountItems;
      gets: number;
      getsItems: DiscountItems;
      /** Off what is got: 100 = free. */
      percent: number;
      usesPerOrder: number | null;
    };

/** A discount and the segment whose members may use it. */
export interface SegmentDiscount {
  terms: DiscountTerms;
  segmentId: bigint;
  /** By which we know it again when the answer to its creation was lost. */
  tag: string;
}

export type DiscountMethod = "automatic" | "code";

export function methodOf({ code }: Pick<DiscountTerms, "code">): DiscountMethod {
  return code === null ? "automatic" : "code";
}
