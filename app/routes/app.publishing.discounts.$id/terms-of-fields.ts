import type { Items, Offer, Terms, Threshold } from "../../use-cases/publishing/discounts/terms.ts";
import type { DiscountFields, ItemsFields } from "./discount-form.ts";

/** The terms that were typed, for the server to judge: what is no number becomes 0, which is refused. */
export function termsOfFields(fields: DiscountFields, minorDigits: number): Terms {
  const minor = (typed: string) => Math.round(numberOf(typed) * 10 ** minorDigits);
  const limitOf = (typed: string) => (typed.trim() === "" ? null : numberOf(typed));
  const isBxgy = fields.offer === "buy-x-get-y";
  const threshold: Threshold =
    fields.minimum === "amount"
      ? { kind: "amount", minorUnits: minor(fields.minimumAmount) }
      : { kind: "quantity", quantity: numberOf(fields.minimumQuantity) };
  return {
    title: fields.title,
    method: fields.method === "code" ? { kind: "code", code: fields.code } : { kind: "automatic" },
    offer: offerOf(),
    minimum: isBxgy || fields.minimum === "none" ? null : threshold,
    startsOn: fields.startsOn,
    endsOn: fields.endsOn,
    usageLimit: fields.method === "code" ? limitOf(fields.usageLimit) : null,
    oncePerCustomer: fields.method === "code" && fields.oncePerCustomer,
    combinesWith: {
      ...fields.combinesWith,
      ...(fields.offer === "free-shipping" && { shippingDiscounts: false }),
    },
  };

  function offerOf(): Offer {
    switch (fields.offer) {
      case "percentage":
        return {
          kind: "percentage",
          percent: numberOf(fields.percent),
          items: itemsOf(fields.items),
        };
      case "amount":
        return { kind: "amount", minorUnits: minor(fields.amount), items: itemsOf(fields.items) };
      case "free-shipping":
        return {
          kind: "free-shipping",
          ratesUpToMinorUnits: fields.ratesUpTo.trim() === "" ? null : minor(fields.ratesUpTo),
        };
      case "buy-x-get-y":
        return {
          kind: "buy-x-get-y",
          buys: threshold,
          buysItems: itemsOf(fields.buysItems),
          gets: numberOf(fields.gets),
          getsItems: { kind: someKind(fields.getsItems), picked: fields.getsItems.picked },
          percent: numberOf(fields.getsPercent),
          usesPerOrder: limitOf(fields.usesPerOrder),
        };
    }
  }
}

/** 0, which every field refuses, for what is no number. */
function numberOf(typed: string): number {
  const number = Number(typed.trim().replace(",", "."));
  return Number.isFinite(number) ? number : 0;
}

function itemsOf({ kind, picked }: ItemsFields): Items {
  return kind === "all" ? { kind } : { kind, picked };
}

function someKind({ kind }: ItemsFields): "collections" | "products" {
  return kind === "collections" ? kind : "products";
}

/** Whether there is enough for one sentence. */
export function isSayable({ offer, minimum }: Terms): boolean {
  return numbersOf(offer, minimum).every((number) => number > 0);
}

function numbersOf(offer: Offer, minimum: Threshold | null): number[] {
  const least = minimum === null ? [] : [sizeOf(minimum)];
  switch (offer.kind) {
    case "percentage":
      return [offer.percent, ...least];
    case "amount":
      return [offer.minorUnits, ...least];
    case "free-shipping":
      return least;
    case "buy-x-get-y":
      return [sizeOf(offer.buys), offer.gets, offer.percent];
  }
}

function sizeOf(threshold: Threshold): number {
  return threshold.kind === "amount" ? threshold.minorUnits : threshold.quantity;
}
