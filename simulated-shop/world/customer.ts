import type { Metafield } from "./metafield.ts";
import type { Order } from "./order.ts";

/** One customer of the shop. Times are epoch milliseconds. */
export type Customer = {
  readonly gidType: "Customer";
  readonly id: number;
  /** Byte for byte as given; distinct e-mails are distinct customers. "" for a customer without one. */
  email: string;
  firstName: string;
  lastName: string;
  /** ISO 3166-1 alpha-2, or "" when unknown. */
  countryCode: string;
  acceptsMarketing: boolean;
  note: string | null;
  readonly createdAtMs: number;
  updatedAtMs: number;
  /** Sorted ignoring case, no two equal ignoring case. Change them through change-customer-tags.ts. */
  tags: readonly string[];
  metafields: Metafield[];
  /** In the order they were placed. */
  orders: Order[];
  /** null for most customers. */
  rare: RareCustomerFacts | null;
};

/** What few customers have, so that a hundred thousand others carry one null for it. */
export type RareCustomerFacts = {
  /** E.164. */
  readonly phone?: string | null;
  /** BCP 47; "en" when left out. */
  readonly locale?: string;
  readonly taxExempt?: boolean;
  readonly emailConsent?: EmailConsent;
  /** Holds a gift card: such a customer cannot be merged. */
  readonly hasGiftCard?: boolean;
  /** The merchant or an app asked for the customer's data to be erased. */
  readonly erasureRequestedAtMs?: number | null;
};

export type EmailConsent = {
  readonly state: "SUBSCRIBED" | "UNSUBSCRIBED" | "NOT_SUBSCRIBED" | "PENDING";
  readonly optInLevel: "SINGLE_OPT_IN" | "CONFIRMED_OPT_IN" | "UNKNOWN";
  readonly updatedAtMs: number | null;
};

/** What a customer said about marketing e-mail. */
export function emailConsentOf({ acceptsMarketing, rare }: Customer): EmailConsent {
  return (
    rare?.emailConsent ?? {
      state: acceptsMarketing ? "SUBSCRIBED" : "NOT_SUBSCRIBED",
      optInLevel: "SINGLE_OPT_IN",
      updatedAtMs: null,
    }
  );
}

/** "First Last", else the e-mail, as Shopify's `displayName`. */
export function displayNameOf(customer: Customer): string {
  const name = `${customer.firstName} ${customer.lastName}`.trim();
  return name === "" ? customer.email : name;
}
