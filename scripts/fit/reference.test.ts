/**
 * Every published fit and prediction of the CDNOW customers. The data lie beside the project and are no part of it; without
 * them the tests are skipped. Sources: [FHL] Fader, Hardie & Lee 2005 (BG/NBD) and their spreadsheet notes, [FH] Fader &
 * Hardie 2013 (Gamma-Gamma), [BTYD] the vignettes of the R packages BTYD and BTYDplus, [L] lifetimes. Figures without one
 * were computed by several implementations that agree.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { betaGeometricLikelihood } from "../../app/scoring/models/fitting/beta-geometric-likelihood.ts";
import { collapseHistories } from "../../app/scoring/models/fitting/collapse-histories.ts";
import type { OrderModel } from "../../app/scoring/index.ts";
import {
  expectedMeanSpend,
  expectedOrders,
  fitOrders,
  fitSpend,
  lifetimeValue,
  pAlive,
  pBuysWithin,
} from "../../app/scoring/index.ts";

const dataFolder = join(import.meta.dirname, "../../../shared/data");
const read = (name: string) => readFileSync(join(dataFolder, name));
const dayMs = 86_400_000;
const calibrationEnd = Date.UTC(1997, 8, 30) / dayMs;

interface Customer {
  repeats: number;
  lastAt: number;
  observed: number;
  logGaps: number;
  /** Mean of the repeat orders, in dollars. */
  meanSpend: number;
  heldOut: number;
}

/** Orders of one day are one; times are weeks. */
function summarise(
  orders: Iterable<readonly [customer: string, day: number, cents: number]>,
): Customer[] {
  const byCustomer = new Map<string, Map<number, number>>();
  for (const [customer, day, cents] of orders) {
    const days = byCustomer.get(customer) ?? new Map<number, number>();
    days.set(day, (days.get(day) ?? 0) + cents);
    byCustomer.set(customer, days);
  }
  return [...byCustomer.values()].map((days) => {
    const all = [...days.keys()].sort((one, two) => one - two);
    const within = all.filter((day) => day <= calibrationEnd);
    const first = within[0] ?? 0;
    const repeats = within.length - 1;
    const cents = within.slice(1).reduce((sum, day) => sum + (days.get(day) ?? 0), 0);
    return {
      repeats,
      lastAt: ((within.at(-1) ?? 0) - first) / 7,
      observed: (calibrationEnd - first) / 7,
      logGaps: within
        .slice(1)
        .reduce((sum, day, index) => sum + Math.log((day - (within[index] ?? 0)) / 7), 0),
      meanSpend: repeats === 0 ? 0 : cents / repeats / 100,
      heldOut: all.length - within.length,
    };
  });
}

function* sampleOrders(): Generator<[string, number, number]> {
  for (const line of read("CDNOW_sample.txt").toString().trim().split(/\r?\n/)) {
    const [, customer = "", date = "", , dollars = ""] = line.trim().split(/\s+/);
    const at = Date.UTC(
      Number(date.slice(0, 4)),
      Number(date.slice(4, 6)) - 1,
      Number(date.slice(6)),
    );
    yield [customer, at / dayMs, Math.round(100 * Number(dollars))];
  }
}

function* masterOrders(): Generator<[string, number, number]> {
  const [header = "", ...lines] = gunzipSync(read("cdnow.orders_export.csv.gz"))
    .toString()
    .trim()
    .split("\n");
  const names = header.split(",");
  const [email, total, created] = ["Email", "Total", "Created at"].map((name) =>
    names.indexOf(name),
  );
  for (const line of lines) {
    const cells = line.split(",");
    const day = Date.parse(`${(cells[created ?? 0] ?? "").slice(0, 10)}T00:00:00Z`) / dayMs;
    yield [cells[email ?? 0] ?? "", day, Math.round(100 * Number(cells[total ?? 0]))];
  }
}

function columnsOf(customers: readonly Customer[]) {
  return {
    repeats: customers.map(({ repeats }) => repeats),
    lastAt: customers.map(({ lastAt }) => lastAt),
    observed: customers.map(({ observed }) => observed),
    logGaps: customers.map(({ logGaps }) => logGaps),
  };
}

function spendOf(customers: readonly Customer[]) {
  return {
    orders: customers.map(({ repeats }) => repeats),
    meanSpend: customers.map(({ meanSpend }) => meanSpend),
  };
}

function expectParameters(model: object, expected: Record<string, number>, tolerance = 1e-3): void {
  const values: Record<string, unknown> = { ...model };
  for (const [name, value] of Object.entries(expected)) {
    expect(Math.abs(Number(values[name]) / value - 1), name).toBeLessThan(tolerance);
  }
}

