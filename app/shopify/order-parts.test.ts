import { expect, test } from "vitest";
import { orderPartsNode, partsOf } from "./order-parts.ts";

const money = (amount: string) => ({ shopMoney: { amount } });

/** 100.00 of goods and 6.00 of shipping with 20 % tax inside: 17.67 of tax, 1.00 of it on the shipping. */
const inclusive = {
  cancelledAt: null,
  edited: false,
  taxesIncluded: true,
  totalPriceSet: money("106.0"),
  totalRefundedSet: money("0.0"),
  currentTotalPriceSet: money("106.0"),
  totalTaxSet: money("17.67"),
  currentTotalTaxSet: money("17.67"),
  currentShippingPriceSet: money("6.0"),
  shippingLine: {
    title: "Standard",
    discountedPriceSet: money("6.0"),
    taxLines: [{ priceSet: money("1.0") }],
  },
  totalTipReceivedSet: money("0.0"),
  currentTotalDutiesSet: null,
  currentTotalAdditionalFeesSet: null,
};

function parts(changes: object, currency = "GBP") {
  const { removedMinorUnits, ...rest } = partsOf(
    orderPartsNode.parse({ ...inclusive, ...changes }),
    currency,
  );
  const [tax, taxLeft, shipping, shippingLeft, shippingTax, extras] = Object.values(rest);
  return { removed: removedMinorUnits, tax, taxLeft, shipping, shippingLeft, shippingTax, extras };
}

const untouched = {
  removed: 0n,
  tax: 1767n,
  taxLeft: 1767n,
  shipping: 500n,
  shippingLeft: 500n,
  shippingTax: 100n,
  extras: 0n,
};

test("shipping stands without the tax that its price contains", () => {
  expect(parts({})).toEqual(untouched);
});

test("shipping whose tax comes on top stands as it is", () => {
  expect(parts({ taxesIncluded: false })).toMatchObject({ shipping: 600n, shippingTax: 100n });
});

test("shipping given back is no longer left, and neither is its tax", () => {
  const refunded = { currentShippingPriceSet: money("0.0"), currentTotalTaxSet: money("16.67") };
  expect(parts(refunded)).toEqual({ ...untouched, taxLeft: 1667n, shippingLeft: 0n });
});

test("half the shipping given back leaves half of it without half its tax", () => {
  expect(parts({ currentShippingPriceSet: money("3.0") })).toMatchObject({ shippingLeft: 250n });
});

test.each([
  ["nothing of it paid back", "0.0", "66.0", 4000n],
  ["paid back in part", "10.0", "66.0", 3000n],
  ["paid back", "40.0", "66.0", 0n],
  ["paid back, and 5.00 more for the trouble", "45.0", "61.0", 0n],
])("goods of 40.00 taken off by an edit, %s", (_, refunded, current, removed) => {
  const edited = {
    edited: true,
    totalRefundedSet: money(refunded),
    currentTotalPriceSet: money(current),
  };
  expect(parts(edited).removed).toBe(removed);
});

test("goods that came back without money are no edit: the money was kept", () => {
  expect(parts({ currentTotalPriceSet: money("66.0") }).removed).toBe(0n);
});

test("of a cancelled order, of which Shopify's current sums are nothing, the kept share is left", () => {
  const cancelled = {
    cancelledAt: "2026-05-01T00:00:00Z",
    edited: true,
    totalRefundedSet: money("53.0"),
    currentTotalPriceSet: money("0.0"),
    currentTotalTaxSet: money("0.0"),
    currentShippingPriceSet: money("0.0"),
  };
  expect(parts(cancelled)).toEqual({
    ...untouched,
    taxLeft: 883n,
    shippingLeft: 250n,
  });
});

test("an order refunded above its total has nothing left", () => {
  const over = { cancelledAt: "2026-05-01T00:00:00Z", totalRefundedSet: money("120.0") };
  expect(parts(over)).toMatchObject({ taxLeft: 0n, shippingLeft: 0n });
});

test("tips, duties and fees are told together", () => {
  const extras = {
    totalTipReceivedSet: money("5.0"),
    currentTotalDutiesSet: money("2.5"),
    currentTotalAdditionalFeesSet: money("0.05"),
  };
  expect(parts(extras).extras).toBe(755n);
});

test("an order without shipping has none, and no tax of it", () => {
  const digital = { shippingLine: null, currentShippingPriceSet: money("0.0") };
  expect(parts(digital)).toMatchObject({ shipping: 0n, shippingLeft: 0n, shippingTax: 0n });
});

test("yen have no decimals, and dinars three", () => {
  const yen = {
    totalTaxSet: money("100.0"),
    shippingLine: { title: "Express", discountedPriceSet: money("500.0"), taxLines: [] },
  };
  const inYen = orderPartsNode.parse({
    ...inclusive,
    ...yen,
    currentTotalTaxSet: money("100.0"),
  });
  expect(partsOf(inYen, "JPY")).toMatchObject({ taxMinorUnits: 100n, shippingMinorUnits: 500n });
  expect(parts({ totalTaxSet: money("1.234") }, "KWD").tax).toBe(1234n);
});
