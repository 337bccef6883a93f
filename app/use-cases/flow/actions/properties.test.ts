import { expect, test } from "vitest";
import { customerIdOf, daysOf, textOf } from "./properties.ts";

test.each<[unknown, bigint | null]>([
  [123, 123n],
  ["7310498265713", 7310498265713n],
  [" 123 ", 123n],
  ["gid://shopify/Customer/123", 123n],
  ["gid://shopify/Order/123", null],
  [1.5, null],
  [-1, null],
  ["", null],
  [null, null],
  [{ id: 1 }, null],
  ["1".repeat(19), null],
])("the customer %j is %s", (customer_id, id) => {
  expect(customerIdOf({ customer_id })).toBe(id);
});

test.each<[unknown, number | null | "no-such-days"]>([
  [30, 30],
  ["30", 30],
  ["", null],
  [null, null],
  [0, "no-such-days"],
  [3651, "no-such-days"],
  ["30.00", "no-such-days"],
  ["a month", "no-such-days"],
  [-3, "no-such-days"],
])("%j days are %s", (days, expected) => {
  expect(daysOf({ days }, "days")).toBe(expected);
});

test("a field that is not sent is empty", () => {
  expect([textOf({}, "tier"), customerIdOf({}), daysOf({}, "days")]).toEqual(["", null, null]);
});
