import { describe, expect, test } from "vitest";
import type { OrderFacts } from "./counted-order.ts";
import { judgeOrder } from "./counted-order.ts";

const order: OrderFacts = {
  hasCustomer: true,
  isCancelled: false,
  isTest: false,
  totalMinor: 5000,
  refundedMinor: 0,
};

describe("judgeOrder", () => {
  test("counts what is left after refunds", () => {
    expect(judgeOrder({ ...order, refundedMinor: 1250 })).toEqual({
      kind: "counted",
      netMinor: 3750,
    });
  });

  test.each<[string, Partial<OrderFacts>, string]>([
    ["of a guest", { hasCustomer: false }, "no-customer"],
    ["cancelled", { isCancelled: true }, "cancelled"],
    ["for testing", { isTest: true }, "test"],
    ["refunded in full", { refundedMinor: 5000 }, "nothing-left"],
    ["refunded above its total", { refundedMinor: 6000 }, "nothing-left"],
    ["without a price", { totalMinor: 0 }, "nothing-left"],
    [
      "of a guest, cancelled and refunded",
      { hasCustomer: false, isCancelled: true, refundedMinor: 5000 },
      "no-customer",
    ],
  ])("does not count one %s", (_, facts, reason) => {
    expect(judgeOrder({ ...order, ...facts })).toEqual({ kind: "not-counted", reason });
  });
});
