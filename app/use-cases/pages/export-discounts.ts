import { findCurrencyMinorDigits } from "../../../order-export/currency-digits.ts";
import { formatMoney } from "../../../order-export/parse-money.ts";
import type { App } from "../app.ts";
import { csvLine } from "./csv-line.ts";
import type { DiscountSummary } from "./discount-summary.ts";
import { readPublishingPage } from "./publishing-page.ts";

const columns = [
  ...["title", "status", "family", "label", "method", "code", "kind", "percent", "amount"],
  ...["minimum_amount", "minimum_items", "starts_on", "ends_on", "usage_limit"],
  ...["once_per_customer", "used", "problem"],
];

/** CSV of every discount, amounts with the decimals of the shop's currency. */
export async function* exportDiscounts(app: App, shop: string): AsyncGenerator<string> {
  const page = await readPublishingPage(app, shop);
  const minorDigits = findCurrencyMinorDigits(page.shop.currencyCode) ?? 2;
  yield csvLine(columns);
  for (const discount of page.discounts) yield csvLine(fieldsOf(discount, minorDigits));
}

function fieldsOf({ terms, ...discount }: DiscountSummary, minorDigits: number): unknown[] {
  const { offer, method } = terms;
  const minimum = offer.kind === "buy-x-get-y" ? offer.buys : terms.minimum;
  return [
    terms.title,
    discount.status,
    discount.family,
    discount.labelName,
    method.kind,
    method.kind === "code" ? method.code : null,
    offer.kind,
    "percent" in offer ? offer.percent : null,
    offer.kind === "amount" ? formatMoney(offer.minorUnits, minorDigits) : null,
    minimum?.kind === "amount" ? formatMoney(minimum.minorUnits, minorDigits) : null,
    minimum?.kind === "quantity" ? minimum.quantity : null,
    terms.startsOn,
    terms.endsOn,
    terms.usageLimit,
    terms.oncePerCustomer ? "yes" : "no",
    discount.redemptions,
    discount.problem,
  ];
}
