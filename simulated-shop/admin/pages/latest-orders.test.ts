import { expect, test } from "vitest";
import type { Order } from "../../world/order.ts";
import { latestOrders } from "./latest-orders.ts";

test("the newest come first, whatever order they were loaded in, equal moments by id", () => {
  const momentsMs = [5, 1, 9, 7, 9, 3, 2];
  const orders = new Map(
    momentsMs.map((processedAtMs, id) => [id, { id, processedAtMs } as Order]),
  );
  expect(latestOrders({ orders }, 4).map(({ id }) => id)).toEqual([4, 2, 3, 0]);
  expect(latestOrders({ orders }, 100)).toHaveLength(7);
  expect(latestOrders({ orders: new Map() }, 4)).toEqual([]);
});
