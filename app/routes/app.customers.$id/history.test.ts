import { expect, test } from "vitest";
import type { OrderLine } from "../../use-cases/pages/describe-order.ts";
import type { Move } from "../../use-cases/pages/page-words.ts";
import { historyOf } from "./history.ts";

const order = (orderId: string, at: string): OrderLine => ({
  ...{ orderId, at, name: `#${orderId}`, inWindow: true, notCountedBecause: null },
  ...{ totalMinorUnits: 1, refundedMinorUnits: 0, netMinorUnits: 1, leftOutMinorUnits: 0 },
  context: {
    ...{ country: null, channel: null, firstSource: null, lastSource: null },
    ...{ usedDiscount: false, paidIn: null, paidBy: [], shippedBy: null },
  },
});
const move = (runId: string, family: Move["family"], at: string): Move => ({
  ...{ runId, family, at, customerId: "1", from: null, to: "Core" },
  ...{ direction: "up", reason: "order" },
});
const orders = [order("1", "2026-06-30T12:00:00.000Z"), order("2", "2026-06-01T12:00:00.000Z")];
const moves = [
  move("a", "tier", "2026-06-30T12:00:00.000Z"),
  move("a", "group", "2026-06-30T12:00:00.000Z"),
  move("b", "tier", "2026-06-10T12:00:00.000Z"),
];
const keys = (...asked: Parameters<typeof historyOf>) => historyOf(...asked).map(({ key }) => key);

test("is one list, newest first, a move above the order that caused it", () => {
  expect(keys(orders, moves, "all")).toEqual(["a tier", "a group", "1", "b tier", "2"]);
});

test("is narrowed to one kind", () => {
  expect(keys(orders, moves, "orders")).toEqual(["1", "2"]);
  expect(keys(orders, moves, "tier")).toEqual(["a tier", "b tier"]);
  expect(keys(orders, moves, "group")).toEqual(["a group"]);
});
