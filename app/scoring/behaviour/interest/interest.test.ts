import { describe, expect, test } from "vitest";
import { judgeInterest, type InterestCount } from "./judge-interest.ts";
import { searchWordsOf } from "./search-words.ts";

const asOfDay = 110;

function count(day: number, kind: InterestCount["kind"], subject = "", times = 1): InterestCount {
  return { day, kind, subject, times };
}

describe("words of a search", () => {
  test.each([
    ["  Green  TEA ", "green tea"],
    ["Ｔｅａ", "tea"],
    ["чай №5", "чай no5"],
    ["size 42 2025", null],
    ["ada@example.com", null],
    ["+44 20 7946 0958", null],
    ["   ", null],
    ["x".repeat(100), "x".repeat(60)],
  ])("%s are counted as %s", (typed, words) => {
    expect(searchWordsOf(typed)).toBe(words);
  });
});

describe("interested", () => {
  const example = [count(100, "view", "5", 2), count(103, "view", "5")];

  test("is whoever came back to a product, with how often", () => {
    expect(judgeInterest(example, [], asOfDay)).toEqual([
      { trait: "interested", product: "5", times: 3, days: 2, withinDays: 30 },
    ]);
  });

  test("is nobody who looked on one evening only, seldom, or long ago", () => {
    expect(judgeInterest([count(100, "view", "5", 9)], [], asOfDay)).toEqual([]);
    expect(judgeInterest([count(100, "view", "5"), count(103, "view", "5")], [], asOfDay)).toEqual(
      [],
    );
    expect(judgeInterest(example, [], 140)).toEqual([]);
  });

  test("is nobody who has bought it since, and still is who bought it before or bought something else", () => {
    expect(judgeInterest(example, [{ day: 105, products: ["5"] }], asOfDay)).toEqual([]);
    expect(judgeInterest(example, [{ day: 99, products: ["5"] }], asOfDay)).toHaveLength(1);
    expect(judgeInterest(example, [{ day: 105, products: ["6"] }], asOfDay)).toHaveLength(1);
  });

  test("goes by the product they came back to most", () => {
    const more = [...example, count(101, "view", "6", 2), count(102, "cart", "6", 2)];
    expect(judgeInterest(more, [], asOfDay)).toMatchObject([{ product: "6", times: 4 }]);
    const even = [...example, count(101, "view", "4", 2), count(102, "view", "4")];
    expect(judgeInterest(even, [], asOfDay)).toMatchObject([{ product: "4" }]);
  });
});

describe("abandons carts", () => {
  const carts = [count(60, "cart", "5"), count(80, "checkout"), count(90, "cart", "6")];
  const orderOn = (day: number) => ({ day, products: [] });

  test("is whoever left more than half of them", () => {
    expect(judgeInterest(carts, [orderOn(62)], asOfDay)).toEqual([
      { trait: "abandons-carts", cartDays: 3, abandonedDays: 2, withinDays: 90 },
    ]);
  });

  test("is nobody who ordered within two days of most, or finished the checkout that day", () => {
    expect(judgeInterest(carts, [orderOn(62), orderOn(80)], asOfDay)).toEqual([]);
    expect(
      judgeInterest([...carts, count(60, "purchase"), count(80, "purchase")], [], asOfDay),
    ).toEqual([]);
  });

  test("one cart proves nothing, and those of today and yesterday are not judged yet", () => {
    expect(judgeInterest([count(90, "cart", "6")], [], asOfDay)).toEqual([]);
    const fresh = [count(90, "cart", "6"), count(109, "cart", "6"), count(110, "checkout")];
    expect(judgeInterest(fresh, [], asOfDay)).toEqual([]);
  });
});

test("nothing shows nothing", () => {
  expect(judgeInterest([], [], asOfDay)).toEqual([]);
});
