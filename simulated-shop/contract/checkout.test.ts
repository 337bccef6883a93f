import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeCustomerTags } from "../world/change-customer-tags.ts";
import { addCustomer } from "../world/add-customer.ts";
import { addCollection, changeCollection, deleteCollection } from "../world/collection.ts";
import { addProduct } from "../world/add-product.ts";
import type { Customer } from "../world/customer.ts";
import type { Discount } from "../world/discount.ts";
import { createDiscount, type DiscountFacts } from "../world/discount-actions.ts";
import type { Product } from "../world/product.ts";
import { createSegment } from "../world/segment-actions.ts";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { askFor, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
let mug: Product;
let bowl: Product;
let ada: Customer;
beforeAll(async () => {
  shop = await startSmallShop();
  const common = { sku: "", productType: "Ceramics", vendor: "" };
  mug = addProduct(shop.world, { ...common, title: "Mug", priceMinor: 2000 });
  bowl = addProduct(shop.world, { ...common, title: "Bowl", priceMinor: 3000 });
});
afterAll(() => shop.close());
beforeEach(() => {
  shop.world.discounts.clear();
  shop.world.discountsByCode.clear();
  ada = addCustomer(shop.world, { email: `ada${shop.world.customers.size}@example.com` });
});

const ALL = { kind: "all" } as const;
const NEVER = { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false };

function discount(
  code: string | null,
  rule: DiscountFacts["rule"],
  overrides: Partial<DiscountFacts> = {},
): Discount {
  const facts: DiscountFacts = {
    title: code ?? "Automatic",
    rule,
    startsAtMs: 0,
    endsAtMs: null,
    context: ALL,
    combinesWith: NEVER,
    appliesOnOneTimePurchase: true,
    appliesOnSubscription: false,
    recurringCycleLimit: 1,
    usageLimit: null,
    appliesOncePerCustomer: false,
    tags: [],
    ...overrides,
  };
  return createDiscount(shop.world, facts, code);
}

function percent(fraction: number, minimumMinor = 0): DiscountFacts["rule"] {
  return {
    kind: "basic",
    value: { kind: "percentage", fraction },
    items: ALL,
    minimum: minimumMinor === 0 ? null : { kind: "subtotal", amountMinor: minimumMinor },
  };
}

function buy(discountCode: string | string[] = [], overrides: object = {}) {
  return shop.placeOrder({
    customerId: ada.id,
    lines: [{ productId: mug.id, quantity: 1 }, { productId: bowl.id }],
    discountCode,
    ...overrides,
  });
}

function orderOf(outcome: ReturnType<typeof buy>) {
  if (outcome.kind !== "placed") throw new Error(outcome.message);
  return outcome.order;
}

describe("a checkout", () => {
  test("applies a code, writes it on the order and counts the redemption", async () => {
    const ten = discount("TEN", percent(0.1));
    const order = orderOf(buy("ten"));
    expect(order).toMatchObject({
      subtotalMinor: 4500,
      discountMinor: 500,
      discountCodes: ["ten"],
    });
    expect([ten.usageCount, ten.codes[0]?.usageCount]).toEqual([1, 1]);
    expect(
      await askFor(
        shop,
        `{ order(id: "gid://shopify/Order/${order.id}") { discountApplications(first: 3) { nodes { __typename index targetType allocationMethod value { ... on PricingPercentageValue { percentage } } ... on DiscountCodeApplication { code } } }
          lineItems(first: 3) { nodes { discountedTotalSet { shopMoney { amount } } discountAllocations { allocatedAmountSet { shopMoney { amount } } } } } } }`,
      ),
    ).toEqual({
      discountApplications: {
        nodes: [
          {
            __typename: "DiscountCodeApplication",
            index: 0,
            targetType: "LINE_ITEM",
            allocationMethod: "ACROSS",
            value: { percentage: 10 },
            code: "ten",
          },
        ],
      },
      lineItems: {
        nodes: [
          {
            discountedTotalSet: { shopMoney: { amount: "20.0" } },
            discountAllocations: [{ allocatedAmountSet: { shopMoney: { amount: "2.0" } } }],
          },
          {
            discountedTotalSet: { shopMoney: { amount: "30.0" } },
            discountAllocations: [{ allocatedAmountSet: { shopMoney: { amount: "3.0" } } }],
          },
        ],
      },
    });
  });

  test("knows what is in a collection at that moment, for what is taken off as for what earns it", () => {
    const pottery = addCollection(shop.world, { title: "Pottery", productIds: [bowl.id] });
    const items = { kind: "collections", collectionIds: [pottery.id] } as const;
    discount("POTTERY", {
      kind: "basic",
      value: { kind: "percentage", fraction: 0.5 },
      items,
      minimum: null,
    });
    // A bowl of 30.
    expect(orderOf(buy("pottery")).discountMinor).toBe(1500);
    discount("BOWLS", {
      kind: "bxgy",
      buysItems: items,
      buys: { kind: "quantity", quantity: 2 },
      getsItems: items,
      getsQuantity: 1,
      effect: { kind: "percentage", fraction: 1 },
      usesPerOrderLimit: null,
    });
    const bowls = (quantity: number) => ({ lines: [{ productId: bowl.id, quantity }] });
    expect(orderOf(buy("bowls", bowls(3))).discountMinor).toBe(3000);
    expect(buy("bowls", { lines: [{ productId: mug.id, quantity: 3 }] })).toMatchObject({
      kind: "refused",
    });

    changeCollection(shop.world, pottery, [mug.id, bowl.id]);
    expect(orderOf(buy("pottery")).discountMinor).toBe(2500);
    deleteCollection(shop.world, pottery);
    expect(buy("pottery")).toMatchObject({ kind: "refused" });
  });

  test("asks a segment's query at that moment", () => {
    const segment = createSegment(shop.world, "Core", "customer_tags CONTAINS 'core'");
    const context = { kind: "customer-segments", segmentIds: [segment.id] } as const;
    discount(null, percent(0.2), { context });
    expect(orderOf(buy()).discountMinor).toBe(0);
    changeCustomerTags(shop.world, ada, ["core"]);
    expect(orderOf(buy()).discountMinor).toBe(1000);
    changeCustomerTags(shop.world, ada, []);
    expect(orderOf(buy()).discountMinor).toBe(0);
  });

  test("refuses codes with Shopify's reason, and places nothing", () => {
    discount("LATER", percent(0.1), { startsAtMs: shop.world.clock.nowMs() + 1 });
    discount("BIG", percent(0.1, 100_000));
    discount("ONCE", percent(0.1), { appliesOncePerCustomer: true });
    discount("LIMITED", percent(0.1), { usageLimit: 1 });
    discount("OTHERS", percent(0.1), { context: { kind: "customers", customerIds: [1] } });
    orderOf(buy("ONCE"));
    orderOf(buy("LIMITED"));
    const before = shop.world.orders.size;
    const reasonOf = (code: string, overrides = {}) => {
      const outcome = buy(code, overrides);
      return outcome.kind === "refused" ? outcome.reason : null;
    };
    expect(
      ["NONE", "LATER", "BIG", "ONCE", "LIMITED", "OTHERS"].map((code) => reasonOf(code)),
    ).toEqual([
      "DISCOUNT_NOT_FOUND",
      "DISCOUNT_CURRENTLY_INACTIVE",
      "DISCOUNT_PURCHASE_NOT_IN_RANGE",
      "DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED",
      "DISCOUNT_USAGE_LIMIT_REACHED",
      "DISCOUNT_CUSTOMER_NOT_ELIGIBLE",
    ]);
    expect(reasonOf("OTHERS", { customerId: undefined, guest: true })).toBe(
      "DISCOUNT_ELIGIBLE_CUSTOMER_MISSING",
    );
    expect(shop.world.orders.size).toBe(before);
  });

  test("of discounts that cannot stand together the better one wins, those that can add up", () => {
    discount(null, percent(0.2));
    discount("TEN", percent(0.1));
    const outcome = buy("TEN");
    expect(orderOf(outcome)).toMatchObject({ discountMinor: 1000, discountCodes: [] });
    expect(outcome).toMatchObject({ unusedCodes: ["TEN"] });

    shop.world.discounts.clear();
    shop.world.discountsByCode.clear();
    const together = { ...NEVER, orderDiscounts: true, productDiscounts: true };
    const onMugs = { kind: "products", productIds: [mug.id], variantIds: [] } as const;
    const half = { kind: "percentage", fraction: 0.5 } as const;
    discount(
      null,
      { kind: "basic", value: half, items: onMugs, minimum: null },
      { combinesWith: together },
    );
    discount("TEN", percent(0.1), { combinesWith: together });
    // Half of a mug first, then a tenth of the 40.00 that are left.
    expect(orderOf(buy("TEN"))).toMatchObject({ discountMinor: 1400, subtotalMinor: 3600 });
  });

  test("free shipping takes the shipping off, within its limit", () => {
    discount("SHIP", {
      kind: "free-shipping",
      destination: ALL,
      maximumShippingMinor: 1000,
      minimum: null,
    });
    expect(orderOf(buy("SHIP", { shipping: "4.00" }))).toMatchObject({
      shippingMinor: 0,
      discountMinor: 400,
      totalMinor: 5000,
    });
    expect(buy("SHIP", { shipping: "14.00" })).toMatchObject({
      kind: "refused",
      reason: "DISCOUNT_NO_ENTITLED_SHIPPING_LINES",
    });
  });

  test("buy two get one free gives the cheapest away", () => {
    discount("BXGY", {
      kind: "bxgy",
      buysItems: ALL,
      buys: { kind: "quantity", quantity: 2 },
      getsItems: ALL,
      getsQuantity: 1,
      effect: { kind: "percentage", fraction: 1 },
      usesPerOrderLimit: null,
    });
    const lines = [
      { productId: mug.id, quantity: 1 },
      { productId: bowl.id, quantity: 2 },
    ];
    expect(orderOf(buy("BXGY", { lines }))).toMatchObject({
      discountMinor: 2000,
      totalMinor: 6000,
    });
  });

  test("answers over HTTP, refused with 409", async () => {
    discount("HTTP", percent(0.1));
    const post = (body: object) =>
      fetch(`${shop.url}/simulate/checkout`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const placed = await post({ email: ada.email, productId: mug.id, discountCode: "HTTP" });
    expect(await placed.json()).toMatchObject({
      order: { total: "18.00", totalDiscounts: "2.00", discountCodes: ["HTTP"] },
      unusedCodes: [],
    });
    const refused = await post({ email: ada.email, productId: mug.id, discountCode: "NOPE" });
    expect([refused.status, await refused.json()]).toEqual([
      409,
      { error: "Enter a valid discount code (DISCOUNT_NOT_FOUND)" },
    ]);
  });
});
