import type { NewOrder } from "../world/add-order.ts";
import type { AppliedDiscount } from "../world/applied-discount.ts";
import type { LineItem } from "../world/order.ts";
import type { Presentment } from "../world/presentment.ts";
import type { Product } from "../world/product.ts";
import type { RareOrderFacts } from "../world/rare-order-facts.ts";
import type { Dice } from "./dice.ts";
import { DISCOUNTS } from "./draw-order.ts";

/** What buyers abroad see, with what a pound is worth in it, give or take a little. */
const CURRENCY_BY_COUNTRY: Readonly<Record<string, Presentment>> = {
  US: { currencyCode: "USD", rate: 1.27 },
  AU: { currencyCode: "AUD", rate: 1.93 },
  DE: { currencyCode: "EUR", rate: 1.17 },
  FR: { currencyCode: "EUR", rate: 1.17 },
  IE: { currencyCode: "EUR", rate: 1.17 },
  NL: { currencyCode: "EUR", rate: 1.17 },
};
const LOCAL_CURRENCY_SHARE = 0.6;
const AMOUNT_ONLY_REFUND_SHARE = 0.4;
const GIFT_CARD_SHARE = 0.012;
const EDIT_SHARE = 0.02;

export type DetailSources = {
  readonly giftCard: Product;
  readonly nowMs: number;
  readonly takeRefundId: () => number;
};

/**
 * What an order has besides goods and money: a currency of the buyer's, the discount behind its code, a gift card among
 * its lines, a refund of an amount alone, an edit that took a piece off and gave its price back. Of a plain order only an
 * edit changes what was paid.
 */
export function drawDetails(dice: Dice, order: NewOrder, shop: DetailSources): NewOrder {
  const presentment = drawPresentment(dice, order);
  const applied = appliedDiscountOf(order);
  const lineItems = drawGiftCard(dice, order.lineItems, shop.giftCard);
  const refunds =
    dice.chance(AMOUNT_ONLY_REFUND_SHARE) && order.refunds !== undefined
      ? order.refunds.map((refund) => ({ ...refund, lines: [] }))
      : order.refunds;
  const rare: RareOrderFacts = {
    ...(presentment && { presentment }),
    ...(applied && { appliedDiscounts: [applied] }),
  };
  const detailed: NewOrder = {
    ...order,
    lineItems: applied === null ? lineItems : withAllocations(lineItems, applied.amountMinor),
    ...(refunds && { refunds }),
    rare: Object.keys(rare).length === 0 ? null : rare,
  };
  return dice.chance(EDIT_SHARE) ? withEdit(detailed, shop) : detailed;
}

function drawPresentment(dice: Dice, { countryCode, sourceName }: NewOrder): Presentment | null {
  const local = CURRENCY_BY_COUNTRY[countryCode];
  const sees = dice.chance(LOCAL_CURRENCY_SHARE);
  const drift = dice.between(0.97, 1.03);
  if (local === undefined || !sees || sourceName !== "web") return null;
  return { ...local, rate: Math.round(local.rate * drift * 10_000) / 10_000 };
}

function appliedDiscountOf({ discountCodes, discountMinor }: NewOrder): AppliedDiscount | null {
  const known = DISCOUNTS.find(({ code }) => code === discountCodes?.[0]);
  if (known === undefined || discountMinor === 0) return null;
  return {
    kind: "code",
    label: known.code,
    target: "lines",
    targetSelection: "ALL",
    allocationMethod: "ACROSS",
    value: { kind: "percentage", fraction: known.fraction },
    amountMinor: discountMinor,
  };
}

/** A gift card may be of any amount: it takes the place of a single piece, at its price. */
function drawGiftCard(
  dice: Dice,
  lines: readonly LineItem[],
  giftCard: Product,
): readonly LineItem[] {
  if (!dice.chance(GIFT_CARD_SHARE)) return lines;
  const place = lines.findIndex(({ quantity }) => quantity === 1);
  return lines.map((line, index) => (index === place ? { ...line, product: giftCard } : line));
}

function withAllocations(lines: readonly LineItem[], discountMinor: number): LineItem[] {
  const totalMinor = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0);
  let soFarMinor = 0;
  let givenMinor = 0;
  return lines.map((line) => {
    soFarMinor += line.quantity * line.unitPriceMinor;
    const upToHere = Math.round((discountMinor * soFarMinor) / Math.max(1, totalMinor));
    const amountMinor = upToHere - givenMinor;
    givenMinor = upToHere;
    return { ...line, rare: { ...line.rare, allocations: [{ applicationIndex: 0, amountMinor }] } };
  });
}

/** One piece of a line of several is taken off, and its price given back. */
function withEdit(order: NewOrder, { nowMs, takeRefundId }: DetailSources): NewOrder {
  const place = order.lineItems.findIndex(({ quantity }) => quantity > 1);
  const line = order.lineItems[place];
  if (line === undefined || order.refunds !== undefined || order.discountMinor > 0) return order;
  const createdAtMs = Math.min(nowMs, order.createdAtMs + 3_600_000);
  return {
    ...order,
    financialStatus: "partially_refunded",
    updatedAtMs: createdAtMs,
    lineItems: order.lineItems.map((other, index) =>
      index === place ? { ...other, rare: { ...other.rare, removedQuantity: 1 } } : other,
    ),
    refunds: [
      {
        gidType: "Refund",
        id: takeRefundId(),
        createdAtMs,
        amountMinor: line.unitPriceMinor,
        note: null,
        lines: [],
      },
    ],
    rare: { ...order.rare, isEdited: true },
  };
}
