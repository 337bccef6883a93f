import { DateTime } from "luxon";
import { findCurrencyMinorDigits } from "../../../../order-export/currency-digits.ts";
import { formatMoney } from "../../../../order-export/parse-money.ts";
import type { Shop } from "../../../persistence/shops.ts";
import type {
  DiscountItems,
  DiscountOffer,
  DiscountTerms,
  DiscountThreshold,
} from "../../../shopify/discounts/discount-terms.ts";
import type { Items, Offer, Terms, Threshold } from "./terms.ts";

type Region = Pick<Shop, "currencyCode" | "timeZone">;

/** Terms in the words of the gateway: whole days in shop time, so an end is the start of the day after. */
export function termsForShopify(terms: Terms, region: Region): DiscountTerms {
  const { title, method, minimum, startsOn, endsOn, usageLimit, oncePerCustomer } = terms;
  const threshold = terms.offer.kind === "buy-x-get-y" ? null : minimum;
  return {
    title,
    code: method.kind === "code" ? method.code : null,
    offer: offerForShopify(terms.offer, region),
    minimum: threshold === null ? null : thresholdForShopify(threshold, region),
    startsAt: startOf(startsOn, region),
    endsAt: endsOn === null ? null : startOf(endsOn, region, 1),
    usageLimit: method.kind === "code" ? usageLimit : null,
    oncePerCustomer: method.kind === "code" && oncePerCustomer,
    combinesWith: {
      ...terms.combinesWith,
      // Two free shippings are one.
      ...(terms.offer.kind === "free-shipping" && { shippingDiscounts: false }),
    },
  };
}

function offerForShopify(offer: Offer, region: Region): DiscountOffer {
  switch (offer.kind) {
    case "percentage":
      return { kind: "percentage", percent: offer.percent, items: itemsForShopify(offer.items) };
    case "amount":
      return {
        kind: "amount",
        amount: decimalOf(offer.minorUnits, region),
        items: itemsForShopify(offer.items),
      };
    case "free-shipping": {
      const { ratesUpToMinorUnits } = offer;
      return {
        kind: "free-shipping",
        ratesUpTo: ratesUpToMinorUnits === null ? null : decimalOf(ratesUpToMinorUnits, region),
      };
    }
    case "buy-x-get-y": {
      const { buys, buysItems, gets, getsItems, percent, usesPerOrder } = offer;
      return {
        kind: "buy-x-get-y",
        buys: thresholdForShopify(buys, region),
        buysItems: itemsForShopify(buysItems),
        gets,
        getsItems: itemsForShopify(getsItems),
        percent,
        usesPerOrder,
      };
    }
  }
}

function thresholdForShopify(threshold: Threshold, region: Region): DiscountThreshold {
  return threshold.kind === "amount"
    ? { kind: "amount", amount: decimalOf(threshold.minorUnits, region) }
    : threshold;
}

function itemsForShopify(items: Items): DiscountItems {
  if (items.kind === "all") return items;
  return { kind: items.kind, ids: items.picked.map(({ id }) => BigInt(id)) };
}

function decimalOf(minorUnits: number, { currencyCode }: Region): string {
  return formatMoney(minorUnits, findCurrencyMinorDigits(currencyCode) ?? 2);
}

function startOf(date: string, { timeZone }: Region, plusDays = 0): Date {
  return DateTime.fromISO(date, { zone: timeZone })
    .plus({ days: plusDays })
    .startOf("day")
    .toJSDate();
}
