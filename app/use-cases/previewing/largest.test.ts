import fc from "fast-check";
import { expect, test } from "vitest";
import { Largest } from "./largest.ts";

test("the largest are kept, the earlier row first among equals", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 5 }), (sizes, most) => {
      const largest = new Largest(most);
      for (const [row, size] of sizes.entries()) largest.offer(row, size);
      const sorted = [...sizes.entries()].sort(([a, one], [b, other]) => other - one || a - b);
      expect(largest.rows()).toEqual(sorted.slice(0, most).map(([row]) => row));
    }),
  );
});
