import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { OrderLineNode } from "../../app/shopify/order-line-snapshot.ts";
import type { OrderNode } from "../../app/shopify/order-snapshot.ts";

const parentsTogether = 100;
const ordersPerCustomer = 5;
const products = 1_000;
const firstOrderAtMs = Date.UTC(2023, 0, 1);
const threeYearsMs = 3 * 365 * 86_400_000;

/**
 * Writes what Shopify would for the app's bulk query: three years of orders in the order of time, two line items each,
 * the children behind every hundred parents.
 */
export async function writeResult(path: string, orders: number): Promise<void> {
  await pipeline(Readable.from(chunks(orders)), createWriteStream(path));
}

function* chunks(orders: number): Generator<string> {
  const random = randomFrom(42);
  for (let first = 0; first < orders; first += parentsTogether) {
    const end = Math.min(orders, first + parentsTogether);
    let parents = "";
    let children = "";
    for (let index = first; index < end; index += 1) {
      const prices = [500 + Math.floor(random() * 9_500), 500 + Math.floor(random() * 9_500)];
      const total = prices.reduce((sum, price) => sum + price, 0);
      parents += `${JSON.stringify(orderRow(index, orders, total, random))}\n`;
      for (const [nth, price] of prices.entries())
        children += `${JSON.stringify(lineRow(index, nth, price, random))}\n`;
    }
    yield parents + children;
  }
}

function orderRow(index: number, orders: number, total: number, random: () => number): OrderNode {
  const customer = Math.floor((random() * orders) / ordersPerCustomer);
  const at = new Date(firstOrderAtMs + Math.floor((threeYearsMs * index) / orders)).toISOString();
  const stamp = at.replace(/\.\d+Z$/, "Z");
  const wasRefunded = random() < 0.03;
  return {
    id: `gid://shopify/Order/${5_000_000_000_000 + index}`,
    name: `#${1_001 + index}`,
    processedAt: stamp,
    updatedAt: stamp,
    cancelledAt: random() < 0.01 ? stamp : null,
    test: false,
    customer:
      random() < 0.05 ? null : { id: `gid://shopify/Customer/${7_000_000_000_000 + customer}` },
    totalPriceSet: { shopMoney: { amount: decimal(total), currencyCode: "GBP" } },
    totalRefundedSet: money(wasRefunded ? 500 : 0),
    edited: false,
    taxesIncluded: true,
    presentmentCurrencyCode: "GBP",
    currentTotalPriceSet: money(wasRefunded ? total - 500 : total),
    totalTaxSet: money(Math.round(total / 6)),
    currentTotalTaxSet: money(Math.round(total / 6)),
    currentShippingPriceSet: money(0),
    paymentGatewayNames: ["shopify_payments"],
    purchasingEntity: { __typename: "Customer" },
    shippingLine: { title: "Standard", discountedPriceSet: money(0), taxLines: [] },
    totalTipReceivedSet: money(0),
    currentTotalDutiesSet: null,
    currentTotalAdditionalFeesSet: null,
    sourceName: random() < 0.9 ? "web" : "pos",
    discountCodes: random() < 0.2 ? ["WELCOME10"] : [],
    totalDiscountsSet: money(0),
    shippingAddress: { countryCodeV2: random() < 0.8 ? "GB" : "FR" },
    customerJourneySummary: { firstVisit: { source: "google" }, lastVisit: { source: "direct" } },
  };
}

function lineRow(
  index: number,
  nth: number,
  price: number,
  random: () => number,
): OrderLineNode & { __parentId: string } {
  const product = Math.floor(random() * products);
  return {
    id: `gid://shopify/LineItem/${11_000_000_000_000 + 2 * index + nth}`,
    quantity: 1,
    currentQuantity: 1,
    isGiftCard: false,
    originalUnitPriceSet: money(price),
    totalDiscountSet: money(0),
    discountAllocations: [],
    product: {
      id: `gid://shopify/Product/${8_000_000_000_000 + product}`,
      title: `Thing number ${product}`,
      handle: `thing-number-${product}`,
      productType: `Type ${product % 30}`,
      vendor: `Vendor ${product % 12}`,
    },
    __parentId: `gid://shopify/Order/${5_000_000_000_000 + index}`,
  };
}

function money(minorUnits: number) {
  return { shopMoney: { amount: decimal(minorUnits) } };
}

/** As Shopify writes amounts: without padding zeros but one. */
function decimal(minorUnits: number): string {
  return (minorUnits / 100).toFixed(2).replace(/0$/, "");
}

/** Numerical Recipes' linear congruential generator: the same rows every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