const rows = (name: string) =>
  read(name)
    .toString()
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(",").map(Number));

describe.skipIf(!existsSync(dataFolder))(
  "the CDNOW customers (skipped without the data folder beside the project)",
  { timeout: 120_000 },
  () => {
    const sample = existsSync(dataFolder) ? summarise(sampleOrders()) : [];
    const columns = columnsOf(sample);

    test("BG/NBD on exact days [FHL, L]", () => {
      const { model, logLikelihood } = fitOrders("bg-nbd", columns);
      expectParameters(model, { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 2e-3);
      expectParameters(model, { r: 0.24259452, alpha: 4.4136021, a: 0.792922, b: 2.4259069 }, 2e-6);
      expect(logLikelihood).toBeCloseTo(-9582.42920667, 7);
    });

    test("BG/NBD on the published summary, rounded to .01 weeks [L]", () => {
      const cells = rows("cdnow_customers_summary.csv");
      const { model, logLikelihood } = fitOrders("bg-nbd", {
        repeats: cells.map(([, x = 0]) => x),
        lastAt: cells.map(([, , last = 0]) => last),
        observed: cells.map(([, , , end = 0]) => end),
      });
      expectParameters(
        model,
        { r: 0.24259291, alpha: 4.4135316, a: 0.7928862, b: 2.4257534 },
        1e-6,
      );
      expect(logLikelihood).toBeCloseTo(-9582.42556057, 7);
    });

    test("BG/NBD's likelihood at the paper's own parameters, to forty digits elsewhere", () => {
      const cells = rows("cdnow_customers_summary.csv");
      const data = collapseHistories({
        repeats: cells.map(([, x = 0]) => x),
        lastAt: cells.map(([, , last = 0]) => last),
        observed: cells.map(([, , , end = 0]) => end),
      });
      const likelihood = betaGeometricLikelihood(data, { stopsAfterFirst: false, k: 1 });
      const logs = [0.243, 4.414 / data.timeUnit, 0.793, 2.426].map(Math.log);
      const inOurUnit = likelihood(logs, new Float64Array(4));
      const inWeeks = inOurUnit - data.totalRepeats * Math.log(data.timeUnit);
      expect(inWeeks).toBeCloseTo(-9582.426831182365, 8);
    });

    test("MBG/NBD, and no other k is likelier [BTYD]", () => {
      const plain = fitOrders("mbg-nbd", columns);
      expectParameters(plain.model, { r: 0.524838, alpha: 6.182992, a: 0.891356, b: 1.614 });
      expect(Math.abs(plain.logLikelihood + 9582.136)).toBeLessThan(0.005);
      const regular = fitOrders("mbg-cnbd-k", columns);
      expect(regular.model).toMatchObject({ k: 1 });
      expect(regular.logLikelihood).toBeCloseTo(plain.logLikelihood, 6);
    });

    test("Pareto/NBD [BTYD]", () => {
      const { model, logLikelihood } = fitOrders("pareto-nbd", columns);
      expectParameters(model, { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 });
      expect(Math.abs(logLikelihood + 9594.976)).toBeLessThan(0.005);
    });

    test("Gamma-Gamma on 946 repeat buyers [FH]", () => {
      const fitted = fitSpend(spendOf(sample));
      expect(fitted?.customers).toBe(946);
      expectParameters(fitted?.model ?? {}, { p: 6.2496, q: 3.7442, v: 15.4435 }, 2e-5);
      expect(fitted?.logLikelihood).toBeCloseTo(-4055.9177, 4);
      const model = fitted?.model ?? { p: NaN, q: NaN, v: NaN };
      const firstTen = sample.slice(0, 10);
      const means = firstTen.map(
        ({ repeats, meanSpend }) => expectedMeanSpend(model, repeats, meanSpend) ?? NaN,
      );
      for (const [index, mean] of [
        24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17,
      ].entries()) {
        expect(Math.abs((means[index] ?? NaN) - mean)).toBeLessThan(0.02);
      }
    });

    test("a year's value of the first ten, 1 % a month [L, on its rounded summary]", () => {
      const cells = rows("cdnow_golden.csv");
      const histories = cells.map(([, repeats = 0, lastAt = 0, observed = 0]) => ({
        repeats,
        lastAt,
        observed,
      }));
      const { model } = fitOrders(
        "bg-nbd",
        columnsOf(histories.map((one) => ({ ...one, logGaps: 0, meanSpend: 0, heldOut: 0 }))),
      );
      const spend = fitSpend({
        orders: cells.map(([, x = 0]) => x),
        meanSpend: cells.map(([, , , , mean = 0]) => mean),
      });
      const worths = histories.slice(0, 10).map((history, index) => {
        const mean = expectedMeanSpend(
          spend?.model ?? { p: 1, q: 2, v: 1 },
          history.repeats,
          cells[index]?.[4] ?? 0,
        );
        return lifetimeValue(model, history, mean ?? NaN, {
          periods: 12,
          periodLength: 4.345,
          ratePerPeriod: 0.01,
        });
      });
      for (const [index, worth] of [
        36.278496, 4.637466, 8.344093, 8.344093, 8.344093, 283.523593, 6.881407, 8.344093,
        43.353642, 8.344093,
      ].entries()) {
        expect(Math.abs((worths[index] ?? NaN) / worth - 1)).toBeLessThan(1e-5);
      }
    });

    test("every customer's predictions at the papers' parameters", () => {
      const bg: OrderModel = { kind: "bg-nbd", r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
      const pareto: OrderModel = {
        kind: "pareto-nbd",
        r: 0.553,
        alpha: 10.578,
        s: 0.606,
        beta: 11.669,
      };
      for (const [, repeats = 0, lastAt = 0, observed = 0, mean = 0, ...wanted] of rows(
        "cdnow_golden.csv",
      )) {
        const history = { repeats, lastAt, observed };
        const [bgAlive, bgOrders, bgBuys, , , paretoAlive, paretoOrders, spend] = wanted;
        const pairs = [
          [pAlive(bg, history), bgAlive],
          [expectedOrders(bg, history, 39), bgOrders],
          [pBuysWithin(bg, history, 39), bgBuys],
          [pAlive(pareto, history), paretoAlive],
          [expectedOrders(pareto, history, 39), paretoOrders],
          [expectedMeanSpend({ p: 6.25, q: 3.74, v: 15.44 }, repeats, mean), spend],
        ];
        for (const [ours, theirs] of pairs) {
          expect(Math.abs((ours ?? NaN) / (theirs ?? NaN) - 1)).toBeLessThan(1e-9);
        }
      }
    });

    test("orders in the 39 weeks held out, by orders before [FHL]", () => {
      const { model } = fitOrders("bg-nbd", columns);
      const groups = Array.from({ length: 8 }, (_, x) =>
        sample.filter(({ repeats }) => (x < 7 ? repeats === x : repeats >= 7)),
      );
      const meanOf = (group: Customer[], of: (one: Customer) => number) =>
        group.reduce((sum, one) => sum + of(one), 0) / group.length;
      const actual = groups.map((group) => meanOf(group, ({ heldOut }) => heldOut));
      const predicted = groups.map((group) =>
        meanOf(group, (one) => expectedOrders(model, one, 39)),
      );
      for (const [x, value] of [
        0.2367, 0.697, 1.3925, 1.56, 2.5323, 2.9474, 3.8621, 6.3594,
      ].entries()) {
        expect(actual[x]).toBeCloseTo(value, 4);
      }
      for (const [x, value] of [
        0.2251, 0.5231, 1.0441, 1.5203, 2.1638, 2.6538, 3.504, 6.157,
      ].entries()) {
        expect(Math.abs((predicted[x] ?? NaN) - value)).toBeLessThan(2e-3);
      }
    });

    test.each([
      ["bg-nbd", 0.7855],
      ["mbg-nbd", 0.7648],
      ["pareto-nbd", 0.7545],
    ] as const)("%s misses the held-out orders by %d on average", (kind, expected) => {
      const { model } = fitOrders(kind, columns);
      const error = sample.reduce(
        (sum, one) => sum + Math.abs(expectedOrders(model, one, 39) - one.heldOut),
        0,
      );
      expect(error / sample.length).toBeCloseTo(expected, 3);
    });

    test("the whole master of 23,570 customers (four implementations agree)", () => {
      const master = summarise(masterOrders());
      expect(master.length).toBe(23_570);
      const all = columnsOf(master);
      const bg = fitOrders("bg-nbd", all);
      expectParameters(bg.model, { r: 0.251624, alpha: 4.78894, a: 0.72343, b: 2.16108 });
      expect(Math.abs(bg.logLikelihood + 95_368.444)).toBeLessThan(0.005);
      const mbg = fitOrders("mbg-nbd", all);
      expectParameters(mbg.model, { r: 0.6371, alpha: 7.3103, a: 0.8075, b: 1.2284 });
      expect(Math.abs(mbg.logLikelihood + 95_336.958)).toBeLessThan(0.005);
      const spend = fitSpend(spendOf(master));
      expectParameters(spend?.model ?? {}, { p: 6.2754, q: 3.6244, v: 14.9837 });
      expect(Math.abs((spend?.logLikelihood ?? 0) + 40_763.476)).toBeLessThan(0.005);
    });
  },
);
