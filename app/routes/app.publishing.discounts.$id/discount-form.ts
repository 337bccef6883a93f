import type { Items, Terms, Threshold } from "../../use-cases/publishing/discounts/terms.ts";

export type Picked = Extract<Items, { kind: "products" }>["picked"];

/** Items as fields: what was picked of one kind stays while another is looked at. */
export interface ItemsFields {
  kind: Items["kind"];
  picked: Picked;
}

/** A discount as fields: numbers are what was typed. */
export interface DiscountFields {
  label: string;
  title: string;
  method: "automatic" | "code";
  code: string;
  offer: Terms["offer"]["kind"];
  percent: string;
  amount: string;
  items: ItemsFields;
  ratesUpTo: string;
  minimum: "none" | Threshold["kind"];
  minimumAmount: string;
  minimumQuantity: string;
  buysItems: ItemsFields;
  gets: string;
  getsPercent: string;
  getsItems: ItemsFields;
  usesPerOrder: string;
  startsOn: string;
  endsOn: string | null;
  usageLimit: string;
  oncePerCustomer: boolean;
  combinesWith: Terms["combinesWith"];
}

const everything: ItemsFields = { kind: "all", picked: [] };

export function newFields(label: string, today: string): DiscountFields {
  return {
    label,
    title: "",
    method: "automatic",
    code: "",
    offer: "percentage",
    percent: "10",
    amount: "",
    items: everything,
    ratesUpTo: "",
    minimum: "none",
    minimumAmount: "",
    minimumQuantity: "",
    buysItems: everything,
    gets: "1",
    getsPercent: "100",
    getsItems: { kind: "products", picked: [] },
    usesPerOrder: "",
    startsOn: today,
    endsOn: null,
    usageLimit: "",
    oncePerCustomer: false,
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
  };
}

/** `minorDigits` = decimals of the shop's currency. */
export function fieldsOf(label: string, terms: Terms, minorDigits: number): DiscountFields {
  const { offer, method, usageLimit } = terms;
  const bxgy = offer.kind === "buy-x-get-y" ? offer : null;
  const threshold = bxgy?.buys ?? terms.minimum;
  const typed = (minor: number | null) =>
    minor === null ? "" : (minor / 10 ** minorDigits).toFixed(minorDigits);
  return {
    ...newFields(label, terms.startsOn),
    title: terms.title,
    method: method.kind,
    code: method.kind === "code" ? method.code : "",
    offer: offer.kind,
    ...(offer.kind === "percentage" && {
      percent: String(offer.percent),
      items: itemsFields(offer.items),
    }),
    ...(offer.kind === "amount" && {
      amount: typed(offer.minorUnits),
      items: itemsFields(offer.items),
    }),
    ...(offer.kind === "free-shipping" && { ratesUpTo: typed(offer.ratesUpToMinorUnits) }),
    ...(bxgy !== null && {
      buysItems: itemsFields(bxgy.buysItems),
      gets: String(bxgy.gets),
      getsPercent: String(bxgy.percent),
      getsItems: itemsFields(bxgy.getsItems),
      usesPerOrder: bxgy.usesPerOrder === null ? "" : String(bxgy.usesPerOrder),
    }),
    minimum: threshold?.kind ?? "none",
    minimumAmount: threshold?.kind === "amount" ? typed(threshold.minorUnits) : "",
    minimumQuantity: threshold?.kind === "quantity" ? String(threshold.quantity) : "",
    endsOn: terms.endsOn,
    usageLimit: usageLimit === null ? "" : String(usageLimit),
    oncePerCustomer: terms.oncePerCustomer,
    combinesWith: terms.combinesWith,
  };
}

function itemsFields(items: Items): ItemsFields {
  return items.kind === "all" ? everything : items;
}
