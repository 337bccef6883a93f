import { describe, expect, test } from "vitest";
import { netMoney } from "../../app/scoring/index.ts";
import type { ExportedOrder } from "../../order-export/exported-order.ts";
import { basketsOfExport } from "./baskets-of-export.ts";

const order: ExportedOrder = {
  lineNumber: 2,
  name: "#1001",
  id: null,
  customerEmail: "a@example.com",
  financialStatus: "paid",
  fulfillmentStatus: "",
  createdAtMs: Date.parse("2011-12-09T23:30:00Z"),
  createdAtUtcOffsetMinutes: 0,
  cancelledAtMs: null,
  paidAtMs: null,
  fulfilledAtMs: null,
  currency: "GBP",
  subtotalMinor: 2500,
  shippingMinor: 0,
  taxesMinor: 0,
  totalMinor: 2500,
  discountMinor: 0,
  refundedMinor: 0,
  discountCode: "",
  acceptsMarketing: false,
  billingName: "",
  countryCode: "GB",
  source: "web",
  tags: [],
  lineItems: [
    { name: "Tea", quantity: 2, priceMinor: 1000, discountMinor: 0, sku: "T-1", vendor: "Acme" },
    { name: "Cup", quantity: 1, priceMinor: 600, discountMinor: 100, sku: "", vendor: "" },
  ],
};

function basketsOf(...changes: Partial<ExportedOrder>[]) {
  const orders = changes.map((change) => ({ ...order, ...change }));
  return basketsOfExport(orders, ["a@example.com", "b@example.com"], "Europe/Berlin", netMoney);
}

describe("baskets of an export", () => {
  test("have products by SKU, or by name without one, their vendor, and no type", () => {
    const { products, lines, vendors, productTypes } = basketsOf({});
    expect(products.key).toEqual(["T-1", "Cup"]);
    expect(products.vendor).toEqual(Int32Array.of(0, -1));
    expect(vendors).toEqual(["Acme"]);
    expect(productTypes).toEqual([]);
    expect(lines.quantity).toEqual(Uint32Array.of(2, 1));
    expect(lines.netMinor).toEqual(Float64Array.of(2000, 500));
    expect(lines.unitPriceMinor).toEqual(Float64Array.of(1000, 600));
  });

  test("are dated in shop time: an hour before midnight in UTC on a Friday is Saturday in Berlin", () => {
    const { orders, products } = basketsOf({});
    expect(orders.day).toEqual(Int32Array.of(15318));
    expect(orders.minuteOfWeek).toEqual(Uint16Array.of(5 * 1440 + 30));
    expect(products.launchDay).toEqual(Int32Array.of(15318, 15318));
  });

  test("know the list price and the discount, by code or amount, with lines or without", () => {
    const { orders } = basketsOf(
      {},
      { discountMinor: 100 },
      { discountCode: "FREESHIP" },
      { discountMinor: 100, subtotalMinor: 2500, lineItems: [] },
    );
    expect(orders.grossMinor).toEqual(Float64Array.of(2600, 2600, 2600, 2600));
    expect(orders.discountMinor).toEqual(Float64Array.of(0, 100, 0, 100));
    expect(orders.usedDiscount).toEqual(Uint8Array.of(0, 1, 1, 1));
  });

  test("hold counted orders of the customers named, by their place", () => {
    const { orderOffsets, orders, countries, sources } = basketsOf(
      { customerEmail: "b@example.com", refundedMinor: 500 },
      { customerEmail: "" },
      { customerEmail: "c@example.com" },
      { cancelledAtMs: 1 },
      { refundedMinor: 2500 },
    );
    expect(orderOffsets).toEqual(Uint32Array.of(0, 0, 1));
    expect(orders.netMinor).toEqual(Float64Array.of(2000));
    expect(orders.refundedMinor).toEqual(Float64Array.of(500));
    expect(countries).toEqual(["GB"]);
    expect(sources).toEqual(["web"]);
  });

  test("take absurd quantities and prices without losing count", () => {
    const absurd = {
      quantity: 1e15,
      priceMinor: 1e15,
      discountMinor: 0,
      name: "x",
      sku: "",
      vendor: "",
    };
    const { lines, orders } = basketsOf({ lineItems: [absurd] });
    expect(lines.quantity).toEqual(Uint32Array.of(0xffffffff));
    expect(orders.grossMinor).toEqual(Float64Array.of(Number.MAX_SAFE_INTEGER));
  });
});
