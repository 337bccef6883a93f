import { expect, test } from "vitest";
import { outcomesOfFields } from "./write-metafields.ts";

function atFault(...places: number[]) {
  return {
    metafields: null,
    userErrors: places.map((place) => ({
      field: ["metafields", String(place), "ownerId"],
      message: "Owner does not exist.",
      code: null,
    })),
  };
}

test("who is at fault is found by their place, though somebody before them was forgotten meanwhile", () => {
  const line = [1n, null, 3n, 4n];
  expect(outcomesOfFields(line, atFault(4, 5))).toEqual([
    { customerId: 3n, outcome: { kind: "customer-gone" } },
  ]);
});

test("whose place is empty is no concern of the others in the line", () => {
  expect(outcomesOfFields([1n, null, 3n], atFault(2, 3))).toEqual([]);
});

test("each gets the digests of their own place", () => {
  const field = (key: string, compareDigest: string) => ({ key, compareDigest });
  const metafields = [
    ...[field("tier", "a"), field("standing", "b")],
    ...[field("tier", "c"), field("standing", "d")],
  ];
  expect(outcomesOfFields([null, 2n], { metafields, userErrors: [] })).toEqual([
    { customerId: 2n, outcome: { kind: "done", digests: { tier: "c", standing: "d" } } },
  ]);
});
