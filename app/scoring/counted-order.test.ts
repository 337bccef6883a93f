import { describe, expect, test } from "vitest";
import { judgeOrder, type OrderFacts } from "./counted-order.ts";
import { netMoney } from "./money/money-rules.ts";
import { plainOrder } from "./money/testing/orders.ts";

describe("judgeOrder", () => {
  test("counts what is left after refunds", () => {
    expect(judgeOrder({ ...plainOrder, refundedMinor: 1250 }, netMoney)).toEqual({
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
    ["emptied by an edit", { removedMinor: 5000 }, "nothing-left"],
    [
      "of a guest, cancelled and refunded",
      { hasCustomer: false, isCancelled: true, refundedMinor: 5000 },
      "no-customer",
    ],
  ])("does not count one %s", (_, facts, reason) => {
    expect(judgeOrder({ ...plainOrder, ...facts }, netMoney)).toEqual({
      kind: "not-counted",
      reason,
    });
  });

  test("counts cancelled orders with what was kept of them, where the rules say so", () => {
    const cancelled = { ...plainOrder, isCancelled: true, refundedMinor: 4000 };
    const rules = { ...netMoney, cancelled: true };
    expect(judgeOrder(cancelled, rules)).toEqual({ kind: "counted", netMinor: 1000 });
    const refunded = { ...cancelled, refundedMinor: 5000 };
    expect(judgeOrder(refunded, rules)).toMatchObject({ reason: "nothing-left" });
  });

  test("counts test orders where the rules say so", () => {
    expect(judgeOrder({ ...plainOrder, isTest: true }, { ...netMoney, test: true })).toEqual({
      kind: "counted",
      netMinor: 5000,
    });
  });
});
