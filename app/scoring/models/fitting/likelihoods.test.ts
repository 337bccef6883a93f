import { describe, expect, test } from "vitest";
import { betaGeometricLikelihood } from "./beta-geometric-likelihood.ts";
import type { Objective } from "./climb.ts";
import { climb } from "./climb.ts";
import { collapseHistories } from "./collapse-histories.ts";
import { curvatureAt } from "./curvature.ts";
import { gammaGammaLikelihood } from "./gamma-gamma-likelihood.ts";
import { learnCurvature } from "./learn-curvature.ts";
import { numberDistinct } from "./number-distinct.ts";
import { paretoLikelihood } from "./pareto-likelihood.ts";
import { plausiblePoints } from "./plausible-points.ts";
import { withBeliefs } from "./prior.ts";
import { fillLogRising, fillLogSurvival, makeRisingSums } from "./rising-sums.ts";
import { solvePositive } from "./solve-positive.ts";
import { covarianceOfLogs, standardErrorsOf } from "./standard-errors.ts";

const histories = {
  repeats: [0, 0, 2, 2, 7, 1, 300],
  lastAt: [0, 0, 30.43, 30.43, 38, 1.71, 29],
  observed: [38.86, 20, 38.86, 38.86, 38.5, 38.86, 30],
  logGaps: [0, 0, 5.4, 5.4, 11, 0.54, -640],
};
const spend = {
  customers: 3,
  orders: Float64Array.of(1, 3, 12),
  meanSpend: Float64Array.of(0.7, 1.1, 1.4),
  weight: Float64Array.of(2, 1, 1),
  moneyUnit: 1,
};
const data = collapseHistories(histories);
const objectives: [string, Objective, number[]][] = [
  ["BG/NBD", betaGeometricLikelihood(data, { stopsAfterFirst: false, k: 1 }), [-1, -2, -0.3, 0.9]],
  ["MBG/NBD", betaGeometricLikelihood(data, { stopsAfterFirst: true, k: 1 }), [-1, -2, -0.3, 0.9]],
  ["MBG/CNBD-4", betaGeometricLikelihood(data, { stopsAfterFirst: true, k: 4 }), [0.3, -2, 1, 2]],
  ["Pareto/NBD", paretoLikelihood(data), [-0.6, -1.3, -0.5, -1]],
  ["Pareto/NBD, α > β", paretoLikelihood(data), [-0.6, -0.2, 0.5, -3]],
  ["Gamma-Gamma", gammaGammaLikelihood(spend), [1.5, 1.2, 0.1]],
];

describe.each(objectives)("%s", (_, objective, theta) => {
  test("has the gradient that its values have", () => {
    const gradient = new Float64Array(theta.length);
    objective(theta, gradient);
    const nothing = new Float64Array(theta.length);
    for (const [index, slope] of gradient.entries()) {
      const at = (by: number) =>
        objective(
          theta.map((one, place) => (place === index ? one + by : one)),
          nothing,
        );
      const measured = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3;
      expect(Math.abs(slope - measured)).toBeLessThan(1e-6 * Math.max(1, Math.abs(slope)));
    }
  });
});

