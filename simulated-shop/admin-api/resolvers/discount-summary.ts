import type {
  Discount,
  DiscountMinimum,
  DiscountRule,
  DiscountValue,
} from "../../world/discount.ts";
import { formatPadded } from "../../world/money.ts";
import type { World } from "../../world/world.ts";

const BULLET = " • ";

/** A discount in Shopify's words: "10% off entire order • Minimum purchase of $1.00 • One use per customer". */
export function discountSummary(world: World, discount: Discount): string {
  return [
    headlineOf(world, discount.rule),
    ...conditionsOf(world, discount.rule),
    ...(discount.appliesOncePerCustomer ? ["One use per customer"] : []),
  ].join(BULLET);
}

/** The headline alone. */
export function discountShortSummary(world: World, { rule }: Discount): string {
  return headlineOf(world, rule);
}

function headlineOf(world: World, rule: DiscountRule): string {
  switch (rule.kind) {
    case "basic":
      return `${valueText(world, rule.value)} off ${itemsText(world, rule)}`;
    case "free-shipping":
      return "Free shipping on all products";
    case "bxgy": {
      const buys =
        rule.buys.kind === "quantity"
          ? `Buy ${pieces(rule.buys.quantity)}`
          : `Spend ${moneyText(world, rule.buys.amountMinor)}`;
      const isFree = rule.effect.kind === "percentage" && rule.effect.fraction === 1;
      const effect = isFree
        ? "free"
        : rule.effect.kind === "percentage"
          ? `at ${valueText(world, rule.effect)} off`
          : `at ${valueText(world, rule.effect)} off each`;
      return `${buys}, get ${pieces(rule.getsQuantity)} ${effect}`;
    }
  }
}

function conditionsOf(world: World, rule: DiscountRule): string[] {
  if (rule.kind === "bxgy") return [];
  const minimum = minimumText(world, rule.minimum);
  if (rule.kind === "basic") return minimum;
  const { destination, maximumShippingMinor } = rule;
  return [
    ...minimum,
    destination.kind === "all" ? "For all countries" : countriesText(destination.countryCodes),
    ...(maximumShippingMinor === null
      ? []
      : [`Applies to shipping rates under ${moneyText(world, maximumShippingMinor)}`]),
  ];
}

function itemsText(world: World, { items }: Extract<DiscountRule, { kind: "basic" }>): string {
  if (items.kind === "all") return "entire order";
  if (items.kind === "collections") {
    const [first] = items.collectionIds;
    const title = first === undefined ? undefined : world.collections.get(first)?.title;
    return items.collectionIds.length === 1 && title !== undefined
      ? title
      : `${items.collectionIds.length} collections`;
  }
  const count = items.productIds.length + items.variantIds.length;
  const [only] = items.productIds;
  if (count === 1 && only !== undefined) return world.products.get(only)?.title ?? "1 product";
  return `${count} products`;
}

function countriesText(countryCodes: readonly string[]): string {
  const [only] = countryCodes;
  if (countryCodes.length !== 1 || only === undefined)
    return `For ${countryCodes.length} countries`;
  return `For ${new Intl.DisplayNames("en", { type: "region" }).of(only) ?? only}`;
}

function minimumText(world: World, minimum: DiscountMinimum | null): string[] {
  if (minimum === null) return [];
  return minimum.kind === "subtotal"
    ? [`Minimum purchase of ${moneyText(world, minimum.amountMinor)}`]
    : [`Minimum quantity of ${minimum.quantity}`];
}

function valueText(world: World, value: DiscountValue): string {
  if (value.kind === "amount") return moneyText(world, value.amountMinor);
  return `${Number((value.fraction * 100).toFixed(2))}%`;
}

function pieces(quantity: number): string {
  return `${quantity} ${quantity === 1 ? "item" : "items"}`;
}

/** "$12.50" in the shop's currency, as its own admin would print it. */
export function moneyText({ shop }: World, amountMinor: number): string {
  const amount = formatPadded(amountMinor, shop.currencyCode);
  const symbol = new Intl.NumberFormat("en", {
    style: "currency",
    currency: shop.currencyCode,
    currencyDisplay: "narrowSymbol",
  })
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value;
  return `${symbol ?? shop.currencyCode}${amount}`;
}
