import type { AppliedDiscount } from "./applied-discount.ts";
import type { TaxLine } from "./order.ts";
import type { Payment } from "./payment.ts";
import type { Presentment } from "./presentment.ts";

/** What few orders have. Kept apart, so that the half million others carry one null for it. */
export type RareOrderFacts = {
  /** Left out: the customer saw and paid the shop's own currency. */
  readonly presentment?: Presentment;
  /** Taxes come on top of the prices. Left out: prices contain them. */
  readonly isTaxAdded?: boolean;
  /** Of the shipping. */
  readonly shippingTaxLines?: readonly TaxLine[];
  readonly shippingTitle?: string;
  readonly shippingDiscountMinor?: number;
  /** Given on top, and in the order's total. */
  readonly tipMinor?: number;
  /** Left out: they follow from the financial status, see payment.ts. */
  readonly payments?: readonly Payment[];
  readonly appliedDiscounts?: readonly AppliedDiscount[];
  /** An app created it and said nothing of its payment: the API then shows no status at all. */
  readonly hasNoFinancialStatus?: boolean;
  readonly closedAtMs?: number | null;
  readonly cancelNote?: string | null;
  readonly isEdited?: boolean;
  readonly phone?: string | null;
  readonly poNumber?: string | null;
  readonly customAttributes?: readonly { readonly key: string; readonly value: string | null }[];
  readonly visits?: OrderVisits;
  /** A company's location bought it; the customer is the contact who placed the order. */
  readonly companyLocationId?: number;
};

/** How the buyer came to the shop: the first visit and the one that led to the order. */
export type OrderVisits = { readonly first: Visit; readonly last: Visit };

export type Visit = {
  readonly id: number;
  readonly occurredAtMs: number;
  /** "google", "direct", "newsletter", … */
  readonly source: string;
  readonly landingPage: string;
  readonly referrerUrl: string | null;
  readonly utm: {
    readonly source: string;
    readonly medium: string;
    readonly campaign: string;
  } | null;
};
