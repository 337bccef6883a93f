import type { DiscountItemsInput } from "../../generated/admin/operations.ts";
import { gidOf } from "../gid.ts";
import type {
  DiscountItems,
  DiscountOffer,
  DiscountThreshold,
  SegmentDiscount,
} from "./discount-terms.ts";

/** Collections, products and segments are sent as what to add and what to remove; `former` = what Shopify has. */
type Former = SegmentDiscount | null;

/** What every kind of discount is told. */
export function commonInput({ terms, segmentId, tag }: SegmentDiscount, former: Former) {
  const { title, startsAt, endsAt, combinesWith } = terms;
  return {
    title,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    combinesWith,
    tags: [tag],
    ...(former?.segmentId !== segmentId && {
      context: {
        customerSegments: {
          add: [gidOf("Segment", segmentId)],
          ...(former !== null && { remove: [gidOf("Segment", former.segmentId)] }),
        },
      },
    }),
  };
}

/** What those with a code are told besides. */
export function codeInput({ terms }: SegmentDiscount) {
  const { code, usageLimit, oncePerCustomer } = terms;
  return { code, usageLimit, appliesOncePerCustomer: oncePerCustomer };
}

export function minimumInput({ terms: { minimum } }: SegmentDiscount) {
  if (minimum === null) return { minimumRequirement: null };
  return {
    minimumRequirement:
      minimum.kind === "amount"
        ? { subtotal: { greaterThanOrEqualToSubtotal: minimum.amount } }
        : { quantity: { greaterThanOrEqualToQuantity: String(minimum.quantity) } },
  };
}

type OfferOf<Kind extends DiscountOffer["kind"]> = Extract<DiscountOffer, { kind: Kind }>;

export function basicInput(offer: OfferOf<"percentage" | "amount">, former: Former) {
  const formerOffer = former?.terms.offer;
  const formerItems =
    formerOffer?.kind === "percentage" || formerOffer?.kind === "amount" ? formerOffer.items : null;
  return {
    customerGets: {
      value:
        offer.kind === "percentage"
          ? { percentage: offer.percent / 100 }
          : { discountAmount: { amount: offer.amount, appliesOnEachItem: false } },
      items: itemsInput(offer.items, formerItems),
    },
  };
}

export function freeShippingInput({ ratesUpTo }: OfferOf<"free-shipping">) {
  return { destination: { all: true }, maximumShippingPrice: ratesUpTo };
}

export function bxgyInput(offer: OfferOf<"buy-x-get-y">, former: Former) {
  const before = former?.terms.offer.kind === "buy-x-get-y" ? former.terms.offer : null;
  return {
    customerBuys: {
      value: boughtInput(offer.buys),
      items: itemsInput(offer.buysItems, before?.buysItems ?? null),
    },
    customerGets: {
      value: {
        discountOnQuantity: {
          quantity: String(offer.gets),
          effect: { percentage: offer.percent / 100 },
        },
      },
      items: itemsInput(offer.getsItems, before?.getsItems ?? null),
    },
  };
}

function boughtInput(buys: DiscountThreshold) {
  return buys.kind === "amount" ? { amount: buys.amount } : { quantity: String(buys.quantity) };
}

function itemsInput(items: DiscountItems, former: DiscountItems | null): DiscountItemsInput {
  if (items.kind === "all") return { all: true };
  const collections = changesOf("collections", "Collection");
  const products = changesOf("products", "Product");
  return {
    ...(collections !== null && { collections }),
    ...(products !== null && {
      products: { productsToAdd: products.add, productsToRemove: products.remove },
    }),
  };

  function changesOf(kind: "collections" | "products", type: "Collection" | "Product") {
    const wanted = items.kind === kind ? items.ids : [];
    const had = former?.kind === kind ? former.ids : [];
    const add = wanted.filter((id) => !had.includes(id)).map((id) => gidOf(type, id));
    const remove = had.filter((id) => !wanted.includes(id)).map((id) => gidOf(type, id));
    return add.length + remove.length === 0 ? null : { add, remove };
  }
}
