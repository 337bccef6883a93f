import { expect, test } from "vitest";
import { gidOf, idOfGid } from "./gid.ts";

test("ids beyond the exact range of numbers survive the way there and back", () => {
  expect(idOfGid("Order", gidOf("Order", 9_007_199_254_740_993n))).toBe(9_007_199_254_740_993n);
});

test.each(["gid://shopify/Customer/1", "gid://shopify/Order/", "gid://shopify/Order/1?x=2", "1"])(
  "%s is not the id of an order",
  (gid) => {
    expect(() => idOfGid("Order", gid)).toThrow("expected an id like gid://shopify/Order/123");
  },
);
