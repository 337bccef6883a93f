import fc from "fast-check";
import type { OutlookRules } from "../outlook/spend-forecast.ts";

const parameter = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true });

/** For tests: fitted models of shops of all rhythms, by every combination of chosen rules. */
export const randomOutlooks: fc.Arbitrary<Extract<OutlookRules, { kind: "fitted" }>> = fc
  .record({
    k: fc.integer({ min: 1, max: 4 }),
    r: parameter(0.3, 3),
    alpha: parameter(5, 120),
    a: parameter(0.1, 2),
    b: parameter(0.5, 4),
    q: parameter(1.5, 4),
    v: parameter(1000, 20_000),
    purchases: fc.constantFrom("mbg-cnbd-k" as const, "mbg-nbd" as const, "same-again" as const),
    chances: fc.constantFrom("mbg-cnbd-k" as const, "mbg-nbd" as const),
    spend: fc.constantFrom(
      "gamma-gamma-repeats" as const,
      "gamma-gamma-all" as const,
      "same-again" as const,
    ),
    hasSpend: fc.boolean(),
    horizonDays: fc.option(fc.integer({ min: 30, max: 182 }), { nil: undefined }),
  })
  .map(({ k, r, alpha, a, b, q, v, purchases, chances, spend, hasSpend, horizonDays }) => {
    const money = hasSpend ? { model: { p: 2.5, q, v } } : null;
    return {
      kind: "fitted",
      models: {
        orders: {
          "mbg-cnbd-k": { model: { kind: "mbg-cnbd-k", k, r, alpha, a, b } },
          "mbg-nbd": { model: { kind: "mbg-nbd", r, alpha, a, b } },
        },
        spend: { "gamma-gamma-repeats": money, "gamma-gamma-all": money },
      },
      chosen: { purchases, chances, spend },
      backTest:
        horizonDays === undefined
          ? { kind: "not-enough-history" }
          : { kind: "tested", horizonDays },
    };
  });
