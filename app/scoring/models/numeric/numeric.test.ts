import { describe, expect, test } from "vitest";
import { meanUnderBeta } from "./beta-mean.ts";
import { interpolate, valueAt } from "./chebyshev.ts";
import { digamma } from "./digamma.ts";
import { buildGaussLegendre } from "./gauss-legendre.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import { logIntegralOfPowers } from "./integrate-powers.ts";
import { logBeta, logGamma, stirlingRest } from "./log-gamma.ts";
import { negativeBinomialTail } from "./negative-binomial.ts";
import { buildTailRule, integrateTail } from "./tail-rule.ts";

/** Relative. */
function expectClose(value: number, expected: number, tolerance = 1e-13): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

describe("the worked examples", () => {
  test("logGamma, logBeta, stirlingRest, digamma", () => {
    expectClose(logGamma(5), Math.log(24));
    expectClose(logBeta(2, 3), Math.log(1 / 12));
    expectClose(stirlingRest(10), 0.00833056343336287, 1e-12);
    expectClose(digamma(1), -0.577215664901532861);
  });

  test("two Gauss–Legendre nodes are ±1/√3 with weight 1", () => {
    const { nodes, weights } = buildGaussLegendre(2);
    expectClose(nodes[0] ?? 0, 1 / Math.sqrt(3));
    expectClose(weights[0] ?? 0, 1);
  });

  test("a quadratic is met exactly by three Chebyshev nodes", () => {
    const curve = interpolate((x) => 1 + x * x, -1, 3, 3);
    for (const x of [-1, 0, 0.3, 3]) expectClose(valueAt(curve, x), 1 + x * x);
  });

  test("the tail rule integrates against a singular power", () => {
    expectClose(
      integrateTail(buildTailRule(0.5), (s) => 1 + s),
      2 + 2 / 3,
    );
  });

  test("powers integrate to what they must", () => {
    expectClose(logIntegralOfPowers(1, 2, 1, 0, 1), Math.log(0.5));
  });

  test("a mean under Beta(2, 3)", () => {
    const complement = { at: (_: number, q: number) => q, most: 1, scaleAtZero: 1, scaleAtOne: 1 };
    expectClose(meanUnderBeta(2, 3, complement), 3 / 5);
  });

  test("a geometric count is at least three with chance 1/8", () => {
    expectClose(negativeBinomialTail(1, 1, 3), 1 / 8);
  });

  test("the incomplete beta at the middle of a symmetric one is ½", () => {
    expectClose(incompleteBeta(0.5, 0.5, 2, 2), 0.5);
  });
});

describe("arguments that ordinary formulas lose", () => {
  // Values with 30 digits from mpmath 1.3.
  test.each([
    [1e7, 3, -47.661140072314989],
    [1e6, 1e6, -1386300.0033629211],
    [1e-6, 1e6, 13.815496165239374],
    [12345.678, 0.25, -1.067235211823],
    [1e8, 1e-3, 6.888758204644895],
  ])("logBeta(%d, %d)", (u, w, expected) => {
    expectClose(logBeta(u, w), expected, 2e-12);
    expectClose(logBeta(w, u), expected, 2e-12);
  });

  test("a count's far tail keeps its relative precision", () => {
    // P(N ≥ 20) with shape ½ and growth 1e-3: its first term is (½)_20/20! · 1e-60 / 1.001^20.5, the next a thousandth.
    let first = 1;
    for (let i = 0; i < 20; i++) first *= ((0.5 + i) / (i + 1)) * (1e-3 / 1.001);
    first *= 1.001 ** -0.5;
    const second = ((first * 20.5) / 21) * (1e-3 / 1.001);
    const third = ((second * 21.5) / 22) * (1e-3 / 1.001);
    expectClose(negativeBinomialTail(0.5, 1e-3, 20), first + second + third, 1e-8);
  });

  test("powers beyond a double's range come back as logarithms", () => {
    // ∫₀¹ (1 + y)^−1e6 dy = (1 − 2^(1 − 1e6))/(1e6 − 1)
    expectClose(logIntegralOfPowers(1, 1e6, 1e3, 0, 1), -Math.log(1e6 - 1));
    // ∫₀ᴴ (1 + y)^0 dy = H
    expectClose(logIntegralOfPowers(1e-6, 0, 1e6, 0, 1e9), Math.log(1e9));
  });
});
