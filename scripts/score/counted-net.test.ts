import { expect, test } from "vitest";
import { netMoney } from "../../app/scoring/index.ts";
import type { ExportedOrder } from "../../order-export/exported-order.ts";
import { countedNetMinor } from "./counted-net.ts";

/** 60.00 of goods and 6.00 of shipping, 11.00 of it tax. */
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
  subtotalMinor: 6000,
  shippingMinor: 600,
  taxesMinor: 1100,
  totalMinor: 6600,
  discountMinor: 0,
  refundedMinor: 0,
  discountCode: "",
  acceptsMarketing: false,
  billingName: "",
  countryCode: "GB",
  source: "web",
  tags: [],
  lineItems: [],
};

test.each([
  ["net", {}, {}, 6600],
  ["without taxes", { taxes: false }, {}, 5500],
  ["without shipping", { shipping: false }, {}, 6000],
  ["without taxes, half of it given back", { taxes: false }, { refundedMinor: 3300 }, 2750],
  ["refunds ignored", { refunds: "ignored" as const }, { refundedMinor: 3300 }, 6600],
  ["given back above its total", { taxes: false }, { refundedMinor: 7000 }, null],
  ["of a guest", {}, { customerEmail: "" }, null],
  ["cancelled", {}, { cancelledAtMs: 1 }, null],
  ["cancelled, where those count", { cancelled: true }, { cancelledAtMs: 1 }, 6600],
])("an exported order %s", (_, rules, changes, minor) => {
  expect(countedNetMinor({ ...order, ...changes }, { ...netMoney, ...rules })).toBe(minor);
});
