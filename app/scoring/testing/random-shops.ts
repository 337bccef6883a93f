import fc from "fast-check";
import type { Frame } from "../frame.ts";
import { FrameBuilder } from "../frame-builder.ts";
import type { Program } from "../program/program.ts";
import { defaultProgram } from "../program/program.ts";

/** For tests: one counted order. */
export type TestOrder = { customer: number; day: number; netMinor: number };

export type TestShop = {
  customerCount: number;
  orders: TestOrder[];
  asOfDay: number;
  program: Program;
};

/** For tests: shops of 0–25 customers whose days and amounts repeat often, so that ties are the rule. */
export const randomShops: fc.Arbitrary<TestShop> = fc
  .record({
    customerCount: fc.integer({ min: 1, max: 25 }),
    asOfDay: fc.integer({ min: 60, max: 100 }),
    windowDays: fc.integer({ min: 1, max: 60 }),
    weights: fc
      .tuple(fc.nat(10_000), fc.nat(10_000))
      .map(([a, b]) => [Math.min(a, b), Math.abs(a - b)] as const),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 5 }),
    groups: fc.constantFrom("five-types" as const, "four-levels" as const, "shopify-11" as const),
  })
  .chain(({ customerCount, asOfDay, windowDays, weights: [recency, frequency], cuts, groups }) =>
    fc
      .array(
        fc.record({
          customer: fc.nat(customerCount - 1),
          day: fc.oneof(fc.integer({ min: 0, max: 110 }), fc.constantFrom(30, 70)),
          netMinor: fc.oneof(fc.constantFrom(500, 1000), fc.integer({ min: 1, max: 100_000 })),
        }),
        { maxLength: 80 },
      )
      .map((orders) => ({
        customerCount,
        orders,
        asOfDay,
        program: {
          ...defaultProgram,
          windowDays,
          groups,
          weights: { recency, frequency, monetary: 10_000 - recency - frequency },
          tiers: [...cuts.sort((a, b) => b - a), 0].map((cutBp, index) => ({
            key: `t${index}`,
            name: `T${index}`,
            cutBp,
          })),
        },
      })),
  );

/** For tests: a frame of orders that all happened at noon. */
export function frameOf(customerCount: number, orders: readonly TestOrder[]): Frame {
  const builder = new FrameBuilder();
  for (const { customer, day, netMinor } of orders)
    builder.add(customer, day, (day + 0.5) * 86_400_000, netMinor);
  return builder.build(customerCount);
}
