import { expect, test } from "vitest";
import { basketsOf } from "../testing/plain-orders.ts";
import { visitsOf } from "../visits.ts";
import type { Association, ItemAssociations } from "./association.ts";
import { boughtBy, indexAssociations, suggestNext } from "./cross-sell.ts";

function follows(item: string, support: number, lift: number): Association {
  return { item, support, lift, customers: support, confidence: 0.5, medianDays: 30 };
}

function after(item: string, ...associations: Association[]): ItemAssociations {
  return { item, visits: 100, customers: 100, with: associations };
}

const table = indexAssociations([
  after("tea", follows("cup", 10, 2), follows("tea", 50, 4)),
  after("pot", follows("cup", 5, 3), follows("tray", 8, 3), follows("spoon", 90, 1.1)),
]);

test("what follows most strongly comes first, with its strongest reason", () => {
  expect(
    suggestNext(["tea", "pot"], table).map(({ item, because }) => `${item} because of ${because}`),
  ).toEqual(["tray because of pot", "cup because of tea"]);
});

test("nothing the customer has is offered, and nothing that is as likely anyway", () => {
  expect(suggestNext(["tea", "cup"], table)).toEqual([]);
  expect(suggestNext(["pot", "cup", "tray"], table)).toEqual([]);
  expect(suggestNext([], table)).toEqual([]);
});

test("equal suggestions come by key, whichever was bought first", () => {
  const equal = indexAssociations([
    after("a", follows("y", 10, 2), follows("x", 10, 2)),
    after("b", follows("x", 10, 2), follows("z", 20, 1.2)),
  ]);
  const expected = [
    ["z", "b"],
    ["x", "a"],
    ["y", "a"],
  ];
  for (const bought of [
    ["a", "b"],
    ["b", "a"],
  ])
    expect(suggestNext(bought, equal).map(({ item, because }) => [item, because])).toEqual(
      expected,
    );
  expect(suggestNext(["a", "b"], equal, 1)).toHaveLength(1);
});

test("what somebody bought is everything of all visits", () => {
  const visits = visitsOf(
    basketsOf(3, [
      { customer: 1, day: 1, lines: [{ product: "tea" }] },
      { customer: 1, day: 2, lines: [{ product: "cup" }, { product: null }] },
      { customer: 2, day: 2, lines: [{ product: "pot" }] },
    ]),
    10,
  );
  expect(boughtBy(visits, 1)).toEqual(new Set(["tea", "cup"]));
  expect(boughtBy(visits, 0)).toEqual(new Set());
});
