import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InterestCount, InterestFacts, LeftCheckout } from "./interest-facts.ts";
import { judgeInterest } from "./judge-interest.ts";
import { searchWordsOf } from "./search-words.ts";

const asOfDay = 110;

function count(day: number, kind: InterestCount["kind"], subject = "", times = 1): InterestCount {
  return { day, kind, subject, times };
}

function left(day: number, rest: Partial<LeftCheckout> = {}): LeftCheckout {
  return { day, completedDay: null, minorUnits: 1000, products: [], ...rest };
}

function judge(facts: Partial<InterestFacts>, day = asOfDay) {
  return judgeInterest({ counts: [], checkouts: [], orders: [], ...facts }, day);
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
  const inProduct = (product: string) => ({ about: { kind: "product", product } });

  test("is whoever came back to a product, with how often", () => {
    expect(judge({ counts: example })).toEqual([
      {
        trait: "interested",
        about: { kind: "product", product: "5" },
        times: 3,
        days: 2,
        withinDays: 30,
      },
    ]);
  });

  test("is nobody who looked on one evening only, seldom, or long ago", () => {
    expect(judge({ counts: [count(100, "view", "5", 9)] })).toEqual([]);
    expect(judge({ counts: [count(100, "view", "5"), count(103, "view", "5")] })).toEqual([]);
    expect(judge({ counts: example }, 140)).toEqual([]);
  });

  test("is nobody who has bought it since, and still is who bought it before or bought something else", () => {
    const after = (day: number, product: string) =>
      judge({ counts: example, orders: [{ day, products: [product] }] });
    expect(after(105, "5")).toEqual([]);
    expect(after(99, "5")).toHaveLength(1);
    expect(after(105, "6")).toHaveLength(1);
  });

  test("goes by the product they came back to most", () => {
    const more = [...example, count(101, "view", "6", 2), count(102, "cart", "6", 2)];
    expect(judge({ counts: more })).toMatchObject([{ ...inProduct("6"), times: 4 }]);
    const even = [...example, count(101, "view", "4", 2), count(102, "view", "4")];
    expect(judge({ counts: even })).toMatchObject([inProduct("4")]);
    const longer = [...example, count(101, "view", "10", 2), count(102, "view", "10")];
    expect(judge({ counts: longer })).toMatchObject([inProduct("5")]);
  });

  test("a product in a left checkout counts as much as one look, and not beside the look of that day", () => {
    const checkouts = [100, 103].map((day) => left(day, { products: ["5"] }));
    expect(judge({ counts: example, checkouts })[0]).toMatchObject({ times: 3, days: 2 });
    expect(judge({ counts: [count(101, "view", "5")], checkouts })[0]).toMatchObject({
      ...inProduct("5"),
      times: 3,
      days: 3,
    });
  });

  test("is who keeps searching for the same and orders nothing, where no product says more", () => {
    const searches = [count(100, "search", "green tea", 2), count(104, "search", "green tea")];
    expect(judge({ counts: searches })).toMatchObject([
      { about: { kind: "search", words: "green tea" }, times: 3, days: 2 },
    ]);
    expect(judge({ counts: searches, orders: [{ day: 105, products: ["7"] }] })).toEqual([]);
    expect(judge({ counts: [...searches, ...example] })).toMatchObject([inProduct("5")]);
  });
});

describe("abandons carts", () => {
  const carts = [count(60, "cart", "5"), count(80, "checkout"), count(90, "cart", "6")];
  const orderOn = (day: number) => ({ day, products: [] });

  test("is whoever left more than half of them", () => {
    expect(judge({ counts: carts, orders: [orderOn(62)] })).toEqual([
      {
        trait: "abandons-carts",
        cartDays: 3,
        abandonedDays: 2,
        leftMinorUnits: null,
        withinDays: 90,
      },
    ]);
  });

  test("is nobody who ordered within two days of most, or finished the checkout that day", () => {
    expect(judge({ counts: carts, orders: [orderOn(62), orderOn(80)] })).toEqual([]);
    const finished = [...carts, count(60, "purchase"), count(80, "purchase")];
    expect(judge({ counts: finished })).toEqual([]);
  });

  test("one cart proves nothing, and those of today and yesterday are not judged yet", () => {
    expect(judge({ counts: [count(90, "cart", "6")] })).toEqual([]);
    const fresh = [count(90, "cart", "6"), count(109, "cart", "6"), count(110, "checkout")];
    expect(judge({ counts: fresh })).toEqual([]);
    expect(judge({ checkouts: [left(90), left(109)] })).toEqual([]);
  });

  test("a checkout that both the pixel and the shop tell of is one, with what it was worth", () => {
    const checkouts = [left(60, { minorUnits: 2500 }), left(80, { minorUnits: 4000 })];
    expect(judge({ counts: carts, checkouts })).toEqual([
      {
        trait: "abandons-carts",
        cartDays: 3,
        abandonedDays: 3,
        leftMinorUnits: 6500,
        withinDays: 90,
      },
    ]);
  });

  test("who begins again on the same day has left the largest, not the sum", () => {
    const checkouts = [left(60), left(60, { minorUnits: 3000 }), left(70)];
    expect(judge({ checkouts })[0]).toMatchObject({ cartDays: 2, leftMinorUnits: 4000 });
  });

  test("who came back to a checkout within two days has abandoned nothing; a week later they had", () => {
    const back = (days: number) =>
      judge({ checkouts: [60, 80].map((day) => left(day, { completedDay: day + days })) });
    expect(back(2)).toEqual([]);
    expect(back(7)).toMatchObject([{ abandonedDays: 2 }]);
  });
});

test("nothing shows nothing", () => {
  expect(judge({})).toEqual([]);
});

const day = fc.integer({ min: 0, max: asOfDay + 3 });
const subject = fc.constantFrom("5", "6", "12");
const someCounts = fc.array(
  fc.record({
    day,
    kind: fc.constantFrom(
      "view" as const,
      "cart" as const,
      "checkout" as const,
      "purchase" as const,
    ),
    subject,
    times: fc.integer({ min: 1, max: 4 }),
  }),
);
const someCheckouts = fc.array(
  fc.record({
    day,
    completedDay: fc.option(day),
    minorUnits: fc.integer({ min: 0, max: 9000 }),
    products: fc.uniqueArray(subject),
  }),
);
const someOrders = fc.array(fc.record({ day, products: fc.uniqueArray(subject) }));

test("what is judged does not depend on the order in which it was told, and never on days to come", () => {
  fc.assert(
    fc.property(someCounts, someCheckouts, someOrders, (counts, checkouts, orders) => {
      const facts = { counts, checkouts, orders };
      const reversed = {
        counts: counts.toReversed(),
        checkouts: checkouts.toReversed(),
        orders: orders.toReversed(),
      };
      const past = {
        ...facts,
        counts: counts.filter((each) => each.day <= asOfDay),
        checkouts: checkouts.filter((each) => each.day <= asOfDay),
      };
      const judged = judgeInterest(facts, asOfDay);
      expect(judgeInterest(reversed, asOfDay)).toEqual(judged);
      expect(judgeInterest(past, asOfDay)).toEqual(judged);
    }),
  );
});

test("telling of every checkout twice changes nothing", () => {
  fc.assert(
    fc.property(someCounts, someCheckouts, someOrders, (counts, checkouts, orders) => {
      const once = judgeInterest({ counts, checkouts, orders }, asOfDay);
      const twice = { counts, checkouts: [...checkouts, ...checkouts], orders };
      expect(judgeInterest(twice, asOfDay)).toEqual(once);
    }),
  );
});
