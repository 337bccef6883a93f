import type { FinancialStatus } from "../../../world/order.ts";
import type { Payment } from "../../../world/payment.ts";

type Maybe<Value> = Value | null | undefined;

export type MoneyInput = { amount: string; currencyCode: string };
export type MoneyBagInput = { shopMoney: MoneyInput; presentmentMoney?: Maybe<MoneyInput> };
export type TaxLineInput = {
  title: string;
  rate: Maybe<number | string>;
  priceSet?: Maybe<MoneyBagInput>;
};

export type OrderLineInput = {
  quantity: number;
  title?: Maybe<string>;
  sku?: Maybe<string>;
  vendor?: Maybe<string>;
  giftCard?: Maybe<boolean>;
  variantId?: Maybe<string>;
  productId?: Maybe<string>;
  priceSet?: Maybe<MoneyBagInput>;
  taxLines?: Maybe<readonly TaxLineInput[]>;
  taxable?: Maybe<boolean>;
  requiresShipping?: Maybe<boolean>;
};

export type OrderCustomerInput = {
  toAssociate?: Maybe<{ id?: Maybe<string>; email?: Maybe<string> }>;
  toUpsert?: Maybe<{
    id?: Maybe<string>;
    email?: Maybe<string>;
    firstName?: Maybe<string>;
    lastName?: Maybe<string>;
    phone?: Maybe<string>;
    note?: Maybe<string>;
    tags?: Maybe<readonly string[]>;
  }>;
};

/** What this shop understands of `OrderCreateOrderInput`. */
export type OrderCreateInput = {
  lineItems?: Maybe<readonly OrderLineInput[]>;
  customer?: Maybe<OrderCustomerInput>;
  customerId?: Maybe<string>;
  email?: Maybe<string>;
  phone?: Maybe<string>;
  name?: Maybe<string>;
  note?: Maybe<string>;
  poNumber?: Maybe<string>;
  tags?: Maybe<readonly string[]>;
  test?: Maybe<boolean>;
  currency?: Maybe<string>;
  presentmentCurrency?: Maybe<string>;
  processedAt?: Maybe<string>;
  closedAt?: Maybe<string>;
  financialStatus?: Maybe<Uppercase<FinancialStatus>>;
  sourceName?: Maybe<string>;
  taxesIncluded?: Maybe<boolean>;
  taxLines?: Maybe<readonly TaxLineInput[]>;
  shippingLines?: Maybe<
    readonly { title: string; priceSet: MoneyBagInput; taxLines?: Maybe<readonly TaxLineInput[]> }[]
  >;
  discountCode?: Maybe<{
    itemFixedDiscountCode?: Maybe<{ code: string; amountSet?: Maybe<MoneyBagInput> }>;
    itemPercentageDiscountCode?: Maybe<{ code: string; percentage?: Maybe<number> }>;
    freeShippingDiscountCode?: Maybe<{ code: string }>;
  }>;
  transactions?: Maybe<
    readonly {
      amountSet: MoneyBagInput;
      kind?: Maybe<Payment["kind"]>;
      status?: Maybe<Payment["status"]>;
      gateway?: Maybe<string>;
      processedAt?: Maybe<string>;
      test?: Maybe<boolean>;
    }[]
  >;
  shippingAddress?: Maybe<{ countryCode?: Maybe<string> }>;
  billingAddress?: Maybe<{ countryCode?: Maybe<string> }>;
  customAttributes?: Maybe<readonly { key: string; value: string }[]>;
};

const ANSWERED_FIELDS: ReadonlySet<string> = new Set([
  "lineItems",
  "customer",
  "customerId",
  "email",
  "phone",
  "name",
  "note",
  "poNumber",
  "tags",
  "test",
  "currency",
  "presentmentCurrency",
  "processedAt",
  "closedAt",
  "financialStatus",
  "sourceName",
  "taxesIncluded",
  "taxLines",
  "shippingLines",
  "discountCode",
  "transactions",
  "shippingAddress",
  "billingAddress",
  "customAttributes",
]);

/** The first field that was given a value and that this shop has no place for. */
export function unansweredFieldOf(input: object): string | undefined {
  return Object.entries(input).find(
    ([field, value]) => value != null && !ANSWERED_FIELDS.has(field),
  )?.[0];
}
