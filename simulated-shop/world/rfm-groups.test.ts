import { expect, test } from "vitest";
import { addCustomer } from "./add-customer.ts";
import { placeOrder } from "./place-order.ts";
import { rfmGroupOf, rfmGroupOfScores, RFM_GROUPS } from "./rfm-groups.ts";
import { smallWorld, teaOf } from "./small-world.test-support.ts";

test("every cell of the grid has a group, and all but the prospects have a cell", () => {
  const found = new Set<string>();
  for (const r of [1, 2, 3, 4, 5])
    for (const f of [1, 2, 3, 4, 5])
      for (const m of [1, 2, 3, 4, 5]) found.add(rfmGroupOfScores(r, f, m));
  expect([...found].sort()).toEqual(RFM_GROUPS.filter((group) => group !== "PROSPECTS"));
});

test.each([
  [5, 4, 3, "CHAMPIONS"],
  [4, 4, 4, "LOYAL"],
  [5, 1, 1, "NEW"],
  [4, 1, 1, "PROMISING"],
  [4, 2, 1, "ACTIVE"],
  [3, 3, 3, "NEEDS_ATTENTION"],
  [3, 2, 2, "ALMOST_LOST"],
  [1, 5, 4, "PREVIOUSLY_LOYAL"],
  [2, 4, 4, "AT_RISK"],
  [1, 1, 1, "DORMANT"],
])("R %i F %i M %i → %s", (recency, frequency, monetary, group) => {
  expect(rfmGroupOfScores(recency, frequency, monetary)).toBe(group);
});

test("customers are scored against each other, equals alike, and again after a change", () => {
  const world = smallWorld();
  const product = teaOf(world);
  const customers = ["a", "b", "c", "d", "e"].map((email) => addCustomer(world, { email }));
  const [first, ...others] = customers;
  if (first === undefined) throw new Error("no customer");
  expect(rfmGroupOf(world, first)).toBe("PROSPECTS");
  const lineItems = [{ product, quantity: 1, unitPriceMinor: 1250, discountMinor: 0 }];
  for (const customer of others) placeOrder(world, { customer, lineItems });
  expect(new Set(others.map((customer) => rfmGroupOf(world, customer)))).toEqual(
    new Set(["DORMANT"]),
  );
  world.clock.advanceByMs(40 * 86_400_000);
  placeOrder(world, { customer: first, lineItems });
  placeOrder(world, { customer: first, lineItems });
  expect(rfmGroupOf(world, first)).toBe("CHAMPIONS");
});
