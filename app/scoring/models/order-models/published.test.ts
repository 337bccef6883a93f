/** Numbers that papers and reference implementations print, at the parameters they print. None needs their data. */
import { describe, expect, test } from "vitest";
import { pAlive } from "./alive.ts";
import { aliveExpectedOrders } from "./alive-expected-orders.ts";
import { pBuysWithin } from "./buys-within.ts";
import { expectedOrders } from "./expected-orders.ts";
import { orderCountChances } from "./order-count-chances.ts";
import type { OrderHistory } from "./order-model.ts";
import { unfinishedGap } from "./unfinished-gap.ts";

/** CDNOW 1/10, 39 weeks; times in weeks. */
const bgNbd = { kind: "bg-nbd", r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const;
const paretoNbd = { kind: "pareto-nbd", r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 } as const;
const newcomer: OrderHistory = { repeats: 0, lastAt: 0, observed: 0 };
const worked: OrderHistory = { repeats: 2, lastAt: 30.43, observed: 38.86 };
const frequent: OrderHistory = { repeats: 26, lastAt: 30.85714, observed: 31 };

describe("BG/NBD: Fader, Hardie & Lee 2005, their CDNOW spreadsheet and the BTYD vignette", () => {
  test("the worked customer", () => {
    expect(expectedOrders(bgNbd, worked, 39)).toBeCloseTo(1.22602817, 8);
    expect(pAlive(bgNbd, worked)).toBeCloseTo(0.7266, 4);
    expect(pBuysWithin(bgNbd, worked, 39)).toBeCloseTo(0.554627137917, 11);
  });

  test.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
    [78, 1.8576],
  ])("E[X(%d)] = %d", (weeks, expected) => {
    // Printed at parameters fitted elsewhere, which agree with these to four digits.
    const exact = {
      kind: "bg-nbd",
      r: 0.242595,
      alpha: 4.413602,
      a: 0.792922,
      b: 2.425907,
    } as const;
    expect(Math.abs(expectedOrders(exact, newcomer, weeks) - expected)).toBeLessThan(4e-4);
  });

  test("P(X(t) = n)", () => {
    expect(orderCountChances(bgNbd, newcomer, 2, 10)[10]).toBeCloseTo(1.07869e-7, 12);
    expect(orderCountChances(bgNbd, newcomer, 39, 0)[0]).toBeCloseTo(0.5737864, 7);
  });

  test("evenly spread chances to stop: ln(1 + τ) orders of a living newcomer", () => {
    const even = { kind: "bg-nbd", r: 1, alpha: 2, a: 1, b: 1 } as const;
    expect(aliveExpectedOrders(even, newcomer, 6)).toBeCloseTo(Math.log(4), 14);
  });

  test("a frequent customer", () => {
    expect(expectedOrders(bgNbd, frequent, 52)).toBeCloseTo(25.75649, 5);
    expect(pAlive(bgNbd, frequent)).toBeCloseTo(0.9688523, 5);
  });
});

describe("MBG/NBD: Batislam et al. 2007, BTYDplus", () => {
  test("somebody who never came back may have stopped", () => {
    const model = { kind: "mbg-nbd", r: 0.524838, alpha: 6.182992, a: 0.891356, b: 1.614 } as const;
    expect(pAlive(model, { repeats: 0, lastAt: 0, observed: 38.86 })).toBeCloseTo(0.3897, 4);
    expect(pAlive({ ...model, kind: "bg-nbd" }, { repeats: 0, lastAt: 0, observed: 38.86 })).toBe(
      1,
    );
  });
});

describe("Pareto/NBD: Schmittlein, Morrison & Colombo 1987, BTYD vignette", () => {
  test("a frequent customer", () => {
    expect(expectedOrders(paretoNbd, frequent, 52)).toBeCloseTo(25.45647, 2);
    expect(pAlive(paretoNbd, frequent)).toBeCloseTo(0.997874, 6);
  });

  test.each([
    [221, 103.42857, 103.57143],
    [254, 97.14286, 97.28571],
    [161, 94.71429, 98],
    [204, 98.57143, 99.42857],
  ])("x = %d, t_x = %d, T = %d overflow elsewhere", (repeats, lastAt, observed) => {
    const model = {
      kind: "pareto-nbd",
      r: 0.5143,
      alpha: 2.8845,
      s: 0.2856,
      beta: 14.1087,
    } as const;
    const alive = pAlive(model, { repeats, lastAt, observed });
    expect(alive).toBeGreaterThan(0);
    expect(alive).toBeLessThan(1);
  });
});

describe("MBG/CNBD-k", () => {
  test("k = 1 is MBG/NBD", () => {
    const parameters = { r: 0.5, alpha: 6, a: 0.9, b: 1.6 };
    const plain = { kind: "mbg-nbd", ...parameters } as const;
    const regular = { kind: "mbg-cnbd-k", k: 1, ...parameters } as const;
    expect(expectedOrders(regular, worked, 39)).toBe(expectedOrders(plain, worked, 39));
    expect(pAlive(regular, worked)).toBe(pAlive(plain, worked));
    expect(pBuysWithin(regular, worked, 39)).toBe(pBuysWithin(plain, worked, 39));
  });

  test("steps of the unfinished gap: weights 1 and ½", () => {
    const model = { kind: "mbg-cnbd-k", k: 2, r: 1, alpha: 1, a: 1, b: 1 } as const;
    const { chances, logTotal } = unfinishedGap(model, { repeats: 0, lastAt: 0, observed: 1 });
    expect(chances).toEqual([2 / 3, 1 / 3]);
    expect(logTotal).toBeCloseTo(Math.log(1.5), 14);
  });
});
