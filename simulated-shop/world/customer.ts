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
};

/** "First Last", else the e-mail, as Shopify's `displayName`. */
export function displayNameOf(customer: Customer): string {
  const name = `${customer.firstName} ${customer.lastName}`.trim();
  return name === "" ? customer.email : name;
}
