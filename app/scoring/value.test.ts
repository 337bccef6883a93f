import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatShownValue, shownValueE4, valueColumn, valueOf, valueUnitOf } from "./value.ts";

const weights = { recency: 2000, frequency: 3000, monetary: 5000 };

describe("the value", () => {
  test("gives the worked example", () => {
    expect(valueOf({ recency: 50, frequency: 80, monetary: 90 }, weights)).toBe(790_000);
    expect(formatShownValue(shownValueE4(790_000, 100))).toBe("79.0000");
  });

  test("is a multiple of what divides all three weights", () => {
    expect(valueUnitOf(weights)).toBe(1000);
    expect(valueUnitOf({ recency: 3333, frequency: 3333, monetary: 3334 })).toBe(1);
    expect(valueUnitOf({ recency: 0, frequency: 0, monetary: 10_000 })).toBe(10_000);
  });

  test("is the same as a column", () => {
    const column = valueColumn(
      {
        recency: Uint32Array.of(50, 1),
        frequency: Uint32Array.of(80, 0),
        monetary: Uint32Array.of(90, 2),
      },
      weights,
    );
    expect([...column]).toEqual([790_000, 12_000]);
  });

  test.each([
    [1, 64, "0.0002"],
    [1000, 64, "0.1563"],
    [0, 3, "0.0000"],
    [10_000, 3, "33.3333"],
    [20_000, 3, "66.6667"],
    [10_000, 1, "100.0000"],
    [0, 0, "0.0000"],
  ])("%i among %i customers is shown as %s, halves going up", (value, customerCount, shown) => {
    expect(formatShownValue(shownValueE4(value, customerCount))).toBe(shown);
  });

  test("is rounded exactly, for bases of any size", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (customerCount, share) => {
          const value = Math.floor(share * customerCount * 10_000);
          const n = BigInt(customerCount);
          expect(shownValueE4(value, customerCount)).toBe(
            Number((200n * BigInt(value) + n) / (2n * n)),
          );
        },
      ),
    );
  });
});