describe("the worked examples", () => {
  const nothing = new Float64Array(4);

  test("BG/NBD: a single customer without repeats, T = 1, r = α = 1", () => {
    const one = collapseHistories({ repeats: [0], lastAt: [0], observed: [1] });
    const likelihood = betaGeometricLikelihood(one, { stopsAfterFirst: false, k: 1 });
    expect(likelihood([0, 0, 0, 0], nothing)).toBeCloseTo(Math.log(0.5), 15);
  });

  test("Pareto/NBD: nothing observed says nothing", () => {
    const one = collapseHistories({ repeats: [0], lastAt: [0], observed: [0] });
    expect(paretoLikelihood(one)([1, 2, 3, 4], nothing)).toBe(0);
  });

  test("Gamma-Gamma: all ones", () => {
    const ones = Float64Array.of(1);
    const one = { customers: 1, orders: ones, meanSpend: ones, weight: ones, moneyUnit: 1 };
    expect(gammaGammaLikelihood(one)([0, 0, 0], nothing)).toBeCloseTo(-2 * Math.log(2), 14);
  });

  test("equal histories become one", () => {
    const collapsed = collapseHistories({
      repeats: [0, 1, 0],
      lastAt: [0, 5, 0],
      observed: [10, 10, 10],
    });
    expect([...collapsed.weight]).toEqual([2, 1]);
    expect(collapsed.timeUnit).toBe(10);
  });

  test("distinct values are numbered as they come, whole ones and others", () => {
    const { values, places } = numberDistinct([5, 7, 5, 0.5], [-0, 0.5, 1e9]);
    expect([...values]).toEqual([5, 7, 0.5, 0, 1e9]);
    expect([...places]).toEqual([0, 1, 0, 2, 3, 2, 4]);
    const many = Array.from({ length: 20_000 }, (_, index) => index / 3);
    expect([...numberDistinct(many, many).places.subarray(20_000)]).toEqual(many.map((_, i) => i));
  });

  test("rising sums: ln 6 and −ln 2, and the closed form far out", () => {
    const sums = makeRisingSums(2);
    fillLogRising(sums, 1, [3, 5000]);
    expect(sums.value[0]).toBeCloseTo(Math.log(6), 14);
    // ln 5000! by summing.
    let factorial = 0;
    for (let factor = 2; factor <= 5000; factor++) factorial += Math.log(factor);
    expect(sums.value[1]).toBeCloseTo(factorial, 8);
    fillLogSurvival(sums, 1, 1, [1, 5000]);
    expect(sums.value[0]).toBeCloseTo(-Math.log(2), 14);
    expect(sums.value[1]).toBeCloseTo(-Math.log(5001), 9);
  });

  test("a belief one spread away costs ½", () => {
    const flat: Objective = (_, gradient) => gradient.fill(0).length * 0;
    const gradient = new Float64Array(1);
    expect(withBeliefs(flat, [{ logMedian: 0, logSpread: 1 }])([1], gradient)).toBe(-0.5);
    expect([...gradient]).toEqual([-1]);
  });

  test("solving, curvature and standard errors of a parabola", () => {
    expect(solvePositive([[4]], [8], [true], 0)).toEqual([2]);
    expect(solvePositive([[-2]], [4], [true], 0)).toBeNull();
    const solved =
      solvePositive(
        [
          [4, 2],
          [2, 3],
        ],
        [8, 7],
        [true, true],
        0,
      ) ?? [];
    expect(solved[0]).toBeCloseTo(1.25, 12);
    expect(solved[1]).toBeCloseTo(1.5, 12);
    const parabola: Objective = ([theta = 0], gradient) => {
      gradient[0] = -2 * theta;
      return -theta * theta;
    };
    expect(curvatureAt(parabola, [0.3])[0]?.[0]).toBeCloseTo(2, 8);
    const top = climb(parabola, { start: [3], least: [-9], most: [9], mostRounds: 20 });
    expect(top.theta[0]).toBeCloseTo(0, 9);
    const covariance = covarianceOfLogs(parabola, top);
    expect(standardErrorsOf(covariance, 1)[0]).toBeCloseTo(Math.SQRT1_2, 8);
    expect(
      standardErrorsOf(
        [
          [0.04, 0],
          [0, 0],
        ],
        2,
      ),
    ).toEqual([0.2, null]);
  });

  test("a step that saw the gradient fall by 2 teaches a curvature of 2", () => {
    const from = { theta: [0], gradient: Float64Array.of(2) };
    const to = { theta: [1], gradient: Float64Array.of(0) };
    expect(learnCurvature([[1]], from, to)).toEqual([[2]]);
    expect(learnCurvature([[1]], to, { ...to, theta: [2] })).toEqual([[1]]);
  });

  test("plausible points have the mean and the covariance they stand for", () => {
    expect(plausiblePoints([0], [[4]])).toEqual([[2], [-2]]);
    const covariance = [
      [0.04, 0.01],
      [0.01, 0.09],
    ];
    const points = plausiblePoints([1, 2], covariance);
    const mean = (of: (point: number[]) => number) =>
      points.reduce((sum, point) => sum + of(point), 0) / points.length;
    expect(mean(([one = 0]) => one)).toBeCloseTo(1, 14);
    expect(mean(([one = 0, two = 0]) => (one - 1) * (two - 2))).toBeCloseTo(0.01, 14);
    expect(mean(([, two = 0]) => (two - 2) ** 2)).toBeCloseTo(0.09, 14);
  });
});
